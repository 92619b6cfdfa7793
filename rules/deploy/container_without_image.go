package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var containerWithoutImage = &rules.Rule{
	ID:       "DEPLOY.5",
	Slug:     "container-without-image",
	Severity: rules.High,
	Title:    "Container has no image",
	Why:      "ECS refuses the task definition: \"container.image should not be null or empty\".",
	Fix:      "Set `image` in each container.",
	Notes: "The message is that of the live API. An empty image in a task definition file is not reported, as tools " +
		"fill it when they deploy.",
	Docs: []rules.Link{apiPage("ContainerDefinition"), parametersPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			p.When(t.MissesImage(c), c.Image, "container %s of task definition %s has no image", c, t)
		}
	}),
}
