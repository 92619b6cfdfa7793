// Package report shows the result of a run in the formats that people and
// machines read. A format is a function over the result; what it shows has
// passed the result's mask, so that no secret is in it.
package report

import (
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
)

// Run is a result and what a report may say about how it came to be.
type Run struct {
	*lint.Result
	Version       string
	Status        int  // exit status
	ShowUndecided bool // not only what is certain; SARIF has [Run.IncludeUnknown]
	// Buffer is the file that standard input stands for; empty if there is none.
	Buffer string
	// Today is the day of the run in UTC, for formats that must have one.
	Today time.Time
	// Account and Region are those of AWS into which ASFF is imported; empty for
	// "000000000000" and "us-east-1".
	Account, Region string
	// Repository is where the code lives, as [Repository] gives it; empty if that is
	// not known.
	Repository string
	// IncludeSuppressed and IncludeUnknown are what SARIF shows besides what fails,
	// and Category tells its run from others; empty for none.
	IncludeSuppressed, IncludeUnknown bool
	Category                          string
	// The rest is for text.
	Path  func(name string) string // how the name of a file is shown; nil: as it is
	Color bool
	Width int  // of the terminal in columns; 0 if there is none
	Quiet bool // no summary
}

// Format writes a report.
type Format func(w io.Writer, r *Run) error

// Formats is the table behind --format.
var Formats = map[string]Format{
	"asff":       ASFF,
	"checkstyle": Checkstyle,
	"github":     GitHub,
	"gitlab":     GitLab,
	"html":       HTML,
	"json":       JSON,
	"junit":      JUnit,
	"markdown":   Markdown,
	"sarif":      SARIF,
	"text":       Text,
}

// Details are what only some formats show. It is not made for the others.
type Details struct {
	Judgements bool // every verdict, and not only their counts
	Fixes      bool
	Keys       bool
}

var details = map[string]Details{
	"asff":     {Judgements: true, Keys: true},
	"gitlab":   {Keys: true},
	"html":     {Fixes: true, Keys: true},
	"json":     {Judgements: true, Fixes: true, Keys: true},
	"junit":    {Judgements: true},
	"markdown": {Judgements: true},
	"sarif":    {Fixes: true, Keys: true},
}

// DetailsOf gives what at least one of several formats shows.
func DetailsOf(formats ...string) Details {
	var out Details
	for _, name := range formats {
		d := details[name]
		out.Judgements = out.Judgements || d.Judgements
		out.Fixes = out.Fixes || d.Fixes
		out.Keys = out.Keys || d.Keys
	}
	return out
}

// Names gives the names of the formats, sorted.
func Names() []string { return slices.Sorted(maps.Keys(Formats)) }

// counted writes a number and a noun.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// verdicts counts the verdicts by name.
func (r *Run) verdicts() map[string]int {
	out := map[string]int{}
	for v, n := range r.Verdicts() {
		out[v.String()] = n
	}
	return out
}

// inside says where in a module's own code, or in what a program generated, a
// finding is. Of a module that is not here, of which ecslint itself knows what it
// does, there is just the name.
func inside(f *lint.Finding, place func(name string, r source.Range) string) string {
	if f.Generated {
		return "in the generated template at " + place(f.Inside.File.Name, f.Inside)
	}
	if module, known := strings.CutPrefix(path.Dir(f.Inside.File.Name), "<registry>/"); known {
		return "in the code of module " + module
	}
	return "in the module's own code at " + place(f.Inside.File.Name, f.Inside)
}

// problemText is the message of a problem without secrets.
func (r *Run) problemText(p source.Problem) string { return r.Mask.Text(p.Message) }
