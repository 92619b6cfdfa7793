package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unknownServiceConnectPort = &rules.Rule{
	ID:       "DEPLOY.124",
	Slug:     "unknown-service-connect-port",
	Severity: rules.High,
	Title:    "Service Connect names a port that does not exist",
	Why: "ECS refuses the service: \"portName does not refer to any named PortMapping in the container " +
		"definitions\".",
	Fix:   "Put the `name` of a port mapping of the task definition into `portName`.",
	Notes: "The message is that of the live API.",
	Docs:  []rules.Link{apiPage("ServiceConnectService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		for x := range rules.Each(p, &s.ServiceConnect.Services) {
			missing := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth { return t.HasPort(x.PortName).Not() })
			p.When(x.PortName.NotBlank().And(missing), x.PortName, "port %s is not in the task definition of service %s", x.PortName, s)
		}
	}),
}
