package deploy

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var fargateSizeNotInTable = &rules.Rule{
	ID:       "DEPLOY.202",
	Slug:     "fargate-size-not-in-table",
	Severity: rules.Low,
	Title:    "Size of a Fargate task is none that this program knows",
	Why: "ECS refuses sizes that Fargate does not have. This one is larger than all on which AWS's pages agree, " +
		"and in no table that this program was made with.",
	Fix: "Check the size against the developer guide, or update this program.",
	Notes: "Of sizes above 16384 CPU units the developer guide of November 2026 has 32768 units with 60, 120 or 244 " +
		"GB; the API reference does not have it.",
	Docs: []rules.Link{fargatePage, sizeErrorPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		p.When(value.Both(t.Cpu, t.Memory, func(cpu, memory string) bool {
			units, readable := cpuUnits(cpu)
			size, _ := sizeOf(units)
			mib, ok := mebibytes(memory)
			return readable && ok && units > settledFargateCPU && !slices.Contains(size.memory, mib)
		}), t.Cpu, "in %s Fargate had no size of cpu %s and memory %s (task definition %s)", tablesRead, t.Cpu, t.Memory, t)
	}),
}
