package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var conflictingVolumeKinds = &rules.Rule{
	ID:       "DEPLOY.26",
	Slug:     "conflicting-volume-kinds",
	Severity: rules.High,
	Title:    "Volume is of several kinds at once",
	Why: "ECS refuses the task definition: a volume has one of `host`, `dockerVolumeConfiguration`, " +
		"`efsVolumeConfiguration`, `fsxWindowsFileServerVolumeConfiguration`, `s3filesVolumeConfiguration` and " +
		"`configuredAtLaunch`.",
	Fix: "Keep one of them, and declare another volume for each of the others.",
	Notes: "AWS documents that a volume may have one of them only; the message of the live API was not seen. A " +
		"`host` without `sourcePath` does not count.",
	Docs: []rules.Link{apiPage("Volume")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for v := range rules.Each(p, &t.Volumes) {
			p.When(kindsOf(v).Above(value.Exactly(1)), v, "volume %s of task definition %s is of several kinds", v, t)
		}
	}),
}

// kindsOf is the number of kinds that a volume is of.
func kindsOf(v *model.Volume) value.Span {
	n := value.Exactly(0)
	for _, is := range []value.Truth{
		v.SourcePath.NotBlank(), v.ConfiguredAtLaunch.Is(true),
		v.Docker.Exists(), v.Efs.Exists(), v.Fsx.Exists(), v.S3Files.Exists(),
	} {
		n = n.Plus(value.Exactly(1).If(is))
	}
	return n
}
