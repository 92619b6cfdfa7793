package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var linkCycle = &rules.Rule{
	ID:       "DEPLOY.204",
	Slug:     "link-cycle",
	Severity: rules.High,
	Title:    "Containers are linked in a circle",
	Why:      "ECS refuses the task definition: \"Container links should not have a cycle\".",
	Fix:      "Remove one of the links. Docker starts a container after those that it links to.",
	Notes:    "The message is that of the live API. A container that links to itself counts.",
	Docs:     []rules.Link{apiPage("ContainerDefinition"), ec2Page},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			for _, l := range c.Links.Items {
				p.When(t.LinksBack(c, l), l, "container %s links to container %s, which links to it in turn", c, l.Before(":"))
			}
		}
	}),
}
