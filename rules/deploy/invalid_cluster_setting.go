package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidClusterSetting = &rules.Rule{
	ID:       "DEPLOY.146",
	Slug:     "invalid-cluster-setting",
	Severity: rules.High,
	Title:    "Setting of the cluster is invalid",
	Why: "ECS refuses the cluster: the one setting is `containerInsights`, with `enabled`, `disabled` or " +
		"`enhanced`.",
	Fix: "Correct the spelling.",
	Notes: "AWS documents the values. One that is not like any of them is passed over, as it may be newer than the " +
		"table, which is of November 2026.",
	Docs: []rules.Link{apiPage("ClusterSetting")},
	Check: rules.On(func(p *rules.Pass, c *model.Cluster) {
		for x := range rules.Each(p, &c.Settings) {
			p.When(misspelt(x.Name, clusterSettings), x.Name, "cluster %s has setting %s", c, x.Name)
			p.When(x.Name.In(clusterSettings...).And(misspelt(x.Value, insightLevels)), x.Value,
				"setting %s of cluster %s is %s, not %s", x.Name, c, x.Value, anyOf(insightLevels))
		}
	}),
}

// The settings of a cluster. API Reference, ClusterSetting, November 2026.
var (
	clusterSettings = []string{"containerInsights"}
	insightLevels   = []string{"enabled", "disabled", "enhanced"}
)
