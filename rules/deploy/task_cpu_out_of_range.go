package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var taskCPUOutOfRange = &rules.Rule{
	ID:       "DEPLOY.37",
	Slug:     "task-cpu-out-of-range",
	Severity: rules.High,
	Title:    "CPU of the task is out of range",
	Why:      "ECS refuses a task definition with less than 128 or more than 196608 CPU units.",
	Fix:      "Use 128 units (0.125 vCPU) to 196608 units (192 vCPU), or leave `cpu` out on instances.",
	Notes: "AWS documents the range for instances; the message of the live API was not seen. The guide for Managed " +
		"Instances has 10 vCPU as its end, which the API reference does not have. Task definitions that require " +
		"Fargate are not looked at here: DEPLOY.31 is about them.",
	Docs: []rules.Link{apiPage("RegisterTaskDefinition"), ec2Page},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(listsFargate(t).Not(), &t.RequiresCompatibilities) {
			return
		}
		p.When(t.Cpu.Satisfies(func(cpu string) bool {
			units, readable := cpuUnits(cpu)
			return readable && (units < leastTaskCPU || units > mostTaskCPU)
		}), t.Cpu, "cpu %s of task definition %s is not %d to %d units", t.Cpu, t, leastTaskCPU, mostTaskCPU)
	}),
}

// The range of a task's cpu in CPU units. API Reference, RegisterTaskDefinition,
// November 2026.
const (
	leastTaskCPU = 128
	mostTaskCPU  = 196608
)
