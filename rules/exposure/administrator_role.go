package exposure

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var administratorRole = &rules.Rule{
	ID:       "EXPOSURE.1",
	Slug:     "administrator-role",
	Severity: rules.High,
	Title:    "Role of tasks or instances has administrative permissions",
	Why: "Whoever gets code to run in a container or on an instance has the permissions of its role. An " +
		"administrator's take over the whole account.",
	Fix: "Detach the policy, and grant the actions and resources that the workload uses.",
	Notes: "Looked at are the task role and the execution role of task definitions, and the roles of instances, of " +
		"Auto Scaling groups of ECS container instances and of capacity providers with managed instances. " +
		"Administrative are the policies `AdministratorAccess` and `IAMFullAccess` of AWS, and statements that " +
		"allow the action `*` on the resource `*`. What a statement with a condition, or a role with a " +
		"permissions boundary, may do cannot be told. Customer managed policies themselves are IAM.1's.",
	Docs:  docs,
	Check: administration.check(),
}

var administration = power{
	managed:   func(name string) bool { return slices.Contains(administrative, name) },
	statement: grantsEverything,
	words:     "has administrative permissions",
}

// administrative are the policies of AWS with which one can give oneself any other
// permission. Security Hub User Guide, "Remediating exposures for EC2 instances",
// 2025.
var administrative = []string{"AdministratorAccess", "IAMFullAccess"}

// grantsEverything asks whether a statement is about every action on every
// resource.
func grantsEverything(s *model.Statement) value.Truth {
	return s.Actions.Contains("*", "*:*").And(s.OnEverything())
}
