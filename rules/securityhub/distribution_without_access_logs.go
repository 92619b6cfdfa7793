package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var distributionWithoutAccessLogs = &rules.Rule{
	ID:       "CloudFront.5",
	Slug:     "distribution-without-access-logs",
	Severity: rules.Medium,
	Title:    "CloudFront distribution writes no access logs",
	Why:      "Without access logs nobody can tell who requested what through the distribution after an incident.",
	Fix: "Name a bucket in `logging` (Terraform: `logging_config { bucket = … }`). The bucket must allow the ACL of " +
		"the log delivery.",
	Notes: "Only standard logging (legacy) to a bucket counts: the control does not accept logs that CloudWatch " +
		"delivers, nor real-time logs. Terraform's `logging_config` without a bucket does not turn logging on.",
	Docs: []rules.Link{control("CloudFront.5"), configRule("cloudfront-accesslogs-enabled")},
	Related: slices.Concat(
		loggingRequirements,
		pci4("10.4.2"),
		controlTower("CT.CLOUDFRONT.PR.5"),
	),
	Check: rules.On(func(p *rules.Pass, d *model.Distribution) {
		bucket := d.Logging.Bucket
		if len(p.Model.LogDeliveriesOf(d).Items) > 0 {
			p.When(bucket.Given().Not(), bucket, "distribution %s writes no standard access logs, and the control does not count others", d)
			return
		}
		p.When(bucket.Given().Not(), bucket, "distribution %s writes no standard access logs", d)
	}),
}

// loggingRequirements are what the controls about logs stand for.
var loggingRequirements = nist("AC-2(4)", "AC-4(26)", "AC-6(9)", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)", "AU-10", "AU-12", "CA-7", "SC-7(9)",
	"SI-3(8)", "SI-4(20)", "SI-7(8)")
