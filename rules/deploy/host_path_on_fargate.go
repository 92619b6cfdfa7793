package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var hostPathOnFargate = &rules.Rule{
	ID:       "DEPLOY.64",
	Slug:     "host-path-on-fargate",
	Severity: rules.High,
	Title:    "Fargate task mounts a path of its host",
	Why:      "ECS refuses the task definition: \"Fargate compatible task definitions do not support sourcePath\".",
	Fix:      "Delete `sourcePath`: the volume then lives as long as the task. Use an EFS volume for what should stay.",
	Notes:    "The message is that of the live API. A `host` without `sourcePath` is fine.",
	Docs:     []rules.Link{fargatePage, apiPage("HostVolumeProperties")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		for v := range rules.Each(p, &t.Volumes) {
			p.When(v.SourcePath.NotBlank(), v.SourcePath, "volume %s of task definition %s is a path of the host, which Fargate does not have", v, t)
		}
	}),
}
