package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var portOfTwoProtocols = &rules.Rule{
	ID:       "DEPLOY.45",
	Slug:     "port-of-two-protocols",
	Severity: rules.Low,
	Title:    "Container port has two protocols",
	Why: "A load balancer or a service registry cannot tell the two apart. ECS refuses a service that names the " +
		"port: \"Container port 53 is used in more than one port mapping for container\".",
	Fix: "Use different ports, or one service for each protocol, if the service is behind a load balancer.",
	Notes: "The API reference says that such a task definition is refused. It is not: AWS took the sentence out of " +
		"the guide, and the message is of the creation of a service.",
	Docs: []rules.Link{apiPage("PortMapping")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for x, earlier := range eachPort(p, t) {
			other := like(earlier, func(e port) value.Truth {
				same := value.True(e.of == x.of).And(e.ContainerPort.Equals(x.ContainerPort))
				return same.And(e.Protocol.Equals(x.Protocol).Not())
			})
			p.When(other, x.ContainerPort, "container %s has port %s with another protocol too", x.of, x.ContainerPort)
		}
	}),
}
