package deploy

import (
	"github.com/ecslint/ecslint/rules"
)

var logsWithoutExecutionRole = &rules.Rule{
	ID:       "DEPLOY.60",
	Slug:     "logs-without-execution-role",
	Severity: rules.High,
	Title:    "Fargate task sends logs to CloudWatch without an execution role",
	Why: "ECS refuses the task definition: \"Fargate requires task definition to have execution role ARN to support " +
		"log driver awslogs\".",
	Fix:   "Set `executionRoleArn` to a role that may write logs.",
	Notes: "The message is that of the live API.",
	Docs:  []rules.Link{awslogsPage, guidePage("Task execution IAM role", "task_execution_IAM_role")},
	Check: lacksRole(onFargate, "the log driver awslogs", usesDriver("awslogs")),
}
