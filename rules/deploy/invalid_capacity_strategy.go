package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidCapacityStrategy = &rules.Rule{
	ID:       "DEPLOY.103",
	Slug:     "invalid-capacity-strategy",
	Severity: rules.High,
	Title:    "Capacity provider strategy is invalid",
	Why: "ECS refuses the service: a strategy has up to 20 capacity providers, one of which may have a `base` of " +
		"up to 100000, and weights of up to 1000.",
	Fix:   "Keep `base` with one capacity provider, and both numbers in their limits.",
	Notes: "The live API's refusal of a second base is on record; the other limits are documented.",
	Docs:  []rules.Link{apiPage("CapacityProviderStrategyItem"), apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		strategy := &s.CapacityProviderStrategy
		p.When(strategy.Count().Above(value.Exactly(maxProviders)), strategy, "strategy of service %s has more than %d capacity providers", s, maxProviders)
		earlier := value.No
		for item := range rules.Each(p, strategy) {
			p.When(outside(item.Base, 0, maxBase), item.Base, "base %s in the strategy of service %s is not from 0 to %d", item.Base, s, maxBase)
			p.When(outside(item.Weight, 0, maxWeight), item.Weight, "weight %s in the strategy of service %s is not from 0 to %d", item.Weight, s, maxWeight)
			based := item.Base.Satisfies(func(n int) bool { return n > 0 })
			p.When(earlier.And(based), item.Base, "%s is the second capacity provider with a base in the strategy of service %s", item.CapacityProvider, s)
			earlier = earlier.Or(based.And(item.Exists()))
		}
	}),
}

// The limits of a strategy. API Reference, CapacityProviderStrategyItem and
// CreateService, November 2026.
const (
	maxProviders = 20
	maxBase      = 100000
	maxWeight    = 1000
)
