package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var hostPortUsedTwice = &rules.Rule{
	ID:       "DEPLOY.48",
	Slug:     "host-port-used-twice",
	Severity: rules.High,
	Title:    "Two port mappings use the same host port",
	Why:      "ECS refuses the task definition: \"TCP host port '3000' is mapped multiple times in task\".",
	Fix:      "Use different ports, or delete `hostPort` in network mode `bridge`: then each task gets free ones.",
	Notes:    "The message is that of the live API. Where container ports stand for host ports, that is DEPLOY.235.",
	Docs:     []rules.Link{apiPage("PortMapping")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for x, earlier := range eachPort(p, t) {
			twice := like(earlier, func(e port) value.Truth {
				return e.HostPort.Equals(x.HostPort).And(e.Protocol.Equals(x.Protocol))
			})
			p.When(x.fixed().And(twice), x.HostPort, "another port mapping of task definition %s uses port %s of the host too", t, x.HostPort)
		}
	}),
}
