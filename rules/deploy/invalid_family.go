package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidFamily = &rules.Rule{
	ID:       "DEPLOY.1",
	Slug:     "invalid-family",
	Severity: rules.High,
	Title:    "Family of the task definition is missing or invalid",
	Why:      "ECS refuses to register a task definition without a family, or with one that it cannot use in ARNs.",
	Fix:      "Give a `family` of up to 255 letters, digits, hyphens and underscores.",
	Notes: "AWS documents the limits; the messages of the live API were not seen. CloudFormation makes up a family " +
		"where there is none.",
	Docs: []rules.Link{apiPage("RegisterTaskDefinition"), parametersPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		p.When(t.MissesFamily(), t.Family, "task definition %s has no family", t)
		p.When(t.Family.NotBlank().And(badName(t.Family)), t.Family,
			"family %s is not of up to %d letters, digits, hyphens and underscores", t.Family, maxName)
	}),
}
