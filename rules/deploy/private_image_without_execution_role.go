package deploy

import (
	"github.com/ecslint/ecslint/rules"
)

var privateImageWithoutExecutionRole = &rules.Rule{
	ID:       "DEPLOY.61",
	Slug:     "private-image-without-execution-role",
	Severity: rules.High,
	Title:    "Fargate task pulls a private image without an execution role",
	Why: "ECS refuses the task definition: \"Fargate requires task definition to have execution role ARN to support " +
		"ECR images\".",
	Fix: "Set `executionRoleArn` to a role that may pull the image.",
	Notes: "The message is that of the live API. Only images whose whole name is known to be one of a private " +
		"repository of Amazon ECR count.",
	Docs:  []rules.Link{fargatePage, guidePage("Task execution IAM role", "task_execution_IAM_role")},
	Check: lacksRole(onFargate, "a private image", usesPrivateImage),
}
