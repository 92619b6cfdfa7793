package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var classicLoadBalancerInAwsvpc = &rules.Rule{
	ID:       "DEPLOY.263",
	Slug:     "classic-load-balancer-in-awsvpc",
	Severity: rules.High,
	Title:    "Classic load balancer leads to tasks with network interfaces of their own",
	Why:      "A classic load balancer leads to instances, not to tasks: ECS refuses the service.",
	Fix:      "Use a target group of an application or network load balancer, of type `ip`.",
	Notes: "The live API's refusal on Fargate is on record: \"Classic Load Balancers are not supported with Fargate\". " +
		"For network mode `awsvpc` AWS documents it.",
	Docs: []rules.Link{apiPage("LoadBalancer")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		own := p.Model.AskTask(s, inAwsvpc).Or(p.Model.ServiceRunsOn(s, model.Fargate))
		for lb := range rules.Each(p, &s.LoadBalancers) {
			p.When(lb.LoadBalancerName.Given().And(own), lb.LoadBalancerName,
				"service %s has classic load balancer %s, but its tasks have network interfaces of their own", s, lb.LoadBalancerName)
		}
	}),
}
