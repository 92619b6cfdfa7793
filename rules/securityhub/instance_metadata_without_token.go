package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var instanceMetadataWithoutToken = &rules.Rule{
	ID:       "EC2.8",
	Slug:     "instance-metadata-without-token",
	Severity: rules.High,
	Title:    "Instance does not require IMDSv2",
	Why:      whyTokens,
	Fix:      fixTokens,
	Notes: "Values of the instance go before those of its launch template. Where neither says anything, the code " +
		"does not require IMDSv2 and the instance fails; it passes if this code sets the account's default to " +
		"`required` (`aws_ec2_instance_metadata_defaults`), and cannot be told if its image is visibly Amazon " +
		"Linux 2023, which requires IMDSv2 by itself. An instance whose metadata is turned off is not looked at.",
	Docs: []rules.Link{control("EC2.8"), configRule("ec2-imdsv2-check")},
	Related: slices.Concat(
		nist("AC-3", "AC-3(7)", "AC-3(15)", "AC-6"),
		pci4("2.2.6"),
	),
	Check: rules.On(func(p *rules.Pass, i *model.Instance) {
		launch, sure := p.Model.LaunchOf(i)
		byDefault := accountRequiresTokens(p.Model).Or(imageRequiresTokens(launch)).Or(sure.Not())
		judgeTokens(p, &launch.MetadataOptions, byDefault, "instance", i)
	}),
}
