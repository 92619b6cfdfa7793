package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var volumeWithoutTaskRole = &rules.Rule{
	ID:       "DEPLOY.90",
	Slug:     "volume-without-task-role",
	Severity: rules.Medium,
	Title:    "Volume needs a task role that the task definition lacks",
	Why: "It is the task role that mounts an S3 Files volume, or an EFS volume with IAM authorization: without one " +
		"the mount is denied.",
	Fix:   "Set `taskRoleArn` to a role that may mount the file system.",
	Notes: "AWS documents the need for S3 Files. For EFS it is inferred: the message of the live API was not seen.",
	Docs:  []rules.Link{apiPage("EFSAuthorizationConfig"), efsPage, guidePage("Task IAM role", "task-iam-roles")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Volumes.Any(byTaskRole), &t.Volumes) {
			return
		}
		p.When(t.TaskRoleArn.Omitted(), t.TaskRoleArn, "volumes of task definition %s are mounted by the task role, but it has none", t)
	}),
}

// byTaskRole asks whether a volume is mounted by the task role.
func byTaskRole(v *model.Volume) value.Truth { return v.S3Files.Exists().Or(v.Efs.Iam.Is("ENABLED")) }
