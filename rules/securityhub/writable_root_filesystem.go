package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var writableRootFilesystem = &rules.Rule{
	ID:       "ECS.5",
	Slug:     "writable-root-filesystem",
	Severity: rules.High,
	Title:    "Container can write to its root file system",
	Why: "Who takes over a process in the container can replace its programs and leave tools behind. A " +
		"read-only root file system makes both harder and shows which paths the program really writes.",
	Fix: "Set `readonlyRootFilesystem` to `true` in every container, and mount a volume for each path that " +
		"the program must write (on EC2 also a `tmpfs`).",
	Notes: "An absent `readonlyRootFilesystem` is `false` and fails. The control does not apply to Windows, " +
		"which has no such setting; an unset operating system is Linux.",
	Docs: []rules.Link{control("ECS.5"), configRule("ecs-containers-readonly-access")},
	Related: slices.Concat(
		nist("AC-2(1)", "AC-3", "AC-3(7)", "AC-3(15)", "AC-5", "AC-6"),
		pci3("7.1.1", "7.2.1", "7.2.2"),
		controlTower("CT.ECS.PR.6"),
	),
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Windows().Not(), t.RuntimePlatform.OperatingSystemFamily) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.ReadonlyRootFilesystem.Is(true).Not(), c.ReadonlyRootFilesystem,
				"container %s of task definition %s can write to its root file system", c, t).
				Fix(rules.Set(c.ReadonlyRootFilesystem, true))
		}
	}),
}
