package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var platformVersionOutsideFargate = &rules.Rule{
	ID:       "DEPLOY.109",
	Slug:     "platform-version-outside-fargate",
	Severity: rules.High,
	Title:    "Service outside of Fargate has a platform version",
	Why:      "ECS refuses the service: \"The platform version must be null when specifying an EC2 launch type\".",
	Fix:      "Delete `platformVersion`.",
	Notes:    "The message is that of the live API.",
	Docs:     []rules.Link{apiPage("CreateService"), platformsPage},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.PlatformVersion.NotBlank().And(s.PlatformVersion.Set()), s.PlatformVersion) {
			return
		}
		p.When(p.Model.ServiceRunsOn(s, model.Fargate).Not(), s.PlatformVersion, "service %s has platform version %s, but does not run on Fargate", s, s.PlatformVersion)
	}),
}
