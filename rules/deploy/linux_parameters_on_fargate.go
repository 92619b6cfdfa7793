package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var linuxParametersOnFargate = &rules.Rule{
	ID:       "DEPLOY.68",
	Slug:     "linux-parameters-on-fargate",
	Severity: rules.High,
	Title:    "Linux parameter is invalid on Fargate",
	Why:      "ECS refuses the task definition.",
	Fix:      "Delete the parameter. The only capability that a task on Fargate can add is `SYS_PTRACE`.",
	Notes: "AWS documents the limits; the messages of the live API were not seen. `tmpfs`, which some pages still " +
		"call unsupported, works since January 2026.",
	Docs: []rules.Link{fargatePage, apiPage("LinuxParameters"), apiPage("KernelCapabilities")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		without(p, t, "Fargate", "devices", "sharedMemorySize")
		for c := range rules.Each(p, &t.Containers) {
			add := &c.LinuxParameters.AddCapabilities
			p.When(add.Complete.Not(), add, "not every capability of container %s is known", c)
			for _, x := range add.Items {
				p.When(x.NotBlank().And(x.In("SYS_PTRACE", "CAP_SYS_PTRACE").Not()), x, "container %s adds capability %s, which Fargate does not have", c, x)
			}
		}
	}),
}
