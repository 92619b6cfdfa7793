package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var featureOnOldPlatform = &rules.Rule{
	ID:       "DEPLOY.231",
	Slug:     "feature-on-old-platform",
	Severity: rules.Medium,
	Title:    "Platform version is too old for a feature of the task definition",
	Why: "Fargate has kernel parameters, ephemeral storage, a process namespace for the task and the capability " +
		"`SYS_PTRACE` from platform version 1.4.0 on.",
	Fix:   "Delete `platformVersion`, or set it to `LATEST`.",
	Notes: "AWS documents the version; the messages of the live API were not seen.",
	Docs:  []rules.Link{platformsPage, apiPage("RegisterTaskDefinition"), apiPage("KernelCapabilities")},
	Check: needsPlatform("1.4.0",
		feature{"the kernel parameters", func(t *model.TaskDefinition) value.Truth {
			return t.Containers.Any(func(c *model.Container) value.Truth { return c.SystemControls.NotEmpty() })
		}},
		feature{"the ephemeral storage settings", func(t *model.TaskDefinition) value.Truth { return t.EphemeralStorage.Exists() }},
		feature{"the process namespace settings", func(t *model.TaskDefinition) value.Truth { return t.PidMode.Is("task") }},
		feature{"the capabilities", func(t *model.TaskDefinition) value.Truth {
			return t.Containers.Any(func(c *model.Container) value.Truth {
				return c.LinuxParameters.AddCapabilities.Contains("SYS_PTRACE", "CAP_SYS_PTRACE")
			})
		}}),
}
