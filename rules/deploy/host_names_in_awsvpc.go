package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var hostNamesInAwsvpc = &rules.Rule{
	ID:       "DEPLOY.52",
	Slug:     "host-names-in-awsvpc",
	Severity: rules.Medium,
	Title:    "Container has host names of its own in network mode awsvpc",
	Why: "With network mode `awsvpc` the name of the host and `/etc/hosts` belong to the task: ECS does not apply " +
		"`hostname` and `extraHosts` of a container.",
	Fix: "Delete `hostname` and `extraHosts`. Use Service Connect, service discovery or a private hosted zone for " +
		"names.",
	Notes: "AWS calls both unsupported there; whether ECS refuses or ignores them was not seen.",
	Docs:  []rules.Link{apiPage("ContainerDefinition"), apiPage("HostEntry")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			for _, name := range []string{"hostname", "extraHosts"} {
				used, at := parameters[name](c)
				p.When(t.NetworkMode.Is("awsvpc").And(used), at, "container %s of task definition %s uses %s in network mode awsvpc", c, t, name)
			}
		}
	}),
}
