package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var logDriverOnFargate = &rules.Rule{
	ID:       "DEPLOY.69",
	Slug:     "log-driver-on-fargate",
	Severity: rules.High,
	Title:    "Log driver does not exist on Fargate",
	Why:      "ECS refuses the task definition: Fargate has `awslogs`, `splunk` and `awsfirelens`.",
	Fix:      "Use `awslogs`, `splunk`, or `awsfirelens` with a log router for everything else.",
	Notes:    "AWS documents the drivers; the message of the live API was not seen. cfn-lint: E3048 and E3713.",
	Docs:     []rules.Link{apiPage("LogConfiguration"), fargatePage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			driver := c.LogConfiguration.LogDriver
			p.When(driver.In(driversOfDocker...), driver, "container %s uses log driver %s, which Fargate does not have", c, driver)
		}
	}),
}
