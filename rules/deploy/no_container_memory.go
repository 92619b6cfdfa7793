package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var noContainerMemory = &rules.Rule{
	ID:       "DEPLOY.32",
	Slug:     "no-container-memory",
	Severity: rules.High,
	Title:    "Neither the task nor its container has memory",
	Why:      "ECS refuses the task definition: \"At least one of 'memory' or 'memoryReservation' must be specified\".",
	Fix:      "Set `memory` or `memoryReservation` in the container, or `memory` of the task.",
	Notes: "The message is that of the live API. Task definitions that require Fargate or Managed Instances are not " +
		"looked at here: DEPLOY.30 is about Fargate.",
	Docs: []rules.Link{apiPage("ContainerDefinition"), ec2Page},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		other := t.RequiresCompatibilities.Contains(model.Fargate, model.ManagedInstances)
		if !p.Scope(other.Not(), &t.RequiresCompatibilities) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			omitted := t.Memory.Omitted().And(c.Memory.Omitted()).And(c.MemoryReservation.Omitted())
			p.When(omitted, c.Memory, "container %s of task definition %s has no memory, and neither has the task", c, t)
		}
	}),
}
