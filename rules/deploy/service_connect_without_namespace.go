package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var serviceConnectWithoutNamespace = &rules.Rule{
	ID:       "DEPLOY.267",
	Slug:     "service-connect-without-namespace",
	Severity: rules.High,
	Title:    "Service Connect has no namespace",
	Why:      "ECS refuses the service: \"Namespace is missing\".",
	Fix:      "Set `namespace` in `serviceConnectConfiguration`, or `serviceConnectDefaults` of the cluster.",
	Notes:    "The message is that of the live API. Of clusters that are not in the code nothing is said.",
	Docs:     []rules.Link{apiPage("ServiceConnectConfiguration"), apiPage("CreateCluster")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(s.ServiceConnect.Enabled.Is(true), s.ServiceConnect.Enabled) {
			return
		}
		missing := s.ServiceConnect.Namespace.Given().Not().And(p.Model.AskCluster(s, func(c *model.Cluster) value.Truth {
			return c.ServiceConnectNamespace.Given().Not()
		}))
		p.When(missing, &s.ServiceConnect, "neither service %s nor its cluster has a namespace for Service Connect", s)
	}),
}
