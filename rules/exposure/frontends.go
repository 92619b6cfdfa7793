package exposure

import (
	"cmp"
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
)

// entrance is a way from the internet, with the place where it is mended.
type entrance struct {
	link
	place
	lb *model.LoadBalancer // nil if it is not known
}

// String names the load balancer in messages.
func (e entrance) String() string {
	if e.lb == nil {
		return "a load balancer"
	}
	return "load balancer " + e.lb.String()
}

// frontends gives the ways from the internet to a target group: through load
// balancers that face it, on ports that are not passed over.
func frontends(m *model.Model, group value.StringSetting, passed []int) []entrance {
	const doubt = "which load balancers send requests to its target group is unknown: "
	ref := m.TargetGroupOf(group)
	targets, ok := ref.One()
	if !ok {
		return []entrance{{link: unknown(doubt + ref.Reason()), place: place{Located: ref}}}
	}
	var out []entrance
	lbs := m.LoadBalancersOf(targets)
	if lbs.Complete != value.Yes {
		out = append(out, entrance{link: unknown(doubt + lbs.Reason()), place: place{Located: ref}})
	}
	for _, a := range lbs.Items {
		lb := a.Item
		facing := link{sure: a.Sure.And(lb.Scheme.Is("internet-facing")), steps: []value.Step{over(lb)}}
		if facing.sure == value.Maybe {
			facing.doubt = "whether " + lb.Address + " faces the internet is unknown: " + cmp.Or(lb.Scheme.Reason(), lbs.Reason())
		}
		route := routed(m, subnetsOf(lb))
		for _, e := range listeners(m, lb, targets, passed) {
			e.link = facing.and(e.link).and(route)
			out = append(out, e)
		}
	}
	return out
}

// subnetsOf are the subnets of a load balancer, whichever way they are written.
func subnetsOf(lb *model.LoadBalancer) *model.Strings {
	if lb.SubnetMappings.NotEmpty() == value.No {
		return &lb.Subnets
	}
	out := &model.Strings{Complete: lb.SubnetMappings.Complete}
	for _, s := range lb.SubnetMappings.Items {
		out.Items = append(out.Items, s.SubnetId)
	}
	return out
}

// listeners gives the ways through the listeners of a load balancer to a target
// group: where one takes requests from everywhere and sends them there.
func listeners(m *model.Model, lb *model.LoadBalancer, targets *model.TargetGroup, passed []int) []entrance {
	var out []entrance
	for l := range model.All[*model.Listener](m) {
		if of, ok := m.LoadBalancerOf(l.LoadBalancerArn).One(); !ok || of != lb {
			continue
		}
		sends := link{sure: forwards(m, l, targets), steps: []value.Step{over(l)}}
		if sends.sure == value.Maybe {
			sends.doubt = "whether " + l.Address + " sends requests to its target group is unknown"
		}
		other := link{sure: l.Port.Satisfies(func(n int) bool { return !slices.Contains(passed, n) })}
		if other.sure == value.Maybe {
			other.doubt = "on which port " + l.Address + " takes requests is unknown: " + l.Port.Reason()
		}
		in, at := taken(m, lb, l)
		if e := (entrance{other.and(sends).and(in), at, lb}); e.sure != value.No {
			out = append(out, e)
		}
	}
	return out
}

// forwards asks whether a listener sends requests to a target group. Where its
// default action does not, one of its rules may.
func forwards(m *model.Model, l *model.Listener, targets *model.TargetGroup) value.Truth {
	for _, a := range l.DefaultActions.Items {
		arns := []value.StringSetting{a.TargetGroupArn}
		for _, g := range a.TargetGroups.Items {
			arns = append(arns, g.TargetGroupArn)
		}
		for _, arn := range arns {
			if of, ok := m.TargetGroupOf(arn).One(); ok && of == targets {
				return value.Yes
			}
		}
	}
	return value.Maybe
}

// taken is the link through the security groups of a load balancer to the port of a
// listener. Without a group a network load balancer takes all that comes.
func taken(m *model.Model, lb *model.LoadBalancer, l *model.Listener) (link, place) {
	if lb.SecurityGroups.Empty() == value.Yes && lb.LoadBalancerType.Is("network") == value.Yes {
		return link{sure: value.Yes}, place{Located: l.Port, path: "loadBalancers.port"}
	}
	in, o := admitted(m, []groups{{&lb.SecurityGroups, "loadBalancers.securityGroups"}}, func(r *model.SecurityGroupRule) value.Truth {
		port, known := l.Port.Known()
		if !known {
			return value.Maybe
		}
		return r.Covers("tcp", port)
	})
	if o.Located == nil {
		o.place = place{Located: l.Port, path: "loadBalancers.port"}
	}
	return in, o.place
}
