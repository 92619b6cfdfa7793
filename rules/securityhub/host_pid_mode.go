package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var hostPidMode = &rules.Rule{
	ID:       "ECS.3",
	Slug:     "host-pid-mode",
	Severity: rules.High,
	Title:    "Task shares the process namespace of its host",
	Why: "Containers that see the processes of the host can read their environment and arguments, and as " +
		"root signal them: the isolation from other tasks on the instance is gone.",
	Fix: "Delete `pidMode`, or set it to `task` where the containers of one task have to see each other's " +
		"processes, as monitoring sidecars do.",
	Notes: "An empty `pidMode` counts as absent, though the proactive control CT.ECS.PR.10 rejects it.",
	Docs:  []rules.Link{control("ECS.3"), configRule("ecs-task-definition-pid-mode-check")},
	Related: slices.Concat(
		nist("CA-9(1)", "CM-2"),
		pci3("1.3.7"),
		controlTower("CT.ECS.PR.10"),
	),
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		p.When(t.PidMode.Is("host"), t.PidMode, "task definition %s shares the process namespace of its host", t).
			Fix(rules.Set(t.PidMode, "task"))
	}),
}
