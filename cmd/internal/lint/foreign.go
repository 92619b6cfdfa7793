package lint

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// counterparts are the checks of other scanners and the rules that look for the
// same. Their documentation, as of November 2026, is the source: Checkov's policy
// index for Terraform and CloudFormation, and Trivy's check pages, whose older
// names are those of tfsec.
var counterparts = map[string][]string{
	"CKV_AWS_1":   {"IAM.1"},
	"CKV_AWS_24":  {"EC2.13"},
	"CKV_AWS_25":  {"EC2.14"},
	"CKV_AWS_53":  {"S3.8"},
	"CKV_AWS_54":  {"S3.8"},
	"CKV_AWS_55":  {"S3.8"},
	"CKV_AWS_56":  {"S3.8"},
	"CKV_AWS_62":  {"IAM.1"},
	"CKV_AWS_65":  {"ECS.12"},
	"CKV_AWS_68":  {"CloudFront.6"},
	"CKV_AWS_79":  {"AutoScaling.3", "EC2.8", "EC2.170"},
	"CKV_AWS_84":  {"ES.4"},
	"CKV_AWS_86":  {"CloudFront.5"},
	"CKV_AWS_88":  {"EC2.9", "EC2.25"},
	"CKV_AWS_97":  {"ECS.18"},
	"CKV_AWS_231": {"EC2.21"},
	"CKV_AWS_232": {"EC2.21"},
	"CKV_AWS_332": {"ECS.10"},
	"CKV_AWS_333": {"ECS.2"},
	"CKV_AWS_334": {"ECS.4"},
	"CKV_AWS_335": {"ECS.3"},
	"CKV_AWS_336": {"ECS.5"},
	"CKV2_AWS_6":  {"S3.8"},
	"CKV2_AWS_29": {"APIGateway.4"},

	"AWS-0009": {"AutoScaling.5"},
	"AWS-0010": {"CloudFront.5"},
	"AWS-0011": {"CloudFront.6"},
	"AWS-0028": {"EC2.8"},
	"AWS-0034": {"ECS.12"},
	"AWS-0035": {"ECS.18"},
	"AWS-0036": {"ECS.8"},
	"AWS-0086": {"S3.8"},
	"AWS-0087": {"S3.8"},
	"AWS-0091": {"S3.8"},
	"AWS-0093": {"S3.8"},
	"AWS-0094": {"S3.8"},
	"AWS-0105": {"EC2.21"},
	"AWS-0107": {"EC2.13", "EC2.14"},
	"AWS-0130": {"AutoScaling.3", "EC2.170"},

	"AWS-AUTOSCALING-ENFORCE-HTTP-TOKEN-IMDS":       {"AutoScaling.3", "EC2.170"},
	"AWS-AUTOSCALING-NO-PUBLIC-IP":                  {"AutoScaling.5"},
	"AWS-CLOUDFRONT-ENABLE-LOGGING":                 {"CloudFront.5"},
	"AWS-CLOUDFRONT-ENABLE-WAF":                     {"CloudFront.6"},
	"AWS-EC2-ENFORCE-HTTP-TOKEN-IMDS":               {"EC2.8"},
	"AWS-EC2-ENFORCE-LAUNCH-CONFIG-HTTP-TOKEN-IMDS": {"AutoScaling.3", "EC2.170"},
	"AWS-EC2-NO-PUBLIC-INGRESS-ACL":                 {"EC2.21"},
	"AWS-EC2-NO-PUBLIC-INGRESS-SG":                  anyPublicIngress,
	"AWS-EC2-NO-PUBLIC-INGRESS-SGR":                 anyPublicIngress,
	"AWS-EC2-NO-PUBLIC-IP":                          {"AutoScaling.5"},
	"AWS-S3-BLOCK-PUBLIC-ACLS":                      {"S3.8"},
	"AWS-S3-BLOCK-PUBLIC-POLICY":                    {"S3.8"},
	"AWS-S3-IGNORE-PUBLIC-ACLS":                     {"S3.8"},
	"AWS-S3-NO-PUBLIC-BUCKETS":                      {"S3.8"},
	"AWS-S3-SPECIFY-PUBLIC-ACCESS-BLOCK":            {"S3.8"},
	"AWS-VPC-NO-PUBLIC-INGRESS-ACL":                 {"EC2.21"},
	"AWS-VPC-NO-PUBLIC-INGRESS-SG":                  anyPublicIngress,
	"AWS-VPC-NO-PUBLIC-INGRESS-SGR":                 anyPublicIngress,

	"AWS-ECS-ENABLE-CONTAINER-INSIGHT":     {"ECS.12"},
	"AWS-ECS-ENABLE-IN-TRANSIT-ENCRYPTION": {"ECS.18"},
	"AWS-ECS-NO-PLAINTEXT-SECRETS":         {"ECS.8"},
}

// anyPublicIngress are the rules about what a security group opens to the world. The
// checks of tfsec are about any port.
var anyPublicIngress = []string{"EC2.13", "EC2.14", "EC2.18", "EC2.19"}

// counterpart gives the rules for a check of another scanner.
func counterpart(check string) []string {
	return counterparts[strings.TrimPrefix(strings.ToUpper(check), "AVD-")]
}

func mentionsForeign(text []byte) bool {
	return bytes.Contains(text, []byte("checkov:skip=")) || bytes.Contains(text, []byte("trivy:ignore:")) ||
		bytes.Contains(text, []byte("tfsec:ignore:"))
}

// foreignMark is a request to another scanner: "checkov:skip=CHECK:reason",
// "trivy:ignore:CHECK:exp:2027-03-31" and the like with tfsec. Made on first use.
var foreignMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(checkov):skip=([\w-]+)(?::([^\r\n]*))?|(trivy|tfsec):ignore:([\w-]+)(?:\[[^\]]*\])?((?::(?:exp|ws):[\w-]+)*)`)
})

// foreignComments gives the requests to other scanners in a comment, as far as
// there is a rule for what they are about.
func (x *ignores) foreignComments(c source.Range, text string) []*Ignore {
	var out []*Ignore
	for _, m := range foreignMark().FindAllStringSubmatch(text, -1) {
		i := &Ignore{Kind: InSource, Range: c.FirstLine(), Scanner: m[1] + m[4], Reason: strings.TrimSpace(m[3])}
		i.Rules = counterpart(m[2] + m[5])
		for option := range strings.SplitSeq(m[6], ":exp:") {
			if day, _, _ := strings.Cut(option, ":"); ParseDay(day) == nil {
				i.Until = day
			}
		}
		if i.Reason == "" {
			i.Reason = "ignored by " + m[0]
		}
		if len(i.Rules) > 0 {
			out = append(out, i)
		}
	}
	return slices.Clip(out)
}

// describeForeign reads an entry of "checkov: {skip: [{id: …, comment: …}]}".
func (x *ignores) describeForeign(i *Ignore, v *value.Value) {
	id, _ := v.Get("id").Str()
	i.Scanner, i.Rules = "checkov", counterpart(id)
	if i.Reason, _ = v.Get("comment").Str(); i.Reason == "" {
		i.Reason = "ignored by checkov:skip=" + id
	}
}
