package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var managedInstancesWithoutExecutionRole = &rules.Rule{
	ID:       "DEPLOY.234",
	Slug:     "managed-instances-without-execution-role",
	Severity: rules.Medium,
	Title:    "Task on managed instances needs an execution role",
	Why: "On instances that ECS manages it is the execution role that pulls private images and writes logs: " +
		"without one the task does not start.",
	Fix:   "Set `executionRoleArn` to a role that may pull the image and write logs.",
	Notes: "AWS documents the need; the message of the live API was not seen.",
	Docs:  []rules.Link{managedPage, guidePage("Task execution IAM role", "task_execution_IAM_role")},
	Check: lacksRole(onManagedInstances, "the log driver awslogs or a private image", func(c *model.Container) value.Truth {
		return usesDriver("awslogs")(c).Or(usesPrivateImage(c))
	}),
}
