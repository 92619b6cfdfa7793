package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var timeoutOutOfRange = &rules.Rule{
	ID:       "DEPLOY.73",
	Slug:     "timeout-out-of-range",
	Severity: rules.High,
	Title:    "Start or stop timeout is out of range on Fargate",
	Why:      "ECS refuses the task definition.",
	Fix:      "Set `startTimeout` and `stopTimeout` to 2 to 120 seconds, or delete them.",
	Notes:    "AWS documents the range; the message of the live API was not seen. A timeout of 0 is passed over.",
	Docs:     []rules.Link{apiPage("ContainerDefinition"), parametersPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			for _, x := range []value.IntSetting{c.StartTimeout, c.StopTimeout} {
				p.When(outside(x, 2, 120).And(x.Is(0).Not()), x, "%s of container %s is %s, not 2 to 120 seconds", x.Name(), c, x)
			}
		}
	}),
}
