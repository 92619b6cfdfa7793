package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var memoryBelowReservation = &rules.Rule{
	ID:       "DEPLOY.33",
	Slug:     "memory-below-reservation",
	Severity: rules.High,
	Title:    "Memory limit of a container is below its reservation",
	Why:      "ECS refuses the task definition: `memory` has to be greater than `memoryReservation`.",
	Fix:      "Raise `memory`, or lower `memoryReservation`.",
	Notes: "AWS documents that `memory` must be greater; the message of the live API was not seen. Two equal values " +
		"are not reported, as it was not seen whether ECS takes them.",
	Docs: []rules.Link{apiPage("ContainerDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			below := value.Both(c.Memory, c.MemoryReservation, func(limit, reserved int) bool { return limit < reserved })
			p.When(below, c.Memory, "memory %s of container %s is below its memoryReservation %s", c.Memory, c, c.MemoryReservation)
		}
	}),
}
