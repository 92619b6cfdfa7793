package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var noContainers = &rules.Rule{
	ID:       "DEPLOY.2",
	Slug:     "no-containers",
	Severity: rules.High,
	Title:    "Task definition has no containers",
	Why:      "There is nothing to run: ECS refuses a task definition without container definitions.",
	Fix:      "List at least one container in `containerDefinitions`.",
	Notes:    "AWS documents the list as required; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("RegisterTaskDefinition"), parametersPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		p.When(t.Containers.Omitted(), &t.Containers, "task definition %s has no containers", t)
	}),
}
