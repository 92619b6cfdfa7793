package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidDependencyCondition = &rules.Rule{
	ID:       "DEPLOY.10",
	Slug:     "invalid-dependency-condition",
	Severity: rules.High,
	Title:    "Condition of a dependency is missing or misspelt",
	Why:      "ECS refuses a `dependsOn` whose condition it does not know.",
	Fix:      "Use one of `START`, `COMPLETE`, `SUCCESS` and `HEALTHY`.",
	Notes: "AWS documents the values; the message of the live API was not seen. A condition that is near to none of " +
		"them may be newer than this program: that is DEPLOY.201.",
	Docs: []rules.Link{apiPage("ContainerDependency")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			for d := range rules.Each(p, &c.DependsOn) {
				p.When(d.Condition.Set().Not(), d.Condition, "container %s depends on container %s without a condition", c, d.ContainerName)
				p.When(misspelt(d.Condition, dependencyConditions), d.Condition,
					"container %s waits for %s of container %s: ECS knows %s", c, d.Condition, d.ContainerName, anyOf(dependencyConditions))
			}
		}
	}),
}
