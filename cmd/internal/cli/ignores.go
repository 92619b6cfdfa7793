package cli

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/report"
)

// listIgnores lints and prints every request to ignore findings.
func listIgnores(c command, args []string, s streams) int {
	f, fs := newFlags()
	if status, done := parse(fs, args, s, f.help); done {
		return status
	}
	format := "text"
	if len(f.formats) > 0 {
		format = f.formats[len(f.formats)-1]
	}
	if err := choice("format", format, "text", "json"); err != nil {
		return s.fail(fmt.Errorf("%s: %w", c.name, err))
	}
	f.formats = nil
	j, err := newJob(f, fs.Args(), s)
	if err != nil {
		return s.fail(err)
	}
	defer j.set.Close() //nolint:errcheck // nothing was written
	r, err := j.lint()
	if err != nil {
		return s.fail(err)
	}
	var b strings.Builder
	write := ignoresText
	if format == "json" {
		write = ignoresJSON
	}
	if err := write(&b, j, r.Ignores); err != nil {
		return s.fail(err)
	}
	j.problems(r)
	if status := s.print(b.String()); status != exitClean {
		return status
	}
	if j.unusable || j.status(r.Result) >= exitFailure {
		return exitFailure
	}
	return exitClean
}

// ignoresText writes a line for each request: where it is, what it is about, how
// many findings it leaves out, and why.
func ignoresText(w io.Writer, j *job, all []*lint.Ignore) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, i := range all {
		pos := i.Range.File.Position(i.Range.Start)
		until := ""
		if i.Until != "" {
			until = " (until " + i.Until + ")"
		}
		fmt.Fprintf(t, "%s:%d:%d\t%s\t%d\t%s%s\n", report.Clean(j.path(i.Range.File.Name)), pos.Line, pos.Rune, //nolint:errcheck // in memory
			strings.Join(i.Rules, ","), i.Uses, report.Clean(i.Reason), until)
	}
	return t.Flush()
}

// ignoresJSON writes the requests for programs.
func ignoresJSON(w io.Writer, _ *job, all []*lint.Ignore) error {
	type ignore struct {
		File    string   `json:"file"`
		Line    int      `json:"line"`
		Column  int      `json:"column"`
		Kind    string   `json:"kind"`              // inSource, configuration
		Scanner string   `json:"scanner,omitempty"` // another one that it is for
		Rules   []string `json:"rules"`
		Reason  string   `json:"reason"`
		Until   string   `json:"until,omitempty"`
		Uses    int      `json:"uses"` // findings that it leaves out
		Faults  []string `json:"faults"`
	}
	out := make([]ignore, len(all))
	for n, i := range all {
		pos := i.Range.File.Position(i.Range.Start)
		out[n] = ignore{
			File: i.Range.File.Name, Line: pos.Line, Column: pos.Rune, Kind: i.Kind.String(), Scanner: i.Scanner,
			Rules: append([]string{}, i.Rules...), Reason: i.Reason, Until: i.Until, Uses: i.Uses, Faults: append([]string{}, i.Faults...),
		}
	}
	return report.EncodeJSON(w, map[string]any{"version": 1, "ignores": out})
}
