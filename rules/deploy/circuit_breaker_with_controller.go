package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var circuitBreakerWithController = &rules.Rule{
	ID:       "DEPLOY.121",
	Slug:     "circuit-breaker-with-controller",
	Severity: rules.High,
	Title:    "Circuit breaker does not work with the deployment controller",
	Why: "The circuit breaker watches the deployments of ECS itself: with another controller ECS refuses the " +
		"service.",
	Fix:   "Delete `deploymentCircuitBreaker`, or `deploymentController`.",
	Notes: "The live API's refusal is on record.",
	Docs:  []rules.Link{apiPage("DeploymentCircuitBreaker"), apiPage("DeploymentController")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		p.When(s.CircuitBreaker.Is(true).And(s.DeploymentController.In(codeDeploy, external)), s.CircuitBreaker,
			"service %s has a circuit breaker with controller %s", s, s.DeploymentController)
	}),
}
