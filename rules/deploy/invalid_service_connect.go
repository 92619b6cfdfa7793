package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidServiceConnect = &rules.Rule{
	ID:       "DEPLOY.125",
	Slug:     "invalid-service-connect",
	Severity: rules.High,
	Title:    "Settings of Service Connect are invalid",
	Why: "ECS refuses the service: each entry has at most one client alias, with a port and a DNS name of up to " +
		"127 characters, and a discovery name of up to 64 lower-case letters, digits, hyphens and underscores; " +
		"access logs need a `logConfiguration`.",
	Fix:   "Keep one client alias with a `port`, shorten the names, and add `logConfiguration` to access logs.",
	Notes: "The live API's refusal of a second alias is on record; the rest is documented.",
	Docs:  []rules.Link{apiPage("ServiceConnectService"), apiPage("ServiceConnectClientAlias")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		c := &s.ServiceConnect
		for x := range rules.Each(p, &c.Services) {
			p.When(x.ClientAliases.Count().Above(value.Exactly(1)), &x.ClientAliases, "port %s of service %s has several client aliases", x.PortName, s)
			bad := x.DiscoveryName.LongerThan(maxDiscoveryName).Or(x.DiscoveryName.Consists(isDiscoveryRune).Not())
			p.When(x.DiscoveryName.NotBlank().And(bad), x.DiscoveryName,
				"discovery name %s is not of up to %d lower-case letters, digits, hyphens and underscores", x.DiscoveryName, maxDiscoveryName)
			for a := range rules.Each(p, &x.ClientAliases) {
				p.When(a.Port.Omitted(), a.Port, "client alias of port %s of service %s has no port", x.PortName, s)
				p.When(a.DnsName.LongerThan(maxAliasName), a.DnsName, "DNS name of port %s of service %s has more than %d characters", x.PortName, s, maxAliasName)
			}
		}
		p.When(c.AccessLog.Exists().And(c.Log.Exists().Not()), &c.AccessLog, "service %s logs access, but has no log configuration", s)
	}),
}

// The longest names. API Reference, ServiceConnectService and
// ServiceConnectClientAlias, November 2026.
const (
	maxDiscoveryName = 64
	maxAliasName     = 127
)

// isDiscoveryRune reports whether discovery names can have a character.
func isDiscoveryRune(r rune) bool { return isNameRune(r) && (r < 'A' || r > 'Z') }
