package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var valueNotInTable = &rules.Rule{
	ID:       "DEPLOY.201",
	Slug:     "value-not-in-table",
	Severity: rules.Low,
	Title:    "Value is none that this program knows",
	Why: "ECS refuses values that it does not know. This one is in none of the tables that this program was made " +
		"with; it may be newer than these.",
	Fix: "Check the value against the API reference, or update this program.",
	Notes: "The tables are those of the API reference of November 2026. What is near to a known value is an error of " +
		"the rule about the setting.",
	Docs: []rules.Link{apiPage("RegisterTaskDefinition"), apiPage("ContainerDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		note := func(s value.StringSetting, known []string) {
			p.When(unlisted(s, known), s, "%s is %s: in %s ECS knew %s", s.Name(), s, tablesRead, anyOf(known))
		}
		for c := range rules.Each(p, &t.PlacementConstraints) {
			p.When(unlisted(c.Type, append(placementConstraintTypes, "distinctInstance")), c.Type,
				"%s is %s: in %s ECS knew %s", c.Type.Name(), c.Type, tablesRead, anyOf(placementConstraintTypes))
		}
		system := t.RuntimePlatform.OperatingSystemFamily
		p.When(system.NotBlank().And(system.In(operatingSystems...).Not()), system,
			"%s is %s: in %s ECS knew %s", system.Name(), system, tablesRead, anyOf(operatingSystems))
		note(t.RuntimePlatform.CpuArchitecture, cpuArchitectures)
		note(t.ProxyConfiguration.Type, proxyTypes)
		for v := range rules.Each(p, &t.Volumes) {
			note(v.Docker.Scope, volumeScopes)
		}
		for c := range rules.Each(p, &t.Containers) {
			note(c.LogConfiguration.LogDriver, logDrivers)
			note(c.LogConfiguration.Options.Get("mode"), logModes)
			note(c.Firelens.Type, firelensTypes)
			note(c.Firelens.Options.Get("config-file-type"), firelensConfigFileTypes)
			for d := range rules.Each(p, &c.DependsOn) {
				note(d.Condition, dependencyConditions)
			}
			for f := range rules.Each(p, &c.EnvironmentFiles) {
				note(f.Type, environmentFileTypes)
			}
			for m := range rules.Each(p, &c.PortMappings) {
				note(m.Protocol, portProtocols)
				note(m.AppProtocol, appProtocols)
			}
		}
	}),
}
