package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidAppProtocol = &rules.Rule{
	ID:       "DEPLOY.51",
	Slug:     "invalid-app-protocol",
	Severity: rules.High,
	Title:    "Application protocol of a port is misspelt",
	Why:      "ECS refuses the task definition.",
	Fix:      "Set `appProtocol` to `http`, `http2` or `grpc`, or delete it for plain TCP.",
	Notes: "AWS documents the values; the message of the live API was not seen. A value that is near to none of them " +
		"may be newer than this program: that is DEPLOY.201.",
	Docs: []rules.Link{apiPage("PortMapping")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for x := range eachPort(p, t) {
			p.When(misspelt(x.AppProtocol, appProtocols), x.AppProtocol,
				"appProtocol of a port of container %s is %s: ECS knows %s", x.of, x.AppProtocol, anyOf(appProtocols))
		}
	}),
}
