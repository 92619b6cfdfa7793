package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var timeoutOnManagedInstances = &rules.Rule{
	ID:       "DEPLOY.233",
	Slug:     "timeout-on-managed-instances",
	Severity: rules.High,
	Title:    "Start or stop timeout is out of range on managed instances",
	Why:      "ECS refuses the task definition.",
	Fix:      "Set `startTimeout` to up to 600 seconds, and `stopTimeout` to up to 86400.",
	Notes:    "AWS documents the limits; the message of the live API was not seen.",
	Docs:     []rules.Link{managedPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onManagedInstances(p, t) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			p.When(outside(c.StartTimeout, 0, 600), c.StartTimeout, "startTimeout of container %s is %s, not up to 600 seconds", c, c.StartTimeout)
			p.When(outside(c.StopTimeout, 0, 86400), c.StopTimeout, "stopTimeout of container %s is %s, not up to 86400 seconds", c, c.StopTimeout)
		}
	}),
}
