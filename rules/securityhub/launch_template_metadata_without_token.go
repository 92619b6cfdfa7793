package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var launchTemplateMetadataWithoutToken = &rules.Rule{
	ID:       "EC2.170",
	Slug:     "launch-template-metadata-without-token",
	Severity: rules.Low,
	Title:    "Launch template does not require IMDSv2",
	Why:      whyTokens,
	Fix:      fixTokens,
	Notes: "A launch template that says nothing fails, as the Config rule has it: the account and the image decide " +
		"then. It passes if this code sets the account's default to `required` " +
		"(`aws_ec2_instance_metadata_defaults`). One that turns the metadata off is not looked at.",
	Docs:    []rules.Link{control("EC2.170"), configRule("ec2-launch-template-imdsv2-check")},
	Related: slices.Concat(pci4("2.2.6"), controlTower("CT.EC2.PR.1")),
	Check: rules.On(func(p *rules.Pass, t *model.LaunchTemplate) {
		judgeTokens(p, &t.Launch.MetadataOptions, accountRequiresTokens(p.Model), "launch template", t)
	}),
}
