package rulestest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// Unit is something to mend: one unit of evaluation with the inputs that it is
// made of, and how it is judged.
type Unit struct {
	Dir    string // the root of the files
	Name   string
	Inputs []parsers.Input
	Rules  []*rules.Rule
	Params rules.Params
	Only   *rules.Rule // the one whose findings are mended; nil for all
}

// Mended is what comes of one finding of a unit.
type Mended struct {
	Finding *rules.Finding
	// Change shows the fix as the lines that it takes away and adds; empty if the
	// finding has none.
	Change string
	// Faults say what is wrong with the fix.
	Faults []string
}

// Mend applies the fix of each finding of a unit, one at a time, and judges what
// that makes of the unit. Then the finding has to be gone, all else has to be
// found as before, and the resources have to be the same but for the setting that
// the finding is about.
func (u Unit) Mend(tb testing.TB) []Mended {
	tb.Helper()
	before := u.look(tb, nil)
	if before == nil {
		return nil
	}
	out := findings(before.judgements, u.Only)
	for i := range out {
		if len(out[i].Finding.Fixes) > 0 {
			out[i].try(tb, u, before)
		}
	}
	return out
}

// findings gives what a rule finds, or what all rules find, once for each place.
func findings(judgements []*rules.Judgement, only *rules.Rule) []Mended {
	var out []Mended
	seen := map[*rules.Rule][]source.Range{}
	for _, j := range judgements {
		for _, f := range j.Findings {
			if only != nil && f.Rule != only || slices.Contains(seen[f.Rule], f.Range) {
				continue
			}
			seen[f.Rule] = append(seen[f.Rule], f.Range)
			out = append(out, Mended{Finding: f})
		}
	}
	return out
}

// try applies the fix and looks at the unit again.
func (m *Mended) try(tb testing.TB, u Unit, before *state) {
	tb.Helper()
	texts, err := Apply(m.Finding.Fixes[0])
	if err != nil {
		m.Faults = []string{err.Error()}
		return
	}
	for _, file := range slices.SortedFunc(maps.Keys(texts), func(a, b *source.File) int { return strings.Compare(a.Name, b.Name) }) {
		m.Change += changed(string(file.Bytes), texts[file])
	}
	after := u.look(tb, texts)
	if after == nil {
		m.Faults = []string{"nothing is left of the unit"}
		return
	}
	m.Faults = compare(before, after, m.Finding)
}

// Apply gives the texts of the files that a fix edits.
func Apply(fix rules.Fix) (map[*source.File]string, error) {
	edits := slices.Clone(fix.Edits)
	slices.SortFunc(edits, func(a, b rules.TextEdit) int { return b.Range.Compare(a.Range) })
	out := map[*source.File]string{}
	var last source.Range
	for _, e := range edits {
		text, ok := out[e.Range.File]
		if !ok {
			text = string(e.Range.File.Bytes)
		}
		if e.Range.Start < 0 || e.Range.Start > e.Range.End || e.Range.End > len(e.Range.File.Bytes) {
			return nil, fmt.Errorf("edit of bytes %d to %d of %s", e.Range.Start, e.Range.End, e.Range.File.Name)
		}
		if last.File == e.Range.File && e.Range.End > last.Start {
			return nil, fmt.Errorf("overlapping edits in %s", last.File.Name)
		}
		out[e.Range.File] = text[:e.Range.Start] + e.NewText + text[e.Range.End:]
		last = e.Range
	}
	return out, nil
}

// changed gives the lines that are in one of two texts only, with a sign in front.
func changed(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	var out strings.Builder
	for _, line := range x {
		out.WriteString("-" + line + "\n")
	}
	for _, line := range y {
		out.WriteString("+" + line + "\n")
	}
	return out.String()
}

// state is what there is to a unit.
type state struct {
	judgements []*rules.Judgement
	problems   map[string]int
	settings   map[string]string // scalars of all resources, by their paths
}

// look evaluates the unit with other texts for some files; nil if there is nothing
// in it.
func (u Unit) look(tb testing.TB, texts map[*source.File]string) *state {
	tb.Helper()
	set, err := source.NewSet(u.Dir)
	if err != nil {
		tb.Fatal(err)
	}
	defer set.Close() //nolint:errcheck // nothing was written
	for f, text := range texts {
		set.Overlay(f.Name, []byte(text))
	}
	units, problems := parsers.Units(set, u.Inputs, parsers.Options{})
	i := slices.IndexFunc(units, func(x parsers.Unit) bool { return x.Name == u.Name })
	if i < 0 {
		return nil
	}
	m, more := units[i].Load(tb.Context())
	if m == nil {
		return nil
	}
	s := &state{problems: map[string]int{}, settings: map[string]string{}}
	for _, p := range append(problems, more...) {
		s.problems[p.Path()+": "+p.Message]++
	}
	s.judgements, _ = Judge(m, u.Rules, u.Params)
	for _, in := range m.Inputs() {
		s.flatten(in.Address, in.Value)
	}
	return s
}

// flatten notes the scalars of a value.
func (s *state) flatten(path string, v *value.Value) {
	switch v.Kind() {
	case value.Map:
		for f := range v.Fields() {
			s.flatten(path+"."+f.Key, f.Value)
		}
	case value.List:
		for i, e := range v.Elems() {
			s.flatten(fmt.Sprintf("%s[%d]", path, i), e)
		}
	case value.Either:
		for i, a := range v.Alternatives() {
			s.flatten(fmt.Sprintf("%s|%d", path, i), a)
		}
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text:
		s.settings[path] = v.String()
	}
}

// spot is a rule with a place in a resource.
type spot struct{ rule, address, path string }

func (s spot) String() string { return s.rule + " at " + s.address + " " + s.path }

func spotOf(f *rules.Finding) spot { return spot{f.Rule.ID, f.Address, f.Path} }

// found counts what is certain to fail, and what is undecided.
func (s *state) found() (certain, unsure map[spot]int) {
	certain, unsure = map[spot]int{}, map[spot]int{}
	for _, j := range s.judgements {
		for _, f := range j.Findings {
			certain[spotOf(f)]++
		}
		for _, f := range j.Unsure {
			unsure[spotOf(f)]++
		}
	}
	return certain, unsure
}

// compare says what is wrong with a fix.
func compare(before, after *state, fixed *rules.Finding) []string {
	var faults []string
	gone := map[spot]int{}
	for _, j := range before.judgements {
		for _, f := range j.Findings {
			if f.Rule == fixed.Rule && f.Range == fixed.Range {
				gone[spotOf(f)]++
			}
		}
	}
	was, _ := before.found()
	is, unsure := after.found()
	for s, n := range gone {
		switch left := was[s] - n; {
		case is[s] > left:
			faults = append(faults, fmt.Sprintf("%s is still there", s))
		case left == 0 && unsure[s] > 0:
			faults = append(faults, fmt.Sprintf("%s is undecided", s))
		}
	}
	for s, n := range is {
		if n > was[s] && !revealed(s, fixed) {
			faults = append(faults, fmt.Sprintf("new: %s", s))
		}
	}
	for p, n := range after.problems {
		if n > before.problems[p] {
			faults = append(faults, "new problem: "+p)
		}
	}
	for path := range union(before.settings, after.settings) {
		if before.settings[path] != after.settings[path] && !concerns(path, fixed) {
			faults = append(faults, "changed: "+path)
		}
	}
	slices.Sort(faults)
	return faults
}

// revealed reports whether a finding is what comes of reading a setting whose name
// was misspelt: other rules then judge it, and names in it are looked at.
func revealed(s spot, fixed *rules.Finding) bool {
	name := meant(fixed)
	return name != "" && (s.rule != fixed.Rule.ID || strings.Contains(strings.ToLower(s.path), strings.ToLower(name)))
}

func union[T any](a, b map[string]T) map[string]T {
	out := maps.Clone(a)
	maps.Copy(out, b)
	return out
}

// settingsOf are the names by which the formats call a list of settings, one of
// which is the setting "value".
const settingsOf = "setting"

// concerns reports whether a setting is the one that a finding is about.
func concerns(path string, f *rules.Finding) bool {
	plain := func(s string) string { return strings.ToLower(strings.ReplaceAll(s, "_", "")) }
	name := f.Path[strings.LastIndexByte(f.Path, '.')+1:]
	return strings.Contains(plain(path), plain(name)) ||
		name == "value" && strings.Contains(plain(path), settingsOf) ||
		meant(f) != "" && strings.Contains(plain(path), plain(meant(f)))
}

// meant gives the name that a misspelt one is replaced with; empty for other fixes.
func meant(f *rules.Finding) string {
	renaming, ok := strings.CutPrefix(f.Fixes[0].Message, "Rename ")
	_, name, _ := strings.Cut(renaming, " to ")
	if !ok {
		return ""
	}
	return name
}

// Mend mends what a rule finds in the fixtures of a folder; see [Unit.Mend].
func (f *Folder) Mend(tb testing.TB, rule *rules.Rule, all []*rules.Rule) []Mended {
	tb.Helper()
	var out []Mended
	for _, x := range f.Fixtures {
		found := findings(x.Judge(tb, rule), rule)
		if slices.ContainsFunc(found, func(m Mended) bool { return len(m.Finding.Fixes) > 0 }) {
			u := Unit{Dir: f.Dir, Name: x.Name, Inputs: f.inputs, Rules: all, Params: rules.Params{rule.ID: x.params}, Only: rule}
			found = u.Mend(tb)
		}
		out = append(out, found...)
	}
	return out
}
