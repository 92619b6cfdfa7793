package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unknownLaunchVolume = &rules.Rule{
	ID:       "DEPLOY.128",
	Slug:     "unknown-launch-volume",
	Severity: rules.High,
	Title:    "Service configures a volume that its task definition does not leave open",
	Why: "ECS refuses the service: \"The volume name in your request does not have a matching volume in your Task " +
		"Definition\".",
	Fix:   "Put the name of a volume with `configuredAtLaunch` into `volumeConfigurations`.",
	Notes: "The message is that of the live API.",
	Docs:  []rules.Link{apiPage("ServiceVolumeConfiguration")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		for v := range rules.Each(p, &s.VolumeConfigurations) {
			missing := p.Model.AskTask(s, func(t *model.TaskDefinition) value.Truth { return t.HasLaunchVolume(v.Name).Not() })
			p.When(v.Name.NotBlank().And(missing), v.Name, "volume %s of service %s is not configured at launch in its task definition", v.Name, s)
		}
	}),
}
