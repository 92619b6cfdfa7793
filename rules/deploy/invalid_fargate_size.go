package deploy

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidFargateSize = &rules.Rule{
	ID:       "DEPLOY.31",
	Slug:     "invalid-fargate-size",
	Severity: rules.High,
	Title:    "CPU and memory are no size of Fargate",
	Why:      "ECS refuses the task definition: \"No Fargate configuration exists for given values\".",
	Fix: "Use a pair of Fargate's table: 256 CPU units with 512, 1024 or 2048 MiB; 512 with 1 to 4 GB; 1024 with 2 " +
		"to 8; 2048 with 4 to 16; 4096 with 8 to 30; 8192 with 16 to 60 in steps of 4; 16384 with 32 to 120 in " +
		"steps of 8. On Windows 1024, 2048 and 4096 only.",
	Notes: "The message is that of the live API. The table is that of November 2026; more CPU than 16384 units is " +
		"left to DEPLOY.202. cfn-lint: E3047.",
	Docs: []rules.Link{fargatePage, sizeErrorPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		none := t.Cpu.Satisfies(noFargateCPU)
		p.When(none, t.Cpu, "cpu %s of task definition %s is none of Fargate's sizes", t.Cpu, t)
		p.When(none.Not().And(value.Both(t.Cpu, t.Memory, noFargatePair)), t.Memory,
			"Fargate has no size of cpu %s and memory %s (task definition %s)", t.Cpu, t.Memory, t)
		p.When(t.Windows().And(t.Cpu.Satisfies(linuxOnly)), t.Cpu,
			"Fargate has no size of cpu %s for Windows (task definition %s)", t.Cpu, t)
	}),
}

// noFargateCPU reports whether Fargate has no size with this cpu. What cannot be
// read, and what is larger than the table that is settled, is for other rules.
func noFargateCPU(cpu string) bool {
	units, readable := cpuUnits(cpu)
	_, known := sizeOf(units)
	return readable && !known && units <= settledFargateCPU
}

// noFargatePair reports whether Fargate has a size with this cpu, but not with
// this memory.
func noFargatePair(cpu, memory string) bool {
	units, _ := cpuUnits(cpu)
	size, known := sizeOf(units)
	mib, readable := mebibytes(memory)
	return known && units <= settledFargateCPU && readable && !slices.Contains(size.memory, mib)
}

// linuxOnly reports whether Fargate has a size with this cpu for Linux alone.
func linuxOnly(cpu string) bool {
	units, _ := cpuUnits(cpu)
	size, known := sizeOf(units)
	return known && !size.windows
}
