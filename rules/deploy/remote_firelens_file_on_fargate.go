package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var remoteFirelensFileOnFargate = &rules.Rule{
	ID:       "DEPLOY.70",
	Slug:     "remote-firelens-file-on-fargate",
	Severity: rules.High,
	Title:    "Log router on Fargate reads its configuration from S3",
	Why:      "No task starts: \"The specified platform does not satisfy the task definition's required capabilities\".",
	Fix:      "Put the file into the image of the log router, and set `config-file-type` to `file`.",
	Notes:    "The message is that of the live API when a task is run.",
	Docs:     []rules.Link{apiPage("FirelensConfiguration"), guidePage("Custom configuration files for FireLens", "firelens-taskdef")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			file := c.Firelens.Options.Get("config-file-type")
			p.When(file.Is("s3"), file, "log router %s reads its configuration from S3, which Fargate does not support", c)
		}
	}),
}
