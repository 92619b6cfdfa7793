package model

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/value"
)

// VpcOf gives the network that a setting refers to.
func (m *Model) VpcOf(v value.StringSetting) Ref[*Vpc] { return resolve[*Vpc](m, v) }

// SubnetOf gives the subnet that a setting refers to.
func (m *Model) SubnetOf(v value.StringSetting) Ref[*Subnet] { return resolve[*Subnet](m, v) }

// SecurityGroupOf gives the security group that a setting refers to.
func (m *Model) SecurityGroupOf(v value.StringSetting) Ref[*SecurityGroup] {
	return resolve[*SecurityGroup](m, v)
}

// IngressOf gives all rules of a security group for incoming traffic: its own, and
// those in resources of their own that name it. One that may be of another group
// may be absent.
func (m *Model) IngressOf(g *SecurityGroup) *List[SecurityGroupRule] {
	all := attached(m, g, "GroupId", func(r *SeparateRule) value.StringSetting { return r.GroupId })
	return joined(&g.Ingress, all, func(r *SeparateRule) (*SecurityGroupRule, value.Truth, string) {
		return &r.Rule, r.Ingress(), r.Direction.Reason()
	})
}

// joined gives a list with the objects of resources that belong to the same one.
// The function gives the object of a resource, whether it is of this list, and why
// that is not known.
func joined[T any, C Entity, P located[T]](own *List[T], all *Attached[C], of func(C) (*T, value.Truth, string)) *List[T] {
	out := &List[T]{Node: own.Node, Items: slices.Clip(own.Items), Complete: own.Complete.And(all.Complete)}
	for _, a := range all.Items {
		x, is, why := of(a.Item)
		exists := a.Sure.And(is)
		if exists == value.No {
			continue
		}
		y := *x
		n := P(&y).node()
		n.exists, n.why = exists, cmp.Or(a.why, why)
		n.path = &step{name: own.Label() + "[" + a.Item.Base().Address + "]"}
		out.Items = append(out.Items, &y)
		out.exists = out.exists.Or(exists)
	}
	if all.Complete != value.Yes && own.Complete == value.Yes {
		out.value, out.exists, out.why = value.NewUnknown(all.Range(), all.why), value.Maybe, all.why
	}
	return out
}

// located is a part of a resource that has a place of its own.
type located[T any] interface {
	*T
	node() *Node
}

// PrefixListOf gives the prefix list that a setting refers to.
func (m *Model) PrefixListOf(v value.StringSetting) Ref[*PrefixList] {
	return resolve[*PrefixList](m, v)
}

// CidrsOf gives all ranges of addresses of a prefix list: its own, and those in
// resources of their own.
func (m *Model) CidrsOf(l *PrefixList) *List[PrefixListEntry] {
	all := attached(m, l, "PrefixListId", func(e *SeparatePrefixListEntry) value.StringSetting { return e.PrefixListId })
	return joined(&l.Entries, all, func(e *SeparatePrefixListEntry) (*PrefixListEntry, value.Truth, string) {
		return &e.Entry, value.Yes, ""
	})
}

// AclIngressOf gives all rules of a network ACL for incoming traffic: its own, and
// those in resources of their own.
func (m *Model) AclIngressOf(a *NetworkAcl) *List[AclRule] {
	all := attached(m, a, "NetworkAclId", func(r *SeparateAclRule) value.StringSetting { return r.NetworkAclId })
	return joined(&a.Ingress, all, func(r *SeparateAclRule) (*AclRule, value.Truth, string) {
		return &r.Rule, r.Egress.Is(false), r.Egress.Reason()
	})
}

// AclsOf gives the network ACLs that are associated with a subnet; none: the
// default one of its network applies, which lets everything through unless the
// code says otherwise.
func (m *Model) AclsOf(s *Subnet) *Attached[*NetworkAcl] {
	out := attachedBy(m, s, "SubnetIds", func(a *NetworkAcl) *Strings { return &a.SubnetIds })
	separate := attached(m, s, "SubnetId", func(a *NetworkAclAssociation) value.StringSetting { return a.SubnetId })
	out.via(separate.Complete, separate.why)
	for _, a := range separate.Items {
		through(out, a.Sure, a.why, resolve[*NetworkAcl](m, a.Item.NetworkAclId))
	}
	return out
}

// RoutesOf gives all routes of a route table: its own, and those in resources of
// their own.
func (m *Model) RoutesOf(t *RouteTable) *List[Route] {
	all := attached(m, t, "RouteTableId", func(r *SeparateRoute) value.StringSetting { return r.RouteTableId })
	return joined(&t.Routes, all, func(r *SeparateRoute) (*Route, value.Truth, string) {
		return &r.Route, value.Yes, ""
	})
}

// RouteToInternet asks whether the traffic of a subnet from and to the internet
// goes through an internet gateway: by the route table that is associated with it,
// else the main one of its network. The trail leads over the table and the route.
// Where all networks are cut off by [Model.IngressBlocked], that is not looked at.
func (m *Model) RouteToInternet(s *Subnet) Answer {
	own := attached(m, s, "SubnetId", func(a *RouteTableAssociation) value.StringSetting { return a.SubnetId })
	var tables []Answer
	for _, a := range own.Items {
		x := m.tableToInternet(a.Item.RouteTableId)
		x.trail = append([]value.Step{over(a.Item)}, x.trail...)
		x.at = s.Header
		if a.Sure == value.Yes { // a subnet has one table
			return x
		}
		tables = append(tables, x)
	}
	if own.Complete != value.Yes {
		return Answer{Truth: value.Maybe, at: s.Header, why: own.Reason()}
	}
	out := m.mainTableToInternet(s)
	for _, x := range tables {
		out = x.onlyIf(value.True(x.Truth == out.Truth).Or(value.Maybe), own.why)
	}
	return out
}

// tableToInternet is [Model.RouteToInternet] for the table that a setting refers
// to.
func (m *Model) tableToInternet(v value.StringSetting) Answer {
	ref := resolve[*RouteTable](m, v)
	table, ok := ref.One()
	if !ok {
		return Answer{Truth: value.Maybe, at: v.Range(), why: "which route table it is, is unknown: " + ref.Reason()}
	}
	return m.leadsToInternet(table, m.RoutesOf(table))
}

// leadsToInternet asks whether one of the routes of a table, or of a network's main
// table, leads to an internet gateway.
func (m *Model) leadsToInternet(table Entity, routes *List[Route]) Answer {
	out := Answer{Truth: routes.Complete.Not(), at: table.Base().Header, trail: []value.Step{over(table)}}
	if out.Truth == value.Maybe {
		out.why = cmp.Or(routes.Reason(), "not all routes of "+table.Base().Address+" are known")
	}
	for _, r := range routes.Items {
		all := AnyAddress(r.DestinationCidrBlock).Or(AnyAddress(r.DestinationIpv6CidrBlock))
		switch t := r.Exists().And(all).And(m.isInternetGateway(r.GatewayId)); {
		case t == value.Yes:
			out.Truth, out.why = t, ""
			out.trail = append(out.trail, value.Step{Range: r.GatewayId.Range(), Kind: value.Attribute, Name: "the route to the internet gateway"})
			return out
		case t > out.Truth:
			out.Truth = t
			out.why = cmp.Or(r.Node.Reason(), r.GatewayId.Reason(), r.DestinationCidrBlock.Reason(), "where a route leads is unknown")
		}
	}
	return out
}

// isInternetGateway asks whether a route's gateway is one to the internet.
func (m *Model) isInternetGateway(v value.StringSetting) value.Truth {
	if v.Set() == value.No {
		return value.No
	}
	if resolve[*InternetGateway](m, v).Sure == value.Yes {
		return value.Yes
	}
	for _, l := range v.Value().Identity() {
		if strings.Contains(l.Address, "aws_vpn_gateway.") {
			return value.No
		}
	}
	return v.StartsWith("igw-")
}

// mainTableToInternet is [Model.RouteToInternet] for the table that a subnet has
// without an association of its own: the main one of its network. AWS makes it, and
// without routes to anywhere else.
func (m *Model) mainTableToInternet(s *Subnet) Answer {
	ref := m.VpcOf(s.VpcId)
	unknown := Answer{Truth: value.Maybe, at: s.Header}
	if s.Type == "aws_default_subnet" {
		unknown.why = "the main route table of the default network is not in the code"
		return unknown
	}
	vpc, ok := ref.One()
	if !ok {
		unknown.why = "which network it is in, is unknown: " + ref.Reason()
		return unknown
	}
	if vpc.Type == "aws_default_vpc" {
		unknown.why = "the main route table of " + vpc.Address + " is not in the code"
		return unknown
	}
	var tables []Answer
	for _, a := range attached(m, vpc, "VpcId", func(a *RouteTableAssociation) value.StringSetting { return a.VpcId }).Items {
		tables = append(tables, m.tableToInternet(a.Item.RouteTableId).onlyIf(a.Sure, a.why))
	}
	if len(tables) == 0 {
		for _, a := range attached(m, vpc, "DefaultRouteTableId", func(t *RouteTable) value.StringSetting { return t.DefaultRouteTableId }).Items {
			tables = append(tables, m.leadsToInternet(a.Item, m.RoutesOf(a.Item)).onlyIf(a.Sure, a.why))
		}
	}
	if len(tables) == 0 {
		separate := attached(m, vpc, "RouteTableId", func(r *SeparateRoute) value.StringSetting { return r.RouteTableId })
		tables = append(tables, m.leadsToInternet(vpc, joined(&List[Route]{Complete: value.Yes}, separate, func(r *SeparateRoute) (*Route, value.Truth, string) {
			return &r.Route, value.Yes, ""
		})))
	}
	out := tables[0]
	for _, other := range tables[1:] { // it has one main table
		out = out.onlyIf(value.True(other.Truth == out.Truth).Or(value.Maybe), vpc.Address+" has several main route tables")
	}
	out.at = s.Header
	return out
}

// IngressBlocked asks whether the code cuts all networks of the account off from
// what comes from the internet.
func (m *Model) IngressBlocked() value.Truth {
	out := value.No
	for b := range All[*VpcBlockPublicAccess](m) {
		exists := value.True(b.Condition == "").Or(value.Maybe)
		out = out.Or(exists.And(b.InternetGatewayBlockMode.In("block-ingress", "block-bidirectional")))
	}
	return out
}

// AutoScalingGroupOf gives the Auto Scaling group of a capacity provider.
func (m *Model) AutoScalingGroupOf(p *CapacityProvider) Ref[*AutoScalingGroup] {
	return resolve[*AutoScalingGroup](m, p.AutoScalingGroup.AutoScalingGroupArn)
}

// CapacityProvidersWith gives the capacity providers whose instances a group
// provides: with one of them it is a group of ECS container instances.
func (m *Model) CapacityProvidersWith(g *AutoScalingGroup) *Attached[*CapacityProvider] {
	return attached(m, g, "AutoScalingGroup.AutoScalingGroupArn", func(p *CapacityProvider) value.StringSetting { return p.AutoScalingGroup.AutoScalingGroupArn })
}

// LaunchTemplateOf gives the launch template that a reference names.
func (m *Model) LaunchTemplateOf(r *LaunchTemplateRef) Ref[*LaunchTemplate] {
	return resolve[*LaunchTemplate](m, r.Setting())
}

// LaunchConfigurationOf gives the launch configuration that a setting names.
func (m *Model) LaunchConfigurationOf(v value.StringSetting) Ref[*LaunchConfiguration] {
	return resolve[*LaunchConfiguration](m, v)
}

// LaunchesOf gives what the instances of an Auto Scaling group are launched with:
// by its launch template, the one of its mixed instances policy, or its launch
// configuration. Where that is not known or not here, the settings are nil, and the
// setting says why.
func (m *Model) LaunchesOf(g *AutoScalingGroup) (*LaunchSettings, value.StringSetting) {
	for _, r := range []*LaunchTemplateRef{&g.LaunchTemplate, &g.MixedInstances} {
		if r.Exists() == value.No {
			continue
		}
		ref := m.LaunchTemplateOf(r)
		if t, ok := ref.One(); ok && r.Exists() == value.Yes {
			return &t.Launch, ref.StringSetting
		}
		return nil, ref.StringSetting
	}
	ref := m.LaunchConfigurationOf(g.LaunchConfigurationName)
	if c, ok := ref.One(); ok {
		return &c.Launch, ref.StringSetting
	}
	return nil, ref.StringSetting
}

// LaunchOf gives what an instance is launched with: its own settings, and for what
// it does not say those of its launch template. The second result is Maybe if that
// is not known or not here.
func (m *Model) LaunchOf(i *Instance) (*LaunchSettings, value.Truth) {
	if i.LaunchTemplate.Exists() == value.No {
		return &i.Launch, value.Yes
	}
	t, ok := m.LaunchTemplateOf(&i.LaunchTemplate).One()
	if !ok {
		return &i.Launch, value.Maybe
	}
	out := i.Launch
	fallBack(&out.ImageId, t.Launch.ImageId)
	fallBack(&out.InstanceType, t.Launch.InstanceType)
	fallBack(&out.UserData, t.Launch.UserData)
	fallBack(&out.SubnetId, t.Launch.SubnetId)
	fallBack(&out.AssociatePublicIpAddress, t.Launch.AssociatePublicIpAddress)
	fallBack(&out.MetadataOptions.HttpEndpoint, t.Launch.MetadataOptions.HttpEndpoint)
	fallBack(&out.MetadataOptions.HttpTokens, t.Launch.MetadataOptions.HttpTokens)
	fallBack(&out.MetadataOptions.HttpPutResponseHopLimit, t.Launch.MetadataOptions.HttpPutResponseHopLimit)
	if out.IamInstanceProfile.Exists() == value.No {
		out.IamInstanceProfile = t.Launch.IamInstanceProfile
	}
	if out.SecurityGroupIds.Empty() == value.Yes {
		out.SecurityGroupIds = t.Launch.SecurityGroupIds
	}
	if out.NetworkInterfaces.NotEmpty() == value.No {
		out.NetworkInterfaces = t.Launch.NetworkInterfaces
	}
	return &out, i.LaunchTemplate.Exists()
}

// fallBack takes another setting for one that is not written.
func fallBack[T bool | int | string](s *value.Of[T], other value.Of[T]) {
	if s.Set() == value.No && other.Set() != value.No {
		*s = other
	}
}

// InterfacesOf gives the network interfaces that the code gives an instance: those
// that it is launched with, or the one that it has in any case, and those that
// other resources attach to it.
func (m *Model) InterfacesOf(i *Instance) *List[InterfaceSpec] {
	launch, sure := m.LaunchOf(i)
	out := &List[InterfaceSpec]{Node: launch.NetworkInterfaces.Node, Complete: launch.NetworkInterfaces.Complete.And(sure)}
	if launch.NetworkInterfaces.NotEmpty() == value.No {
		out.Items = []*InterfaceSpec{{Node: Node{value: value.NewAbsent(i.Header), exists: value.Yes}}}
	}
	out.Items = append(out.Items, launch.NetworkInterfaces.Items...)
	out.Items = append(out.Items, i.SecondaryInterfaces.Items...)
	out.Complete = out.Complete.And(i.SecondaryInterfaces.Complete)
	attachments := attached(m, i, "InstanceId", func(a *NetworkInterfaceAttachment) value.StringSetting { return a.InstanceId })
	out = joined(out, attachments, func(a *NetworkInterfaceAttachment) (*InterfaceSpec, value.Truth, string) {
		return &InterfaceSpec{Node: a.Node, NetworkInterfaceId: a.NetworkInterfaceId}, value.Yes, ""
	})
	interfaces := attached(m, i, "InstanceId", func(n *NetworkInterface) value.StringSetting { return n.InstanceId })
	return joined(out, interfaces, func(n *NetworkInterface) (*InterfaceSpec, value.Truth, string) {
		return &InterfaceSpec{Node: n.Node, SubnetId: n.SubnetId, SecurityGroups: n.SecurityGroups}, value.Yes, ""
	})
}

// AddressesOf gives the elastic IP addresses that are associated with an instance.
func (m *Model) AddressesOf(i *Instance) *Attached[*ElasticIP] {
	return attached(m, i, "InstanceId", func(a *ElasticIP) value.StringSetting { return a.InstanceId })
}

// AddressAssociationsOf gives the resources that associate elastic IP addresses
// with an instance.
func (m *Model) AddressAssociationsOf(i *Instance) *Attached[*ElasticIPAssociation] {
	return attached(m, i, "InstanceId", func(a *ElasticIPAssociation) value.StringSetting { return a.InstanceId })
}

// TargetGroupOf gives the target group that a setting refers to.
func (m *Model) TargetGroupOf(v value.StringSetting) Ref[*TargetGroup] {
	return resolve[*TargetGroup](m, v)
}

// LoadBalancerOf gives the load balancer that a setting refers to.
func (m *Model) LoadBalancerOf(v value.StringSetting) Ref[*LoadBalancer] {
	return resolve[*LoadBalancer](m, v)
}

// LoadBalancersOf gives the load balancers that send requests to a target group,
// by a listener or a rule of one.
func (m *Model) LoadBalancersOf(g *TargetGroup) *Attached[*LoadBalancer] {
	listeners := attachedBy(m, g, "DefaultActions", func(l *Listener) *Strings { return targets(&l.DefaultActions) })
	rules := attachedBy(m, g, "Actions", func(r *ListenerRule) *Strings { return targets(&r.Actions) })
	listeners.via(rules.Complete, rules.why)
	for _, r := range rules.Items {
		through(listeners, r.Sure, r.why, resolve[*Listener](m, r.Item.ListenerArn))
	}
	out := &Attached[*LoadBalancer]{Node: Node{value: value.NewAbsent(g.Header), exists: value.No}, Complete: value.Yes}
	out.via(listeners.Complete, listeners.why)
	for _, l := range listeners.Items {
		through(out, l.Sure, l.why, m.LoadBalancerOf(l.Item.LoadBalancerArn))
	}
	return out
}

// targets gives the target groups that actions lead to.
func targets(actions *List[ListenerAction]) *Strings {
	out := &Strings{Complete: actions.Complete, value: actions.Value()}
	for _, a := range actions.Items {
		out.Items = append(out.Items, a.TargetGroupArn)
		for _, g := range a.TargetGroups.Items {
			out.Items = append(out.Items, g.TargetGroupArn)
		}
		out.Complete = out.Complete.And(a.TargetGroups.Complete)
	}
	return out
}
