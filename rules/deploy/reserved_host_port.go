package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var reservedHostPort = &rules.Rule{
	ID:       "DEPLOY.47",
	Slug:     "reserved-host-port",
	Severity: rules.Medium,
	Title:    "Host port is reserved for the instance",
	Why:      "SSH, Docker and the agent of ECS listen on these ports of an instance: no instance can take the task.",
	Fix:      "Use another host port, or none: then each task gets a free one.",
	Notes: "The ports are those that are reserved by default: 22, 2375, 2376 and 51678 to 51680. The agent's " +
		"configuration can free some of them. Only network mode `bridge` is looked at.",
	Docs: []rules.Link{apiPage("PortMapping"), ec2Page},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for x := range eachPort(p, t) {
			p.When(onBridge(p, t).And(x.HostPort.In(reservedPorts...)), x.HostPort,
				"container %s maps to port %s of the host, which is reserved", x.of, x.HostPort)
		}
	}),
}
