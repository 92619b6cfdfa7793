package exposure

import (
	"cmp"
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
)

// link is one of the things that a way from the internet needs.
type link struct {
	sure  value.Truth
	doubt string       // for Maybe: the link, and why it is not known
	steps []value.Step // what makes the link, for Yes
}

// broken is a link that is certainly missing.
var broken = link{sure: value.No}

// unknown is a link of which it cannot be told.
func unknown(doubt string) link { return link{sure: value.Maybe, doubt: doubt} }

// or is the better one of two links.
func (l link) or(other link) link {
	if other.sure > l.sure {
		return other
	}
	return l
}

// and is both links one after the other. The first that is not known says why.
func (l link) and(next link) link {
	out := link{sure: l.sure.And(next.sure), steps: slices.Concat(l.steps, next.steps)}
	if out.sure == value.Maybe {
		out.doubt = cmp.Or(l.doubt, next.doubt)
	}
	return out
}

// admitted is the link through security groups: one of them lets in everybody by a
// rule that admits asks for.
func admitted(m *model.Model, of []groups, admits func(*model.SecurityGroupRule) value.Truth) (link, opening) {
	out, best := broken, opening{}
	for _, g := range of {
		for _, o := range openings(m, g, admits) {
			l := link{sure: o.sure}
			switch o.sure {
			case value.Yes:
				l.steps = append([]value.Step{at("the open range of addresses", o)}, o.way...)
			case value.Maybe:
				l.doubt = "whether a security group lets everybody in is unknown: " + o.Reason()
			case value.No:
			}
			if l.sure > out.sure {
				out, best = l, o
			}
		}
	}
	return out, best
}

// anyPort admits rules for any port of TCP or UDP.
func anyPort(r *model.SecurityGroupRule) value.Truth { return opensMoreThan(r, nil) }

// routed is the link from the internet to one of the subnets: through an internet
// gateway, and through the network ACL.
func routed(m *model.Model, subnets *model.Strings) link {
	const doubt = "whether a subnet has a route to an internet gateway is unknown: "
	out := broken
	if subnets.Complete != value.Yes || subnets.Empty() == value.Yes {
		out = unknown(doubt + cmp.Or(subnets.Reason(), "the subnets are not in the code"))
	}
	if m.IngressBlocked() != value.No {
		return link{sure: m.IngressBlocked().Not(), doubt: "whether public access to all networks is blocked is unknown"}
	}
	for _, s := range subnets.Items {
		ref := m.SubnetOf(s)
		subnet, ok := ref.One()
		if !ok {
			if ref.Sure != value.No {
				out = out.or(unknown(doubt + ref.Reason()))
			}
			continue
		}
		answer := m.RouteToInternet(subnet)
		route := link{sure: answer.Truth, steps: append([]value.Step{over(subnet)}, answer.Trail()...)}
		if route.sure == value.Maybe {
			route.doubt = doubt + answer.Reason()
		}
		out = out.or(route.and(unfiltered(m, subnet)))
	}
	return out
}

// unfiltered is the link through the network ACL of a subnet. The one that AWS makes
// lets everything in. Of any other only the simple cases are judged: all that comes
// is let in, or nothing from everywhere.
func unfiltered(m *model.Model, subnet *model.Subnet) link {
	acls := m.AclsOf(subnet)
	if acls.Complete != value.Yes {
		return unknown("whether a network ACL filters " + subnet.Address + " is unknown: " + acls.Reason())
	}
	out := link{sure: value.Yes}
	for _, a := range acls.Items {
		rules := m.AclIngressOf(a.Item)
		everything := rules.Any(func(r *model.AclRule) value.Truth {
			return r.Allows().And(r.FromAnywhere()).And(model.Protocol(r.Protocol, "all"))
		})
		something := rules.Any(func(r *model.AclRule) value.Truth { return r.Allows().And(r.FromAnywhere()) })
		denied := rules.Any(func(r *model.AclRule) value.Truth { return r.Allows().Not() })
		switch {
		case something == value.No && a.Sure == value.Yes:
			return broken
		case everything != value.Yes || denied != value.No:
			out = unknown("what network ACL " + a.Item.Address + " lets through is unknown")
		}
	}
	return out
}
