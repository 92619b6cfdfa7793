package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidPlacementConstraint = &rules.Rule{
	ID:       "DEPLOY.23",
	Slug:     "invalid-placement-constraint",
	Severity: rules.High,
	Title:    "Placement constraint of the task definition is invalid",
	Why:      "ECS refuses the task definition: it can have up to 10 constraints, all of type `memberOf`.",
	Fix:      "Use `memberOf` with an expression. `distinctInstance` belongs into the service.",
	Notes: "AWS documents the limits; the messages of the live API were not seen. A type that is near to no known " +
		"one may be newer than this program: that is DEPLOY.201.",
	Docs: []rules.Link{apiPage("TaskDefinitionPlacementConstraint"), apiPage("RegisterTaskDefinition")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		p.When(t.PlacementConstraints.Count().Above(value.Exactly(maxPlacementConstraints)), &t.PlacementConstraints,
			"task definition %s has more than %d placement constraints", t, maxPlacementConstraints)
		for c := range rules.Each(p, &t.PlacementConstraints) {
			ofService := c.Type.Is("distinctInstance")
			p.When(ofService.Or(misspelt(c.Type, placementConstraintTypes)), c.Type,
				"placement constraint of task definition %s has type %s, not memberOf", t, c.Type)
		}
	}),
}

// maxPlacementConstraints is how many a task definition can have. API Reference,
// RegisterTaskDefinition, November 2026.
const maxPlacementConstraints = 10
