package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strconv"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// gitlabIssue is an issue of GitLab's code quality report, a part of Code
// Climate's format. GitLab drops what follows the first issue that lacks a
// member.
type gitlabIssue struct {
	Type        string         `json:"type"`
	CheckName   string         `json:"check_name"`
	Description string         `json:"description"`
	Categories  []string       `json:"categories"`
	Severity    string         `json:"severity"` // info, minor, major, critical, blocker
	Fingerprint string         `json:"fingerprint"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// GitLab is the report for the widget of a merge request, artifacts:reports:codequality.
// An issue is told from others by its fingerprint, which has no lines in it.
//
// See https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
func GitLab(w io.Writer, r *Run) error {
	out := []gitlabIssue{}
	given := map[string]int{}
	for _, x := range r.failures() {
		id := fingerprint(x)
		given[id]++
		out = append(out, gitlabIssue{
			Type: "issue", CheckName: "ecslint." + x.check, Description: x.title + ": " + x.message, Categories: []string{"Bug Risk"},
			Severity: "blocker", Fingerprint: id + ":" + strconv.Itoa(given[id]), Location: gitlabPlace(x.file, x.place),
		})
	}
	for _, f := range r.Findings {
		out = append(out, gitlabIssue{
			Type: "issue", CheckName: f.Rule.ID, Description: r.oneLine(f), Categories: []string{"Security"},
			Severity: gitlabSeverity(f.Severity), Fingerprint: f.Key, Location: gitlabPlace(f.Range.File.Name, f.Range),
		})
	}
	if r.ShowUndecided {
		for _, f := range r.Undecided {
			out = append(out, gitlabIssue{
				Type: "issue", CheckName: f.Rule.ID, Description: r.oneLine(f), Categories: []string{"Security"},
				Severity: "info", Fingerprint: f.Key, Location: gitlabPlace(f.Range.File.Name, f.Range),
			})
		}
	}
	return encode(w, out)
}

func fingerprint(x failure) string {
	h := sha256.Sum256([]byte(x.check + "\x00" + x.file + "\x00" + x.message))
	return hex.EncodeToString(h[:16])
}

func gitlabSeverity(s rules.Severity) string {
	switch s {
	case rules.Critical:
		return "blocker"
	case rules.High:
		return "critical"
	case rules.Medium:
		return "major"
	case rules.Low:
	}
	return "minor"
}

// gitlabPlace gives the lines of a range. GitLab links to the file, so there is
// one even for what has none.
func gitlabPlace(file string, r source.Range) gitlabLocation {
	l := gitlabLocation{Path: cmp.Or(file, "."), Lines: gitlabLines{1, 1}}
	if !r.IsZero() {
		start, end := r.Positions()
		l.Lines = gitlabLines{start.Line, end.Line}
	}
	return l
}
