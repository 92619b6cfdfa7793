package cloudformation

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// maxAdded bounds what the loops of a template add to it, in values. A template
// has at most 500 resources, and few have 100 values each.
const maxAdded = 50_000

var tooManyRounds = fmt.Sprintf("loops make more than %d values", maxAdded)

// expand gives an object without the instructions among its members: loops are
// written out, and what a macro makes is taken from the file that it includes.
// Where that is not known, the object is open.
func (t *template) expand(v *value.Value) *value.Value {
	if v.Kind() != value.Map || !instructs(v) {
		return v
	}
	var fields []value.Field
	open := v.Open()
	for f := range v.Written() {
		switch {
		case strings.HasPrefix(f.Key, loopPrefix):
			made, complete := t.loop(f)
			fields = append(fields, made...)
			open = open || !complete
		case f.Key == transform:
			made := t.include(f.Value, f.Range)
			for g := range made.Written() {
				fields = append(fields, g)
			}
			open = open || made.Kind() != value.Map || made.Open()
		default:
			fields = append(fields, f)
		}
	}
	return value.NewMap(v.Range(), fields, open)
}

// instructs reports whether an object has members that are instructions.
func instructs(v *value.Value) bool {
	for f := range v.Written() {
		if f.Key == transform || strings.HasPrefix(f.Key, loopPrefix) {
			return true
		}
	}
	return false
}

// loop writes out Fn::ForEach: its members once for each element of a list, in
// which ${name} stands for the element, and &{name} for its letters and digits.
// It tells whether these are all.
func (t *template) loop(f value.Field) (fields []value.Field, complete bool) {
	args, ok := arguments(f.Value, 3)
	if !ok {
		return nil, false
	}
	name, ok := args[0].Str()
	list := t.resolve(args[1])
	if !ok || list.Kind() != value.List {
		return nil, false
	}
	complete = !list.Open()
	step := value.Step{Range: f.Range, Kind: value.Iteration, Name: f.Key[len(loopPrefix):]}
	for _, e := range list.Elems() {
		if _, ok := e.Scalar(); !ok {
			complete = false
			continue
		}
		l := looping{name: name, elem: asText(e).With(step), budget: &t.budget}
		body := l.in(args[2])
		if t.budget < 0 {
			t.tell(f.Range, tooManyRounds, "what is left of them is unknown")
			return fields, false
		}
		body = t.expand(body)
		complete = complete && body.Kind() == value.Map && !body.Open()
		for g := range body.Written() {
			fields = append(fields, g)
		}
	}
	return fields, complete
}

// looping is one round of a loop.
type looping struct {
	name   string
	elem   *value.Value
	budget *int
}

// in gives v with the element of the round in place of its name.
func (l looping) in(v *value.Value) *value.Value {
	if *l.budget--; *l.budget < 0 {
		return v
	}
	switch v.Kind() {
	case value.String, value.Text:
		return l.inText(v)
	case value.List:
		var elems []*value.Value
		changed := false
		for _, e := range v.Elems() {
			r := l.in(e)
			changed = changed || r != e
			elems = append(elems, r)
		}
		if changed {
			return value.NewList(v.Range(), elems, v.Open())
		}
	case value.Map:
		if f, ok := member(v); ok && f.Key == "Ref" {
			if s, ok := f.Value.Str(); ok && s == l.name {
				return l.elem
			}
		}
		var fields []value.Field
		changed := false
		for f := range v.Written() {
			key := l.inText(value.NewString(f.Range, f.Key)).Content()
			r := l.in(f.Value)
			changed = changed || r != f.Value || key != f.Key
			f.Key, f.Value = key, r
			fields = append(fields, f)
		}
		if changed {
			return value.NewMap(v.Range(), fields, v.Open())
		}
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.Either:
	}
	return v
}

// inText replaces the name in a text.
func (l looping) inText(v *value.Value) *value.Value {
	s := v.Content()
	if !strings.Contains(s, "{"+l.name+"}") {
		return v
	}
	var b value.Builder
	done := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '$' && s[i] != '&' || !strings.HasPrefix(s[i+1:], "{"+l.name+"}") {
			continue
		}
		end := i + len("${}") + len(l.name)
		b.Part(v, done, i)
		elem := l.elem
		if s[i] == '&' {
			elem = value.NewString(elem.Range(), alphanumeric(elem.Content())).Along(elem)
		}
		b.Interpolate(elem, v.Place(i, end))
		done, i = end, end-1
	}
	if done == 0 {
		return v
	}
	b.Part(v, done, len(s))
	return b.Value(v.Range()).Along(v).Along(l.elem)
}

// alphanumeric drops what logical IDs cannot have.
func alphanumeric(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' {
			return r
		}
		return -1
	}, s)
}

// include gives what a macro makes.
func (t *template) include(macro *value.Value, at source.Range) *value.Value {
	doc, leave := t.open(macro, at)
	defer leave()
	return t.resolve(doc)
}

// open gives the file that a macro includes, as it is written. Only AWS::Include of
// a file that is here is known; "aws cloudformation package" uploads such files.
// Until leave is called, the file cannot be included again.
func (t *template) open(macro *value.Value, at source.Range) (doc *value.Value, leave func()) {
	unknown := func(reason string) (*value.Value, func()) { return value.NewUnknown(at, reason), func() {} }
	name, _ := macro.Get("Name").Str()
	if name == "" {
		return unknown("a macro makes the value")
	}
	location, ok := t.resolve(macro.Get("Parameters").Get("Location")).Str()
	if name != "AWS::Include" || !ok || strings.Contains(location, "://") {
		return unknown("macro " + name + " makes the value")
	}
	d := t.loader.read(path.Join(path.Dir(t.file.Name), location))
	switch {
	case d.err != nil:
		return unknown(location + " cannot be read: " + d.err.Error())
	case t.including[d.file.Name]:
		return unknown(location + " includes itself")
	}
	for _, p := range d.problems {
		t.note(p)
	}
	if len(d.docs) != 1 {
		return unknown(location + " cannot be read")
	}
	t.including[d.file.Name] = true
	step := value.Step{Range: at, Kind: value.ReadFile, Name: location}
	return d.docs[0].With(step), func() { delete(t.including, d.file.Name) }
}

// includeSections gives a template with the sections of the files that it
// includes as a whole: AWS::Include among its transforms. What the template itself
// declares goes first.
func (t *template) includeSections(doc *value.Value) *value.Value {
	macros := []value.Field{doc.Field("Transform"), doc.Field(transform)}
	for e := range elements(macros[0].Value) {
		macros = append(macros, value.Field{Range: e.Range(), Value: e})
	}
	var fields []value.Field
	for _, m := range macros {
		if m.Value.Kind() != value.Map {
			continue
		}
		made, leave := t.open(m.Value, m.Range)
		leave()
		for section := range made.Fields() {
			if section.Value.Kind() == value.Map {
				fields = append(fields, section)
			}
		}
	}
	if len(fields) == 0 {
		return doc
	}
	for f := range doc.Fields() {
		for _, g := range fields {
			if g.Key == f.Key && f.Value.Kind() == value.Map {
				both := slices.Concat(members(g.Value), members(f.Value))
				f.Value = value.NewMap(f.Value.Range(), both, f.Value.Open())
			}
		}
		fields = append(fields, f)
	}
	return value.NewMap(doc.Range(), fields, doc.Open())
}
