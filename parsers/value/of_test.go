package value

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func setting[T bool | int | string](v *Value, preset *T) Of[T] {
	return NewOf("name", v, none, preset)
}

func TestAs(t *testing.T) {
	t.Parallel()
	yes, no := NewBool(none, true), NewBool(none, false)
	for _, test := range []struct {
		v   *Value
		b   bool
		bOK bool
		n   int
		nOK bool
		s   string
		sOK bool
	}{
		{v: yes, b: true, bOK: true, s: "true", sOK: true},
		{v: no, bOK: true, s: "false", sOK: true},
		{v: str("True"), b: true, bOK: true, s: "True", sOK: true},
		{v: str("YES"), b: true, bOK: true, s: "YES", sOK: true},
		{v: str("off"), bOK: true, s: "off", sOK: true},
		{v: num("1"), n: 1, nOK: true, s: "1", sOK: true},
		{v: str(" 256 "), n: 256, nOK: true, s: " 256 ", sOK: true},
		{v: num("1.5"), s: "1.5", sOK: true},
		{v: str(".5 vCPU"), s: ".5 vCPU", sOK: true},
		{v: str(""), sOK: true},
		{v: text("a◌")},
		{v: unknown()},
		{v: NewNull(none)},
		{v: list()},
		{v: either(num("1"), num("2"))},
	} {
		if b, ok := As[bool](test.v); b != test.b || ok != test.bOK {
			t.Errorf("%v as bool: %v, %v", test.v, b, ok)
		}
		if n, ok := As[int](test.v); n != test.n || ok != test.nOK {
			t.Errorf("%v as int: %v, %v", test.v, n, ok)
		}
		if s, ok := As[string](test.v); s != test.s || ok != test.sOK {
			t.Errorf("%v as string: %q, %v", test.v, s, ok)
		}
	}
}

// TestQuestions asks every question about a string, with and without a preset.
func TestQuestions(t *testing.T) {
	t.Parallel()
	type answers struct{ Is, In, Satisfies, Set, NotBlank, StartsWith Truth }
	for _, test := range []struct {
		name   string
		v      *Value
		preset *string
		want   answers // about "root"; "root" or "toor"; 4 letters; -; -; "ro"
	}{
		{"the value", str("root"), nil, answers{Yes, Yes, Yes, Yes, Yes, Yes}},
		{"one of them", str("toor"), nil, answers{No, Yes, Yes, Yes, Yes, No}},
		{"another value", str("x"), nil, answers{No, No, No, Yes, Yes, No}},
		{"empty", str(""), new("root"), answers{No, No, No, Yes, No, No}},
		{"blank", str(" \t"), nil, answers{No, No, No, Yes, No, No}},
		{"absent", absent(), nil, answers{No, No, No, No, No, No}},
		{"absent with a preset", absent(), new("root"), answers{Yes, Yes, Yes, No, Yes, Yes}},
		{"null with a preset", NewNull(none), new("root"), answers{Yes, Yes, Yes, No, Yes, Yes}},
		{"unknown", unknown(), new("root"), answers{Maybe, Maybe, Maybe, Maybe, Maybe, Maybe}},
		{"a list", list(), nil, answers{Maybe, Maybe, Maybe, Yes, Maybe, Maybe}},
		{"a text that may be it", text("ro◌"), nil, answers{Maybe, Maybe, Maybe, Yes, Yes, Yes}},
		{"a text that cannot be it", text("◌:x"), nil, answers{No, No, Maybe, Yes, Yes, Maybe}},
		{"a text with a shorter beginning", text("r◌"), nil, answers{Maybe, Maybe, Maybe, Yes, Yes, Maybe}},
		{"a text that begins otherwise", text("x◌"), nil, answers{No, No, Maybe, Yes, Yes, No}},
		{"a text of which nothing is known", text("◌"), nil, answers{Maybe, Maybe, Maybe, Yes, Maybe, Maybe}},
		{"a choice that agrees", either(str("root"), str("toor")), nil, answers{Maybe, Yes, Yes, Yes, Yes, Maybe}},
		{"a choice that does not", either(str("root"), str("")), nil, answers{Maybe, Maybe, Maybe, Yes, Maybe, Maybe}},
		{"a choice with absence", either(str("root"), absent()), nil, answers{Maybe, Maybe, Maybe, Maybe, Maybe, Maybe}},
		{"a choice with absence and a preset", either(str("root"), absent()), new("root"), answers{Yes, Yes, Yes, Maybe, Yes, Yes}},
		{"a choice of nothing", either(NewNull(none), absent()), nil, answers{No, No, No, No, No, No}},
	} {
		o := setting(test.v, test.preset)
		got := answers{
			o.Is("root"), o.In("root", "toor"), o.Satisfies(func(s string) bool { return len(s) == 4 }),
			o.Set(), o.NotBlank(), o.StartsWith("ro"),
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestQuestionsOfOtherTypes(t *testing.T) {
	t.Parallel()
	b := setting(str("true"), new(false))
	if b.Is(true) != Yes || b.Is(false) != No || setting(absent(), new(false)).Is(false) != Yes || setting(str("x"), new(false)).Is(true) != Maybe {
		t.Error("bool")
	}
	n := setting[int](str("256"), nil)
	if n.In(256, 512) != Yes || n.In(512) != No || n.Satisfies(func(n int) bool { return n > 0 }) != Yes {
		t.Error("int")
	}
	if got := setting[int](text("5◌"), nil); got.Is(256) != No || got.Is(512) != Maybe {
		t.Error("int with a hole")
	}
	if got := setting[bool](text("tr◌"), nil); got.Is(false) != No || got.Is(true) != Maybe {
		t.Error("bool with a hole")
	}
}

func TestKnown(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		o    StringSetting
		want string
		ok   bool
	}{
		{setting[string](str("x"), nil), "x", true},
		{setting[string](num("1"), nil), "1", true},
		{setting(absent(), new("p")), "p", true},
		{setting(NewNull(none), new("p")), "p", true},
		{setting[string](absent(), nil), "", false},
		{setting(unknown(), new("p")), "", false},
		{setting[string](text("a◌"), nil), "", false},
		{setting[string](text("a:◌"), nil).Before(":"), "a", true},
		{StringSetting{}, "", false},
	} {
		if got, ok := test.o.Known(); got != test.want || ok != test.ok {
			t.Errorf("%v: got %q, %v", test.o, got, ok)
		}
	}
}

func TestSettingShown(t *testing.T) {
	t.Parallel()
	doc := file("var.x ? 1 : 2\n" + strings.Repeat("long ", 20))
	for _, test := range []struct {
		o    StringSetting
		want string
	}{
		{setting[string](str("x\n"), nil), `"x\n"`},
		{setting[string](text("a◌"), nil), `"a…"`},
		{setting[string](num("1"), nil), `"1"`},
		{setting[string](absent(), nil), "(not set)"},
		{setting(absent(), new("p")), `"p"`},
		{setting[string](NewUnknown(at(doc, "var.x ? 1 : 2"), "why"), nil), "(var.x ? 1 : 2)"},
		{setting[string](NewUnknown(doc.Whole(), "why"), nil), "(var.x ? 1 : 2)"},
		{setting[string](NewUnknown(at(doc, strings.Repeat("long ", 20)), "why"), nil), "(unknown)"},
		{setting[string](unknown(), nil), "(unknown)"},
	} {
		if got := test.o.String(); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

func TestSettingPlace(t *testing.T) {
	t.Parallel()
	doc := file("key = value")
	v := NewString(at(doc, "value"), "value").With(step("a"))
	o := NewOf[string]("name", v, at(doc, "key"), nil)
	if o.Name() != "name" || o.Range() != at(doc, "value") || o.Key() != at(doc, "key") || o.Value() != v || len(o.Trail()) != 1 {
		t.Errorf("got %+v", o)
	}
	if b := o.Before("l"); b.Name() != "name" || b.Key() != o.Key() || b.Value().Content() != "va" {
		t.Errorf("got %+v", b)
	}
	if (IntSetting{}).Value().Kind() != Absent || !(IntSetting{}).Range().IsZero() {
		t.Error("the zero setting is absent")
	}
}

func TestSettingReason(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		o    IntSetting
		want string
	}{
		{setting[int](num("1"), nil), ""},
		{setting[int](absent(), nil), ""},
		{setting[int](NewNull(none), nil), ""},
		{setting[int](unknown(), nil), "why"},
		{setting[int](list(), nil), "a list stands where a single value belongs"},
		{setting[int](str("x"), nil), "the value is of another type"},
	} {
		if got := test.o.Reason(); got != test.want {
			t.Errorf("%v: got %q, want %q", test.o, got, test.want)
		}
	}
}

func TestQuestionsOfLetters(t *testing.T) {
	t.Parallel()
	letter := func(r rune) bool { return 'a' <= r && r <= 'z' || r == 'é' }
	type answers struct{ Consists, LongerThan Truth }
	for _, test := range []struct {
		v    *Value
		want answers // of letters; than 3
	}{
		{str("abc"), answers{Yes, No}},
		{str("abcd"), answers{Yes, Yes}},
		{str("été"), answers{Yes, No}},
		{str("a b"), answers{No, No}},
		{str(""), answers{Yes, No}},
		{num("1000"), answers{No, Yes}},
		{absent(), answers{No, No}},
		{unknown(), answers{Maybe, Maybe}},
		{text("ab◌"), answers{Maybe, Maybe}},
		{text("a ◌"), answers{No, Maybe}},
		{text("ab◌cd"), answers{Maybe, Yes}},
		{either(str("abcd"), str("efgh")), answers{Yes, Yes}},
		{either(str("abcd"), str("1")), answers{Maybe, Maybe}},
	} {
		o := setting[string](test.v, nil)
		if got := (answers{o.Consists(letter), o.LongerThan(3)}); got != test.want {
			t.Errorf("%v: %v, want %v", test.v, got, test.want)
		}
	}
}

func TestEquals(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		v, u *Value
		want Truth
	}{
		{str("a"), str("a"), Yes},
		{str("1"), num("1"), Yes},
		{str("a"), str("b"), No},
		{str("a"), absent(), No},
		{absent(), absent(), No},
		{unknown(), absent(), No},
		{str("a"), unknown(), Maybe},
		{unknown(), unknown(), Maybe},
		{text("a◌"), str("ab"), Maybe},
		{text("a◌"), str("b"), No},
		{text("a◌"), text("b◌"), Maybe},
		{either(str("a"), str("b")), str("c"), No},
		{either(str("a"), str("b")), str("a"), Maybe},
		{either(str("a"), str("b")), either(str("a"), str("b")), Maybe},
		{either(str("a"), absent()), str("a"), Maybe},
	} {
		v, u := setting[string](test.v, nil), setting[string](test.u, nil)
		if v.Equals(u) != test.want || u.Equals(v) != test.want {
			t.Errorf("%v and %v: %s and %s, want %s", test.v, test.u, v.Equals(u), u.Equals(v), test.want)
		}
	}
	if got := setting(absent(), new("a")).Equals(setting[string](str("a"), nil)); got != Yes {
		t.Errorf("a preset: %s", got)
	}
}

func TestBoth(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		v, u *Value
		want Truth // that v is less than u
	}{
		{num("1"), num("2"), Yes},
		{num("2"), num("1"), No},
		{num("1"), absent(), No},
		{absent(), num("1"), No},
		{unknown(), absent(), No},
		{unknown(), num("1"), Maybe},
		{num("1"), unknown(), Maybe},
		{either(num("1"), num("2")), num("3"), Yes},
		{either(num("1"), num("4")), num("3"), Maybe},
		{either(num("1"), num("2")), either(num("3"), num("4")), Yes},
		{either(num("1"), absent()), num("3"), Maybe},
	} {
		got := Both(setting[int](test.v, nil), setting[int](test.u, nil), func(x, y int) bool { return x < y })
		if got != test.want {
			t.Errorf("%v and %v: %s, want %s", test.v, test.u, got, test.want)
		}
	}
}

func TestEndsWith(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		v    *Value
		want Truth // with ".env"
	}{
		{str("a.env"), Yes},
		{str("a.txt"), No},
		{absent(), No},
		{unknown(), Maybe},
		{text("◌.env"), Yes},
		{text("◌.txt"), No},
		{text("◌nv"), Maybe},
		{text("a.env◌"), Maybe},
	} {
		if got := setting[string](test.v, nil).EndsWith(".env"); got != test.want {
			t.Errorf("%v: %s, want %s", test.v, got, test.want)
		}
	}
}
