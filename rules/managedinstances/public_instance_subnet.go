package managedinstances

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var publicInstanceSubnet = &rules.Rule{
	ID:       "MI.3",
	Slug:     "public-instance-subnet",
	Severity: rules.Medium,
	Title:    "Managed instances are launched in a public subnet",
	Why: "From a subnet with a route to an internet gateway an instance can be reached as soon as it has a public " +
		"address and one security group rule allows it.",
	Fix: "Name private subnets, with a NAT gateway or VPC endpoints, in `networkConfiguration.subnets`.",
	Notes: "A subnet is public if its route table, or else the main one of its network, has a route for all " +
		"addresses to an internet gateway. Of a subnet that is not in the code that cannot be told.",
	Docs: []rules.Link{security},
	Check: onProviders(func(p *rules.Pass, c *model.CapacityProvider, l *model.InstanceLaunch) {
		subnets := &l.Network.Subnets
		for _, s := range subnets.Items {
			ref := p.Model.SubnetOf(s)
			subnet, ok := ref.One()
			if !ok {
				p.When(ref.Sure, ref, "whether subnet %s of capacity provider %s is public is not known", s, c)
				continue
			}
			route := p.Model.RouteToInternet(subnet)
			p.When(route.Truth, routed{s, route}, "capacity provider %s launches instances in the public subnet %s", c, subnet)
		}
		p.When(subnets.Complete.Not(), subnets, "not every subnet of capacity provider %s is known", c)
	}),
}

// routed is the place where a subnet is named, with the way of its traffic for a
// trail.
type routed struct {
	value.StringSetting
	answer model.Answer
}

// Trail leads over the route table of the subnet.
func (r routed) Trail() []value.Step { return append(r.StringSetting.Trail(), r.answer.Trail()...) }

// Reason says why it is not known where the traffic goes.
func (r routed) Reason() string { return r.answer.Reason() }
