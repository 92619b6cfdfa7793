package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidServiceName = &rules.Rule{
	ID:       "DEPLOY.100",
	Slug:     "invalid-service-name",
	Severity: rules.High,
	Title:    "Name of the service is invalid",
	Why:      "ECS refuses to create the service.",
	Fix:      "Use up to 255 letters, digits, hyphens and underscores.",
	Notes:    "AWS documents the limits; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		p.When(s.Name.NotBlank().And(badName(s.Name)), s.Name,
			"service name %s is not of up to %d letters, digits, hyphens and underscores", s.Name, maxName)
	}),
}
