package managedinstances

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var sharedInstance = &rules.Rule{
	ID:       "MI.6",
	Slug:     "shared-instance",
	Severity: rules.Low,
	Title:    "Tasks of a service share managed instances with others",
	Why: "ECS places several tasks on one managed instance unless it is told otherwise. They share its kernel, and " +
		"what breaks out of one reaches the others.",
	Fix: "Where tasks must not share an instance, give them a capacity provider of their own, and the service the " +
		"placement constraint `distinctInstance`.",
	Notes: "The constraint keeps tasks of the same service apart, which AWS does not call strong isolation: see the " +
		"page. A mode of one task for each instance has no property in the API.",
	Docs: []rules.Link{security},
	Check: onServices(func(p *rules.Pass, s *model.Service) {
		apart := s.PlacementConstraints.Any(func(c *model.PlacementConstraint) value.Truth { return c.Type.Is("distinctInstance") })
		p.When(apart.Not(), &s.PlacementConstraints, "service %s lets its tasks share managed instances", s)
	}),
}
