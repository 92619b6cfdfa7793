package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidExecLogging = &rules.Rule{
	ID:       "DEPLOY.278",
	Slug:     "invalid-exec-logging",
	Severity: rules.High,
	Title:    "Log of ECS Exec is incomplete or unused",
	Why: "ECS refuses the cluster: with `logging` of `OVERRIDE` it needs a `logConfiguration` with a log group or " +
		"bucket, and otherwise takes none: \"You must set logging to 'OVERRIDE' when you supply a log " +
		"configuration\".",
	Fix:   "Set `logging` to `OVERRIDE`, and name a log group or bucket in `logConfiguration`.",
	Notes: "The messages are those of the live API. Where `logging` is left out nothing is said.",
	Docs:  []rules.Link{apiPage("ExecuteCommandConfiguration")},
	Check: rules.On(func(p *rules.Pass, c *model.Cluster) {
		own := c.ExecLogging.Is("OVERRIDE")
		named := c.ExecLog.CloudWatchLogGroupName.Given().Or(c.ExecLog.S3BucketName.Given())
		p.When(own.And(named.Not()), c.ExecLogging, "cluster %s overrides the log of ECS Exec, but names neither log group nor bucket", c)
		p.When(c.ExecLogging.In("DEFAULT", "NONE").And(c.ExecLog.Exists()), c.ExecLogging,
			"cluster %s has a log configuration for ECS Exec, but logging is %s", c, c.ExecLogging)
	}),
}
