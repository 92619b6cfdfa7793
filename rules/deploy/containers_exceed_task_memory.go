package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var containersExceedTaskMemory = &rules.Rule{
	ID:       "DEPLOY.36",
	Slug:     "containers-exceed-task-memory",
	Severity: rules.High,
	Title:    "Containers need more memory than their task has",
	Why: "ECS refuses the task definition: \"The 'memory' setting for container is greater than for the task\", or " +
		"\"The sum of all container 'memoryReservation' values cannot be greater than the value of the task " +
		"'memory'\".",
	Fix: "Lower the memory of containers, or raise that of the task.",
	Notes: "The messages are those of the live API. DEPLOY.211 is about limits that exceed the task only when added " +
		"up.",
	Docs: []rules.Link{apiPage("ContainerDefinition"), parametersPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Memory.Set(), t.Memory) {
			return
		}
		task := t.Memory.Span(mebibytes)
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.Memory.Span(plainly).Above(task), c.Memory,
				"memory %s of container %s is greater than %s of task definition %s", c.Memory, c, t.Memory, t)
		}
		sum := t.Containers.Sum(func(c *model.Container) value.Span { return c.MemoryReservation.Span(plainly) })
		p.When(sum.Above(task), t.Memory, "containers of task definition %s reserve more than its memory %s", t, t.Memory)
	}),
}
