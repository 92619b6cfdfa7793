package managedinstances

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var interruptedByReplacement = &rules.Rule{
	ID:       "MI.5",
	Slug:     "interrupted-by-replacement",
	Severity: rules.Low,
	Title:    "Service may stand still while a managed instance is replaced",
	Why: "A managed instance is drained after 14 days at the latest. A service with a single task, or one that allows " +
		"all of its tasks to be down, then depends on how soon the replacement starts.",
	Fix: "Run at least two tasks, and set `minimumHealthyPercent` above 0.",
	Notes: "Looked at are services that keep a number of tasks (`REPLICA`). Only a `desiredCount` of 1 that is written, and " +
		"whose changes are not ignored (`lifecycle.ignore_changes`), counts: automatic scaling may set another one.",
	Docs: []rules.Link{guide("Patching in Amazon ECS Managed Instances", "managed-instances-patching"), security},
	Check: onServices(func(p *rules.Pass, s *model.Service) {
		replica := s.SchedulingStrategy.Is("REPLICA")
		kept := value.True(!s.IgnoresChanges(s.DesiredCount.Name()))
		p.When(replica.And(kept).And(s.DesiredCount.Is(1)), s.DesiredCount, "service %s runs a single task on instances that live for 14 days at most", s)
		p.When(replica.And(s.MinimumHealthyPercent.Is(0)), s.MinimumHealthyPercent,
			"service %s lets all of its tasks be down while an instance is replaced", s)
	}),
}
