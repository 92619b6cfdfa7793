package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var minimumPercentOutOfRange = &rules.Rule{
	ID:       "DEPLOY.273",
	Slug:     "minimum-percent-out-of-range",
	Severity: rules.High,
	Title:    "Least percentage of tasks is out of range",
	Why:      "ECS refuses the service: \"minimumHealthyPercent must be at most 100\".",
	Fix:      "Set `minimumHealthyPercent` to a number from 0 to 100.",
	Notes:    "The message is that of the live API.",
	Docs:     []rules.Link{apiPage("DeploymentConfiguration")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		p.When(outside(s.MinimumHealthyPercent, 0, 100), s.MinimumHealthyPercent,
			"minimumHealthyPercent %s of service %s is not from 0 to 100", s.MinimumHealthyPercent, s)
	}),
}
