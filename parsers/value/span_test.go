package value

import (
	"testing"
)

func TestSpanAbove(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		s, t Span
		want Truth
	}{
		{Exactly(2), Exactly(1), Yes},
		{Exactly(1), Exactly(1), No},
		{Exactly(1), Exactly(2), No},
		{AtLeast(2), Exactly(1), Yes},
		{AtLeast(1), Exactly(1), Maybe},
		{Exactly(1), AtLeast(1), No},
		{Exactly(2), AtLeast(1), Maybe},
		{Exactly(1).Or(Exactly(3)), Exactly(2), Maybe},
		{Exactly(3).Or(Exactly(4)), Exactly(2), Yes},
		{AtLeast(0), AtLeast(0), Maybe},
	} {
		if got := test.s.Above(test.t); got != test.want {
			t.Errorf("%v above %v: %s, want %s", test.s, test.t, got, test.want)
		}
	}
}

func TestSpanArithmetic(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name      string
		got, want Span
	}{
		{"sum", Exactly(1).Plus(Span{2, 3}), Span{3, 4}},
		{"sum without a bound", AtLeast(1).Plus(AtLeast(2)), AtLeast(3)},
		{"either", Exactly(3).Or(Exactly(1)), Span{1, 3}},
		{"certain", Exactly(3).If(Yes), Exactly(3)},
		{"perhaps", Exactly(3).If(Maybe), Span{0, 3}},
		{"not", Exactly(3).If(No), Span{}},
	} {
		if test.got != test.want {
			t.Errorf("%s: %v, want %v", test.name, test.got, test.want)
		}
	}
}

func TestSpanOfSetting(t *testing.T) {
	t.Parallel()
	hundreds := func(n int) (int, bool) { return n * 100, n < 100 }
	for _, test := range []struct {
		v      *Value
		preset *int
		want   Span
	}{
		{num("2"), nil, Exactly(200)},
		{str("2"), nil, Exactly(200)},
		{absent(), nil, Span{}},
		{NewNull(none), nil, Span{}},
		{absent(), new(3), Exactly(300)},
		{unknown(), nil, AtLeast(0)},
		{str("x"), nil, AtLeast(0)},
		{num("100"), nil, AtLeast(0)},
		{num("-1"), nil, AtLeast(0)},
		{either(num("4"), num("2")), nil, Span{200, 400}},
		{either(num("4"), absent()), nil, Span{0, 400}},
		{either(num("4"), absent()), new(3), Span{300, 400}},
		{either(num("4"), unknown()), nil, AtLeast(0)},
	} {
		if got := setting(test.v, test.preset).Span(hundreds); got != test.want {
			t.Errorf("%v: %v, want %v", test.v, got, test.want)
		}
	}
}
