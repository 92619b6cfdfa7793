package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var credentialsInEnvironment = &rules.Rule{
	ID:       "ECS.8",
	Slug:     "credentials-in-environment",
	Severity: rules.High,
	Title:    "AWS credentials are in a plain environment variable",
	Why: "Everybody who may describe the task definition, or read this code, sees the credentials. They do " +
		"not expire, and every revision keeps them.",
	Fix: "Give the task an IAM role (`taskRoleArn`) instead of keys. Keep other secrets in Secrets Manager " +
		"or the Parameter Store, and refer to them in `secrets`.",
	Notes: "The names of variables are compared exactly, and their values do not matter. `secrets`, " +
		"`environmentFiles` and what the image sets are not looked at.",
	Docs: []rules.Link{control("ECS.8"), configRule("ecs-no-environment-secrets")},
	Related: slices.Concat(
		nist("CA-9(1)", "CM-2"),
		pci4("8.6.2"),
		pci3("8.2.1"),
		controlTower("CT.ECS.PR.12"),
	),
	Params: []rules.Param{{
		Name:    "secretKeys",
		About:   "names of environment variables that hold credentials",
		Default: []string{"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA"},
	}},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		keys := p.Strings("secretKeys")
		for c := range rules.Each(p, &t.Containers) {
			for e := range rules.Each(p, &c.Environment) {
				p.When(e.Name.In(keys...), e.Name,
					"container %s of task definition %s has %s in its environment", c, t, e.Name)
			}
		}
	}),
}
