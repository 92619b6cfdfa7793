package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var incompleteAwslogs = &rules.Rule{
	ID:       "DEPLOY.82",
	Slug:     "incomplete-awslogs",
	Severity: rules.High,
	Title:    "Log driver awslogs lacks its group or region",
	Why:      "ECS refuses the task definition: \"Log driver awslogs requires options: awslogs-region, awslogs-group\".",
	Fix:      "Set the options `awslogs-group` and `awslogs-region`.",
	Notes:    "The message is that of the live API. cfn-lint: E3046.",
	Docs:     []rules.Link{apiPage("LogConfiguration"), awslogsPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Containers.Any(usesDriver("awslogs")), &t.Containers) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			used, log := usesDriver("awslogs")(c), &c.LogConfiguration
			for _, name := range []string{"awslogs-group", "awslogs-region"} {
				option := log.Options.Get(name)
				p.When(used.And(option.Omitted()), option, "container %s logs to CloudWatch without %s", c, name)
			}
		}
	}),
}
