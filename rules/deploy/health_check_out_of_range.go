package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var healthCheckOutOfRange = &rules.Rule{
	ID:       "DEPLOY.18",
	Slug:     "health-check-out-of-range",
	Severity: rules.High,
	Title:    "Number of a health check is out of range",
	Why:      "ECS refuses the task definition.",
	Fix: "Use an `interval` of 5 to 300 seconds, a `timeout` of 2 to 60, 1 to 10 `retries`, and a `startPeriod` of " +
		"0 to 300.",
	Notes: "AWS documents the ranges; the message of the live API was not seen. A 0 is not reported, as tools write " +
		"it for what is not set.",
	Docs: []rules.Link{apiPage("HealthCheck")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			h := &c.HealthCheck
			for _, x := range []struct {
				n         value.IntSetting
				low, high int
			}{{h.Interval, 5, 300}, {h.Timeout, 2, 60}, {h.Retries, 1, 10}, {h.StartPeriod, 0, 300}} {
				p.When(outside(x.n, x.low, x.high).And(x.n.Is(0).Not()), x.n,
					"%s of the health check of container %s is %s, not %d to %d", x.n.Name(), c, x.n, x.low, x.high)
			}
		}
	}),
}
