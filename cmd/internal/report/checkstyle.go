package report

import (
	"cmp"
	"encoding/xml"
	"io"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
)

type (
	checkstyleReport struct {
		XMLName xml.Name         `xml:"checkstyle"`
		Version string           `xml:"version,attr"`
		Files   []checkstyleFile `xml:"file"`
	}
	checkstyleFile struct {
		Name   string            `xml:"name,attr"`
		Errors []checkstyleError `xml:"error"`
	}
	checkstyleError struct {
		Line     int    `xml:"line,attr"`
		Column   int    `xml:"column,attr,omitempty"`
		Severity string `xml:"severity,attr"` // error, warning, info
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
)

// checkstyleVersion is that of Checkstyle's format, which all writers of it name.
const checkstyleVersion = "4.3"

// Checkstyle is the report that reviewdog, Jenkins' Warnings plugin and other
// collectors read, by file.
func Checkstyle(w io.Writer, r *Run) error {
	files := map[string][]checkstyleError{}
	add := func(file string, place source.Range, severity, message, from string) {
		x := checkstyleError{Line: 1, Severity: severity, Message: message, Source: "ecslint." + from}
		if !place.IsZero() {
			pos := place.File.Position(place.Start)
			x.Line, x.Column = pos.Line, pos.Rune
		}
		file = cmp.Or(clean(file), ".")
		files[file] = append(files[file], x)
	}
	addFinding := func(f *lint.Finding, severity string) {
		add(f.Range.File.Name, f.Range, severity, r.oneLine(f), f.Rule.ID)
	}
	for _, x := range r.failures() {
		add(x.file, x.place, "error", x.title+": "+x.message, x.check)
	}
	for _, f := range r.Findings {
		addFinding(f, levelOr(f.Severity, "info"))
	}
	if r.ShowUndecided {
		for _, f := range r.Undecided {
			addFinding(f, "info")
		}
	}
	out := checkstyleReport{Version: checkstyleVersion}
	for name, all := range files {
		slices.SortStableFunc(all, func(a, b checkstyleError) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
		out.Files = append(out.Files, checkstyleFile{name, all})
	}
	slices.SortFunc(out.Files, func(a, b checkstyleFile) int { return strings.Compare(a.Name, b.Name) })
	return writeXML(w, out)
}
