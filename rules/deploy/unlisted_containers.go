package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var unlistedContainers = &rules.Rule{
	ID:       "DEPLOY.200",
	Slug:     "unlisted-containers",
	Severity: rules.High,
	Title:    "Container definitions are no list",
	Why: "ECS takes a list of containers. Terraform and CloudFormation refuse an object or a text in its place, " +
		"the former only when it applies a plan.",
	Fix: "Put the object into brackets: `jsonencode([{ … }])`. Encode a list once: text that is JSON already needs " +
		"no `jsonencode`.",
	Notes: "The AWS provider of Terraform reads `container_definitions` as a list and refuses anything else.",
	Docs:  []rules.Link{apiPage("RegisterTaskDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		p.When(t.Containers.IsList().Not(), t.Containers.Misplaced(),
			"container definitions of task definition %s are a %s, not a list", t, t.Containers.Value().Kind())
	}),
}
