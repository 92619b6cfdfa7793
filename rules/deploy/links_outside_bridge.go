package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var linksOutsideBridge = &rules.Rule{
	ID:       "DEPLOY.16",
	Slug:     "links-outside-bridge",
	Severity: rules.High,
	Title:    "Containers are linked outside of the bridge network",
	Why:      "Only the network mode `bridge` has links: ECS refuses them with any other.",
	Fix:      "Delete `links`. With `awsvpc` the containers of a task reach each other as `localhost`.",
	Notes: "AWS documents that links need `bridge`; the message of the live API was not seen. An absent network mode " +
		"is `bridge` on instances, and is not judged here.",
	Docs: []rules.Link{apiPage("ContainerDefinition"), ec2Page},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Containers.Any(linked), &t.Containers) {
			return
		}
		other := t.NetworkMode.In("awsvpc", "host", "none")
		for c := range rules.Each(p, &t.Containers) {
			p.When(linked(c).And(other), &c.Links, "container %s of task definition %s has links in network mode %s", c, t, t.NetworkMode)
		}
	}),
}

// linked asks whether a container has links.
func linked(c *model.Container) value.Truth { return c.Links.Empty().Not() }
