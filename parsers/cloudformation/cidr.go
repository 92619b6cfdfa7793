package cloudformation

import (
	"net/netip"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// maxBlocks is how many blocks Fn::Cidr makes at most. Source: "Fn::Cidr" in the
// CloudFormation template reference, November 2026.
const maxBlocks = 256

// cidr evaluates Fn::Cidr: the first blocks of an address block that leave so many
// bits for addresses.
func (t *template) cidr(arg *value.Value, at source.Range) *value.Value {
	const name = "Fn::Cidr"
	args, ok := arguments(arg, 3)
	if !ok {
		if args, ok = arguments(arg, 2); !ok {
			return malformed(at, name)
		}
		args = append(args, value.NewNumber(at, "8"))
	}
	for i, a := range args {
		args[i] = t.resolve(a)
	}
	return each(at, args, func(args []*value.Value) *value.Value {
		block, ok := args[0].Str()
		count, ok1 := value.As[int](args[1])
		bits, ok2 := value.As[int](args[2])
		if !ok || !ok1 || !ok2 {
			return unclear(at, name, args...)
		}
		blocks, ok := subnets(block, count, bits)
		if !ok {
			return value.NewFailed(at, name+" cannot divide "+block+" so")
		}
		elems := make([]*value.Value, len(blocks))
		for i, b := range blocks {
			elems[i] = value.NewString(at, b).Along(args[0])
		}
		return value.NewList(at, elems, false)
	})
}

// subnets gives the first count blocks in a block whose addresses have so many
// bits.
func subnets(block string, count, bits int) ([]string, bool) {
	p, err := netip.ParsePrefix(block)
	if err != nil || count < 1 || count > maxBlocks || bits < 1 {
		return nil, false
	}
	p = p.Masked()
	length := p.Addr().BitLen() - bits
	if length < max(p.Bits(), 1) {
		return nil, false
	}
	out := make([]string, 0, count)
	for next := p.Addr(); len(out) < count; {
		if !p.Contains(next) {
			return nil, false
		}
		out = append(out, netip.PrefixFrom(next, length).String())
		next = after(next, length)
	}
	return out, true
}

// after gives the first address behind the block of a length that starts at a.
func after(a netip.Addr, length int) netip.Addr {
	b := a.AsSlice()
	bit := byte(1) << ((8 - length%8) % 8)
	for i := (length - 1) / 8; i >= 0; i-- {
		b[i] += bit
		if b[i] >= bit { // nothing to carry
			break
		}
		bit = 1
	}
	next, _ := netip.AddrFromSlice(b)
	return next
}
