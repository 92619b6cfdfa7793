package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var deploymentRoundsToNothing = &rules.Rule{
	ID:       "DEPLOY.266",
	Slug:     "deployment-rounds-to-nothing",
	Severity: rules.Medium,
	Title:    "Deployments of so few tasks can neither stop nor start one",
	Why: "ECS rounds the least number of tasks up and the largest down. Where both come out as the desired count, " +
		"a deployment waits until it fails.",
	Fix: "Raise `maximumPercent`: with 200 every service has room.",
	Notes: "AWS documents how the numbers are rounded. What changes the desired count later, such as auto scaling, " +
		"is not looked at.",
	Docs: []rules.Link{apiPage("DeploymentConfiguration")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(rolling(s), s.SchedulingStrategy) {
			return
		}
		apart := value.Both(s.MinimumHealthyPercent, s.MaximumPercent, func(low, high int) bool { return low < high })
		stopsNone := value.Both(s.DesiredCount, s.MinimumHealthyPercent, func(n, low int) bool { return n > 0 && n*low > (n-1)*100 })
		startsNone := value.Both(s.DesiredCount, s.MaximumPercent, func(n, high int) bool { return n*high < (n+1)*100 })
		p.When(apart.And(stopsNone).And(startsNone), s.MaximumPercent,
			"of the %s tasks of service %s, %s percent is none to stop, and %s percent none to add", s.DesiredCount, s, s.MinimumHealthyPercent, s.MaximumPercent)
	}),
}
