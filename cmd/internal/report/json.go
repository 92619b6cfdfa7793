package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// JSONVersion is the version of the JSON report's schema. It changes when a
// member changes its meaning or goes; members may be added without.
const JSONVersion = 1

// The JSON report, of which docs/report.schema.json is the schema. Every list is
// there even if it is empty, except for undecided, which is there with --unknown
// report or fail. Files are named relative to the root of the repository, with
// slashes.
type (
	jsonReport struct {
		Version    int            `json:"version"` // JSONVersion
		Tool       jsonTool       `json:"tool"`
		Buffer     string         `json:"buffer,omitempty"` // the file that standard input stands for
		Summary    jsonSummary    `json:"summary"`
		Findings   []jsonFinding  `json:"findings"`   // by place and rule
		Suppressed []jsonFinding  `json:"suppressed"` // ignored or in the baseline
		Undecided  *[]jsonFinding `json:"undecided,omitempty"`
		Problems   []jsonProblem  `json:"problems"`
		Verdicts   []jsonVerdict  `json:"verdicts"` // each rule on each resource
	}
	jsonTool struct {
		Name    string `json:"name"`
		Version string `json:"version"`
	}
	jsonSummary struct {
		ExitStatus int            `json:"exitStatus"`
		Findings   int            `json:"findings"`
		Suppressed int            `json:"suppressed"`
		Undecided  int            `json:"undecided"`
		Elsewhere  int            `json:"elsewhere"` // findings left out: the named files have no part in them
		Resources  map[string]int `json:"resources"` // by kind: taskDefinition, service, …
		Verdicts   map[string]int `json:"verdicts"`  // pass, fail, unknown, notApplicable
	}
	jsonFinding struct {
		Key          string           `json:"key"`  // the same in the next run
		Rule         string           `json:"rule"` // the ID
		Slug         string           `json:"slug"`
		Severity     string           `json:"severity"` // low, medium, high, critical
		Message      string           `json:"message"`
		Reason       string           `json:"reason,omitempty"` // why it cannot be decided
		Place        jsonPlace        `json:"place"`
		Inside       *jsonPlace       `json:"inside,omitempty"`      // in a downloaded module that place calls, or in a generated template
		Generated    bool             `json:"generated,omitempty"`   // the latter
		Trail        []jsonStep       `json:"trail"`                 // from place to the resource
		Resources    []jsonInstance   `json:"resources"`             // at least one
		Requirements []string         `json:"requirements"`          // of standards: "NIST.800-53.r5 AC-6"
		Fixes        []jsonFix        `json:"fixes"`                 // the best one first
		Suppression  *jsonSuppression `json:"suppression,omitempty"` // of those that are suppressed
	}
	// jsonFix is one way to remove a finding.
	jsonFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"` // which do not overlap
	}
	// jsonEdit puts text in place of a range.
	jsonEdit struct {
		Place   jsonPlace `json:"place"`
		NewText string    `json:"newText"`
	}
	jsonSuppression struct {
		Kind   string     `json:"kind"` // inSource, configuration, baseline
		Reason string     `json:"reason,omitempty"`
		Until  string     `json:"until,omitempty"` // the last day
		Place  *jsonPlace `json:"place,omitempty"` // where it is written
	}
	// jsonInstance is one resource that a finding is about.
	jsonInstance struct {
		Address   string    `json:"address"`
		Path      string    `json:"path,omitempty"`      // inside the resource: containerDefinitions[web].user
		Unit      string    `json:"unit"`                // the root module, template or file
		Message   string    `json:"message"`             // may differ between resources
		Condition string    `json:"condition,omitempty"` // on what it depends whether the resource exists
		Sets      []string  `json:"sets,omitempty"`      // of variables with which it fails
		Place     jsonPlace `json:"place"`               // the line that opens the resource
	}
	jsonStep struct {
		Name  string    `json:"name"` // for people
		Place jsonPlace `json:"place"`
	}
	// jsonPlace is a range of text. Lines and columns count from 1, columns in
	// characters (Unicode code points); the end is behind the last one.
	jsonPlace struct {
		File      string `json:"file"`
		Line      int    `json:"line"`
		Column    int    `json:"column"`
		EndLine   int    `json:"endLine"`
		EndColumn int    `json:"endColumn"`
	}
	jsonProblem struct {
		Level   string     `json:"level"` // error, warning, note; defect for a mistake in ecslint
		Message string     `json:"message"`
		File    string     `json:"file"` // or folder
		Place   *jsonPlace `json:"place,omitempty"`
	}
	jsonVerdict struct {
		Rule    string    `json:"rule"`
		Verdict string    `json:"verdict"` // pass, fail, unknown, notApplicable
		Kind    string    `json:"kind"`    // of the resource
		Address string    `json:"address"`
		Unit    string    `json:"unit"`
		Place   jsonPlace `json:"place"`
	}
)

// JSON is the report with everything in it, for programs.
func JSON(w io.Writer, r *Run) error {
	out := jsonReport{
		Version: JSONVersion,
		Tool:    jsonTool{"ecslint", r.Version},
		Buffer:  r.Buffer,
		Summary: jsonSummary{
			ExitStatus: r.Status, Findings: len(r.Findings), Suppressed: len(r.Suppressed), Undecided: len(r.Undecided), Elsewhere: r.Elsewhere,
			Resources: r.Resources, Verdicts: r.verdicts(),
		},
		Findings:   r.jsonFindings(r.Findings),
		Suppressed: r.jsonFindings(r.Suppressed),
		Problems:   []jsonProblem{},
		Verdicts:   make([]jsonVerdict, len(r.Judgements)),
	}
	if r.ShowUndecided {
		all := r.jsonFindings(r.Undecided)
		out.Undecided = &all
	}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, jsonProblem{
			Level: p.Level.String(), Message: r.problemText(p), File: p.Path(), Place: jsonPlaceIf(p.Range),
		})
	}
	for _, d := range r.Defects {
		out.Problems = append(out.Problems, jsonProblem{Level: "defect", Message: r.Mask.Text(d.Error), File: d.Unit})
	}
	for i, j := range r.Judgements {
		out.Verdicts[i] = jsonVerdict{
			Rule: j.Rule.ID, Verdict: j.Verdict.String(), Kind: j.Kind, Address: r.Mask.Text(j.Address), Unit: j.Unit,
			Place: jsonPlaceOf(j.Resource),
		}
	}
	return encode(w, out)
}

// EncodeJSON is for JSON that other packages write.
func EncodeJSON(w io.Writer, v any) error { return encode(w, v) }

// encode writes indented JSON. Characters that a terminal could obey are escaped,
// also those that JSON has no objection to.
func encode(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	for _, c := range b.String() {
		if c >= 0x7f && !harmless(c) {
			fmt.Fprintf(out, `\u%04x`, c)
		} else {
			out.WriteRune(c)
		}
	}
	return out.Flush()
}

func (r *Run) jsonFindings(all []*lint.Finding) []jsonFinding {
	out := make([]jsonFinding, len(all))
	for i, f := range all {
		out[i] = jsonFinding{
			Key: f.Key, Rule: f.Rule.ID, Slug: f.Rule.Slug, Severity: f.Severity.String(),
			Message: r.Mask.Text(f.Message), Reason: r.Mask.Text(f.Reason),
			Place: jsonPlaceOf(f.Range), Inside: jsonPlaceIf(f.Inside), Generated: f.Generated,
			Trail: r.jsonTrail(f.Trail), Resources: make([]jsonInstance, len(f.Instances)),
			Requirements: append([]string{}, f.Rule.Related...), Fixes: r.jsonFixes(f.Fixes), Suppression: r.jsonSuppression(f.Suppression),
		}
		for n, x := range f.Instances {
			out[i].Resources[n] = jsonInstance{
				Address: r.Mask.Text(x.Address), Path: r.Mask.Text(x.Path), Unit: x.Unit, Message: r.Mask.Text(x.Message),
				Condition: r.Mask.Text(x.Condition), Sets: x.Sets, Place: jsonPlaceOf(x.Resource),
			}
		}
	}
	return out
}

// jsonFixes leaves out fixes that would write a secret.
func (r *Run) jsonFixes(fixes []rules.Fix) []jsonFix {
	out := []jsonFix{}
	for _, f := range fixes {
		if slices.ContainsFunc(f.Edits, func(e rules.TextEdit) bool { return r.Mask.Text(e.NewText) != e.NewText }) {
			continue
		}
		fix := jsonFix{Message: r.Mask.Text(f.Message), Edits: make([]jsonEdit, len(f.Edits))}
		for i, e := range f.Edits {
			fix.Edits[i] = jsonEdit{jsonPlaceOf(e.Range), e.NewText}
		}
		out = append(out, fix)
	}
	return out
}

func (r *Run) jsonSuppression(s *lint.Suppression) *jsonSuppression {
	if s == nil {
		return nil
	}
	return &jsonSuppression{Kind: s.Kind.String(), Reason: r.Mask.Text(s.Reason), Until: s.Until, Place: jsonPlaceIf(s.Range)}
}

func (r *Run) jsonTrail(trail []value.Step) []jsonStep {
	out := make([]jsonStep, len(trail))
	for i, s := range trail {
		out[i] = jsonStep{r.Mask.Text(s.String()), jsonPlaceOf(s.Range.FirstLine())}
	}
	return out
}

func jsonPlaceOf(r source.Range) jsonPlace {
	if r.IsZero() {
		return jsonPlace{}
	}
	start, end := r.Positions()
	return jsonPlace{File: r.File.Name, Line: start.Line, Column: start.Rune, EndLine: end.Line, EndColumn: end.Rune}
}

// jsonPlaceIf is nil for a range that is no place.
func jsonPlaceIf(r source.Range) *jsonPlace {
	if r.IsZero() {
		return nil
	}
	p := jsonPlaceOf(r)
	return &p
}
