package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var duplicateContainerName = &rules.Rule{
	ID:       "DEPLOY.7",
	Slug:     "duplicate-container-name",
	Severity: rules.High,
	Title:    "Two containers have the same name",
	Why:      "ECS refuses the task definition: \"Container names must be unique within a Task Definition\".",
	Fix:      "Rename one of the containers, and what refers to it.",
	Notes:    "The message is that of the live API.",
	Docs:     []rules.Link{apiPage("ContainerDefinition"), parametersPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		name := func(c *model.Container) value.StringSetting { return c.Name }
		for c, twice := range rules.Repeats(p, &t.Containers, name) {
			p.When(twice, c.Name, "another container of task definition %s is named %s too", t, c.Name)
		}
	}),
}
