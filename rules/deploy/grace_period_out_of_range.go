package deploy

import (
	"math"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var gracePeriodOutOfRange = &rules.Rule{
	ID:       "DEPLOY.271",
	Slug:     "grace-period-out-of-range",
	Severity: rules.High,
	Title:    "Grace period is out of range",
	Why:      "ECS refuses the service: a grace period is from 0 to 2147483647 seconds.",
	Fix:      "Set `healthCheckGracePeriodSeconds` to the seconds that tasks take to start.",
	Notes:    "AWS documents the limits; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		grace := s.HealthCheckGracePeriodSeconds
		p.When(outside(grace, 0, math.MaxInt32), grace, "grace period %s of service %s is not from 0 to %d seconds", grace, s, math.MaxInt32)
	}),
}
