package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var windowsVolumeDriver = &rules.Rule{
	ID:       "DEPLOY.232",
	Slug:     "windows-volume-driver",
	Severity: rules.Medium,
	Title:    "Docker volume on Windows has another driver than local",
	Why:      "On Windows Docker's volumes have the driver `local` only.",
	Fix:      "Set `driver` to `local`, or delete it.",
	Notes:    "AWS documents the limit; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("DockerVolumeConfiguration"), windowsPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onWindows(p, t) {
			return
		}
		for v := range rules.Each(p, &t.Volumes) {
			driver := v.Docker.Driver
			p.When(driver.NotBlank().And(driver.Is("local").Not()), driver, "volume %s of a Windows task has driver %s, not local", v, driver)
		}
	}),
}
