package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var hostNetworkMode = &rules.Rule{
	ID:       "ECS.17",
	Slug:     "host-network-mode",
	Severity: rules.Medium,
	Title:    "Task uses the network of its host",
	Why: "The containers share the interfaces of the instance: no security group stands between them and it, " +
		"services that listen on the loopback address are open to them, and ports of different tasks " +
		"collide.",
	Fix: "Use the network mode `awsvpc`, or `bridge` on Linux instances. A service needs a " +
		"`networkConfiguration` when its tasks move to `awsvpc`.",
	Notes:   "Users and privileges of the containers do not matter, unlike in ECS.1. An absent network mode is never `host`.",
	Docs:    []rules.Link{control("ECS.17"), configRule("ecs-task-definition-network-mode-not-host")},
	Related: nist("AC-2(1)", "AC-3", "AC-3(7)", "AC-3(15)", "AC-5", "AC-6"),
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		p.When(t.NetworkMode.Is("host"), t.NetworkMode, "task definition %s uses the network of its host", t)
	}),
}
