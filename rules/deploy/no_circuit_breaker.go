package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var noCircuitBreaker = &rules.Rule{
	ID:       "DEPLOY.306",
	Slug:     "no-circuit-breaker",
	Severity: rules.Low,
	Title:    "Failing deployments go on and on",
	Why:      "Without the circuit breaker ECS starts tasks that fail again and again, for hours.",
	Fix:      "Enable `deploymentCircuitBreaker`, with `rollback`.",
	Notes:    "The rule does not apply to services that CodeDeploy or an external controller deploys.",
	Profile:  "operations",
	Docs:     []rules.Link{guidePage("How the Amazon ECS deployment circuit breaker detects failures", "deployment-circuit-breaker")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.DeploymentController.Is("ECS"), s.DeploymentController) {
			return
		}
		p.When(s.CircuitBreaker.Is(true).Not(), s.CircuitBreaker, "service %s has no circuit breaker", s)
	}),
}
