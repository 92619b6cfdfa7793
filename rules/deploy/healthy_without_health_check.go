package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var healthyWithoutHealthCheck = &rules.Rule{
	ID:       "DEPLOY.13",
	Slug:     "healthy-without-health-check",
	Severity: rules.High,
	Title:    "Container waits for the health of one without a health check",
	Why:      "Without a health check in the task definition, no container ever becomes healthy: the task cannot start.",
	Fix:      "Add a `healthCheck` to the container that comes first, or wait for `START`.",
	Notes: "AWS documents the need. Whether ECS refuses to register such a task definition was not seen; its agent " +
		"does not start the task. A `HEALTHCHECK` of the image does not count.",
	Docs: []rules.Link{apiPage("ContainerDependency"), apiPage("HealthCheck")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			for d := range rules.Each(p, &c.DependsOn) {
				unchecked := t.Containers.Any(func(o *model.Container) value.Truth {
					return o.Name.Equals(d.ContainerName).And(o.HealthCheck.Exists().Not())
				})
				p.When(unchecked.And(d.Condition.Is("HEALTHY")), d.Condition,
					"container %s waits for the health of container %s, which has no health check", c, d.ContainerName)
			}
		}
	}),
}
