package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var blockingLogDriver = &rules.Rule{
	ID:       "DEPLOY.302",
	Slug:     "blocking-log-driver",
	Severity: rules.Low,
	Title:    "Container waits for its log",
	Why:      "With `mode` of `blocking` a container stops while CloudWatch Logs does not take what it writes.",
	Fix:      "Delete `mode`, or set it to `non-blocking`.",
	Notes:    "The default is `non-blocking` since June 2025, unless the account sets another one.",
	Profile:  "operations",
	Docs:     []rules.Link{apiPage("LogConfiguration"), awslogsPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			mode := c.LogConfiguration.Options.Get("mode")
			p.When(c.LogConfiguration.LogDriver.Is("awslogs").And(mode.Is("blocking")), mode, "container %s waits for its log", c)
		}
	}),
}
