package securityhub

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// The texts that the rules about tags share.
const (
	whyTags = "Without tags nobody can tell to whom a resource belongs, and permissions that rest on tags " +
		"(attribute-based access control) do not cover it."
	fixTags   = "Add tags to the resource. In Terraform the provider's `default_tags` reach every resource."
	notesTags = "Keys that start with `aws:` are AWS's own and do not count, and values are not looked at. Tags " +
		"that are propagated to tasks play no part. Tags given to a whole CloudFormation stack at " +
		"deployment are not in the template: name their keys in `assumedTagKeys`."
)

// tagParams are the parameters of the rules about tags.
var tagParams = []rules.Param{
	{Name: "requiredTagKeys", About: "keys that must all be there, case-sensitive; without them any tag will do"},
	{Name: "assumedTagKeys", About: "keys that are known to be added at deployment, such as those of stack tags"},
}

// judgeTags judges the tags of a resource, which is named as in "service "web"".
func judgeTags(p *rules.Pass, tags *model.Tags, kind string, resource any) {
	assumed := p.Strings("assumedTagKeys")
	required := p.Strings("requiredTagKeys")
	if len(required) == 0 {
		some := tags.Any().Or(value.True(len(assumed) > 0))
		p.When(some.Not(), tags, "%s %s has no tags", kind, resource)
		return
	}
	all := value.Yes
	var missing []string
	for _, key := range required {
		has := tags.Has(key).Or(value.True(slices.Contains(assumed, key)))
		if has != value.Yes {
			missing = append(missing, key)
		}
		all = all.And(has)
	}
	p.When(all.Not(), tags, "%s %s lacks required tags: %s", kind, resource, strings.Join(missing, ", "))
}
