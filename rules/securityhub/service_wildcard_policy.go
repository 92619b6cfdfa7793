package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var serviceWildcardPolicy = &rules.Rule{
	ID:       "IAM.21",
	Slug:     "service-wildcard-policy",
	Severity: rules.Low,
	Title:    "Policy allows every action of a service",
	Why: "All actions of a service are more than any task needs: those that delete, share or hand on permissions are " +
		"among them, and so is what AWS adds next year.",
	Fix: "List the actions that are needed, or use wildcards with a prefix such as `ec2:Describe*`. The policy's access " +
		"advisor shows what was used.",
	Notes: notesPolicies + " A statement fails that allows `*` or `service:*`, whatever its resources and conditions, and " +
		"one whose `NotAction` excepts `service:*`. Any other `NotAction` passes, as the control's text names that form " +
		"only; Control Tower refuses it too.",
	Docs: []rules.Link{control("IAM.21"), configRule("iam-policy-no-statements-with-full-access")},
	Related: slices.Concat(
		policyRequirements,
		controlTower("CT.IAM.PR.3"),
	),
	Check: rules.On(func(p *rules.Pass, policy *model.Policy) {
		if !p.Scope(grants(p.Model, policy), policy) {
			return
		}
		for s := range rules.Each(p, &policy.Document.Statements) {
			for _, a := range s.Actions.Items {
				all := a.Is("*").Or(ofWholeService(a))
				p.When(s.Allows().And(all), a, "policy %s allows every action of a service: %s", policy, a)
			}
			p.When(s.Allows().And(s.Actions.Complete.Not()), &s.Actions, "policy %s allows every action of a service", policy)
			for _, a := range s.NotActions.Items {
				p.When(s.Allows().And(ofWholeService(a)), a, "policy %s allows every action except those of a service: %s", policy, a)
			}
			p.When(s.Allows().And(s.NotActions.Complete.Not()), &s.NotActions, "policy %s allows every action except those of a service", policy)
		}
	}),
}

// ofWholeService asks whether a pattern stands for all actions of a service, as in
// "ec2:*".
func ofWholeService(action value.StringSetting) value.Truth { return action.EndsWith(":*") }
