package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var taskSetPublicIP = &rules.Rule{
	ID:       "ECS.16",
	Slug:     "task-set-public-ip",
	Severity: rules.High,
	Title:    "Task set gives its tasks public IP addresses",
	Why: "A task with a public address can be reached from the internet as soon as one security group rule " +
		"allows it.",
	Fix: "Set `assignPublicIp` to `DISABLED` (Terraform: `assign_public_ip = false`). Place the tasks in " +
		"private subnets with a load balancer in front. In CloudFormation the change replaces the task set.",
	Notes: "An absent `assignPublicIp` is `DISABLED`. The control does not apply to task sets without an " +
		"`awsvpcConfiguration`.",
	Docs:    []rules.Link{control("ECS.16")},
	Related: pci4("1.4.4"),
	Check: rules.On(func(p *rules.Pass, s *model.TaskSet) {
		if !p.Scope(s.Network.Exists(), &s.Network) {
			return
		}
		ip := s.Network.AssignPublicIp
		p.When(ip.Is("ENABLED"), ip, "task set %s assigns public IP addresses to its tasks", s).
			Fix(rules.Set(ip, "DISABLED"))
	}),
}
