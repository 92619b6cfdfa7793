package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var clusterOfAutoScalingGroup = &rules.Rule{
	ID:       "DEPLOY.274",
	Slug:     "cluster-of-auto-scaling-group",
	Severity: rules.Medium,
	Title:    "Capacity provider of an Auto Scaling group names a cluster",
	Why: "Only Managed Instances belong to a cluster. Other capacity providers are associated with it by the " +
		"cluster.",
	Fix:   "Delete `cluster`, and list the capacity provider in the cluster.",
	Notes: "Only the documentation of the Terraform provider says so; what the live API does was not seen.",
	Docs:  []rules.Link{apiPage("CreateCapacityProvider")},
	Check: rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
		if !p.Scope(c.AutoScalingGroup.Exists(), &c.AutoScalingGroup) {
			return
		}
		p.When(c.Cluster.Given().And(c.ManagedInstances.Exists().Not()), c.Cluster, "capacity provider %s of an Auto Scaling group names a cluster", c)
	}),
}
