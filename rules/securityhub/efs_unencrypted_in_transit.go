package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var efsUnencryptedInTransit = &rules.Rule{
	ID:       "ECS.18",
	Slug:     "efs-unencrypted-in-transit",
	Severity: rules.Medium,
	Title:    "EFS volume is not encrypted in transit",
	Why: "What the task reads and writes crosses the network in clear text. Without encryption there is no " +
		"IAM authorization for the file system either.",
	Fix: "Set `transitEncryption` to `ENABLED` in every `efsVolumeConfiguration`. Leave " +
		"`transitEncryptionPort` unset unless a firewall needs it.",
	Notes: "An absent `transitEncryption` is `DISABLED`. Volumes count also if no container mounts them. The " +
		"control does not apply to task definitions without an EFS volume; one that is mounted through a " +
		"Docker volume plug-in is not looked at.",
	Docs: []rules.Link{control("ECS.18"), configRule("ecs-task-definition-efs-encryption-enabled")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Volumes.Any((*model.Volume).OnEfs), &t.Volumes) {
			return
		}
		for v := range rules.Each(p, &t.Volumes) {
			encryption := v.Efs.TransitEncryption
			p.When(v.OnEfs().And(encryption.Is("ENABLED").Not()), encryption,
				"volume %s of task definition %s is not encrypted in transit", v, t).
				Fix(rules.Set(encryption, "ENABLED"))
		}
	}),
}
