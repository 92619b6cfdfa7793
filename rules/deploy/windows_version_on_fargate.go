package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var windowsVersionOnFargate = &rules.Rule{
	ID:       "DEPLOY.74",
	Slug:     "windows-version-on-fargate",
	Severity: rules.Medium,
	Title:    "Windows version does not run on Fargate",
	Why:      "Fargate has Windows Server 2019 and 2022, on X86_64 only.",
	Fix:      "Use a newer `operatingSystemFamily`, and leave `cpuArchitecture` at `X86_64`.",
	Notes: "The families are those of the Developer Guide of November 2026; the API knows more. The year 2025, which " +
		"the API knows and the page does not have, is passed over.",
	Docs: []rules.Link{fargatePage, apiPage("RuntimePlatform")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) {
			return
		}
		system, processor := t.RuntimePlatform.OperatingSystemFamily, t.RuntimePlatform.CpuArchitecture
		if !onWindows(p, t) {
			return
		}
		p.When(system.In(oldWindows...), system, "task definition %s needs %s, which Fargate does not have", t, system)
		p.When(processor.Is("ARM64"), processor, "task definition %s needs Windows on ARM64, which Fargate does not have", t)
	}),
}

// oldWindows are the versions of Windows that the API knows, but Fargate does not
// have. Developer Guide, "Amazon ECS task definition differences for Fargate",
// November 2026.
var oldWindows = []string{"WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_2004_CORE", "WINDOWS_SERVER_20H2_CORE"}
