package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var launchConfigurationWithPublicIP = &rules.Rule{
	ID:       "AutoScaling.5",
	Slug:     "launch-configuration-with-public-ip",
	Severity: rules.High,
	Title:    "Launch configuration gives its instances public IP addresses",
	Why:      whyPublicIP,
	Fix: "Set `associatePublicIpAddress` to `false` (Terraform: `associate_public_ip_address = false`), and place " +
		"the instances in private subnets behind a load balancer.",
	Notes: "The control fails an explicit `true` only: without it the subnets decide.",
	Docs:  []rules.Link{control("AutoScaling.5"), configRule("autoscaling-launch-config-public-ip-disabled")},
	Related: slices.Concat(
		publicIPRequirements,
		pci4("1.4.4"),
		controlTower("CT.AUTOSCALING.PR.5"),
	),
	Check: rules.On(func(p *rules.Pass, c *model.LaunchConfiguration) {
		ip := c.Launch.AssociatePublicIpAddress
		p.When(ip.Is(true), ip, "launch configuration %s gives instances public IP addresses", c).
			Fix(rules.Set(ip, false))
	}),
}

// whyPublicIP is what the rules about public addresses of instances share.
const whyPublicIP = "An instance with a public address, and with it the containers on it, can be reached from the " +
	"internet as soon as one security group rule allows it."

// publicIPRequirements are what the controls about public addresses of instances
// stand for.
var publicIPRequirements = nist("AC-3", "AC-3(7)", "AC-4", "AC-4(21)", "AC-6", "AC-21", "SC-7", "SC-7(3)", "SC-7(4)", "SC-7(9)",
	"SC-7(11)", "SC-7(16)", "SC-7(20)", "SC-7(21)")
