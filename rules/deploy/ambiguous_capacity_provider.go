package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var ambiguousCapacityProvider = &rules.Rule{
	ID:       "DEPLOY.140",
	Slug:     "ambiguous-capacity-provider",
	Severity: rules.High,
	Title:    "Capacity provider has two kinds of capacity or none",
	Why:      "ECS refuses the capacity provider: it has either an Auto Scaling group or Managed Instances.",
	Fix:      "Keep one of `autoScalingGroupProvider` and `managedInstancesProvider`.",
	Notes:    "AWS documents it; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("CreateCapacityProvider")},
	Check: rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
		group, managed := c.AutoScalingGroup.Exists(), c.ManagedInstances.Exists()
		p.When(group.And(managed), &c.ManagedInstances, "capacity provider %s has Managed Instances beside an Auto Scaling group", c)
		p.When(group.Or(managed).Not(), c, "capacity provider %s has neither an Auto Scaling group nor Managed Instances", c)
	}),
}
