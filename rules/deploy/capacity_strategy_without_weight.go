package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var capacityStrategyWithoutWeight = &rules.Rule{
	ID:       "DEPLOY.260",
	Slug:     "capacity-strategy-without-weight",
	Severity: rules.High,
	Title:    "No capacity provider of the strategy has a weight",
	Why:      "ECS refuses the service: without a `weight` above 0 nothing says where its tasks go. The default is 0.",
	Fix:      "Give at least one capacity provider a `weight` above 0.",
	Notes: "The live API's refusal is on record. A single capacity provider without a weight is passed over, as AWS " +
		"documents the condition for several.",
	Docs: []rules.Link{apiPage("CapacityProviderStrategyItem"), apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		strategy := &s.CapacityProviderStrategy
		weighted := strategy.Any(func(i *model.CapacityProviderStrategyItem) value.Truth {
			return i.Weight.Satisfies(func(n int) bool { return n > 0 })
		})
		p.When(strategy.Count().Above(value.Exactly(1)).And(weighted.Not()), strategy,
			"no capacity provider in the strategy of service %s has a weight above 0", s)
	}),
}
