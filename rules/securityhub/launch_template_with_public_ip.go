package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var launchTemplateWithPublicIP = &rules.Rule{
	ID:       "EC2.25",
	Slug:     "launch-template-with-public-ip",
	Severity: rules.High,
	Title:    "Launch template gives network interfaces public IP addresses",
	Why:      whyPublicIP,
	Fix: "Set `associatePublicIpAddress` to `false` for every network interface (Terraform: " +
		"`associate_public_ip_address = false`), and place the instances in private subnets behind a load balancer.",
	Notes: "The control fails an explicit `true` only: without it the subnets decide.",
	Docs:  []rules.Link{control("EC2.25"), configRule("ec2-launch-template-public-ip-disabled")},
	Related: slices.Concat(
		publicIPRequirements,
		pci4("1.4.4"),
		controlTower("CT.EC2.PR.9"),
	),
	Check: rules.On(func(p *rules.Pass, t *model.LaunchTemplate) {
		for n := range rules.Each(p, &t.Launch.NetworkInterfaces) {
			ip := n.AssociatePublicIpAddress
			p.When(ip.Is(true), ip, "launch template %s gives instances public IP addresses", t).
				Fix(rules.Set(ip, false))
		}
	}),
}
