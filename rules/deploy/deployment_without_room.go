package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var deploymentWithoutRoom = &rules.Rule{
	ID:       "DEPLOY.119",
	Slug:     "deployment-without-room",
	Severity: rules.High,
	Title:    "Deployments can neither stop nor start a task",
	Why: "A deployment replaces tasks: it stops old ones down to `minimumHealthyPercent` or starts new ones up to " +
		"`maximumPercent`. ECS refuses the service: \"Both maximumPercent and minimumHealthyPercent cannot be 100 " +
		"as this will block deployments\".",
	Fix: "Raise `maximumPercent`, or lower `minimumHealthyPercent`.",
	Notes: "The message is that of the live API for 100 and 100. For other equal numbers, and for a minimum above " +
		"the maximum, it was not seen. The rule applies to rolling updates of services that are no daemons.",
	Docs: []rules.Link{apiPage("DeploymentConfiguration")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(rolling(s), s.SchedulingStrategy) {
			return
		}
		blocked := value.Both(s.MinimumHealthyPercent, s.MaximumPercent, func(low, high int) bool { return low >= high })
		p.When(blocked, s.MaximumPercent, "service %s keeps at least %s and at most %s percent of its tasks", s, s.MinimumHealthyPercent, s.MaximumPercent)
	}),
}
