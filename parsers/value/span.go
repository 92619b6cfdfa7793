package value

import "math"

// Span is what is known of a number that is not negative: it is at least Min and
// at most Max.
type Span struct{ Min, Max int }

// Unbounded is the Max of a number of which no bound is known.
const Unbounded = math.MaxInt

// Exactly is a number that is known.
func Exactly(n int) Span { return Span{n, n} }

// AtLeast is a number of which only a lower bound is known.
func AtLeast(n int) Span { return Span{n, Unbounded} }

// Plus is the sum of two numbers.
func (s Span) Plus(t Span) Span { return Span{saturated(s.Min, t.Min), saturated(s.Max, t.Max)} }

// saturated adds what is not negative, up to [Unbounded].
func saturated(a, b int) int {
	if a > Unbounded-b {
		return Unbounded
	}
	return a + b
}

// Or is one of two numbers.
func (s Span) Or(t Span) Span { return Span{min(s.Min, t.Min), max(s.Max, t.Max)} }

// If is the number where t holds, else 0.
func (s Span) If(t Truth) Span {
	switch t {
	case No:
		return Span{}
	case Maybe:
		return s.Or(Span{})
	case Yes:
	}
	return s
}

// Above asks whether s is greater than t.
func (s Span) Above(t Span) Truth {
	switch {
	case s.Min > t.Max:
		return Yes
	case s.Max <= t.Min:
		return No
	}
	return Maybe
}

// Span gives what is known of the number that read makes of the setting. An
// absent setting without preset is 0. What read refuses may be any number.
func (o Of[T]) Span(read func(T) (int, bool)) Span {
	var out Span
	for i, a := range o.Value().Alternatives() {
		s := o.alternative(a).span(read)
		if i > 0 {
			s = s.Or(out)
		}
		out = s
	}
	return out
}

func (o Of[T]) span(read func(T) (int, bool)) Span {
	x, ok := o.Known()
	if !ok && o.Set() == No {
		return Span{}
	}
	if n, readable := read(x); ok && readable && n >= 0 {
		return Exactly(n)
	}
	return AtLeast(0)
}
