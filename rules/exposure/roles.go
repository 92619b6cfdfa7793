package exposure

import (
	"cmp"
	"fmt"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// holder is a role as a resource has it.
type holder struct {
	ref  model.Ref[*model.Role]
	path string // of the setting that names the role, inside the resource
	name string // for messages: "the task role of task definition web"
}

// power is what makes a role as powerful as a rule looks for.
type power struct {
	// managed asks whether a policy of AWS, by its name, grants it.
	managed func(name string) bool
	// statement asks whether a statement grants it.
	statement func(s *model.Statement) value.Truth
	// words say what the role may do: "may do everything in the account".
	words string
}

// check is the check of a rule about roles of that power, of all kinds of resources
// that have roles.
func (w power) check() rules.Check {
	return rules.Checks(
		rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
			w.judge(p, t,
				holder{p.Model.RoleOf(t.TaskRoleArn), "taskRoleArn", fmt.Sprintf("the task role of task definition %s", t)},
				holder{p.Model.RoleOf(t.ExecutionRoleArn), "executionRoleArn", fmt.Sprintf("the execution role of task definition %s", t)},
			)
		}),
		rules.On(func(p *rules.Pass, i *model.Instance) {
			launch, sure := p.Model.LaunchOf(i)
			if sure != value.Yes {
				p.When(sure, place{Located: &i.LaunchTemplate, why: "its launch template is not in the code"}, "the role of instance %s %s", i, w.words)
				return
			}
			w.judge(p, i, holder{p.Model.InstanceRole(launch), "iamInstanceProfile", fmt.Sprintf("the role of instance %s", i)})
		}),
		rules.On(func(p *rules.Pass, g *model.AutoScalingGroup) {
			launch, ok := launches(p, g)
			if !ok {
				return
			}
			w.judge(p, g, holder{p.Model.InstanceRole(launch), "iamInstanceProfile", fmt.Sprintf("the role of the instances of Auto Scaling group %s", g)})
		}),
		rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
			w.judge(p, c, holder{
				p.Model.ManagedInstanceRole(c), "managedInstancesProvider.instanceLaunchTemplate.ec2InstanceProfileArn",
				fmt.Sprintf("the role of the instances of capacity provider %s", c),
			})
		}),
	)
}

// judge reports each policy that gives one of the roles that a resource has the
// power.
func (w power) judge(p *rules.Pass, e model.Entity, roles ...holder) {
	given := value.No
	for _, h := range roles {
		given = given.Or(h.ref.Given())
	}
	if !p.Scope(given, roles[0].ref) {
		return
	}
	for _, h := range roles {
		role, ok := h.ref.One()
		if !ok {
			p.When(h.ref.Sure, place{Located: h.ref, path: h.path}, "%s %s", h.name, w.words)
			continue
		}
		for g := range rules.Each(p, p.Model.PoliciesOf(role)) {
			way := []value.Step{over(role), at(h.path, h.ref)}
			w.grant(p, h, role, g, place{Located: g, path: h.path + "." + g.Path(), way: way})
		}
	}
}

// grant reports what a policy gives to a role. Of a policy that exists by itself the
// place is where it is attached: others may need all that it grants.
func (w power) grant(p *rules.Pass, h holder, role *model.Role, g *model.GrantedPolicy, here place) {
	bounded := role.PermissionsBoundary.Set()
	if bounded != value.No {
		here.why = "the permissions boundary of " + role.Address + " limits what it may do"
	}
	name, aws := g.AWSManaged()
	if aws != value.No {
		t := aws.And(value.True(aws != value.Yes || w.managed(name)))
		p.When(unlessBounded(t, bounded), here, "%s %s by policy %s", h.name, w.words, g)
		return
	}
	for s := range rules.Each(p, &g.Document.Statements) {
		x := here
		if g.Arn.Set() == value.No {
			actions := &s.Actions
			if actions.Empty() == value.Yes {
				actions = &s.NotActions
			}
			x.Located, x.path = actions, here.path+"."+s.Path()+"."+actions.Name()
		}
		t, why := unconditionally(s, w.statement(s))
		x.why = cmp.Or(here.why, why)
		p.When(unlessBounded(t, bounded), x, "%s %s by policy %s", h.name, w.words, g)
	}
}

// unlessBounded is t as far as no permissions boundary may take away what it is
// about.
func unlessBounded(t, bounded value.Truth) value.Truth {
	if bounded == value.No {
		return t
	}
	return t.And(value.Maybe)
}

// unconditionally is t as far as the statement grants without conditions. What
// these come to is known when a request is made.
func unconditionally(s *model.Statement, t value.Truth) (granted value.Truth, why string) {
	t = t.And(s.Allows())
	if s.Conditions.Exists() == value.No {
		return t, ""
	}
	return t.And(value.Maybe), "the statement has a condition"
}

// launches gives what the instances of an Auto Scaling group are launched with. The
// rules of this package look at groups of ECS container instances. It reports false
// where nothing is left to judge.
func launches(p *rules.Pass, g *model.AutoScalingGroup) (*model.LaunchSettings, bool) {
	providers := p.Model.CapacityProvidersWith(g)
	launch, ref := p.Model.LaunchesOf(g)
	ours := providers.Exists()
	if launch != nil {
		ours = ours.Or(launch.JoinsCluster())
	}
	if !p.Scope(ours.Or(value.Maybe), place{Located: g, why: "whether its instances belong to an ECS cluster is unknown"}) {
		return nil, false
	}
	if launch == nil {
		why := cmp.Or(ref.Reason(), "what its instances are launched with is not in the code")
		p.When(value.Maybe, place{Located: ref, why: why}, "what the instances of Auto Scaling group %s are launched with is not known", g)
		return nil, false
	}
	return launch, true
}
