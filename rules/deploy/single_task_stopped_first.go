package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var singleTaskStoppedFirst = &rules.Rule{
	ID:       "DEPLOY.304",
	Slug:     "single-task-stopped-first",
	Severity: rules.Low,
	Title:    "The only task is stopped before another one is there",
	Why: "With `minimumHealthyPercent` of 0 a deployment may stop the one task that there is: the service is away " +
		"until the next one is ready.",
	Fix: "Set `minimumHealthyPercent` to 100.",
	Notes: "What changes the desired count later, such as auto scaling, is not looked at. The rule applies to " +
		"rolling updates of services that are no daemons.",
	Profile: "operations",
	Docs:    []rules.Link{apiPage("DeploymentConfiguration")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(rolling(s), s.SchedulingStrategy) {
			return
		}
		p.When(s.DesiredCount.Is(1).And(s.MinimumHealthyPercent.Is(0)), s.MinimumHealthyPercent, "the one task of service %s may be stopped before another one runs", s)
	}),
}
