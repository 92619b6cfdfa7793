package value

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
)

// written is an object of one member, as a parser makes it.
func written() *Value {
	f := source.NewFile("a", []byte(`{ "name": "a" }`))
	at := func(off, end int) source.Range { return source.Range{File: f, Start: off, End: end} }
	return NewObject(at(0, 15), []Field{{Key: "name", Range: at(2, 8), End: 13, Value: NewString(at(10, 13), "a")}}, false, JSONObject)
}

// keys gives what a value would be written as; nothing where that is not known.
func keys(v *Value) []string {
	g, _ := v.Gap()
	return g.Keys
}

func TestGap(t *testing.T) {
	o := written()
	f := source.NewFile("b", []byte("x"))
	step := Step{Range: f.Whole(), Kind: Local, Name: "local.x"}
	in := func(v *Value) *Value { return NewMap(f.Whole(), []Field{{Key: "o", Value: v}}, false) }
	for _, test := range []struct {
		name string
		v    *Value
		want []string
	}{
		{"a member that is lacking", o.Get("image"), []string{"image"}},
		{"in another spelling", o.Fold("Image").Value, []string{"Image"}},
		{"a member that is there", o.Get("name"), nil},
		{"what it lacks in turn", o.Get("image").Get("tag"), nil},
		{"elsewhere", o.At(f.Whole()).With(step).Get("image"), []string{"image"}},
		{"by way of another object", in(o).Get("o").Get("image"), []string{"image"}},
		{"of an object that is computed", NewMap(o.Range(), o.fields, false).Get("image"), nil},
		{"of one that is read in another way", NewMap(o.Range(), nil, false).Like(o).Get("image"), []string{"image"}},
		{"of one that may have more members", NewObject(o.Range(), nil, true, JSONObject).Get("image"), nil},
		{"of one that has it as it is written", o.Without("image").Get("image"), nil},
		{"of one that has another one as it is written", o.Without("tag").Get("image"), []string{"image"}},
		{"of one that is held in its shape", o.Held(Shape).Get("image"), nil},
		{"of one that is held", o.Held(Content).Get("image"), nil},
		{"of one in what is held", in(o).Held(Shape).Get("o").Get("image"), nil},
		{"of one in a collection of one type", in(o).As(Uniform).Get("o").Get("image"), nil},
		{"of one for another", NewMap(f.Whole(), nil, false).InsteadOf(o.Get("image")).Get("tag"), []string{"image", "tag"}},
		{"of one for nothing that can be written", NewMap(f.Whole(), nil, false).InsteadOf(NewAbsent(f.Whole())).Get("tag"), nil},
		{"nothing", NewAbsent(f.Whole()), nil},
	} {
		if d := cmp.Diff(test.want, keys(test.v)); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
	}
	if g, _ := o.Get("image").Gap(); g.Style != JSONObject || len(g.Members) != 1 || g.Members[0].End != 13 {
		t.Errorf("the gap of %v is %+v", o, g)
	}
	if n := o.Get("image").Len(); n != 0 {
		t.Errorf("what is absent has %d members", n)
	}
}

func TestHeld(t *testing.T) {
	o := written()
	list := NewList(o.Range(), []*Value{o}, false)
	first := func(v *Value) *Value {
		items, _ := v.Items()
		return items[0]
	}
	for _, test := range []struct {
		name           string
		v              *Value
		shape, content bool
	}{
		{"an element", first(list), false, false},
		{"an element of what is held", first(list.Held(Shape)), true, false},
		{"a scalar in what is held in its shape", first(list.Held(Shape)).Get("name"), false, false},
		{"a scalar in what is held", first(list.Held(Content)).Get("name"), false, true},
		{"an element of a list of one type", first(list.As(Uniform)), true, false},
		{"an element of a set", first(list.As(Set)), true, false},
	} {
		if shape, content := test.v.Holds(Shape), test.v.Holds(Content); shape != test.shape || content != test.content {
			t.Errorf("%s: shape %t, content %t, want %t, %t", test.name, shape, content, test.shape, test.content)
		}
	}
}

func TestWorded(t *testing.T) {
	f := source.NewFile("a", []byte("true"))
	v := NewBool(f.Whole(), true).Worded(true, "ENABLED", "DISABLED")
	if s, _ := v.Str(); s != "ENABLED" || v.Range() != f.Whole() {
		t.Errorf("true is %v at %v", v, v.Range())
	}
	if on, off, ok := v.Words(); on != "ENABLED" || off != "DISABLED" || !ok {
		t.Errorf("the words are %q, %q, %t", on, off, ok)
	}
	if s, _ := v.Worded(false, "ENABLED", "DISABLED").Str(); s != "DISABLED" {
		t.Errorf("false is %q", s)
	}
	if _, _, ok := NewBool(f.Whole(), true).Words(); ok {
		t.Error("a bool has words")
	}
}

func TestLiteral(t *testing.T) {
	f := source.NewFile("a", []byte(`"a\"${x}b" "y"`))
	at := func(off, end int) source.Range { return source.Range{File: f, Start: off, End: end} }
	var b Builder
	b.Literal(`a"`, at(1, 4), Quoted)
	b.Interpolate(NewString(at(11, 14), "y"), at(6, 7))
	b.Interpolate(NewInt(at(6, 7), 5), at(6, 7))
	b.Interpolate(NewUnknown(at(6, 7), "x"), at(6, 7))
	b.Literal("b", at(8, 9), Quoted)
	s := b.Value(at(0, 10))
	for _, test := range []struct {
		off, end int
		want     string
	}{
		{0, 2, `a\"`},
		{1, 2, `\"`},
		{2, 3, "y"}, // of the string that is interpolated
		{0, 6, `a\"${x}b`},
		{3, 4, ""},
		{4, 5, ""},
		{0, 5, ""},
		{3, 6, ""},
		{2, 6, ""}, // the end is in front of the start
		{1, 1, ""},
	} {
		r, ok := s.Literal(test.off, test.end)
		if ok != (test.want != "") || r.Text() != test.want {
			t.Errorf("bytes %d to %d are %q, %t, want %q", test.off, test.end, r.Text(), ok, test.want)
		}
	}
	if _, ok := s.atomic().Literal(0, 1); ok {
		t.Error("an atomic string has a literal")
	}
}
