package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var noTerminationProtection = &rules.Rule{
	ID:       "ECS.19",
	Slug:     "no-termination-protection",
	Severity: rules.Medium,
	Title:    "Capacity provider does not protect its instances from termination",
	Why: "When the Auto Scaling group shrinks it may end instances on which tasks still run, and the tasks " +
		"with them.",
	Fix: "Set `managedTerminationProtection` to `ENABLED`. It works only with managed scaling enabled and " +
		"with an Auto Scaling group that protects new instances from scale-in.",
	Notes: "An absent `managedTerminationProtection` is `DISABLED`. The control does not apply to capacity " +
		"providers without an Auto Scaling group.",
	Docs: []rules.Link{control("ECS.19"), configRule("ecs-capacity-provider-termination-check")},
	Check: rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
		if !p.Scope(c.AutoScalingGroup.Exists(), &c.AutoScalingGroup) {
			return
		}
		protection := c.AutoScalingGroup.ManagedTerminationProtection
		accepted := c.AutoScalingGroup.ManagedScalingStatus.Is("ENABLED") // else ECS refuses the protection
		p.When(protection.Is("ENABLED").Not(), protection, "capacity provider %s does not protect its instances from termination", c).
			FixIf(accepted, rules.Set(protection, "ENABLED"))
	}),
}
