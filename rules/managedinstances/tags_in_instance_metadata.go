package managedinstances

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var tagsInInstanceMetadata = &rules.Rule{
	ID:       "MI.9",
	Slug:     "tags-in-instance-metadata",
	Severity: rules.Low,
	Title:    "Tags of the capacity provider can be read in the metadata of its instances",
	Why: "Tags that are propagated to managed instances stand in the instances' metadata, where every task that " +
		"reaches it can read them: names of customers, owners and cost centres among them.",
	Fix: "Set `instanceMetadataTagsPropagation` to `false`. Where the tool has no such setting, as Terraform's provider " +
		"did not in November 2026, set `propagateTags` to `NONE`, or keep what others must not see out of tags.",
	Docs: []rules.Link{security, {
		Title: "API reference: InstanceLaunchTemplate",
		URL:   "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InstanceLaunchTemplate.html",
	}},
	Check: onProviders(func(p *rules.Pass, c *model.CapacityProvider, l *model.InstanceLaunch) {
		tags := c.ManagedInstances.PropagateTags
		p.When(tags.Is("CAPACITY_PROVIDER").And(l.InstanceMetadataTagsPropagation.Is(true)), tags,
			"capacity provider %s propagates its tags into the metadata of its instances", c)
	}),
}
