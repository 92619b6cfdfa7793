package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var dockerVolumeOnFargate = &rules.Rule{
	ID:       "DEPLOY.63",
	Slug:     "docker-volume-on-fargate",
	Severity: rules.High,
	Title:    "Fargate task has a Docker volume",
	Why: "Docker's volumes belong to an instance: Fargate has bind mounts, Amazon EFS and volumes that are " +
		"configured at launch.",
	Fix: "Delete `dockerVolumeConfiguration` for storage that lives as long as the task, or use an EFS volume.",
	Notes: "AWS calls them unsupported on Fargate and limits volumes to other kinds; the message of the live API was " +
		"not seen.",
	Docs: []rules.Link{fargatePage, apiPage("DockerVolumeConfiguration")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		for v := range rules.Each(p, &t.Volumes) {
			p.When(v.Docker.Exists(), &v.Docker, "volume %s of task definition %s is a Docker volume, which Fargate does not have", v, t)
		}
	}),
}
