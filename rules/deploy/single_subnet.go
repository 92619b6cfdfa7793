package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var singleSubnet = &rules.Rule{
	ID:       "DEPLOY.303",
	Slug:     "single-subnet",
	Severity: rules.Low,
	Title:    "All tasks of the service are in one subnet",
	Why:      "A subnet is in one availability zone: if that fails, so does the service.",
	Fix:      "Add subnets of other availability zones.",
	Notes:    "A list of IDs that are unknown is passed over, however long it is.",
	Profile:  "operations",
	Docs:     []rules.Link{apiPage("AwsVpcConfiguration")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		subnets := &s.Network.Subnets
		if !p.Scope(s.Network.Exists(), &s.Network) {
			return
		}
		p.When(subnets.Empty().Not().And(subnets.Count().Above(value.Exactly(1)).Not()), subnets, "service %s has one subnet", s)
	}),
}
