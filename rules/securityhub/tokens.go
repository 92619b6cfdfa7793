package securityhub

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// The texts that the rules about the instance metadata service share.
const (
	whyTokens = "With version 1 of the instance metadata service one forged request that a task or proxy passes on " +
		"is enough to read the credentials of the instance's role. Version 2 wants a token that such a request " +
		"cannot get."
	fixTokens = "Set `httpTokens` of the metadata options to `required` (Terraform: " +
		"`metadata_options { http_tokens = \"required\" }`)."
)

// judgeTokens judges whether metadata options require IMDSv2. Where they do not say
// whether tokens are required, it is so by default or not. The resource is named as
// in "instance aws_instance.web".
func judgeTokens(p *rules.Pass, o *model.MetadataOptions, byDefault value.Truth, kind string, resource any) {
	if !p.Scope(o.HttpEndpoint.Is("disabled").Not(), o.HttpEndpoint) {
		return
	}
	required := o.HttpTokens.Is("required").Or(o.HttpTokens.Set().Not().And(byDefault))
	p.When(required.Not(), o.HttpTokens, "%s %s does not require IMDSv2", kind, resource).
		Fix(rules.Set(o.HttpTokens, "required"))
}

// accountRequiresTokens asks whether the code makes IMDSv2 the default of the
// account.
func accountRequiresTokens(m *model.Model) value.Truth {
	t := value.No
	for d := range model.All[*model.InstanceMetadataDefaults](m) {
		exists := value.True(d.Condition == "").Or(value.Maybe)
		t = t.Or(exists.And(d.HttpTokens.Is("required")))
	}
	return t
}

// imageRequiresTokens asks whether the image of instances requires IMDSv2 unless
// they say otherwise. Those of Amazon Linux 2023 do. Maybe is the answer where an
// image looks like one.
func imageRequiresTokens(s *model.LaunchSettings) value.Truth {
	image := s.ImageId.Value()
	for _, text := range []string{image.Content(), image.Reason(), image.Range().Text()} {
		text = strings.ToLower(text)
		if strings.Contains(text, "al2023") || strings.Contains(text, "amazon-linux-2023") {
			return value.Maybe
		}
	}
	return value.No
}
