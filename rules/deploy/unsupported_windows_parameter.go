package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unsupportedWindowsParameter = &rules.Rule{
	ID:       "DEPLOY.92",
	Slug:     "unsupported-windows-parameter",
	Severity: rules.Medium,
	Title:    "Parameter is not supported by Windows on instances",
	Why:      "ECS refuses parameters of Linux for Windows containers, or ignores them.",
	Fix:      "Delete the parameter.",
	Notes: "AWS calls the parameters unsupported; whether ECS refuses or ignores each of them was not seen. Its " +
		"pages disagree on `user`, which ECS.21 demands, and on Docker volumes: both are passed over. CPU and " +
		"memory of the task are DEPLOY.38, kernel parameters DEPLOY.53.",
	Docs: []rules.Link{windowsPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onWindowsInstances(p, t) {
			return
		}
		for _, mode := range []value.StringSetting{t.PidMode, t.IpcMode} {
			p.When(mode.NotBlank(), mode, "task definition %s has %s, which Windows does not have", t, mode.Name())
		}
		p.When(t.ProxyConfiguration.Exists(), &t.ProxyConfiguration, "task definition %s has a proxy, which Windows does not have", t)
		without(p, t, "Windows", "disableNetworking", "dnsServers", "dnsSearchDomains", "extraHosts", "links",
			"linuxParameters", "privileged", "readonlyRootFilesystem", "ulimits")
	}),
}
