package jsondoc

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

var none source.Range

func str(s string) *value.Value { return value.NewString(none, s) }

func num(s string) *value.Value { return value.NewNumber(none, s) }

func unknownPart(name string) *value.Value {
	return value.NewUnknown(none, name).With(value.Step{Kind: value.Variable, Name: name})
}

func either(alts ...*value.Value) *value.Value { return value.NewEither(none, "cond", alts...) }

func list(elems ...*value.Value) *value.Value { return value.NewList(none, elems, false) }

func object(key string, v *value.Value) *value.Value {
	return value.NewMap(none, []value.Field{{Key: key, Value: v}}, false)
}

// parts are the values that tests interpolate, by name.
var parts = map[string]*value.Value{
	"u": unknownPart("var.u"), "v": unknownPart("var.v"), "n": num("256"), "s": str("text"), "ns": str("512"), "t": value.NewBool(none, true),
	"e": either(str("true"), str("false")), "en": either(num("256"), num("512")), "es": either(str("dev"), str("prod")),
	"eu": either(str("1"), unknownPart("var.u")), "empty": str(""), "null": value.NewNull(none), "l": list(num("1")),
	"opt": either(str(""), str(`, "b": 2`)), "elem": either(str(""), str(`{"c": 1},`)), "half": either(str(`{"a": 1`), str(`{"b": 2`)),
	"frag": str(`"b": [1, {"c": true}]`), "q": str(`"quoted"`), "esc": str(`a\nb`), "bad": either(str("x y"), str("1")),
	"obj": value.NewEncoded(none, object("k", unknownPart("var.k"))), "objs": value.NewEncoded(none, list(num("1"), num("2"))),
	"enc":  value.NewEncoded(none, unknownPart("var.c")),
	"rest": value.NewUnknown(none, "rest"),
}

// template puts a string together in which ${name} is an interpolated part.
func template(s string) *value.Value {
	var b value.Builder
	for s != "" {
		text, rest, found := strings.Cut(s, "${")
		b.Literal(text, none, value.Verbatim)
		if !found {
			break
		}
		name, rest, _ := strings.Cut(rest, "}")
		part, ok := parts[name]
		if !ok {
			panic("no part " + name)
		}
		b.Interpolate(part, none)
		s = rest
	}
	return b.Value(none)
}

func TestDecode(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, want string }{
		{"known", `{"a": [1, true, null, "x\ty"]}`, `{a: [1, true, null, "x\ty"]}`},
		{"a value", `{"a": ${u}}`, `{a: unknown(var.u)}`},
		{"a whole document", ` ${u} `, `unknown(var.u)`},
		{"a known document", `${objs}`, `[1, 2]`},
		{"a known value", `{"a": ${n}, "b": ${t}, "c": ${ns}}`, `{a: 256, b: true, c: 512}`},
		{"in quotes", `{"a": "${n}", "b": "${t}", "c": "${s}", "d": "${u}"}`, `{a: "256", b: "true", c: "text", d: unknown(var.u)}`},
		{"nothing in quotes", `{"a": "${empty}"}`, `{a: ""}`},
		{"a choice", `{"a": ${e}, "b": ${en}, "c": "${es}", "d": "${en}"}`, `{a: (true | false), b: (256 | 512), c: ("dev" | "prod"), d: ("256" | "512")}`},
		{"a choice with an unknown", `[${eu}]`, `[(1 | unknown(var.u))]`},
		{"a part of a string", `{"a": "x/${u}:${n}-${es}"}`, `{a: "x/◌:256-◌"}`},
		{"a part of a string with escapes", `{"a": "\"${u}\u00e9\""}`, `{a: "\"◌é\""}`},
		{"an encoded value", `[${obj}, ${objs}]`, `[{k: unknown(var.k)}, [1, 2]]`},
		{"a known fragment", `{"a": 1, ${frag}}`, `{a: 1, b: [1, {c: true}]}`},
		{"quotes in the fragment", `{"a": ${q}}`, `{a: "quoted"}`},
		{"an escape in the fragment", `{"a": "${esc}"}`, `{a: "a\nb"}`},

		{"an element may be several", `[${u}]`, `[unknown(var.u), …]`},
		{"between elements", `[1, ${u}, 2]`, `[1, unknown(var.u), 2, …]`},
		{"behind elements", `[1 ${u}]`, `[1, …]`},
		{"before elements", `[${u} 1]`, `[1, …]`},
		{"without commas", `[1 ${u} 2]`, `[1, 2, …]`},
		{"two in a row", `[${u}${v}]`, `[…]`},
		{"two apart", `[${u} ${v}, 1]`, `[1, …]`},
		{"a trailing comma before it", `[1, ${u}]`, `[1, unknown(var.u), …]`},
		{"between elements of another list", `[[${u}], [1${u}], {"a": [2 ${u}]}, 3]`, `[[unknown(var.u), …], [unknown(var.u), …], {a: [2, …]}, 3]`},
		{"between members of another object", `{"a": {"b": 1${u}}, "c": [${u}]}`, `{a: {b: unknown(var.u), …}, c: [unknown(var.u), …]}`},
		{"an encoded unknown", `[${enc}]`, `[unknown(var.c)]`},

		{"between members", `{"a": 1, ${u}, "b": 2}`, `{a: 1, b: 2, …}`},
		{"behind members", `{"a": 1 ${u}}`, `{a: 1, …}`},
		{"behind a comma", `{"a": 1, ${u}}`, `{a: 1, …}`},
		{"before members", `{${u} "a": 1}`, `{a: 1, …}`},
		{"members without a comma", `{"a": "x" ${u} "b": 2}`, `{a: "x", b: 2, …}`},
		{"nothing else", `{${u}}`, `{…}`},
		{"a key", `{${u}: 1, "a": 2}`, `{a: 2, …}`},
		{"a key in quotes", `{"${u}": 1, "a": 2}`, `{a: 2, …}`},
		{"a part of a key", `{"x-${u}": {"b": 1}, "a": 2}`, `{a: 2, …}`},
		{"a known key", `{"${s}": 1}`, `{text: 1}`},
		{"a value and the colon before it", `{"a"${u}, "b": 1}`, `{a: unknown(var.u), b: 1, …}`},
		{"a value and a member", `{"a": ${u} "b": 1}`, `{a: unknown(var.u), b: 1, …}`},
		{"a part of a number", `{"a": 1${u}, "b": 2}`, `{a: unknown(var.u), b: 2, …}`},
		{"a part of a number in front", `{"a": ${u}0}`, `{a: unknown(var.u), …}`},
		{"a number that may begin in it", `${u}9`, `unknown(var.u)`},
		{"an element that may begin in it", `[${u}9, 1]`, `[unknown(var.u), 1, …]`},
		{"a number of two parts", `{"a": ${n}${n}}`, `{a: 256256}`},
		{"around the document", `${u}[1]${v}`, `[1]`},

		{"optional members", `{"a": 1 ${opt}}`, `({a: 1} | {a: 1, b: 2})`},
		{"optional elements", `[${elem} 3]`, `([3] | [{c: 1}, 3])`},
		{"two optional parts", `{"a": 1 ${opt}, "l": [${elem} 3]}`, `({a: 1, l: [3]} | {a: 1, l: [{c: 1}, 3]} | {a: 1, b: 2, l: [3]} | {a: 1, b: 2, l: [{c: 1}, 3]})`},
		{
			"too many documents", `{"a": [${elem} 3], "b": [${elem} 3], "c": [${elem} 3], "d": [${elem} 3]}`,
			`({a: [3], b: [3], c: [3], d: [3, …]} | {a: [3], b: [3], c: [{c: 1}, 3], d: [3, …]} | ` +
				`{a: [3], b: [{c: 1}, 3], c: [3], d: [3, …]} | {a: [3], b: [{c: 1}, 3], c: [{c: 1}, 3], d: [3, …]} | ` +
				`{a: [{c: 1}, 3], b: [3], c: [3], d: [3, …]} | {a: [{c: 1}, 3], b: [3], c: [{c: 1}, 3], d: [3, …]} | ` +
				`{a: [{c: 1}, 3], b: [{c: 1}, 3], c: [3], d: [3, …]} | {a: [{c: 1}, 3], b: [{c: 1}, 3], c: [{c: 1}, 3], d: [3, …]})`,
		},
		{"brackets in an optional part", `${half}, "c": 3}`, `({a: 1, c: 3} | {b: 2, c: 3})`},
		{"a choice that is JSON in one case", `{"a": ${bad}}`, `(unknown(not JSON: expected a value, found "x") | {a: 1})`},

		{"not JSON", `{"a": }`, `unknown(not JSON: expected a value, found "}")`},
		{"not JSON around a hole", `{"a": ${u}, }`, `unknown(not JSON as far as it is known: a comma stands before })`},
		{"empty", ``, `unknown(not JSON: the text is empty)`},
		{"a comment", `[1] // x`, `unknown(not JSON: expected the end of the document, found "/")`},
		{"a trailing comma", `[1,]`, `unknown(not JSON: a comma stands before ])`},
		{"a placeholder", `[<IMAGE>]`, `unknown(not JSON: expected a value, found "<")`},
		{"an order mark", "\ufeff[]", `unknown(not JSON: expected a value, found "\ufeff")`},
		{"null as a part", `{"a": ${null}, "b": "${null}"}`, `{a: unknown(a null is no JSON text), b: unknown(a null cannot be a part of a string)}`},
		{"a list as a part", `{"a": ${l}}`, `{a: unknown(a list is no JSON text)}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			v := Decode(template(test.text))
			if got := v.String(); got != test.want {
				t.Errorf("%s\ngot  %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

func TestDecodeOtherKinds(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		v      *value.Value
		want   string
		failed bool
	}{
		{"unknown", unknownPart("var.u"), "unknown(var.u)", false},
		{"absent", value.NewAbsent(none), "absent", false},
		{"a number", num("1"), "1", false},
		{"a bool", value.NewBool(none, true), "true", false},
		{"null", value.NewNull(none), "unknown(a null is no JSON text)", true},
		{"a list", list(), "unknown(a list is no JSON text)", true},
		{"a choice", either(str("[1]"), str("{"), unknownPart("var.u")), `([1] | unknown(not JSON: expected a key in double quotes before the end) | unknown(var.u))`, false},
		{"encoded", value.NewEncoded(none, object("k", unknownPart("var.k"))), "{k: unknown(var.k)}", false},
		{"not JSON", str("x"), `unknown(not JSON: expected a value, found "x")`, true},
		{"not JSON with a hole", template("x ${u}"), `unknown(not JSON as far as it is known: expected a value, found "x")`, false},
	} {
		got := Decode(test.v)
		if got.String() != test.want || got.Failed() != test.failed {
			t.Errorf("%s: got %v (failed: %v), want %s", test.name, got, got.Failed(), test.want)
		}
	}
}

// TestDecodePlaces decodes the same document from strings that are written in
// several ways, and expects the same text at each place.
func TestDecodePlaces(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, source, text string
		coding             value.Coding
		want               map[string]string // path: text at the place
	}{
		{
			"verbatim", `{"name": "web", "cpu": 256, "command": ["a\tb"], "on": true, "x": null}`, "", value.Verbatim,
			map[string]string{
				"": `{"name": "web", "cpu": 256, "command": ["a\tb"], "on": true, "x": null}`, "name key": `"name"`, "name": `"web"`,
				"cpu": "256", "command": `["a\tb"]`, "command.0": `"a\tb"`, "on": "true", "x": "null",
			},
		},
		{
			"heredoc", "    {\n      \"name\": \"web\",\n      \"cpu\": 256\n    }\n", "{\n  \"name\": \"web\",\n  \"cpu\": 256\n}\n", value.Heredoc,
			map[string]string{"": "{\n      \"name\": \"web\",\n      \"cpu\": 256\n    }", "name key": `"name"`, "name": `"web"`, "cpu": "256"},
		},
		{
			"quoted", `{\"name\": \"web\\n\", \"cpu\": 256}`, `{"name": "web\n", "cpu": 256}`, value.Quoted,
			map[string]string{"": `{\"name\": \"web\\n\", \"cpu\": 256}`, "name key": `\"name\"`, "name": `\"web\\n\"`, "cpu": "256"},
		},
		{
			"JSON in JSON", `{\"name\": \"w\u0065b\"}`, `{"name": "web"}`, value.JSON,
			map[string]string{"name key": `\"name\"`, "name": `\"w\u0065b\"`},
		},
		{
			"YAML", "  {\"name\":\r\n     \"web\"}\r\n", "{\"name\":\n   \"web\"}\n", value.YAML,
			map[string]string{"": "{\"name\":\r\n     \"web\"}", "name key": `"name"`, "name": `"web"`},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if test.text == "" {
				test.text = test.source
			}
			f := source.NewFile("f", []byte("before "+test.source+" behind"))
			r := source.Range{File: f, Start: len("before "), End: len("before ") + len(test.source)}
			var b value.Builder
			b.Literal(test.text, r, test.coding)
			v := Decode(b.Value(f.Whole()).With(value.Step{Name: "local.v"}))
			for path, want := range test.want {
				place := v.Range()
				for name := range strings.FieldsSeq(strings.ReplaceAll(path, ".", " ")) {
					switch name {
					case "key":
					case "0":
						v := v.Get(strings.TrimSuffix(path, ".0"))
						for _, e := range v.Elems() {
							place = e.Range()
						}
					default:
						place = v.Field(name).Value.Range()
						if strings.HasSuffix(path, " key") {
							place = v.Field(name).Range
						}
					}
				}
				if got := place.Text(); got != want {
					t.Errorf("%q is at %q, want %q", path, got, want)
				}
			}
			if got := v.Get("name").Trail(); len(got) != 1 || got[0].Name != "local.v" {
				t.Errorf("the way is %v", got)
			}
			if f := v.Field("name"); f.End != f.Value.Range().End {
				t.Errorf("the name ends at %d, its value at %d", f.End, f.Value.Range().End)
			}
			s := v.Get("name")
			off := strings.Index(s.Content(), "b")
			if got := s.Place(off, off+1).Text(); got != "b" {
				t.Errorf("the place of a letter in a string is %q", got)
			}
		})
	}
}

// TestDecodeKeepsInterpolations checks that an interpolated value is that value,
// with its own place and way.
func TestDecodeKeepsInterpolations(t *testing.T) {
	t.Parallel()
	f := source.NewFile("f", []byte(`default = "web" count = 2 [{"a": "${var.a}", "b": "x/${var.a}\t${var.u}", "c": ${var.n}, "d": "${var.n}", "e": "${var.u}"}]`))
	at := func(part string) source.Range {
		i := strings.LastIndex(string(f.Bytes), part)
		return source.Range{File: f, Start: i, End: i + len(part)}
	}
	step := func(name string) value.Step { return value.Step{Name: name} }
	a := value.NewString(source.Range{File: f, Start: 10, End: 15}, "web").With(step("var.a"))
	n := value.NewNumber(source.Range{File: f, Start: 24, End: 25}, "2").With(step("var.n"))
	u := value.NewUnknown(at("${var.u}"), "var.u has no default").With(step("var.u"))
	var b value.Builder
	b.Literal(`[{"a": "`, at(`[{"a": "`), value.Verbatim)
	b.Interpolate(a, at("${var.a}"))
	b.Literal(`", "b": "x/`, at(`", "b": "x/`), value.Verbatim)
	b.Interpolate(a, at("${var.a}"))
	b.Literal(`\t`, at(`\t`), value.Verbatim)
	b.Interpolate(u, at("${var.u}"))
	b.Literal(`", "c": `, at(`", "c": `), value.Verbatim)
	b.Interpolate(n, at("${var.n}"))
	b.Literal(`, "d": "`, at(`, "d": "`), value.Verbatim)
	b.Interpolate(n, at("${var.n}"))
	b.Literal(`", "e": "`, at(`", "e": "`), value.Verbatim)
	b.Interpolate(u, at("${var.u}"))
	b.Literal(`"}]`, at(`"}]`), value.Verbatim)
	items, _ := Decode(b.Value(f.Whole()).With(step("local.c"))).Items()
	c := items[0]
	show := func(v *value.Value) string {
		return fmt.Sprintf("%v %s %v", v, v.Range().Text(), v.Trail())
	}
	var got []string
	for m := range c.Fields() {
		got = append(got, m.Key+" "+show(m.Value))
	}
	s := c.Get("b")
	for _, part := range []string{"x/", "eb", "\t", "\xff"} {
		off := strings.Index(s.Content(), part)
		got = append(got, show(s.Within(num("0"), off, off+len(part))))
	}
	want := []string{
		`a "web" "web" [var.a local.c]`,
		`b "x/web\t◌" "x/${var.a}\t${var.u}" [local.c]`,
		`c 2 2 [var.n local.c]`,
		`d "2" 2 [var.n local.c]`,
		`e unknown(var.u has no default) ${var.u} [var.u local.c]`,
		`0 x/ [local.c]`,
		`0 eb [var.a local.c]`,
		`0 \t [local.c]`,
		`0 ${var.u} [var.u local.c]`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
	if got := c.Range().Text(); !strings.HasPrefix(got, `{"a"`) || !strings.HasSuffix(got, `"}`) {
		t.Errorf("the object is at %s", got)
	}
}

func TestDecodeErrorPlace(t *testing.T) {
	t.Parallel()
	f := source.NewFile("f", []byte(`"[{\"a\": 1 \"b\": 2}]"`))
	var b value.Builder
	b.Literal(`[{"a": 1 "b": 2}]`, source.Range{File: f, Start: 1, End: len(f.Bytes) - 1}, value.Quoted)
	v := Decode(b.Value(f.Whole()))
	if got := (source.Problem{Range: v.Range(), Message: v.Reason()}).Error(); !v.Failed() ||
		got != `f:1:13: not JSON: expected a comma or } after a member, found "\""` {
		t.Errorf("got %s", got)
	}
}

// TestNestedChoices builds a text whose choices hold texts with choices, 2^40 in
// all. It must end.
func TestNestedChoices(t *testing.T) {
	t.Parallel()
	v := either(str("1"), str("2"))
	for range 40 {
		var b value.Builder
		b.Literal("[", none, value.Verbatim)
		b.Interpolate(v, none)
		b.Literal("]", none, value.Verbatim)
		v = either(b.Value(none), str("1"))
	}
	Decode(v)
}

// TestDecodeLong decodes a string of a megabyte that has no segments.
func TestDecodeLong(t *testing.T) {
	t.Parallel()
	text := "[" + strings.Repeat(`{"a":1},`, 1<<17) + "0]"
	f := source.NewFile("f", []byte("'"+text+"'"))
	v := Decode(value.NewString(f.Whole(), text))
	if v.Len() != 1<<17+1 {
		t.Errorf("got %d elements", v.Len())
	}
	for i, e := range v.Elems() {
		if want := 2 + 8*i; e.Range().Start != want {
			t.Fatalf("element %d is at %d, want %d", i, e.Range().Start, want)
		}
	}
}

// FuzzDecode checks that a text with holes does not panic, and that it decodes
// as Parse reads it where it has none.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"a": ${u}}`, `[1, ${u}, 2]`, `{"a": 1 ${opt}}`, `[${elem} 3]`, `{"a": "x/${u}:${n}\n"}`, `${half}, "c": 3}`, `{${u}: 1}`, `["${es}"]`,
		`[${obj}, ${objs}]`, `{"a": ${u}0}`, `${u}[1]${v}`, `{"${s}": "${empty}"}`, `{"a"${u}, "b": 1}`, `[${bad}]`, `{"a": 1, ${frag}}`, `["\u00e9\\"]`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > maxFuzzed {
			t.Skip("too large")
		}
		names := map[string]bool{}
		for name := range parts {
			names["${"+name+"}"] = true
		}
		for _, s := range strings.SplitAfter(text, "${")[1:] {
			name, _, found := strings.Cut(s, "}")
			if !found || !names["${"+name+"}"] {
				return
			}
		}
		v := template(text)
		got := Decode(v)
		if v.Kind() == value.Text {
			return
		}
		want, problems := Parse(source.NewFile("f", []byte(v.Content())))
		switch {
		case len(problems) > 0 || want != nil && hasUnknown(want) || strings.HasPrefix(v.Content(), "\ufeff"):
			if want == nil && !got.Failed() && !strings.HasPrefix(got.Reason(), "refused: ") {
				t.Fatalf("%q: decoded as %v, but %v", text, got, problems)
			}
		case got.Equal(want) != value.Yes && !strings.Contains(text, "${"):
			t.Fatalf("%q: decoded as %v, parsed as %v", text, got, want)
		}
	})
}
