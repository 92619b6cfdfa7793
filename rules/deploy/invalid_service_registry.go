package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidServiceRegistry = &rules.Rule{
	ID:       "DEPLOY.127",
	Slug:     "invalid-service-registry",
	Severity: rules.High,
	Title:    "Entry in service discovery is invalid",
	Why: "ECS refuses the service: it takes one registry, which names a port, or a container with its port. Tasks " +
		"outside of network mode `awsvpc` need the container and its port.",
	Fix:   "Keep one entry, and name either `port` or `containerName` and `containerPort`.",
	Notes: "The live API's refusal of a second registry is on record; the rest is documented.",
	Docs:  []rules.Link{apiPage("ServiceRegistry")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		p.When(s.ServiceRegistries.Count().Above(value.Exactly(1)), &s.ServiceRegistries, "service %s has several registries", s)
		inBridge := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth { return t.NetworkMode.In("bridge", "host") })
		for r := range rules.Each(p, &s.ServiceRegistries) {
			p.When(r.Port.Set().And(r.ContainerPort.Set()), r.Port, "registry of service %s names port %s beside a port of a container", s, r.Port)
			p.When(inBridge.And(r.ContainerName.Omitted()), r, "registry of service %s names no container", s)
			missing := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth { return t.HasContainer(r.ContainerName).Not() })
			p.When(r.ContainerName.NotBlank().And(missing), r.ContainerName,
				"container %s of a registry is not in the task definition of service %s", r.ContainerName, s)
		}
	}),
}
