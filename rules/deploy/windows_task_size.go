package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var windowsTaskSize = &rules.Rule{
	ID:       "DEPLOY.38",
	Slug:     "windows-task-size",
	Severity: rules.Medium,
	Title:    "Windows task on an instance has CPU or memory of its own",
	Why:      "Tasks of Windows containers on instances have no `cpu` and `memory`: ECS does not apply them.",
	Fix:      "Set `cpu` and `memory` of the containers instead.",
	Notes: "AWS calls the parameters unsupported there; whether ECS refuses or ignores them was not seen. Fargate " +
		"needs them on Windows too.",
	Docs: []rules.Link{windowsPage, ec2Page},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onWindowsInstances(p, t) {
			return
		}
		for _, x := range []value.StringSetting{t.Cpu, t.Memory} {
			p.When(x.Set(), x, "task definition %s runs Windows on instances and has %s of its own", t, x.Name())
		}
	}),
}
