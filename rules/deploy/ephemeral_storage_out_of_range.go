package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var ephemeralStorageOutOfRange = &rules.Rule{
	ID:       "DEPLOY.71",
	Slug:     "ephemeral-storage-out-of-range",
	Severity: rules.High,
	Title:    "Ephemeral storage is out of range",
	Why:      "ECS refuses the task definition.",
	Fix:      "Set `sizeInGiB` to 21 to 200, or delete `ephemeralStorage` for the 20 GiB that each task has.",
	Notes:    "AWS documents the range; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("EphemeralStorage"), guidePage("Fargate task ephemeral storage", "fargate-task-storage")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		size := t.EphemeralStorage.SizeInGiB
		p.When(outside(size, 21, 200), size, "ephemeral storage of task definition %s is %s GiB, not 21 to 200", t, size)
	}),
}
