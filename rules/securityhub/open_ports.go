package securityhub

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// notesOpen is how the rules about open ports read security groups.
const notesOpen = "Rules count wherever they stand: in the group, or in resources of their own. The world is any range " +
	"of addresses with a prefix of length 0, `0.0.0.0/0` and `::/0` above all, written in the rule or in a prefix list of " +
	"this code; what other prefix lists hold is unknown."

// judgeOpenPorts judges whether a security group lets everybody reach one of the
// TCP ports.
func judgeOpenPorts(p *rules.Pass, g *model.SecurityGroup, ports []int) {
	for r := range rules.Each(p, p.Model.IngressOf(g)) {
		open, which := openPorts(ports, r.Covers)
		for from, anybody := range sources(p.Model, r) {
			p.When(open.And(anybody), from, "security group %s opens %s to the world", g, which)
		}
	}
}

// openPorts asks whether a rule covers one of the TCP ports, and names those that it
// covers or may cover, the first of many.
func openPorts(ports []int, covers func(protocol string, port int) value.Truth) (value.Truth, string) {
	some := value.No
	var which []string
	for _, port := range ports {
		t := covers("tcp", port)
		some = some.Or(t)
		if t != value.No {
			which = append(which, strconv.Itoa(port))
		}
	}
	switch n := len(which); {
	case n == 1:
		return some, "port " + which[0]
	case n > 5:
		return some, fmt.Sprintf("ports %s and %d more", strings.Join(which[:3], ", "), n-3)
	}
	return some, "ports " + strings.Join(which, ", ")
}

// sources goes over where a rule lets traffic come from, and tells of each whether
// that is everywhere.
func sources(m *model.Model, r *model.SecurityGroupRule) iter.Seq2[rules.Located, value.Truth] {
	return func(yield func(rules.Located, value.Truth) bool) {
		for c := range r.Cidrs() {
			if !yield(c, model.AnyAddress(c)) {
				return
			}
		}
		for _, id := range r.PrefixListIds.Items {
			for from, anybody := range prefixes(m, id) {
				if !yield(from, anybody) {
					return
				}
			}
		}
		for _, l := range []*model.OneOrMany{&r.CidrBlocks, &r.Ipv6CidrBlocks, &r.PrefixListIds} {
			if !yield(l, l.Complete.Not()) {
				return
			}
		}
	}
}

// prefixes is [sources] for a prefix list.
func prefixes(m *model.Model, id value.StringSetting) iter.Seq2[rules.Located, value.Truth] {
	return func(yield func(rules.Located, value.Truth) bool) {
		ref := m.PrefixListOf(id)
		list, ok := ref.One()
		if !ok {
			yield(ref, ref.Sure)
			return
		}
		entries := m.CidrsOf(list)
		for _, e := range entries.Items {
			if !yield(e.Cidr, e.Exists().And(model.AnyAddress(e.Cidr))) {
				return
			}
		}
		yield(entries, entries.Complete.Not())
	}
}

// portRange is a range of ports, both ends included.
type portRange struct{ first, last int }

// portRanges reads ports and ranges as AWS Config takes them: "443", "1020-1025".
// What is neither is left out.
func portRanges(texts []string) []portRange {
	var out []portRange
	for _, s := range texts {
		from, to, isRange := strings.Cut(s, "-")
		if !isRange {
			to = from
		}
		first, err := strconv.Atoi(strings.TrimSpace(from))
		last, err2 := strconv.Atoi(strings.TrimSpace(to))
		if err == nil && err2 == nil {
			out = append(out, portRange{first, last})
		}
	}
	return out
}

// has reports whether a port is in the range.
func (r portRange) has(port int) bool { return r.first <= port && port <= r.last }

// within reports whether all ports from first to last are in one of the ranges.
func within(ranges []portRange, first, last int) bool {
	for port := first; port <= last; {
		next := port
		for _, r := range ranges {
			if r.has(port) {
				next = max(next, r.last+1)
			}
		}
		if next == port {
			return false
		}
		port = next
	}
	return true
}

// trafficOf names the traffic that a rule is about: "UDP ports 5000 to 5010".
func trafficOf(r *model.SecurityGroupRule) string {
	protocol := ""
	switch {
	case model.Protocol(r.Protocol, "all") == value.Yes:
		return "all ports"
	case model.Protocol(r.Protocol, "udp") == value.Yes:
		protocol = "UDP "
	case model.Protocol(r.Protocol, "tcp") != value.Yes:
		return "protocol " + r.Protocol.String()
	}
	first, ok := r.FromPort.Known()
	last, ok2 := r.ToPort.Known()
	switch {
	case !ok || !ok2:
		return protocol + "ports"
	case first == last:
		return fmt.Sprintf("%sport %d", protocol, first)
	}
	return fmt.Sprintf("%sports %d to %d", protocol, first, last)
}
