package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var rootUser = &rules.Rule{
	ID:       "ECS.20",
	Slug:     "root-user",
	Severity: rules.Medium,
	Title:    "Linux container runs as root or names no user",
	Why: "Root in a container is root on the host as soon as a flaw in the runtime or the kernel lets it " +
		"out, and it may change everything inside.",
	Fix: "Set `user` to a numeric ID other than 0, such as `\"1000:1000\"`, in every container, and make sure " +
		"that this user may write to mounted paths.",
	Notes: "The `USER` of the image does not count. Root are `root` and `0`, with or without a group; a group " +
		"of root, as in `app:root`, is not. The control does not apply to Windows; an unset operating " +
		"system is Linux.",
	Docs:    []rules.Link{control("ECS.20"), configRule("ecs-task-definition-linux-user-non-root")},
	Related: controlTower("CT.ECS.PR.3"),
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Windows().Not(), t.RuntimePlatform.OperatingSystemFamily) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.NonRootUser().Not(), c.User, "container %s of task definition %s %s", c, t, runsAs(c))
		}
	}),
}
