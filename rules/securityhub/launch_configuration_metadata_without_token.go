package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var launchConfigurationMetadataWithoutToken = &rules.Rule{
	ID:       "AutoScaling.3",
	Slug:     "launch-configuration-metadata-without-token",
	Severity: rules.High,
	Title:    "Launch configuration does not require IMDSv2",
	Why:      whyTokens,
	Fix:      fixTokens,
	Notes: "A launch configuration that says nothing fails, as the control has it. One that turns the metadata off " +
		"is not looked at.",
	Docs: []rules.Link{control("AutoScaling.3"), configRule("autoscaling-launchconfig-requires-imdsv2")},
	Related: slices.Concat(
		nist("AC-3", "AC-3(7)", "AC-3(15)", "AC-6", "CA-9(1)", "CM-2"),
		pci4("2.2.6"),
		controlTower("CT.AUTOSCALING.PR.2"),
	),
	Check: rules.On(func(p *rules.Pass, c *model.LaunchConfiguration) {
		judgeTokens(p, &c.Launch.MetadataOptions, value.No, "launch configuration", c)
	}),
}
