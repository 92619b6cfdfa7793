package report

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

func parseASFF(t *testing.T, r *Run) []asffFinding {
	t.Helper()
	var report asffReport
	if err := json.Unmarshal([]byte(render(t, ASFF, r)), &report); err != nil {
		t.Fatal(err)
	}
	return report.Findings
}

func TestASFF(t *testing.T) {
	want := []string{
		"ecslint/input INFORMATIONAL NOT_AVAILABLE ACTIVE NEW Other broken.tf",
		"ecslint/input INFORMATIONAL NOT_AVAILABLE ACTIVE NEW Other .",
		"ecslint/defect INFORMATIONAL NOT_AVAILABLE ACTIVE NEW Other a",
		"ecslint/SCHEMA.1 LOW FAILED ACTIVE NEW AwsEcsTaskDefinition aws_x.b",
		"ecslint/ECS.4 HIGH FAILED ACTIVE NEW AwsEcsTaskDefinition aws_x.a",
		"ecslint/ECS.4 HIGH FAILED ARCHIVED SUPPRESSED AwsEcsTaskDefinition aws_x.c",
	}
	var got []string
	ids := map[string]bool{}
	for _, f := range parseASFF(t, hostileRun()) {
		got = append(got, strings.Join([]string{
			f.GeneratorID, f.Severity.Label, f.Compliance.Status, f.RecordState, f.Workflow.Status, f.Resources[0].Type, f.Resources[0].ID,
		}, " "))
		if ids[f.ID] {
			t.Errorf("%s is there twice", f.ID)
		}
		ids[f.ID] = true
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestASFFPlaceholders(t *testing.T) {
	for _, test := range []struct {
		account, region string
		today           time.Time
		want            string
	}{
		{want: "arn:aws:securityhub:us-east-1:000000000000:product/000000000000/default aws us-east-1 1970-01-01T00:00:00Z"},
		{
			"123456789012", "eu-west-1", time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
			"arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default aws eu-west-1 2026-11-22T00:00:00Z",
		},
		{region: "cn-north-1", want: "arn:aws-cn:securityhub:cn-north-1:000000000000:product/000000000000/default aws-cn cn-north-1 1970-01-01T00:00:00Z"},
		{region: "us-gov-east-1", want: "arn:aws-us-gov:securityhub:us-gov-east-1:000000000000:product/000000000000/default aws-us-gov us-gov-east-1 1970-01-01T00:00:00Z"},
	} {
		r := hostileRun()
		r.Account, r.Region, r.Today = test.account, test.region, test.today
		for _, f := range parseASFF(t, r) {
			x := f.Resources[0]
			if got := strings.Join([]string{f.ProductArn, x.Partition, x.Region, f.UpdatedAt}, " "); got != test.want || f.CreatedAt != f.UpdatedAt {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		}
	}
}

// Security Hub rejects findings with texts and lists that are too long, and those
// of more than 240 KB.
func TestASFFLimits(t *testing.T) {
	long := strings.Repeat("𝄞", 2000)
	f := source.NewFile(long, []byte("x\n"))
	place := source.Range{File: f, Start: 0, End: 1}
	finding := &lint.Finding{
		Rule: &rules.Rule{
			ID: "T.1", Slug: "t", Title: long, Fix: long, Related: slices.Repeat([]string{long}, 40),
		},
		Range: place, Message: long, Key: "k", Suppression: &lint.Suppression{Reason: long},
	}
	for n := range 40 {
		for range 2 {
			finding.Instances = append(finding.Instances, lint.Instance{
				Unit: fmt.Sprint(n, long), Address: fmt.Sprint(n, long), Path: long, Resource: place,
			})
		}
	}
	findings := parseASFF(t, &Run{Version: long, Result: &lint.Result{
		Findings: []*lint.Finding{finding},
		Problems: []source.Problem{{Name: long, Message: long}},
	}})
	for _, x := range findings {
		atMost := func(n int, what, s string) {
			if got := utf8.RuneCountInString(s); got < 1 || got > n {
				t.Errorf("%s: %d characters", what, got)
			}
		}
		atMost(512, "Id", x.ID)
		atMost(256, "Title", x.Title)
		atMost(1024, "Description", x.Description)
		for key, value := range x.ProductFields {
			atMost(128, "ProductFields", key)
			atMost(2048, key, value)
		}
		for _, resource := range x.Resources {
			atMost(512, "Resources.Id", resource.ID)
			for key, value := range resource.Details.Other {
				atMost(1024, key, value)
			}
		}
		for _, s := range x.Compliance.RelatedRequirements {
			atMost(64, "RelatedRequirements", s)
		}
		if x.Remediation != nil {
			atMost(512, "Recommendation.Text", x.Remediation.Recommendation.Text)
		}
		if b, err := json.Marshal(x); err != nil || len(b) > 240_000 {
			t.Errorf("%v, %d bytes", err, len(b))
		}
	}
	last := findings[len(findings)-1]
	if n, m := len(last.Resources), len(last.Compliance.RelatedRequirements); n != 32 || m != 32 {
		t.Errorf("%d resources, %d requirements", n, m)
	}
	if last.Resources[0].ID == last.Resources[1].ID {
		t.Error("a resource is there twice")
	}
}

// A rule is a control if its documentation has a page with its ID.
func TestControl(t *testing.T) {
	for _, r := range catalog.All() {
		if strings.HasPrefix(r.ID, "ECS.") && r.Retired == "" && control(r) != r.ID {
			t.Errorf("%s is no control", r.ID)
		}
	}
	if got := control(&rules.Rule{ID: "ECS.4", Docs: []rules.Link{{URL: "https://docs.aws.amazon.com/x/ecs-controls.html#ecs-14"}}}); got != "" {
		t.Errorf("another control's page: %s", got)
	}
	if got := control(low); got != "" {
		t.Errorf("no page: %s", got)
	}
}
