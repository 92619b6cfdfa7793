package value

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
)

// at gives the place of the first occurrence of part in a file.
func at(f *source.File, part string) source.Range {
	i := strings.Index(string(f.Bytes), part)
	return source.Range{File: f, Start: i, End: i + len(part)}
}

func file(text string) *source.File { return source.NewFile("f", []byte(text)) }

// none is no place, for tests in which places do not matter.
var none source.Range

func str(s string) *Value { return NewString(none, s) }

func num(s string) *Value { return NewNumber(none, s) }

func list(elems ...*Value) *Value { return NewList(none, elems, false) }

func unknown() *Value { return NewUnknown(none, "why") }

func absent() *Value { return NewAbsent(none) }

func either(alts ...*Value) *Value { return NewEither(none, "cond", alts...) }

// object is a map of keys and values in turn.
func object(pairs ...any) *Value {
	var fields []Field
	for i := 0; i < len(pairs); i += 2 {
		fields = append(fields, Field{Key: pairs[i].(string), Value: pairs[i+1].(*Value)})
	}
	return NewMap(none, fields, false)
}

// text is a string with a hole for each "◌".
func text(s string) *Value {
	var b Builder
	for i, part := range strings.Split(s, "◌") {
		if i > 0 {
			b.Interpolate(unknown(), none)
		}
		b.Literal(part, none, Verbatim)
	}
	return b.Value(none)
}

// all has a value of every kind.
var all = []*Value{
	absent(), unknown(), NewNull(none), NewBool(none, true), num("1"), str("s"), text("a◌"), list(num("1")),
	object("k", num("1")), either(num("1"), num("2")), NewFailed(none, "why"),
	NewList(none, nil, true), NewMap(none, nil, true), NewEncoded(none, object("k", unknown())),
}

// TestNothingPanics calls every method on a value of every kind.
func TestNothingPanics(t *testing.T) {
	t.Parallel()
	for _, v := range all {
		got := []*Value{
			v.Get("k"), v.Fold("k").Value, v.Before("-"), v.Present(), v.Opened(), v.At(none), v.Along(v), v.WithLink(Link{}),
			v.WithCause(none), v.With(Step{}), v.As(Uniform), v.Within(v, 0, 0),
		}
		got = append(got, v.Alternatives()...)
		items, _ := v.Items()
		got = append(got, items...)
		for _, w := range got {
			if w == nil {
				t.Errorf("a method of %v gives nil", v)
			}
		}
		for _, u := range all {
			if a, b := v.Equal(u), u.Equal(v); a != b {
				t.Errorf("%v and %v: %v and %v", v, u, a, b)
			}
		}
		v.Place(0, 0)
		v.Interpolated(0, 1)
		v.Links()
		if v.WhollyKnown() != (v.Reason() == "") && !v.Is(Absent) {
			t.Errorf("%v is wholly known: %v, but the reason is %q", v, v.WhollyKnown(), v.Reason())
		}
		if !slices.Contains(kindNames[:], v.Kind().String()) {
			t.Errorf("%v has no kind", v)
		}
	}
	if Kind(99).String() != "Kind(99)" {
		t.Error("a kind that does not exist")
	}
}

func TestString(t *testing.T) {
	t.Parallel()
	var got []string
	for _, v := range all {
		got = append(got, v.String())
	}
	want := []string{
		"absent", "unknown(why)", "null", "true", "1", `"s"`, `"a◌"`, "[1]", "{k: 1}", "(1 | 2)", "unknown(why)",
		"[…]", "{…}", `"{\"k\":◌}"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
}

func TestScalars(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		v      *Value
		scalar string
		ok     bool
		n      int
		isInt  bool
	}{
		{str("x"), "x", true, 0, false},
		{str("1"), "1", true, 0, false},
		{num("1"), "1", true, 1, true},
		{num("-0"), "-0", true, 0, true},
		{num("1.0"), "1.0", true, 1, true},
		{num("1e3"), "1e3", true, 1000, true},
		{num("1.5"), "1.5", true, 0, false},
		{num("1e400"), "1e400", true, 0, false},
		{num("9007199254740993"), "9007199254740993", true, 9007199254740993, true},
		{num("1e18"), "1e18", true, 0, false},
		{NewInt(none, 7), "7", true, 7, true},
		{NewBool(none, false), "false", true, 0, false},
		{NewNull(none), "", false, 0, false},
		{unknown(), "", false, 0, false},
		{text("a◌"), "", false, 0, false},
	} {
		if s, ok := test.v.Scalar(); s != test.scalar || ok != test.ok {
			t.Errorf("%v: scalar %q, %v", test.v, s, ok)
		}
		if n, ok := test.v.Int(); n != test.n || ok != test.isInt {
			t.Errorf("%v: int %d, %v", test.v, n, ok)
		}
	}
	if s, ok := str("x").Str(); s != "x" || !ok {
		t.Error("text of a string")
	}
	if _, ok := num("1").Str(); ok {
		t.Error("a number is no string")
	}
	if b, ok := NewBool(none, true).Bool(); !b || !ok {
		t.Error("bool")
	}
	if got := text("a◌b").Content(); got != "a\xffb" {
		t.Errorf("content %q", got)
	}
}

func TestGet(t *testing.T) {
	t.Parallel()
	doc := file("{outer}")
	where := at(doc, "outer")
	large := make([]Field, 0, 2*indexed)
	for i := range cap(large) {
		large = append(large, Field{Key: fmt.Sprint(i % (indexed + 1)), Value: NewInt(none, i)})
	}
	for _, test := range []struct {
		name string
		v    *Value
		want string
	}{
		{"the last of repeated keys", object("k", num("1"), "k", num("2")), "2"},
		{"not in a closed map", object("x", num("1")), "absent"},
		{"not in an open map", NewMap(none, nil, true), `unknown("k" may come from a part that is unknown)`},
		{"in an open map", object("k", num("1")).Opened(), "1"},
		{"of a resource", NewMap(none, nil, true).WithLink(Link{Address: "aws_x.y"}), "unknown(aws_x.y.k is known after apply)"},
		{"of an unknown", unknown(), "unknown(why)"},
		{"of a text", text("a◌"), "unknown(a part of the text is unknown)"},
		{"of a choice", either(object("k", num("1")), object()), "(1 | absent)"},
		{"of a choice that agrees", either(object(), object("x", num("1"))), "absent"},
		{"of a string", str("x"), "absent"},
		{"of null", NewNull(none), "absent"},
		{"of a list", list(object("k", num("1"))), "absent"},
		{"in another case", object("K", num("1")), "absent"},
	} {
		if got := test.v.Get("k").String(); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
	if got := NewMap(where, nil, false).Get("k").Range(); got != where {
		t.Errorf("what is absent is at %v", got)
	}
	m := NewMap(none, large, false)
	for i := range indexed + 1 {
		want := i + indexed + 1
		if want >= len(large) {
			want = i
		}
		if got, _ := m.Get(fmt.Sprint(i)).Int(); got != want {
			t.Errorf("key %d of a large map: got %d, want %d", i, got, want)
		}
	}
	if m.Len() != indexed+1 || m.Get("none").Kind() != Absent {
		t.Errorf("a large map has %d keys", m.Len())
	}
	link := NewMap(none, nil, true).WithLink(Link{Address: "aws_x.y"}).Get("arn")
	if diff := cmp.Diff([]Link{{Address: "aws_x.y", Attr: "arn"}}, link.Links()); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	failed := NewFailed(none, "why").WithCause(where).WithLink(Link{Address: "a"}).Get("k")
	if !failed.Failed() || failed.Cause() != where || len(failed.Links()) > 0 {
		t.Error("a member of what has failed has failed for the same cause, and is no link")
	}
}

func TestFold(t *testing.T) {
	t.Parallel()
	m := object("Name", num("1"), "name", num("2"), "NAME", num("3"), "Other", num("4"))
	for key, want := range map[string]string{"name": "2", "Name": "1", "nAME": "3", "other": "4", "nam": "absent"} {
		if got := m.Fold(key).Value.String(); got != want {
			t.Errorf("%s: got %s, want %s", key, got, want)
		}
	}
	if got := m.Fold("other").Key; got != "Other" {
		t.Errorf("the key is spelt %s", got)
	}
	if got := either(m, object()).Fold("OTHER").Value.String(); got != "(4 | absent)" {
		t.Errorf("of a choice: %s", got)
	}
}

func TestMembers(t *testing.T) {
	t.Parallel()
	m := object("a", num("1"), "b", num("2"), "a", num("3"))
	var fields, written []string
	for f := range m.Fields() {
		fields = append(fields, f.Key+f.Value.Content())
	}
	for f := range m.Written() {
		written = append(written, f.Key+f.Value.Content())
	}
	if diff := cmp.Diff([]string{"b2", "a3"}, fields); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"a1", "b2", "a3"}, written); diff != "" {
		t.Error(diff)
	}
	if m.Len() != 2 || list(m, m).Len() != 2 || str("x").Len() != 0 {
		t.Error("length")
	}
	for range m.Fields() {
		break // stopping early must not panic
	}
	for range m.Written() {
		break
	}
	for range list(m, m).Elems() {
		break
	}
}

func TestLists(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name     string
		v        *Value
		items    string
		complete Truth
		fixed    int
	}{
		{"closed", list(num("1"), num("2")), "[1 2]", Yes, 2},
		{"open at the end", NewList(none, []*Value{num("1")}, true), "[1]", Maybe, 1},
		{"scattered", NewScattered(none, []*Value{num("1"), num("2")}, 1), "[1 2]", Maybe, 1},
		{"opened", list(num("1")).Opened(), "[1]", Maybe, 0},
		{"an object is a list of itself", object("k", num("1")), "[{k: 1}]", Yes, 0},
		{"null is empty", NewNull(none), "[]", Yes, 0},
		{"absent is empty", absent(), "[]", Yes, 0},
		{"unknown", unknown(), "[]", Maybe, 0},
		{"a string is no list", str("x"), "[]", Maybe, 0},
		{"a choice", either(list(num("1")), NewNull(none)), "[(1 | absent)]", Yes, 0},
		{"a choice with an unknown", either(list(num("1")), unknown()), "[(1 | absent)]", Maybe, 0},
	} {
		items, complete := test.v.Items()
		if got := fmt.Sprint(items); got != test.items || complete != test.complete || test.v.Fixed() != test.fixed {
			t.Errorf("%s: got %s, %v, %d", test.name, got, complete, test.v.Fixed())
		}
	}
	if v := num("1"); v.Opened() != v {
		t.Error("a number has no members")
	}
	if v := list().As(Set); v.Form() != Set || v.As(Set) != v || list().Form() != Structural || v.As(Uniform).Form() != Uniform {
		t.Error("forms")
	}
}

func TestEither(t *testing.T) {
	t.Parallel()
	doc := file("1 2 1")
	first, last := NewNumber(at(doc, "1"), "1"), NewNumber(source.Range{File: doc, Start: 4, End: 5}, "1")
	many := make([]*Value, MaxAlternatives+1)
	for i := range many {
		many[i] = NewInt(none, i)
	}
	for _, test := range []struct {
		name string
		v    *Value
		want string
	}{
		{"two", either(num("1"), num("2")), "(1 | 2)"},
		{"one is no choice", either(num("1")), "1"},
		{"none", either(), "unknown(cond)"},
		{"the same twice", either(num("1"), num("1")), "1"},
		{"equal at two places", either(first, last), "(1 | 1)"},
		{"nested", either(either(num("1"), num("2")), num("3"), either(num("2"), num("4"))), "(1 | 2 | 3 | 4)"},
		{"with an unknown", either(num("1"), unknown()), "(1 | unknown(why))"},
		{"unknown all the same", either(unknown(), NewUnknown(at(doc, "2"), "other")), "unknown(why)"},
		{"at most", either(many[1:]...), strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(fmt.Sprint(many[1:]), " ", " | "), "[", "("), "]", ")")},
		{"too many", either(many...), "unknown(cond)"},
	} {
		if got := test.v.String(); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
	if v := either(num("1"), num("2")); v.Reason() != "cond" || v.WhollyKnown() {
		t.Error("the reason of a choice is its condition")
	}
}

func TestExists(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		v               *Value
		exists, written Truth
		present         string
	}{
		{absent(), No, No, "absent"},
		{NewNull(none), Yes, No, "null"},
		{unknown(), Yes, Maybe, "unknown(why)"},
		{str(""), Yes, Yes, `""`},
		{either(str("x"), absent()), Maybe, Maybe, `"x"`},
		{either(str("x"), NewNull(none)), Yes, Maybe, `("x" | null)`},
		{either(str("x"), unknown()), Yes, Maybe, `("x" | unknown(why))`},
		{either(str("x"), str("y"), absent()), Maybe, Maybe, `("x" | "y")`},
		{either(NewNull(none), absent()), Maybe, No, "null"},
	} {
		if got := test.v.Exists(); got != test.exists {
			t.Errorf("%v exists: %v", test.v, got)
		}
		if got := Written(test.v); got != test.written {
			t.Errorf("%v is written: %v", test.v, got)
		}
		if got := test.v.Present().String(); got != test.present {
			t.Errorf("%v where it is present: %s", test.v, got)
		}
	}
}

func TestReason(t *testing.T) {
	t.Parallel()
	for want, v := range map[string]*Value{
		"why":                             list(num("1"), object("k", unknown())),
		"a part of the text is unknown":   object("k", NewEncoded(none, unknown()).atomic()),
		"the list may have more elements": object("k", NewList(none, nil, true)),
		"other keys may exist":            list(NewMap(none, nil, true)),
		"cond":                            list(either(num("1"), num("2"))),
		"":                                list(object("k", str("x")), NewNull(none)),
	} {
		if got := v.Reason(); got != want {
			t.Errorf("%v: got %q, want %q", v, got, want)
		}
	}
	if got := text("a◌").Reason(); got != "why" {
		t.Errorf("of a text: %q", got)
	}
}

func TestEqual(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		a, b *Value
		want Truth
	}{
		{num("1"), num("1.0"), Yes},
		{num("1"), num("2"), No},
		{num("1"), str("1"), No},
		{str("a"), str("a"), Yes},
		{NewBool(none, true), NewBool(none, false), No},
		{NewNull(none), NewNull(none), Yes},
		{NewNull(none), absent(), No},
		{unknown(), unknown(), Maybe},
		{unknown(), absent(), Maybe},
		{text("a◌"), str("ab"), Maybe},
		{text("a◌"), str("ba"), No},
		{text("◌a"), str("ba"), Maybe},
		{text("a◌a"), str("a"), No},
		{text("a◌b◌c"), str("a-b-c"), Maybe},
		{text("a◌b◌c"), str("a--c"), No},
		{text("a◌"), text("◌b"), Maybe},
		{text("a◌"), num("1"), No},
		{either(num("1"), num("2")), num("1"), Maybe},
		{either(num("1"), num("2")), num("3"), No},
		{either(num("1"), num("1.0")), num("1"), Yes},
		{list(num("1")), list(num("1")), Yes},
		{list(num("1")), list(num("2")), No},
		{list(num("1")), list(), No},
		{list(num("1")), NewList(none, nil, true), Maybe},
		{list(num("1")), NewList(none, []*Value{num("2")}, true), No},
		{list(num("1")), NewScattered(none, []*Value{num("2")}, 0), Maybe},
		{object("k", num("1")), object("k", num("1")), Yes},
		{object("k", num("1")), object("k", num("2")), No},
		{object("k", num("1")), object(), No},
		{object("k", either(num("1"), absent())), object(), Maybe},
		{object("k", num("1")), NewMap(none, nil, true), Maybe},
		{object("k", num("1")), object("k", num("2")).Opened(), No},
	} {
		if got := test.a.Equal(test.b); got != test.want {
			t.Errorf("%v and %v: got %v, want %v", test.a, test.b, got, test.want)
		}
		if got := test.b.Equal(test.a); got != test.want {
			t.Errorf("%v and %v: got %v, want %v", test.b, test.a, got, test.want)
		}
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	arn := unknown().WithLink(Link{Address: "aws_x.y", Attr: "arn"})
	id := unknown().WithLink(Link{Address: "aws_x.z", Attr: "id"})
	var b Builder
	b.Interpolate(arn, none)
	b.Literal("/", none, Verbatim)
	b.Interpolate(id, none)
	path := b.Value(none)
	both := []Link{{Address: "aws_x.y", Attr: "arn"}, {Address: "aws_x.z", Attr: "id"}}
	for name, v := range map[string]*Value{
		"text": path, "choice": either(arn, id, num("1")), "added": arn.WithLink(both[1]), "atomic": path.atomic(),
	} {
		if diff := cmp.Diff(both, v.Links()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if diff := cmp.Diff(both[:1], arn.Links()); diff != "" {
		t.Errorf("a value has changed (-want +got):\n%s", diff)
	}
	if got := object("k", arn).Links(); len(got) > 0 {
		t.Errorf("a map depends on %v only through a member", got)
	}
}
