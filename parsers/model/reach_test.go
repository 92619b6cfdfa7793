package model

import (
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers/value"
)

// the address of the security group that rules are about
const group = "aws_security_group.web"

// open asks whether all may come in at a port of TCP.
func (l *List[T]) open(m *Model, port int) value.Truth {
	return any(l).(*List[SecurityGroupRule]).Any(func(r *SecurityGroupRule) value.Truth {
		t := r.FromAnywhere()
		for _, id := range r.PrefixListIds.Items {
			list, ok := m.PrefixListOf(id).One()
			if !ok {
				t = t.Or(value.Maybe)
				continue
			}
			t = t.Or(m.CidrsOf(list).Any(func(e *PrefixListEntry) value.Truth { return AnyAddress(e.Cidr) }))
		}
		return t.And(r.Covers("tcp", port))
	})
}

// TestIngressOf has a rule in each spelling, and asks about port 22.
func TestIngressOf(t *testing.T) {
	inline := func(protocol, from, to any, cidrs ...any) object {
		return object{"ingress": list{object{"protocol": protocol, "from_port": from, "to_port": to, "cidr_blocks": list(cidrs)}}}
	}
	separate := func(typ string, rule object) func(*Model) {
		return func(m *Model) { add(m, typ, "rule", rule) }
	}
	own := attribute(group, "id")
	for _, test := range []struct {
		name  string
		group object
		more  func(*Model)
		want  value.Truth
	}{
		{"no rule", object{}, nil, value.No},
		{"inline", inline("tcp", 22, 22, "0.0.0.0/0"), nil, value.Yes},
		{"inline, one of several ranges", inline("tcp", 22, 22, "10.0.0.0/8", "0.0.0.0/0"), nil, value.Yes},
		{"inline, a range of ports", inline("tcp", 20, 25, "0.0.0.0/0"), nil, value.Yes},
		{"inline, other ports", inline("tcp", 80, 443, "0.0.0.0/0"), nil, value.No},
		{"inline, all protocols", inline("-1", 0, 0, "0.0.0.0/0"), nil, value.Yes},
		{"inline, all protocols by name", inline("ALL", 0, 0, "0.0.0.0/0"), nil, value.Yes},
		{"inline, protocol by number", inline(6, 22, 22, "0.0.0.0/0"), nil, value.Yes},
		{"inline, another protocol", inline("udp", 22, 22, "0.0.0.0/0"), nil, value.No},
		{"inline, private", inline("tcp", 22, 22, "10.0.0.0/8"), nil, value.No},
		{"inline, unknown range", inline("tcp", 22, 22, unknown()), nil, value.Maybe},
		{"inline, unknown range of other ports", inline("tcp", 80, 80, unknown()), nil, value.No},
		{"inline, unknown ports", inline("tcp", unknown(), 22, "0.0.0.0/0"), nil, value.Maybe},
		{"inline, unknown ranges", object{"ingress": list{object{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": unknown()}}}, nil, value.Maybe},
		{"inline, unknown rules", object{"ingress": value.NewList(here, nil, true)}, nil, value.Maybe},
		{"inline, IPv6", object{"ingress": list{object{"protocol": "tcp", "from_port": 22, "to_port": 22, "ipv6_cidr_blocks": list{"::/0"}}}}, nil, value.Yes},
		{"inline, itself", object{"ingress": list{object{"protocol": "-1", "from_port": 0, "to_port": 0, "self": true}}}, nil, value.No},
		{"outgoing", object{"egress": list{object{"protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": list{"0.0.0.0/0"}}}}, nil, value.No},
		{"rule", object{}, separate("aws_security_group_rule", object{
			"type": "ingress", "security_group_id": own, "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": list{"0.0.0.0/0"},
		}), value.Yes},
		{"rule, outgoing", object{}, separate("aws_security_group_rule", object{
			"type": "egress", "security_group_id": own, "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": list{"0.0.0.0/0"},
		}), value.No},
		{"rule, unknown direction", object{}, separate("aws_security_group_rule", object{
			"type": unknown(), "security_group_id": own, "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": list{"0.0.0.0/0"},
		}), value.Maybe},
		{"rule of an unknown group", object{}, separate("aws_security_group_rule", object{
			"type": "ingress", "security_group_id": unknown(), "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": list{"0.0.0.0/0"},
		}), value.Maybe},
		{"harmless rule of an unknown group", object{}, separate("aws_security_group_rule", object{
			"type": "ingress", "security_group_id": unknown(), "protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_blocks": list{"0.0.0.0/0"},
		}), value.No},
		{"rule of another group", object{}, separate("aws_security_group_rule", object{
			"type": "ingress", "security_group_id": "sg-1", "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": list{"0.0.0.0/0"},
		}), value.No},
		{"unknown number of rules", object{}, func(m *Model) { m.AddMissing("aws_security_group_rule", "for_each is unknown") }, value.Maybe},
		{"ingress rule", object{}, separate("aws_vpc_security_group_ingress_rule", object{
			"security_group_id": own, "ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv4": "0.0.0.0/0",
		}), value.Yes},
		{"ingress rule, IPv6", object{}, separate("aws_vpc_security_group_ingress_rule", object{
			"security_group_id": own, "ip_protocol": "-1", "cidr_ipv6": "::/0",
		}), value.Yes},
		{"egress rule", object{}, separate("aws_vpc_security_group_egress_rule", object{
			"security_group_id": own, "ip_protocol": "-1", "cidr_ipv4": "0.0.0.0/0",
		}), value.No},
		{"prefix list", object{}, func(m *Model) {
			add(m, "aws_ec2_managed_prefix_list", "aws_ec2_managed_prefix_list.all", object{"name": "all"})
			add(m, "aws_ec2_managed_prefix_list_entry", "entry", object{
				"prefix_list_id": attribute("aws_ec2_managed_prefix_list.all", "id"), "cidr": "0.0.0.0/0",
			})
			add(m, "aws_vpc_security_group_ingress_rule", "rule", object{
				"security_group_id": own, "ip_protocol": "tcp", "from_port": 22, "to_port": 22,
				"prefix_list_id": attribute("aws_ec2_managed_prefix_list.all", "id"),
			})
		}, value.Yes},
		{"private prefix list", object{}, func(m *Model) {
			add(m, "aws_ec2_managed_prefix_list", "aws_ec2_managed_prefix_list.office", object{"entry": list{object{"cidr": "192.0.2.0/24"}}})
			add(m, "aws_vpc_security_group_ingress_rule", "rule", object{
				"security_group_id": own, "ip_protocol": "tcp", "from_port": 22, "to_port": 22,
				"prefix_list_id": attribute("aws_ec2_managed_prefix_list.office", "id"),
			})
		}, value.No},
		{"prefix list that is not here", object{}, separate("aws_vpc_security_group_ingress_rule", object{
			"security_group_id": own, "ip_protocol": "tcp", "from_port": 22, "to_port": 22, "prefix_list_id": "pl-1",
		}), value.Maybe},
		{"AWS::EC2::SecurityGroupIngress", object{}, separate("AWS::EC2::SecurityGroupIngress", object{
			"GroupId": attribute(group, "GroupId"), "IpProtocol": "tcp", "FromPort": "22", "ToPort": "22", "CidrIp": "0.0.0.0/0",
		}), value.Yes},
		{"AWS::EC2::SecurityGroupEgress", object{}, separate("AWS::EC2::SecurityGroupEgress", object{
			"GroupId": attribute(group, "GroupId"), "IpProtocol": "-1", "CidrIp": "0.0.0.0/0",
		}), value.No},
	} {
		m := &Model{}
		add(m, tfGroup, group, test.group)
		if test.more != nil {
			test.more(m)
		}
		l := m.IngressOf(only[*SecurityGroup](t, m))
		check(t, test.name, l.open(m, 22), test.want)
		if l.Complete == value.Maybe && l.Reason() == "" {
			t.Errorf("%s: no reason", test.name)
		}
	}
}

func TestIngressInTemplate(t *testing.T) {
	m := &Model{}
	add(m, "AWS::EC2::SecurityGroup", "Web", object{"SecurityGroupIngress": list{
		object{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"},
		object{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "SourceSecurityGroupId": "sg-1"},
	}})
	l := m.IngressOf(only[*SecurityGroup](t, m))
	check(t, "443", l.open(m, 443), value.Yes)
	check(t, "22", l.open(m, 22), value.No)
	if got := len(l.Items); got != 2 {
		t.Errorf("%d rules, want 2", got)
	}
}

func TestAnyAddress(t *testing.T) {
	for _, test := range []struct {
		name string
		cidr any
		want value.Truth
	}{
		{"all", "0.0.0.0/0", value.Yes},
		{"all of IPv6", "::/0", value.Yes},
		{"all, written otherwise", "1.2.3.4/00", value.Yes},
		{"half", "0.0.0.0/1", value.No},
		{"one address", "192.0.2.1/32", value.No},
		{"no range", "192.0.2.1", value.No},
		{"no length", "192.0.2.1/", value.No},
		{"absent", absent(), value.No},
		{"unknown", unknown(), value.Maybe},
		{"unknown address", text("", "/32"), value.No},
		{"unknown address, all", text("", "/0"), value.Yes},
		{"unknown length", text("10.0.0.0/", ""), value.Maybe},
		{"unknown, but for its end", text("", "0"), value.Maybe},
		{"the range of a network", attribute("Vpc", "CidrBlock"), value.No},
		{"another attribute", attribute("Vpc", "Ipv6CidrBlocks"), value.Maybe},
		{"either", either("0.0.0.0/0", "10.0.0.0/8"), value.Maybe},
		{"either way", either("0.0.0.0/0", "::/0"), value.Yes},
	} {
		check(t, test.name, AnyAddress(setting(test.cidr)), test.want)
	}
}

// TestIngressPlaces shows where the rules of a group are found.
func TestIngressPlaces(t *testing.T) {
	m := &Model{}
	add(m, tfGroup, group, object{"ingress": list{object{"protocol": "-1"}}})
	m.Add(Input{Type: "aws_security_group_rule", Address: "aws_security_group_rule.ssh[0]", Condition: "count = var.ssh", Value: of(object{
		"type": "ingress", "security_group_id": attribute(group, "id"), "protocol": "tcp",
	})})
	g := only[*SecurityGroup](t, m)
	l := m.IngressOf(g)
	var got []string
	for _, r := range l.Items {
		got = append(got, r.Path()+" "+r.Exists().String()+" "+r.Reason())
	}
	want := []string{
		"ingress[0] yes ",
		"ingress[aws_security_group_rule.ssh[0]] maybe aws_security_group_rule.ssh[0] exists only if count = var.ssh",
	}
	if !slices.Equal(got, want) {
		t.Errorf("rules\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(g.Ingress.Items) != 1 {
		t.Error("the group itself has got more rules")
	}
}

func TestAclIngressOf(t *testing.T) {
	const acl = "aws_network_acl.main"
	rule := func(m *Model, properties object) {
		properties["network_acl_id"] = attribute(acl, "id")
		add(m, "aws_network_acl_rule", "rule", properties)
	}
	for _, test := range []struct {
		name string
		make func(m *Model)
		want value.Truth
	}{
		{"inline", func(m *Model) {
			add(m, "aws_network_acl", acl, object{"ingress": list{object{"rule_no": 100, "action": "allow", "protocol": "tcp", "from_port": 0, "to_port": 1024, "cidr_block": "0.0.0.0/0"}}})
		}, value.Yes},
		{"inline, denied", func(m *Model) {
			add(m, "aws_network_acl", acl, object{"ingress": list{object{"rule_no": 100, "action": "deny", "protocol": "-1", "from_port": 0, "to_port": 0, "cidr_block": "0.0.0.0/0"}}})
		}, value.No},
		{"separate", func(m *Model) {
			add(m, "aws_network_acl", acl, object{})
			rule(m, object{"rule_number": 100, "rule_action": "allow", "protocol": "-1", "ipv6_cidr_block": "::/0"})
		}, value.Yes},
		{"separate, outgoing", func(m *Model) {
			add(m, "aws_network_acl", acl, object{})
			rule(m, object{"rule_number": 100, "egress": true, "rule_action": "allow", "protocol": "-1", "cidr_block": "0.0.0.0/0"})
		}, value.No},
		{"in a template", func(m *Model) {
			add(m, "AWS::EC2::NetworkAcl", "Acl", object{})
			add(m, "AWS::EC2::NetworkAclEntry", "Entry", object{
				"NetworkAclId": attribute("Acl", "Ref"), "RuleNumber": 100, "RuleAction": "allow", "Protocol": 6,
				"CidrBlock": "0.0.0.0/0", "PortRange": object{"From": 22, "To": 22},
			})
		}, value.Yes},
	} {
		m := &Model{}
		test.make(m)
		l := m.AclIngressOf(only[*NetworkAcl](t, m))
		check(t, test.name, l.Any(func(r *AclRule) value.Truth {
			return r.Allows().And(r.FromAnywhere()).And(r.Covers("tcp", 22))
		}), test.want)
	}
}

func TestAclsOf(t *testing.T) {
	const subnet = "aws_subnet.a"
	m := &Model{}
	add(m, "aws_subnet", subnet, object{})
	add(m, "aws_network_acl", "aws_network_acl.inline", object{"subnet_ids": list{attribute(subnet, "id")}})
	add(m, "aws_network_acl", "aws_network_acl.separate", object{})
	add(m, "aws_network_acl_association", "x", object{"network_acl_id": attribute("aws_network_acl.separate", "id"), "subnet_id": attribute(subnet, "id")})
	acls := m.AclsOf(only[*Subnet](t, m))
	var got []string
	for _, a := range acls.Items {
		got = append(got, a.Item.Address+" "+a.Sure.String())
	}
	if want := []string{"aws_network_acl.inline yes", "aws_network_acl.separate yes"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	add(m, "aws_network_acl_association", "y", object{"network_acl_id": "acl-1", "subnet_id": attribute(subnet, "id")})
	check(t, "one that is not here", m.AclsOf(only[*Subnet](t, m)).Complete, value.Maybe)
}

func TestRouteToInternet(t *testing.T) {
	const vpc, subnet, table, gateway = "aws_vpc.main", "aws_subnet.a", "aws_route_table.public", "aws_internet_gateway.main"
	associate := func(m *Model, to any) {
		add(m, "aws_route_table_association", "aws_route_table_association.a", object{"subnet_id": attribute(subnet, "id"), "route_table_id": to})
	}
	routes := func(to any) object {
		return object{"route": list{object{"cidr_block": "0.0.0.0/0", "gateway_id": to}}}
	}
	for _, test := range []struct {
		name  string
		make  func(m *Model)
		want  value.Truth
		trail string
	}{
		{"inline route", func(m *Model) {
			add(m, "aws_route_table", table, routes(attribute(gateway, "id")))
			associate(m, attribute(table, "id"))
		}, value.Yes, "aws_route_table_association.a, aws_route_table.public, the route to the internet gateway"},
		{"separate route", func(m *Model) {
			add(m, "aws_route_table", table, object{})
			add(m, "aws_route", "r", object{"route_table_id": attribute(table, "id"), "destination_ipv6_cidr_block": "::/0", "gateway_id": attribute(gateway, "id")})
			associate(m, attribute(table, "id"))
		}, value.Yes, "aws_route_table_association.a, aws_route_table.public, the route to the internet gateway"},
		{"through NAT", func(m *Model) {
			add(m, "aws_route_table", table, object{"route": list{object{"cidr_block": "0.0.0.0/0", "nat_gateway_id": unknown()}}})
			associate(m, attribute(table, "id"))
		}, value.No, ""},
		{"to a VPN", func(m *Model) {
			add(m, "aws_route_table", table, routes(attribute("aws_vpn_gateway.x", "id")))
			associate(m, attribute(table, "id"))
		}, value.No, ""},
		{"to some gateway", func(m *Model) {
			add(m, "aws_route_table", table, routes(unknown()))
			associate(m, attribute(table, "id"))
		}, value.Maybe, ""},
		{"to a gateway by its id", func(m *Model) {
			add(m, "aws_route_table", table, routes("igw-1"))
			associate(m, attribute(table, "id"))
		}, value.Yes, "aws_route_table_association.a, aws_route_table.public, the route to the internet gateway"},
		{"for other addresses", func(m *Model) {
			add(m, "aws_route_table", table, object{"route": list{object{"cidr_block": "192.0.2.0/24", "gateway_id": attribute(gateway, "id")}}})
			associate(m, attribute(table, "id"))
		}, value.No, ""},
		{"a table that is not here", func(m *Model) { associate(m, "rtb-1") }, value.Maybe, ""},
		{"an unknown table", func(m *Model) { associate(m, unknown()) }, value.Maybe, ""},
		{"the table of an unknown subnet", func(m *Model) {
			add(m, "aws_route_table", table, routes(attribute(gateway, "id")))
			add(m, "aws_route_table_association", "x", object{"subnet_id": unknown(), "route_table_id": attribute(table, "id")})
		}, value.Maybe, ""},
		{"the table of an unknown subnet, which is no different", func(m *Model) {
			add(m, "aws_route_table", table, object{})
			add(m, "aws_route_table_association", "x", object{"subnet_id": unknown(), "route_table_id": attribute(table, "id")})
		}, value.No, ""},
		{"routes of another table", func(m *Model) {
			add(m, "aws_route_table", table, object{})
			add(m, "aws_route", "r", object{"route_table_id": attribute(table, "id"), "destination_cidr_block": "0.0.0.0/0", "gateway_id": attribute(gateway, "id")})
		}, value.No, ""},
		{"not all routes are known", func(m *Model) {
			add(m, "aws_route_table", table, object{})
			associate(m, attribute(table, "id"))
			m.AddMissing("aws_route", "for_each is unknown")
		}, value.Maybe, ""},
		{"not all associations are known", func(m *Model) { m.AddMissing("aws_route_table_association", "for_each is unknown") }, value.Maybe, ""},
		{"main table without routes", func(*Model) {}, value.No, ""},
		{"main table with a route", func(m *Model) {
			add(m, "aws_route", "r", object{"route_table_id": attribute(vpc, "main_route_table_id"), "destination_cidr_block": "0.0.0.0/0", "gateway_id": attribute(gateway, "id")})
		}, value.Yes, "aws_vpc.main, the route to the internet gateway"},
		{"adopted main table", func(m *Model) {
			r := routes(attribute(gateway, "id"))
			r["default_route_table_id"] = attribute(vpc, "default_route_table_id")
			add(m, "aws_default_route_table", "aws_default_route_table.x", r)
		}, value.Yes, "aws_default_route_table.x, the route to the internet gateway"},
		{"another main table", func(m *Model) {
			add(m, "aws_route_table", table, routes(attribute(gateway, "id")))
			add(m, "aws_main_route_table_association", "x", object{"vpc_id": attribute(vpc, "id"), "route_table_id": attribute(table, "id")})
		}, value.Yes, "aws_route_table.public, the route to the internet gateway"},
	} {
		m := &Model{}
		add(m, "aws_vpc", vpc, object{"cidr_block": "10.0.0.0/16"})
		add(m, "aws_subnet", subnet, object{"vpc_id": attribute(vpc, "id")})
		add(m, "aws_internet_gateway", gateway, object{"vpc_id": attribute(vpc, "id")})
		test.make(m)
		a := m.RouteToInternet(only[*Subnet](t, m))
		check(t, test.name, a.Truth, test.want)
		if (a.Reason() != "") != (test.want == value.Maybe) {
			t.Errorf("%s: the reason is %q", test.name, a.Reason())
		}
		var names []string
		for _, s := range a.Trail() {
			names = append(names, s.Name)
		}
		if got := strings.Join(names, ", "); test.want == value.Yes && got != test.trail {
			t.Errorf("%s: by way of %s, want %s", test.name, got, test.trail)
		}
	}
}

func TestRouteToInternetOutside(t *testing.T) {
	for name, subnet := range map[string]object{
		"no network":                 {},
		"a network that is here not": {"vpc_id": "vpc-1"},
		"an unknown network":         {"vpc_id": unknown()},
	} {
		m := &Model{}
		add(m, "aws_subnet", "aws_subnet.a", subnet)
		a := m.RouteToInternet(only[*Subnet](t, m))
		check(t, name, a.Truth, value.Maybe)
		if a.Reason() == "" {
			t.Errorf("%s: no reason", name)
		}
	}
}

func TestRouteToInternetInTemplate(t *testing.T) {
	m := &Model{}
	add(m, "AWS::EC2::Subnet", "Subnet", object{"VpcId": attribute("Vpc", "Ref"), "MapPublicIpOnLaunch": "true"})
	add(m, "AWS::EC2::InternetGateway", "Gateway", object{})
	add(m, "AWS::EC2::RouteTable", "Table", object{})
	add(m, "AWS::EC2::Route", "Route", object{"RouteTableId": attribute("Table", "Ref"), "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": attribute("Gateway", "Ref")})
	add(m, "AWS::EC2::SubnetRouteTableAssociation", "Association", object{"SubnetId": attribute("Subnet", "Ref"), "RouteTableId": attribute("Table", "Ref")})
	s := only[*Subnet](t, m)
	check(t, "route", m.RouteToInternet(s).Truth, value.Yes)
	check(t, "public address", s.GivesPublicIP(), value.Yes)
}

func TestGivesPublicIP(t *testing.T) {
	check(t, "default", decoded[*Subnet](t, "aws_subnet", object{}).GivesPublicIP(), value.No)
	check(t, "default subnet", decoded[*Subnet](t, "aws_default_subnet", object{}).GivesPublicIP(), value.Yes)
	check(t, "default subnet that says no", decoded[*Subnet](t, "aws_default_subnet", object{"map_public_ip_on_launch": false}).GivesPublicIP(), value.No)
	check(t, "unknown", decoded[*Subnet](t, "aws_subnet", object{"map_public_ip_on_launch": unknown()}).GivesPublicIP(), value.Maybe)
}

func TestIngressBlocked(t *testing.T) {
	for mode, want := range map[string]value.Truth{"off": value.No, "block-ingress": value.Yes, "block-bidirectional": value.Yes} {
		m := &Model{}
		add(m, "aws_vpc_block_public_access_options", "x", object{"internet_gateway_block_mode": mode})
		check(t, mode, m.IngressBlocked(), want)
	}
	check(t, "nothing said", (&Model{}).IngressBlocked(), value.No)
}

func TestLaunchesOf(t *testing.T) {
	const template, config = "aws_launch_template.ecs", "aws_launch_configuration.ecs"
	for _, test := range []struct {
		name  string
		group object
		want  string // the image; empty if it is not known
	}{
		{"launch template", object{"launch_template": list{object{"id": attribute(template, "id")}}}, "ami-t"},
		{"by name", object{"launch_template": list{object{"name": "ecs"}}}, "ami-t"},
		{"mixed instances", object{"mixed_instances_policy": list{object{"launch_template": list{object{
			"launch_template_specification": list{object{"launch_template_id": attribute(template, "id")}},
		}}}}}, "ami-t"},
		{"launch configuration", object{"launch_configuration": attribute(config, "name")}, "ami-c"},
		{"one that is not here", object{"launch_template": list{object{"id": "lt-1"}}}, ""},
		{"unknown", object{"launch_template": list{object{"id": unknown()}}}, ""},
		{"none", object{}, ""},
	} {
		m := &Model{}
		add(m, "aws_launch_template", template, object{"name": "ecs", "image_id": "ami-t"})
		add(m, "aws_launch_configuration", config, object{"image_id": "ami-c"})
		add(m, "aws_autoscaling_group", "aws_autoscaling_group.ecs", test.group)
		got := ""
		if l, _ := m.LaunchesOf(only[*AutoScalingGroup](t, m)); l != nil {
			got, _ = l.ImageId.Known()
		}
		if got != test.want {
			t.Errorf("%s: image %q, want %q", test.name, got, test.want)
		}
	}
}

func TestAutoScalingGroupOf(t *testing.T) {
	provider := func(arn any) object {
		return object{"name": "ecs", "auto_scaling_group_provider": list{object{"auto_scaling_group_arn": arn}}}
	}
	for _, test := range []struct {
		name string
		arn  any
		want value.Truth
	}{
		{"link", attribute("aws_autoscaling_group.ecs", "arn"), value.Yes},
		{"ARN", "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:1:autoScalingGroupName/ecs", value.Yes},
		{"unknown", unknown(), value.Maybe},
	} {
		m := &Model{}
		add(m, "aws_autoscaling_group", "aws_autoscaling_group.ecs", object{"name": "ecs", "protect_from_scale_in": true})
		add(m, "aws_ecs_capacity_provider", "aws_ecs_capacity_provider.ecs", provider(test.arn))
		ref := m.AutoScalingGroupOf(only[*CapacityProvider](t, m))
		check(t, test.name, ref.Sure, test.want)
		check(t, test.name+": the other way", m.CapacityProvidersWith(only[*AutoScalingGroup](t, m)).Exists(), test.want)
	}
}

func TestLaunchOf(t *testing.T) {
	m := &Model{}
	add(m, "aws_launch_template", "aws_launch_template.x", object{
		"image_id": "ami-t", "vpc_security_group_ids": list{"sg-t"},
		"metadata_options":     list{object{"http_tokens": "required", "http_endpoint": "enabled"}},
		"iam_instance_profile": list{object{"name": "web"}},
	})
	add(m, "aws_instance", "aws_instance.x", object{
		"ami": "ami-i", "launch_template": list{object{"id": attribute("aws_launch_template.x", "id")}},
		"metadata_options": list{object{"http_tokens": "optional"}},
	})
	l, sure := m.LaunchOf(only[*Instance](t, m))
	check(t, "sure", sure, value.Yes)
	check(t, "image of the instance", l.ImageId.Is("ami-i"), value.Yes)
	check(t, "tokens of the instance", l.MetadataOptions.HttpTokens.Is("optional"), value.Yes)
	check(t, "endpoint of the template", l.MetadataOptions.HttpEndpoint.Is("enabled"), value.Yes)
	check(t, "groups of the template", l.SecurityGroupIds.Contains("sg-t"), value.Yes)
	check(t, "profile of the template", l.IamInstanceProfile.Setting().Is("web"), value.Yes)
	check(t, "tokens in the instance itself", only[*Instance](t, m).Launch.MetadataOptions.HttpEndpoint.Set(), value.No)

	m = &Model{}
	add(m, "aws_instance", "aws_instance.x", object{"launch_template": list{object{"id": "lt-1"}}})
	_, sure = m.LaunchOf(only[*Instance](t, m))
	check(t, "a template that is not here", sure, value.Maybe)
}

func TestInterfacesOf(t *testing.T) {
	const instance = "aws_instance.x"
	for _, test := range []struct {
		name     string
		instance object
		more     func(*Model)
		want     value.Span
	}{
		{"nothing said", object{}, nil, value.Exactly(1)},
		{"two at launch", object{"network_interface": list{object{"device_index": 0}, object{"device_index": 1}}}, nil, value.Exactly(2)},
		{"a secondary one", object{"secondary_network_interface": list{object{"device_index": 1}}}, nil, value.Exactly(2)},
		{"unknown at launch", object{"network_interface": unknown()}, nil, value.AtLeast(0)},
		{"attached", object{}, func(m *Model) {
			add(m, "aws_network_interface_attachment", "a", object{"instance_id": attribute(instance, "id")})
		}, value.Exactly(2)},
		{"attached by itself", object{}, func(m *Model) {
			add(m, "aws_network_interface", "n", object{"attachment": list{object{"instance": attribute(instance, "id"), "device_index": 1}}})
		}, value.Exactly(2)},
		{"attached to an unknown instance", object{}, func(m *Model) {
			add(m, "aws_network_interface_attachment", "a", object{"instance_id": unknown()})
		}, value.Span{Min: 1, Max: 2}},
		{"not attached", object{}, func(m *Model) { add(m, "aws_network_interface", "n", object{}) }, value.Exactly(1)},
	} {
		m := &Model{}
		add(m, "aws_instance", instance, test.instance)
		if test.more != nil {
			test.more(m)
		}
		if got := m.InterfacesOf(only[*Instance](t, m)).Count(); got != test.want {
			t.Errorf("%s: %v interfaces, want %v", test.name, got, test.want)
		}
	}
	m := &Model{}
	add(m, "AWS::EC2::Instance", "Instance", object{"NetworkInterfaces": list{object{"DeviceIndex": "0", "GroupSet": list{"sg-1"}}}})
	add(m, "AWS::EC2::NetworkInterfaceAttachment", "More", object{"InstanceId": attribute("Instance", "Ref"), "NetworkInterfaceId": "eni-1"})
	l := m.InterfacesOf(only[*Instance](t, m))
	if got := l.Count(); got != value.Exactly(2) {
		t.Errorf("template: %v interfaces, want 2", got)
	}
	check(t, "groups of the first", l.Items[0].SecurityGroups.Contains("sg-1"), value.Yes)
}

func TestAddressesOf(t *testing.T) {
	m := &Model{}
	add(m, "aws_instance", "aws_instance.x", object{})
	add(m, "aws_eip", "aws_eip.x", object{"instance": attribute("aws_instance.x", "id")})
	add(m, "aws_eip_association", "a", object{"instance_id": unknown()})
	i := only[*Instance](t, m)
	check(t, "address", m.AddressesOf(i).Exists(), value.Yes)
	check(t, "association", m.AddressAssociationsOf(i).Exists(), value.Maybe)
}

func TestJoinsCluster(t *testing.T) {
	for _, test := range []struct {
		name   string
		launch object
		want   value.Truth
	}{
		{"user data", object{"user_data": "#!/bin/bash\necho ECS_CLUSTER=main >> /etc/ecs/ecs.config"}, value.Yes},
		{"encoded user data", object{"user_data": "ZWNobyBFQ1NfQ0xVU1RFUj1tYWlu"}, value.Yes},
		{"image", object{"image_id": attribute("data.aws_ssm_parameter.ecs", "/aws/service/ecs/optimized-ami/amazon-linux-2")}, value.Yes},
		{"something else", object{"user_data": "echo hello", "image_id": "ami-1"}, value.Maybe},
		{"nothing", object{}, value.Maybe},
	} {
		l := decoded[*LaunchTemplate](t, "aws_launch_template", test.launch)
		check(t, test.name, l.Launch.JoinsCluster(), test.want)
	}
}

func TestLoadBalancersOf(t *testing.T) {
	const lb, group, listener = "aws_lb.web", "aws_lb_target_group.web", "aws_lb_listener.web"
	for _, test := range []struct {
		name string
		make func(m *Model)
		want value.Truth
	}{
		{"none", func(*Model) {}, value.No},
		{"default action", func(m *Model) {
			add(m, "aws_lb_listener", listener, object{"load_balancer_arn": attribute(lb, "arn"), "default_action": list{object{"type": "forward", "target_group_arn": attribute(group, "arn")}}})
		}, value.Yes},
		{"weighted", func(m *Model) {
			add(m, "aws_lb_listener", listener, object{"load_balancer_arn": attribute(lb, "arn"), "default_action": list{object{"type": "forward", "forward": list{object{
				"target_group": list{object{"arn": "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/other/1"}, object{"arn": attribute(group, "arn")}},
			}}}}})
		}, value.Yes},
		{"rule", func(m *Model) {
			add(m, "aws_lb_listener", listener, object{"load_balancer_arn": attribute(lb, "arn"), "default_action": list{object{"type": "fixed-response"}}})
			add(m, "aws_lb_listener_rule", "rule", object{"listener_arn": attribute(listener, "arn"), "action": list{object{"type": "forward", "target_group_arn": attribute(group, "arn")}}})
		}, value.Yes},
		{"a rule of a listener that is not here", func(m *Model) {
			add(m, "aws_lb_listener_rule", "rule", object{"listener_arn": unknown(), "action": list{object{"type": "forward", "target_group_arn": attribute(group, "arn")}}})
		}, value.Maybe},
		{"a load balancer that is not here", func(m *Model) {
			add(m, "aws_lb_listener", listener, object{"load_balancer_arn": "arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/x/1", "default_action": list{object{"target_group_arn": attribute(group, "arn")}}})
		}, value.Maybe},
		{"an unknown target", func(m *Model) {
			add(m, "aws_lb_listener", listener, object{"load_balancer_arn": attribute(lb, "arn"), "default_action": list{object{"target_group_arn": unknown()}}})
		}, value.Maybe},
		{"not all listeners are known", func(m *Model) { m.AddMissing("aws_lb_listener", "for_each is unknown") }, value.Maybe},
	} {
		m := &Model{}
		add(m, "aws_lb", lb, object{"name": "web"})
		add(m, "aws_lb_target_group", group, object{})
		test.make(m)
		balancers := m.LoadBalancersOf(only[*TargetGroup](t, m))
		check(t, test.name, balancers.Exists(), test.want)
		if (balancers.Reason() != "") != (test.want == value.Maybe) {
			t.Errorf("%s: the reason is %q", test.name, balancers.Reason())
		}
	}
}

func TestLoadBalancer(t *testing.T) {
	for _, test := range []struct {
		name, typ  string
		properties object
		internal   value.Truth
		classic    bool
	}{
		{"default", "aws_lb", object{}, value.No, false},
		{"internal", "aws_lb", object{"internal": true}, value.Yes, false},
		{"unknown", "aws_lb", object{"internal": unknown()}, value.Maybe, false},
		{"classic", "aws_elb", object{"internal": false}, value.No, true},
		{"template", "AWS::ElasticLoadBalancingV2::LoadBalancer", object{"Scheme": "internal"}, value.Yes, false},
		{"template default", "AWS::ElasticLoadBalancing::LoadBalancer", object{}, value.No, true},
	} {
		l := decoded[*LoadBalancer](t, test.typ, test.properties)
		check(t, test.name, l.Scheme.Is("internal"), test.internal)
		if l.Classic() != test.classic {
			t.Errorf("%s: classic is %v", test.name, l.Classic())
		}
	}
}
