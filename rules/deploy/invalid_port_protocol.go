package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidPortProtocol = &rules.Rule{
	ID:       "DEPLOY.46",
	Slug:     "invalid-port-protocol",
	Severity: rules.Low,
	Title:    "Protocol of a port is misspelt",
	Why:      "ECS knows `tcp` and `udp`. It may refuse another protocol, or take `tcp` in its place.",
	Fix:      "Set `protocol` to `tcp` or `udp`.",
	Notes: "AWS documents the values, and the console refuses others. The live API was seen to replace one by `tcp` " +
		"in 2018, and much code that is deployed has capitals. A value that is near to none of them may be newer " +
		"than this program: that is DEPLOY.201.",
	Docs: []rules.Link{apiPage("PortMapping")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for x := range eachPort(p, t) {
			p.When(misspelt(x.Protocol, portProtocols), x.Protocol,
				"protocol of a port of container %s is %s: ECS knows %s", x.of, x.Protocol, anyOf(portProtocols))
		}
	}),
}
