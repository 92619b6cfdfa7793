package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var ipcModeOnFargate = &rules.Rule{
	ID:       "DEPLOY.66",
	Slug:     "ipc-mode-on-fargate",
	Severity: rules.High,
	Title:    "Fargate task has an IPC mode",
	Why:      "ECS refuses the task definition: \"Tasks using the Fargate launch type do not support ipcMode\".",
	Fix:      "Delete `ipcMode`.",
	Notes:    "The message is that of the live API.",
	Docs:     []rules.Link{fargatePage, apiPage("RegisterTaskDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		p.When(t.IpcMode.NotBlank(), t.IpcMode, "task definition %s runs on Fargate and has IPC mode %s", t, t.IpcMode)
	}),
}
