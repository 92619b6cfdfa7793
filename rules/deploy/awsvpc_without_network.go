package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var awsvpcWithoutNetwork = &rules.Rule{
	ID:       "DEPLOY.107",
	Slug:     "awsvpc-without-network",
	Severity: rules.High,
	Title:    "Service has no network for its tasks",
	Why: "Tasks in network mode `awsvpc` get network interfaces of their own, in subnets that the service names. " +
		"ECS refuses the service: \"Network Configuration must be provided when networkMode 'awsvpc' is " +
		"specified\".",
	Fix: "Set `networkConfiguration`, with subnets and security groups.",
	Notes: "The message is that of the live API. The rule does not apply to services whose deployments an external " +
		"controller makes: their task sets have the network.",
	Docs: []rules.Link{apiPage("NetworkConfiguration"), apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.DeploymentController.Is(external).Not(), s.DeploymentController) {
			return
		}
		p.When(p.Model.AskTask(s, inAwsvpc).And(s.Network.Exists().Not()), &s.Network,
			"service %s has no network configuration, but its task definition has network mode awsvpc", s)
	}),
}
