package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidRestartPolicy = &rules.Rule{
	ID:       "DEPLOY.19",
	Slug:     "invalid-restart-policy",
	Severity: rules.High,
	Title:    "Restart policy is incomplete or out of range",
	Why:      "ECS refuses the task definition.",
	Fix:      "Set `enabled`, a `restartAttemptPeriod` of 60 to 1800 seconds, and up to 50 `ignoredExitCodes`.",
	Notes:    "AWS documents the limits; the messages of the live API were not seen.",
	Docs:     []rules.Link{apiPage("ContainerRestartPolicy")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			r := &c.RestartPolicy
			p.When(r.Exists().And(r.Enabled.Set().Not()), r.Enabled, "restart policy of container %s does not say whether it is enabled", c)
			p.When(outside(r.RestartAttemptPeriod, 60, 1800), r.RestartAttemptPeriod,
				"restartAttemptPeriod of container %s is %s, not 60 to 1800", c, r.RestartAttemptPeriod)
			p.When(r.IgnoredExitCodes.Count().Above(value.Exactly(maxExitCodes)), &r.IgnoredExitCodes,
				"restart policy of container %s ignores more than %d exit codes", c, maxExitCodes)
		}
	}),
}

// maxExitCodes is how many exit codes a restart policy can ignore. API Reference,
// ContainerRestartPolicy, November 2026.
const maxExitCodes = 50
