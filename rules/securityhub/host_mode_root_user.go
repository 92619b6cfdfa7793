package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var hostModeRootUser = &rules.Rule{
	ID:       "ECS.1",
	Slug:     "host-mode-root-user",
	Severity: rules.High,
	Title:    "Container in the host's network runs as root or names no user",
	Why: "With the network mode `host` a container uses the network of its container instance. As root it " +
		"can open any port there and listen to the traffic of other tasks and of the agent.",
	Fix: "Use the network mode `awsvpc`, or `bridge` on Linux instances. Where `host` cannot be avoided, set " +
		"a `user` other than root in every container.",
	Notes: "A privileged container satisfies this control, which looks for elevation that was not intended; " +
		"ECS.4 reports it. A group of root, as in `app:root`, is not root. An absent network mode is never " +
		"`host`.",
	Retired: "AWS retired this control in 2026 and points to ECS.4, ECS.17, ECS.20 and ECS.21 instead. " +
		"The AWS Config rule behind it still exists.",
	Docs: []rules.Link{
		configRule("ecs-task-definition-user-for-host-mode-check"),
		{
			Title: "Change log for Security Hub controls",
			URL:   "https://docs.aws.amazon.com/securityhub/latest/userguide/controls-change-log.html",
		},
	},
	Related: slices.Concat(
		nist("AC-2(1)", "AC-3", "AC-3(7)", "AC-3(15)", "AC-5", "AC-6"),
		pci3("7.1.1", "7.1.2", "7.2.1", "7.2.2"),
		controlTower("CT.ECS.PR.8"),
	),
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.NetworkMode.Is("host"), t.NetworkMode) || !p.Scope(t.Containers.NotEmpty(), &t.Containers) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			chosen := c.Privileged.Is(true)
			p.When(chosen.Or(c.NonRootUser()).Not(), c.User,
				"container %s of task definition %s uses the host's network and %s", c, t, runsAs(c))
		}
	}),
}

// runsAs says in a message as whom a container runs.
func runsAs(c *model.Container) string {
	if c.User.NotBlank() == value.No {
		return "sets no user"
	}
	return "runs as user " + c.User.String()
}
