package deploy

import (
	"github.com/ecslint/ecslint/rules"
)

var hostPortDiffersOnHost = &rules.Rule{
	ID:       "DEPLOY.42",
	Slug:     "host-port-differs-on-host",
	Severity: rules.High,
	Title:    "Host port differs from the container port on the host's network",
	Why: "Containers on the network of the host have no ports of their own that something could map: ECS refuses " +
		"the task definition.",
	Fix:   "Delete `hostPort`, or set it to the container port.",
	Notes: "AWS documents it; the message of the live API was not seen. A `hostPort` of 0 is passed over.",
	Docs:  []rules.Link{apiPage("PortMapping"), ec2Page},
	Check: hostPortDiffers("host"),
}
