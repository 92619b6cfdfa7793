package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var efsAccessWithoutEncryption = &rules.Rule{
	ID:       "DEPLOY.87",
	Slug:     "efs-access-without-encryption",
	Severity: rules.High,
	Title:    "EFS volume has an access point or IAM, but no encryption in transit",
	Why:      "ECS refuses the task definition: access points and IAM authorization of EFS need encryption in transit.",
	Fix:      "Set `transitEncryption` to `ENABLED`.",
	Notes:    "AWS documents the need; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("EFSAuthorizationConfig"), apiPage("EFSVolumeConfiguration")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Volumes.Any((*model.Volume).OnEfs), &t.Volumes) {
			return
		}
		for v := range rules.Each(p, &t.Volumes) {
			plain := withEncryption(v).Not()
			p.When(plain.And(v.Efs.AccessPointId.NotBlank()), v.Efs.AccessPointId, "volume %s has an access point, but is not encrypted in transit", v)
			p.When(plain.And(v.Efs.Iam.Is("ENABLED")), v.Efs.Iam, "volume %s uses IAM authorization, but is not encrypted in transit", v)
		}
	}),
}
