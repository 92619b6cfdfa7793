package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var privilegedContainer = &rules.Rule{
	ID:       "ECS.4",
	Slug:     "privileged-container",
	Severity: rules.High,
	Title:    "Container runs in privileged mode",
	Why: "A privileged container has the capabilities of root on the container instance: a break-out reaches " +
		"the host and every other task on it. Fargate and Windows refuse such containers.",
	Fix: "Delete `privileged`, and add the few kernel capabilities that are needed under " +
		"`linuxParameters.capabilities.add`.",
	Docs: []rules.Link{control("ECS.4"), configRule("ecs-containers-nonprivileged")},
	Related: slices.Concat(
		nist("AC-2(1)", "AC-3", "AC-3(7)", "AC-3(15)", "AC-5", "AC-6"),
		pci3("7.1.1", "7.2.1", "7.2.2"),
		controlTower("CT.ECS.PR.11"),
	),
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			unsafe := t.NetworkMode.Is("host").And(c.NonRootUser().Not()) // ECS.1 accepts it for its privilege
			p.When(c.Privileged.Is(true), c.Privileged, "container %s of task definition %s is privileged", c, t).
				FixIf(unsafe.Not(), rules.Set(c.Privileged, false))
		}
	}),
}
