package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var unknownVolumesFrom = &rules.Rule{
	ID:       "DEPLOY.207",
	Slug:     "unknown-volumes-from",
	Severity: rules.High,
	Title:    "Container takes volumes from one that does not exist",
	Why:      "ECS refuses a `volumesFrom` that names no other container of the task definition.",
	Fix:      "Name a container of the same task definition in `sourceContainer`.",
	Notes:    "AWS documents the need; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("VolumeFrom")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			for v := range rules.Each(p, &c.VolumesFrom) {
				p.When(v.SourceContainer.NotBlank().And(t.HasContainer(v.SourceContainer).Not()), v.SourceContainer,
					"container %s takes volumes from container %s, which task definition %s does not have", c, v.SourceContainer, t)
				p.When(v.SourceContainer.Equals(c.Name), v.SourceContainer, "container %s takes volumes from itself", c)
			}
		}
	}),
}
