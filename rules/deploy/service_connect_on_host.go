package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var serviceConnectOnHost = &rules.Rule{
	ID:       "DEPLOY.126",
	Slug:     "service-connect-on-host",
	Severity: rules.Medium,
	Title:    "Service Connect does not work with the network mode or system of the tasks",
	Why: "Service Connect puts a proxy into the network of each task, which tasks on the network of the host and " +
		"tasks of Windows have none of.",
	Fix:   "Set `networkMode` to `awsvpc` or `bridge`, and use Linux.",
	Notes: "The message of the live API was not seen.",
	Docs:  []rules.Link{guidePage("Use Service Connect to connect Amazon ECS services with short names", "service-connect")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.ServiceConnect.Enabled.Is(true), s.ServiceConnect.Enabled) {
			return
		}
		unfit := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth { return t.NetworkMode.Is("host").Or(t.Windows()) })
		p.When(unfit, &s.ServiceConnect, "service %s has Service Connect, but its tasks are on the network of the host or on Windows", s)
	}),
}
