package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unknownLoadBalancedContainer = &rules.Rule{
	ID:       "DEPLOY.110",
	Slug:     "unknown-load-balanced-container",
	Severity: rules.High,
	Title:    "Load balancer leads to a container that does not exist",
	Why:      "ECS refuses the service: \"The container web does not exist in the task definition\".",
	Fix:      "Put the name of a container of the task definition into `containerName`.",
	Notes:    "The message is that of the live API.",
	Docs:     []rules.Link{apiPage("LoadBalancer")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		for lb := range rules.Each(p, &s.LoadBalancers) {
			missing := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth { return t.HasContainer(lb.ContainerName).Not() })
			p.When(lb.ContainerName.NotBlank().And(missing), lb.ContainerName,
				"container %s of a load balancer is not in the task definition of service %s", lb.ContainerName, s)
		}
	}),
}
