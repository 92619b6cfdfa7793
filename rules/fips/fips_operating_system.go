package fips

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var fipsOperatingSystem = &rules.Rule{
	ID:       "FIPS.1",
	Slug:     "fips-operating-system",
	Severity: rules.Medium,
	Title:    "Operating system of a Fargate task has no FIPS mode",
	Why:      "Only tasks of Linux run in FIPS mode on Fargate.",
	Fix:      "Set `operatingSystemFamily` in `runtimePlatform` to `LINUX`.",
	Notes: "Without a value Fargate takes Linux. AWS does not say whether that is enough: with `requireExplicit` a " +
		"value that is not written is reported too.",
	Profile: profile,
	Docs:    []rules.Link{docs},
	Params:  []rules.Param{explicit},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(p.Model.RunsOn(t, model.Fargate), &t.RequiresCompatibilities) {
			return
		}
		os := t.RuntimePlatform.OperatingSystemFamily
		other := os.Set().And(os.Is("LINUX").Not())
		p.When(other.Or(reportsDefault(p, os)), os, "task definition %s has the operating system %s, not LINUX", t, os)
	}),
}
