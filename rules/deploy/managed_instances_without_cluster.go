package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var managedInstancesWithoutCluster = &rules.Rule{
	ID:       "DEPLOY.141",
	Slug:     "managed-instances-without-cluster",
	Severity: rules.High,
	Title:    "Managed Instances have no cluster",
	Why:      "ECS refuses the capacity provider: its instances belong to one cluster.",
	Fix:      "Set `cluster` (CloudFormation: `ClusterName`).",
	Notes:    "The need is documented; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("CreateCapacityProvider")},
	Check: rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
		if !p.Scope(c.ManagedInstances.Exists(), &c.ManagedInstances) {
			return
		}
		p.When(model.Lacks(c.Cluster), c.Cluster, "capacity provider %s of Managed Instances has no cluster", c)
	}),
}
