package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var publicIP = &rules.Rule{
	ID:       "ECS.2",
	Slug:     "public-ip",
	Severity: rules.High,
	Title:    "Service gives its tasks public IP addresses",
	Why: "A task with a public address can be reached from the internet as soon as one security group rule " +
		"allows it.",
	Fix: "Set `assignPublicIp` to `DISABLED` (Terraform: `assign_public_ip = false`). Place the tasks in " +
		"private subnets with a NAT gateway or VPC endpoints, and a load balancer in front.",
	Notes: "An absent `assignPublicIp` is `DISABLED`. The control does not apply to services without an " +
		"`awsvpcConfiguration` and to external instances. A service whose deployments an external " +
		"controller makes has its network in task sets: see ECS.16. Of the ARNs in `exemptEcsServiceArns` " +
		"the names of service and cluster count; whether a service without a name of its own is exempt " +
		"cannot be told.",
	Docs: []rules.Link{control("ECS.2")},
	Related: slices.Concat(
		nist("AC-3", "AC-3(7)", "AC-4", "AC-4(21)", "AC-6", "AC-21", "SC-7", "SC-7(3)", "SC-7(4)", "SC-7(9)", "SC-7(11)", "SC-7(16)",
			"SC-7(20)", "SC-7(21)"),
		pci4("1.4.4"),
		pci3("1.2.1", "1.3", "1.3.1", "1.3.2", "1.3.4", "1.3.6", "2.2.2"),
		controlTower("CT.ECS.PR.9"),
	),
	Params: []rules.Param{{
		Name:  "exemptEcsServiceArns",
		About: "ARNs of services that may have public addresses",
	}},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.Network.Exists(), &s.Network) || !p.Scope(s.LaunchType.Is(model.External).Not(), s.LaunchType) {
			return
		}
		ip := s.Network.AssignPublicIp
		exempt := p.Model.HasArn(s, p.Strings("exemptEcsServiceArns")...)
		p.When(ip.Is("ENABLED").And(exempt.Not()), ip, "service %s assigns public IP addresses to its tasks", s).
			Fix(rules.Set(ip, "DISABLED"))
	}),
}
