package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var percentagesWithController = &rules.Rule{
	ID:       "DEPLOY.120",
	Slug:     "percentages-with-controller",
	Severity: rules.High,
	Title:    "Percentages do not apply to the deployment controller",
	Why:      "With controllers `CODE_DEPLOY` and `EXTERNAL` a service on EC2 cannot have percentages of its own.",
	Fix:      "Delete `minimumHealthyPercent` and `maximumPercent`.",
	Notes:    "AWS documents it; the message of the live API was not seen. The defaults, 100 and 200, are passed over.",
	Docs:     []rules.Link{apiPage("DeploymentConfiguration")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.DeploymentController.In(codeDeploy, external), s.DeploymentController) {
			return
		}
		onInstances := p.Model.ServiceRunsOn(s, model.EC2)
		for _, percent := range []struct {
			value.IntSetting
			preset int
		}{{s.MinimumHealthyPercent, 100}, {s.MaximumPercent, 200}} {
			p.When(onInstances.And(percent.Is(percent.preset).Not()), percent.IntSetting,
				"service %s has %s %s with controller %s", s, percent.Name(), percent, s.DeploymentController)
		}
	}),
}
