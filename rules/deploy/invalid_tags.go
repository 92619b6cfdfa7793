package deploy

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidTags = &rules.Rule{
	ID:       "DEPLOY.24",
	Slug:     "invalid-tags",
	Severity: rules.High,
	Title:    "Tags of the task definition are invalid",
	Why:      "ECS refuses the task definition.",
	Fix: "Use up to 50 tags with keys of up to 128 and values of up to 256 characters, each key once, and none " +
		"that starts with `aws:`.",
	Notes: "AWS documents the limits; the messages of the live API were not seen. Tags of AWS itself in the answer " +
		"of a describe call are passed over. CloudFormation and Terraform leave out an empty list, and so do " +
		"tools that deploy task definition files, so that none is reported.",
	Docs: []rules.Link{apiPage("Tag"), apiPage("RegisterTaskDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		p.When(t.Tags.All.Count().Above(value.Exactly(maxTags)), &t.Tags, "task definition %s has more than %d tags", t, maxTags)
		key := func(g *model.Tag) value.StringSetting { return g.Key }
		for g, twice := range rules.Repeats(p, &t.Tags.All, key) {
			p.When(g.Key.LongerThan(maxTagKey), g.Key, "key of a tag of task definition %s has more than %d characters", t, maxTagKey)
			p.When(g.Value.LongerThan(maxTagValue), g.Value, "tag %s of task definition %s has more than %d characters", g.Key, t, maxTagValue)
			described := t.Arn.Set() // with tags of AWS itself
			p.When(reserved(g.Key).And(described.Not()), g.Key, "tag %s of task definition %s starts with aws:", g.Key, t)
			p.When(reserved(g.Value).And(described.Not()), g.Value, "value of tag %s of task definition %s starts with aws:", g.Key, t)
			p.When(twice, g.Key, "task definition %s has tag %s twice", t, g.Key)
		}
	}),
}

// What tags can be. API Reference, RegisterTaskDefinition, November 2026.
const (
	maxTags     = 50
	maxTagKey   = 128
	maxTagValue = 256
)

// reserved asks whether a key or value starts as those of AWS do.
func reserved(s value.StringSetting) value.Truth {
	return s.Satisfies(func(s string) bool { return strings.HasPrefix(strings.ToLower(s), "aws:") })
}
