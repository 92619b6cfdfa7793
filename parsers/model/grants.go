package model

import (
	"cmp"
	"strings"

	"github.com/ecslint/ecslint/parsers/value"
)

// GrantedPolicy is a policy of a role, whichever way it has it. Its place is where
// it is attached, or where an inline one is written.
type GrantedPolicy struct {
	Node
	// Arn names a managed policy; of an inline one it is absent.
	Arn value.StringSetting
	// Inline is an inline policy's own name.
	Inline value.StringSetting
	// Managed is the managed policy, if it is in the code.
	Managed *Policy
	// Document is what the policy says. Of a managed policy that is not in the code,
	// such as one of AWS's own, nothing is known: its list of statements is empty and
	// incomplete.
	Document PolicyDocument
}

// String names the policy in messages.
func (p *GrantedPolicy) String() string {
	switch {
	case p.Managed != nil:
		return p.Managed.String()
	case p.Arn.Set() != value.No:
		return p.Arn.String()
	}
	return label(p.Inline, p.Path())
}

// awsManaged is in the ARNs of the policies that AWS manages.
const awsManaged = ":iam::aws:policy/"

// AWSManaged gives the name of a policy that AWS manages, such as
// "AdministratorAccess", without its path. The second result is No for any other
// policy, and Maybe where that is not known.
func (p *GrantedPolicy) AWSManaged() (name string, is value.Truth) {
	if p.Managed != nil {
		return "", value.No
	}
	v := p.Arn.Value()
	switch v.Kind() {
	case value.Absent, value.Null:
		return "", value.No
	case value.String, value.Text:
	case value.Unknown, value.Bool, value.Number, value.List, value.Map, value.Either:
		return "", value.Maybe
	}
	text := v.Content()
	_, path, found := strings.Cut(text, awsManaged)
	hollow := strings.IndexByte(path, value.Hole) >= 0
	switch {
	case found && !hollow:
		return path[strings.LastIndexByte(path, '/')+1:], value.Yes
	case found || v.Kind() == value.Text:
		return "", value.Maybe
	}
	return "", value.No
}

// RoleOf gives the role that a setting refers to, by its name or its ARN.
func (m *Model) RoleOf(v value.StringSetting) Ref[*Role] { return resolve[*Role](m, v) }

// PolicyOf gives the customer managed policy that a setting refers to.
func (m *Model) PolicyOf(v value.StringSetting) Ref[*Policy] { return resolve[*Policy](m, v) }

// InstanceProfileOf gives the instance profile that a reference names.
func (m *Model) InstanceProfileOf(r *InstanceProfileRef) Ref[*InstanceProfile] {
	return resolve[*InstanceProfile](m, r.Setting())
}

// InstanceRole gives the role that instances have which are launched so: that of
// their instance profile.
func (m *Model) InstanceRole(s *LaunchSettings) Ref[*Role] {
	return m.roleOf(m.InstanceProfileOf(&s.IamInstanceProfile))
}

// ManagedInstanceRole is [Model.InstanceRole] for the instances of a capacity
// provider that ECS manages.
func (m *Model) ManagedInstanceRole(p *CapacityProvider) Ref[*Role] {
	return m.roleOf(resolve[*InstanceProfile](m, p.ManagedInstances.Launch.InstanceProfileArn))
}

// roleOf gives the role of an instance profile.
func (m *Model) roleOf(profile Ref[*InstanceProfile]) Ref[*Role] {
	p, ok := profile.One()
	if !ok {
		return Ref[*Role]{StringSetting: profile.StringSetting, Sure: profile.Sure.And(value.Maybe), why: profile.Reason()}
	}
	if len(p.Roles.Items) != 1 || p.Roles.Complete != value.Yes {
		return Ref[*Role]{
			StringSetting: profile.StringSetting, Sure: value.Maybe,
			why: cmp.Or(p.Roles.Reason(), "the role of instance profile "+p.String()+" is not in the code"),
		}
	}
	return m.RoleOf(p.Roles.Items[0])
}

// PoliciesOf gives all policies of a role: those that stand in it or in resources
// of their own, and the managed ones that it or others attach to it. A policy that
// may be of another role may be absent.
func (m *Model) PoliciesOf(r *Role) *List[GrantedPolicy] {
	return once(m, holding{r}, func() *List[GrantedPolicy] { return m.policiesOf(r) })
}

// holding is a role that has policies.
type holding struct{ *Role }

func (m *Model) policiesOf(r *Role) *List[GrantedPolicy] {
	out := &List[GrantedPolicy]{
		Node:     Node{value: value.NewAbsent(r.Header), exists: value.No, path: &step{name: "policies"}},
		Complete: r.InlinePolicies.Complete.And(r.ManagedPolicyArns.Complete),
	}
	out.why = cmp.Or(r.ManagedPolicyArns.Reason(), r.InlinePolicies.Reason())
	for _, p := range r.InlinePolicies.Items {
		out.grant(&GrantedPolicy{Node: p.Node, Inline: p.Name, Document: p.Document})
	}
	for _, arn := range r.ManagedPolicyArns.Items {
		out.grant(m.managed(arn, arn.Given(), arn.Reason()))
	}
	inline := attachedBy(m, r, "Roles", func(p *SeparateInlinePolicy) *Strings { return &p.Roles.Strings })
	for _, a := range inline.Items {
		p := &GrantedPolicy{Node: a.Item.Node, Inline: a.Item.Name, Document: a.Item.Document}
		p.exists, p.why, p.path = a.Sure, a.why, &step{name: "policies[" + a.Item.Address + "]"}
		out.grant(p)
	}
	attachments := attachedBy(m, r, "Roles", func(a *PolicyAttachment) *Strings { return &a.Roles.Strings })
	for _, a := range attachments.Items {
		for _, arn := range a.Item.PolicyArns.Items {
			out.grant(m.managed(arn, a.Sure.And(arn.Given()), a.why))
		}
		out.partial(a.Item.PolicyArns.Complete, a.Item.PolicyArns.Reason())
	}
	own := attachedBy(m, r, "Roles", func(p *Policy) *Strings { return &p.Roles })
	for _, a := range own.Items {
		p := &GrantedPolicy{Node: a.Item.Node, Managed: a.Item, Document: a.Item.Document}
		p.exists, p.why, p.path = a.Sure, a.why, &step{name: "policies[" + a.Item.Address + "]"}
		out.grant(p)
	}
	out.partial(inline.Complete, inline.why)
	out.partial(attachments.Complete, attachments.why)
	out.partial(own.Complete, own.why)
	if out.Complete != value.Yes {
		out.value, out.exists = value.NewUnknown(r.Header, out.why), value.Maybe
	}
	return out
}

// grant adds a policy.
func (l *List[T]) grant(x *T) {
	l.Items = append(l.Items, x)
	l.exists = l.exists.Or(existing(x))
}

// partial says whether all that adds to the list is known.
func (l *List[T]) partial(complete value.Truth, why string) {
	if complete != value.Yes {
		l.Complete, l.why = value.Maybe, cmp.Or(l.why, why)
	}
}

// managed gives the managed policy that an ARN names.
func (m *Model) managed(arn value.StringSetting, exists value.Truth, why string) *GrantedPolicy {
	p := &GrantedPolicy{
		Node: Node{value: arn.Value(), exists: exists, why: why, path: &step{name: "policies[" + arn.Name() + "]"}},
		Arn:  arn,
	}
	ref := m.PolicyOf(arn)
	if policy, ok := ref.One(); ok {
		p.Managed, p.Document = policy, policy.Document
		return p
	}
	unknown := value.NewUnknown(arn.Range(), "what policy "+arn.String()+" says is not in the code")
	into(decoder{spelling: Camel, path: p.path}, &p.Document, unknown)
	return p
}

// BoundaryOf gives the users of a customer managed policy as a permissions
// boundary: roles, and then users.
func (m *Model) BoundaryOf(p *Policy) (*Attached[*Role], *Attached[*User]) {
	return attached(m, p, "PermissionsBoundary", func(r *Role) value.StringSetting { return r.PermissionsBoundary }),
		attached(m, p, "PermissionsBoundary", func(u *User) value.StringSetting { return u.PermissionsBoundary })
}
