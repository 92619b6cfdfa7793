package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var unsupportedDaemon = &rules.Rule{
	ID:       "DEPLOY.115",
	Slug:     "unsupported-daemon",
	Severity: rules.High,
	Title:    "Service cannot be a daemon",
	Why: "A daemon runs once on each instance, and is deployed by ECS itself: ECS refuses it on Fargate and with " +
		"other deployment controllers.",
	Fix:   "Set `schedulingStrategy` to `REPLICA`, or run the daemon on EC2 with controller `ECS`.",
	Notes: "AWS documents it, and cfn-lint refuses it (E3044); the message of the live API was not seen.",
	Docs:  []rules.Link{apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.SchedulingStrategy.Is(daemon), s.SchedulingStrategy) {
			return
		}
		p.When(p.Model.ServiceRunsOn(s, model.Fargate), s.SchedulingStrategy, "service %s is a daemon on Fargate", s)
		p.When(s.DeploymentController.In(codeDeploy, external), s.DeploymentController, "service %s is a daemon with controller %s", s, s.DeploymentController)
	}),
}
