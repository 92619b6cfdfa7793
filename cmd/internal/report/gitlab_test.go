package report

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/rules"
)

func TestGitLab(t *testing.T) {
	r := hostileRun()
	r.Problems = append(r.Problems, r.Problems[0]) // the same twice
	var issues []gitlabIssue
	if err := json.Unmarshal([]byte(render(t, GitLab, r)), &issues); err != nil {
		t.Fatal(err)
	}
	file := strings.ToValidUTF8("a "+hostile+".tf", "\ufffd")
	want := []string{
		"ecslint.input blocker broken.tf:1-1",
		"ecslint.input blocker .:1-1",
		"ecslint.input blocker broken.tf:1-1",
		"ecslint.defect blocker a:1-1",
		"SCHEMA.1 minor " + file + ":2-2",
		"ECS.4 critical " + file + ":1-1",
		"ECS.4 info " + file + ":3-3",
	}
	var got []string
	prints := map[string]bool{}
	for _, x := range issues {
		got = append(got, fmt.Sprintf("%s %s %s:%d-%d", x.CheckName, x.Severity, x.Location.Path, x.Location.Lines.Begin, x.Location.Lines.End))
		if x.Description == "" || prints[x.Fingerprint] {
			t.Errorf("%+v", x)
		}
		prints[x.Fingerprint] = true
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !prints[r.Findings[0].Key] {
		t.Errorf("the key of a finding is not its fingerprint: %v", prints)
	}
	if out := render(t, GitLab, emptyRun()); out != "[]\n" {
		t.Errorf("no findings give %q", out)
	}
}

// A line that moves leaves fingerprints as they are.
func TestGitLabFingerprints(t *testing.T) {
	prints := func(r *Run) []string {
		var issues []gitlabIssue
		if err := json.Unmarshal([]byte(render(t, GitLab, r)), &issues); err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, x := range issues {
			out = append(out, x.Fingerprint)
		}
		return out
	}
	moved := hostileRun()
	p := &moved.Problems[0].Range
	p.Start, p.End = 6, 7
	if a, b := prints(hostileRun()), prints(moved); !slices.Equal(a, b) {
		t.Errorf("%q\n%q", a, b)
	}
}

func TestGitLabSeverities(t *testing.T) {
	for s, want := range map[rules.Severity]string{
		rules.Critical: "blocker", rules.High: "critical", rules.Medium: "major", rules.Low: "minor",
	} {
		if got := gitlabSeverity(s); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}
