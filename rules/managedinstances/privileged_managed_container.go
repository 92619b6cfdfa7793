package managedinstances

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var privilegedManagedContainer = &rules.Rule{
	ID:       "MI.11",
	Slug:     "privileged-managed-container",
	Severity: rules.Medium,
	Title:    "Container runs in privileged mode on managed instances",
	Why: "A privileged container has every capability, among them those that managed instances have off unless one " +
		"asks for them, and by default tasks of several services share an instance.",
	Fix:   "Delete `privileged`, and add the few capabilities that are needed under `linuxParameters.capabilities.add`.",
	Notes: "`ECS.4` is about the same setting on every kind of compute.",
	Docs:  []rules.Link{security},
	Check: onTasks(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.Privileged.Is(true), c.Privileged, "container %s of task definition %s is privileged on managed instances", c, t)
		}
	}),
}
