package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var managedInstancesLaunchType = &rules.Rule{
	ID:       "DEPLOY.102",
	Slug:     "managed-instances-launch-type",
	Severity: rules.High,
	Title:    "Launch type of the service is Managed Instances",
	Why:      "A service runs on Managed Instances by a capacity provider strategy alone: ECS refuses the launch type.",
	Fix:      "Delete `launchType`, and name the capacity provider in `capacityProviderStrategy`.",
	Notes:    "AWS documents that the strategy is needed; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		p.When(s.LaunchType.Is(model.ManagedInstances), s.LaunchType, "service %s has launch type %s", s, s.LaunchType)
	}),
}
