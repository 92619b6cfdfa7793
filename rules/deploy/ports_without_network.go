package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var portsWithoutNetwork = &rules.Rule{
	ID:       "DEPLOY.43",
	Slug:     "ports-without-network",
	Severity: rules.High,
	Title:    "Ports are mapped without a network",
	Why:      "In network mode `none` containers have no network: ECS refuses port mappings.",
	Fix:      "Delete `portMappings`, or use another network mode.",
	Notes:    "AWS documents it; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("PortMapping"), apiPage("RegisterTaskDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			ports := c.PortMappings.NotEmpty()
			p.When(t.NetworkMode.Is("none").And(ports), &c.PortMappings, "container %s of task definition %s maps ports in network mode none", c, t)
		}
	}),
}
