package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var essentialDependencyCompletes = &rules.Rule{
	ID:       "DEPLOY.12",
	Slug:     "essential-dependency-completes",
	Severity: rules.High,
	Title:    "Container waits for the end of an essential container",
	Why: "ECS refuses the task definition: \"A dependency container with SUCCESS or COMPLETE condition cannot be an " +
		"essential container.\" When an essential container ends, the whole task does.",
	Fix:   "Set `essential` to `false` in the container that comes first, or wait for `START` or `HEALTHY`.",
	Notes: "The message is that of the live API. A container without `essential` is essential.",
	Docs:  []rules.Link{apiPage("ContainerDependency")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			for d := range rules.Each(p, &c.DependsOn) {
				essential := t.Containers.Any(func(o *model.Container) value.Truth {
					return o.Name.Equals(d.ContainerName).And(o.Essential.Is(true))
				})
				p.When(essential.And(d.Condition.In("COMPLETE", "SUCCESS")), d.Condition,
					"container %s waits for %s of container %s, which is essential", c, d.Condition, d.ContainerName)
			}
		}
	}),
}
