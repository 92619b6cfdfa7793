package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var managedScalingOutOfRange = &rules.Rule{
	ID:       "DEPLOY.144",
	Slug:     "managed-scaling-out-of-range",
	Severity: rules.High,
	Title:    "Number of managed scaling is out of range",
	Why: "ECS refuses the capacity provider: the target capacity is from 1 to 100 percent, steps are from 1 to " +
		"10000 instances, the warm-up is up to 10000 seconds.",
	Fix:   "Correct the number.",
	Notes: "AWS documents the limits. The live API's refusal of a smallest step above the largest is on record.",
	Docs:  []rules.Link{apiPage("ManagedScaling")},
	Check: rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
		g := &c.AutoScalingGroup
		for _, n := range []struct {
			value.IntSetting
			low, high int
		}{
			{g.TargetCapacity, 1, 100},
			{g.MinimumScalingStepSize, 1, maxScaling},
			{g.MaximumScalingStepSize, 1, maxScaling},
			{g.InstanceWarmupPeriod, 0, maxScaling},
		} {
			p.When(outside(n.IntSetting, n.low, n.high), n.IntSetting, "%s %s of capacity provider %s is not from %d to %d", n.Name(), n, c, n.low, n.high)
		}
		reversed := value.Both(g.MinimumScalingStepSize, g.MaximumScalingStepSize, func(low, high int) bool { return low > high })
		p.When(reversed, g.MinimumScalingStepSize, "smallest step of capacity provider %s is above the largest", c)
	}),
}

// maxScaling is the largest step, and the longest warm-up in seconds. API
// Reference, ManagedScaling, November 2026.
const maxScaling = 10000
