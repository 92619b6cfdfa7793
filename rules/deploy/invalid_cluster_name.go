package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidClusterName = &rules.Rule{
	ID:       "DEPLOY.279",
	Slug:     "invalid-cluster-name",
	Severity: rules.High,
	Title:    "Name of the cluster is invalid",
	Why:      "ECS refuses to create the cluster.",
	Fix:      "Use up to 255 letters, digits, hyphens and underscores.",
	Notes:    "AWS documents the limits; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("CreateCluster")},
	Check: rules.On(func(p *rules.Pass, c *model.Cluster) {
		p.When(c.Name.NotBlank().And(badName(c.Name)), c.Name,
			"cluster name %s is not of up to %d letters, digits, hyphens and underscores", c.Name, maxName)
	}),
}
