package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var codeDeployWithoutLoadBalancer = &rules.Rule{
	ID:       "DEPLOY.264",
	Slug:     "code-deploy-without-load-balancer",
	Severity: rules.High,
	Title:    "CodeDeploy has no load balancer to shift traffic with",
	Why:      "ECS refuses the service: with controller `CODE_DEPLOY` it needs an application or network load balancer.",
	Fix:      "Add a target group to `loadBalancers`, or delete `deploymentController`.",
	Notes:    "The live API's refusal is on record.",
	Docs:     []rules.Link{apiPage("LoadBalancer"), apiPage("DeploymentController")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.DeploymentController.Is(codeDeploy), s.DeploymentController) {
			return
		}
		p.When(s.LoadBalancers.NotEmpty().Not(), s.DeploymentController, "service %s has controller %s, but no load balancer", s, s.DeploymentController)
	}),
}
