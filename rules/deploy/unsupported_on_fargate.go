package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var unsupportedOnFargate = &rules.Rule{
	ID:       "DEPLOY.67",
	Slug:     "unsupported-on-fargate",
	Severity: rules.High,
	Title:    "Parameter is invalid on Fargate",
	Why:      "ECS refuses the task definition.",
	Fix:      "Delete the parameter, or run the task on instances.",
	Notes: "AWS lists the parameters as invalid for Fargate; the messages of the live API were not seen. Those that " +
		"have rules of their own are left to these: `ipcMode` to DEPLOY.66, `privileged` to DEPLOY.62, and, as " +
		"Fargate has network mode `awsvpc` only, `links` to DEPLOY.16 and `extraHosts` to DEPLOY.52. cfn-lint: " +
		"E3048, for placement constraints.",
	Docs: []rules.Link{fargatePage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		p.When(t.PlacementConstraints.NotEmpty(), &t.PlacementConstraints, "task definition %s runs on Fargate and has placement constraints", t)
		without(p, t, "Fargate", "disableNetworking", "dnsServers", "dnsSearchDomains", "dockerSecurityOptions", "a GPU", "maxSwap", "swappiness")
	}),
}
