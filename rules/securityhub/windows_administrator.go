package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var windowsAdministrator = &rules.Rule{
	ID:       "ECS.21",
	Slug:     "windows-administrator",
	Severity: rules.Medium,
	Title:    "Windows container runs as administrator or names no user",
	Why: "`ContainerAdministrator`, the default of most Windows images, may change everything inside the " +
		"container and reaches further than other accounts when it breaks out.",
	Fix: "Set `user` to `ContainerUser` or another account without privileges, and always set " +
		"`runtimePlatform.operatingSystemFamily`.",
	Notes: "AWS applies the control to an unset operating system too, where ECS.20 judges the same containers " +
		"as Linux; set `unsetOperatingSystem` to follow it. Other pages of AWS call `user` unsupported on " +
		"Windows: where ECS refuses it, set the user in the image and switch this rule off.",
	Docs: []rules.Link{control("ECS.21"), configRule("ecs-task-definition-windows-user-non-admin")},
	Params: []rules.Param{{
		Name:    "unsetOperatingSystem",
		About:   "`true` to look at task definitions without an operating system too, as AWS does",
		Default: []string{"false"},
	}},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		system := t.RuntimePlatform.OperatingSystemFamily
		inScope := t.Windows()
		if p.Bool("unsetOperatingSystem") {
			inScope = inScope.Or(system.NotBlank().Not())
		}
		if !p.Scope(inScope, system) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.NonAdministratorUser().Not(), c.User, "container %s of task definition %s %s", c, t, runsAs(c))
		}
	}),
}
