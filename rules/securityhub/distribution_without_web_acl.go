package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var distributionWithoutWebACL = &rules.Rule{
	ID:       "CloudFront.6",
	Slug:     "distribution-without-web-acl",
	Severity: rules.Medium,
	Title:    "CloudFront distribution has no web ACL in front",
	Why: "Without a web ACL of AWS WAF nothing filters injections, known bad clients and floods of requests at the " +
		"edge, before they reach the services behind it.",
	Fix: "Create a web ACL of scope `CLOUDFRONT` in us-east-1 and put its ARN into `webAclId` (Terraform: " +
		"`web_acl_id`, CloudFormation: `WebACLId`).",
	Notes: "The web ACL has to be named by the distribution itself: associations do not work for CloudFront. One of " +
		"WAF Classic counts too.",
	Docs:    []rules.Link{control("CloudFront.6"), configRule("cloudfront-associated-with-waf")},
	Related: slices.Concat(nist("AC-4(21)"), pci4("6.4.2")),
	Check: rules.On(func(p *rules.Pass, d *model.Distribution) {
		p.When(d.WebAclId.Given().Not(), d.WebAclId, "distribution %s has no web ACL", d)
	}),
}
