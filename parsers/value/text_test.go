package value

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCodings writes a text in a source in each coding, and looks up the places
// of parts of the text.
func TestCodings(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, source, text string
		coding             Coding
		places             map[string]string // part of the text, its source
	}{
		{
			"verbatim", `ab\n${}`, `ab\n${}`, Verbatim,
			map[string]string{"a": "a", `b\n`: `b\n`, `ab\n${}`: `ab\n${}`},
		},
		{
			"quoted", `a\tb\"c$${d}%%{e}\u00e9\U0001d11ef$g%h`, "a\tb\"c${d}%{e}é𝄞f$g%h", Quoted,
			map[string]string{
				"a": "a", "\t": `\t`, "b\"": `b\"`, "c": "c", "${d}": "$${d}", "d": "d", "%{": "%%{", "é": `\u00e9`, "𝄞": `\U0001d11e`,
				"𝄞f": `\U0001d11ef`, "f$g%h": "f$g%h",
			},
		},
		{
			"heredoc with trimmed indentation", "    {\n      \"a\": $${b},\n\n    \t\"c\": \"\\n\"\n    }\n", "{\n  \"a\": ${b},\n\n\t\"c\": \"\\n\"\n}\n", Heredoc,
			map[string]string{
				`"a"`: `"a"`, "${b}": "$${b}", "b},": "b},", `"\n"`: `"\n"`, "{\n  \"a\"": "{\n      \"a\"", "}\n": "}\n",
			},
		},
		{
			"heredoc with carriage returns", "  a\r\n  b\r\n", "a\nb\n", Heredoc,
			map[string]string{"a": "a", "b": "b", "a\nb": "a\r\n  b"},
		},
		{
			"JSON", `a\\\"\/\u00e9\ud834\udd1e\ud834x$${`, "a\\\"/é𝄞\ufffdx$${", JSON,
			map[string]string{
				"a": "a", `\`: `\\`, `"`: `\"`, "/": `\/`, "é": `\u00e9`, "𝄞": `\ud834\udd1e`, "\ufffd": `\ud834`, "x": "x", "$${": "$${", "a\\": `a\\`,
			},
		},
		{
			"JSON that is not UTF-8", "é\xffx", "é\ufffdx", JSON,
			map[string]string{"é": "é", "\ufffd": "\xff", "x": "x"},
		},
		{
			"plain YAML over lines", "a b  \r\n\t c\n\n\n  d", "a b c\n\nd", YAML,
			map[string]string{"a b": "a b", "b c": "b  \r\n\t c", "c": "c", "c\n\nd": "c\n\n\n  d", "d": "d"},
		},
		{
			"literal block", "    {\n      \"a\": 1,\n    \n     \n    }  \n", "{\n  \"a\": 1,\n\n \n}  \n", YAML,
			map[string]string{`"a"`: `"a"`, "1": "1", "}": "}", "{\n  \"a\": 1,\n\n \n}": "{\n      \"a\": 1,\n    \n     \n    }", "}  \n": "}  \n"},
		},
		{
			"folded block", "  a\n  b\n\n   c\n\n  d\n", "a b\n\n c\n\nd\n", YAML,
			map[string]string{"a b": "a\n  b", "c": "c", "d": "d", " c": " c"},
		},
		{
			"block without its last line break", "  a", "a\n", YAML,
			map[string]string{"a": "a", "a\n": "a"},
		},
		{
			"other line breaks", "a\u0085 b\u2028 c\rd", "a b\u2028c d", YAML,
			map[string]string{"a b": "a\u0085 b", "b\u2028c": "b\u2028 c", "d": "d"},
		},
		{
			"single quotes", "it''s\n  ''a''", "it's 'a'", YAMLSingle,
			map[string]string{"it": "it", "'s": "''s", "s 'a": "s\n  ''a", "a'": "a''"},
		},
		{
			"double quotes", `a\x41\u00e9\"\_\L` + "b\\\n   c \n\n  d\\\n\n  \\ e", "aAé\"\u00a0\u2028bc\nd\n e", YAMLDouble,
			map[string]string{
				"a": "a", "A": `\x41`, "é": `\u00e9`, `"`: `\"`, "\u00a0": `\_`, "\u2028": `\L`, "bc": "b\\\n   c", "c\nd": "c \n\n  d", " e": `\ e`, "e": "e",
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc := file("before" + test.source + "behind")
			var b Builder
			b.Literal(test.text, at(doc, test.source), test.coding)
			v := b.Value(doc.Whole())
			for part, want := range test.places {
				off := strings.Index(test.text, part)
				if got := v.Place(off, off+len(part)).Text(); got != want {
					t.Errorf("%q is at %q, want %q", part, got, want)
				}
			}
			last := -1
			for off := range test.text {
				r := v.Place(off, off+1)
				if r.Start < last || r.End < r.Start || !at(doc, test.source).Contains(r) {
					t.Errorf("byte %d is at %d to %d, behind %d", off, r.Start, r.End, last)
				}
				last = r.Start
			}
		})
	}
}

func TestPlaceWithoutSegments(t *testing.T) {
	t.Parallel()
	doc := file(`image = "repo:tag" 'x' upper("a") plain`)
	for _, test := range []struct {
		name, at, text string
		off, end       int
		want           string
	}{
		{"in quotes", `"repo:tag"`, "repo:tag", 5, 8, "tag"},
		{"all of it", `"repo:tag"`, "repo:tag", 0, 8, "repo:tag"},
		{"nothing of it", `"repo:tag"`, "repo:tag", 4, 4, ""},
		{"without quotes", "plain", "plain", 1, 3, "la"},
		{"a text that is not written", `upper("a")`, "A", 0, 1, `upper("a")`},
		{"one that is as long", "plain", "PLAIN", 1, 3, "plain"},
		{"beyond its end", "plain", "plain", 3, 9, "plain"},
	} {
		v := NewString(at(doc, test.at), test.text)
		if got := v.Place(test.off, test.end).Text(); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
	if got := str("x").Place(0, 1); !got.IsZero() {
		t.Errorf("of a string without a place: %v", got)
	}
}

// TestPlaceInTemplate has a text of two literals around two interpolations, one
// of which is empty.
func TestPlaceInTemplate(t *testing.T) {
	t.Parallel()
	doc := file(`"a-${var.x}-${var.e}b\n" default = "xyz" empty = ""`)
	x := NewString(at(doc, `"xyz"`), "xyz").With(step("var.x"))
	e := NewString(at(doc, `""`), "").With(step("var.e"))
	var b Builder
	b.Literal("a-", at(doc, "a-"), Quoted)
	b.Interpolate(x, at(doc, "${var.x}"))
	b.Literal("-", at(doc, "-$"), Quoted)
	b.Interpolate(e, at(doc, "${var.e}"))
	b.Literal("b\n", at(doc, `b\n`), Quoted)
	v := b.Value(at(doc, `"a-${var.x}-${var.e}b\n"`)).With(step("local.v"))
	if v.Kind() != String || v.Content() != "a-xyz-b\n" {
		t.Fatalf("got %v", v)
	}
	for _, test := range []struct {
		part, want string
		way        []string
	}{
		{"a", "a", []string{"local.v"}},
		{"yz", "yz", []string{"var.x", "local.v"}},
		{"xyz", "xyz", []string{"var.x", "local.v"}},
		{"-x", "-${var.x}", []string{"local.v"}},
		{"z-b", "${var.x}-${var.e}b", []string{"local.v"}},
		{"b", "b", []string{"local.v"}},
		{"b\n", `b\n`, []string{"local.v"}},
		{"\n", `\n`, []string{"local.v"}},
	} {
		off := strings.Index(v.Content(), test.part)
		got := v.Within(num("1"), off, off+len(test.part))
		if got.Range().Text() != test.want {
			t.Errorf("%q is at %q, want %q", test.part, got.Range().Text(), test.want)
		}
		if diff := cmp.Diff(test.way, way(got)); diff != "" {
			t.Errorf("way of %q (-want +got):\n%s", test.part, diff)
		}
	}
	for _, test := range []struct {
		off, end int
		want     *Value
	}{{2, 5, x}, {6, 6, e}, {2, 4, nil}, {1, 5, nil}, {0, 2, nil}, {3, 3, nil}, {8, 8, nil}} {
		got := v.Interpolated(test.off, test.end)
		switch {
		case (got == nil) != (test.want == nil):
			t.Errorf("interpolated at %d to %d is %v", test.off, test.end, got)
		case got != nil && (got.Range() != test.want.Range() || !slices.Equal(way(got), append(way(test.want), "local.v"))):
			t.Errorf("interpolated at %d to %d is %v at %v by %v", test.off, test.end, got, got.Range(), way(got))
		}
	}
}

func TestInterpolatedTwice(t *testing.T) {
	t.Parallel()
	wrap := func(v *Value, before, behind, name string) *Value {
		var b Builder
		b.Literal(before, none, Verbatim)
		b.Interpolate(v, none)
		b.Literal(behind, none, Verbatim)
		return b.Value(none).With(step(name))
	}
	x := unknown().With(step("var.x"))
	outer := wrap(wrap(wrap(x, "", "", "local.a"), "<", ">", "local.b"), "[", "]", "local.c")
	if got := outer.Content(); got != "[<\xff>]" {
		t.Fatalf("content is %q", got)
	}
	got := outer.Interpolated(2, 3)
	if got == nil || got.Kind() != Unknown {
		t.Fatalf("got %v", got)
	}
	if diff := cmp.Diff([]string{"var.x", "local.a", "local.b", "local.c"}, way(got)); diff != "" {
		t.Error(diff)
	}
	if got := outer.Interpolated(1, 4); got == nil || got.Content() != "<\xff>" {
		t.Errorf("the one around it: %v", got)
	}
	if got := str("x").Interpolated(0, 1); got != nil {
		t.Errorf("of a string without segments: %v", got)
	}
}

func TestEmptyInterpolations(t *testing.T) {
	t.Parallel()
	var b Builder
	b.Interpolate(str("").With(step("a")), none)
	b.Interpolate(str("").With(step("b")), none)
	b.Literal("x", none, Verbatim)
	b.Interpolate(str("").With(step("c")), none)
	v := b.Value(none)
	if got := v.Interpolated(0, 0); got != nil {
		t.Errorf("two are not one: %v", way(got))
	}
	if got := v.Interpolated(1, 1); got == nil || !slices.Equal(way(got), []string{"c"}) {
		t.Errorf("at the end: %v", got)
	}
}

func TestBuilder(t *testing.T) {
	t.Parallel()
	var b Builder
	if v := b.Value(none); v.Kind() != String || v.Content() != "" || v.Place(0, 0) != none {
		t.Errorf("the zero builder gives %v", v)
	}
	for _, test := range []struct {
		v    *Value
		want string
	}{
		{num("1.50"), `"1.50"`},
		{NewBool(none, true), `"true"`},
		{str("x"), `"x"`},
		{text("a◌b"), `"a◌b"`},
		{unknown(), `"◌"`},
		{either(str("a"), str("b")), `"◌"`},
		{NewNull(none), `"◌"`},
		{list(num("1")), `"◌"`},
		{NewEncoded(none, list(num("1"), unknown())), `"[1,◌]"`},
		{NewEncoded(none, list(num("1"))), `"[1]"`},
	} {
		var b Builder
		b.Interpolate(test.v, none)
		if got := b.Value(none).String(); got != test.want {
			t.Errorf("%v becomes %s, want %s", test.v, got, test.want)
		}
	}
}

// TestPart cuts each part of a text with everything in it and compares its text
// and places.
func TestPart(t *testing.T) {
	t.Parallel()
	doc := file(`a\t$${b ${n} "xyz" 42 ${u} ${s}`)
	var inner Builder
	inner.Literal("\t${b", at(doc, `\t$${b`), Quoted)
	inner.Interpolate(NewNumber(at(doc, "42"), "42").With(step("var.n")), at(doc, "${n}"))
	var b Builder
	b.Literal("a\t${b", at(doc, `a\t$${b`), Quoted)
	b.Interpolate(NewNumber(at(doc, "42"), "42"), at(doc, "${n}"))
	b.Interpolate(NewString(at(doc, `"xyz"`), "xyz").With(step("var.s")), at(doc, "${s}"))
	b.Interpolate(unknown().With(step("var.u")), at(doc, "${u}"))
	b.Interpolate(inner.Value(none).With(step("local.i")), none)
	for name, v := range map[string]*Value{
		"without a way":    b.Value(none),
		"with a way":       b.Value(none).With(step("local.v")),
		"without segments": NewString(at(doc, `"xyz"`), "xyz"),
		"of another text":  NewString(at(doc, `${n}`), "a longer text"),
		"encoded":          NewEncoded(at(doc, "42"), object("k", list(NewString(at(doc, `"xyz"`), "xyz"), unknown()), "l", text("a◌"))),
	} {
		n := len(v.Content())
		for off := range n + 1 {
			for end := off; end <= n; end++ {
				var p Builder
				p.Literal("|", none, Verbatim)
				p.Part(v, off, end)
				part := p.Value(none)
				if got, want := part.Content(), "|"+v.Content()[off:end]; got != want {
					t.Fatalf("%s: %d to %d is %q, want %q", name, off, end, got, want)
				}
				if want := strings.IndexByte(v.Content()[off:end], Hole) >= 0; (part.Kind() == Text) != want {
					t.Fatalf("%s: %d to %d is a %v", name, off, end, part.Kind())
				}
				for i := off; i < end; i++ {
					want, got := v.Within(num("1"), i, i+1), part.Within(num("1"), 1+i-off, 2+i-off)
					exact := want.Range() == got.Range() || name == "encoded" && want.Range().Contains(got.Range())
					if !exact || !slices.Equal(way(want), way(got)) {
						t.Fatalf("%s: byte %d of %d to %d is at %q by %v, want %q by %v", name, i, off, end,
							got.Range().Text(), way(got), want.Range().Text(), way(want))
					}
					if hole := v.Interpolated(i, i+1); hole != nil && hole.Kind() == Unknown {
						if got := part.Interpolated(1+i-off, 2+i-off); got == nil || !slices.Equal(way(hole), way(got)) {
							t.Fatalf("%s: the hole at %d of %d to %d is %v, want %v", name, i, off, end, got, hole)
						}
					}
				}
			}
		}
	}
}

// TestEncodedText compares with encoding/json, which sorts keys and escapes what
// HTML does not like, as Terraform's jsonencode does.
func TestEncodedText(t *testing.T) {
	t.Parallel()
	var every strings.Builder
	for r := range rune(0x180) {
		every.WriteRune(r)
	}
	every.WriteString("\u2027\u2028\u2029\u202a\ufffd\uffff𝄞")
	structure := object(
		"z", NewNull(none), "a", NewBool(none, true), "<&>", list(num("1"), num("-0.5e10"), str(every.String())),
		"é", object(), "a b", list(), "z", str("the last"), every.String(), str("not UTF-8: \xff\xc3x"),
	)
	var want bytes.Buffer
	if err := json.NewEncoder(&want).Encode(map[string]any{
		"a": true, "<&>": []any{1, json.Number("-0.5e10"), every.String()}, "é": map[string]any{}, "a b": []any{}, "z": "the last",
		every.String(): "not UTF-8: \xff\xc3x",
	}); err != nil {
		t.Fatal(err)
	}
	v := NewEncoded(none, structure)
	if diff := cmp.Diff(strings.TrimSuffix(want.String(), "\n"), v.Content()); diff != "" || v.Kind() != String {
		t.Errorf("text of a %v (-want +got):\n%s", v.Kind(), diff)
	}
	if got, ok := v.Encoded(); !ok || got != structure {
		t.Errorf("the structure is %v", got)
	}
	if _, ok := str("{}").Encoded(); ok {
		t.Error("a string that only looks encoded")
	}
}

func TestEncodedHoles(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		v    *Value
		want string
	}{
		{unknown(), "◌"},
		{text(`a"◌<`), `"a\"◌\u003c"`},
		{object("b", unknown(), "a", num("1")), `{"a":1,"b":◌}`},
		{object("a", num("1")).Opened(), `{"a":1,◌}`},
		{NewList(none, nil, true), `[◌]`},
		{NewList(none, []*Value{num("1")}, true), `[1,◌]`},
		{list(either(num("1"), num("2"))), `[◌]`},
		{NewEncoded(none, list(str("x"), unknown())), `"[\"x\",◌]"`},
	} {
		v := NewEncoded(none, test.v)
		if got := strings.ReplaceAll(v.Content(), "\xff", "◌"); got != test.want || v.Kind() != Text {
			t.Errorf("%v: got %s, want %s", test.v, got, test.want)
		}
	}
}

func TestEncodedPlaces(t *testing.T) {
	t.Parallel()
	doc := file(`jsonencode({ name = "a<b", cpu = 256 })`)
	structure := NewMap(at(doc, `{ name = "a<b", cpu = 256 }`), []Field{
		{Key: "name", Range: at(doc, "name"), Value: NewString(at(doc, `"a<b"`), "a<b").With(step("local.n"))},
		{Key: "cpu", Range: at(doc, "cpu"), Value: NewNumber(at(doc, "256"), "256")},
	}, false)
	v := NewEncoded(doc.Whole(), structure).With(step("local.v"))
	for part, want := range map[string]string{
		`256`: `256`, `"cpu"`: `cpu`, `"a\u003cb"`: `"a<b"`, `u003c`: `"a<b"`, `{`: doc.Whole().Text(), `,`: doc.Whole().Text(),
	} {
		off := strings.Index(v.Content(), part)
		if got := v.Place(off, off+len(part)).Text(); got != want {
			t.Errorf("%s of %s is at %s, want %s", part, v.Content(), got, want)
		}
	}
	s, _ := v.Encoded()
	if diff := cmp.Diff([]string{"local.n", "local.v"}, way(s.Get("name"))); diff != "" {
		t.Errorf("way (-want +got):\n%s", diff)
	}
	off := strings.Index(v.Content(), `"a`)
	if got := v.Interpolated(off, off+len(`"a\u003cb"`)); got == nil || got.Content() != "a<b" {
		t.Errorf("the string with its quotes is %v", got)
	}
}

func TestBefore(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		v    *Value
		want string
	}{
		{str("repo:tag"), `"repo"`},
		{str("repo"), `"repo"`},
		{text("repo:◌"), `"repo"`},
		{text("◌:tag"), `"◌:tag"`},
		{either(str("a:b"), str("c:d")), `("a" | "c")`},
		{num("1"), `"1"`},
		{unknown(), "unknown(why)"},
		{absent(), "absent"},
	} {
		if got := test.v.Before(":").String(); got != test.want {
			t.Errorf("%v: got %s, want %s", test.v, got, test.want)
		}
	}
}

// FuzzAlign checks that no text and source, which may be anything after a
// defect elsewhere, give places outside of the source or out of order.
func FuzzAlign(f *testing.F) {
	f.Add("a b\n", "  a\n  b\n", uint8(YAML))
	f.Add("a\tb", `a\tb`, uint8(JSON))
	f.Add("${a}", "$${a}", uint8(Quoted))
	f.Add("a b", "a\\\n  b", uint8(YAMLDouble))
	f.Add("'", "''", uint8(YAMLSingle))
	f.Fuzz(func(t *testing.T, text, src string, c uint8) {
		spans := align(text, src, Coding(c%uint8(YAMLDouble+1)))
		if len(spans) != len(text) {
			t.Fatalf("%d spans for %d bytes", len(spans), len(text))
		}
		last := span{}
		for _, s := range spans {
			if s.start < last.start || s.end < s.start || int(s.end) > len(src) {
				t.Fatalf("%v behind %v in %d bytes", s, last, len(src))
			}
			last = s
		}
	})
}
