package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var unsupportedOnManagedInstances = &rules.Rule{
	ID:       "DEPLOY.93",
	Slug:     "unsupported-on-managed-instances",
	Severity: rules.Medium,
	Title:    "Parameter is not supported on managed instances",
	Why:      "ECS refuses parameters that instances which it manages do not have, or ignores them.",
	Fix:      "Delete the parameter, or run the task on instances of your own.",
	Notes: "AWS calls the parameters unsupported; whether ECS refuses or ignores each of them was not seen. " +
		"Ephemeral storage is DEPLOY.72, `extraHosts` DEPLOY.52.",
	Docs: []rules.Link{managedPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onManagedInstances(p, t) {
			return
		}
		p.When(t.ProxyConfiguration.Exists(), &t.ProxyConfiguration, "task definition %s has a proxy, which managed instances do not have", t)
		p.When(t.InferenceAccelerators.NotEmpty(), &t.InferenceAccelerators,
			"task definition %s has inference accelerators, which managed instances do not have", t)
		for v := range rules.Each(p, &t.Volumes) {
			p.When(v.Docker.Exists(), &v.Docker, "volume %s is a Docker volume, which managed instances do not have", v)
			p.When(v.Fsx.Exists(), &v.Fsx, "volume %s is in FSx for Windows, which managed instances do not have", v)
		}
		without(p, t, "managed instances", "dockerSecurityOptions", "disableNetworking", "links", "hostname", "dnsServers",
			"maxSwap", "swappiness", "sharedMemorySize")
	}),
}
