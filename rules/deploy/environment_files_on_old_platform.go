package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var environmentFilesOnOldPlatform = &rules.Rule{
	ID:       "DEPLOY.205",
	Slug:     "environment-files-on-old-platform",
	Severity: rules.Medium,
	Title:    "Platform version is too old for environment files",
	Why:      "Fargate reads environment files from platform version 1.4.0 on.",
	Fix:      "Delete `platformVersion`, or set it to `LATEST`.",
	Notes:    "AWS documents the version; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("EnvironmentFile"), platformsPage},
	Check: needsPlatform("1.4.0", feature{"the environment files", func(t *model.TaskDefinition) value.Truth {
		return t.Containers.Any(func(c *model.Container) value.Truth { return c.EnvironmentFiles.NotEmpty() })
	}}),
}
