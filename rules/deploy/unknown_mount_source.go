package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unknownMountSource = &rules.Rule{
	ID:       "DEPLOY.25",
	Slug:     "unknown-mount-source",
	Severity: rules.High,
	Title:    "Container mounts a volume that is not declared",
	Why:      "ECS refuses the task definition: \"Unknown volume 'x'\".",
	Fix:      "Declare the volume in `volumes`, or mend the name in `sourceVolume`.",
	Notes:    "The message is that of the live API.",
	Docs:     []rules.Link{apiPage("MountPoint"), apiPage("Volume")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			for m := range rules.Each(p, &c.MountPoints) {
				declared := t.Volumes.Any(func(v *model.Volume) value.Truth { return v.Name.Equals(m.SourceVolume) })
				p.When(m.SourceVolume.NotBlank().And(declared.Not()), m.SourceVolume,
					"container %s mounts volume %s, which task definition %s does not declare", c, m.SourceVolume, t)
			}
		}
	}),
}
