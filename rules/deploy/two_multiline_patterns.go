package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var twoMultilinePatterns = &rules.Rule{
	ID:       "DEPLOY.84",
	Slug:     "two-multiline-patterns",
	Severity: rules.Medium,
	Title:    "Log driver awslogs has two patterns for the first line",
	Why: "A message begins where `awslogs-datetime-format` or `awslogs-multiline-pattern` matches. With both of " +
		"them one is ignored, or the container does not start.",
	Fix:   "Delete one of the two options.",
	Notes: "One of AWS's pages forbids both together; Docker's page says that the second one is ignored.",
	Docs:  []rules.Link{apiPage("LogConfiguration"), awslogsPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Containers.Any(usesDriver("awslogs")), &t.Containers) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			used, log := usesDriver("awslogs")(c), &c.LogConfiguration
			pattern := log.Options.Get("awslogs-multiline-pattern")
			both := pattern.NotBlank().And(log.Options.Get("awslogs-datetime-format").NotBlank())
			p.When(used.And(both), pattern, "container %s has awslogs-multiline-pattern and awslogs-datetime-format", c)
		}
	}),
}
