package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidDeploymentStrategy = &rules.Rule{
	ID:       "DEPLOY.122",
	Slug:     "invalid-deployment-strategy",
	Severity: rules.High,
	Title:    "Settings of the deployment strategy are invalid",
	Why: "ECS refuses the service: a bake time is from 0 to 1440 minutes, and for its own deployments alone; " +
		"`canaryConfiguration` belongs to strategy `CANARY` and `linearConfiguration` to `LINEAR`.",
	Fix:   "Correct the bake time, or set the strategy to which the settings belong.",
	Notes: "AWS documents it; the messages of the live API were not seen.",
	Docs:  []rules.Link{apiPage("DeploymentConfiguration")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		controlled := s.DeploymentController.In(codeDeploy, external)
		bake := s.BakeTimeInMinutes
		p.When(bake.Set().And(controlled), bake, "service %s has a bake time with controller %s", s, s.DeploymentController)
		p.When(outside(bake, 0, maxBakeTime), bake, "bake time %s of service %s is not from 0 to %d minutes", bake, s, maxBakeTime)
		p.When(s.Canary.Exists().And(s.DeploymentStrategy.Is("CANARY").Not()), &s.Canary,
			"service %s has a canary configuration with strategy %s", s, s.DeploymentStrategy)
		p.When(s.Linear.Exists().And(s.DeploymentStrategy.Is("LINEAR").Not()), &s.Linear,
			"service %s has a linear configuration with strategy %s", s, s.DeploymentStrategy)
	}),
}

// maxBakeTime is the longest bake time in minutes. API Reference,
// DeploymentConfiguration, November 2026.
const maxBakeTime = 1440
