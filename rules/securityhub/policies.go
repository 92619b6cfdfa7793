package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
)

// notesPolicies is what the rules about policies look at.
const notesPolicies = "The control looks at customer managed policies only (`aws_iam_policy`, `AWS::IAM::ManagedPolicy`): " +
	"not at inline ones, which CloudFormation calls `AWS::IAM::Policy`, and not at one that is the permissions boundary of " +
	"a role or user."

// policyRequirements are what the controls about policies stand for.
var policyRequirements = nist("AC-2", "AC-2(1)", "AC-3", "AC-3(7)", "AC-3(15)", "AC-5", "AC-6", "AC-6(2)", "AC-6(3)", "AC-6(10)")

// grants asks whether a policy gives permissions, and is not the boundary of others.
func grants(m *model.Model, policy *model.Policy) value.Truth {
	roles, users := m.BoundaryOf(policy)
	return roles.Exists().Or(users.Exists()).Not()
}
