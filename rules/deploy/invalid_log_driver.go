package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidLogDriver = &rules.Rule{
	ID:       "DEPLOY.80",
	Slug:     "invalid-log-driver",
	Severity: rules.High,
	Title:    "Log driver is misspelt",
	Why:      "ECS refuses the task definition.",
	Fix:      "Use `awslogs`, `splunk` or `awsfirelens`, or on instances one of the drivers that Docker has.",
	Notes: "AWS documents the drivers; the message of the live API was not seen. A driver that is near to none of " +
		"them may be newer than this program: that is DEPLOY.201.",
	Docs: []rules.Link{apiPage("LogConfiguration")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			driver := c.LogConfiguration.LogDriver
			p.When(misspelt(driver, logDrivers), driver, "log driver of container %s is %s: ECS knows %s", c, driver, anyOf(logDrivers))
		}
	}),
}
