package cloudformation

import (
	"maps"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// decision gives the value of a condition by its name: a Bool, whose way names
// what it rests on, or an Unknown.
func (t *template) decision(name string) *value.Value {
	if v, ok := t.decided[name]; ok {
		return v
	}
	c := t.conditions.Field(name)
	if c.Value.Kind() != value.Map {
		return value.NewUnknown(c.Range, "it is not declared in this template")
	}
	t.decided[name] = value.NewUnknown(c.Range, "it depends on itself")
	v := t.decide(c.Value)
	t.decided[name] = v
	return v
}

// decide evaluates a condition function.
func (t *template) decide(v *value.Value) *value.Value {
	if !t.enter() {
		return t.giveUp(v.Range())
	}
	defer t.leave()

	at := v.Range()
	f, _ := member(v)
	switch f.Key {
	case "Condition":
		if name, ok := f.Value.Str(); ok {
			return t.decision(name)
		}
	case "Fn::Not":
		if args, ok := arguments(f.Value, 1); ok {
			c := t.decide(args[0])
			if b, ok := c.Bool(); ok {
				return value.NewBool(at, !b).Along(c)
			}
			return c
		}
	case "Fn::And":
		return t.all(f.Value, at, true)
	case "Fn::Or":
		return t.all(f.Value, at, false)
	case "Fn::Equals":
		if args, ok := arguments(f.Value, 2); ok {
			return equal(asText(t.resolve(args[0])), asText(t.resolve(args[1])), at)
		}
	default:
		r := t.resolve(v)
		if b, ok := value.As[bool](r); ok {
			return value.NewBool(at, b).Along(r)
		}
		return unclear(at, "the condition", r)
	}
	return malformed(at, f.Key)
}

// all evaluates Fn::And, or with false Fn::Or: whether all conditions are b. One
// that is not decides alone.
func (t *template) all(conditions *value.Value, at source.Range, b bool) *value.Value {
	if conditions.Kind() != value.List {
		return value.NewUnknown(at, "a condition without a list of conditions")
	}
	result := value.NewBool(at, b)
	for _, e := range conditions.Elems() {
		c := t.decide(e)
		is, decided := c.Bool()
		switch {
		case decided && is != b:
			return value.NewBool(at, is).Along(c)
		case !decided:
			result = c
		case result.Kind() == value.Bool:
			result = result.Along(c)
		}
	}
	return result
}

// equal compares two texts.
func equal(a, b *value.Value, at source.Range) *value.Value {
	switch a.Equal(b) {
	case value.Yes:
		return value.NewBool(at, true).Along(a).Along(b)
	case value.No:
		return value.NewBool(at, false).Along(a).Along(b)
	case value.Maybe:
	}
	return unclear(at, "Fn::Equals", a, b)
}

// maxAssumed bounds how many conditions are assumed at a time.
const maxAssumed = 1000

// under gives what v is if a condition that cannot be decided is b, as it is in
// one branch of Fn::If and in a resource that depends on it. Conditions by which
// this one is decided follow.
func (t *template) under(name string, b bool, v *value.Value) *value.Value {
	assumed, decided := t.assumed, t.decided
	t.spend(100 * len(assumed))
	defer func() { t.assumed, t.decided = assumed, decided }()
	t.assumed = maps.Clone(assumed)
	t.assume(name, b)
	t.decided = maps.Clone(t.assumed) // others may be decided otherwise
	return t.resolve(v)
}

// assume notes that a condition is b, and what follows for others: all parts of
// an Fn::And that is true are true, all of an Fn::Or that is false are false.
func (t *template) assume(name string, b bool) {
	c := t.conditions.Field(name)
	if t.assumed[name] != nil || c.Value.Kind() != value.Map || len(t.assumed) == maxAssumed {
		return
	}
	t.assumed[name] = value.NewBool(c.Range, b)
	var follow func(v *value.Value, b bool)
	follow = func(v *value.Value, b bool) {
		f, _ := member(v)
		switch {
		case f.Key == "Condition":
			if name, ok := f.Value.Str(); ok {
				t.assume(name, b)
			}
		case f.Key == "Fn::Not":
			for e := range elements(f.Value) {
				follow(e, !b)
			}
		case f.Key == "Fn::And" && b, f.Key == "Fn::Or" && !b:
			for e := range elements(f.Value) {
				follow(e, b)
			}
		}
	}
	follow(c.Value, b)
}
