package yamldoc

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

func parse(tb testing.TB, text string) ([]*value.Value, []source.Problem) {
	tb.Helper()
	return Parse(source.NewFile("f.yaml", []byte(text)))
}

// one parses a file of one document without problems.
func one(tb testing.TB, text string) *value.Value {
	tb.Helper()
	docs, problems := parse(tb, text)
	for _, p := range problems {
		tb.Errorf("%v", p)
	}
	if len(docs) != 1 {
		tb.Fatalf("got %d documents", len(docs))
	}
	return docs[0]
}

// places lists the values and keys of a document with the text at their places.
func places(v *value.Value) []string {
	var out []string
	var walk func(path string, v *value.Value)
	walk = func(path string, v *value.Value) {
		line := fmt.Sprintf("%s %s %q", path, v.Kind(), v.Range().Text())
		for _, s := range v.Trail() {
			line += " <- " + s.String() + " " + s.Range.Text()
		}
		out = append(out, line)
		for i, e := range v.Elems() {
			walk(fmt.Sprintf("%s[%d]", path, i), e)
		}
		for f := range v.Written() {
			out = append(out, fmt.Sprintf("%s.%s key %q", path, f.Key, f.Range.Text()))
			walk(path+"."+f.Key, f.Value)
		}
	}
	walk("", v)
	return out
}

func TestValues(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, want string }{
		{"the core schema", "[true, False, NULL, ~, yes, on, '1', 1, -1, +1, 1.50, 1e3]", `[true, false, null, null, "yes", "on", "1", 1, -1, 1, 1.50, 1e3]`},
		{"integers of other bases", "[0x1F, 0o17, 017, 0b101, 1_000, -0x10, 18446744073709551615]", `[31, 15, 15, 5, 1000, -16, 18446744073709551615]`},
		{"floats", "[.5, -.5, +1., 00.5, 08, 6.02e+23, 1_0.5, 123456789012345678901234567890]", `[0.5, -0.5, 1, 0.5, 8, 6.02e+23, 10.5, 123456789012345678901234567890]`},
		{"what is no number in JSON", "[.inf, -.INF, .nan, 1e999, 0x, 1.2.3]", `[".inf", "-.INF", ".nan", "1e999", "0x", "1.2.3"]`},
		{"dates", "[2012-10-17, 2012-10-17 10:00:00]", `["2012-10-17", "2012-10-17 10:00:00"]`},
		{"tags of YAML", "[!!str 1, !!int '2', !!float 3, !!bool 'true', !!null x, !!binary aGk=, !!set {a, b}]", `["1", 2, 3, true, null, "aGk=", {a: null, b: null}]`},
		{"the last of repeated keys counts", "a: 1\na: 2\n", `{a: 2}`},
		{"keys that are no strings", "1: a\ntrue: b\n~: c\n0x1F: d\n?\n: e\n", `{1: "a", true: "b", ~: "c", 0x1F: "d", : "e"}`},
		{"keys that are no scalars", "? [a, b]\n: c\n? {d: e}\n: f\n", `{[a, b]: "c", {d: e}: "f"}`},
		{"nothing", "a:\nb: ''\nc: []\nd: {}\n", `{a: null, b: "", c: [], d: {}}`},
		{"block scalars", "a: |\n  x\n\n   y\nb: >-\n  x\n  y\n\n  z\nc: |+\n  x\n\nd: |2-\n    x\n", `{a: "x\n\n y\n", b: "x y\nz", c: "x\n\n", d: "  x"}`},
		{"tabs", "a:\tb # c\nd: [\te,\tf ]\n", `{a: "b", d: ["e", "f"]}`},
		{"JSON", `{"a": [1, "\u00e9", null]}`, `{a: [1, "é", null]}`},
		{"an expression of a template", "a: {{ b }}\nc: {{ d.e | f }}\n", `{a: unknown(template expression {{ b }}), c: unknown(template expression {{ d.e | f }})}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := one(t, test.text).String(); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestTags(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, want string }{
		{"!Ref A", `{Ref: "A"}`},
		{"!Condition A", `{Condition: "A"}`},
		{"!GetAtt A.B", `{Fn::GetAtt: ["A", "B"]}`},
		{"!GetAtt 'A.Outputs.B'", `{Fn::GetAtt: ["A", "Outputs.B"]}`},
		{"!GetAtt [A, B]", `{Fn::GetAtt: ["A", "B"]}`},
		{"!GetAtt A", `{Fn::GetAtt: "A"}`},
		{"!Sub 'x'", `{Fn::Sub: "x"}`},
		{"!Ref 123", `{Ref: "123"}`},
		{"!GetAZs", `{Fn::GetAZs: ""}`},
		{"!Join ['', [a, !Ref B]]", `{Fn::Join: ["", ["a", {Ref: "B"}]]}`},
		{"!If\n- C\n- !Ref A\n- !Ref AWS::NoValue\n", `{Fn::If: ["C", {Ref: "A"}, {Ref: "AWS::NoValue"}]}`},
		{"!Transform {Name: 'AWS::Include'}", `{Fn::Transform: {Name: "AWS::Include"}}`},
		{"!vault |\n  x\n", `{Fn::vault: "x\n"}`},
		{"! x", `"x"`},
		{"%TAG !e! tag:example.com,2000:\n--- !e!x y", `"y"`},
	} {
		if got := one(t, test.text).String(); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{
			"order mark, carriage returns and runes before a column",
			"\ufeffé: {𝄞: 'ü' , b: 1}\r\nk: |\r\n  x\r\n  y\r\nl: z\r\n",
			[]string{
				` map "é: {𝄞: 'ü' , b: 1}\r\nk: |\r\n  x\r\n  y\r\nl: z"`,
				`.é key "é"`, `.é map "{𝄞: 'ü' , b: 1}"`,
				`.é.𝄞 key "𝄞"`, `.é.𝄞 string "'ü'"`, `.é.b key "b"`, `.é.b number "1"`,
				`.k key "k"`, `.k string "|\r\n  x\r\n  y"`,
				`.l key "l"`, `.l string "z"`,
			},
		},
		{
			"properties are not content",
			"&a !!map\n? &b !!str k\n: &c\n  !Sub \"v\"\n",
			[]string{
				` map "? &b !!str k\n: &c\n  !Sub \"v\""`,
				`.k key "k"`, `.k map "!Sub \"v\""`,
				`.k.Fn::Sub key "!Sub"`, `.k.Fn::Sub string "\"v\""`,
			},
		},
		{
			"lines of plain, quoted and folded scalars",
			"- a\n  b # c\n- 'a\n\n  b' # c\n- \"a\\\n  b\"\n- > # c\n  a\n  b\n\n# d\n- |+\n  a\n\n\n- z\n",
			[]string{
				" list \"- a\\n  b # c\\n- 'a\\n\\n  b' # c\\n- \\\"a\\\\\\n  b\\\"\\n- > # c\\n  a\\n  b\\n\\n# d\\n- |+\\n  a\\n\\n\\n- z\"",
				`[0] string "a\n  b"`, `[1] string "'a\n\n  b'"`, `[2] string "\"a\\\n  b\""`,
				`[3] string "> # c\n  a\n  b"`, `[4] string "|+\n  a\n\n"`, `[5] string "z"`,
			},
		},
		{
			"flow collections end at their brackets",
			"[a, [], {b: [c, # ]\n ], d: , 'e' : f } , g: h ]",
			[]string{
				` list "[a, [], {b: [c, # ]\n ], d: , 'e' : f } , g: h ]"`, `[0] string "a"`, `[1] list "[]"`,
				`[2] map "{b: [c, # ]\n ], d: , 'e' : f }"`, `[2].b key "b"`, `[2].b list "[c, # ]\n ]"`, `[2].b[0] string "c"`,
				`[2].d key "d"`, `[2].d null ""`, `[2].e key "'e'"`, `[2].e string "f"`,
				`[3] map "g: h"`, `[3].g key "g"`, `[3].g string "h"`,
			},
		},
		{
			"the parts of an attribute",
			"a: !GetAtt 'B.C.D'",
			[]string{
				` map "a: !GetAtt 'B.C.D'"`, `.a key "a"`, `.a map "!GetAtt 'B.C.D'"`, `.a.Fn::GetAtt key "!GetAtt"`,
				`.a.Fn::GetAtt list "'B.C.D'"`, `.a.Fn::GetAtt[0] string "B"`, `.a.Fn::GetAtt[1] string "C.D"`,
			},
		},
		{
			"other line breaks",
			"a: b\rc: \"d\u0085 e\"\u2028f: g\u2029h: 'i'\n",
			[]string{
				" map \"a: b\\rc: \\\"d\\u0085 e\\\"\\u2028f: g\\u2029h: 'i'\"", `.a key "a"`, `.a string "b"`,
				`.c key "c"`, `.c string "\"d\u0085 e\""`, `.f key "f"`, `.f string "g"`, `.h key "h"`, `.h string "'i'"`,
			},
		},
		{
			"aliases and merges",
			"x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  b: 3\nz: [*x, {<<: [{a: 4}, *x]}]\n",
			[]string{
				` map "x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  b: 3\nz: [*x, {<<: [{a: 4}, *x]}]"`,
				`.x key "x"`, `.x map "{a: 1, b: 2}"`, `.x.a key "a"`, `.x.a number "1"`, `.x.b key "b"`, `.x.b number "2"`,
				`.y key "y"`, `.y map "<<: *x\n  b: 3"`, `.y.a key "a"`, `.y.a number "1" <- alias x *x`, `.y.b key "b"`, `.y.b number "3"`,
				`.z key "z"`, `.z list "[*x, {<<: [{a: 4}, *x]}]"`,
				`.z[0] map "{a: 1, b: 2}" <- alias x *x`, `.z[0].a key "a"`, `.z[0].a number "1" <- alias x *x`,
				`.z[0].b key "b"`, `.z[0].b number "2" <- alias x *x`,
				`.z[1] map "{<<: [{a: 4}, *x]}"`, `.z[1].a key "a"`, `.z[1].a number "4"`, `.z[1].b key "b"`, `.z[1].b number "2" <- alias x *x`,
			},
		},
		{
			"an anchor of a key",
			"&k a: b\n*k : c\nd: *k\n",
			[]string{
				` map "&k a: b\n*k : c\nd: *k"`, `.a key "a"`, `.a string "b"`, `.a key "*k"`, `.a string "c"`,
				`.d key "d"`, `.d string "a" <- alias k *k`,
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, places(one(t, test.text))); diff != "" {
				t.Errorf("places (-want +got):\n%s", diff)
			}
		})
	}
}

// TestPlacesInStrings looks for the place of a part of a scalar of every style.
func TestPlacesInStrings(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, part, want string }{
		{"plain", "a: repo/é:latest", "latest", "latest"},
		{"single quotes", "a: 'repo:latest'", "latest", "latest"},
		{"doubled quotes", "a: 'it''s it''s:latest'", "s:latest", "s:latest"},
		{"doubled quote", "a: 'it''s'", "'", "''"},
		{"double quotes", `a: "repo:latest"`, "latest", "latest"},
		{"escapes", `a: "\u00e9\t\x41\U0001d11e\Nlatest"`, "latest", "latest"},
		{"an escape", `a: "\u00e9\t\x41"`, "A", `\x41`},
		{"escaped line break", "a: \"x\\\n   y\\\n\n   latest\"", "latest", "latest"},
		{"plain over lines", "a: x\n  y\n\n\n  latest z", "latest z", "latest z"},
		{"over a fold", "a: x\n    latest", "x latest", "x\n    latest"},
		{"double quotes over lines", "a: \"x  \n  y\\n\n\n  latest\"", "latest", "latest"},
		{"literal", "a: |\n    {\n      \"k\": [1,\n  \n        2]\n    }\n", "2", "2"},
		{"literal over lines", "a: |\n    {\n      \"k\": 1\n    }\n", "{\n  \"k\": 1\n}", "{\n      \"k\": 1\n    }"},
		{"literal with carriage returns", "a: |\r\n    x\r\n    latest\r\n", "latest", "latest"},
		{"explicit indentation", "a: |1\n     x\n   latest\n", "latest", "latest"},
		{"folded", "a: >\n   x\n   y\n\n    z\n\n   latest\n", "latest", "latest"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := one(t, test.text).Get("a")
			off := strings.Index(s.Content(), test.part)
			if off < 0 {
				t.Fatalf("%q is not in %q", test.part, s.Content())
			}
			if got := s.Place(off, off+len(test.part)).Text(); got != test.want {
				t.Errorf("%q of %q is at %q, want %q", test.part, s.Content(), got, test.want)
			}
		})
	}
}

func TestProblems(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text, at, message string
		docs                    int
	}{
		{"a colon too many", "a: b\nc: d: e\n", "c: d: e", "mapping values are not allowed in this context", 0},
		{"on the first line", "c: d: e\n", "c: d: e", "mapping values are not allowed in this context", 0},
		{"a key dedented", "a:\n  b: 1\n  c: 2\n d: 3\n", "d: 3", "did not find expected key", 0},
		{"an element dedented", "a:\n  - b\n  - c\n - d\n", "- d", "did not find expected key", 0},
		{"no element", "- b\nc: d\n", "c: d", "did not find expected '-' indicator", 0},
		{"an open list", "a: 1\nb: [c,\n  d\ne: f\n", "b: [c,", "did not find expected ',' or ']'", 0},
		{"an open string", "a: 1\nb: 'c\nd: e\n", "b: 'c", "found unexpected end of stream", 0},
		{"an open string at the start", "'c\n", "'c", "found unexpected end of stream", 0},
		{"an unknown escape", "a: 1\nb: \"\\/\"\n", `b: "\/"`, "found unknown escape character", 0},
		{"a tab", "a:\n\tb: c\n", "\tb: c", "found character that cannot start any token: a tab does not indent", 0},
		{"an unknown anchor", "a: *b\nc: *bc\n", "*b", "unknown anchor 'b' referenced", 0},
		{"an unknown handle", "a: 1\nb: !e!x c\n", "b: !e!x c", "found undefined tag handle", 0},
		{"a control character", "a: 1\nb: \x01\n", "\x01", "control characters are not allowed", 0},
		{"not UTF-8", "a: é\nb: \xe9x\n", "\xe9", "invalid trailing UTF-8 octet", 0},
		{"UTF-16", "\xff\xfea\x00", "\xff\xfe", "the file is written in UTF-16, not in UTF-8", 0},
		{"in the second document", "a: b\n---\nc: d: e\n", "c: d: e", "mapping values are not allowed in this context", 1},
		{"an alias within its anchor", "a: &a\n  b: *a\n", "*a", "the alias stands within what it is an alias of", 1},
		{"a merge of a scalar", "a:\n  <<: b\n  c: d\n", "b", "a merge takes a map or a list of maps", 1},
		{"a key's alias too deep", "&a b: " + strings.Repeat("[", 512) + "*a" + strings.Repeat("]", 512), "", "nested more than 512 levels deep", 1},
		{
			"too deep behind an alias", "a: &a " + strings.Repeat("[", 300) + strings.Repeat("]", 300) + "\nb: " +
				strings.Repeat("[", 300) + "*a" + strings.Repeat("]", 300), "*a", "nested more than 512 levels deep", 1,
		},
		{"too deep", strings.Repeat("[", 513) + strings.Repeat("]", 513), "", "nested more than 512 levels deep", 1},
		{"too many values", "[" + strings.Repeat("a,", 499_999) + "b, c]", ",", "more than 500000 values", 0},
		{"too many comments", "a: b\n" + strings.Repeat("# c\n", 500_000), "#", "more than 500000 values", 0},
		{"too many directives", "%YAML 1.1\n" + strings.Repeat("%TAG !a! !b\n", 101) + "--- a\n", "%", "more than 100 directives", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			docs, problems := parse(t, test.text)
			if len(docs) != test.docs || len(problems) != 1 {
				t.Fatalf("got %d documents and the problems %v", len(docs), problems)
			}
			p := problems[0]
			if p.Message != test.message || p.Range.Text() != test.at || p.Level != source.Error {
				t.Errorf("got  %v %q at %q\nwant error %q at %q", p.Level, p.Message, p.Range.Text(), test.message, test.at)
			}
		})
	}
}

func TestDeepestAccepted(t *testing.T) {
	t.Parallel()
	one(t, strings.Repeat("[", 512)+"a"+strings.Repeat("]", 512))
	one(t, "&a b: "+strings.Repeat("[", 511)+"*a"+strings.Repeat("]", 511))
	one(t, "["+strings.Repeat("a,", 499_998)+"b]")
	one(t, "a: &a [[]]\nb: "+strings.Repeat("[", 509)+"*a"+strings.Repeat("]", 509))
	if _, problems := parse(t, "a: &a [[]]\nb: "+strings.Repeat("[", 510)+"*a"+strings.Repeat("]", 510)); len(problems) != 1 {
		t.Errorf("got %v", problems)
	}
}

func TestTemplateIsWarning(t *testing.T) {
	t.Parallel()
	for language, text := range map[string]string{
		"Go template or Jinja": "a: 1\n{{- if .X }}\nb: 2\n{{- end }}\n",
		"ERB":                  "a: 1\n<% if x %>\nb: 2\n<% end %>\n",
		"Terraform template":   "a: 1\n%{ if x }\nb: 2\n%{ endif }\n",
	} {
		_, problems := parse(t, text)
		if len(problems) != 1 || problems[0].Level != source.Warning ||
			!strings.HasPrefix(problems[0].Message, "not YAML before the "+language+" is rendered: ") {
			t.Errorf("%q: got %v", text, problems)
		}
	}
}

func TestDocuments(t *testing.T) {
	t.Parallel()
	docs, problems := parse(t, "# c\n---\na: 1\n...\n--- |\n x\n---\n--- b\n")
	if diff := cmp.Diff(`[{a: 1} "x\n" null "b"] []`, fmt.Sprint(docs, problems)); diff != "" {
		t.Error(diff)
	}
	if docs, problems = parse(t, "# only a comment\n"); len(docs) > 0 || len(problems) > 0 {
		t.Errorf("got %v and %v of an empty file", docs, problems)
	}
}

func TestAliasBomb(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := range 20 {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d,", i), 10), ","))
	}
	docs, problems := parse(t, b.String())
	if len(docs) != 1 || len(problems) != 1 {
		t.Fatalf("got %d documents and %v", len(docs), problems)
	}
	want := "the aliases of the document stand for more than 500000 values"
	if p := problems[0]; p.Message != want || p.Range.Text() != "*a4" {
		t.Errorf("got %q at %q", p.Message, p.Range.Text())
	}
	if n := size(docs[0]); n > 2*maxNodes {
		t.Errorf("the value has %d nodes", n)
	}
}

func size(v *value.Value) int {
	n := 1
	for _, e := range v.Elems() {
		n += size(e)
	}
	for f := range v.Written() {
		n += size(f.Value)
	}
	return n
}

func TestMergeChain(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("a0: &a0 {k0: 0}\n")
	for i := 1; i < 5000; i++ {
		fmt.Fprintf(&b, "a%d: &a%d {<<: *a%d, k%d: 0}\n", i, i, i-1, i)
	}
	if _, problems := parse(t, b.String()); len(problems) != 1 {
		t.Errorf("got %v", problems)
	}
}
