package deploy

import (
	"github.com/ecslint/ecslint/rules"
)

var hostPortDiffersInAwsvpc = &rules.Rule{
	ID:       "DEPLOY.41",
	Slug:     "host-port-differs-in-awsvpc",
	Severity: rules.High,
	Title:    "Host port differs from the container port in network mode awsvpc",
	Why: "ECS refuses the task definition: \"When networkMode=awsvpc, the host ports and container ports in port " +
		"mappings must match\".",
	Fix: "Delete `hostPort`: the task has a network interface of its own.",
	Notes: "The message is that of the live API. A `hostPort` of 0, which Terraform leaves out, is passed over. " +
		"cfn-lint: E3053.",
	Docs:  []rules.Link{apiPage("PortMapping"), fargatePage},
	Check: hostPortDiffers("awsvpc"),
}
