package model

import (
	"iter"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/value"
)

// SecurityGroup is a firewall around network interfaces. Only some of its rules
// stand in it: ask [Model.IngressOf] for all. API: CreateSecurityGroup.
type SecurityGroup struct {
	Resource
	Name    value.StringSetting `cfn:"GroupName"`
	VpcId   value.StringSetting
	Ingress List[SecurityGroupRule] `cfn:"SecurityGroupIngress"`
	Egress  List[SecurityGroupRule] `cfn:"SecurityGroupEgress"`
}

// Kind is "securityGroup".
func (*SecurityGroup) Kind() string { return "securityGroup" }

// String names the security group in messages.
func (g *SecurityGroup) String() string { return label(g.Name, g.Address) }

// Default reports whether the group is the one that AWS makes with a network.
func (g *SecurityGroup) Default() bool { return g.Type == "aws_default_security_group" }

// named gives the group's name, by which old templates refer to it.
func (g *SecurityGroup) named() value.StringSetting { return g.Name }

// SecurityGroupRule lets traffic in or out, in whichever of the spellings it is
// written: inline, or in a resource of its own. API: IpPermission.
type SecurityGroupRule struct {
	Node
	Protocol       value.StringSetting `cfn:"IpProtocol" tf:"protocol|ip_protocol"` // see [Protocol]
	FromPort       value.IntSetting    // for ICMP the type
	ToPort         value.IntSetting    // for ICMP the code
	CidrBlocks     OneOrMany           `cfn:"CidrIp" tf:"cidr_blocks|cidr_ipv4"`
	Ipv6CidrBlocks OneOrMany           `cfn:"CidrIpv6" tf:"ipv6_cidr_blocks|cidr_ipv6"`
	PrefixListIds  OneOrMany           `cfn:"SourcePrefixListId|DestinationPrefixListId" tf:"prefix_list_ids|prefix_list_id"`
	SecurityGroups OneOrMany           `cfn:"SourceSecurityGroupId|SourceSecurityGroupName|DestinationSecurityGroupId" tf:"security_groups|source_security_group_id|referenced_security_group_id"`
	Self           value.BoolSetting   `cfn:"-" default:"false"`
}

// Covers asks whether the rule is about a port of a protocol, such as "tcp".
func (r *SecurityGroupRule) Covers(protocol string, port int) value.Truth {
	return covers(r.Protocol, r.FromPort, r.ToPort, protocol, port)
}

// Cidrs goes over the ranges of addresses that the rule names itself, of IPv4 and
// then of IPv6. Those of prefix lists are [Model.CidrsOf]'s.
func (r *SecurityGroupRule) Cidrs() iter.Seq[value.StringSetting] {
	return func(yield func(value.StringSetting) bool) {
		for _, l := range []*OneOrMany{&r.CidrBlocks, &r.Ipv6CidrBlocks} {
			for _, c := range l.Items {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// FromAnywhere asks whether the rule is about traffic from, or to, all addresses,
// IPv4 or IPv6, leaving prefix lists aside.
func (r *SecurityGroupRule) FromAnywhere() value.Truth {
	t := r.CidrBlocks.Complete.And(r.Ipv6CidrBlocks.Complete).Not()
	for c := range r.Cidrs() {
		t = t.Or(AnyAddress(c))
	}
	return t
}

// SeparateRule is a rule of a security group in a resource of its own.
type SeparateRule struct {
	Resource
	GroupId   value.StringSetting `cfn:"GroupId|GroupName" tf:"security_group_id"`
	Direction value.StringSetting `cfn:"-" tf:"type"` // of aws_security_group_rule: "ingress" or "egress"
	Rule      SecurityGroupRule   `ecs:"."`
}

// Kind is "securityGroupRule".
func (*SeparateRule) Kind() string { return "securityGroupRule" }

// Ingress asks whether the rule is about incoming traffic.
func (r *SeparateRule) Ingress() value.Truth {
	switch r.Type {
	case "aws_vpc_security_group_ingress_rule", "AWS::EC2::SecurityGroupIngress":
		return value.Yes
	case "aws_security_group_rule":
		return r.Direction.Is("ingress")
	}
	return value.No
}

// PrefixList is a named list of ranges of addresses. Ask [Model.CidrsOf] for all of
// them. API: CreateManagedPrefixList.
type PrefixList struct {
	Resource
	Name    value.StringSetting   `cfn:"PrefixListName"`
	Entries List[PrefixListEntry] `tf:"entry"`
}

// Kind is "prefixList".
func (*PrefixList) Kind() string { return "prefixList" }

// String names the prefix list in messages.
func (l *PrefixList) String() string { return label(l.Name, l.Address) }

// PrefixListEntry is one range of addresses of a prefix list.
type PrefixListEntry struct {
	Node
	Cidr value.StringSetting
}

// SeparatePrefixListEntry is an entry of a prefix list in a resource of its own.
type SeparatePrefixListEntry struct {
	Resource
	PrefixListId value.StringSetting
	Entry        PrefixListEntry `ecs:"."`
}

// Kind is "prefixListEntry".
func (*SeparatePrefixListEntry) Kind() string { return "prefixListEntry" }

// AnyAddress asks whether a range of addresses is that of all, of IPv4 or of IPv6:
// one whose prefix has the length 0. That can be told where the address alone is
// unknown.
func AnyAddress(cidr value.StringSetting) value.Truth {
	var answers []value.Truth
	for _, v := range cidr.Value().Alternatives() {
		answers = append(answers, anyAddress(v))
	}
	return agreed(answers)
}

func anyAddress(v *value.Value) value.Truth {
	switch v.Kind() {
	case value.Absent, value.Null:
		return value.No
	case value.String, value.Text:
		text := v.Content()
		slash := strings.LastIndexByte(text, '/')
		length := strings.TrimSpace(text[slash+1:])
		switch {
		case slash < 0 && v.Kind() == value.String:
			return value.No
		case slash >= 0 && strings.IndexByte(length, value.Hole) < 0:
			return value.True(length != "" && strings.Trim(length, "0") == "")
		}
	case value.Unknown:
		if slices.ContainsFunc(v.Identity(), func(l value.Link) bool { return l.Attr == "CidrBlock" || l.Attr == "cidr_block" }) {
			return value.No // networks have prefixes of 16 to 28 bits
		}
	case value.Bool, value.Number, value.List, value.Map, value.Either:
	}
	return value.Maybe
}

// protocols are the numbers that IANA gave the protocols which have a name in
// rules.
var protocols = map[string]string{"-1": "all", "1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6"}

// Protocol asks whether a setting names one of the protocols: "tcp", "udp",
// "icmp", "icmpv6", or "all". Rules may give its number instead.
func Protocol(v value.StringSetting, want ...string) value.Truth {
	return v.Satisfies(func(s string) bool {
		s = strings.ToLower(strings.TrimSpace(s))
		if name, ok := protocols[s]; ok {
			s = name
		}
		return slices.Contains(want, s)
	})
}

// covers asks whether a rule is about a port of a protocol. A rule for all
// protocols is for all ports, whatever it says of them, and so is one without
// ports.
func covers(p value.StringSetting, from, to value.IntSetting, protocol string, port int) value.Truth {
	first := from.Set().Not().Or(from.Satisfies(func(n int) bool { return n <= port }))
	last := to.Set().Not().Or(to.Satisfies(func(n int) bool { return n >= port }))
	return Protocol(p, "all").Or(Protocol(p, protocol).And(first).And(last))
}
