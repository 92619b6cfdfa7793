package securityhub

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var publicAccessNotBlocked = &rules.Rule{
	ID:       "S3.8",
	Slug:     "public-access-not-blocked",
	Severity: rules.High,
	Title:    "Bucket does not block public access",
	Why: "One careless ACL or bucket policy makes the bucket readable for the world. The block of public access " +
		"overrules both.",
	Fix: "Set all four switches to `true` (Terraform: `aws_s3_bucket_public_access_block`). Serve public content " +
		"through CloudFront with an origin access control.",
	Notes: "The four switches are `blockPublicAcls`, `blockPublicPolicy`, `ignorePublicAcls` and " +
		"`restrictPublicBuckets`; one that a block leaves out is off. A bucket without a block fails, as Control Tower has " +
		"it: only to buckets that were created since April 2023 AWS gives a block by itself, and code can take it away " +
		"unseen. Set `acceptUndeclared` to let such buckets pass. The block of the whole account does not count.",
	Docs: []rules.Link{control("S3.8"), configRule("s3-bucket-level-public-access-prohibited")},
	Related: slices.Concat(
		nist("AC-3", "AC-3(7)", "AC-4", "AC-4(21)", "AC-6", "AC-21", "SC-7", "SC-7(3)", "SC-7(4)", "SC-7(9)", "SC-7(11)", "SC-7(16)",
			"SC-7(20)", "SC-7(21)"),
		pci4("1.4.4"),
		controlTower("CT.S3.PR.1"),
	),
	Params: []rules.Param{
		{Name: "excludedPublicBuckets", About: "names of buckets that may be public"},
		{Name: "acceptUndeclared", About: "`true` lets buckets pass that have no block in the code", Default: []string{"false"}},
	},
	Check: rules.On(func(p *rules.Pass, b *model.Bucket) {
		block := p.Model.PublicAccessBlockOf(b)
		counts := exempt(b, p.Strings("excludedPublicBuckets")).Not()
		if block.Exists() == value.No {
			declared := value.True(p.Bool("acceptUndeclared"))
			p.When(counts.And(declared.Not()), block, "bucket %s declares no block of public access", b)
			return
		}
		var missing []string
		for _, s := range []value.BoolSetting{block.BlockPublicAcls, block.BlockPublicPolicy, block.IgnorePublicAcls, block.RestrictPublicBuckets} {
			if s.Set() == value.No {
				missing = append(missing, s.Name())
				continue
			}
			p.When(counts.And(s.Is(true).Not()), s, "bucket %s does not block public access: %s is off", b, s.Name()).
				Fix(rules.Set(s, true))
		}
		p.When(counts.And(value.True(len(missing) > 0)), block, "bucket %s does not block public access: without %s", b, strings.Join(missing, ", "))
	}),
}

// exempt asks whether a bucket is one of those that may be public.
func exempt(b *model.Bucket, names []string) value.Truth {
	if len(names) == 0 {
		return value.No
	}
	return b.Name.In(names...)
}
