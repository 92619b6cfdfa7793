package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var openUnauthorizedPort = &rules.Rule{
	ID:       "EC2.18",
	Slug:     "open-unauthorized-port",
	Severity: rules.High,
	Title:    "Security group opens a port to the world that is not authorized",
	Why: "What the whole internet reaches will be attacked. Apart from the ports of websites there is seldom a reason " +
		"to open one to everybody.",
	Fix: "Narrow the source to a security group or the addresses of the clients. Leave open 80 and 443 only, best on " +
		"the security group of a load balancer.",
	Notes: notesOpen + " The control does not apply to a group without such a rule. Every port of a rule has to be " +
		"authorized: 80 to 443 is not. No UDP port is authorized by default, so that HTTP/3 fails until 443 is in " +
		"`authorizedUdpPorts`. ICMP has no ports and passes; for other protocols AWS does not say what the control does.",
	Docs: []rules.Link{control("EC2.18"), configRule("vpc-sg-open-only-to-authorized-ports")},
	Related: slices.Concat(
		nist("AC-4", "AC-4(21)", "SC-7", "SC-7(4)", "SC-7(5)", "SC-7(11)", "SC-7(16)", "SC-7(21)"),
		controlTower("CT.EC2.PR.3"),
	),
	Params: []rules.Param{
		{Name: "authorizedTcpPorts", About: "TCP ports, or ranges such as 1020-1025, that may be open to the world", Default: []string{"80", "443"}},
		{Name: "authorizedUdpPorts", About: "UDP ports, or ranges, that may be open to the world"},
	},
	Check: rules.On(func(p *rules.Pass, g *model.SecurityGroup) {
		ingress := p.Model.IngressOf(g)
		if !p.Scope(ingress.Any(func(r *model.SecurityGroupRule) value.Truth { return open(p.Model, r) }), ingress) {
			return
		}
		tcp, udp := portRanges(p.Strings("authorizedTcpPorts")), portRanges(p.Strings("authorizedUdpPorts"))
		for r := range rules.Each(p, ingress) {
			unauthorized := authorized(r, tcp, udp).Not()
			for from, anybody := range sources(p.Model, r) {
				p.When(unauthorized.And(anybody), from, "security group %s opens %s to the world", g, trafficOf(r))
			}
		}
	}),
}

// open asks whether a rule lets traffic come from everywhere.
func open(m *model.Model, r *model.SecurityGroupRule) value.Truth {
	t := value.No
	for _, anybody := range sources(m, r) {
		t = t.Or(anybody)
	}
	return t
}

// authorized asks whether all traffic of a rule is on authorized ports. Traffic
// without ports needs none.
func authorized(r *model.SecurityGroupRule, tcp, udp []portRange) value.Truth {
	on := func(protocol string, ports []portRange) value.Truth {
		all := value.Both(r.FromPort, r.ToPort, func(first, last int) bool { return within(ports, first, last) })
		return model.Protocol(r.Protocol, protocol).And(all)
	}
	undocumented := model.Protocol(r.Protocol, "tcp", "udp", "icmp", "icmpv6", "all").Not().And(value.Maybe)
	return on("tcp", tcp).Or(on("udp", udp)).Or(model.Protocol(r.Protocol, "icmp", "icmpv6")).Or(undocumented)
}
