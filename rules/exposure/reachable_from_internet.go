package exposure

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var reachableFromInternet = &rules.Rule{
	ID:       "EXPOSURE.5",
	Slug:     "reachable-from-internet",
	Severity: rules.High,
	Title:    "Tasks or instances can be reached from the internet",
	Why: "A public address, a security group that lets everybody in and a route to an internet gateway together " +
		"are a way from the internet to the workload, and to each of its vulnerabilities.",
	Fix: "Break one of the three: use private subnets without public addresses, and let in only the load balancer. " +
		"A load balancer that only you use can be internal.",
	Notes: "All links of the way have to be certain: where one is not known, such as the route table of a subnet that " +
		"is not in the code, that cannot be told. Looked at are services and task sets with a network " +
		"configuration, instances, and Auto Scaling groups of ECS container instances. Public addresses count on " +
		"any port of TCP and UDP. A load balancer that faces the internet counts on other ports than those of " +
		"`loadBalancerPorts`, as a public site is no fault; targets that are attached to a target group one by one, " +
		"and classic load balancers, are not looked at. Of network ACLs only those that let in all, or nothing " +
		"from everywhere, are judged.",
	Docs:   docs,
	Params: []rules.Param{publicPorts},
	Check: rules.Checks(
		rules.On(func(p *rules.Pass, s *model.Service) {
			if !inNetwork(p, &s.Network, s.LaunchType) {
				return
			}
			what := fmt.Sprintf("service %s", s)
			direct(p, what, addressesOfTasks(&s.Network, p.Model.ServiceRunsOn(s, model.Fargate)), ofTasks(&s.Network), &s.Network.Subnets)
			for b := range rules.Each(p, &s.LoadBalancers) {
				balanced(p, what, b.Path()+".targetGroupArn", b.TargetGroupArn)
			}
		}),
		rules.On(func(p *rules.Pass, s *model.TaskSet) {
			if inNetwork(p, &s.Network, s.LaunchType) {
				what := fmt.Sprintf("task set %s", s)
				direct(p, what, addressesOfTasks(&s.Network, p.Model.TaskSetRunsOn(s, model.Fargate)), ofTasks(&s.Network), &s.Network.Subnets)
			}
		}),
		rules.On(func(p *rules.Pass, i *model.Instance) {
			launch, sure := p.Model.LaunchOf(i)
			if p.Scope(sure, &i.LaunchTemplate) && p.Scope(launch.NetworkInterfaces.Complete, &launch.NetworkInterfaces) {
				subnets := subnetsOfInstance(launch)
				of := ofLaunch(launch, i.SecondaryInterfaces.Items...)
				direct(p, fmt.Sprintf("instance %s", i), addressesOfInstance(p.Model, i, launch, subnets), of, subnets)
			}
		}),
		rules.On(func(p *rules.Pass, g *model.AutoScalingGroup) {
			launch, ok := launches(p, g)
			if !ok || !p.Scope(launch.NetworkInterfaces.Complete, &launch.NetworkInterfaces) {
				return
			}
			what := fmt.Sprintf("the instances of Auto Scaling group %s", g)
			direct(p, what, addressesOfLaunch(p.Model, launch, &g.Subnets.Strings), ofLaunch(launch), &g.Subnets.Strings)
			for _, arn := range g.TargetGroupArns.Items {
				balanced(p, what, arn.Name(), arn)
			}
		}),
	),
}

// publicPorts are the ports of public sites.
var publicPorts = rules.Param{
	Name:    "loadBalancerPorts",
	About:   "ports on which load balancers may take requests from everywhere",
	Default: []string{"80", "443"},
}

// subnetsOfInstance are the subnets of an instance: of its interfaces, or its own.
func subnetsOfInstance(l *model.LaunchSettings) *model.Strings {
	out := &model.Strings{Complete: value.Yes}
	for _, n := range l.NetworkInterfaces.Items {
		if n.SubnetId.Set() != value.No {
			out.Items = append(out.Items, n.SubnetId)
		}
	}
	if len(out.Items) == 0 {
		out.Items = append(out.Items, l.SubnetId)
	}
	return out
}

// direct reports what can be reached at an address of its own.
func direct(p *rules.Pass, what string, a address, of []groups, subnets *model.Strings) {
	if a.sure == value.No {
		return
	}
	open, o := admitted(p.Model, of, anyPort)
	way := a.link.and(open).and(routed(p.Model, subnets))
	x := a.place
	x.way, x.why = append(x.way, way.steps...), way.doubt
	p.When(way.sure, x, "%s can be reached from the internet: there is a public address, a security group is open to %s, and a subnet has a "+
		"route to an internet gateway", what, o)
}

// balanced reports what can be reached through a load balancer that sends requests
// to a target group.
func balanced(p *rules.Pass, what, path string, group value.StringSetting) {
	for _, e := range frontends(p.Model, group, ports(p, publicPorts.Name)) {
		x := e.place
		x.path, x.why = strings.TrimSuffix(path+"."+x.path, "."), e.doubt
		x.way = append(e.steps, at("targetGroupArn", group))
		p.When(e.sure, x, "%s can be reached from the internet: %s faces it and takes requests from everywhere", what, e)
	}
}
