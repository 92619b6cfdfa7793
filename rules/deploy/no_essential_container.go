package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var noEssentialContainer = &rules.Rule{
	ID:       "DEPLOY.9",
	Slug:     "no-essential-container",
	Severity: rules.High,
	Title:    "No container is essential",
	Why: "ECS refuses the task definition: \"Task definition doesn't have any essential container.\" A task ends " +
		"with its essential containers, so that it needs one.",
	Fix:   "Leave `essential` out of the container that does the work, or set it to `true`.",
	Notes: "The message is that of the live API. A container without `essential` is essential. cfn-lint: E3042.",
	Docs:  []rules.Link{apiPage("ContainerDefinition"), parametersPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		essential := t.Containers.Any(func(c *model.Container) value.Truth { return c.Essential.Is(true) })
		p.When(t.Containers.NotEmpty().And(essential.Not()), &t.Containers,
			"no container of task definition %s is essential", t)
	}),
}
