package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidContainerPort = &rules.Rule{
	ID:       "DEPLOY.44",
	Slug:     "invalid-container-port",
	Severity: rules.High,
	Title:    "Container port is missing or out of range",
	Why:      "ECS refuses the task definition: \"Invalid 'containerPort' setting for container\".",
	Fix:      "Set `containerPort` to a port of 1 to 65535, or give a `containerPortRange`.",
	Notes:    "The message is that of the live API.",
	Docs:     []rules.Link{apiPage("PortMapping")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for x := range eachPort(p, t) {
			single := x.ContainerPortRange.NotBlank().Not()
			p.When(single.And(x.ContainerPort.Omitted()), x.ContainerPort, "a port mapping of container %s has no container port", x.of)
			p.When(single.And(outside(x.ContainerPort, 1, maxPort)), x.ContainerPort,
				"containerPort of container %s is %s, not 1 to %d", x.of, x.ContainerPort, maxPort)
		}
	}),
}
