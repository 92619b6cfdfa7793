package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidProxy = &rules.Rule{
	ID:       "DEPLOY.94",
	Slug:     "invalid-proxy",
	Severity: rules.Medium,
	Title:    "Proxy of the task is invalid",
	Why: "A proxy is a container of the task, of type `APPMESH`, in network mode `awsvpc`: ECS refuses another " +
		"one.",
	Fix: "Name the container of the proxy in `containerName`, and set `networkMode` to `awsvpc`.",
	Notes: "AWS documents the required members. That the container has to exist, and the network mode, are common " +
		"knowledge; the messages of the live API were not seen.",
	Docs: []rules.Link{apiPage("ProxyConfiguration")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		proxy := &t.ProxyConfiguration
		if !p.Scope(proxy.Exists(), proxy) {
			return
		}
		name := proxy.ContainerName
		p.When(name.Omitted(), name, "the proxy of task definition %s is no container", t)
		p.When(name.NotBlank().And(t.HasContainer(name).Not()), name, "task definition %s has no container %s for its proxy", t, name)
		p.When(misspelt(proxy.Type, proxyTypes), proxy.Type, "the proxy of task definition %s is of type %s, not APPMESH", t, proxy.Type)
		p.When(t.NetworkMode.In("bridge", "host", "none"), t.NetworkMode, "task definition %s has a proxy in network mode %s", t, t.NetworkMode)
	}),
}
