package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unmappedLoadBalancedPort = &rules.Rule{
	ID:       "DEPLOY.111",
	Slug:     "unmapped-load-balanced-port",
	Severity: rules.High,
	Title:    "Load balancer leads to a port that the container does not map",
	Why:      "ECS refuses the service: \"The container web did not have a container port 8080 defined\".",
	Fix:      "Add the port to `portMappings` of the container, or correct `containerPort`.",
	Notes:    "The message is that of the live API. Of containers that map a range of ports nothing is said.",
	Docs:     []rules.Link{apiPage("LoadBalancer")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		for lb := range rules.Each(p, &s.LoadBalancers) {
			unmapped := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth {
				return t.HasContainer(lb.ContainerName).And(t.MapsPort(lb.ContainerName, lb.ContainerPort).Not())
			})
			p.When(lb.ContainerPort.Set().And(unmapped), lb.ContainerPort,
				"container %s of service %s does not map port %s, to which a load balancer leads", lb.ContainerName, s, lb.ContainerPort)
		}
	}),
}
