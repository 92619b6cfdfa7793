package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unusableServiceRole = &rules.Rule{
	ID:       "DEPLOY.118",
	Slug:     "unusable-service-role",
	Severity: rules.High,
	Title:    "Service has a role that it cannot use",
	Why: "The role is for one load balancer of tasks without network interfaces of their own. ECS refuses it in " +
		"all other services, which use its service-linked role.",
	Fix: "Delete `role` (Terraform: `iam_role`).",
	Notes: "The live API's refusals are on record: \"You cannot specify an IAM role for services that require a " +
		"service linked role\", \"IAM roles are only valid for services configured to use load balancers\". For " +
		"several target groups AWS documents it.",
	Docs: []rules.Link{apiPage("CreateService")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.Role.Given(), s.Role) {
			return
		}
		balanced := s.LoadBalancers.NotEmpty()
		p.When(balanced.Not(), s.Role, "service %s has a role, but no load balancer", s)
		p.When(balanced.And(p.Model.AskTask(s, inAwsvpc)), s.Role, "service %s has a role, but its task definition has network mode awsvpc", s)
		p.When(s.LoadBalancers.Count().Above(value.Exactly(1)), s.Role, "service %s has a role, but several load balancers", s)
	}),
}
