package cloudformation

import (
	"encoding/base64"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// call evaluates an intrinsic function. What cannot be told is unknown at the
// place of the call.
func (t *template) call(name string, arg *value.Value, at source.Range) *value.Value {
	switch name {
	case "Ref":
		return each(at, []*value.Value{t.resolve(arg)}, func(args []*value.Value) *value.Value {
			if id, ok := args[0].Str(); ok {
				return t.ref(id, at)
			}
			return unclear(at, name, args...)
		})
	case "Fn::GetAtt":
		return t.getAtt(arg, at)
	case "Fn::Sub":
		return t.sub(arg, at)
	case "Fn::Join":
		if args, ok := arguments(arg, 2); ok {
			return t.join(args[0], t.resolve(args[1]), at)
		}
	case "Fn::Split":
		if args, ok := arguments(arg, 2); ok {
			return each(at, []*value.Value{t.resolve(args[0]), t.resolve(args[1])}, func(args []*value.Value) *value.Value {
				return t.split(args[0], args[1], at)
			})
		}
	case "Fn::Select":
		if args, ok := arguments(arg, 2); ok {
			return each(at, []*value.Value{t.resolve(args[0]), t.resolve(args[1])}, func(args []*value.Value) *value.Value {
				return selected(args[0], args[1], at)
			})
		}
	case "Fn::If":
		if args, ok := arguments(arg, 3); ok {
			return t.choose(args, at)
		}
	case "Fn::FindInMap":
		return t.findInMap(arg, at)
	case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not":
		return t.decide(value.NewMap(at, []value.Field{{Key: name, Value: arg}}, false))
	case "Fn::Base64":
		return each(at, []*value.Value{t.resolve(arg)}, func(args []*value.Value) *value.Value {
			if s, ok := args[0].Scalar(); ok && len(s) <= maxText {
				return value.NewString(at, base64.StdEncoding.EncodeToString([]byte(s))).Along(args[0])
			}
			return unclear(at, name, args...)
		})
	case "Fn::Length":
		return each(at, []*value.Value{t.resolve(arg)}, func(args []*value.Value) *value.Value {
			if n, ok := length(args[0]); ok {
				return value.NewInt(at, n).Along(args[0])
			}
			return unclear(at, name, args...)
		})
	case "Fn::ToJsonString":
		t.encoding++
		defer func() { t.encoding-- }()
		if t.encoding > maxEncoding {
			return t.refuse(at, tooCoded, "it is unknown")
		}
		return each(at, []*value.Value{t.resolve(arg)}, func(args []*value.Value) *value.Value {
			if args[0].Is(value.List, value.Map) {
				return value.NewEncoded(at, args[0])
			}
			return unclear(at, name, args...)
		})
	case "Fn::ImportValue":
		return t.importValue(t.resolve(arg), at)
	case "Fn::GetAZs":
		return value.NewUnknown(at, "the availability zones depend on the account")
	case "Fn::Cidr":
		return t.cidr(arg, at)
	case transform:
		return t.include(arg, at)
	default:
		return value.NewUnknown(at, name+" is not known to ecslint")
	}
	return malformed(at, name)
}

// malformed is a call that CloudFormation refuses.
func malformed(at source.Range, name string) *value.Value {
	return value.NewUnknown(at, name+" has other arguments than it takes")
}

// arguments gives the n arguments of a function, as they are written.
func arguments(arg *value.Value, n int) ([]*value.Value, bool) {
	if arg.Kind() != value.List || arg.Open() || arg.Len() != n {
		return nil, false
	}
	return slices.Collect(elements(arg)), true
}

// elements goes over a list without its indices.
func elements(list *value.Value) iter.Seq[*value.Value] {
	return func(yield func(*value.Value) bool) {
		for _, e := range list.Elems() {
			if !yield(e) {
				return
			}
		}
	}
}

// maxCombinations bounds how many results [each] keeps apart.
const maxCombinations = 16

// each applies a function to every combination of what its arguments can be.
// Where there are too many, the undecided arguments are unknown to it.
func each(at source.Range, args []*value.Value, f func([]*value.Value) *value.Value) *value.Value {
	n, reason := 1, ""
	for _, a := range args {
		if a.Kind() == value.Either {
			n = min(n*len(a.Alternatives()), maxCombinations+1)
			reason = a.Reason()
		}
	}
	if n == 1 {
		return f(args)
	}
	if n > maxCombinations {
		blurred := make([]*value.Value, len(args))
		for i, a := range args {
			blurred[i] = a
			if a.Kind() == value.Either {
				blurred[i] = value.NewUnknown(a.Range(), a.Reason())
			}
		}
		return f(blurred)
	}
	results := make([]*value.Value, n)
	for i := range results {
		chosen := make([]*value.Value, len(args))
		rest := i
		for j, a := range args {
			alts := a.Alternatives()
			chosen[j] = alts[rest%len(alts)]
			rest /= len(alts)
		}
		results[i] = f(chosen)
	}
	return value.NewEither(at, reason, results...)
}

// unclear is what a function gives that needs to know more of its arguments. It
// may be a part of a resource that an argument refers to.
func unclear(at source.Range, name string, args ...*value.Value) *value.Value {
	for _, a := range args {
		if a.Kind() == value.Unknown {
			return a.At(at).Loosened()
		}
	}
	for _, a := range args {
		if r := a.Reason(); r != "" {
			return value.NewUnknown(at, r)
		}
	}
	return malformed(at, name)
}

// ref gives what Ref and ${…} stand for.
func (t *template) ref(id string, at source.Range) *value.Value {
	switch {
	case id == "AWS::NoValue":
		return value.NewAbsent(at)
	case strings.HasPrefix(id, "AWS::"):
		if s, ok := t.pseudoParameter(id); ok {
			return value.NewString(at, s).With(value.Step{Range: at, Kind: value.Parameter, Name: id})
		}
		return value.NewUnknown(at, id+" depends on where the stack is deployed")
	}
	if v := t.parameter(id); v != nil {
		return used(v, value.Step{Range: at, Kind: value.Parameter, Name: id})
	}
	return t.attribute(id, "Ref", at)
}

// used gives a value with the step that uses it. What is not decided is shown
// where it is used.
func used(v *value.Value, s value.Step) *value.Value {
	switch v.Kind() {
	case value.Unknown:
		return v.At(s.Range)
	case value.Either:
		return value.NewEither(s.Range, v.Reason(), v.With(s).Alternatives()...)
	case value.Absent, value.Null, value.Bool, value.Number, value.String, value.Text, value.List, value.Map:
	}
	return v.With(s)
}

// attribute gives an attribute of a resource, which is known once it exists.
func (t *template) attribute(id, attr string, at source.Range) *value.Value {
	name := id
	if attr != "Ref" {
		name += "." + attr
	}
	if t.resources.Get(id).Kind() == value.Absent {
		return value.NewUnknown(at, id+" is not declared in this template")
	}
	if output, ok := strings.CutPrefix(attr, "Outputs."); ok {
		if child := t.child(id); child != nil {
			return used(child.output(output), value.Step{Range: at, Kind: value.Output, Name: name})
		}
	}
	return value.NewUnknown(at, name+" is known after deployment").WithLink(value.Link{Address: t.address(id), Attr: attr})
}

func (t *template) getAtt(arg *value.Value, at source.Range) *value.Value {
	args := []*value.Value{t.resolve(arg)}
	if list, ok := arguments(arg, 2); ok {
		args = []*value.Value{t.resolve(list[0]), t.resolve(list[1])}
	}
	return each(at, args, func(args []*value.Value) *value.Value {
		path := make([]string, len(args))
		for i, a := range args {
			s, ok := a.Str()
			if !ok {
				return unclear(at, "Fn::GetAtt", args...)
			}
			path[i] = s
		}
		id, attr, _ := strings.Cut(strings.Join(path, "."), ".")
		return t.attribute(id, attr, at)
	})
}

// choose evaluates Fn::If. Of a condition that cannot be decided both branches
// are possible.
func (t *template) choose(args []*value.Value, at source.Range) *value.Value {
	name, ok := args[0].Str()
	var c *value.Value
	if ok {
		c = t.decision(name)
	} else {
		// CloudFormation takes only a name here; what else stands there is clear.
		name, c = "Fn::If", t.decide(args[0])
	}
	step := value.Step{Range: args[0].Range(), Kind: value.Condition, Name: name}
	not := step
	not.Name = "not " + name
	if holds, decided := c.Bool(); decided {
		if holds {
			return t.resolve(args[1]).Along(c).With(step)
		}
		return t.resolve(args[2]).Along(c).With(not)
	}
	return value.NewEither(at, undecided("condition "+name, c),
		t.under(name, true, args[1]).With(step),
		t.under(name, false, args[2]).With(not))
}

// undecided is the reason for a choice by what is not known.
func undecided(what string, v *value.Value) string {
	if v.Reason() == "" {
		return what + " is undecided"
	}
	return what + " is undecided: " + v.Reason()
}

// findInMap looks a value up by three keys. Of a key that is not known every
// entry that it may name is possible.
func (t *template) findInMap(arg *value.Value, at source.Range) *value.Value {
	const name = "Fn::FindInMap"
	var fallback *value.Value
	args, ok := arguments(arg, 3)
	if !ok {
		if args, ok = arguments(arg, 4); !ok {
			return malformed(at, name)
		}
		if d := args[3].Get("DefaultValue"); d.Kind() != value.Absent {
			fallback = t.resolve(d)
		}
	}
	found := []*value.Value{t.mappings}
	path := make([]string, 0, 3)
	certain := true
	unknown := t.mappings // the last key that is not known
	for _, a := range args[:3] {
		key := asText(t.resolve(a))
		var next []*value.Value
		for _, m := range found {
			entries, sure := t.lookUp(m, key)
			next = append(next, entries...)
			certain = certain && sure
		}
		found = next
		s, ok := key.Str()
		if !ok {
			s, unknown = "*", key
		}
		path = append(path, s)
	}
	step := value.Step{Range: at, Kind: value.Mapping, Name: strings.Join(path, ".")}
	for i, v := range found {
		found[i] = v.With(step)
	}
	if fallback != nil && !certain {
		found = append(found, fallback)
	}
	if len(found) == 0 {
		return value.NewFailed(at, "no mapping has "+step.Name)
	}
	return oneOf(at, undecided("mapping "+step.Name, unknown), found)
}

// oneOf gives the choice between alternatives. There may be many, where
// [value.NewEither] expects few.
func oneOf(at source.Range, reason string, alts []*value.Value) *value.Value {
	if len(alts) > value.MaxAlternatives {
		return value.NewUnknown(at, reason)
	}
	return value.NewEither(at, reason, alts...)
}

// lookUp gives the entries of a map that a key may name, and whether it
// certainly names one of them.
func (t *template) lookUp(m, key *value.Value) (entries []*value.Value, certain bool) {
	if m.Kind() != value.Map {
		return nil, false
	}
	if s, ok := key.Str(); ok {
		f := m.Field(s)
		if f.Value.Kind() == value.Absent {
			return nil, false
		}
		return []*value.Value{f.Value.Along(key)}, !f.Range.IsZero()
	}
	for f := range m.Fields() {
		if !t.spend(len(f.Key)) {
			return []*value.Value{t.giveUp(m.Range())}, false
		}
		if key.Equal(value.NewString(f.Range, f.Key)) != value.No {
			entries = append(entries, f.Value)
		}
	}
	if m.Open() {
		entries = append(entries, value.NewUnknown(m.Range(), m.Reason()))
	}
	return entries, false
}

// asText gives a scalar as CloudFormation compares and prints it: as a string.
func asText(v *value.Value) *value.Value {
	switch v.Kind() {
	case value.Bool, value.Number:
		s, _ := v.Scalar()
		return value.NewString(v.Range(), s).Along(v)
	case value.Either:
		alts := v.Alternatives()
		for i, a := range alts {
			alts[i] = asText(a)
		}
		return value.NewEither(v.Range(), v.Reason(), alts...)
	case value.Absent, value.Unknown, value.Null, value.String, value.Text, value.List, value.Map:
	}
	return v
}

// selected gives the element of a list by its index.
func selected(index, list *value.Value, at source.Range) *value.Value {
	if list.Kind() != value.List {
		return unclear(at, "Fn::Select", list, index)
	}
	n, ok := value.As[int](index)
	if !ok {
		if _, certain := length(list); certain && index.Is(value.Unknown, value.Text) {
			return oneOf(at, undecided("the index", index), slices.Collect(elements(list)))
		}
		return unclear(at, "Fn::Select", index)
	}
	i := 0
	for _, e := range list.Elems() {
		switch {
		case i >= list.Fixed():
			return value.NewUnknown(at, "element "+strconv.Itoa(n)+" of the list is not known")
		case e.Exists() != value.Yes:
			return unclear(at, "Fn::Select", e)
		case i == n:
			return e.Along(index)
		}
		i++
	}
	if list.Open() {
		return value.NewUnknown(at, list.Reason())
	}
	return value.NewFailed(at, "the list has no element "+strconv.Itoa(n))
}

// length counts the elements of a list, if it is certain which there are.
func length(list *value.Value) (int, bool) {
	if list.Kind() != value.List || list.Open() {
		return 0, false
	}
	for _, e := range list.Elems() {
		if e.Exists() != value.Yes {
			return 0, false
		}
	}
	return list.Len(), true
}
