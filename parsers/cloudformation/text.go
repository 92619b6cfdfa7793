package cloudformation

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// sub evaluates Fn::Sub in both of its forms.
func (t *template) sub(arg *value.Value, at source.Range) *value.Value {
	vars := value.NewAbsent(at)
	if args, ok := arguments(arg, 2); ok {
		arg, vars = args[0], t.resolve(args[1])
	} else if args, ok := arguments(arg, 1); ok {
		arg = args[0]
	}
	if !arg.Is(value.String, value.Text) {
		return unclear(at, "Fn::Sub", t.resolve(arg))
	}
	if !strings.Contains(arg.Content(), "${") {
		return arg
	}
	parts := references(arg.Content())
	// A name has the same value wherever it stands in the text.
	nth := map[string]int{}
	var values []*value.Value
	for _, p := range parts {
		if _, ok := nth[p.name]; ok || p.name == "" {
			continue
		}
		v := vars.Get(p.name)
		if v.Kind() == value.Absent {
			v = t.named(p.name, arg.Place(p.off, p.end))
		}
		nth[p.name] = len(values)
		values = append(values, v)
	}
	return each(at, values, func(values []*value.Value) *value.Value {
		if len(parts) == 1 && len(values) == 1 {
			return whole(values[0], at)
		}
		out := text{template: t}
		for _, p := range parts {
			if p.name == "" {
				out.part(arg, p.off, p.end)
				continue
			}
			out.add(values[nth[p.name]], arg.Place(p.off, p.end))
		}
		return out.value(arg.Range())
	})
}

// named gives what ${name} stands for: an attribute where the name has a dot.
func (t *template) named(name string, at source.Range) *value.Value {
	id, attr, dotted := strings.Cut(name, ".")
	if dotted && !strings.HasPrefix(name, "AWS::") {
		return t.attribute(id, attr, at)
	}
	return t.ref(name, at)
}

// whole gives the string that is nothing but v.
func whole(v *value.Value, at source.Range) *value.Value {
	if v.Is(value.Unknown, value.Absent, value.Null, value.List, value.Map) {
		return unclear(at, "Fn::Sub", v)
	}
	return asText(v)
}

// maxText bounds the length of a text, which functions within functions can
// double again and again. User data, the longest of settings, has 16 KB.
const maxText = 1 << 17

// text is a string that is put together from parts. It rests on what they rest
// on.
type text struct {
	template *template
	builder  value.Builder
	parts    []*value.Value
	size     int
}

// add adds a value that is used at r.
func (x *text) add(v *value.Value, r source.Range) {
	if v.Is(value.String, value.Text) {
		x.part(v, 0, len(v.Content()))
		return
	}
	x.parts = append(x.parts, v)
	x.size++
	x.builder.Interpolate(v, r)
}

// part adds bytes [off, end) of a String or Text.
func (x *text) part(v *value.Value, off, end int) {
	x.parts = append(x.parts, v)
	x.size += end - off
	if x.template.spend(end-off+100*len(v.Segments())) && x.size <= maxText {
		x.builder.Part(v, off, end)
	}
}

func (x *text) value(at source.Range) *value.Value {
	switch {
	case x.size > maxText:
		return x.template.refuse(at, tooLong, "it is unknown")
	case !x.template.spend(0):
		return x.template.giveUp(at)
	}
	v := x.builder.Value(at)
	for _, p := range x.parts {
		v = v.Along(p)
	}
	return v
}

// part is bytes [off, end) of a text: a reference by its name, or literal text.
type part struct {
	name     string
	off, end int
}

// references takes a text apart at its ${…}. The text ${!x} is literal: ${x}.
func references(s string) []part {
	var parts []part
	from := 0 // of the literal text
	literal := func(end int) {
		if from < end {
			parts = append(parts, part{off: from, end: end})
		}
	}
	for off := 0; ; {
		i := strings.Index(s[off:], "${")
		if i < 0 {
			break
		}
		i += off
		n := strings.IndexByte(s[i:], '}')
		if n < 0 {
			break
		}
		off = i + n + 1
		name := strings.TrimSpace(s[i+2 : off-1])
		switch {
		case name == "":
			name = "${}" // declared nowhere
		case name[0] == '!':
			literal(i + len("${"))
			from = i + strings.IndexByte(s[i:], '!') + 1
			continue
		}
		literal(i)
		from = off
		parts = append(parts, part{name, i, off})
	}
	literal(len(s))
	return parts
}

// slice gives bytes [off, end) of a string as a value of its own.
func slice(v *value.Value, off, end int) *value.Value {
	var b value.Builder
	b.Part(v, off, end)
	return b.Value(v.Place(off, end)).Along(v)
}

// join evaluates Fn::Join for a list that is already resolved.
func (t *template) join(separator, list *value.Value, at source.Range) *value.Value {
	if list.Kind() == value.Either {
		return each(at, []*value.Value{list}, func(args []*value.Value) *value.Value {
			return t.join(separator, args[0], at)
		})
	}
	if _, ok := separator.Str(); !ok || list.Kind() != value.List {
		return unclear(at, "Fn::Join", list, separator)
	}
	var elems []*value.Value
	for _, e := range list.Elems() {
		if len(elems) == list.Fixed() {
			break
		}
		elems = append(elems, e)
	}
	return each(at, elems, func(elems []*value.Value) *value.Value {
		out := text{template: t}
		n := 0
		for _, e := range elems {
			if e.Kind() == value.Absent {
				continue
			}
			if n > 0 {
				out.part(separator, 0, len(separator.Content()))
			}
			n++
			out.add(e, e.Range())
		}
		if list.Open() {
			out.add(value.NewUnknown(list.Range(), list.Reason()), list.Range())
		}
		return out.value(at).Along(list)
	})
}

// split evaluates Fn::Split. What stands before the first unknown part is
// certain.
func (t *template) split(separator, v *value.Value, at source.Range) *value.Value {
	sep, ok := separator.Str()
	if !ok || sep == "" || !v.Is(value.String, value.Text) {
		return unclear(at, "Fn::Split", v, separator)
	}
	s := v.Content()
	if !t.spend(len(s)) {
		return t.giveUp(at)
	}
	var elems []*value.Value
	for off := 0; ; {
		end := len(s)
		i := strings.Index(s[off:], sep)
		if i >= 0 {
			end = off + i
		}
		if strings.IndexByte(s[off:end], value.Hole) >= 0 {
			return value.NewList(at, elems, true)
		}
		elems = append(elems, slice(v, off, end))
		if i < 0 {
			return value.NewList(at, elems, false)
		}
		off = end + len(sep)
	}
}

// dynamic gives a value in which what stands in double braces is unknown:
// dynamic references, which CloudFormation replaces during the deployment, and
// what a template language fills in before.
func (t *template) dynamic(v *value.Value) *value.Value {
	switch v.Kind() {
	case value.String, value.Text:
		if _, ok := v.Encoded(); ok {
			return v // its parts are resolved
		}
		if !t.spend(len(v.Content()) / 16) { // a scan is fast
			return t.giveUp(v.Range())
		}
		return withoutReferences(v)
	case value.Either:
		alts := v.Alternatives()
		changed := false
		for i, a := range alts {
			alts[i] = t.dynamic(a)
			changed = changed || alts[i] != a
		}
		if changed {
			return value.NewEither(v.Range(), v.Reason(), alts...)
		}
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.List, value.Map:
	}
	return v
}

func withoutReferences(v *value.Value) *value.Value {
	s := v.Content()
	var b value.Builder
	done := 0
	for {
		i := strings.Index(s[done:], "{{")
		if i < 0 {
			break
		}
		i += done
		n := strings.Index(s[i:], "}}")
		if n < 0 {
			break
		}
		end := i + n + len("}}")
		unknown := value.NewUnknown(v.Place(i, end), filledBy(s[i:end]))
		if i == 0 && end == len(s) {
			return unknown.At(v.Range())
		}
		b.Part(v, done, i)
		b.Interpolate(unknown, unknown.Range())
		done = end
	}
	if done == 0 {
		return v
	}
	b.Part(v, done, len(s))
	return b.Value(v.Range()).Along(v)
}

// filledBy says who replaces a reference in double braces.
func filledBy(reference string) string {
	service, found := strings.CutPrefix(strings.TrimSpace(reference[2:]), "resolve:")
	switch {
	case !found:
		return "the text in double braces is filled in before the deployment"
	case strings.HasPrefix(service, "secretsmanager:"):
		return "the value is read from Secrets Manager during the deployment"
	case strings.HasPrefix(service, "ssm"):
		return "the value is read from the Parameter Store during the deployment"
	}
	return "the value is a dynamic reference"
}
