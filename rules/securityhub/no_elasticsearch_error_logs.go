package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var noElasticsearchErrorLogs = &rules.Rule{
	ID:       "ES.4",
	Slug:     "no-elasticsearch-error-logs",
	Severity: rules.Medium,
	Title:    "Elasticsearch domain sends no error logs to CloudWatch",
	Why:      "Without its error log nobody can tell why a domain refused or lost requests, nor see attempts to misuse it.",
	Fix: "Publish `ES_APPLICATION_LOGS` to a log group (Terraform: a block `log_publishing_options`), and let the " +
		"service write to it with a resource policy.",
	Notes: "Slow logs and audit logs alone do not count. In CloudFormation an option without `Enabled` is off, in " +
		"Terraform on. Domains of OpenSearch have a control of their own.",
	Docs:    []rules.Link{control("ES.4"), configRule("elasticsearch-logs-to-cloudwatch")},
	Related: slices.Concat(loggingRequirements, controlTower("CT.OPENSEARCH.PR.4")),
	Check: rules.On(func(p *rules.Pass, d *model.SearchDomain) {
		if !p.Scope(value.True(d.Elasticsearch()), d) {
			return
		}
		var place rules.Located = &d.Logs
		for _, o := range d.Logs.Items {
			if isErrorLog(o) == value.Yes {
				place = o.LogGroup
				if o.Enabled.Is(true) != value.Yes {
					place = o.Enabled
				}
			}
		}
		published := d.Logs.Any(func(o *model.LogPublishingOption) value.Truth {
			return isErrorLog(o).And(o.Enabled.Is(true)).And(o.LogGroup.Given())
		})
		p.When(published.Not(), place, "Elasticsearch domain %s sends no error logs to CloudWatch", d)
	}),
}

// isErrorLog asks whether a log of a domain is that of its errors.
func isErrorLog(o *model.LogPublishingOption) value.Truth { return o.LogType.Is("ES_APPLICATION_LOGS") }
