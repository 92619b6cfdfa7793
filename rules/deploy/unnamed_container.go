package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var unnamedContainer = &rules.Rule{
	ID:       "DEPLOY.3",
	Slug:     "unnamed-container",
	Severity: rules.High,
	Title:    "Container has no name",
	Why:      "ECS refuses the task definition: \"Container.name should not be null or empty\".",
	Fix:      "Give each container a `name`.",
	Notes:    "The message is that of the live API.",
	Docs:     []rules.Link{apiPage("ContainerDefinition"), parametersPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.Name.Omitted(), c.Name, "container %s of task definition %s has no name", c, t)
		}
	}),
}
