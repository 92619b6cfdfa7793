package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var ephemeralStorageOutsideFargate = &rules.Rule{
	ID:       "DEPLOY.72",
	Slug:     "ephemeral-storage-outside-fargate",
	Severity: rules.Medium,
	Title:    "Ephemeral storage is set outside of Fargate",
	Why: "Only tasks on Fargate have ephemeral storage of their own: elsewhere containers use the disk of their " +
		"instance.",
	Fix:   "Delete `ephemeralStorage`, and give the instances the disk that the tasks need.",
	Notes: "AWS calls it unsupported; whether ECS refuses or ignores it was not seen.",
	Docs:  []rules.Link{apiPage("EphemeralStorage")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.EphemeralStorage.Exists(), &t.EphemeralStorage) {
			return
		}
		elsewhere := p.Model.RunsOn(t, model.Fargate).Not()
		p.When(elsewhere, &t.EphemeralStorage, "task definition %s has ephemeral storage and does not run on Fargate", t)
	}),
}
