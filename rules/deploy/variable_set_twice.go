package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var variableSetTwice = &rules.Rule{
	ID:       "DEPLOY.21",
	Slug:     "variable-set-twice",
	Severity: rules.High,
	Title:    "Variable is both in the environment and a secret",
	Why: "ECS refuses the task definition: \"The secret name must be unique and not shared with any new or existing " +
		"environment variables set on the container\".",
	Fix:   "Delete the variable from `environment`, or from `secrets`.",
	Notes: "The message is that of the live API.",
	Docs:  []rules.Link{apiPage("Secret"), apiPage("ContainerDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			name := func(s *model.Secret) value.StringSetting { return s.Name }
			for s, twice := range rules.Repeats(p, &c.Secrets, name) {
				plain := c.Environment.Any(func(e *model.KeyValue) value.Truth { return e.Name.Equals(s.Name) })
				p.When(plain.Or(twice), s.Name, "container %s of task definition %s sets variable %s twice", c, t, s.Name)
			}
		}
	}),
}
