package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var networkACLOpensAdministration = &rules.Rule{
	ID:       "EC2.21",
	Slug:     "network-acl-opens-administration",
	Severity: rules.Medium,
	Title:    "Network ACL lets the world reach port 22 or 3389",
	Why: "A network ACL is the second line of defence: if it lets everybody through to SSH and remote desktops, one " +
		"careless rule of a security group opens them.",
	Fix: "Allow the ports that the world may reach one by one, or deny 22 and 3389 with a lower rule number.",
	Notes: "Entries count wherever they stand. Port 22 or 3389 may lie within a range of ports or all of them, and the " +
		"traffic is TCP or all protocols. An entry does not count if one with a lower number denies the same port to " +
		"everybody. The control does not apply to the default ACL of a network.",
	Docs: []rules.Link{control("EC2.21"), configRule("nacl-no-unrestricted-ssh-rdp")},
	Related: slices.Concat(
		nist("AC-4(21)", "CA-9(1)", "CM-2", "CM-2(2)", "CM-7", "SC-7", "SC-7(5)", "SC-7(21)"),
		pci4("1.3.1"),
		controlTower("CT.EC2.PR.5"),
	),
	Check: rules.On(func(p *rules.Pass, a *model.NetworkAcl) {
		if !p.Scope(value.True(!a.Default()), a) {
			return
		}
		entries := p.Model.AclIngressOf(a)
		for r := range rules.Each(p, entries) {
			for _, cidr := range []value.StringSetting{r.CidrBlock, r.Ipv6CidrBlock} {
				open, which := openPorts([]int{22, 3389}, func(protocol string, port int) value.Truth {
					return lets(entries, r, cidr, protocol, port)
				})
				p.When(open, cidr, "network ACL %s opens %s to the world", a, which)
			}
		}
	}),
}

// lets asks whether an entry lets everybody of its family of addresses reach a port,
// and no entry with a lower number denies that.
func lets(entries *model.List[model.AclRule], r *model.AclRule, cidr value.StringSetting, protocol string, port int) value.Truth {
	denied := entries.Any(func(d *model.AclRule) value.Truth {
		before := value.Both(d.RuleNumber, r.RuleNumber, func(a, b int) bool { return a < b })
		same := model.AnyAddress(d.CidrBlock)
		if cidr.Name() == d.Ipv6CidrBlock.Name() {
			same = model.AnyAddress(d.Ipv6CidrBlock)
		}
		return d.Allows().Not().And(before).And(same).And(d.Covers(protocol, port))
	})
	return r.Allows().And(model.AnyAddress(cidr)).And(r.Covers(protocol, port)).And(denied.Not())
}
