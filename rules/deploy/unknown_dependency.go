package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var unknownDependency = &rules.Rule{
	ID:       "DEPLOY.11",
	Slug:     "unknown-dependency",
	Severity: rules.High,
	Title:    "Container depends on one that does not exist",
	Why:      "ECS refuses the task definition: \"Cannot depend on container + 'x' because it does not exist\".",
	Fix:      "Name a container of the same task definition in `containerName`.",
	Notes:    "The message is that of the live API.",
	Docs:     []rules.Link{apiPage("ContainerDependency")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			for d := range rules.Each(p, &c.DependsOn) {
				p.When(t.HasContainer(d.ContainerName).Not(), d.ContainerName,
					"container %s depends on container %s, which task definition %s does not have", c, d.ContainerName, t)
			}
		}
	}),
}
