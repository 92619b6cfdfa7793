// Package redact keeps secrets out of reports.
//
// The value of an environment variable is never shown: it is hidden by its
// place, wherever the value was written and by whatever way it came. What looks
// like a secret is hidden by its form too, since a configuration that could not
// be understood has no places.
package redact

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Hidden is what stands for a secret.
const Hidden = "***"

// Span is bytes [Start, End) of a text.
type Span struct{ Start, End int }

// Mask knows what no report may show. The zero Mask knows secrets by their form.
type Mask struct {
	places map[*source.File][]Span
	// hideWords is made of words, at the latest when a text is first asked for.
	hideWords *strings.Replacer
	words     []string // values of variables whose name promises a secret
	searched  map[window][]Span
}

// minWord is the length from which a secret's value is hidden in messages as
// well. Shorter ones would tear holes into words.
const minWord = 6

// Add hides the value v of an environment variable: every place that
// contributes to it, and if its name promises a secret also its text.
func (m *Mask) Add(name string, v *value.Value) {
	m.add(v, 0)
	s, ok := v.Scalar()
	if s = strings.TrimSpace(s); ok && len(s) >= minWord && promising(name) {
		m.words, m.hideWords = append(m.words, s), nil
	}
}

// AddModel hides the values of the environment variables of a model's containers.
func (m *Mask) AddModel(resources *model.Model) {
	for t := range model.All[*model.TaskDefinition](resources) {
		for _, c := range t.Containers.Items {
			for _, v := range c.Environment.Items {
				name, _ := v.Name.Known() // without a name it is no less a value
				m.Add(name, v.Value.Value())
			}
		}
	}
}

// maxDepth bounds the way into a value's parts.
const maxDepth = 16

func (m *Mask) add(v *value.Value, depth int) {
	if depth > maxDepth {
		return
	}
	switch v.Kind() {
	case value.Absent, value.Null, value.Unknown:
		return // nobody wrote it, or it is written elsewhere
	case value.Either:
		for _, a := range v.Alternatives() {
			m.add(a, depth+1)
		}
		return
	case value.List:
		for _, e := range v.Elems() {
			m.add(e, depth+1)
		}
	case value.Map:
		for f := range v.Fields() {
			m.add(f.Value, depth+1)
		}
	case value.String, value.Text:
		if inner, ok := v.Encoded(); ok {
			m.add(inner, depth+1)
			break
		}
		for _, s := range v.Segments() {
			if s.Value != nil {
				m.add(s.Value, depth+1)
			} else {
				m.hide(s.Range)
			}
		}
	case value.Bool, value.Number:
	}
	m.hide(v.Range())
}

func (m *Mask) hide(r source.Range) {
	if r.IsZero() || r.End <= r.Start {
		return
	}
	if m.places == nil {
		m.places = map[*source.File][]Span{}
	}
	m.places[r.File] = append(m.places[r.File], Span{r.Start, r.End})
}

// Join adds what other masks know.
func (m *Mask) Join(others ...*Mask) {
	for _, o := range others {
		for f, spans := range o.places {
			if m.places == nil {
				m.places = map[*source.File][]Span{}
			}
			m.places[f] = append(m.places[f], spans...)
		}
		m.words = append(m.words, o.words...)
	}
	for f, spans := range m.places {
		m.places[f] = merge(spans)
	}
	slices.Sort(m.words)
	m.words = slices.Compact(m.words)
	m.hideWords = replacer(m.words)
}

// replacer hides words, the longest first; nil if there are none.
func replacer(words []string) *strings.Replacer {
	if len(words) == 0 {
		return nil
	}
	var pairs []string
	for _, w := range slices.Backward(slices.SortedFunc(slices.Values(words), byLength)) {
		pairs = append(pairs, w, Hidden)
	}
	return strings.NewReplacer(pairs...)
}

// Clone gives a Mask that hides the same, for use beside this one in another
// goroutine, as long as nothing is added to either. Clones can be made at the same time.
func (m *Mask) Clone() *Mask { return &Mask{places: m.places, words: m.words, hideWords: m.hideWords} }

// Alias hides in file to what is hidden in from, which has the same bytes.
func (m *Mask) Alias(from, to *source.File) {
	if spans, ok := m.places[from]; ok && from != to {
		m.places[to] = merge(append(slices.Clone(m.places[to]), spans...))
	}
}

// context is how far around a range is looked for what tells that a part of it
// is a secret, such as the key in front of a value.
const context = 4 << 10

// grid is where what is looked at in long lines starts and ends: many places in a line
// are looked at together.
const grid = 8 << 10

// window is a part of a file.
type window struct {
	file     *source.File
	from, to int
}

// Spans gives the parts of a range that are to be hidden, as offsets in its
// file, sorted and apart.
func (m *Mask) Spans(r source.Range) []Span {
	if r.IsZero() {
		return nil
	}
	var out []Span
	first, last := r.Positions()
	from := max(r.File.Line(first.Line).Start, (r.Start-context)/grid*grid)
	to := max(min(r.File.Line(last.Line).End, (r.End+context+grid)/grid*grid), r.End)
	for _, s := range m.search(window{r.File, from, to}) {
		out = clip(out, s, r)
	}
	spans := m.places[r.File]
	i, _ := slices.BinarySearchFunc(spans, r.Start+1, func(s Span, off int) int { return s.End - off })
	for _, s := range spans[i:] {
		if s.Start >= r.End {
			break
		}
		out = clip(out, s, r)
	}
	return merge(out)
}

// search gives what looks like secrets in a part of a file, as offsets in the file.
func (m *Mask) search(w window) []Span {
	if known, ok := m.searched[w]; ok {
		return known
	}
	var out []Span
	at := w.from
	for line := range strings.Lines(source.Range{File: w.file, Start: w.from, End: w.to}.Text()) {
		for _, s := range secrets(strings.TrimRight(line, "\r\n")) {
			out = append(out, Span{at + s.Start, at + s.End})
		}
		at += len(line)
	}
	if m.searched == nil {
		m.searched = map[window][]Span{}
	}
	m.searched[w] = out
	return out
}

// clip adds what of a span lies in r.
func clip(spans []Span, s Span, r source.Range) []Span {
	s.Start, s.End = max(s.Start, r.Start), min(s.End, r.End)
	if s.Start >= s.End {
		return spans
	}
	return append(spans, s)
}

// Range gives the text of a range with what is secret hidden.
func (m *Mask) Range(r source.Range) string {
	return replace(r.Text(), m.Spans(r), -r.Start)
}

// replace puts [Hidden] in place of spans, whose offsets differ from those of
// the text by shift.
func replace(text string, spans []Span, shift int) string {
	if len(spans) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at : s.Start+shift])
		b.WriteString(Hidden)
		at = s.End + shift
	}
	b.WriteString(text[at:])
	return b.String()
}

// Text hides secrets in a message.
func (m *Mask) Text(s string) string {
	if m.hideWords == nil {
		m.hideWords = replacer(m.words)
	}
	if m.hideWords != nil {
		s = m.hideWords.Replace(s)
	}
	return replace(s, merge(secrets(s)), 0)
}

// byLength puts shorter texts first.
func byLength(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) }

// Keyed hides secrets in a value that stands behind a key, "password", or behind
// an option of a command, "--password".
func (m *Mask) Keyed(key, text string) string {
	if promising(key) && !strings.HasPrefix(text, "arn:") && !isSwitch(text) {
		return Hidden
	}
	return m.Text(text)
}

// inQuotes is where the text of a panic has values, if it has any.
var inQuotes = compiled("\"(?:[^\"\\\\]|\\\\.)*\"?|`[^`]*`?")

// Panic gives the text of a panic. What the Go runtime says of its errors is shown;
// of anything else what stands in quotes is hidden, as it may be a value of the
// input.
func Panic(cause any) string {
	if err, ok := cause.(runtime.Error); ok {
		return err.Error()
	}
	return inQuotes().ReplaceAllString(fmt.Sprint(cause), `"`+Hidden+`"`)
}

// merge sorts spans and joins those that overlap.
func merge(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
