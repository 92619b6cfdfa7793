package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var privilegedOnFargate = &rules.Rule{
	ID:       "DEPLOY.62",
	Slug:     "privileged-on-fargate",
	Severity: rules.High,
	Title:    "Fargate task has a privileged container",
	Why:      "Fargate has no host whose privileges a container could have: ECS refuses the task definition.",
	Fix:      "Delete `privileged`, or run the task on instances.",
	Notes:    "AWS lists the parameter as invalid for Fargate; the message of the live API was not seen.",
	Docs:     []rules.Link{fargatePage, apiPage("ContainerDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		without(p, t, "Fargate", "privileged")
	}),
}
