package deploy

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidHealthCheckCommand = &rules.Rule{
	ID:       "DEPLOY.17",
	Slug:     "invalid-health-check-command",
	Severity: rules.High,
	Title:    "Health check has no usable command",
	Why: "ECS refuses a health check without a command. One whose words are all in one string names a program that " +
		"does not exist, so that the container is never healthy and its task is stopped.",
	Fix: "Write `[\"CMD-SHELL\", \"curl -f http://localhost/ || exit 1\"]`, or `[\"CMD\", \"curl\", \"-f\", " +
		"\"http://localhost/\"]`.",
	Notes: "AWS documents the command as required, and that it starts with `CMD` or `CMD-SHELL`. The live API takes " +
		"others (aws/aws-cdk issue 34389 has one that works), so only words that run into the first string are " +
		"reported.",
	Docs: []rules.Link{apiPage("HealthCheck")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			command := &c.HealthCheck.Command
			p.When(c.HealthCheck.Exists().And(command.Empty()), command, "health check of container %s has no command", c)
			first := command.First()
			p.When(first.Satisfies(runTogether), first,
				"health check of container %s starts with %s, where CMD or CMD-SHELL stands alone", c, first)
		}
	}),
}

// runTogether reports whether the first word of a health check's command has
// others behind it.
func runTogether(word string) bool {
	for _, start := range []string{"CMD-SHELL", "CMD"} {
		if rest, found := strings.CutPrefix(word, start); found && rest != "" {
			return strings.IndexByte(" ,\t", rest[0]) >= 0
		}
	}
	return false
}
