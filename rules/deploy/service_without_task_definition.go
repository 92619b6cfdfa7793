package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var serviceWithoutTaskDefinition = &rules.Rule{
	ID:       "DEPLOY.104",
	Slug:     "service-without-task-definition",
	Severity: rules.High,
	Title:    "Service has no task definition",
	Why:      "ECS refuses the service, as there is nothing to run.",
	Fix:      "Set `taskDefinition`.",
	Notes: "AWS documents the need; the message of the live API was not seen. The rule does not apply to services " +
		"whose deployments an external controller makes: their task sets have the task definition. Tools give it " +
		"to services in files of their own when they deploy them.",
	Docs: []rules.Link{apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.DeploymentController.Is(external).Not(), s.DeploymentController) {
			return
		}
		p.When(s.MissesTaskDefinition(), s.TaskDefinition, "service %s has no task definition", s)
	}),
}
