package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var fargateOutsideAwsvpc = &rules.Rule{
	ID:       "DEPLOY.40",
	Slug:     "fargate-outside-awsvpc",
	Severity: rules.High,
	Title:    "Fargate task is not in network mode awsvpc",
	Why:      "ECS refuses the task definition: \"Fargate only supports network mode 'awsvpc'\".",
	Fix:      "Set `networkMode` to `awsvpc`.",
	Notes:    "The message is that of the live API. An absent network mode is `bridge`. cfn-lint: E3048.",
	Docs:     []rules.Link{apiPage("RegisterTaskDefinition"), fargatePage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		p.When(t.NetworkMode.Omitted(), t.NetworkMode, "task definition %s runs on Fargate and has no network mode", t)
		other := t.NetworkMode.NotBlank().And(t.NetworkMode.Is("awsvpc").Not())
		p.When(other, t.NetworkMode, "task definition %s runs on Fargate in network mode %s, not awsvpc", t, t.NetworkMode)
	}),
}
