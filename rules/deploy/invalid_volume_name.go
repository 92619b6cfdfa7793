package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidVolumeName = &rules.Rule{
	ID:       "DEPLOY.209",
	Slug:     "invalid-volume-name",
	Severity: rules.High,
	Title:    "Name of a volume is missing or invalid",
	Why:      "ECS refuses the task definition.",
	Fix:      "Give each volume a `name` of up to 255 letters, digits, hyphens and underscores.",
	Notes: "AWS documents the limits; the messages of the live API were not seen. A missing name is reported for " +
		"volumes in EFS and S3 Files and for those configured at launch, for which AWS documents the need.",
	Docs: []rules.Link{apiPage("Volume")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for v := range rules.Each(p, &t.Volumes) {
			named := v.Efs.Exists().Or(v.S3Files.Exists()).Or(v.ConfiguredAtLaunch.Is(true))
			p.When(named.And(v.Name.Omitted()), v.Name, "volume %s of task definition %s has no name", v, t)
			p.When(v.Name.NotBlank().And(badName(v.Name)), v.Name,
				"volume name %s is not of up to %d letters, digits, hyphens and underscores", v.Name, maxName)
		}
	}),
}
