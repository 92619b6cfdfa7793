package exposure

import (
	"cmp"
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// address is the link of public addresses, with the place where they are given.
type address struct {
	link
	place
}

// given is the link of public addresses that a setting gives.
func given(sure value.Truth, x rules.Located, path string) address {
	out := address{link{sure: sure}, place{Located: x, path: path}}
	if sure == value.Maybe {
		out.doubt = "whether it has a public address is unknown: " + cmp.Or(x.Reason(), "nothing here says so")
	}
	return out
}

// addressesOfTasks are the public addresses of tasks. Only those on Fargate can have
// one.
func addressesOfTasks(n *model.AwsvpcConfiguration, onFargate value.Truth) address {
	out := given(n.AssignPublicIp.Is("ENABLED").And(onFargate), n.AssignPublicIp, n.Path()+".assignPublicIp")
	if onFargate == value.Maybe && out.sure == value.Maybe && n.AssignPublicIp.Reason() == "" {
		out.doubt = "whether it has a public address is unknown: only tasks on Fargate can have one"
	}
	return out
}

// addressesOfLaunch are the public addresses of instances that are launched so: by
// what their interfaces say, or they themselves, and otherwise by their subnets.
func addressesOfLaunch(m *model.Model, l *model.LaunchSettings, subnets *model.Strings) address {
	for _, n := range l.NetworkInterfaces.Items {
		if n.AssociatePublicIpAddress.Set() != value.No {
			return given(n.AssociatePublicIpAddress.Is(true), n.AssociatePublicIpAddress, n.Path()+".associatePublicIpAddress")
		}
	}
	if l.AssociatePublicIpAddress.Set() != value.No {
		return given(l.AssociatePublicIpAddress.Is(true), l.AssociatePublicIpAddress, "associatePublicIpAddress")
	}
	return bySubnets(m, subnets)
}

// bySubnets are the public addresses that subnets give to what does not say
// otherwise.
func bySubnets(m *model.Model, subnets *model.Strings) address {
	out := given(value.No, subnets, "subnets")
	if subnets.Complete != value.Yes || subnets.Empty() == value.Yes {
		out = given(value.Maybe, subnets, "subnets")
	}
	for _, s := range subnets.Items {
		ref := m.SubnetOf(s)
		subnet, ok := ref.One()
		a := given(ref.Sure, ref, s.Name())
		if ok {
			a = given(subnet.GivesPublicIP(), subnet.MapPublicIpOnLaunch, s.Name())
		}
		if a.sure > out.sure {
			out = a
		}
	}
	return out
}

// addressesOfInstance is [addressesOfLaunch] with the elastic addresses that other
// resources give to the instance.
func addressesOfInstance(m *model.Model, i *model.Instance, l *model.LaunchSettings, subnets *model.Strings) address {
	out := addressesOfLaunch(m, l, subnets)
	elastic, associated := m.AddressesOf(i), m.AddressAssociationsOf(i)
	for _, x := range slices.Concat(located(elastic), located(associated)) {
		if x.sure > out.sure {
			out = x
		}
	}
	return out
}

// located gives what belongs to an instance and gives it a public address.
func located[E model.Entity](all *model.Attached[E]) []address {
	var out []address
	if all.Complete != value.Yes {
		out = append(out, given(value.Maybe, all, "address"))
	}
	for _, a := range all.Items {
		out = append(out, given(a.Sure, a.Item.Base(), "address"))
	}
	return out
}
