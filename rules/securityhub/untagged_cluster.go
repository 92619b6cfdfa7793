package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var untaggedCluster = &rules.Rule{
	ID:       "ECS.14",
	Slug:     "untagged-cluster",
	Severity: rules.Low,
	Title:    "Cluster has no tags or lacks required ones",
	Why:      whyTags,
	Fix:      fixTags,
	Notes:    notesTags,
	Docs:     []rules.Link{control("ECS.14")},
	Params:   tagParams,
	Check: rules.On(func(p *rules.Pass, c *model.Cluster) {
		judgeTags(p, &c.Tags, "cluster", c)
	}),
}
