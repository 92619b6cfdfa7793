package managedinstances

import (
	"strconv"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var shortStopTimeout = &rules.Rule{
	ID:       "MI.4",
	Slug:     "short-stop-timeout",
	Severity: rules.Low,
	Title:    "Container with open ports has no time of its own to stop on managed instances",
	Why: "ECS replaces managed instances for patches, at the latest after 14 days, and stops the tasks on them. A " +
		"container that holds connections loses them when it is killed before they end; without `stopTimeout` " +
		"that is after 30 seconds.",
	Fix: "Set `stopTimeout` to the seconds that the container needs after SIGTERM to end its requests.",
	Notes: "Looked at are containers with `portMappings`. How long one needs is its own business: any value from " +
		"`minimumStopTimeout` up will do.",
	Docs: []rules.Link{
		guide("Patching in Amazon ECS Managed Instances", "managed-instances-patching"),
		guide("Task definition parameters for Amazon ECS Managed Instances", "task_definition_parameters-managed-instances"),
	},
	Params: []rules.Param{{Name: "minimumStopTimeout", About: "seconds that a container needs at least", Default: []string{"30"}}},
	Check: onTasks(func(p *rules.Pass, t *model.TaskDefinition) {
		least := seconds(p, "minimumStopTimeout")
		for c := range rules.Each(p, &t.Containers) {
			enough := c.StopTimeout.Satisfies(func(n int) bool { return n >= least })
			p.When(c.PortMappings.NotEmpty().And(enough.Not()), c.StopTimeout,
				"container %s of task definition %s has open ports and no stopTimeout of at least %d seconds", c, t, least)
		}
	}),
}

// seconds reads a parameter that is a number of seconds; 0 for what is none.
func seconds(p *rules.Pass, name string) int {
	for _, s := range p.Strings(name) {
		if n, err := strconv.Atoi(s); err == nil {
			return n
		}
	}
	return 0
}
