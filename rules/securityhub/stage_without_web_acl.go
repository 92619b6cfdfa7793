package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var stageWithoutWebACL = &rules.Rule{
	ID:       "APIGateway.4",
	Slug:     "stage-without-web-acl",
	Severity: rules.Medium,
	Title:    "Stage of a REST API has no web ACL in front",
	Why: "Without a web ACL of AWS WAF nothing filters injections, known bad clients and floods of requests before " +
		"they reach the API and the services behind it.",
	Fix: "Create a regional web ACL and associate it with the ARN of the stage (Terraform: " +
		"`aws_wafv2_web_acl_association`, CloudFormation: `AWS::WAFv2::WebACLAssociation`).",
	Notes: "An association counts whichever web ACL it names, of WAF or WAF Classic. One whose target is not known " +
		"may be that of any stage. HTTP and WebSocket APIs are not looked at, nor are stages that a deployment " +
		"makes by the way. An association that is made in another stack cannot be seen.",
	Docs:    []rules.Link{control("APIGateway.4"), configRule("api-gw-associated-with-waf")},
	Related: nist("AC-4(21)"),
	Check: rules.On(func(p *rules.Pass, s *model.Stage) {
		acl := p.Model.AclOf(s)
		p.When(acl.Exists().Not(), acl, "stage %s has no web ACL", s)
	}),
}
