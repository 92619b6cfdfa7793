package report

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/rules"
)

// The request of BatchImportFindings, as far as it is used. Texts are bounded as
// the API wants it; it also rejects those that are empty.
//
// From the Security Hub API Reference, AwsSecurityFinding and its parts, as of
// November 2026. That a recommendation has 512 characters, a requirement 64 and
// a value of Details.Other 1,024 is not there, but in the errors of the API.
type (
	asffReport struct {
		Findings []asffFinding
	}
	asffFinding struct {
		SchemaVersion         string
		ID                    string `json:"Id"` // up to 512 characters, unique for the product
		ProductArn            string
		ProductName           string
		CompanyName           string
		GeneratorID           string `json:"GeneratorId"`
		AwsAccountID          string `json:"AwsAccountId"`
		Types                 []string
		CreatedAt             string
		UpdatedAt             string
		Severity              asffSeverity
		Title                 string            // up to 256 characters
		Description           string            // up to 1,024 characters
		Remediation           *asffRemediation  `json:",omitempty"`
		SourceURL             string            `json:"SourceUrl,omitempty"`
		ProductFields         map[string]string // values up to 2,048 characters
		Resources             []asffResource    // 1 to 32
		Compliance            asffCompliance
		Workflow              asffWorkflow
		RecordState           string // ACTIVE, ARCHIVED
		FindingProviderFields asffProviderFields
	}
	asffSeverity struct {
		Label    string // INFORMATIONAL, LOW, MEDIUM, HIGH, CRITICAL
		Original string
	}
	asffRemediation struct {
		Recommendation asffRecommendation
	}
	asffRecommendation struct {
		Text string `json:",omitempty"` // up to 512 characters
		URL  string `json:"Url,omitempty"`
	}
	asffResource struct {
		Type      string
		ID        string `json:"Id"`
		Partition string // aws, aws-cn, aws-us-gov
		Region    string
		Details   asffDetails
	}
	asffDetails struct {
		Other map[string]string // values up to 1,024 characters
	}
	asffCompliance struct {
		Status              string   // FAILED, NOT_AVAILABLE
		RelatedRequirements []string `json:",omitempty"` // up to 32
		SecurityControlID   string   `json:"SecurityControlId,omitempty"`
	}
	asffWorkflow struct {
		Status string // NEW, SUPPRESSED
	}
	// asffProviderFields are where the provider of a finding changes what is at the
	// top level of a new one.
	asffProviderFields struct {
		Severity asffSeverity
		Types    []string
	}
)

// Limits of the API, in characters and elements. A finding may have 240 KB: with
// asffText that is not reached with the most resources.
const (
	asffTitle        = 256
	asffDescription  = 1024
	asffAdvice       = 512
	asffRequirement  = 64
	asffRequirements = 32
	asffResources    = 32
	asffText         = 256
)

// ASFF is the report for Security Hub: one request of BatchImportFindings with all
// findings. One call takes a hundred of them. What is ignored or in the baseline
// is archived, so that it is closed if it was imported before. What is undecided
// is left out; an input that could not be understood is a finding whose
// compliance is not available.
//
// A finding has the key of the run for its ID, with which a later import finds it
// again, and the day of the run for its times.
func ASFF(w io.Writer, r *Run) error {
	b := newASFF(r)
	out := asffReport{Findings: []asffFinding{}}
	given := map[string]int{}
	for _, x := range r.failures() {
		id := fingerprint(x)
		given[id]++
		out.Findings = append(out.Findings, b.failure(x, id+":"+strconv.Itoa(given[id])))
	}
	for _, f := range slices.Concat(r.Findings, r.Suppressed) {
		out.Findings = append(out.Findings, b.finding(f))
	}
	return encode(w, out)
}

// asffBuilder makes findings.
type asffBuilder struct {
	run                        *Run
	account, region, partition string
	time                       string
	kinds                      map[string]string // of the resources that a rule looks at
}

func newASFF(r *Run) *asffBuilder {
	b := &asffBuilder{run: r, account: cmp.Or(r.Account, "000000000000"), region: cmp.Or(r.Region, "us-east-1"), kinds: map[string]string{}}
	switch {
	case strings.HasPrefix(b.region, "cn-"):
		b.partition = "aws-cn"
	case strings.HasPrefix(b.region, "us-gov-"):
		b.partition = "aws-us-gov"
	default:
		b.partition = "aws"
	}
	day := r.Today
	if day.IsZero() {
		day = time.Unix(0, 0)
	}
	b.time = day.UTC().Format(time.RFC3339)
	for _, j := range r.Judgements {
		b.kinds[j.Rule.ID] = j.Kind
	}
	return b
}

// asffTypes are the resources that ASFF has a type for; all others are "Other".
var asffTypes = map[string]string{
	"cluster":        "AwsEcsCluster",
	"service":        "AwsEcsService",
	"taskDefinition": "AwsEcsTaskDefinition",
}

func (b *asffBuilder) finding(f *lint.Finding) asffFinding {
	r := b.run
	out := b.base(f.Key, f.Rule.ID, f.Severity.String(), "Software and Configuration Checks/AWS Security Best Practices")
	out.Title = shorten(f.Rule.ID+" "+f.Rule.Title+": "+r.show(f.Instances[0].Address), asffTitle)
	out.Description = shorten(where(f.Range.File.Name, f.Range)+": "+r.oneLine(f), asffDescription)
	advice := asffRecommendation{Text: shorten(f.Rule.Fix, asffAdvice)}
	if len(f.Rule.Docs) > 0 {
		advice.URL = f.Rule.Docs[0].URL
		out.SourceURL = advice.URL
	}
	if advice != (asffRecommendation{}) {
		out.Remediation = &asffRemediation{advice}
	}
	start, _ := f.Range.Positions()
	put(out.ProductFields, "ecslint/name", f.Rule.Slug)
	put(out.ProductFields, "ecslint/file", r.show(f.Range.File.Name))
	put(out.ProductFields, "ecslint/line", strconv.Itoa(start.Line))
	out.Resources = b.resources(f)
	out.Compliance.Status = "FAILED"
	out.Compliance.SecurityControlID = control(f.Rule)
	for _, s := range f.Rule.Related[:min(len(f.Rule.Related), asffRequirements)] {
		out.Compliance.RelatedRequirements = append(out.Compliance.RelatedRequirements, shorten(s, asffRequirement))
	}
	if f.Suppression != nil {
		out.RecordState, out.Workflow.Status = "ARCHIVED", "SUPPRESSED"
		put(out.ProductFields, "ecslint/suppression", clean(r.suppression(f.Suppression)))
	}
	return out
}

// failure is a finding on what could not be judged.
func (b *asffBuilder) failure(x failure, key string) asffFinding {
	out := b.base(key, x.check, "informational", "Software and Configuration Checks")
	at := x.message
	if x.file != "" {
		at = where(x.file, x.place) + ": " + at
	}
	out.Title = shorten(strings.TrimSuffix(x.title+": "+x.file, ": "), asffTitle)
	out.Description = shorten(at, asffDescription)
	out.Resources = []asffResource{b.resource("Other", cmp.Or(x.file, "."))}
	out.Compliance.Status = "NOT_AVAILABLE"
	return out
}

// base is what all findings have.
func (b *asffBuilder) base(key, generator, severity, kind string) asffFinding {
	s := asffSeverity{Label: strings.ToUpper(severity), Original: severity}
	out := asffFinding{
		SchemaVersion: "2018-10-08",
		ID:            "ecslint/" + key,
		ProductArn:    "arn:" + b.partition + ":securityhub:" + b.region + ":" + b.account + ":product/" + b.account + "/default",
		ProductName:   "ecslint",
		CompanyName:   "ecslint",
		GeneratorID:   "ecslint/" + generator,
		AwsAccountID:  b.account,
		Types:         []string{kind},
		CreatedAt:     b.time,
		UpdatedAt:     b.time,
		Severity:      s,
		ProductFields: map[string]string{},
		Workflow:      asffWorkflow{"NEW"},
		RecordState:   "ACTIVE",
	}
	out.FindingProviderFields = asffProviderFields{s, out.Types}
	put(out.ProductFields, "ecslint/version", b.run.Version)
	return out
}

// resources gives the resources of a finding, each address once for a unit.
func (b *asffBuilder) resources(f *lint.Finding) []asffResource {
	var out []asffResource
	type subject struct{ unit, address string }
	seen := map[subject]bool{}
	for _, i := range f.Instances {
		s := subject{i.Unit, i.Address}
		if seen[s] || len(out) == asffResources {
			continue
		}
		seen[s] = true
		x := b.resource(cmp.Or(asffTypes[b.kinds[f.Rule.ID]], "Other"), i.Address)
		put(x.Details.Other, "unit", b.run.show(i.Unit))
		put(x.Details.Other, "path", b.run.show(i.Path))
		if !i.Resource.IsZero() {
			start, _ := i.Resource.Positions()
			put(x.Details.Other, "file", b.run.show(i.Resource.File.Name))
			put(x.Details.Other, "line", strconv.Itoa(start.Line))
		}
		out = append(out, x)
	}
	return out
}

// resource gives a resource that is not known by its ARN.
func (b *asffBuilder) resource(kind, address string) asffResource {
	address = shorten(b.run.show(address), asffText)
	return asffResource{
		Type: kind, ID: cmp.Or(address, "unnamed"), Partition: b.partition, Region: b.region,
		Details: asffDetails{Other: map[string]string{"address": cmp.Or(address, "unnamed")}},
	}
}

// put adds what is not empty.
func put(fields map[string]string, key, value string) {
	if value = strings.TrimSpace(shorten(value, asffText)); value != "" {
		fields[key] = value
	}
}

// control gives the ID of the Security Hub control that a rule is, if it is one.
func control(r *rules.Rule) string {
	anchor := "-controls.html#" + strings.ToLower(strings.ReplaceAll(r.ID, ".", "-"))
	if slices.ContainsFunc(r.Docs, func(l rules.Link) bool { return strings.HasSuffix(l.URL, anchor) }) {
		return r.ID
	}
	return ""
}
