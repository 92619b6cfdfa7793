package report

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var update = flag.Bool("update", false, "write the expected reports anew")

// golden compares a report with a file below testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// machineFormats are those that know nothing but findings, and JSON.
var machineFormats = map[string]Format{
	"asff": ASFF, "checkstyle": Checkstyle, "github": GitHub, "gitlab": GitLab, "json": JSON, "junit": JUnit,
}

// hostile is text that means something to a terminal, to a runner of workflows,
// or in a language that a report is written in.
const hostile = "<b>\"'&\n::error::100%0A,]]>\x1b[31m\xff\u009b\u202e"

const secret = "hunter2hunter2"

var (
	high = &rules.Rule{
		ID: "ECS.4", Slug: "privileged-container", Severity: rules.High, Title: "Container runs in privileged mode",
		Fix:     "Delete `privileged`.",
		Docs:    []rules.Link{{Title: "Security Hub control ECS.4", URL: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4"}},
		Related: []string{"NIST.800-53.r5 AC-6"},
	}
	low = &rules.Rule{ID: "SCHEMA.1", Slug: "misspelt-property", Severity: rules.Low, Title: "Name is misspelt"}
)

// hostileRun has one of everything, with names that nobody would give.
func hostileRun() *Run {
	f := source.NewFile("a "+hostile+".tf", []byte("é = true\nb = 1\nc = 2\n"))
	at := func(start, end int) source.Range { return source.Range{File: f, Start: start, End: end} }
	broken := source.NewFile("broken.tf", []byte("x = (\ny\n"))
	message := "container " + hostile + " is privileged, password=" + secret
	finding := func(r *rules.Rule, n string, place source.Range, address string) *lint.Finding {
		return &lint.Finding{
			Rule: r, Severity: r.Severity, Range: place, Key: strings.Repeat(n, 32) + ":1", Message: message,
			Instances: []lint.Instance{{Unit: "a", Address: address, Message: message, Resource: at(10, 15)}},
		}
	}
	open := finding(high, "1", at(5, 9), "aws_x.a")
	open.Trail = []value.Step{{Range: at(10, 15), Kind: value.Local, Name: "local." + hostile}}
	open.Instances[0].Path = "containerDefinitions[" + hostile + "].privileged"
	minor := finding(low, "2", at(10, 11), "aws_x.b")
	ignored := finding(high, "3", at(16, 17), "aws_x.c")
	ignored.Suppression = &lint.Suppression{Reason: "why " + hostile + " password=" + secret, Until: "2027-03-31", Range: at(16, 21)}
	unsure := finding(high, "4", at(16, 17), "aws_x.d")
	unsure.Reason = "var." + hostile + " has no default"
	judge := func(r *rules.Rule, address string, v rules.Verdict) lint.Judgement {
		return lint.Judgement{Rule: r, Kind: "taskDefinition", Unit: "a", Address: address, Resource: at(10, 15), Verdict: v}
	}
	return &Run{
		Version: "1.2.3", Status: 3, ShowUndecided: true, Today: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
		Account: "123456789012", Region: "us-gov-west-1",
		Result: &lint.Result{
			Rules:    []*rules.Rule{high, low},
			Findings: []*lint.Finding{minor, open}, Suppressed: []*lint.Finding{ignored}, Undecided: []*lint.Finding{unsure},
			Judgements: []lint.Judgement{
				judge(high, "aws_x.a", rules.Failed), judge(high, "aws_x.c", rules.Failed), judge(high, "aws_x.d", rules.Undecided),
				judge(high, "aws_x.e", rules.Passed), judge(high, "aws_x.f", rules.NotApplicable), judge(low, "aws_x.b", rules.Failed),
			},
			Resources: map[string]int{"taskDefinition": 5},
			Problems: []source.Problem{
				{Range: source.Range{File: broken, Start: 4, End: 7}, Message: "no " + hostile, Level: source.Error},
				{Name: "../x", Message: "path leads outside", Level: source.Error},
				{Name: "y", Message: "a warning", Level: source.Warning},
			},
			Defects: []lint.Defect{{Unit: "a", Error: "index out of range " + hostile, Stack: "goroutine 1"}},
		},
	}
}

// emptyRun looked at one resource and found nothing.
func emptyRun() *Run {
	f := source.NewFile("a.tf", []byte("a\n"))
	return &Run{Version: "1.2.3", Result: &lint.Result{
		Rules: []*rules.Rule{high}, Resources: map[string]int{"taskDefinition": 1},
		Judgements: []lint.Judgement{{
			Rule: high, Kind: "taskDefinition", Unit: ".", Address: "aws_x.a", Verdict: rules.Passed,
			Resource: source.Range{File: f, Start: 0, End: 1},
		}},
	}}
}

func render(t *testing.T, f Format, r *Run) string {
	t.Helper()
	var b bytes.Buffer
	if err := f(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestMachineFormats pins every byte of the reports on hostile names and on no
// findings.
func TestMachineFormats(t *testing.T) {
	for name, f := range machineFormats {
		golden(t, "hostile."+name, render(t, f, hostileRun()))
		golden(t, "empty."+name, render(t, f, emptyRun()))
	}
}

func TestMachineFormatsAreHarmless(t *testing.T) {
	for name, f := range machineFormats {
		out := render(t, f, hostileRun())
		if !utf8.ValidString(out) {
			t.Errorf("%s: not UTF-8", name)
		}
		for _, c := range out {
			if c != '\n' && !harmless(c) {
				t.Errorf("%s: %U is in it", name, c)
			}
		}
		if strings.Contains(out, secret) {
			t.Errorf("%s: a secret is in it:\n%s", name, out)
		}
		if again := render(t, f, hostileRun()); again != out {
			t.Errorf("%s: differs from run to run", name)
		}
	}
}

// What is undecided is shown only where that is asked for.
func TestUndecidedIsHidden(t *testing.T) {
	for name, f := range machineFormats {
		shown, r := render(t, f, hostileRun()), hostileRun()
		r.ShowUndecided = false
		hidden := render(t, f, r)
		if hidden == shown && name != "asff" {
			t.Errorf("%s: undecided findings are not shown", name)
		}
		if strings.Contains(hidden, "has no default") {
			t.Errorf("%s: undecided findings are shown:\n%s", name, hidden)
		}
	}
}

// full refuses all that is written.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestMachineFormatsReportErrors(t *testing.T) {
	for name, f := range machineFormats {
		if f(full{}, hostileRun()) == nil {
			t.Errorf("%s: an error is lost", name)
		}
	}
}

func TestFailures(t *testing.T) {
	var got []string
	for _, x := range hostileRun().failures() {
		got = append(got, strings.Join([]string{x.check, x.title, x.file, x.message}, "|"))
	}
	want := []string{
		`input|Input could not be understood|broken.tf|no ` + clean(hostile),
		`input|Input could not be understood||../x: path leads outside`,
		`defect|Defect of ecslint|a|index out of range ` + clean(hostile),
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
