package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var fixedHealthCheckPort = &rules.Rule{
	ID:       "DEPLOY.114",
	Slug:     "fixed-health-check-port",
	Severity: rules.Medium,
	Title:    "Health check asks at a fixed port, but the port of the task changes",
	Why: "With a `hostPort` of 0 each task has another port of the instance. A target group whose health check has " +
		"a fixed port asks somewhere else, and ECS replaces the tasks again and again.",
	Fix:   "Set the port of the health check to `traffic-port`, which is the default.",
	Notes: "Only cfn-lint is known to refuse it (E3049): ECS takes such a service.",
	Docs:  []rules.Link{apiPage("LoadBalancer")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		onInstances := p.Model.ServiceRunsOn(s, model.EC2)
		for lb := range rules.Each(p, &s.LoadBalancers) {
			dynamic := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth {
				bridged := t.NetworkMode.Is("bridge").Or(t.NetworkMode.Omitted().And(onInstances))
				return bridged.And(t.MapsDynamically(lb.ContainerName, lb.ContainerPort))
			})
			group := p.Model.TargetGroupOf(lb.TargetGroupArn)
			fixed := group.Ask(func(g *model.TargetGroup) value.Truth { return g.HealthCheckPort.Is("traffic-port").Not() })
			p.When(fixed.And(dynamic), group,
				"target group of service %s has a fixed port for health checks, but container %s gets another port with each task", s, lb.ContainerName)
		}
	}),
}
