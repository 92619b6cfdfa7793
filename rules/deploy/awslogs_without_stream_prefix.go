package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var awslogsWithoutStreamPrefix = &rules.Rule{
	ID:       "DEPLOY.83",
	Slug:     "awslogs-without-stream-prefix",
	Severity: rules.High,
	Title:    "Log driver awslogs lacks the prefix of its streams on Fargate",
	Why: "ECS refuses the task definition: \"Fargate requires log configuration options to include " +
		"awslogs-stream-prefix to support log driver awslogs\".",
	Fix:   "Set the option `awslogs-stream-prefix`, for example to the name of the service.",
	Notes: "The message is that of the live API.",
	Docs:  []rules.Link{apiPage("LogConfiguration"), awslogsPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !onFargate(p, t) || !p.Scope(t.Containers.Any(usesDriver("awslogs")), &t.Containers) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			prefix := c.LogConfiguration.Options.Get("awslogs-stream-prefix")
			p.When(usesDriver("awslogs")(c).And(prefix.Omitted()), prefix, "container %s logs to CloudWatch from Fargate without awslogs-stream-prefix", c)
		}
	}),
}
