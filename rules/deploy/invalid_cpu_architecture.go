package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidCPUArchitecture = &rules.Rule{
	ID:       "DEPLOY.95",
	Slug:     "invalid-cpu-architecture",
	Severity: rules.High,
	Title:    "Processor architecture is misspelt",
	Why:      "ECS refuses the task definition.",
	Fix:      "Set `cpuArchitecture` to `X86_64` or `ARM64`.",
	Notes: "AWS documents the values; the message of the live API was not seen. A value that is near to none of them " +
		"may be newer than this program: that is DEPLOY.201.",
	Docs: []rules.Link{apiPage("RuntimePlatform")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		processor := t.RuntimePlatform.CpuArchitecture
		p.When(misspelt(processor, cpuArchitectures), processor, "task definition %s needs processor %s: ECS knows %s", t, processor, anyOf(cpuArchitectures))
	}),
}
