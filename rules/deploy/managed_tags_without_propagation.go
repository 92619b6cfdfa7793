package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var managedTagsWithoutPropagation = &rules.Rule{
	ID:       "DEPLOY.123",
	Slug:     "managed-tags-without-propagation",
	Severity: rules.Low,
	Title:    "Tags of ECS do not reach the tasks",
	Why:      "The tags that ECS gives to tasks help to divide costs only if tags are propagated.",
	Fix:      "Set `propagateTags` to `SERVICE` or `TASK_DEFINITION`.",
	Notes:    "ECS takes the service all the same, so that the rule is in the profile `operations` alone.",
	Profile:  "operations",
	Docs:     []rules.Link{apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.EnableECSManagedTags.Is(true), s.EnableECSManagedTags) {
			return
		}
		p.When(s.PropagateTags.Is("NONE"), s.EnableECSManagedTags, "service %s has tags of ECS, but does not propagate tags", s)
	}),
}
