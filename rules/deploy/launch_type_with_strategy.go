package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var launchTypeWithStrategy = &rules.Rule{
	ID:       "DEPLOY.101",
	Slug:     "launch-type-with-strategy",
	Severity: rules.High,
	Title:    "Service has a launch type and a capacity provider strategy",
	Why: "ECS refuses the service: \"Specifying both a launch type and capacity provider strategy is not " +
		"supported\".",
	Fix:   "Keep `capacityProviderStrategy` and delete `launchType`, or the other way round.",
	Notes: "The message is that of the live API.",
	Docs:  []rules.Link{apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		both := s.LaunchType.NotBlank().And(s.CapacityProviderStrategy.NotEmpty())
		p.When(both, s.LaunchType, "service %s has launch type %s beside its capacity provider strategy", s, s.LaunchType)
	}),
}
