package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var tooManySubnets = &rules.Rule{
	ID:       "DEPLOY.108",
	Slug:     "too-many-subnets",
	Severity: rules.High,
	Title:    "Service has too many subnets or security groups",
	Why:      "ECS refuses the service: it takes up to 16 subnets and 5 security groups.",
	Fix:      "Keep 16 subnets and 5 security groups at most.",
	Notes: "AWS documents the limits; the messages of the live API were not seen. Whether all are in one VPC is not " +
		"checked.",
	Docs: []rules.Link{apiPage("AwsVpcConfiguration")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		subnets, groups := &s.Network.Subnets, &s.Network.SecurityGroups
		p.When(subnets.Count().Above(value.Exactly(maxSubnets)), subnets, "service %s has more than %d subnets", s, maxSubnets)
		p.When(groups.Count().Above(value.Exactly(maxSecurityGroups)), groups, "service %s has more than %d security groups", s, maxSecurityGroups)
	}),
}

// The most of both. API Reference, AwsVpcConfiguration, November 2026.
const (
	maxSubnets        = 16
	maxSecurityGroups = 5
)
