package cloudformation

import (
	"bytes"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// maxParameter is the longest value that CloudFormation takes for a parameter, in
// bytes. Source: "Understand CloudFormation quotas", November 2026.
const maxParameter = 4096

// parameter gives the value of a parameter, or nil if the template has none of
// that name.
func (t *template) parameter(name string) *value.Value {
	if v, ok := t.known[name]; ok {
		return v
	}
	var v *value.Value
	if f := t.parameters.Field(name); f.Value.Kind() == value.Map {
		v = t.given(f)
		if t.constrained(f) {
			v = v.Held(value.Content)
		}
	}
	t.known[name] = v
	return v
}

// given finds the value of a declared parameter: what the user gave, else its
// default, else one of the values that it allows.
func (t *template) given(declared value.Field) *value.Value {
	name, p := declared.Key, declared.Value
	typ, _ := p.Get("Type").Str()
	unknown := func(reason string) *value.Value {
		return value.NewUnknown(declared.Range, "parameter "+name+" "+reason).WithCause(declared.Range)
	}
	if secret, ok := value.As[bool](p.Get("NoEcho")); ok && secret {
		return unknown("is a secret (NoEcho)")
	}
	// Of these types the parameter is a name, and Ref gives what the store holds.
	if strings.HasPrefix(typ, "AWS::SSM::Parameter::Value<") {
		return unknown("is read from the Parameter Store during the deployment")
	}
	v := t.deployed(name, declared.Range)
	switch v.Exists() {
	case value.Yes:
		return t.typedAs(typ, t.dynamic(v))
	case value.Maybe: // where a condition gives AWS::NoValue the default holds
		return value.NewEither(v.Range(), v.Reason(), t.typedAs(typ, t.dynamic(v.Present())), t.preset(declared, typ))
	case value.No:
	}
	return t.preset(declared, typ)
}

// constrained reports whether more than one thing depends on the value of a
// parameter: it is used several times, as in a condition, or only some values are
// allowed.
func (t *template) constrained(declared value.Field) bool {
	for _, key := range []string{"AllowedValues", "AllowedPattern"} {
		if declared.Value.Get(key).Kind() != value.Absent {
			return true
		}
	}
	if t.uses == nil {
		t.uses = t.countUses()
	}
	return t.uses[declared.Key] > 1
}

// countUses counts for each parameter where its name stands in the template and is
// no key.
func (t *template) countUses() map[string]int {
	uses := map[string]int{}
	for f := range t.parameters.Fields() {
		uses[f.Key] = 0
	}
	for text := t.file.Bytes; len(text) > 0; {
		n := 0
		for n < len(text) && isLetterOrDigit(text[n]) {
			n++
		}
		if n == 0 {
			text = text[1:]
			continue
		}
		name := text[:n]
		text = text[n:]
		if _, declared := uses[string(name)]; declared && !bytes.HasPrefix(bytes.TrimLeft(text[:min(len(text), 8)], `"' `), []byte(":")) {
			uses[string(name)]++
		}
	}
	return uses
}

func isLetterOrDigit(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// deployed gives the value that the stack is deployed with: a nested stack with
// what its parent says, any other with what the user says. It is Absent where
// nobody says anything.
func (t *template) deployed(name string, at source.Range) *value.Value {
	passed := t.passed.Get(name)
	if t.parent != nil {
		return passed
	}
	if s, ok := t.loader.opts.Parameters[name]; ok {
		return value.NewString(at, s)
	}
	if v := t.loader.given[name]; v != nil {
		return v
	}
	return passed
}

// preset gives the value of a parameter that nobody gave one.
func (t *template) preset(declared value.Field, typ string) *value.Value {
	name, p := declared.Key, declared.Value
	unknown := func(reason string) *value.Value {
		return value.NewUnknown(declared.Range, "parameter "+name+" "+reason).WithCause(declared.Range)
	}
	d := p.Field("Default")
	if s, ok := d.Value.Scalar(); ok {
		if len(s) > maxParameter {
			return unknown("has a default that is too long")
		}
		return t.typedAs(typ, t.dynamic(d.Value)).With(value.Step{Range: d.Range, Kind: value.ParameterDefault, Name: name})
	}
	allowed := p.Get("AllowedValues")
	if allowed.Kind() != value.List || isList(typ) { // of a list they are the elements
		return unknown("has no default")
	}
	return oneOf(declared.Range, "parameter "+name+" has no default", slices.Collect(elements(allowed)))
}

func isList(typ string) bool {
	return typ == "CommaDelimitedList" || strings.HasPrefix(typ, "List<")
}

// typedAs gives the value that a parameter of a type has. The values of lists
// are written with commas.
func (t *template) typedAs(typ string, v *value.Value) *value.Value {
	if !isList(typ) || v.Kind() == value.Unknown {
		return v
	}
	if v.Kind() == value.List {
		return v
	}
	v = asText(v)
	list := t.split(value.NewString(source.Range{}, ","), v, v.Range())
	if list.Kind() != value.List {
		return list
	}
	elems := make([]*value.Value, 0, list.Len())
	for _, e := range list.Elems() {
		s := e.Content()
		from := len(s) - len(strings.TrimLeft(s, " \t"))
		elems = append(elems, slice(e, from, max(from, len(strings.TrimRight(s, " \t")))))
	}
	return value.NewList(list.Range(), elems, list.Open())
}

// pseudoParameter gives the value of a pseudo parameter, if it is known: what the
// user says, else what the assembly says of the stack's environment.
func (t *template) pseudoParameter(name string) (string, bool) {
	if s, ok := t.loader.opts.Parameters[name]; ok && (t.parent == nil || !ofOneStack[name]) {
		return s, true
	}
	s, ok := t.pseudo[name]
	return s, ok
}

// ofOneStack are the pseudo parameters that a nested stack does not share with
// its parent.
var ofOneStack = map[string]bool{"AWS::StackName": true, "AWS::StackId": true, "AWS::NotificationARNs": true}
