package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var databaseInOneZone = &rules.Rule{
	ID:       "RDS.15",
	Slug:     "database-in-one-zone",
	Severity: rules.Medium,
	Title:    "Database cluster is in one availability zone",
	Why:      "When the zone fails, the database is gone until it is made anew, and every service that needs it with it.",
	Fix:      "Add a second instance to the cluster, in another availability zone. Or use a Multi-AZ DB cluster.",
	Notes: "AWS reads from the running cluster whether it spans several zones; the code decides that by the cluster's " +
		"instances. One instance fails, and so do several that are all placed in the same zone; two pass, as AWS " +
		"spreads instances of which nothing is said, unless `availabilityZones` names a single zone, which fails. A " +
		"cluster without instances in the code cannot be told, nor can one of Aurora Serverless v1. A cluster with " +
		"`dbClusterInstanceClass` is a Multi-AZ DB cluster and passes.",
	Docs:    []rules.Link{control("RDS.15"), configRule("rds-cluster-multi-az-enabled")},
	Related: nist("CP-6(2)", "CP-10", "SC-5(2)", "SC-36", "SI-13(5)"),
	Check: rules.On(func(p *rules.Pass, c *model.DBCluster) {
		members := p.Model.MembersOf(c)
		serverless := c.EngineMode.Is("serverless").And(value.Maybe)
		spans := c.InstanceClass.Given().Or(serverless).Or(inSeveralZones(c, members))
		switch {
		case named(c) == value.Yes:
			p.When(spans.Not(), &c.AvailabilityZones, "database cluster %s is in one availability zone", c)
		case len(members.Items) == 0:
			p.When(spans.Not(), members, "database cluster %s has no instance in the code", c)
		default:
			p.When(spans.Not(), members, "database cluster %s is in one availability zone", c)
		}
	}),
}

// named asks whether a cluster names one availability zone and no other.
func named(c *model.DBCluster) value.Truth {
	return c.AvailabilityZones.Empty().Not().And(c.AvailabilityZones.Count().Above(value.Exactly(1)).Not())
}

// inSeveralZones asks whether two instances of a cluster are in different zones.
// AWS spreads those of which nothing is said over the zones of the cluster.
func inSeveralZones(c *model.DBCluster, members *model.Attached[*model.DBInstance]) value.Truth {
	one := named(c)
	if len(members.Items) == 0 {
		return one.Not().And(value.Maybe)
	}
	apart := members.Complete.Not()
	for n, a := range members.Items {
		apart = apart.Or(a.Sure.Not()) // it may stand for any number of them
		for _, b := range members.Items[:n] {
			zone, other := a.Item.AvailabilityZone, b.Item.AvailabilityZone
			placed := zone.Set().And(other.Set())
			differ := placed.And(zone.Equals(other).Not())
			apart = apart.Or(a.Sure.And(b.Sure).And(differ.Or(placed.Not().And(one.Not()))))
		}
	}
	return apart
}
