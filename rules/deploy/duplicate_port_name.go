package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var duplicatePortName = &rules.Rule{
	ID:       "DEPLOY.230",
	Slug:     "duplicate-port-name",
	Severity: rules.Medium,
	Title:    "Two ports have the same name",
	Why:      "Service Connect finds a port by its name: it cannot tell the two apart.",
	Fix:      "Rename one of the ports, and what refers to it.",
	Notes:    "AWS does not say that the names have to differ; that ECS refuses the task definition is inferred.",
	Docs:     []rules.Link{apiPage("PortMapping"), guidePage("Service Connect", "service-connect")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for x, earlier := range eachPort(p, t) {
			n := x.PortMapping.Name
			twice := like(earlier, func(e port) value.Truth { return e.PortMapping.Name.Equals(n) })
			p.When(n.NotBlank().And(twice), n, "another port of task definition %s is named %s too", t, n)
		}
	}),
}
