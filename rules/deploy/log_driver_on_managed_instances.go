package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var logDriverOnManagedInstances = &rules.Rule{
	ID:       "DEPLOY.81",
	Slug:     "log-driver-on-managed-instances",
	Severity: rules.Medium,
	Title:    "Log driver does not exist on managed instances",
	Why:      "Instances that ECS manages have `awslogs`, `splunk`, `awsfirelens` and `json-file`.",
	Fix:      "Use one of these drivers.",
	Notes: "The guide lists three drivers; the API's model has `json-file` too since November 2026. The message of " +
		"the live API was not seen.",
	Docs: []rules.Link{apiPage("LogConfiguration"), managedPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onManagedInstances(p, t) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			driver := c.LogConfiguration.LogDriver
			p.When(driver.In(driversOfDocker...).And(driver.Is("json-file").Not()), driver,
				"container %s uses log driver %s, which managed instances do not have", c, driver)
		}
	}),
}
