package model

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/value"
)

// Role is a set of permissions that services and people take on. Its policies
// stand in many places: ask [Model.PoliciesOf]. API: CreateRole.
type Role struct {
	Resource
	Name                value.StringSetting `cfn:"RoleName"`
	AssumeRolePolicy    PolicyDocument      `cfn:"AssumeRolePolicyDocument" format:"json"`
	ManagedPolicyArns   Strings
	InlinePolicies      List[InlinePolicy]  `cfn:"Policies" tf:"inline_policy"`
	PermissionsBoundary value.StringSetting // the ARN of a policy that limits all others
}

// Kind is "role".
func (*Role) Kind() string { return "role" }

// String names the role in messages.
func (r *Role) String() string { return label(r.Name, r.Address) }

func (r *Role) named() value.StringSetting { return r.Name }

// User is a person or program with credentials of its own. API: CreateUser.
type User struct {
	Resource
	Name                value.StringSetting `cfn:"UserName"`
	ManagedPolicyArns   Strings             `tf:"-"`
	InlinePolicies      List[InlinePolicy]  `cfn:"Policies" tf:"-"`
	PermissionsBoundary value.StringSetting
}

// Kind is "user".
func (*User) Kind() string { return "user" }

// String names the user in messages.
func (u *User) String() string { return label(u.Name, u.Address) }

func (u *User) named() value.StringSetting { return u.Name }

// Group is a set of users. API: CreateGroup.
type Group struct {
	Resource
	Name              value.StringSetting `cfn:"GroupName"`
	ManagedPolicyArns Strings             `tf:"-"`
	InlinePolicies    List[InlinePolicy]  `cfn:"Policies" tf:"-"`
}

// Kind is "group".
func (*Group) Kind() string { return "group" }

// String names the group in messages.
func (g *Group) String() string { return label(g.Name, g.Address) }

func (g *Group) named() value.StringSetting { return g.Name }

// InlinePolicy is a policy that stands in a role, user or group.
type InlinePolicy struct {
	Node
	Name     value.StringSetting `cfn:"PolicyName"`
	Document PolicyDocument      `cfn:"PolicyDocument" tf:"policy" format:"json"`
}

// Policy is a customer managed policy: one that exists by itself and is attached
// by its ARN. In CloudFormation it is an AWS::IAM::ManagedPolicy. API:
// CreatePolicy.
type Policy struct {
	Resource
	Name     value.StringSetting `cfn:"ManagedPolicyName"`
	Document PolicyDocument      `cfn:"PolicyDocument" tf:"policy" format:"json"`
	Roles    Strings             `tf:"-"`
	Users    Strings             `tf:"-"`
	Groups   Strings             `tf:"-"`
}

// Kind is "policy".
func (*Policy) Kind() string { return "policy" }

// String names the policy in messages.
func (p *Policy) String() string { return label(p.Name, p.Address) }

func (p *Policy) named() value.StringSetting { return p.Name }

// SeparateInlinePolicy is an inline policy of roles, users or groups in a resource
// of its own. In CloudFormation it is an AWS::IAM::Policy, among others. API:
// PutRolePolicy.
type SeparateInlinePolicy struct {
	Resource
	Name     value.StringSetting `cfn:"PolicyName"`
	Document PolicyDocument      `cfn:"PolicyDocument" tf:"policy" format:"json"`
	Roles    OneOrMany           `cfn:"Roles|RoleName" tf:"role"`
	Users    OneOrMany           `cfn:"Users|UserName" tf:"user"`
	Groups   OneOrMany           `cfn:"Groups|GroupName" tf:"group"`
}

// Kind is "inlinePolicy".
func (*SeparateInlinePolicy) Kind() string { return "inlinePolicy" }

// String names the policy in messages.
func (p *SeparateInlinePolicy) String() string { return label(p.Name, p.Address) }

// PolicyAttachment attaches managed policies to roles, users or groups. API:
// AttachRolePolicy.
type PolicyAttachment struct {
	Resource
	PolicyArns OneOrMany `cfn:"-" tf:"policy_arn|policy_arns"`
	Roles      OneOrMany `cfn:"-" tf:"roles|role|role_name"`
	Users      OneOrMany `cfn:"-" tf:"users|user"`
	Groups     OneOrMany `cfn:"-" tf:"groups|group"`
}

// Kind is "policyAttachment".
func (*PolicyAttachment) Kind() string { return "policyAttachment" }

// InstanceProfile gives the role that it holds to instances. API:
// CreateInstanceProfile.
type InstanceProfile struct {
	Resource
	Name  value.StringSetting `cfn:"InstanceProfileName"`
	Roles OneOrMany           `tf:"role|roles"` // AWS allows one
}

// Kind is "instanceProfile".
func (*InstanceProfile) Kind() string { return "instanceProfile" }

// String names the instance profile in messages.
func (p *InstanceProfile) String() string { return label(p.Name, p.Address) }

func (p *InstanceProfile) named() value.StringSetting { return p.Name }

// PolicyDocument is what a policy says, whether it is written as an object, as JSON
// or as an aws_iam_policy_document. Statements of which nothing is known leave the
// list incomplete.
type PolicyDocument struct {
	Node
	Version    value.StringSetting
	Statements List[Statement] `ecs:"statement"`
}

// Statement allows or denies actions on resources. Names of actions may have
// wildcards: ask [Statement.Covers].
type Statement struct {
	Node
	Sid           value.StringSetting
	Effect        value.StringSetting
	Actions       OneOrMany  `ecs:"action"`
	NotActions    OneOrMany  `ecs:"notAction"`
	Resources     OneOrMany  `ecs:"resource"`
	NotResources  OneOrMany  `ecs:"notResource"`
	Principals    Principals `ecs:"principal"`
	NotPrincipals Principals `ecs:"notPrincipal"`
	Conditions    Options    `ecs:"condition"`
}

// Principals are whom a statement of a trust or resource policy is about.
type Principals struct {
	Node
	AWS       OneOrMany `ecs:"AWS"`
	Service   OneOrMany
	Federated OneOrMany
}

// Allows asks whether the statement grants something.
func (s *Statement) Allows() value.Truth { return s.Effect.Is("Allow") }

// Covers asks whether the statement is about an action, such as "ecs:RunTask":
// whether one of its actions matches, or none of those that it excepts. It is not
// asked whether it allows or denies it.
func (s *Statement) Covers(action string) value.Truth {
	if s.NotActions.Empty() == value.Yes {
		return matches(&s.Actions, action)
	}
	excepted := matches(&s.NotActions, action).Not()
	if s.Actions.Empty() == value.Yes {
		return excepted.And(s.NotActions.Empty().Not())
	}
	return excepted.Agree(matches(&s.Actions, action))
}

// matches asks whether one of the patterns of a list matches an action. Case does
// not matter.
func matches(l *OneOrMany, action string) value.Truth {
	t := l.Complete.Not()
	action = strings.ToLower(action)
	for _, p := range l.Items {
		t = t.Or(p.Satisfies(func(s string) bool { return Glob(strings.ToLower(s), action) }))
	}
	return t
}

// OnEverything asks whether the statement is about all resources: "*".
func (s *Statement) OnEverything() value.Truth { return s.Resources.Contains("*") }

// Glob reports whether a pattern of IAM matches a text: "*" stands for any
// characters and "?" for one.
func Glob(pattern, text string) bool {
	star, mark := -1, 0
	p, t := 0, 0
	for t < len(text) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, t
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == text[t]):
			p++
			t++
		case star >= 0:
			mark++
			p, t = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}
