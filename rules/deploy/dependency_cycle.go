package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var dependencyCycle = &rules.Rule{
	ID:       "DEPLOY.14",
	Slug:     "dependency-cycle",
	Severity: rules.Medium,
	Title:    "Containers depend on each other in a circle",
	Why:      "Each container of the circle waits for the others, so that none can start.",
	Fix:      "Remove one of the dependencies.",
	Notes: "AWS does not say when it refuses a circle; AWS Copilot and emulators of ECS do before they deploy. A " +
		"container that depends on itself counts.",
	Docs: []rules.Link{apiPage("ContainerDependency")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			for d := range rules.Each(p, &c.DependsOn) {
				p.When(t.DependsBack(c, d), d.ContainerName,
					"container %s depends on container %s, which depends on it in turn", c, d.ContainerName)
			}
		}
	}),
}
