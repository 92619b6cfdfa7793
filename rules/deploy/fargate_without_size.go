package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var fargateWithoutSize = &rules.Rule{
	ID:       "DEPLOY.30",
	Slug:     "fargate-without-size",
	Severity: rules.High,
	Title:    "Fargate task has no CPU or memory",
	Why:      "ECS refuses the task definition: \"Fargate requires that 'cpu' be defined at the task level\".",
	Fix:      "Set `cpu` and `memory` of the task to one of Fargate's sizes, such as `256` and `512`.",
	Notes:    "The message is that of the live API. cfn-lint: E3048.",
	Docs:     []rules.Link{apiPage("RegisterTaskDefinition"), fargatePage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		p.When(t.Cpu.Omitted(), t.Cpu, "task definition %s runs on Fargate and has no cpu", t)
		p.When(t.Memory.Omitted(), t.Memory, "task definition %s runs on Fargate and has no memory", t)
	}),
}
