package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var placementOnFargate = &rules.Rule{
	ID:       "DEPLOY.116",
	Slug:     "placement-on-fargate",
	Severity: rules.High,
	Title:    "Service on Fargate chooses among instances",
	Why: "Fargate has no instances to choose from. ECS refuses the service: \"Placement constraints are not " +
		"supported with FARGATE launch type\".",
	Fix:   "Delete placement constraints and strategies.",
	Notes: "The message is that of the live API.",
	Docs:  []rules.Link{apiPage("CreateService"), fargatePage},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(p.Model.ServiceRunsOn(s, model.Fargate), s.LaunchType) {
			return
		}
		p.When(s.PlacementConstraints.NotEmpty(), &s.PlacementConstraints, "service %s runs on Fargate, but has placement constraints", s)
		p.When(s.PlacementStrategy.NotEmpty(), &s.PlacementStrategy, "service %s runs on Fargate, but has placement strategies", s)
	}),
}
