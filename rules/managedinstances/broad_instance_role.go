package managedinstances

import (
	"slices"
	"strings"

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
	Fix: "Leave `AmazonECSInstanceRolePolicyForManagedInstances`, and move the rest to task roles.",
	Notes: "Policies of your own may allow the same actions as the managed one, on the resources that you name. What a " +
		"policy allows that is not in the code cannot be told.",
	Docs: []rules.Link{guide("Amazon ECS instance profile for Managed Instances", "managed-instances-instance-profile"), security},
	Check: onProviders(func(p *rules.Pass, c *model.CapacityProvider, l *model.InstanceLaunch) {
		ref := p.Model.ManagedInstanceRole(c)
		role, ok := ref.One()
		if !ok {
			p.When(ref.Sure, ref, "what the instances of capacity provider %s may do is not known", c)
			return
		}
		for g := range rules.Each(p, p.Model.PoliciesOf(role)) {
			const message = "role %s of the instances of capacity provider %s has more than it needs by policy %s"
			if name, aws := g.AWSManaged(); aws != value.No {
				needed := aws.And(value.True(aws != value.Yes || name == instancePolicy))
				p.When(needed.Not(), g, message, role, c, g)
				continue
			}
			for s := range rules.Each(p, &g.Document.Statements) {
				x := rules.Located(g)
				if g.Arn.Set() == value.No {
					x = &s.Actions
				}
				p.When(s.Allows().And(grantsMore(s)), x, message, role, c, g)
			}
		}
	}),
}

// instancePolicy is all that managed instances need, and agentActions are the
// actions that it allows. Modules and the CDK write policies of their own with
// these. Amazon ECS Developer Guide, "Amazon ECS Managed Instances instance profile",
// and AWS Managed Policy Reference, November 2026.
const instancePolicy = "AmazonECSInstanceRolePolicyForManagedInstances"

var agentActions = []string{
	"ecs:DeregisterContainerInstance", "ecs:DiscoverPollEndpoint", "ecs:Poll", "ecs:PutSystemLogEvents",
	"ecs:RegisterContainerInstance", "ecs:StartTelemetrySession", "ecs:SubmitAttachmentStateChanges",
	"ecs:SubmitContainerStateChange", "ecs:SubmitTaskStateChange",
}

// grantsMore asks whether a statement is about an action that the agent of the
// instance does not need.
func grantsMore(s *model.Statement) value.Truth {
	out := s.Actions.Complete.Not().Or(s.NotActions.Empty().Not())
	for _, a := range s.Actions.Items {
		out = out.Or(a.Satisfies(func(action string) bool {
			return !slices.ContainsFunc(agentActions, func(known string) bool { return strings.EqualFold(known, action) })
		}))
	}
	return out
}
