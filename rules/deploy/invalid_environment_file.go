package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidEnvironmentFile = &rules.Rule{
	ID:       "DEPLOY.20",
	Slug:     "invalid-environment-file",
	Severity: rules.High,
	Title:    "Environment file is none that ECS reads",
	Why:      "ECS takes up to 10 files for a container, of type `s3`, whose names end in `.env`.",
	Fix:      "Upload the file as an object whose name ends in `.env`, and give its ARN.",
	Notes: "AWS documents the limits; the messages of the live API were not seen. A type that is not near to `s3` " +
		"may be newer than this program: that is DEPLOY.201.",
	Docs: []rules.Link{apiPage("EnvironmentFile"), guidePage("Pass environment variables to a container", "use-environment-file")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.EnvironmentFiles.Count().Above(value.Exactly(maxEnvironmentFiles)), &c.EnvironmentFiles,
				"container %s has more than %d environment files", c, maxEnvironmentFiles)
			for f := range rules.Each(p, &c.EnvironmentFiles) {
				p.When(f.Type.Set().Not().Or(misspelt(f.Type, environmentFileTypes)), f.Type,
					"type of environment file %s of container %s is %s, not s3", f.Value, c, f.Type)
				p.When(f.Value.NotBlank().And(f.Value.EndsWith(".env").Not()), f.Value,
					"name of environment file %s of container %s does not end in .env", f.Value, c)
			}
		}
	}),
}

// maxEnvironmentFiles is how many a container can have. Developer Guide, "Pass
// environment variables to a container", November 2026.
const maxEnvironmentFiles = 10
