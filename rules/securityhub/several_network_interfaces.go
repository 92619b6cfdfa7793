package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var severalNetworkInterfaces = &rules.Rule{
	ID:       "EC2.17",
	Slug:     "several-network-interfaces",
	Severity: rules.Low,
	Title:    "Instance has several network interfaces",
	Why: "An instance in several subnets is a path between them that no route table shows, and on which security " +
		"groups and ACLs are easily forgotten.",
	Fix: "Keep one network interface. Where several addresses are the aim, give it secondary private addresses.",
	Notes: "Interfaces of the instance, of its launch template, and those that other resources attach count. What " +
		"Amazon ECS and EKS attach at run time is not in the code.",
	Docs:    []rules.Link{control("EC2.17"), configRule("ec2-instance-multiple-eni-check")},
	Related: slices.Concat(nist("AC-4(21)"), controlTower("CT.EC2.PR.12")),
	Check: rules.On(func(p *rules.Pass, i *model.Instance) {
		all := p.Model.InterfacesOf(i)
		var second rules.Located = all
		if len(all.Items) > 1 {
			second = all.Items[1]
		}
		p.When(all.Count().Above(value.Exactly(1)), second, "instance %s has several network interfaces", i)
	}),
}
