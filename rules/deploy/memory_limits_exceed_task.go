package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var memoryLimitsExceedTask = &rules.Rule{
	ID:       "DEPLOY.211",
	Slug:     "memory-limits-exceed-task",
	Severity: rules.Medium,
	Title:    "Memory of the containers adds up to more than the task's",
	Why: "AWS documents that the memory of all containers has to be lower than that of the task. Containers that " +
		"use what they may are killed before they reach their limits.",
	Fix: "Lower the `memory` of containers, or raise that of the task. A `memoryReservation` below the limit " +
		"reserves less.",
	Notes: "The live API compares the `memory` of each container and the sum of all `memoryReservation` (DEPLOY.36); " +
		"whether it also adds up limits was not seen. A container counts with its reservation, or with its limit " +
		"where it has none. An equal sum is not reported, as it is widely used.",
	Docs: []rules.Link{parametersPage, apiPage("ContainerDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Memory.Set(), t.Memory) {
			return
		}
		task := t.Memory.Span(mebibytes)
		hard := t.Containers.Any(func(c *model.Container) value.Truth { return c.Memory.Span(plainly).Above(task) })
		soft := t.Containers.Sum(func(c *model.Container) value.Span { return c.MemoryReservation.Span(plainly) })
		sum := t.Containers.Sum((*model.Container).ReservedMemory)
		reported := hard.Or(soft.Above(task)) // by DEPLOY.36
		p.When(reported.Not().And(sum.Above(task)), t.Memory,
			"memory of the containers of task definition %s adds up to more than its %s", t, t.Memory)
	}),
}
