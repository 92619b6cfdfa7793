package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var incompleteEBSVolume = &rules.Rule{
	ID:       "DEPLOY.270",
	Slug:     "incomplete-ebs-volume",
	Severity: rules.High,
	Title:    "Volume in Amazon EBS has no role, or neither size nor snapshot",
	Why:      "ECS refuses the service: it makes the volume with a role, of a size or from a snapshot.",
	Fix:      "Set `roleArn`, and `sizeInGiB` or `snapshotId`.",
	Notes: "The live API's refusal of a volume without size and snapshot is on record. AWS documents that the role " +
		"is needed.",
	Docs: []rules.Link{apiPage("ServiceManagedEBSVolumeConfiguration")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		for v := range rules.Each(p, &s.VolumeConfigurations) {
			exists := v.Ebs.Exists()
			p.When(exists.And(model.Lacks(v.Ebs.RoleArn)), &v.Ebs, "volume %s of service %s has no role", v.Name, s)
			p.When(exists.And(v.Ebs.SizeInGiB.Omitted()).And(model.Lacks(v.Ebs.SnapshotId)), &v.Ebs, "volume %s of service %s has neither size nor snapshot", v.Name, s)
		}
	}),
}
