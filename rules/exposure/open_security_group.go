package exposure

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var openSecurityGroup = &rules.Rule{
	ID:       "EXPOSURE.3",
	Slug:     "open-security-group",
	Severity: rules.High,
	Title:    "Security group of tasks or instances is open to the world",
	Why: "What listens on a port that everybody may connect to is attacked by everybody as soon as there is a way " +
		"from the internet.",
	Fix: "Allow the security group of the load balancer or the ranges of addresses that need the port, in place of " +
		"`0.0.0.0/0` and `::/0`.",
	Notes: "Looked at are the security groups of services and task sets with a network configuration, of instances, " +
		"of Auto Scaling groups of ECS container instances and of capacity providers with managed instances. " +
		"What opens no more than the ports of SSH and RDP is EXPOSURE.4's, and rules for ICMP are passed over. " +
		"Without a security group the default one of the network is taken, of which nothing is known.",
	Docs:   docs,
	Params: []rules.Param{authorizedPorts},
	Check: onEndpoints(func(p *rules.Pass, e endpoint) {
		passed := slices.Concat(ports(p, authorizedPorts.Name), remoteAccess)
		for _, g := range e.groups {
			for _, o := range openings(p.Model, g, func(r *model.SecurityGroupRule) value.Truth { return opensMoreThan(r, passed) }) {
				p.When(o.sure, o, "a security group of %s is open to %s", e.name, o)
			}
		}
	}),
}

// authorizedPorts has the name and default of the parameter of EC2.18.
var authorizedPorts = rules.Param{
	Name:    "authorizedTcpPorts",
	About:   "ports that may be open to the world",
	Default: []string{"80", "443"},
}
