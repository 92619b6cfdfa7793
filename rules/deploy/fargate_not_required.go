package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var fargateNotRequired = &rules.Rule{
	ID:       "DEPLOY.106",
	Slug:     "fargate-not-required",
	Severity: rules.Medium,
	Title:    "Service on Fargate has a task definition for other compute",
	Why: "A task definition that requires other compute only was not checked for Fargate, which may refuse its " +
		"tasks.",
	Fix:   "Add `FARGATE` to `requiresCompatibilities`, or run the service elsewhere.",
	Notes: "Only cfn-lint is known to refuse it (E3054). A task definition that requires nothing is passed over.",
	Docs:  []rules.Link{apiPage("RegisterTaskDefinition"), fargatePage},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(p.Model.ServiceRunsOn(s, model.Fargate), s.LaunchType) {
			return
		}
		other := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth {
			return t.RequiresCompatibilities.Empty().Or(listsFargate(t)).Not()
		})
		p.When(other, s.TaskDefinition, "service %s runs on Fargate, which its task definition does not require", s)
	}),
}
