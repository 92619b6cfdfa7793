package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var severalLaunchVolumes = &rules.Rule{
	ID:       "DEPLOY.208",
	Slug:     "several-launch-volumes",
	Severity: rules.High,
	Title:    "Several volumes are configured at launch",
	Why:      "ECS refuses the task definition: one of its volumes may have `configuredAtLaunch`.",
	Fix:      "Keep one volume that is configured at launch.",
	Notes:    "AWS documents the limit; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("Volume"), guidePage("Use Amazon EBS volumes with Amazon ECS", "ebs-volumes")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		earlier := value.No
		for v := range rules.Each(p, &t.Volumes) {
			launched := v.ConfiguredAtLaunch.Is(true)
			p.When(earlier.And(launched), v.ConfiguredAtLaunch, "volume %s is the second of task definition %s that is configured at launch", v, t)
			earlier = earlier.Or(launched.And(v.Exists()))
		}
	}),
}
