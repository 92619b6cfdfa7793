package report

import (
	"encoding/json"
	"io"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// JSONVersion is the version of the JSON report's schema. It changes when a
// member changes its meaning or goes; members may be added without.
const JSONVersion = 1

// The schema of the JSON report. Every list is there even if it is empty, except
// for undecided, which is there with --unknown report or fail. Files are named
// relative to the root of the repository, with slashes.
type (
	jsonReport struct {
		Version   int            `json:"version"` // JSONVersion
		Tool      jsonTool       `json:"tool"`
		Summary   jsonSummary    `json:"summary"`
		Findings  []jsonFinding  `json:"findings"` // by place and rule
		Undecided *[]jsonFinding `json:"undecided,omitempty"`
		Problems  []jsonProblem  `json:"problems"`
		Verdicts  []jsonVerdict  `json:"verdicts"` // each rule on each resource
	}
	jsonTool struct {
		Name    string `json:"name"`
		Version string `json:"version"`
	}
	jsonSummary struct {
		ExitStatus int            `json:"exitStatus"`
		Findings   int            `json:"findings"`
		Undecided  int            `json:"undecided"`
		Elsewhere  int            `json:"elsewhere"` // findings left out: the named files have no part in them
		Resources  map[string]int `json:"resources"` // by kind: taskDefinition, service, …
		Verdicts   map[string]int `json:"verdicts"`  // pass, fail, unknown, notApplicable
	}
	jsonFinding struct {
		Rule      string         `json:"rule"` // the ID
		Slug      string         `json:"slug"`
		Severity  string         `json:"severity"` // low, medium, high, critical
		Message   string         `json:"message"`
		Reason    string         `json:"reason,omitempty"` // why it cannot be decided
		Place     jsonPlace      `json:"place"`
		Inside    *jsonPlace     `json:"inside,omitempty"` // in a downloaded module that place calls
		Trail     []jsonStep     `json:"trail"`            // from place to the resource
		Resources []jsonInstance `json:"resources"`        // at least one
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
		Summary: jsonSummary{
			ExitStatus: r.Status, Findings: len(r.Findings), Undecided: len(r.Undecided), Elsewhere: r.Elsewhere,
			Resources: r.Resources, Verdicts: r.verdicts(),
		},
		Findings: r.jsonFindings(r.Findings),
		Problems: []jsonProblem{},
		Verdicts: make([]jsonVerdict, len(r.Judgements)),
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
			Rule: j.Rule.ID, Verdict: j.Verdict.String(), Kind: j.Kind, Address: j.Address, Unit: j.Unit,
			Place: jsonPlaceOf(j.Resource),
		}
	}
	return encode(w, out)
}

// encode writes indented JSON.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func (r *Run) jsonFindings(all []*lint.Finding) []jsonFinding {
	out := make([]jsonFinding, len(all))
	for i, f := range all {
		out[i] = jsonFinding{
			Rule: f.Rule.ID, Slug: f.Rule.Slug, Severity: f.Rule.Severity.String(),
			Message: r.Mask.Text(f.Message), Reason: r.Mask.Text(f.Reason),
			Place: jsonPlaceOf(f.Range), Inside: jsonPlaceIf(f.Inside),
			Trail: r.jsonTrail(f.Trail), Resources: make([]jsonInstance, len(f.Instances)),
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
