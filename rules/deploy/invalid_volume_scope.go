package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidVolumeScope = &rules.Rule{
	ID:       "DEPLOY.91",
	Slug:     "invalid-volume-scope",
	Severity: rules.High,
	Title:    "Scope of a Docker volume is misspelt",
	Why:      "ECS refuses the task definition.",
	Fix:      "Set `scope` to `task` or `shared`.",
	Notes: "AWS documents the values; the message of the live API was not seen. A value that is near to none of them " +
		"may be newer than this program: that is DEPLOY.201.",
	Docs: []rules.Link{apiPage("DockerVolumeConfiguration")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for v := range rules.Each(p, &t.Volumes) {
			p.When(misspelt(v.Docker.Scope, volumeScopes), v.Docker.Scope, "scope of volume %s is %s: ECS knows %s", v, v.Docker.Scope, anyOf(volumeScopes))
		}
	}),
}
