package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var unsupportedOnWindowsFargate = &rules.Rule{
	ID:       "DEPLOY.75",
	Slug:     "unsupported-on-windows-fargate",
	Severity: rules.Medium,
	Title:    "Parameter is not supported by Windows on Fargate",
	Why: "ECS refuses `ulimits`, Linux parameters and EFS volumes for Windows containers on Fargate, or ignores " +
		"them.",
	Fix: "Delete the parameter. Use Amazon FSx for Windows File Server on instances for shared files.",
	Notes: "AWS documents it for `ulimits`. For the others it is common knowledge; neither a page nor the message of " +
		"the live API was seen.",
	Docs: []rules.Link{fargatePage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) || !onWindows(p, t) {
			return
		}
		without(p, t, "Windows on Fargate", "ulimits", "linuxParameters")
		for v := range rules.Each(p, &t.Volumes) {
			p.When(v.OnEfs(), &v.Efs, "volume %s of task definition %s is in EFS, which Windows on Fargate does not have", v, t)
		}
	}),
}
