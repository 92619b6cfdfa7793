package deploy

import (
	"math"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var unsupportedZoneRebalancing = &rules.Rule{
	ID:       "DEPLOY.272",
	Slug:     "unsupported-zone-rebalancing",
	Severity: rules.High,
	Title:    "Service cannot be rebalanced across zones",
	Why: "ECS refuses rebalancing for daemons, for services with a classic load balancer, and where " +
		"`maximumPercent` leaves no room to start a task.",
	Fix:   "Delete `availabilityZoneRebalancing`, or what is in its way.",
	Notes: "The live API's refusal of daemons is on record; the rest is documented.",
	Docs:  []rules.Link{guidePage("Balance an Amazon ECS service across Availability Zones", "service-rebalancing")},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		on := s.AvailabilityZoneRebalancing
		if !p.Scope(on.Is("ENABLED"), on) {
			return
		}
		classic := s.LoadBalancers.Any(func(lb *model.ServiceLoadBalancer) value.Truth { return lb.LoadBalancerName.Given() })
		p.When(s.SchedulingStrategy.Is(daemon), on, "service %s is a daemon that is rebalanced across zones", s)
		p.When(classic, on, "service %s has a classic load balancer, and is rebalanced across zones", s)
		p.When(outside(s.MaximumPercent, 101, math.MaxInt), on, "service %s is rebalanced across zones with at most %s percent of its tasks", s, s.MaximumPercent)
	}),
}
