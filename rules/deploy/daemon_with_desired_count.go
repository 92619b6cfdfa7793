package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var daemonWithDesiredCount = &rules.Rule{
	ID:       "DEPLOY.265",
	Slug:     "daemon-with-desired-count",
	Severity: rules.Medium,
	Title:    "Daemon has a desired count",
	Why: "A daemon has as many tasks as there are instances. ECS refuses the service: \"The daemon scheduling " +
		"strategy does not support a desired count for services\".",
	Fix: "Delete `desiredCount`.",
	Notes: "The message is that of the live API. Terraform leaves the count of a daemon out, so that there it has no " +
		"effect.",
	Docs: []rules.Link{apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.SchedulingStrategy.Is(daemon), s.SchedulingStrategy) {
			return
		}
		p.When(s.DesiredCount.Set(), s.DesiredCount, "service %s is a daemon with desired count %s", s, s.DesiredCount)
	}),
}
