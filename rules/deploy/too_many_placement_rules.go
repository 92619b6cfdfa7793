package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var tooManyPlacementRules = &rules.Rule{
	ID:       "DEPLOY.117",
	Slug:     "too-many-placement-rules",
	Severity: rules.High,
	Title:    "Service has too many placement constraints or strategies",
	Why: "ECS refuses the service: it takes up to 10 placement constraints, those of the task definition included, " +
		"and up to 5 strategies.",
	Fix: "Join constraints in one expression, and keep 5 strategies.",
	Notes: "The live API's refusal of a sixth strategy is on record; the other limit is documented. Constraints of " +
		"the task definition are not added.",
	Docs: []rules.Link{apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		p.When(s.PlacementConstraints.Count().Above(value.Exactly(maxConstraints)), &s.PlacementConstraints,
			"service %s has more than %d placement constraints", s, maxConstraints)
		p.When(s.PlacementStrategy.Count().Above(value.Exactly(maxStrategies)), &s.PlacementStrategy,
			"service %s has more than %d placement strategies", s, maxStrategies)
	}),
}

// The most of both. API Reference, CreateService, November 2026.
const (
	maxConstraints = 10
	maxStrategies  = 5
)
