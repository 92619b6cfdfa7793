package exposure

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// groups are the security groups of one network interface.
type groups struct {
	*model.Strings
	path string // inside the resource that has the interface
}

// opening is a range of addresses that a security group lets in, or may let in.
type opening struct {
	place
	sure  value.Truth
	group *model.SecurityGroup     // nil if it is not known
	rule  *model.SecurityGroupRule // nil if it is not known
}

// String says for messages what is open: "all addresses on port 8080".
func (o opening) String() string {
	if o.rule == nil {
		return "all addresses"
	}
	return "all addresses on " + portsOf(o.rule)
}

// openings gives what the security groups of an interface let in from everywhere by
// rules of the kind that admits asks for. What is not known may be one.
func openings(m *model.Model, of groups, admits func(*model.SecurityGroupRule) value.Truth) []opening {
	var out []opening
	maybe := func(x rules.Located, path, why string) {
		out = append(out, opening{place: place{Located: x, path: path, why: why}, sure: value.Maybe})
	}
	if of.Empty() == value.Yes {
		maybe(of, of.path, "no security group is named: it has the default one of its network, whose rules are unknown")
	}
	if of.Complete != value.Yes {
		maybe(of, of.path, cmp.Or(of.Reason(), "its security groups are unknown"))
	}
	for _, s := range of.Items {
		path := of.path + s.Name()[len(of.Name()):]
		ref := m.SecurityGroupOf(s)
		group, ok := ref.One()
		if !ok {
			if ref.Sure != value.No {
				maybe(ref, path, ref.Reason())
			}
			continue
		}
		for _, o := range openingsOf(m, group, admits) {
			o.path = path + "." + o.path
			o.way = append(o.way, over(group), at(of.Name(), s))
			out = append(out, o)
		}
	}
	return out
}

// openingsOf is [openings] for one security group.
func openingsOf(m *model.Model, group *model.SecurityGroup, admits func(*model.SecurityGroupRule) value.Truth) []opening {
	var out []opening
	ingress := m.IngressOf(group)
	if ingress.Complete != value.Yes {
		why := cmp.Or(ingress.Reason(), "not all rules of "+group.Address+" are known")
		out = append(out, opening{place{Located: ingress, path: "ingress", why: why}, value.Maybe, group, nil})
	}
	for _, r := range ingress.Items {
		admitted := r.Exists().And(admits(r))
		why := ""
		if admitted == value.Maybe {
			why = cmp.Or(r.Reason(), r.FromPort.Reason(), r.ToPort.Reason(), r.Protocol.Reason(), "what the rule is about is unknown")
		}
		for _, s := range sources(m, r) {
			if t := s.sure.And(admitted); t != value.No {
				s.sure, s.group, s.rule = t, group, r
				s.path, s.why = r.Path()+"."+s.path, cmp.Or(why, s.why)
				out = append(out, s)
			}
		}
	}
	return out
}

// sources gives the ranges of addresses that a rule is about, as far as they may be
// all addresses.
func sources(m *model.Model, r *model.SecurityGroupRule) []opening {
	var out []opening
	add := func(t value.Truth, x rules.Located, path, why string) {
		if t != value.No {
			out = append(out, opening{place: place{Located: x, path: path, why: why}, sure: t})
		}
	}
	for _, l := range []*model.OneOrMany{&r.CidrBlocks, &r.Ipv6CidrBlocks, &r.PrefixListIds} {
		add(l.Complete.Not(), l, l.Name(), cmp.Or(l.Reason(), "its ranges of addresses are unknown"))
	}
	for c := range r.Cidrs() {
		add(model.AnyAddress(c), c, c.Name(), "")
	}
	for _, id := range r.PrefixListIds.Items {
		ref := m.PrefixListOf(id)
		list, ok := ref.One()
		if !ok {
			add(ref.Sure, id, id.Name(), ref.Reason())
			continue
		}
		cidrs := m.CidrsOf(list)
		everywhere := func(e *model.PrefixListEntry) value.Truth { return model.AnyAddress(e.Cidr) }
		add(cidrs.Any(everywhere), id, id.Name(), cmp.Or(cidrs.Reason(), "the entries of "+list.Address+" are unknown"))
	}
	return out
}

// portsOf names the ports of a rule for messages.
func portsOf(r *model.SecurityGroupRule) string {
	from, known := r.FromPort.Known()
	to, both := r.ToPort.Known()
	switch {
	case model.Protocol(r.Protocol, "all") == value.Yes:
		return "all ports"
	case !known || !both:
		return "some ports"
	case from == to:
		return fmt.Sprintf("port %d", from)
	}
	return fmt.Sprintf("ports %d to %d", from, to)
}

// opensMoreThan asks whether a rule opens a port of TCP or UDP besides those of a
// list. One without ports is for all of them.
func opensMoreThan(r *model.SecurityGroupRule, ports []int) value.Truth {
	all := r.FromPort.Set().Not().Or(r.ToPort.Set().Not())
	more := value.Both(r.FromPort, r.ToPort, func(from, to int) bool {
		n := to - max(from, 1) + 1
		for _, p := range ports {
			if from <= p && p <= to {
				n--
			}
		}
		return n > 0
	})
	return model.Protocol(r.Protocol, "all").Or(model.Protocol(r.Protocol, "tcp", "udp").And(all.Or(more)))
}

// ports reads a parameter that lists ports. What is no number is none.
func ports(p *rules.Pass, name string) []int {
	var out []int
	for _, s := range p.Strings(name) {
		if n, err := strconv.Atoi(s); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// endpoint is what can be reached over the network.
type endpoint struct {
	name   string // for messages: "service web"
	groups []groups
}

// onEndpoints gives a check that calls f once for each resource that has network
// interfaces of its own, or whose instances have.
func onEndpoints(f func(p *rules.Pass, e endpoint)) rules.Check {
	return rules.Checks(
		rules.On(func(p *rules.Pass, s *model.Service) {
			if inNetwork(p, &s.Network, s.LaunchType) {
				f(p, endpoint{fmt.Sprintf("service %s", s), ofTasks(&s.Network)})
			}
		}),
		rules.On(func(p *rules.Pass, s *model.TaskSet) {
			if inNetwork(p, &s.Network, s.LaunchType) {
				f(p, endpoint{fmt.Sprintf("task set %s", s), ofTasks(&s.Network)})
			}
		}),
		rules.On(func(p *rules.Pass, i *model.Instance) {
			launch, sure := p.Model.LaunchOf(i)
			if p.Scope(sure, &i.LaunchTemplate) && p.Scope(launch.NetworkInterfaces.Complete, &launch.NetworkInterfaces) {
				f(p, endpoint{fmt.Sprintf("instance %s", i), ofLaunch(launch, i.SecondaryInterfaces.Items...)})
			}
		}),
		rules.On(func(p *rules.Pass, g *model.AutoScalingGroup) {
			if launch, ok := launches(p, g); ok && p.Scope(launch.NetworkInterfaces.Complete, &launch.NetworkInterfaces) {
				f(p, endpoint{fmt.Sprintf("the instances of Auto Scaling group %s", g), ofLaunch(launch)})
			}
		}),
		rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
			launch := &c.ManagedInstances.Launch
			if p.Scope(c.ManagedInstances.Exists(), &c.ManagedInstances) {
				f(p, endpoint{fmt.Sprintf("the instances of capacity provider %s", c), []groups{{
					&launch.Network.SecurityGroups, launch.Network.Path() + ".securityGroups",
				}}})
			}
		}),
	)
}

// inNetwork limits a rule to tasks with interfaces of their own in a network of
// AWS.
func inNetwork(p *rules.Pass, n *model.AwsvpcConfiguration, launch value.StringSetting) bool {
	return p.Scope(n.Exists(), n) && p.Scope(launch.Is(model.External).Not(), launch)
}

// ofTasks are the security groups of tasks.
func ofTasks(n *model.AwsvpcConfiguration) []groups {
	return []groups{{&n.SecurityGroups, n.Path() + ".securityGroups"}}
}

// ofLaunch are the security groups of instances that are launched so: those of their
// interfaces, or else their own.
func ofLaunch(l *model.LaunchSettings, more ...*model.InterfaceSpec) []groups {
	var out []groups
	for _, n := range slices.Concat(l.NetworkInterfaces.Items, more) {
		if n.SecurityGroups.Empty() != value.Yes {
			out = append(out, groups{&n.SecurityGroups, n.Path() + ".securityGroups"})
		}
	}
	if len(out) == 0 {
		out = append(out, groups{&l.SecurityGroupIds, "securityGroupIds"})
	}
	return out
}
