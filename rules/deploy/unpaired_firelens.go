package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unpairedFirelens = &rules.Rule{
	ID:       "DEPLOY.210",
	Slug:     "unpaired-firelens",
	Severity: rules.High,
	Title:    "Log router without users, or users without a log router",
	Why: "ECS refuses the task definition: \"When a firelensConfiguration object is specified, at least one " +
		"container has to be configured with the awsfirelens log driver\", or \"When awsfirelens log driver is " +
		"specified in log configuration, a firelens configuration object must be configured in one of the " +
		"containers\".",
	Fix: "Use the log driver `awsfirelens` in the containers whose logs the router sends, or delete " +
		"`firelensConfiguration`. The other way round, add a container with a `firelensConfiguration`.",
	Notes: "The messages are those of the live API.",
	Docs:  []rules.Link{apiPage("FirelensConfiguration"), guidePage("Send Amazon ECS logs to an AWS service or AWS Partner", "using_firelens")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		router := t.Containers.Any(func(c *model.Container) value.Truth { return c.Firelens.Exists() })
		user := t.Containers.Any(usesFirelens)
		if !p.Scope(router.Or(user), &t.Containers) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.Firelens.Exists().And(user.Not()), &c.Firelens, "no container of task definition %s sends its logs to log router %s", t, c)
			p.When(usesFirelens(c).And(router.Not()), c.LogConfiguration.LogDriver,
				"container %s sends its logs to a log router, which task definition %s does not have", c, t)
		}
	}),
}

// usesFirelens asks whether a container sends its logs to a log router.
func usesFirelens(c *model.Container) value.Truth {
	return c.LogConfiguration.LogDriver.Is("awsfirelens")
}
