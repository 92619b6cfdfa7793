package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var tooManyContainers = &rules.Rule{
	ID:       "DEPLOY.8",
	Slug:     "too-many-containers",
	Severity: rules.High,
	Title:    "Task definition has more than 10 containers",
	Why:      "ECS refuses the task definition: \"Too many containers\".",
	Fix: "Split the task definition. Containers that need not share a life or a network belong into services of " +
		"their own.",
	Notes: "The message is that of the live API. The limit of 10 is from the list of quotas of 2017 and from AWS " +
		"Batch, which still names it for the tasks that it runs on ECS.",
	Docs: []rules.Link{guidePage("Amazon ECS service quotas", "service_limits"), apiPage("RegisterTaskDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		p.When(t.Containers.Count().Above(value.Exactly(maxContainers)), &t.Containers,
			"task definition %s has more than %d containers", t, maxContainers)
	}),
}

// maxContainers is how many containers a task definition can have.
const maxContainers = 10
