package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unconfiguredLaunchVolume = &rules.Rule{
	ID:       "DEPLOY.269",
	Slug:     "unconfigured-launch-volume",
	Severity: rules.High,
	Title:    "Service does not configure a volume that its task definition leaves open",
	Why: "A volume with `configuredAtLaunch` is made by what the service says of it: without that ECS refuses the " +
		"service.",
	Fix: "Add the volume to `volumeConfigurations` of the service.",
	Notes: "AWS documents the need; the message of the live API was not seen. The rule does not apply to services " +
		"whose deployments an external controller makes.",
	Docs: []rules.Link{apiPage("ServiceVolumeConfiguration"), guidePage("Use Amazon EBS volumes with Amazon ECS", "ebs-volumes")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.DeploymentController.Is(external).Not(), s.DeploymentController) {
			return
		}
		open := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth {
			return t.Volumes.Any(func(v *model.Volume) value.Truth { return v.ConfiguredAtLaunch.Is(true) })
		})
		p.When(open.And(s.VolumeConfigurations.NotEmpty().Not()), s.TaskDefinition,
			"service %s does not configure the volume that its task definition leaves open", s)
	}),
}
