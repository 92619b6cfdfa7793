package report

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// parseJUnit reads a report and checks that its numbers are right and its cases
// can be told apart.
func parseJUnit(t *testing.T, r *Run) (all []string, report junitReport) {
	t.Helper()
	if err := xml.Unmarshal([]byte(render(t, JUnit, r)), &report); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var tests, failures, errors int
	for _, s := range report.Suites {
		counted := junitSuite{Cases: s.Cases}
		counted.count()
		tests, failures, errors = tests+counted.Tests, failures+counted.Failures, errors+counted.Errors
		if counted.Tests != s.Tests || counted.Failures != s.Failures || counted.Errors != s.Errors || counted.Skipped != s.Skipped {
			t.Errorf("numbers of %s: %+v", s.Name, s)
		}
		for _, c := range s.Cases {
			outcome, text := "passed", ""
			for name, x := range map[string]*junitOutcome{"failure": c.Failure, "error": c.Error, "skipped": c.Skipped} {
				if x == nil {
					continue
				}
				outcome, text = name+" "+x.Type, x.Message
				if text == "" || x.Text == "" || !strings.HasSuffix(x.Text, "\n") {
					t.Errorf("%s: %q, %q", c.Name, x.Message, x.Text)
				}
			}
			all = append(all, fmt.Sprintf("%s | %s | %s:%d | %s | %s", c.Class, c.Name, c.File, c.Line, outcome, text))
			if id := c.Class + " " + c.Name; seen[id] {
				t.Errorf("%s is there twice", id)
			} else {
				seen[id] = true
			}
		}
	}
	if tests != report.Tests || failures != report.Failures || errors != report.Errors {
		t.Errorf("numbers: %+v", report)
	}
	return all, report
}

func TestJUnit(t *testing.T) {
	file := "a " + clean(hostile) + ".tf"
	message := "container " + clean(hostile) + " is privileged, password=***"
	want := []string{
		"ecslint | inputs | broken.tf:1 | error input | Input could not be understood",
		"ecslint | rules | :0 | error defect | Defect of ecslint",
		"ECS.4 | aws_x.a in " + file + " | " + file + ":1 | failure high | " + message,
		"ECS.4 | aws_x.c in " + file + " | " + file + ":3 | skipped inSource | ignored at " + file + ":3:1 until 2027-03-31: why " + clean(hostile) + " password=***",
		"ECS.4 | aws_x.d in " + file + " | " + file + ":2 | skipped undecided | undecided: " + message,
		"ECS.4 | aws_x.e in " + file + " | " + file + ":2 | passed | ",
		"SCHEMA.1 | aws_x.b in " + file + " | " + file + ":2 | failure low | " + message,
	}
	got, report := parseJUnit(t, hostileRun())
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	text := file + ":1:5: " + message + "\n  used by local." + clean(hostile) + " at " + file + ":2:1\n  in aws_x.a at " + file + ":2:1\n"
	if got := report.Suites[1].Cases[0].Failure.Text; got != text {
		t.Errorf("got\n%s\nwant\n%s", got, text)
	}
}

// What is undecided and not to be shown has no case: it has not passed.
func TestJUnitWithoutUndecided(t *testing.T) {
	r := hostileRun()
	r.ShowUndecided = false
	got, _ := parseJUnit(t, r)
	if s := strings.Join(got, "\n"); strings.Contains(s, "aws_x.d") {
		t.Error(s)
	}
}

func TestJUnitSubjects(t *testing.T) {
	rule := &rules.Rule{ID: "T.1", Slug: "t"}
	main, other := source.NewFile("a/main.tf", []byte("x\ny\n")), source.NewFile("b/main.tf", []byte("x\ny\n"))
	module := source.NewFile(".terraform/modules/m/main.tf", []byte("x\n"))
	at := func(f *source.File, start int) source.Range {
		return source.Range{File: f, Start: start, End: start + 1}
	}
	judge := func(unit, address string, resource source.Range, v rules.Verdict) lint.Judgement {
		return lint.Judgement{Rule: rule, Unit: unit, Address: address, Resource: resource, Verdict: v}
	}
	find := func(message string, place source.Range, instances ...lint.Instance) *lint.Finding {
		return &lint.Finding{Rule: rule, Severity: rules.Low, Range: place, Message: message, Instances: instances}
	}
	instance := func(unit, address, message string, resource source.Range) lint.Instance {
		return lint.Instance{Unit: unit, Address: address, Message: message, Resource: resource}
	}
	for _, test := range []struct {
		name       string
		judgements []lint.Judgement
		findings   []*lint.Finding
		want       []string
	}{
		{
			name: "the same address in several folders",
			judgements: []lint.Judgement{
				judge("a", "x", at(main, 0), rules.Passed), judge("b", "x", at(other, 0), rules.Failed),
			},
			findings: []*lint.Finding{find("m", at(other, 2), instance("b", "x", "m", at(other, 0)))},
			want: []string{
				"T.1 | x in a/main.tf | a/main.tf:1 | passed | ",
				"T.1 | x in b/main.tf | b/main.tf:2 | failure low | m",
			},
		},
		{
			name:       "the same address twice in a file",
			judgements: []lint.Judgement{judge("a", "x", at(main, 0), rules.Passed), judge("a", "x", at(main, 2), rules.Passed)},
			want:       []string{"T.1 | x in a/main.tf | a/main.tf:1 | passed | ", "T.1 | x in a/main.tf #2 | a/main.tf:2 | passed | "},
		},
		{
			name:       "a file that is a resource",
			judgements: []lint.Judgement{judge("a/main.tf", "a/main.tf", at(main, 0), rules.Passed)},
			want:       []string{"T.1 | a/main.tf | a/main.tf:1 | passed | "},
		},
		{
			name:       "one finding on several resources",
			judgements: []lint.Judgement{judge("a", "x", at(main, 0), rules.Failed), judge("a", "y", at(main, 2), rules.Failed)},
			findings: []*lint.Finding{
				find("m", at(main, 0), instance("a", "x", "m", at(main, 0)), instance("a", "y", "n", at(main, 2))),
				find("k", at(main, 2), instance("a", "y", "k", at(main, 2))),
			},
			want: []string{
				"T.1 | x in a/main.tf | a/main.tf:1 | failure low | m",
				"T.1 | y in a/main.tf | a/main.tf:1 | failure low | n (and 1 more)",
			},
		},
		{
			name: "resources of a downloaded module",
			judgements: []lint.Judgement{
				judge("a", "module.m.x", at(module, 0), rules.Failed), judge("b", "module.m.x", at(module, 1), rules.Failed),
			},
			findings: []*lint.Finding{
				find("m", at(main, 0), instance("a", "module.m.x", "m", at(main, 0))),
				find("n", at(other, 0), instance("b", "module.m.x", "n", at(other, 0))),
			},
			want: []string{
				"T.1 | module.m.x in .terraform/modules/m/main.tf | a/main.tf:1 | failure low | m",
				"T.1 | module.m.x in .terraform/modules/m/main.tf #2 | b/main.tf:1 | failure low | n",
			},
		},
		{
			name:     "a finding without a judgement",
			findings: []*lint.Finding{find("m", at(main, 0), instance("a", "x", "m", at(main, 0)))},
			want:     []string{"T.1 | x in a/main.tf | a/main.tf:1 | failure low | m"},
		},
		{
			name:       "a failure that is not reported",
			judgements: []lint.Judgement{judge("a", "x", at(main, 0), rules.Failed)},
			want:       []string{"T.1 | x in a/main.tf | a/main.tf:1 | skipped elsewhere | fails at places that have no part in the named files"},
		},
		{
			name:       "a rule that broke down",
			judgements: []lint.Judgement{judge("a", "x", at(main, 0), rules.Undecided)},
			want:       []string{"T.1 | x in a/main.tf | a/main.tf:1 | skipped undecided | undecided"},
		},
		{
			name:       "not applicable",
			judgements: []lint.Judgement{judge("a", "x", at(main, 0), rules.NotApplicable)},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, _ := parseJUnit(t, &Run{ShowUndecided: true, Result: &lint.Result{
				Rules: []*rules.Rule{rule}, Judgements: test.judgements, Findings: test.findings,
			}})
			want := append([]string{"ecslint | inputs | :0 | passed | ", "ecslint | rules | :0 | passed | "}, test.want...)
			if !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}
