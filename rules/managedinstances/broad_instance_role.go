package managedinstances

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var broadInstanceRole = &rules.Rule{
	ID:       "MI.2",
	Slug:     "broad-instance-role",
	Severity: rules.Low,
	Title:    "Role of managed instances has more than the managed policy",
	Why: "The role of an instance is that of all tasks on it which can reach its metadata. Managed instances need " +
		"one policy of AWS; whatever else the role has belongs into the task roles of those who use it.",
	Fix:  "Leave `AmazonECSInstanceRolePolicyForManagedInstances` alone, and move the rest to task roles.",
	Docs: []rules.Link{guide("Amazon ECS instance profile for Managed Instances", "managed-instances-instance-profile"), security},
	Check: onProviders(func(p *rules.Pass, c *model.CapacityProvider, l *model.InstanceLaunch) {
		ref := p.Model.ManagedInstanceRole(c)
		role, ok := ref.One()
		if !ok {
			p.When(ref.Sure, ref, "what the instances of capacity provider %s may do is not known", c)
			return
		}
		for g := range rules.Each(p, p.Model.PoliciesOf(role)) {
			name, aws := g.AWSManaged()
			known := aws.And(value.True(aws != value.Yes || name == instancePolicy))
			p.When(known.Not(), g, "role %s of the instances of capacity provider %s has policy %s", role, c, g)
		}
	}),
}

// instancePolicy is all that managed instances need. Amazon ECS Developer Guide,
// "Amazon ECS Managed Instances instance profile", November 2026.
const instancePolicy = "AmazonECSInstanceRolePolicyForManagedInstances"
