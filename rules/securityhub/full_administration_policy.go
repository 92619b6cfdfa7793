package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var fullAdministrationPolicy = &rules.Rule{
	ID:       "IAM.1",
	Slug:     "full-administration-policy",
	Severity: rules.High,
	Title:    "Policy allows every action on every resource",
	Why: "Who gets hold of a task, instance or user with this policy owns the account: it can read all data, delete " +
		"everything and make itself new users.",
	Fix: "List the actions and the resources that are needed. Where an administrator is meant, attach AWS's own " +
		"`AdministratorAccess` to a role for people.",
	Notes: notesPolicies + " A statement fails that allows the action `*` on the resource `*`, whatever its conditions. " +
		"`*:*` is the same as `*`.",
	Docs: []rules.Link{control("IAM.1"), configRule("iam-policy-no-statements-with-admin-access")},
	Related: slices.Concat(
		policyRequirements,
		pci3("7.2.1"),
		controlTower("CT.IAM.PR.2"),
	),
	Check: rules.On(func(p *rules.Pass, policy *model.Policy) {
		if !p.Scope(grants(p.Model, policy), policy) {
			return
		}
		for s := range rules.Each(p, &policy.Document.Statements) {
			allowed := s.Allows().And(s.OnEverything())
			for _, a := range s.Actions.Items {
				p.When(allowed.And(a.In("*", "*:*")), a, "policy %s allows every action on every resource", policy)
			}
			p.When(allowed.And(s.Actions.Complete.Not()), &s.Actions, "policy %s allows every action on every resource", policy)
		}
	}),
}
