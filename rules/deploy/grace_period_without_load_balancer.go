package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var gracePeriodWithoutLoadBalancer = &rules.Rule{
	ID:       "DEPLOY.129",
	Slug:     "grace-period-without-load-balancer",
	Severity: rules.High,
	Title:    "Grace period without a load balancer",
	Why: "ECS refuses the service: \"Health check grace period is only valid for services configured to use load " +
		"balancers\".",
	Fix: "Delete `healthCheckGracePeriodSeconds`, or use `startPeriod` of a health check in the container.",
	Notes: "The message is that of the live API. A grace period of 0 is passed over, and so are services whose " +
		"deployments an external controller makes: their task sets have the load balancers.",
	Docs: []rules.Link{apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		grace := s.HealthCheckGracePeriodSeconds
		given := grace.Satisfies(func(n int) bool { return n > 0 })
		balanced := s.LoadBalancers.NotEmpty().Or(s.VpcLattice.NotEmpty()).Or(s.DeploymentController.Is(external))
		p.When(given.And(balanced.Not()), grace,
			"service %s has a grace period of %s seconds, but no load balancer", s, grace)
	}),
}
