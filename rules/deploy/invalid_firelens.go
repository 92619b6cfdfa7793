package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidFirelens = &rules.Rule{
	ID:       "DEPLOY.27",
	Slug:     "invalid-firelens",
	Severity: rules.High,
	Title:    "Type of a log router is missing or misspelt",
	Why:      "ECS refuses a log router whose type it does not know.",
	Fix:      "Set `type` to `fluentbit` or `fluentd`, and `config-file-type` to `s3` or `file`.",
	Notes: "AWS documents the values; the message of the live API was not seen. A value that is near to none of them " +
		"may be newer than this program: that is DEPLOY.201.",
	Docs: []rules.Link{apiPage("FirelensConfiguration"), guidePage("Send Amazon ECS logs to an AWS service or AWS Partner", "using_firelens")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			f := &c.Firelens
			p.When(f.Exists().And(f.Type.Set().Not()), f.Type, "log router %s has no type", c)
			p.When(misspelt(f.Type, firelensTypes), f.Type, "log router %s is of type %s: ECS knows %s", c, f.Type, anyOf(firelensTypes))
			file := f.Options.Get("config-file-type")
			p.When(misspelt(file, firelensConfigFileTypes), file,
				"config-file-type of log router %s is %s: ECS knows %s", c, file, anyOf(firelensConfigFileTypes))
		}
	}),
}
