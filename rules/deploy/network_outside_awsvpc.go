package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var networkOutsideAwsvpc = &rules.Rule{
	ID:       "DEPLOY.262",
	Slug:     "network-outside-awsvpc",
	Severity: rules.High,
	Title:    "Service has a network that its tasks cannot use",
	Why: "Only tasks in network mode `awsvpc` have network interfaces of their own. ECS refuses the service: " +
		"\"Network Configuration is not valid for the given networkMode of this task definition\".",
	Fix: "Delete `networkConfiguration`, or set `networkMode` of the task definition to `awsvpc`.",
	Notes: "The message is that of the live API. A task definition without a network mode counts where the service " +
		"certainly runs on EC2.",
	Docs: []rules.Link{apiPage("NetworkConfiguration"), apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.Network.Exists(), &s.Network) {
			return
		}
		onEC2 := p.Model.ServiceRunsOn(s, model.EC2)
		other := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth {
			return t.NetworkMode.In("bridge", "host", "none").Or(t.NetworkMode.Omitted().And(onEC2))
		})
		p.When(other, &s.Network, "service %s has a network configuration, but its task definition is not in network mode awsvpc", s)
	}),
}
