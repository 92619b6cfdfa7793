package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var containerMemoryTooSmall = &rules.Rule{
	ID:       "DEPLOY.34",
	Slug:     "container-memory-too-small",
	Severity: rules.High,
	Title:    "Container has less memory than Docker allows",
	Why: "The Docker daemon starts no container with less than 4 MiB of memory, from version 20.10 on with less " +
		"than 6.",
	Fix: "Give the container at least 6 MiB. Both numbers are in MiB.",
	Notes: "AWS documents the limits; the message of the live API was not seen. Which version of Docker there is " +
		"cannot be told, so only less than 4 MiB is reported.",
	Docs: []rules.Link{apiPage("ContainerDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			for _, m := range []value.IntSetting{c.Memory, c.MemoryReservation} {
				p.When(m.Set().And(m.Satisfies(func(mib int) bool { return mib < leastMemory })), m,
					"%s of container %s is %s MiB, less than %d", m.Name(), c, m, leastMemory)
			}
		}
	}),
}

// leastMemory is the least memory of a container in MiB, whichever Docker runs
// it. API Reference, ContainerDefinition, November 2026.
const leastMemory = 4
