package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unassociatedServiceProvider = &rules.Rule{
	ID:       "DEPLOY.277",
	Slug:     "unassociated-service-provider",
	Severity: rules.High,
	Title:    "Service uses a capacity provider that its cluster does not have",
	Why: "ECS refuses the service: \"The specified capacity provider strategy cannot contain a capacity provider " +
		"that is not associated with the cluster\".",
	Fix: "Associate the capacity provider with the cluster.",
	Notes: "The message is that of the live API. Of clusters that are not in the code, or with which no capacity " +
		"provider of the code is associated, nothing is said.",
	Docs: []rules.Link{apiPage("PutClusterCapacityProviders"), apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.CapacityProviderStrategy.NotEmpty(), &s.CapacityProviderStrategy) {
			return
		}
		for item := range rules.Each(p, &s.CapacityProviderStrategy) {
			missing := p.Model.AskCluster(s, func(c *model.Cluster) value.Truth {
				return p.Model.HasProviders(c).And(p.Model.HasProvider(c, item.CapacityProvider).Not())
			})
			p.When(missing, item, "capacity provider %s of service %s is not associated with its cluster", item.CapacityProvider, s)
		}
	}),
}
