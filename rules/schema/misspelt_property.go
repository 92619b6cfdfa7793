package schema

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var misspeltProperty = &rules.Rule{
	ID:       "SCHEMA.1",
	Slug:     "misspelt-property",
	Severity: rules.Medium, // what is ignored may be a security setting, but need not be one
	Title:    "Name of a property is misspelt",
	Why: "Nobody reads a setting whose name is wrong. Terraform passes over unknown names in " +
		"`container_definitions` without a word, so that `readonlyRootFileSystems` or `privilaged` leave the " +
		"default in place while the code says otherwise. CloudFormation and the AWS CLI refuse such names, but " +
		"only in the middle of a deployment.",
	Fix: "Write the name as the API does: in `camelCase` in task definitions, `PascalCase` in CloudFormation.",
	Notes: "Only names that are near to a known one are reported, which the same object must not have: they " +
		"differ in case, in hyphens and underscores, in `Config` for `Configuration`, or in up to two letters " +
		"(one in short names). Any other unknown name may be newer than this program. Keys that users choose, " +
		"such as those of `dockerLabels`, of the `options` of a log driver and of `environment`, are never " +
		"looked at. Case alone does not matter in Terraform's container definitions, as the provider reads " +
		"them regardless of case; all other names in Terraform are checked by `terraform validate`.",
	Docs: []rules.Link{
		{
			Title: "API reference: ContainerDefinition",
			URL:   "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		},
		{
			Title: "CloudFormation reference: Amazon ECS",
			URL:   "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ECS.html",
		},
	},
	Check: rules.On(func(p *rules.Pass, r model.Own) {
		names, judged := p.Model.NamesOf(r.Base())
		if !p.Scope(value.True(judged), r.Base()) {
			return
		}
		for _, m := range names.Misspelt {
			p.When(m.Exists(), m, "property %q: did you mean %q?", m.Written, m.Meant).Fix(rules.Rename(m))
		}
		for _, n := range names.Unread {
			p.When(n.Exists(), n, "a name here may be misspelt")
		}
	}),
}
