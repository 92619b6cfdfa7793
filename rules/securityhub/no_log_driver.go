package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var noLogDriver = &rules.Rule{
	ID:       "ECS.9",
	Slug:     "no-log-driver",
	Severity: rules.High,
	Title:    "Container declares no log driver",
	Why: "What the container prints is lost with it, or stays on the instance where nobody looks: an attack, " +
		"and why a task ended, cannot be reconstructed.",
	Fix: "Add a `logConfiguration` with `awslogs` or another supported driver to every container, also to " +
		"log routers and containers that only run at the start.",
	Notes: "The control has no exception for log routers and containers that are not essential. Which driver " +
		"it is does not matter here.",
	Docs: []rules.Link{control("ECS.9"), configRule("ecs-task-definition-log-configuration")},
	Related: slices.Concat(
		nist("AC-4(26)", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)", "AU-10", "AU-12", "CA-7", "SC-7(9)", "SI-7(8)"),
		pci3("10.1", "10.2.1", "10.2.2", "10.2.3", "10.2.4", "10.2.5", "10.2.6", "10.2.7",
			"10.3.1", "10.3.2", "10.3.3", "10.3.4", "10.3.5", "10.3.6"),
		controlTower("CT.ECS.PR.5"),
	),
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			driver := c.LogConfiguration.LogDriver
			p.When(driver.NotBlank().Not(), driver, "container %s of task definition %s has no log driver", c, t)
		}
	}),
}
