package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var unassociatedDefaultProvider = &rules.Rule{
	ID:       "DEPLOY.276",
	Slug:     "unassociated-default-provider",
	Severity: rules.High,
	Title:    "Default strategy names a capacity provider that is not associated",
	Why: "ECS refuses the association: \"The specified capacity provider strategy cannot contain a capacity " +
		"provider that is not associated with the cluster\".",
	Fix:   "Add the capacity provider to `capacityProviders`.",
	Notes: "The message is that of the live API.",
	Docs:  []rules.Link{apiPage("PutClusterCapacityProviders")},
	Check: rules.On(func(p *rules.Pass, a *model.ClusterCapacityProviders) {
		for item := range rules.Each(p, &a.DefaultCapacityProviderStrategy) {
			p.When(p.Model.ListsProvider(&a.CapacityProviders, item.CapacityProvider).Not(), item,
				"capacity provider %s of the default strategy is not associated with the cluster", item.CapacityProvider)
		}
	}),
}
