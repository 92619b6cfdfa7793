package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var secretsWithoutExecutionRole = &rules.Rule{
	ID:       "DEPLOY.22",
	Slug:     "secrets-without-execution-role",
	Severity: rules.High,
	Title:    "Secrets are used without an execution role",
	Why: "ECS refuses the task definition: \"When you are specifying container secrets, you must also specify a " +
		"value for 'executionRoleArn'.\" On instances too, it is the execution role that reads the secrets.",
	Fix: "Set `executionRoleArn` to a role that may read the secrets.",
	Notes: "The message is that of the live API for `secrets`. AWS documents the same need for the `secretOptions` " +
		"of a log driver.",
	Docs: []rules.Link{apiPage("ContainerDefinition"), guidePage("Task execution IAM role", "task_execution_IAM_role")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Containers.Any(usesSecrets), &t.Containers) {
			return
		}
		p.When(t.ExecutionRoleArn.Omitted(), t.ExecutionRoleArn,
			"containers of task definition %s use secrets, but it has no execution role", t)
	}),
}

// usesSecrets asks whether ECS reads secrets for a container.
func usesSecrets(c *model.Container) value.Truth {
	return c.Secrets.NotEmpty().Or(c.LogConfiguration.SecretOptions.NotEmpty())
}
