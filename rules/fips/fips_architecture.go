package fips

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var fipsArchitecture = &rules.Rule{
	ID:       "FIPS.2",
	Slug:     "fips-architecture",
	Severity: rules.Medium,
	Title:    "Processor architecture of a Fargate task has no FIPS mode",
	Why:      "Only tasks on X86_64 run in FIPS mode on Fargate.",
	Fix:      "Set `cpuArchitecture` in `runtimePlatform` to `X86_64`.",
	Notes: "Without a value Fargate takes X86_64. AWS does not say whether that is enough: with `requireExplicit` a " +
		"value that is not written is reported too. Managed instances have a FIPS mode on ARM64 as well, since March 2026.",
	Profile: profile,
	Docs:    []rules.Link{docs},
	Params:  []rules.Param{explicit},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(p.Model.RunsOn(t, model.Fargate), &t.RequiresCompatibilities) {
			return
		}
		cpu := t.RuntimePlatform.CpuArchitecture
		other := cpu.Set().And(cpu.Is("X86_64").Not())
		p.When(other.Or(reportsDefault(p, cpu)), cpu, "task definition %s has the processor architecture %s, not X86_64", t, cpu)
	}),
}
