package value

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ecslint/ecslint/parsers/source"
)

// Of is one setting of a model: what is known of it and where it is written.
// Rules ask it questions; the answers take into account that it may be unknown,
// absent, or one of several. The zero Of is an absent setting without a place.
type Of[T bool | int | string] struct {
	*facts // nil: a setting without a name that is absent
}

// facts are what there is to say of a setting of any type. Rules pass settings on all
// the time, which a pointer makes cheap.
type facts struct {
	name   string
	value  *Value
	key    source.Range
	preset any // *T: the value that an absent setting has
}

// Settings is room for settings, which is allocated together.
type Settings []facts

// take gives the next piece of room.
func (s *Settings) take() *facts {
	if len(*s) == 0 {
		return new(facts)
	}
	next := &(*s)[0]
	*s = (*s)[1:]
	return next
}

// BoolSetting is a setting that is true or false.
type BoolSetting = Of[bool]

// IntSetting is a setting that is a whole number.
type IntSetting = Of[int]

// StringSetting is a setting that is a text, or a number written as one.
type StringSetting = Of[string]

// NewOf makes a setting of a value. The name is the API's; key is the place of
// its name, zero if it has none; preset is what an absent setting means to AWS,
// nil if nothing.
func NewOf[T bool | int | string](name string, v *Value, key source.Range, preset *T) Of[T] {
	return NewIn(nil, name, v, key, preset)
}

// NewIn is [NewOf] with room that is allocated; nil for none.
func NewIn[T bool | int | string](room *Settings, name string, v *Value, key source.Range, preset *T) Of[T] {
	if room == nil {
		room = &Settings{}
	}
	s := room.take()
	*s = facts{name: name, value: v, key: key}
	if preset != nil {
		s.preset = preset
	}
	return Of[T]{s}
}

// Name is the setting's name as the API writes it, "readonlyRootFilesystem".
func (s *facts) Name() string {
	if s == nil {
		return ""
	}
	return s.name
}

// Value gives what is known of the setting.
func (s *facts) Value() *Value {
	if s == nil || s.value == nil {
		return nothing
	}
	return s.value
}

// nothing is the value of a setting that has none.
var nothing = &Value{}

// Key is the place of the setting's name; zero where it has none.
func (s *facts) Key() source.Range {
	if s == nil {
		return source.Range{}
	}
	return s.key
}

// otherwise gives the value that the setting has where it is absent.
func (o Of[T]) otherwise() *T {
	if o.facts == nil {
		return nil
	}
	p, _ := o.preset.(*T)
	return p
}

// Range is where the setting is written: the value, or for an absent setting the
// object that lacks it.
func (o Of[T]) Range() source.Range { return o.Value().rng }

// Trail is the way from where the setting is written to where it is used.
func (o Of[T]) Trail() []Step { return o.Value().Trail() }

// Reason says why the setting is not wholly known; empty if it is.
func (o Of[T]) Reason() string {
	v := o.Value()
	if r := v.Reason(); r != "" {
		return r
	}
	if v.Is(List, Map) {
		return "a " + v.kind.String() + " stands where a single value belongs"
	}
	if _, ok := As[T](v); !ok && !v.Is(Absent, Null) {
		return "the value is of another type"
	}
	return ""
}

// As converts a known scalar as AWS and Terraform do: numbers and bools may
// arrive as strings.
func As[T bool | int | string](v *Value) (T, bool) {
	var out T
	switch p := any(&out).(type) {
	case *bool:
		switch s, _ := v.Scalar(); strings.ToLower(s) {
		case "true", "yes", "on": // YAML 1.1 has more words than two
			*p = true
			return out, true
		case "false", "no", "off":
			return out, true
		}
		return out, false
	case *int:
		s, ok := v.Scalar()
		if !ok || v.kind == Bool {
			return out, false
		}
		*p, ok = wholeNumber(strings.TrimSpace(s))
		return out, ok
	case *string:
		s, ok := v.Scalar()
		*p = s
		return out, ok
	}
	return out, false
}

// decide answers a question about a value by its alternatives, which must agree.
func decide(v *Value, ask func(*Value) Truth) Truth {
	if v.kind != Either {
		return ask(v)
	}
	t := ask(v.list[0])
	for _, a := range v.list[1:] {
		t = t.Agree(ask(a))
	}
	return t
}

// Satisfies asks q about the value, or about the preset of an absent one. An
// absent setting without preset does not satisfy anything. Of several
// alternatives all must agree.
func (o Of[T]) Satisfies(q func(T) bool) Truth {
	return decide(o.Value(), func(v *Value) Truth { return o.ask(v, q) })
}

func (o Of[T]) ask(v *Value, q func(T) bool) Truth {
	if v.Is(Absent, Null) {
		preset := o.otherwise()
		return True(preset != nil && q(*preset))
	}
	if x, ok := As[T](v); ok {
		return True(q(x))
	}
	return Maybe
}

// Is asks whether the setting has the value want.
func (o Of[T]) Is(want T) Truth { return o.In(want) }

// In asks whether the setting has one of the values. A text with unknown parts
// is none of them if its known parts rule them out.
func (o Of[T]) In(want ...T) Truth {
	return decide(o.Value(), func(v *Value) Truth {
		if v.kind == Text && !slices.ContainsFunc(want, func(w T) bool { return couldBe(v.content(), toText(w)) }) {
			return No
		}
		return o.ask(v, func(x T) bool { return slices.Contains(want, x) })
	})
}

// Set asks whether the setting is written at all. A null is as good as absent.
func (o Of[T]) Set() Truth { return Written(o.Value()) }

// Written asks whether a value is written at all. A null is as good as absent.
func Written(v *Value) Truth {
	return decide(v, func(v *Value) Truth {
		if v.kind == Unknown {
			return Maybe
		}
		return True(!v.Is(Absent, Null))
	})
}

// NotBlank asks whether the setting is written and has a visible character. It
// knows this also of a text with unknown parts, if a known part has one.
func (o Of[T]) NotBlank() Truth {
	return decide(o.Value(), func(v *Value) Truth {
		if v.kind == Text && strings.TrimSpace(strings.ReplaceAll(v.content(), string([]byte{Hole}), "")) != "" {
			return Yes
		}
		return o.ask(v, func(x T) bool { return strings.TrimSpace(toText(x)) != "" })
	})
}

// StartsWith asks whether the setting's text starts with prefix, which can be
// told where only what follows is unknown.
func (o Of[T]) StartsWith(prefix string) Truth {
	return decide(o.Value(), func(v *Value) Truth {
		if v.kind != Text {
			return o.ask(v, func(x T) bool { return strings.HasPrefix(toText(x), prefix) })
		}
		head, _, _ := strings.Cut(v.content(), string([]byte{Hole}))
		n := min(len(head), len(prefix))
		if head[:n] != prefix[:n] {
			return No
		}
		return True(n == len(prefix)).Or(Maybe)
	})
}

// Omitted asks whether the setting is left out, or null or blank by the hand of
// who wrote it. What came to be so on its way, as by the default of a variable,
// may be set by whoever deploys the code: that is Maybe.
func (o Of[T]) Omitted() Truth {
	return decide(o.Value(), func(v *Value) Truth {
		return o.alternative(v).NotBlank().Not().And(True(v.Stated()).Or(Maybe))
	})
}

// EndsWith asks whether the setting's text ends with suffix, which can be told
// where only what comes before is unknown.
func (o Of[T]) EndsWith(suffix string) Truth {
	return decide(o.Value(), func(v *Value) Truth {
		if v.kind != Text {
			return o.ask(v, func(x T) bool { return strings.HasSuffix(toText(x), suffix) })
		}
		tail := v.content()[strings.LastIndexByte(v.content(), Hole)+1:]
		n := min(len(tail), len(suffix))
		if tail[len(tail)-n:] != suffix[len(suffix)-n:] {
			return No
		}
		return True(n == len(suffix)).Or(Maybe)
	})
}

// Consists asks whether all characters of the setting's text are such that ok
// holds. One that is not can be told where other parts are unknown.
func (o Of[T]) Consists(ok func(r rune) bool) Truth {
	other := func(r rune) bool { return !ok(r) }
	return decide(o.Value(), func(v *Value) Truth {
		if v.kind == Text && strings.IndexFunc(strings.ReplaceAll(v.content(), string([]byte{Hole}), ""), other) >= 0 {
			return No
		}
		return o.ask(v, func(x T) bool { return strings.IndexFunc(toText(x), other) < 0 })
	})
}

// LongerThan asks whether the setting's text has more than n characters, which
// can be told where the known parts alone have.
func (o Of[T]) LongerThan(n int) Truth {
	return decide(o.Value(), func(v *Value) Truth {
		if v.kind == Text && utf8.RuneCountInString(strings.ReplaceAll(v.content(), string([]byte{Hole}), "")) > n {
			return Yes
		}
		return o.ask(v, func(x T) bool { return utf8.RuneCountInString(toText(x)) > n })
	})
}

// Equals asks whether both settings are given and have the same value.
func (o Of[T]) Equals(u Of[T]) Truth {
	return decide(u.Value(), func(v *Value) Truth {
		b := u.alternative(v)
		if y, ok := b.Known(); ok {
			return o.In(y)
		}
		return decide(o.Value(), func(v *Value) Truth {
			a := o.alternative(v)
			if x, ok := a.Known(); ok {
				return b.In(x)
			}
			return a.Set().And(b.Set()).And(Maybe)
		})
	})
}

// Both asks q about two settings together. Like [Of.Satisfies] it is No where one
// of them is absent and has no preset.
func Both[A, B bool | int | string](a Of[A], b Of[B], q func(A, B) bool) Truth {
	return decide(a.Value(), func(v *Value) Truth {
		one := a.alternative(v)
		if x, ok := one.Known(); ok {
			return b.Satisfies(func(y B) bool { return q(x, y) })
		}
		given := func(B) bool { return true }
		return one.Satisfies(func(A) bool { return true }).And(b.Satisfies(given)).And(Maybe)
	})
}

// alternative gives the setting with one of its alternatives for its value.
func (o Of[T]) alternative(v *Value) Of[T] {
	if v == o.Value() {
		return o
	}
	return NewOf(o.Name(), v, o.Key(), o.otherwise())
}

// Before gives the part of the setting before the first sep, which may be known
// where the whole is not.
func (o Of[T]) Before(sep string) StringSetting {
	return NewOf[string](o.Name(), o.Value().Before(sep), o.Key(), nil)
}

// Known gives the value, or the preset of an absent one, if it is certain.
func (o Of[T]) Known() (T, bool) {
	v := o.Value()
	if v.Is(Absent, Null) {
		if preset := o.otherwise(); preset != nil {
			return *preset, true
		}
		var zero T
		return zero, false
	}
	return As[T](v)
}

// String shows the setting in messages: the value in quotes, or for what is not
// known the source text at its place.
func (o Of[T]) String() string {
	v := o.Value()
	if s, ok := v.Scalar(); ok {
		return strconv.Quote(s)
	}
	switch v.kind {
	case Text:
		return strconv.Quote(strings.ReplaceAll(v.content(), string([]byte{Hole}), "…"))
	case Absent, Null:
		if preset := o.otherwise(); preset != nil {
			return strconv.Quote(toText(*preset))
		}
		return "(not set)"
	case Unknown, Either, List, Map, Bool, Number, String:
	}
	if s := strings.TrimSpace(v.rng.FirstLine().Text()); s != "" && len(s) <= 60 {
		return "(" + s + ")"
	}
	return "(unknown)"
}

func toText[T bool | int | string](x T) string {
	switch x := any(x).(type) {
	case string:
		return x
	case int:
		return strconv.Itoa(x)
	case bool:
		return strconv.FormatBool(x)
	}
	return ""
}
