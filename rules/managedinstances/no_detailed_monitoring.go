package managedinstances

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var noDetailedMonitoring = &rules.Rule{
	ID:       "MI.8",
	Slug:     "no-detailed-monitoring",
	Severity: rules.Low,
	Title:    "Managed instances have no detailed monitoring",
	Why:      "With basic monitoring an instance reports its metrics every five minutes, with detailed every minute: what goes wrong in between shows late.",
	Fix:      "Set `monitoring` of the instance launch template to `DETAILED`. CloudWatch charges for the metrics.",
	Docs:     []rules.Link{guide("Detailed monitoring for Amazon ECS Managed Instances", "detailed-monitoring-managed-instances"), security},
	Check: onProviders(func(p *rules.Pass, c *model.CapacityProvider, l *model.InstanceLaunch) {
		p.When(l.Monitoring.Is("DETAILED").Not(), l.Monitoring, "instances of capacity provider %s have no detailed monitoring", c).
			Fix(rules.Set(l.Monitoring, "DETAILED"))
	}),
}
