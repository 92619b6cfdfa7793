package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unprotectedAutoScalingGroup = &rules.Rule{
	ID:       "DEPLOY.275",
	Slug:     "unprotected-auto-scaling-group",
	Severity: rules.High,
	Title:    "Auto Scaling group does not protect its instances from scale-in",
	Why: "ECS refuses the capacity provider: \"To enable managed termination protection for a capacity provider, " +
		"the Auto Scaling group must have instance protection from scale in enabled\".",
	Fix: "Set `NewInstancesProtectedFromScaleIn` of the Auto Scaling group (Terraform: `protect_from_scale_in`) to " +
		"true.",
	Notes: "The message is that of the live API.",
	Docs:  []rules.Link{apiPage("AutoScalingGroupProvider")},
	Check: rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
		protection := c.AutoScalingGroup.ManagedTerminationProtection
		if !p.Scope(protection.Is("ENABLED"), protection) {
			return
		}
		unprotected := p.Model.AutoScalingGroupOf(c).Ask(func(g *model.AutoScalingGroup) value.Truth {
			return g.NewInstancesProtectedFromScaleIn.Is(true).Not()
		})
		p.When(unprotected, protection, "capacity provider %s protects its instances from termination, but its Auto Scaling group does not", c)
	}),
}
