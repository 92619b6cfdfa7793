package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var largeTaskOnOldPlatform = &rules.Rule{
	ID:       "DEPLOY.203",
	Slug:     "large-task-on-old-platform",
	Severity: rules.Medium,
	Title:    "Platform version is too old for the size of the task",
	Why:      "Fargate has tasks of 8192 CPU units and more from platform version 1.4.0 on.",
	Fix:      "Delete `platformVersion`, or set it to `LATEST`.",
	Notes:    "AWS documents the version; the message of the live API was not seen.",
	Docs:     []rules.Link{fargatePage, platformsPage},
	Check: needsPlatform("1.4.0", feature{"the cpu and memory", func(t *model.TaskDefinition) value.Truth {
		return t.Cpu.Satisfies(func(cpu string) bool {
			units, readable := cpuUnits(cpu)
			return readable && units >= 8192
		})
	}}),
}
