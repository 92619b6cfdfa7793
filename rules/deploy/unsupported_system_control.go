package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unsupportedSystemControl = &rules.Rule{
	ID:       "DEPLOY.53",
	Slug:     "unsupported-system-control",
	Severity: rules.Medium,
	Title:    "Kernel parameter cannot be set for the container",
	Why: "A parameter of a namespace that the container shares with its host would change the host: ECS does not " +
		"set `net.` parameters in network mode `host`, and those of shared memory and message queues with the IPC " +
		"mode `host`. Windows has none of them.",
	Fix: "Delete the entry of `systemControls`, or give the task a namespace of its own.",
	Notes: "AWS calls them unsupported; whether ECS refuses or ignores them was not seen. What Fargate needs for " +
		"them is DEPLOY.231.",
	Docs: []rules.Link{apiPage("SystemControl")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			for s := range rules.Each(p, &c.SystemControls) {
				n := s.Namespace
				p.When(t.NetworkMode.Is("host").And(n.StartsWith("net.")), n, "container %s sets %s on the network of its host", c, n)
				p.When(t.IpcMode.Is("host").And(ofIPC(n)), n, "container %s sets %s in the IPC namespace of its host", c, n)
				p.When(t.Windows().And(n.NotBlank()), n, "container %s sets %s, but runs on Windows", c, n)
			}
		}
	}),
}

// ofIPC asks whether a parameter of the kernel is one of an IPC namespace. API
// Reference, SystemControl, November 2026.
func ofIPC(n value.StringSetting) value.Truth {
	t := value.No
	for _, prefix := range []string{"kernel.msg", "kernel.sem", "kernel.shm", "fs.mqueue."} {
		t = t.Or(n.StartsWith(prefix))
	}
	return t
}
