package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidLogMode = &rules.Rule{
	ID:       "DEPLOY.86",
	Slug:     "invalid-log-mode",
	Severity: rules.High,
	Title:    "Delivery mode of logs is misspelt",
	Why:      "ECS refuses the task definition.",
	Fix:      "Set the option `mode` to `blocking` or `non-blocking`.",
	Notes: "AWS documents the values; the message of the live API was not seen. A value that is near to none of them " +
		"may be newer than this program: that is DEPLOY.201.",
	Docs: []rules.Link{apiPage("LogConfiguration")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			mode := c.LogConfiguration.Options.Get("mode")
			p.When(misspelt(mode, logModes), mode, "log mode of container %s is %s: ECS knows %s", c, mode, anyOf(logModes))
		}
	}),
}
