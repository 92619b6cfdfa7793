package model

import "github.com/ecslint/ecslint/parsers/value"

// Vpc is a network. API: CreateVpc.
type Vpc struct {
	Resource
	CidrBlock value.StringSetting
}

// Kind is "vpc".
func (*Vpc) Kind() string { return "vpc" }

// String names the network in messages. Networks have no names but tags.
func (v *Vpc) String() string { return v.Address }

// Subnet is a part of a network in one availability zone. API: CreateSubnet.
type Subnet struct {
	Resource
	VpcId               value.StringSetting
	CidrBlock           value.StringSetting
	AvailabilityZone    value.StringSetting
	MapPublicIpOnLaunch value.BoolSetting `default:"false"` // see [Subnet.GivesPublicIP]
}

// Kind is "subnet".
func (*Subnet) Kind() string { return "subnet" }

// String names the subnet in messages.
func (s *Subnet) String() string { return s.Address }

// GivesPublicIP asks whether instances in the subnet get a public address unless
// they say otherwise. Default subnets give one; what else is said of them is the
// provider's own default.
func (s *Subnet) GivesPublicIP() value.Truth {
	if s.Type == "aws_default_subnet" && s.MapPublicIpOnLaunch.Set() == value.No {
		return value.Yes
	}
	return s.MapPublicIpOnLaunch.Is(true)
}

// RouteTable says where the traffic of subnets goes. More routes may stand in
// resources of their own: see [Model.RoutesOf].
type RouteTable struct {
	Resource
	VpcId               value.StringSetting
	DefaultRouteTableId value.StringSetting `cfn:"-"` // of aws_default_route_table: an attribute of its network
	Routes              List[Route]         `cfn:"-" tf:"route"`
}

// Kind is "routeTable".
func (*RouteTable) Kind() string { return "routeTable" }

// String names the route table in messages.
func (t *RouteTable) String() string { return t.Address }

// Route is where the traffic for a range of addresses goes. API: CreateRoute.
type Route struct {
	Node
	DestinationCidrBlock     value.StringSetting `tf:"cidr_block|destination_cidr_block"`
	DestinationIpv6CidrBlock value.StringSetting `tf:"ipv6_cidr_block|destination_ipv6_cidr_block"`
	GatewayId                value.StringSetting // an internet gateway, a virtual private gateway, or "local"
	NatGatewayId             value.StringSetting
}

// SeparateRoute is a route in a resource of its own.
type SeparateRoute struct {
	Resource
	RouteTableId value.StringSetting
	Route        Route `ecs:"."`
}

// Kind is "route".
func (*SeparateRoute) Kind() string { return "route" }

// RouteTableAssociation makes a route table that of a subnet, or the main one of a
// network. API: AssociateRouteTable.
type RouteTableAssociation struct {
	Resource
	RouteTableId value.StringSetting
	SubnetId     value.StringSetting
	VpcId        value.StringSetting `cfn:"-"` // of aws_main_route_table_association
}

// Kind is "routeTableAssociation".
func (*RouteTableAssociation) Kind() string { return "routeTableAssociation" }

// InternetGateway connects a network with the internet.
type InternetGateway struct {
	Resource
	VpcId value.StringSetting `cfn:"-"`
}

// Kind is "internetGateway".
func (*InternetGateway) Kind() string { return "internetGateway" }

// InternetGatewayAttachment attaches a gateway to a network. API:
// AttachInternetGateway.
type InternetGatewayAttachment struct {
	Resource
	InternetGatewayId value.StringSetting
	VpcId             value.StringSetting
}

// Kind is "internetGatewayAttachment".
func (*InternetGatewayAttachment) Kind() string { return "internetGatewayAttachment" }

// VpcBlockPublicAccess is the setting of account and region that cuts all networks
// off from the internet. API: ModifyVpcBlockPublicAccessOptions.
type VpcBlockPublicAccess struct {
	Resource
	InternetGatewayBlockMode value.StringSetting // "off", "block-ingress" or "block-bidirectional"
}

// Kind is "vpcBlockPublicAccess".
func (*VpcBlockPublicAccess) Kind() string { return "vpcBlockPublicAccess" }

// NetworkAcl filters the traffic of subnets. Its rules may stand in resources of
// their own, in CloudFormation all of them do: see [Model.AclIngressOf].
type NetworkAcl struct {
	Resource
	VpcId     value.StringSetting
	SubnetIds Strings       `cfn:"-"`
	Ingress   List[AclRule] `cfn:"-"`
	Egress    List[AclRule] `cfn:"-"`
}

// Kind is "networkAcl".
func (*NetworkAcl) Kind() string { return "networkAcl" }

// String names the network ACL in messages.
func (a *NetworkAcl) String() string { return a.Address }

// Default asks whether the ACL is the one that AWS makes with a network.
func (a *NetworkAcl) Default() bool { return a.Type == "aws_default_network_acl" }

// AclRule is one rule of a network ACL. The rule with the lowest number that
// matches decides. API: CreateNetworkAclEntry.
type AclRule struct {
	Node
	RuleNumber    value.IntSetting    `tf:"rule_no|rule_number"`
	RuleAction    value.StringSetting `tf:"action|rule_action"` // "allow" or "deny", in any case
	Protocol      value.StringSetting // see [Protocol]
	CidrBlock     value.StringSetting
	Ipv6CidrBlock value.StringSetting
	FromPort      value.IntSetting `ecs:"portRange.from" tf:"from_port"`
	ToPort        value.IntSetting `ecs:"portRange.to" tf:"to_port"`
}

// Allows asks whether the rule lets traffic through.
func (r *AclRule) Allows() value.Truth {
	return r.RuleAction.In("allow", "ALLOW", "Allow")
}

// Covers asks whether the rule is about a port of a protocol, such as "tcp".
func (r *AclRule) Covers(protocol string, port int) value.Truth {
	return covers(r.Protocol, r.FromPort, r.ToPort, protocol, port)
}

// FromAnywhere asks whether the rule is about traffic from all addresses, IPv4 or
// IPv6.
func (r *AclRule) FromAnywhere() value.Truth {
	return AnyAddress(r.CidrBlock).Or(AnyAddress(r.Ipv6CidrBlock))
}

// SeparateAclRule is a rule of a network ACL in a resource of its own.
type SeparateAclRule struct {
	Resource
	NetworkAclId value.StringSetting
	Egress       value.BoolSetting `default:"false"`
	Rule         AclRule           `ecs:"."`
}

// Kind is "networkAclRule".
func (*SeparateAclRule) Kind() string { return "networkAclRule" }

// NetworkAclAssociation makes a network ACL that of a subnet.
type NetworkAclAssociation struct {
	Resource
	NetworkAclId value.StringSetting
	SubnetId     value.StringSetting
}

// Kind is "networkAclAssociation".
func (*NetworkAclAssociation) Kind() string { return "networkAclAssociation" }
