package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var unlistedDefaultProvider = &rules.Rule{
	ID:       "DEPLOY.147",
	Slug:     "unlisted-default-provider",
	Severity: rules.High,
	Title:    "Default strategy names a capacity provider that the cluster does not list",
	Why: "ECS refuses the cluster: \"The specified capacity provider strategy cannot contain a capacity provider " +
		"that is not associated with the cluster\".",
	Fix: "Add the capacity provider to `capacityProviders`.",
	Notes: "The message is that of the live API. Clusters that list no capacity providers are passed over: they may " +
		"be associated elsewhere.",
	Docs: []rules.Link{apiPage("CreateCluster")},
	Check: rules.On(func(p *rules.Pass, c *model.Cluster) {
		if !p.Scope(c.CapacityProviders.Empty().Not(), &c.CapacityProviders) {
			return
		}
		for item := range rules.Each(p, &c.DefaultCapacityProviderStrategy) {
			p.When(p.Model.ListsProvider(&c.CapacityProviders, item.CapacityProvider).Not(), item,
				"capacity provider %s of the default strategy is not among those of cluster %s", item.CapacityProvider, c)
		}
	}),
}
