package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unreadableTaskSize = &rules.Rule{
	ID:       "DEPLOY.212",
	Slug:     "unreadable-task-size",
	Severity: rules.Medium,
	Title:    "CPU or memory of the task is in no spelling that AWS documents",
	Why:      "ECS refuses an amount that it cannot read.",
	Fix:      "Write `cpu` as CPU units (`1024`) or vCPUs (`1 vCPU`), and `memory` as MiB (`2048`) or GB (`2 GB`).",
	Notes: "AWS documents these spellings, in any case and with or without the space; whether ECS reads others was " +
		"not seen.",
	Docs: []rules.Link{apiPage("RegisterTaskDefinition"), sizeErrorPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		unreadable := func(s value.StringSetting, read func(string) (int, bool)) value.Truth {
			return s.NotBlank().And(s.Satisfies(func(x string) bool { _, ok := read(x); return !ok }))
		}
		p.When(unreadable(t.Cpu, cpuUnits), t.Cpu, "cpu %s of task definition %s is neither units nor vCPU", t.Cpu, t)
		p.When(unreadable(t.Memory, mebibytes), t.Memory, "memory %s of task definition %s is neither MiB nor GB", t.Memory, t)
	}),
}
