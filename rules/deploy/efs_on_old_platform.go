package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var efsOnOldPlatform = &rules.Rule{
	ID:       "DEPLOY.76",
	Slug:     "efs-on-old-platform",
	Severity: rules.Medium,
	Title:    "Platform version is too old for EFS volumes",
	Why:      "Fargate mounts EFS volumes from platform version 1.4.0 on.",
	Fix:      "Delete `platformVersion`, or set it to `LATEST`.",
	Notes:    "AWS documents the version; the message of the live API was not seen.",
	Docs:     []rules.Link{efsPage, platformsPage},
	Check: needsPlatform("1.4.0", feature{"the EFS volumes", func(t *model.TaskDefinition) value.Truth {
		return t.Volumes.Any((*model.Volume).OnEfs)
	}}),
}
