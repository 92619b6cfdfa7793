package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var loadBalancedWithoutHealthCheck = &rules.Rule{
	ID:       "DEPLOY.301",
	Slug:     "load-balanced-without-health-check",
	Severity: rules.Low,
	Title:    "Container behind a load balancer has no health check",
	Why: "The load balancer notices that a task does not answer, but nothing says whether the container itself is " +
		"well: deployments and dependencies cannot wait for it.",
	Fix:     "Add `healthCheck` to the container.",
	Notes:   "The health check of the target group is not looked at.",
	Profile: "operations",
	Docs:    []rules.Link{apiPage("HealthCheck")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.LoadBalancers.NotEmpty(), &s.LoadBalancers) {
			return
		}
		for lb := range rules.Each(p, &s.LoadBalancers) {
			var at rules.Located = lb.ContainerName
			unchecked := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth {
				return t.Containers.Any(func(c *model.Container) value.Truth {
					lacks := c.Name.Equals(lb.ContainerName).And(c.HealthCheck.Exists().Not())
					if lacks == value.Yes {
						at = c // there one adds it
					}
					return lacks
				})
			})
			p.When(unchecked, at, "container %s of service %s is behind a load balancer and has no health check", lb.ContainerName, s)
		}
	}),
}
