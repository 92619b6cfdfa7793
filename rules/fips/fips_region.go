package fips

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var fipsRegion = &rules.Rule{
	ID:       "FIPS.5",
	Slug:     "fips-region",
	Severity: rules.Medium,
	Title:    "Fargate service runs in a Region without FIPS mode",
	Why:      "Tasks on Fargate run in FIPS mode only in the Regions of AWS GovCloud (US).",
	Fix:      "Deploy to `us-gov-west-1` or `us-gov-east-1`.",
	Notes: "The Region is that of the resource or of its provider. Where neither says it, as in a template, it is " +
		"chosen when the code is deployed, and cannot be told.",
	Profile: profile,
	Docs:    []rules.Link{docs},
	Check: onFargate(func(p *rules.Pass, s *model.Service) {
		region := s.Region
		if region.Set() == value.No {
			p.When(value.Maybe, unsaid{s, "the Region is chosen when the code is deployed"}, "service %s may run in a Region without FIPS mode", s)
			return
		}
		p.When(region.StartsWith("us-gov-").Not(), region, "service %s runs in Region %s, which has no FIPS mode", s, region)
	}),
}
