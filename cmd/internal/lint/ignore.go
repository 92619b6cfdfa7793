package lint

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ecslint/ecslint/cmd/internal/near"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// Ignore is a request to leave findings out: a comment, an entry in the metadata
// of a template, or one in the configuration.
type Ignore struct {
	Kind    SuppressionKind // InSource or Configured
	Range   source.Range    // where it is written
	Scanner string          // another scanner that the comment is for; else empty
	Rules   []string        // IDs; nil for a comment that names none
	Reason  string
	Until   string // the last day on which it holds, "2027-03-31"; empty: for ever
	// Paths and Addresses bound an entry of the configuration: what it holds for.
	// They are nil elsewhere.
	Paths, Addresses func(name string) bool
	// Uses is how many findings it leaves out.
	Uses int
	// Faults say what is wrong with it.
	Faults []string

	void    bool // it has no effect
	touched bool // it speaks of something that cannot be decided
	line    int  // of code that a comment is about
}

// Date is how the last day of an ignore is written.
const Date = "2006-01-02"

// all in the place of a rule is every rule.
const all = "all"

func (i *Ignore) names(rule string) bool {
	return slices.Contains(i.Rules, rule) || slices.Contains(i.Rules, all)
}

func (i *Ignore) fault(format string, args ...any) {
	i.Faults = append(i.Faults, fmt.Sprintf(format, args...))
}

// about names the rules, or the first of many.
func (i *Ignore) about() string {
	const few = 4
	if n := len(i.Rules) - few; n > 1 {
		return fmt.Sprintf("%s and %d more", strings.Join(i.Rules[:few], ", "), n)
	}
	return strings.Join(i.Rules, ", ")
}

// expire makes an ignore void whose last day has passed.
func (i *Ignore) expire(today time.Time) {
	if i.Until != "" && !i.void && i.Until < today.Format(Date) {
		i.void = true
		i.fault("the ignore of %s expired on %s", i.about(), i.Until)
	}
}

// ignores finds the requests that hold for a finding.
type ignores struct {
	options Options
	target  func(*source.File) *source.File // behind a symbolic link
	known   func() map[string]string        // IDs of rules by what they are called, in lower case
	files   map[*source.File]*requests
	entries map[source.Range]*Ignore // of metadata
	all     []*Ignore
}

// requests are the ignores in one file.
type requests struct {
	byLine map[int][]*Ignore
	// foreign are those of other scanners, which hold for the block that they are
	// in or above.
	foreign []*Ignore
}

func newIgnores(o Options, target func(*source.File) *source.File) *ignores {
	x := &ignores{
		options: o, target: target, files: map[*source.File]*requests{}, entries: map[source.Range]*Ignore{},
		known: sync.OnceValue(func() map[string]string { return called(o.Known) }),
	}
	for i := range o.Ignores {
		x.add(&o.Ignores[i])
	}
	return x
}

// called gives the IDs of rules by what they are called in a request, in lower case.
func called(known []*rules.Rule) map[string]string {
	out := map[string]string{all: all}
	for _, r := range known {
		out[strings.ToLower(r.ID)], out[r.Slug] = r.ID, r.ID
	}
	return out
}

func (x *ignores) add(i *Ignore) {
	i.expire(x.options.Today)
	x.all = append(x.all, i)
}

// marker begins a request in a comment.
const marker = "ecslint:ignore"

// requested reports whether there may be a request to leave a finding out: a request
// is used also by what cannot be decided.
func (e *engine) requested(r *raw) bool {
	o := &e.options
	if o.Baseline != nil || len(o.Ignores) > 0 || len(r.metadata) > 0 || !r.block.IsZero() && e.mentions(r.block.File) {
		return true
	}
	for at := range r.lines() {
		if e.mentions(at.File) {
			return true
		}
	}
	return false
}

// mentions reports whether there may be a request in a file.
func (e *engine) mentions(f *source.File) bool {
	known, ok := e.marked.Load(f)
	if !ok {
		known, _ = e.marked.LoadOrStore(f, mentions(f, &e.options))
	}
	return known.(bool) //nolint:forcetypeassert // nothing else is stored
}

func mentions(f *source.File, o *Options) bool {
	return bytes.Contains(f.Bytes, []byte(marker)) || o.HonourForeign && mentionsForeign(f.Bytes)
}

// of gives the requests in the comments of a file.
func (x *ignores) of(f *source.File) *requests {
	r, ok := x.files[f]
	if ok {
		return r
	}
	if !mentions(f, &x.options) {
		r = &requests{}
	} else if target := x.target(f); target != f { // it has the same bytes
		r = x.of(target)
	} else {
		r = x.requests(f)
	}
	x.files[f] = r
	return r
}

// requests reads the comments of a file.
func (x *ignores) requests(f *source.File) *requests {
	r := &requests{}
	comments := parsers.Comments(f)
	subjects := subjects(comments)
	r.byLine = map[int][]*Ignore{}
	for n, c := range comments {
		own, foreign := x.read(c)
		if len(own)+len(foreign) == 0 {
			continue
		}
		line := subjects[n]
		for _, i := range slices.Concat(own, foreign) {
			i.line = line
			x.add(i)
		}
		r.byLine[line] = append(r.byLine[line], own...)
		r.foreign = append(r.foreign, foreign...)
	}
	return r
}

// subjects gives for each of the comments of a file the line that it is about: its
// own, or the next line of code if it stands alone.
func subjects(comments []source.Range) []int {
	out := make([]int, len(comments))
	next, about := 0, 0 // where the comment behind begins, and what it is about if it stands alone
	for n, c := range slices.Backward(comments) {
		first, last := c.File.Position(c.Start).Line, c.File.Position(c.End).Line
		switch {
		case !alone(c):
			out[n], about = first, 0
		case about > 0 && next == last+1:
			out[n] = about
		default:
			out[n], about = last+1, last+1
		}
		next = first
	}
	return out
}

// alone reports whether nothing but a comment is on its lines.
func alone(c source.Range) bool {
	first, last := c.File.Line(c.File.Position(c.Start).Line), c.File.Line(c.File.Position(c.End).Line)
	before, after := c.File.Bytes[first.Start:c.Start], c.File.Bytes[c.End:max(c.End, last.End)]
	return len(bytes.TrimSpace(before))+len(bytes.TrimSpace(after)) == 0
}

// read gives the requests in one comment.
func (x *ignores) read(c source.Range) (own, foreign []*Ignore) {
	text := strings.TrimSuffix(c.Text(), "*/")
	if at := strings.Index(text, marker); at >= 0 {
		if rest := text[at+len(marker):]; rest == "" || rest[0] == ' ' || rest[0] == '\t' {
			own = append(own, x.directive(source.Range{File: c.File, Start: c.Start + at, End: c.End}, rest))
		}
	}
	if x.options.HonourForeign {
		foreign = x.foreignComments(c, text)
	}
	return own, foreign
}

// directive reads what stands behind the marker: rules, separated by commas,
// perhaps until=DATE, and behind two hyphens the reason.
func (x *ignores) directive(at source.Range, text string) *Ignore {
	i := &Ignore{Kind: InSource, Range: at.FirstLine()}
	head, reason, _ := strings.Cut(text, "--")
	i.Reason = strings.Join(strings.Fields(reason), " ")
	for _, word := range strings.FieldsFunc(head, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' || r == '\r' }) {
		if until, ok := strings.CutPrefix(word, "until="); ok {
			i.until(until)
			continue
		}
		x.rule(i, word)
	}
	x.complete(i, "behind two hyphens: "+marker+" RULE -- reason")
	return i
}

// until sets the last day of an ignore.
func (i *Ignore) until(day string) {
	if _, err := time.Parse(Date, day); err != nil {
		i.void = true
		i.fault("%q is no date as %s", day, Date)
		return
	}
	i.Until = day
}

// rule adds a rule to an ignore.
func (x *ignores) rule(i *Ignore, name string) {
	if id, ok := x.known()[strings.ToLower(name)]; ok {
		i.Rules = append(i.Rules, id)
		return
	}
	var names []string
	for _, r := range x.options.Known {
		names = append(names, r.ID, r.Slug)
	}
	i.fault("unknown rule %q%s", name, near.Hint(name, names))
}

// complete says what an ignore lacks.
func (x *ignores) complete(i *Ignore, how string) {
	if len(i.Rules) == 0 {
		i.void = true
		if len(i.Faults) == 0 {
			i.fault("the ignore names no rule")
		}
	}
	if i.Reason == "" {
		i.void = true
		i.fault("the ignore has no effect without a reason, %s", how)
	}
}

// metadata gives the requests in the Metadata of a template:
//
//	ecslint: {ignore: [{rule: ECS.5, reason: …, until: 2027-03-31}]}
func (x *ignores) metadata(metadata []*value.Value) []*Ignore {
	var out []*Ignore
	for _, m := range metadata {
		for n, v := range entries(m.Get("ecslint").Get("ignore")) {
			if n == maxEntries {
				x.entry(v, func(i *Ignore) {
					i.void = true
					i.fault("more than %d ignores: from here on none has an effect", maxEntries)
				})
				break
			}
			out = append(out, x.entry(v, func(i *Ignore) { x.describe(i, v) }))
		}
		if x.options.HonourForeign {
			for _, v := range entries(m.Get("checkov").Get("skip")) {
				out = append(out, x.entry(v, func(i *Ignore) { x.describeForeign(i, v) }))
			}
		}
	}
	return slices.DeleteFunc(out, func(i *Ignore) bool { return i == nil })
}

// entries gives the elements of a list, or what stands in the place of one.
func entries(v *value.Value) []*value.Value {
	switch v.Kind() {
	case value.Absent, value.Null:
		return nil
	case value.List:
		var out []*value.Value
		for _, e := range v.Elems() {
			out = append(out, e)
		}
		return out
	case value.Unknown, value.Bool, value.Number, value.String, value.Text, value.Map, value.Either:
	}
	return []*value.Value{v}
}

// maxEntries bounds the ignores in one place, with all of which findings are compared.
const maxEntries = 1000

// entry gives the ignore of an entry of metadata, which has one for all resources
// that it holds for.
func (x *ignores) entry(v *value.Value, read func(*Ignore)) *Ignore {
	at := v.Range().FirstLine()
	if i, ok := x.entries[at]; ok {
		return i
	}
	i := &Ignore{Kind: InSource, Range: at}
	read(i)
	if i.Scanner != "" && len(i.Rules) == 0 {
		i = nil
	}
	x.entries[at] = i
	if i != nil {
		x.add(i)
	}
	return i
}

// describe reads an entry of metadata.
func (x *ignores) describe(i *Ignore, v *value.Value) {
	for f := range v.Fields() {
		switch f.Key {
		case "rule", "rules":
			for _, name := range texts(f.Value) {
				x.rule(i, name)
			}
		case "reason":
			i.Reason, _ = f.Value.Str()
		case "until":
			day, _ := f.Value.Scalar()
			i.until(strings.TrimSuffix(day, "T00:00:00Z"))
		default:
			i.fault("unknown key %q: use rule, reason, until", f.Key)
		}
	}
	x.complete(i, "as the value of reason")
}

// texts gives a text or the texts of a list.
func texts(v *value.Value) []string {
	if s, ok := v.Scalar(); ok {
		return []string{s}
	}
	var out []string
	for _, e := range v.Elems() {
		if s, ok := e.Scalar(); ok {
			out = append(out, s)
		}
	}
	return out
}

// match gives the request that leaves a finding out, if there is one; what it
// leaves out for certain counts as a use.
func (x *ignores) match(r *raw, certain bool) *Suppression {
	var hit *Ignore
	take := func(i *Ignore) {
		if i == nil || i.void || !i.names(r.Rule.ID) {
			return
		}
		if hit == nil {
			hit = i
		}
		i.touched = true
	}
	for at := range r.lines() {
		if foreign(at) {
			continue
		}
		requests := x.of(at.File)
		if len(requests.byLine) == 0 {
			continue // as in most files: where the line is does not matter
		}
		for _, i := range requests.byLine[at.File.Position(at.Start).Line] {
			take(i)
		}
	}
	if !r.block.IsZero() && !foreign(r.block) && len(x.of(r.block.File).foreign) > 0 {
		first, last := r.block.File.Position(r.block.Start).Line, r.block.File.Position(r.block.End).Line
		for _, i := range x.of(r.block.File).foreign {
			if first <= i.line && i.line <= last {
				take(i)
			}
		}
	}
	for _, i := range x.metadata(r.metadata) {
		take(i)
	}
	for n := range x.options.Ignores {
		if i := &x.options.Ignores[n]; i.covers(r) {
			take(i)
		}
	}
	if hit == nil {
		return nil
	}
	if certain {
		hit.Uses++
	}
	return &Suppression{Kind: hit.Kind, Reason: hit.Reason, Until: hit.Until, Range: hit.Range}
}

// covers reports whether an entry of the configuration holds for a finding: by
// its place or its resource, and by its address.
func (i *Ignore) covers(r *raw) bool {
	inPaths := i.Paths == nil || i.Paths(r.place.File.Name) || !r.resource.IsZero() && i.Paths(r.resource.File.Name)
	return inPaths && (i.Addresses == nil || i.Addresses(r.Address))
}

// lines goes over the places at which a comment about a finding can stand.
func (x *raw) lines() iter.Seq[source.Range] {
	return func(yield func(source.Range) bool) {
		for _, r := range [...]source.Range{x.place, x.inside, x.resource, x.Resource} {
			if !r.IsZero() && !yield(r) {
				return
			}
		}
		for _, steps := range [...][]value.Step{x.Trail, x.calls} {
			for _, s := range steps {
				if !s.Range.IsZero() && !yield(s.Range) {
					return
				}
			}
		}
	}
}

// problems are what is wrong with the requests of the files for which report is
// true. Those that are not used are among it where the run was able to tell.
func (x *ignores) problems(report func(*source.File) bool, complete bool) []source.Problem {
	running := map[string]bool{}
	for _, r := range x.options.Rules {
		running[r.ID] = true
	}
	slices.SortStableFunc(x.all, func(a, b *Ignore) int { return a.Range.Compare(b.Range) })
	var out []source.Problem
	for _, i := range x.all {
		if i.Kind == InSource && !report(i.Range.File) {
			continue
		}
		for _, fault := range i.Faults {
			out = append(out, source.Problem{Range: i.Range, Message: fault, Level: source.Warning})
		}
		ran := !slices.ContainsFunc(i.Rules, func(id string) bool { return !running[id] })
		if complete && !i.void && !i.touched && ran && i.Scanner == "" {
			out = append(out, source.Problem{
				Range: i.Range, Level: source.Warning,
				Message: "the ignore of " + i.about() + " is not used: nothing is found there",
			})
		}
	}
	return out
}

// suppress splits findings into those that are reported and those that are
// ignored or known.
func (e *engine) suppress(x *ignores, all []*raw) (open, suppressed []*raw) {
	open = all[:0]
	for _, r := range all {
		r.suppression = x.match(r, true)
		if known := e.options.Baseline.take(r); known && r.suppression == nil {
			r.suppression = &Suppression{Kind: Known}
		}
		if r.suppression != nil {
			suppressed = append(suppressed, r)
		} else {
			open = append(open, r)
		}
	}
	return open, suppressed
}

// scan reads the requests in all files of the run.
func (e *engine) scan(x *ignores) {
	for _, f := range e.set.Files() {
		if !f.External {
			x.of(f)
		}
	}
}

// ParseDay reads a date as an ignore has it.
func ParseDay(s string) error {
	if _, err := time.Parse(Date, s); err != nil {
		return errors.New("use a date as " + Date)
	}
	return nil
}

func compareSuppressions(a, b *Suppression) int {
	switch {
	case a == b:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Or(int(a.Kind)-int(b.Kind), a.Range.Compare(b.Range), strings.Compare(a.Reason, b.Reason))
}
