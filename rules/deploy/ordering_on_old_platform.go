package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var orderingOnOldPlatform = &rules.Rule{
	ID:       "DEPLOY.15",
	Slug:     "ordering-on-old-platform",
	Severity: rules.Medium,
	Title:    "Platform version is too old for dependencies of containers",
	Why:      "Fargate orders containers from platform version 1.3.0 on.",
	Fix:      "Delete `platformVersion`, or set it to `LATEST`.",
	Notes: "AWS documents the version; the message of the live API was not seen. Task definitions that " +
		"CloudFormation deploys by CodeDeploy cannot have `dependsOn` either, which is not checked.",
	Docs: []rules.Link{parametersPage, platformsPage},
	Check: needsPlatform("1.3.0", feature{"the dependencies", func(t *model.TaskDefinition) value.Truth {
		return t.Containers.Any(func(c *model.Container) value.Truth { return c.DependsOn.NotEmpty() })
	}}),
}
