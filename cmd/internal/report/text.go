package report

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/redact"
	"github.com/ecslint/ecslint/parsers/parallel"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// Text is the report for people: each finding with the code it is about, how the
// value came to where it is used, and the resources that are affected.
//
// The first line of a finding has the form that editors and problem matchers
// know from compilers: "file:line:column: severity: message [rule]".
func Text(w io.Writer, r *Run) error {
	out := bufio.NewWriter(w)
	t := newText(out, r)
	t.findings(r.Findings, func(f *lint.Finding) (string, style) {
		return f.Severity.String(), styleOf(f.Severity)
	})
	if r.ShowUndecided {
		t.findings(r.Undecided, func(*lint.Finding) (string, style) { return "undecided", blue })
	}
	if !r.Quiet {
		t.summary()
	}
	return out.Flush()
}

// Problems writes what could not be read or understood, and the defects of
// ecslint, from a level up.
func Problems(w io.Writer, r *Run, least source.Level, stacks bool) error {
	out := bufio.NewWriter(w)
	t := newText(out, r)
	for _, p := range r.Problems {
		if p.Level > least {
			continue
		}
		t.paint(bold, t.place(p.Path(), p.Range)+": ")
		t.paint(problemStyles[p.Level], p.Level.String()+": ")
		t.WriteString(clean(r.problemText(p)) + "\n")
	}
	for _, d := range r.Defects {
		t.paint(bold, t.path(d.Unit)+": ")
		t.paint(alert, "defect: ")
		t.WriteString(clean(t.mask.Text(d.Error)) + "\n")
		if stacks {
			for line := range strings.Lines(d.Stack) {
				t.WriteString(t.mask.Text(line))
			}
		}
	}
	if len(r.Defects) > 0 {
		t.WriteString("This is a mistake in ecslint, not in your code; all other findings are reported. " +
			"Please report it with the output of --verbose: https://github.com/ecslint/ecslint/issues\n")
	}
	return out.Flush()
}

var problemStyles = [...]style{source.Error: red, source.Warning: yellow, source.Note: blue}

func styleOf(s rules.Severity) style {
	switch s {
	case rules.Critical:
		return alert
	case rules.High:
		return red
	case rules.Medium:
		return yellow
	case rules.Low:
	}
	return cyan
}

// text writes a text report.
type text struct {
	*bufio.Writer
	run  *Run
	mask *redact.Mask
	// What was shown, by what it stands for.
	paths, addresses map[string]string
}

func newText(w *bufio.Writer, r *Run) *text {
	return &text{Writer: w, run: r, mask: &r.Mask, paths: map[string]string{}, addresses: map[string]string{}}
}

func (t *text) paint(s style, text string) { t.WriteString(s.paint(t.run.Color, text)) }

// path shows the name of a file.
func (t *text) path(name string) string {
	shown, ok := t.paths[name]
	if !ok {
		shown = name
		if t.run.Path != nil {
			shown = t.run.Path(name)
		}
		shown = clean(shown)
		t.paths[name] = shown
	}
	return shown
}

// place shows where a range begins: "file:line:column", or just the file.
func (t *text) place(name string, r source.Range) string {
	if r.IsZero() {
		return t.path(name)
	}
	pos := r.File.Position(r.Start)
	return t.path(name) + ":" + strconv.Itoa(pos.Line) + ":" + strconv.Itoa(pos.Rune)
}

func (t *text) message(s string) string { return clean(t.mask.Text(s)) }

// address shows the address of a resource, which has many findings as a rule.
func (t *text) address(s string) string {
	shown, ok := t.addresses[s]
	if !ok {
		shown = t.message(s)
		t.addresses[s] = shown
	}
	return shown
}

// maxInstances is how many resources of a finding are listed.
const maxInstances = 5

// label says what a finding is: its severity.
type label func(*lint.Finding) (string, style)

// share is about how many findings are written together.
const share = 256

// findings writes findings, several shares of them at a time.
func (t *text) findings(all []*lint.Finding, label label) {
	if len(all) <= share {
		t.some(all, label)
		return
	}
	jobs := runtime.GOMAXPROCS(0)
	written := make([]bytes.Buffer, 2*jobs)
	for shares := shared(all); len(shares) > 0; {
		now := shares[:min(len(shares), len(written))]
		shares = shares[len(now):]
		parallel.Each(len(now), jobs, func(i int) {
			out := bufio.NewWriter(&written[i])
			part := newText(out, t.run)
			part.mask = t.mask.Clone()
			part.some(now[i], label)
			out.Flush() //nolint:errcheck // a buffer takes all
		})
		for i := range written {
			if _, err := written[i].WriteTo(t); err != nil {
				return // told when the rest of the report is written
			}
		}
	}
}

// shared divides findings, which are sorted. Those at one place stay together.
func shared(all []*lint.Finding) [][]*lint.Finding {
	var out [][]*lint.Finding
	for len(all) > 0 {
		n := min(share, len(all))
		for n < len(all) && all[n].Range == all[n-1].Range {
			n++
		}
		out = append(out, all[:n])
		all = all[n:]
	}
	return out
}

// some writes findings. Those at one place that have the same notes share the code
// under their messages.
func (t *text) some(all []*lint.Finding, label label) {
	for len(all) > 0 {
		first := all[0]
		notes := t.notes(first)
		n := 1
		for n < len(all) && all[n].Range == first.Range && slices.Equal(t.notes(all[n]), notes) {
			n++
		}
		var mark style
		for i, f := range all[:n] {
			name, s := label(f)
			if i == 0 {
				mark = s
			}
			t.paint(bold, t.place(f.Range.File.Name, f.Range)+": ")
			t.paint(s, name+": ")
			t.WriteString(t.message(f.Message))
			t.paint(dim, " ["+f.Rule.ID+"]")
			t.WriteByte('\n')
		}
		t.code(first, mark, notes)
		all = all[n:]
	}
}

// code shows the line of a finding with its place marked, and notes below.
func (t *text) code(f *lint.Finding, s style, notes []string) {
	number := strconv.Itoa(f.Range.File.Position(f.Range.Start).Line)
	gutter := strings.Repeat(" ", max(4, len(number)))
	width := t.run.Width
	if width == 0 {
		width = defaultWidth
	}
	code := newFrame(f.Range, t.mask, max(width, minWidth)-len(gutter)-len(" | "))
	t.paint(dim, gutter[len(number):]+number+" | ")
	t.WriteString(code.code + "\n")
	t.paint(dim, gutter+" | ")
	t.WriteString(strings.Repeat(" ", code.start))
	t.paint(s, strings.Repeat("^", code.width))
	if len(f.Trail) > 0 {
		t.paint(s, " written here")
	}
	t.WriteByte('\n')
	for _, note := range notes {
		t.paint(dim, gutter+" = ")
		t.WriteString(note + "\n")
	}
	t.WriteByte('\n')
}

// notes say how the value came to where it is used, and what it affects.
func (t *text) notes(f *lint.Finding) []string {
	var out []string
	if f.Reason != "" {
		out = append(out, "cannot be decided: "+t.message(f.Reason))
	}
	if !f.Inside.IsZero() {
		out = append(out, inside(f, t.place))
	}
	for _, step := range f.Trail {
		out = append(out, "used by "+t.message(step.String())+" at "+t.place(step.Range.File.Name, step.Range))
	}
	for n, i := range f.Instances {
		if n == maxInstances {
			return append(out, "and "+counted(len(f.Instances)-n, "more resource", "more resources"))
		}
		out = append(out, t.instance(f, i))
	}
	return out
}

// instance describes one resource that a finding is about.
func (t *text) instance(f *lint.Finding, i lint.Instance) string {
	var b strings.Builder
	switch file := i.Resource.File; {
	case file != nil && i.Address == file.Name: // a task definition in a file of its own
		b.WriteString("in " + t.place(file.Name, i.Resource))
	case file == nil || sameLine(i.Resource, f.Range):
		b.WriteString("in " + t.address(i.Address))
	default:
		b.WriteString("in " + t.address(i.Address) + " at " + t.place(file.Name, i.Resource))
	}
	if f.Instances[0].Unit != f.Instances[len(f.Instances)-1].Unit {
		b.WriteString(" of " + t.path(i.Unit))
	}
	if len(i.Sets) > 0 {
		b.WriteString(" with the variables of " + t.message(strings.Join(i.Sets, ", ")))
	}
	if i.Condition != "" {
		b.WriteString(", if it exists: " + t.message(i.Condition))
	}
	if i.Message != f.Message {
		b.WriteString(": " + t.message(i.Message))
	}
	return b.String()
}

func sameLine(a, b source.Range) bool {
	return a.File == b.File && a.File.Position(a.Start).Line == b.File.Position(b.Start).Line
}

// summary says what was looked at, also where nothing was found: a run that
// understood nothing must not look like one without findings.
func (t *text) summary() {
	resources := 0
	var kinds []string
	for _, kind := range slices.Sorted(maps.Keys(t.run.Resources)) {
		n := t.run.Resources[kind]
		resources += n
		kinds = append(kinds, counted(n, noun(kind), strings.TrimSuffix(noun(kind), "s")+"s"))
	}
	if resources == 0 {
		t.WriteString("No ECS resources found.\n")
		return
	}
	severities := make(map[rules.Severity]int)
	for _, f := range t.run.Findings {
		severities[f.Severity]++
	}
	var found []string
	for s := rules.Critical; ; s-- {
		if n := severities[s]; n > 0 {
			found = append(found, styleOf(s).paint(t.run.Color, strconv.Itoa(n)+" "+s.String()))
		}
		if s == rules.Low {
			break
		}
	}
	total := "No findings"
	if n := len(t.run.Findings); n > 0 {
		total = counted(n, "finding", "findings") + " (" + strings.Join(found, ", ") + ")"
	}
	fmt.Fprintf(t.Writer, "%s in %s (%s).\n", t.bold(total), counted(resources, "resource", "resources"), strings.Join(kinds, ", "))

	v := t.run.Verdicts()
	hint := ""
	if v[rules.Undecided] > 0 && !t.run.ShowUndecided {
		hint = " (--unknown report shows them)"
	}
	fmt.Fprintf(t.Writer, "Checks: %d passed, %d failed, %d undecided%s, %d not applicable.\n",
		v[rules.Passed], v[rules.Failed], v[rules.Undecided], hint, v[rules.NotApplicable])
	if left := suppressions(t.run.Suppressed); left != "" {
		fmt.Fprintf(t.Writer, "Left out: %s.\n", left)
	}
	if n := t.run.Elsewhere; n > 0 {
		fmt.Fprintf(t.Writer, "Not shown: %s that the named files have no part in.\n", counted(n, "finding", "findings"))
	}
}

// suppressions counts findings by what leaves them out.
func suppressions(all []*lint.Finding) string {
	ignored, known := 0, 0
	for _, f := range all {
		if f.Suppression.Kind == lint.Known {
			known++
		} else {
			ignored++
		}
	}
	var parts []string
	if ignored > 0 {
		parts = append(parts, counted(ignored, "finding is ignored", "findings are ignored"))
	}
	if known > 0 {
		parts = append(parts, counted(known, "finding is", "findings are")+" in the baseline")
	}
	return strings.Join(parts, ", ")
}

func (t *text) bold(s string) string { return bold.paint(t.run.Color, s) }

// noun writes the name of a kind for people: "task definition".
func noun(kind string) string {
	var b strings.Builder
	for i, c := range kind {
		if 'A' <= c && c <= 'Z' && i > 0 {
			b.WriteByte(' ')
			c += 'a' - 'A'
		}
		b.WriteRune(c)
	}
	return b.String()
}
