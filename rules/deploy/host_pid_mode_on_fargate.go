package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var hostPidModeOnFargate = &rules.Rule{
	ID:       "DEPLOY.65",
	Slug:     "host-pid-mode-on-fargate",
	Severity: rules.High,
	Title:    "Fargate task shares the processes of its host",
	Why:      "ECS refuses the task definition: Fargate knows `task` only.",
	Fix:      "Delete `pidMode`, or set it to `task`.",
	Notes:    "The live API's message names `task` as the only value. What platform version that needs is DEPLOY.231.",
	Docs:     []rules.Link{apiPage("RegisterTaskDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		p.When(t.PidMode.Is("host"), t.PidMode, "task definition %s runs on Fargate with the process namespace of its host", t)
	}),
}
