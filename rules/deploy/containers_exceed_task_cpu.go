package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var containersExceedTaskCPU = &rules.Rule{
	ID:       "DEPLOY.35",
	Slug:     "containers-exceed-task-cpu",
	Severity: rules.High,
	Title:    "Containers have more CPU than their task",
	Why:      "ECS refuses the task definition: all containers together cannot have more `cpu` than the task.",
	Fix:      "Lower the `cpu` of containers, or raise that of the task.",
	Notes:    "The live API's refusal is on record (klothoplatform/klotho issue 892).",
	Docs:     []rules.Link{apiPage("ContainerDefinition"), parametersPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Cpu.Set(), t.Cpu) {
			return
		}
		sum := t.Containers.Sum(func(c *model.Container) value.Span { return c.Cpu.Span(plainly) })
		p.When(sum.Above(t.Cpu.Span(cpuUnits)), t.Cpu, "containers of task definition %s have more than its cpu %s", t, t.Cpu)
	}),
}
