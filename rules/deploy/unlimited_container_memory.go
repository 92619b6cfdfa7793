package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var unlimitedContainerMemory = &rules.Rule{
	ID:       "DEPLOY.305",
	Slug:     "unlimited-container-memory",
	Severity: rules.Low,
	Title:    "Container can take all memory of its instance",
	Why:      "Without a limit one container can starve all others on the instance.",
	Fix:      "Set `memory` of the container, or of the task.",
	Notes:    "A `memoryReservation` is no limit. The rule applies to task definitions that run on EC2.",
	Profile:  "operations",
	Docs:     []rules.Link{apiPage("ContainerDefinition"), ec2Page},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(p.Model.RunsOn(t, model.EC2).And(p.Model.RunsOn(t, model.Fargate).Not()), &t.RequiresCompatibilities) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			p.When(t.Memory.Omitted().And(c.Memory.Omitted()), c, "container %s of task definition %s has no limit of memory", c, t)
		}
	}),
}
