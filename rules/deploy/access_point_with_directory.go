package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var accessPointWithDirectory = &rules.Rule{
	ID:       "DEPLOY.88",
	Slug:     "access-point-with-directory",
	Severity: rules.High,
	Title:    "EFS volume has an access point and a directory",
	Why: "An access point sets the directory: ECS refuses a task definition in which `rootDirectory` is anything " +
		"but `/`.",
	Fix:   "Delete `rootDirectory`.",
	Notes: "The refusal by the live API is on record. A `rootDirectory` of `/`, which Terraform fills in, is fine.",
	Docs:  []rules.Link{apiPage("EFSAuthorizationConfig"), apiPage("EFSVolumeConfiguration")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Volumes.Any((*model.Volume).OnEfs), &t.Volumes) {
			return
		}
		for v := range rules.Each(p, &t.Volumes) {
			directory := v.Efs.RootDirectory
			other := directory.NotBlank().And(directory.Is("/").Not())
			p.When(v.Efs.AccessPointId.NotBlank().And(other), directory, "volume %s has an access point and directory %s", v, directory)
		}
	}),
}
