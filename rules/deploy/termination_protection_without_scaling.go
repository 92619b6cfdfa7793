package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var terminationProtectionWithoutScaling = &rules.Rule{
	ID:       "DEPLOY.143",
	Slug:     "termination-protection-without-scaling",
	Severity: rules.High,
	Title:    "Termination protection works only with managed scaling",
	Why:      "ECS protects instances that it scales itself: without managed scaling there is no protection.",
	Fix:      "Set `managedScaling.status` to `ENABLED`, or `managedTerminationProtection` to `DISABLED`.",
	Notes: "AWS documents the need; the message of the live API was not seen. Where `status` is left out nothing is " +
		"said.",
	Docs: []rules.Link{apiPage("AutoScalingGroupProvider")},
	Check: rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
		protection := c.AutoScalingGroup.ManagedTerminationProtection
		if !p.Scope(protection.Is("ENABLED"), protection) {
			return
		}
		p.When(c.AutoScalingGroup.ManagedScalingStatus.Is("DISABLED"), protection,
			"capacity provider %s protects its instances from termination without managed scaling", c)
	}),
}
