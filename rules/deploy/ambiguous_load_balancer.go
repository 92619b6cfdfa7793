package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var ambiguousLoadBalancer = &rules.Rule{
	ID:       "DEPLOY.112",
	Slug:     "ambiguous-load-balancer",
	Severity: rules.High,
	Title:    "Load balancer of the service is named twice or not at all",
	Why: "ECS refuses the service: an entry of `loadBalancers` has either `targetGroupArn`, or `loadBalancerName` " +
		"for a classic load balancer.",
	Fix:   "Keep one of them.",
	Notes: "The live API's refusal of both is on record. AWS documents that one is needed.",
	Docs:  []rules.Link{apiPage("LoadBalancer")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		for lb := range rules.Each(p, &s.LoadBalancers) {
			p.When(lb.TargetGroupArn.Given().And(lb.LoadBalancerName.Given()), lb.LoadBalancerName,
				"service %s names classic load balancer %s beside a target group", s, lb.LoadBalancerName)
			p.When(model.Lacks(lb.TargetGroupArn).And(model.Lacks(lb.LoadBalancerName)), lb,
				"service %s names neither target group nor load balancer", s)
		}
	}),
}
