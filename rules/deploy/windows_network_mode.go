package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var windowsNetworkMode = &rules.Rule{
	ID:       "DEPLOY.54",
	Slug:     "windows-network-mode",
	Severity: rules.Medium,
	Title:    "Windows task on an instance has a network mode of Linux",
	Why: "Windows containers on instances are on the NAT of Docker, or have an interface of their own: there is no " +
		"`bridge`, `host` or `none`.",
	Fix:   "Delete `networkMode`, or set it to `awsvpc`.",
	Notes: "AWS documents `default` and `awsvpc`; the message of the live API was not seen.",
	Docs:  []rules.Link{windowsPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onWindowsInstances(p, t) {
			return
		}
		p.When(t.NetworkMode.In("bridge", "host", "none"), t.NetworkMode,
			"task definition %s runs Windows on instances in network mode %s", t, t.NetworkMode)
	}),
}
