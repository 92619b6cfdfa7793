package rulestest

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// want is one outcome that is expected, or one that was found.
type want struct {
	file         *source.File
	line, column int // column is 0 where it does not matter
	id           string
	mark         mark
	text         string // empty where it does not matter
}

// mark is what stands behind the word "want", or behind the ID in a list.
type mark string

const (
	certain       mark = ""
	undecided     mark = "?"
	notApplicable mark = "-"
)

// met reports whether x, which was found, is what w expects.
func (w want) met(x outcome) bool {
	if w.column == 0 {
		x.column = 0
	}
	if w.text == "" {
		x.text = ""
	}
	return w == x.want
}

// String gives the expectation as it stands in a list, but for the line.
func (w want) String() string {
	s := w.id + string(w.mark)
	if w.text != "" {
		s += " `" + w.text + "`"
	}
	if w.column > 0 {
		s += fmt.Sprintf(" in column %d", w.column)
	}
	return s
}

// outcome is what a rule says at one place.
type outcome struct {
	want
	at      source.Range
	message string
}

// outcomes gives what a rule says of resources, once for each place. What one
// instance of a resource is certain to fail is certain.
func outcomes(rule *rules.Rule, judgements []*rules.Judgement) []outcome {
	var out []outcome
	add := func(r source.Range, m mark, message string) {
		if slices.ContainsFunc(out, func(x outcome) bool { return x.at == r }) {
			return
		}
		pos := r.File.Position(r.Start)
		// The expectation itself may stand on the line.
		text := strings.TrimSpace(comment.ReplaceAllString(r.Text(), ""))
		out = append(out, outcome{want{r.File, pos.Line, pos.Rune, rule.ID, m, text}, r, message})
	}
	for _, j := range judgements {
		for _, f := range j.Findings {
			add(f.Range, certain, f.Message)
		}
	}
	for _, j := range judgements {
		for _, f := range j.Unsure {
			add(f.Range, undecided, f.Message+"; "+f.Reason)
		}
		if j.Verdict == rules.NotApplicable {
			r := j.Entity.Base()
			add(r.Header.FirstLine(), notApplicable, r.Address+" is not applicable")
		}
	}
	slices.SortStableFunc(out, func(a, b outcome) int { return a.at.Compare(b.at) })
	return out
}

// at gives the file and line of an expectation.
func (f *Folder) at(w want) string { return fmt.Sprintf("%s:%d", f.path(w.file.Name), w.line) }

var (
	comment = regexp.MustCompile(`(?:#|//)\s*want([?-])?\s+(.*)$`)
	item    = regexp.MustCompile("^([A-Z][A-Za-z0-9]*\\.[0-9]+)(?:\\s+`([^`]+)`)?\\s*(?:,\\s*|$)")
	listed  = regexp.MustCompile("^([0-9]+):([0-9]+)\\s+([A-Z][A-Za-z0-9]*\\.[0-9]+)([?-])?(?:\\s+`([^`]+)`)?$")
)

// expect takes over what is expected of a file, from its comments and from the
// file of expectations beside it.
func (f *Folder) expect(tb testing.TB, file *source.File) {
	tb.Helper()
	f.comments(tb, file)
	f.sidecar(tb, file)
}

// commented are the names of files that can hold comments.
var commented = []string{".tf", ".tfvars", ".yaml", ".yml"}

func (f *Folder) comments(tb testing.TB, file *source.File) {
	tb.Helper()
	if !slices.Contains(commented, path.Ext(file.Name)) {
		return
	}
	var pending []want
	for n := 1; n <= file.Lines(); n++ {
		text := file.Line(n).Text()
		code := text
		if m := comment.FindStringSubmatch(text); m != nil {
			code = strings.TrimSuffix(text, m[0])
			found, ok := items(m[2])
			if !ok {
				tb.Errorf("%s:%d: cannot read %q", f.path(file.Name), n, m[0])
			}
			for _, w := range found {
				w.mark = mark(m[1])
				pending = append(pending, w)
			}
		}
		if code = strings.TrimSpace(code); code == "" || strings.HasPrefix(code, "#") {
			continue
		}
		for _, w := range pending {
			w.file, w.line = file, n
			f.wants = append(f.wants, w)
		}
		pending = nil
	}
	if len(pending) > 0 {
		tb.Errorf("%s: a finding is expected behind the last line of code", f.path(file.Name))
	}
}

// items reads what stands behind "want".
func items(s string) ([]want, bool) {
	var out []want
	for s = strings.TrimSpace(s); s != ""; {
		m := item.FindStringSubmatch(s)
		if m == nil {
			return nil, false
		}
		out = append(out, want{id: m[1], text: m[2]})
		s = s[len(m[0]):]
	}
	return out, len(out) > 0
}

func (f *Folder) sidecar(tb testing.TB, file *source.File) {
	tb.Helper()
	b, ok := f.read(tb, file.Name+wantSuffix)
	if !ok {
		return
	}
	n := 0
	for text := range strings.Lines(string(b)) {
		n++
		m := listed.FindStringSubmatch(strings.TrimSpace(text))
		if m == nil {
			tb.Errorf("%s:%d: cannot read %q", f.path(file.Name+wantSuffix), n, text)
			continue
		}
		w := want{file: file, id: m[3], mark: mark(m[4]), text: m[5]}
		if _, err := fmt.Sscanf(m[1]+" "+m[2], "%d %d", &w.line, &w.column); err != nil {
			tb.Errorf("%s:%d: %v", f.path(file.Name+wantSuffix), n, err)
		}
		f.wants = append(f.wants, w)
	}
}
