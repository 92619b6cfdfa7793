package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var targetGroupOfInstances = &rules.Rule{
	ID:       "DEPLOY.113",
	Slug:     "target-group-of-instances",
	Severity: rules.High,
	Title:    "Target group takes no addresses of tasks",
	Why: "A task in network mode `awsvpc` has an address of its own, and is no port of an instance. ECS refuses " +
		"the service: the target group \"has target type instance, which is incompatible with the awsvpc network " +
		"mode\".",
	Fix: "Set the type of the target group to `ip` (CloudFormation: `TargetType`, Terraform: `target_type`). The " +
		"default is `instance`.",
	Notes: "The message is that of the live API.",
	Docs:  []rules.Link{apiPage("LoadBalancer")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		for lb := range rules.Each(p, &s.LoadBalancers) {
			group := p.Model.TargetGroupOf(lb.TargetGroupArn)
			other := group.Ask(func(g *model.TargetGroup) value.Truth { return g.TargetType.Is("ip").Not() })
			p.When(other.And(p.Model.AskTask(s, inAwsvpc)), group,
				"target group of service %s is not of type ip, but its task definition has network mode awsvpc", s)
		}
	}),
}
