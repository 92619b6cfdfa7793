package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidContainerName = &rules.Rule{
	ID:       "DEPLOY.4",
	Slug:     "invalid-container-name",
	Severity: rules.High,
	Title:    "Name of a container is invalid",
	Why:      "ECS refuses the task definition: \"Container.name contains invalid characters\".",
	Fix:      "Use up to 255 letters, digits, hyphens and underscores.",
	Notes: "The message is that of the live API for invalid characters. AWS documents the length; the message about " +
		"it was not seen.",
	Docs: []rules.Link{apiPage("ContainerDefinition"), parametersPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.Name.NotBlank().And(badName(c.Name)), c.Name,
				"container name %s is not of up to %d letters, digits, hyphens and underscores", c.Name, maxName)
		}
	}),
}
