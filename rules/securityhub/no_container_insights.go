package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var noContainerInsights = &rules.Rule{
	ID:       "ECS.12",
	Slug:     "no-container-insights",
	Severity: rules.Medium,
	Title:    "Cluster does not use Container Insights",
	Why: "Without Container Insights there are no metrics of single tasks and containers: a restart loop, or " +
		"a container that suddenly needs far more than usual, goes unnoticed.",
	Fix: "Add the cluster setting `containerInsights` with the value `enhanced` or `enabled` (Terraform: a " +
		"`setting` block).",
	Notes: "The documents name `enabled` only; `enhanced`, which came later, observes more and is accepted. A " +
		"cluster without the setting fails, unless this code sets the account's default: then it cannot be " +
		"told which of both is created first.",
	Docs: []rules.Link{control("ECS.12"), configRule("ecs-container-insights-enabled")},
	Related: slices.Concat(
		nist("AU-6(3)", "AU-6(4)", "CA-7", "SI-2"),
		pci3("10.1", "10.2.1", "10.2.2", "10.2.3", "10.2.4", "10.2.5", "10.2.7",
			"10.3.1", "10.3.2", "10.3.3", "10.3.4", "10.3.5", "10.3.6"),
		controlTower("CT.ECS.PR.2"),
	),
	Check: rules.On(func(p *rules.Pass, c *model.Cluster) {
		insights := p.Model.ContainerInsights(c)
		turnOn := rules.Set(insights, "enabled")
		turnOn.Message = "Set containerInsights to enabled"
		add := rules.Add(&c.Settings, rules.Pair{Name: "name", Value: "containerInsights"}, rules.Pair{Name: "value", Value: "enabled"})
		add.Message = "Add the setting containerInsights with the value enabled"
		p.When(insights.In("enabled", "enhanced").Not(), insights, "cluster %s does not use Container Insights", c).
			Fix(turnOn, add)
	}),
}
