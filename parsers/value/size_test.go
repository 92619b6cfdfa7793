package value

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers/source"
)

func TestSize(t *testing.T) {
	none := source.Range{}
	text := NewString(none, "a")
	many := make([]*Value, 3000)
	for i := range many {
		many[i] = text
	}
	for _, test := range []struct {
		name string
		v    *Value
		want int
	}{
		{"scalar", text, 1},
		{"long text", NewString(none, strings.Repeat("a", 640)), 11},
		{"empty list", NewList(none, nil, false), 1},
		{"list", NewList(none, []*Value{text, text}, true), 3},
		{"scattered list", NewScattered(none, []*Value{text, text}, 1), 3},
		{"map", NewMap(none, []Field{{Key: "a", Value: text}}, false), 2},
		{"choice", NewEither(none, "", text, NewNull(none)), 3},
		{"encoded", NewEncoded(none, NewList(none, []*Value{text, text}, false)), 12},
		{"many, rounded", NewList(none, many, false), 3006},
		{"with a step", NewList(none, []*Value{text, text}, false).With(Step{Name: "a"}), 3},
	} {
		if got := test.v.Size(); got != test.want {
			t.Errorf("%s: size %d, want %d", test.name, got, test.want)
		}
	}
}

// Values that repeat each other stand for exponentially many, those in each other
// are ever deeper: both come to an end.
func TestRefused(t *testing.T) {
	none := source.Range{}
	for name, next := range map[string]func(v *Value) *Value{
		"list": func(v *Value) *Value { return NewList(none, []*Value{v, v}, false) },
		"map":  func(v *Value) *Value { return NewMap(none, []Field{{Key: "a", Value: v}, {Key: "b", Value: v}}, false) },
		"choice": func(v *Value) *Value {
			return NewEither(none, "", NewList(none, []*Value{v}, false), NewList(none, []*Value{v}, true))
		},
		"encoded": func(v *Value) *Value { return NewEncoded(none, NewList(none, []*Value{v, v}, false)) },
		"nested":  func(v *Value) *Value { return NewScattered(none, []*Value{v}, 0) },
	} {
		v, n := NewNull(none), 0
		for ; !v.Refused() && n < 5000; n++ {
			if v.Size() > MaxSize+1 {
				t.Fatalf("%s: size %d", name, v.Size())
			}
			if e, ok := v.Encoded(); ok && e.Refused() {
				break
			}
			v = next(v)
		}
		if most := 25; name == "nested" && n != 4750 || name != "nested" && n > most {
			t.Errorf("%s: refused after %d steps: %s", name, n, v.Reason())
		}
	}
	if got := NewUnknown(none, "x"); got.Refused() {
		t.Error("an unknown value is refused")
	}
}
