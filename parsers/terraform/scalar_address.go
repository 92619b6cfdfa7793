package terraform

import (
	"errors"
	"fmt"
	"math/big"
	"net/netip"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/gocty"
)

// network reads an address with the length of its prefix. As Terraform does, it
// accepts leading zeros, which do not make a number octal. IPv6 addresses that
// hold an IPv4 address are refused: what Terraform makes of them is a fault that
// nobody relies on.
func network(v cty.Value) (netip.Prefix, error) {
	s := v.AsString()
	wrong := fmt.Errorf("%q is no address with a prefix", s)
	address, length, ok := strings.Cut(s, "/")
	if !ok || length == "" || strings.Trim(length, "0123456789") != "" {
		return netip.Prefix{}, wrong
	}
	switch {
	case !strings.Contains(address, ":"):
		octets := strings.Split(address, ".")
		for i, o := range octets {
			octets[i] = withoutZeros(o)
		}
		address = strings.Join(octets, ".")
	case strings.Contains(address, "."):
		return netip.Prefix{}, errMapped
	}
	ip, err := netip.ParseAddr(address)
	if err != nil || ip.Zone() != "" {
		return netip.Prefix{}, wrong
	}
	if ip.Is4In6() {
		return netip.Prefix{}, errMapped
	}
	bits, err := strconv.Atoi(length)
	if err != nil || bits > ip.BitLen() {
		return netip.Prefix{}, wrong
	}
	return netip.PrefixFrom(ip, bits).Masked(), nil
}

const errMapped = refusal("an IPv6 address that holds an IPv4 address")

// withoutZeros drops the leading zeros of a number.
func withoutZeros(s string) string {
	if t := strings.TrimLeft(s, "0"); t != "" || s == "" {
		return t
	}
	return "0"
}

// movedBy gives an address that lies n addresses behind another.
func movedBy(ip netip.Addr, n *big.Int) (netip.Addr, error) {
	sum := new(big.Int).SetBytes(ip.AsSlice())
	sum.Add(sum, n)
	out, ok := netip.AddrFromSlice(sum.FillBytes(make([]byte, ip.BitLen()/8)))
	if !ok || out.Is4In6() {
		return netip.Addr{}, errMapped
	}
	return out, nil
}

// wholeNumber gives a number of any size that must be a whole one.
func wholeNumber(v cty.Value) (*big.Int, error) {
	n, accuracy := v.AsBigFloat().Int(nil)
	if accuracy != big.Exact {
		return nil, errors.New("a whole number is required")
	}
	return n, nil
}

// cidrHost is cidrhost(): a host of a network by its number; negative ones count
// from the end.
func cidrHost(args []cty.Value) (cty.Value, error) {
	p, err := network(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	n, err := wholeNumber(args[1])
	if err != nil {
		return cty.NilVal, err
	}
	hosts := new(big.Int).Lsh(big.NewInt(1), uint(p.Addr().BitLen()-p.Bits()))
	if n.Sign() < 0 {
		n.Add(n, hosts)
	}
	if n.Sign() < 0 || n.Cmp(hosts) >= 0 {
		return cty.NilVal, fmt.Errorf("%s has no host of that number", p)
	}
	ip, err := movedBy(p.Addr(), n)
	if err != nil {
		return cty.NilVal, err
	}
	return cty.StringVal(ip.String()), nil
}

// cidrNetmask is cidrnetmask(), which exists for IPv4 only.
func cidrNetmask(args []cty.Value) (cty.Value, error) {
	p, err := network(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	if !p.Addr().Is4() {
		return cty.NilVal, errors.New("an IPv6 network has no netmask")
	}
	ones := netip.AddrFrom4([4]byte{255, 255, 255, 255})
	return cty.StringVal(netip.PrefixFrom(ones, p.Bits()).Masked().Addr().String()), nil
}

// cidrSubnet is cidrsubnet(): a part of a network by its number.
func cidrSubnet(args []cty.Value) (cty.Value, error) {
	p, err := network(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	var more int
	if err := gocty.FromCtyValue(args[1], &more); err != nil {
		return cty.NilVal, function.NewArgError(1, err)
	}
	n, err := wholeNumber(args[2])
	if err != nil {
		return cty.NilVal, err
	}
	rest := p.Addr().BitLen() - p.Bits()
	switch {
	case more < 0 || n.Sign() < 0:
		return cty.NilVal, refusal("a negative number of a subnet or of its bits")
	case more > rest:
		return cty.NilVal, fmt.Errorf("%s cannot be extended by %d bits", p, more)
	case n.BitLen() > more:
		return cty.NilVal, fmt.Errorf("%d bits do not hold subnet %s", more, n)
	}
	ip, err := movedBy(p.Addr(), n.Lsh(n, uint(rest-more)))
	if err != nil {
		return cty.NilVal, err
	}
	return cty.StringVal(netip.PrefixFrom(ip, p.Bits()+more).String()), nil
}

// cidrSubnets is cidrsubnets(): parts of a network, each behind the last one at
// the next place that its size allows.
func cidrSubnets(args []cty.Value) (cty.Value, error) {
	p, err := network(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	switch {
	case len(args) == 1:
		return cty.ListValEmpty(cty.String), nil
	case p.Addr().IsUnspecified():
		// Terraform starts from the network before the first one.
		return cty.NilVal, fmt.Errorf("there is no network before %s", p)
	}
	bits := p.Addr().BitLen()
	end := new(big.Int).Lsh(big.NewInt(1), uint(bits-p.Bits()))
	next := new(big.Int)
	out := make([]cty.Value, 0, len(args)-1)
	for i, a := range args[1:] {
		var more int
		if err := gocty.FromCtyValue(a, &more); err != nil {
			return cty.NilVal, function.NewArgError(i+1, err)
		}
		length := p.Bits() + more
		if more < 1 || more > 32 || length > bits {
			return cty.NilVal, fmt.Errorf("%s cannot be extended by %d bits", p, more)
		}
		size := new(big.Int).Lsh(big.NewInt(1), uint(bits-length))
		// Up to the next multiple of its size.
		start := new(big.Int).Add(next, size)
		start.Sub(start, big.NewInt(1)).Sub(start, new(big.Int).Mod(start, size))
		next.Add(start, size)
		if next.Cmp(end) > 0 {
			return cty.NilVal, fmt.Errorf("%s has no room for another network of %d bits", p, length)
		}
		ip, err := movedBy(p.Addr(), start)
		if err != nil {
			return cty.NilVal, err
		}
		out = append(out, cty.StringVal(netip.PrefixFrom(ip, length).String()))
	}
	return cty.ListVal(out), nil
}
