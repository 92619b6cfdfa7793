package exposure

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var remoteAccessFromAnywhere = &rules.Rule{
	ID:       "EXPOSURE.4",
	Slug:     "remote-access-from-anywhere",
	Severity: rules.High,
	Title:    "SSH or RDP to tasks or instances is open to the world",
	Why: "The ports of SSH and RDP are scanned all the time. A weak or leaked password or key, or a fault of the " +
		"server, gives everybody a shell.",
	Fix: "Use ECS Exec or Session Manager, which need no open port. Else allow only the ranges of addresses that " +
		"administrators connect from.",
	Notes: "Looked at are the security groups of services and task sets with a network configuration, of instances, " +
		"of Auto Scaling groups of ECS container instances and of capacity providers with managed instances: rules " +
		"from `0.0.0.0/0` or `::/0` for port 22 or 3389 of TCP or UDP, or for all protocols. Network ACLs are EC2.21's.",
	Docs: docs,
	Check: onEndpoints(func(p *rules.Pass, e endpoint) {
		for _, g := range e.groups {
			for _, o := range openings(p.Model, g, coversRemoteAccess) {
				p.When(o.sure, o, "a security group of %s lets in SSH or RDP: it is open to %s", e.name, o)
			}
		}
	}),
}

// remoteAccess are the ports of SSH and RDP.
var remoteAccess = []int{22, 3389}

func coversRemoteAccess(r *model.SecurityGroupRule) value.Truth {
	out := value.No
	for _, port := range remoteAccess {
		out = out.Or(r.Covers("tcp", port)).Or(r.Covers("udp", port))
	}
	return out
}
