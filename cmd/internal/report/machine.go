package report

import (
	"encoding/xml"
	"io"
	"path/filepath"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// notes say of a finding what the text report says below its code, with names of
// files as they are.
func (r *Run) notes(f *lint.Finding) []string {
	named := *r
	named.Path = nil
	return newText(nil, &named).notes(f)
}

// headline shows a message about a finding. Of what is undecided it says so, as
// the message alone reads as if it were certain.
func (r *Run) headline(f *lint.Finding, message string) string {
	message = r.show(message)
	if f.Reason != "" {
		return "undecided: " + message
	}
	return message
}

// oneLine is all that there is to say of a finding but its place.
func (r *Run) oneLine(f *lint.Finding) string {
	return strings.Join(append([]string{r.headline(f, f.Message)}, r.notes(f)...), "; ")
}

// show makes text of the input fit for a report.
func (r *Run) show(s string) string { return clean(r.Mask.Text(s)) }

// failure is an input that could not be understood, or a defect of ecslint. Formats
// that know nothing but findings show it as one: an input of which nothing is
// known must not look like one in which nothing was found.
type failure struct {
	check   string // "input" or "defect"
	title   string
	message string
	file    string       // or folder; empty for one outside of the repository
	place   source.Range // one line, zero where there is none
}

// failures gives what makes the exit status 2 or 3.
func (r *Run) failures() []failure {
	var out []failure
	for _, p := range r.Problems {
		if p.Level == source.Error {
			out = append(out, newFailure("input", "Input could not be understood", r.problemText(p), p.Path(), p.Range.FirstLine()))
		}
	}
	for _, d := range r.Defects {
		out = append(out, newFailure("defect", "Defect of ecslint", r.Mask.Text(d.Error), d.Unit, source.Range{}))
	}
	return out
}

func newFailure(check, title, message, file string, place source.Range) failure {
	x := failure{check: check, title: title, message: clean(message), file: clean(file), place: place}
	if !filepath.IsLocal(file) {
		x.file = ""
		x.message = strings.TrimPrefix(clean(file)+": ", ": ") + x.message
	}
	return x
}

// levelOr is the level of a severity for a format that has a word of its own for
// notes.
func levelOr(s rules.Severity, note string) string {
	if l := level(s); l != "note" {
		return l
	}
	return note
}

// writeXML writes an indented document. What XML has no characters for has been
// shown in another way by clean, or is replaced by U+FFFD.
func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
