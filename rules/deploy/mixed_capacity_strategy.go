package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var mixedCapacityStrategy = &rules.Rule{
	ID:       "DEPLOY.261",
	Slug:     "mixed-capacity-strategy",
	Severity: rules.High,
	Title:    "Strategy mixes Fargate with other capacity providers",
	Why: "ECS refuses the service: \"A capacity provider strategy cannot contain a mix of capacity providers using " +
		"Auto Scaling groups and Fargate providers\".",
	Fix:   "Keep `FARGATE` and `FARGATE_SPOT` in the strategy, or the others.",
	Notes: "The message is that of the live API.",
	Docs:  []rules.Link{guidePage("Amazon ECS capacity providers for EC2 workloads", "asg-capacity-providers"), apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		strategy := &s.CapacityProviderStrategy
		builtIn := func(i *model.CapacityProviderStrategyItem) value.Truth {
			return p.Model.Provides(i.CapacityProvider, model.Fargate)
		}
		elsewhere := func(i *model.CapacityProviderStrategyItem) value.Truth { return builtIn(i).Not() }
		p.When(strategy.Any(builtIn).And(strategy.Any(elsewhere)), strategy,
			"strategy of service %s has Fargate's capacity providers beside others", s)
	}),
}
