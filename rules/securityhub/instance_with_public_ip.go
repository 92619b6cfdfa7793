package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var instanceWithPublicIP = &rules.Rule{
	ID:       "EC2.9",
	Slug:     "instance-with-public-ip",
	Severity: rules.High,
	Title:    "Instance has a public IPv4 address",
	Why:      whyPublicIP,
	Fix: "Set `associatePublicIpAddress` to `false` (Terraform: `associate_public_ip_address = false`), or place the " +
		"instance in a subnet that gives no public addresses. Delete the elastic IP address.",
	Notes: "The control looks at the address that a running instance has. In code an instance has one if it, its " +
		"launch template or a network interface says so, if an elastic IP address is associated with it, or if " +
		"nothing is said and its subnet gives one. The subnet of another stack cannot be told, nor that of an " +
		"instance which names none: default subnets give addresses unless they are changed.",
	Docs:    []rules.Link{control("EC2.9"), configRule("ec2-instance-no-public-ip")},
	Related: slices.Concat(publicIPRequirements, controlTower("CT.EC2.PR.8")),
	Check: rules.On(func(p *rules.Pass, i *model.Instance) {
		launch, sure := p.Model.LaunchOf(i)
		said := launch.AssociatePublicIpAddress.Set().Or(launch.NetworkInterfaces.Any(saysPublicIP)).Or(sure.Not())
		judgePublicIP(p, launch.AssociatePublicIpAddress, i)
		for n := range rules.Each(p, &launch.NetworkInterfaces) {
			judgePublicIP(p, n.AssociatePublicIpAddress, i)
		}
		subnet, gives := subnetOf(p.Model, launch)
		p.When(said.Not().And(gives), subnet, "instance %s gets a public IP address from its subnet", i)

		addresses := p.Model.AddressesOf(i)
		for _, a := range addresses.Items {
			p.When(a.Sure, a.Item.InstanceId, "instance %s has the elastic IP address %s", i, a.Item.Address)
		}
		p.When(addresses.Complete.Not(), addresses, "instance %s has an elastic IP address", i)
		associations := p.Model.AddressAssociationsOf(i)
		for _, a := range associations.Items {
			p.When(a.Sure, a.Item.InstanceId, "instance %s has an elastic IP address", i)
		}
		p.When(associations.Complete.Not(), associations, "instance %s has an elastic IP address", i)
	}),
}

func judgePublicIP(p *rules.Pass, ip value.BoolSetting, i *model.Instance) {
	p.When(ip.Is(true), ip, "instance %s gets a public IP address", i).Fix(rules.Set(ip, false))
}

// saysPublicIP asks whether an interface says itself whether it has a public
// address. One that exists already does not get any.
func saysPublicIP(n *model.InterfaceSpec) value.Truth {
	return n.AssociatePublicIpAddress.Set().Or(n.NetworkInterfaceId.Set())
}

// subnetOf gives the subnet that instances are launched into, and asks whether it
// gives them public addresses. Without one it is a default subnet.
func subnetOf(m *model.Model, s *model.LaunchSettings) (value.StringSetting, value.Truth) {
	id := s.SubnetId
	for _, n := range s.NetworkInterfaces.Items {
		if id.Set() == value.No {
			id = n.SubnetId
		}
	}
	if subnet, ok := m.SubnetOf(id).One(); ok {
		return id, subnet.GivesPublicIP()
	}
	return id, value.Maybe
}
