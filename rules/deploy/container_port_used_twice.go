package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var containerPortUsedTwice = &rules.Rule{
	ID:       "DEPLOY.235",
	Slug:     "container-port-used-twice",
	Severity: rules.Medium,
	Title:    "Two containers of a task listen on the same port",
	Why: "The containers of a task in network mode `awsvpc` share one network interface: the second one that " +
		"listens on a port fails.",
	Fix: "Let one of the containers listen on another port.",
	Notes: "That ECS refuses such a task definition where the mappings have no `hostPort` was not seen. Where both " +
		"have one, that is DEPLOY.48.",
	Docs: []rules.Link{apiPage("PortMapping")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for x, earlier := range eachPort(p, t) {
			taken := like(earlier, func(e port) value.Truth {
				same := e.ContainerPort.Equals(x.ContainerPort).And(e.Protocol.Equals(x.Protocol))
				return value.True(e.of != x.of).And(same).And(e.fixed().And(x.fixed()).Not())
			})
			p.When(t.NetworkMode.Is("awsvpc").And(taken), x.ContainerPort,
				"container %s of task definition %s uses port %s, as another container does", x.of, t, x.ContainerPort)
		}
	}),
}
