package jsondoc

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/fixtures"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

func parse(tb testing.TB, text string, opts ...Option) (*value.Value, []source.Problem) {
	tb.Helper()
	return Parse(source.NewFile("f.json", []byte(text)), opts...)
}

// mustParse parses a document without any problem.
func mustParse(tb testing.TB, text string, opts ...Option) *value.Value {
	tb.Helper()
	v, problems := parse(tb, text, opts...)
	for _, p := range problems {
		tb.Errorf("%v", p)
	}
	if v == nil {
		tb.FailNow()
	}
	return v
}

// places lists the values and keys of a document with the text at their places.
func places(v *value.Value) []string {
	var out []string
	var walk func(path string, v *value.Value)
	walk = func(path string, v *value.Value) {
		out = append(out, fmt.Sprintf("%s %s %q", path, v.Kind(), v.Range().Text()))
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

func TestPlaces(t *testing.T) {
	t.Parallel()
	v := mustParse(t, "\ufeff{\r\n\t\"é\" : [ 1.50e2,true ,null],\"k\\n\":\"𝄞\\u0041\"}")
	want := []string{
		` map "{\r\n\t\"é\" : [ 1.50e2,true ,null],\"k\\n\":\"𝄞\\u0041\"}"`,
		`.é key "\"é\""`,
		`.é list "[ 1.50e2,true ,null]"`,
		`.é[0] number "1.50e2"`,
		`.é[1] bool "true"`,
		`.é[2] null "null"`,
		".k\n key \"\\\"k\\\\n\\\"\"",
		".k\n string \"\\\"𝄞\\\\u0041\\\"\"",
	}
	if diff := cmp.Diff(want, places(v)); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

func TestValues(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, want string }{
		{"numbers keep their text", `[1.50, -0, 1e400, 123456789012345678901234567890]`, `[1.50, -0, 1e400, 123456789012345678901234567890]`},
		{"the last of repeated keys counts", `{"a": 1, "b": 2, "a": 3}`, `{b: 2, a: 3}`},
		{"empty collections", ` [ { } , [ ] ] `, `[{}, []]`},
		{"escapes", `"\"\\\/\b\f\n\r\t\u00e9\ud834\udd1e"`, `"\"\\/\b\f\n\r\té𝄞"`},
		{"half a surrogate pair", `"\ud834x\udd1e\ud834\u0041"`, `"�x��A"`},
		{"DEL, NEL and line separators are text", "\"\u007f\u0085\u2028\"", `"\x7f\u0085\u2028"`},
		{"long keys", `{"` + strings.Repeat("k", 2000) + "\"\n: 1}", `{` + strings.Repeat("k", 2000) + `: 1}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := mustParse(t, test.text).String(); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestRepeatedKeysAreKept(t *testing.T) {
	t.Parallel()
	var keys []string
	for f := range mustParse(t, `{"a": 1, "b": 2, "a": 3}`).Written() {
		keys = append(keys, f.Key+f.Value.Content())
	}
	if diff := cmp.Diff([]string{"a1", "b2", "a3"}, keys); diff != "" {
		t.Error(diff)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("[", 513)
	for _, test := range []struct{ name, text, want string }{
		{"empty", "", "1:1: the text is empty"},
		{"only white space", " \n\t", "2:2: the text is empty"},
		{"missing comma in an object", "{\"a\": 1\n \"b\": 2}", `2:2: expected a comma or } after a member, found "\""`},
		{"missing comma in a list", "[1 2]", `1:4: expected a comma or ] after a member, found "2"`},
		{"wrong bracket", "[1}", `1:3: expected a comma or ] after a member, found "}"`},
		{"missing colon", `{"a" 1}`, `1:6: expected a colon behind a key, found "1"`},
		{"missing value", `{"a": }`, `1:7: expected a value, found "}"`},
		{"missing element", `[1,,2]`, `1:4: expected a value, found ","`},
		{"leading comma", `[,1]`, `1:2: expected a value, found ","`},
		{"bare key", `{a: 1}`, `1:2: expected a key in double quotes, found "a"`},
		{"key in single quotes", `{'a': 1}`, `1:2: expected a key in double quotes, found "'"`},
		{"single quotes", `{"a": 'b'}`, `1:7: a string stands in double quotes`},
		{"words of other languages", `[True]`, `1:2: expected a value, found "True"`},
		{"not a number", `[NaN]`, `1:2: expected a value, found "NaN"`},
		{"leading zero", `{"a": 01}`, `1:7: "01" is no number of JSON`},
		{"leading plus", `+1`, `1:1: expected a value, found "+1"`},
		{"bare fraction", `[1.]`, `1:2: "1." is no number of JSON`},
		{"no exponent", `1e`, `1:1: "1e" is no number of JSON`},
		{"minus alone", `-`, `1:1: "-" is no number of JSON`},
		{"unit", `5MB`, `1:1: "5MB" is no number of JSON`},
		{"open object", "{\"a\": 1", `1:8: expected a comma or } after a member before the end`},
		{"open object behind a comma", "{\"a\": 1,", `1:9: expected a key in double quotes before the end`},
		{"open list", "[", `1:2: expected a value before the end`},
		{"open key", `{"a"`, `1:5: expected a colon behind a key before the end`},
		{"no value at the end", `{"a":`, `1:6: expected a value before the end`},
		{"open string", `["a`, `1:2: the string has no closing quote`},
		{"string over lines", "[\"a\nb\"]", `1:2: the string has no closing quote on its line`},
		{"control character", "[\"a\tb\"]", `1:4: the control character U+0009 stands in a string`},
		{"unknown escape", `["\xé"]`, `1:3: \x is no escape of JSON`},
		{"escaped rune", `["\é"]`, `1:3: \é is no escape of JSON`},
		{"short escape", `["\u12"]`, `1:3: \u is no escape of JSON`},
		{"escape at the end", `"\`, `1:2: \ is no escape of JSON`},
		{"two documents", "{} {}", `1:4: expected the end of the document, found "{"`},
		{"open comment", "{ /* }", `1:3: the comment has no end`},
		{"slash", "/ 1", `1:1: expected a value, found "/"`},
		{"not text", "\x00\x01", `1:1: expected a value, found "\x00"`},
		{"too deep", deep, "1:513: nested more than 512 levels deep"},
		{"too many values", "[" + strings.Repeat("1,", 499_999) + "1]", "1:1000000: more than 500000 values"},
		{"UTF-16", "\xff\xfe{\x00}\x00", "1:1: the file is written in UTF-16, not in UTF-8"},
		{"two commas at the end", "[1,,]", `1:4: expected a value, found ","`},
		{"hole", "[\xff]", `1:2: expected a value, found "\xff"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			v, problems := parse(t, test.text)
			if v != nil || len(problems) == 0 {
				t.Fatalf("got %v and %v, want an error", v, problems)
			}
			p := problems[len(problems)-1]
			if want := "f.json:" + test.want; p.Error() != want {
				t.Errorf("got  %s\nwant %s", p.Error(), want)
			}
			if p.Level != source.Error {
				t.Errorf("level is %v", p.Level)
			}
		})
	}
}

func TestDeepestAccepted(t *testing.T) {
	t.Parallel()
	mustParse(t, strings.Repeat("[", 512)+strings.Repeat("]", 512))
	mustParse(t, "["+strings.Repeat("1,", 499_998)+"1]")
	mustParse(t, `{"a":[`+strings.Repeat("[],", 10000)+"[]]}")
}

func TestAcceptedWithWarning(t *testing.T) {
	t.Parallel()
	v, problems := parse(t, "// one\n{ # two\r\n \"a\": [1, /* three\n*/ 2, ], \"b\": \"\x80é\xff\", }")
	if got, want := v.String(), `{a: [1, 2], b: "�é�"}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%v %v %q", p.Level, p, p.Range.Text()))
	}
	want := []string{
		`warning f.json:1:1: JSON has no comments: AWS refuses the file "// one"`,
		`warning f.json:4:5: JSON has no comma before a closing bracket: AWS refuses the file ","`,
		`warning f.json:4:16: the byte is not UTF-8: AWS refuses the file "\x80"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if got, want := v.Get("b").Place(3, 5).Text(), "é"; got != want {
		t.Errorf("behind a byte that is not UTF-8: got %q, want %q", got, want)
	}
}

func TestTemplateIsWarning(t *testing.T) {
	t.Parallel()
	_, problems := parse(t, "{\n{% if x %}\n\"a\": 1\n{% endif %}\n}")
	want := `f.json:2:1: not JSON before the Go template or Jinja is rendered: expected a key in double quotes, found "{"`
	if len(problems) != 1 || problems[0].Error() != want || problems[0].Level != source.Warning {
		t.Errorf("got %v, want a warning %s", problems, want)
	}
}

func TestPlacesInStrings(t *testing.T) {
	t.Parallel()
	v := mustParse(t, `{"plain": "repo/é:latest", "escaped": "a\tb\u00e9\ud834\udd1e\"z"}`)
	for _, test := range []struct{ key, part, want string }{
		{"plain", "é", "é"},
		{"plain", "latest", "latest"},
		{"escaped", "b", "b"},
		{"escaped", "\t", `\t`},
		{"escaped", "b\u00e9", `b\u00e9`},
		{"escaped", "𝄞", `\ud834\udd1e`},
		{"escaped", `"z`, `\"z`},
	} {
		s := v.Get(test.key)
		off := strings.Index(s.Content(), test.part)
		if got := s.Place(off, off+len(test.part)).Text(); got != test.want {
			t.Errorf("%s: %q is at %q, want %q", test.key, test.part, got, test.want)
		}
	}
}

// TestOracle compares with encoding/json on the same seeds as the fuzz test.
func TestOracle(t *testing.T) {
	t.Parallel()
	for _, seed := range seeds {
		compare(t, []byte(seed))
	}
}

var seeds = []string{
	``, ` `, `null`, `true`, `[]`, `{}`, `[1,-0.5e+10,"a\u00e9"]`, `{"a":{"b":[{}]},"a":2}`, "\ufeff{}", "[1,]",
	`{"a":1,}`, "// c\n1", "# c\n1", "/* c */1/**/", `[0E10000000000000000000]`, `"\ud834\udd1e\ud834"`, "\"\x80\"",
	"\"\x00\"", `[<IMAGE1_NAME>]`, `[${VAR}]`, `[{{ must_env "X" }}]`, `[%VAR%,$(VAR),@@X@@]`, `["${VAR}"]`, `[[[`,
	`{"a"}`, `tru`, `-`, `1e`, `01`, "[\xff]", `[1 2]`, `{"a":1 "b":2}`, `"\u12"`, "\"\n\"", "{\"\u2028\":\"<>&\"}",
	`{"a": "{{ must_env "X" }}"}`,
}

// compare checks that a text is accepted where encoding/json accepts it, with
// the same value, and otherwise only with a problem or a placeholder.
func compare(tb testing.TB, text []byte) {
	tb.Helper()
	f := source.NewFile("f.json", text)
	v, problems := Parse(f)
	if v == nil && (len(problems) == 0 || problems[len(problems)-1].Level == source.Note) {
		tb.Fatalf("%q: neither a value nor a problem", text)
	}
	for _, p := range problems {
		checkRange(tb, f, p.Range)
	}
	if v != nil {
		checkPlaces(tb, f, v)
	}
	plain := []byte(strings.TrimPrefix(string(text), "\ufeff"))
	decoder := json.NewDecoder(strings.NewReader(string(plain)))
	decoder.UseNumber()
	var want any
	err := decoder.Decode(&want)
	if err == nil && !json.Valid(plain) {
		err = fmt.Errorf("text behind the document")
	}
	switch {
	case err != nil && v != nil:
		if len(problems) == 0 && !hasUnknown(v) {
			tb.Fatalf("%q: accepted as %v, but: %v", text, v, err)
		}
	case err != nil:
	case v == nil:
		if !strings.HasPrefix(problems[0].Message, "nested more than") {
			tb.Fatalf("%q: refused: %v", text, problems)
		}
	default:
		if diff := cmp.Diff(want, plainValue(v)); diff != "" {
			tb.Fatalf("%q: value (-encoding/json +jsondoc):\n%s", text, diff)
		}
	}
	if _, again := Parse(f, Placeholders); len(problems) == 0 && len(again) > 0 && json.Valid(plain) && !strings.Contains(string(text), "{{") {
		tb.Fatalf("%q: refused with placeholders: %v", text, again)
	}
}

func hasUnknown(v *value.Value) bool {
	if v.Kind() == value.Unknown {
		return true
	}
	for _, e := range v.Elems() {
		if hasUnknown(e) {
			return true
		}
	}
	for f := range v.Written() {
		if hasUnknown(f.Value) {
			return true
		}
	}
	return false
}

// plainValue gives a value as encoding/json does with numbers as text.
func plainValue(v *value.Value) any {
	switch v.Kind() {
	case value.Bool:
		b, _ := v.Bool()
		return b
	case value.Number:
		return json.Number(v.Content())
	case value.String:
		return v.Content()
	case value.List:
		out := []any{}
		for _, e := range v.Elems() {
			out = append(out, plainValue(e))
		}
		return out
	case value.Map:
		out := map[string]any{}
		for f := range v.Fields() {
			out[f.Key] = plainValue(f.Value)
		}
		return out
	case value.Absent, value.Unknown, value.Null, value.Text, value.Either:
	}
	return nil
}

func checkRange(tb testing.TB, f *source.File, r source.Range) {
	tb.Helper()
	if r.File != f || r.Start < 0 || r.Start > r.End || r.End > len(f.Bytes) {
		tb.Fatalf("%q: range %d to %d", f.Bytes, r.Start, r.End)
	}
}

// checkPlaces checks that what is written at the place of each scalar and key is
// this scalar, and that collections hold their members.
func checkPlaces(tb testing.TB, f *source.File, v *value.Value) {
	tb.Helper()
	checkRange(tb, f, v.Range())
	written := []byte(strings.ToValidUTF8(v.Range().Text(), "?"))
	switch v.Kind() {
	case value.String, value.Bool, value.Null, value.Number:
		if !readsAs(v.Range().Text(), plainValue(v)) {
			tb.Fatalf("%q: %v is at %q", f.Bytes, v, written)
		}
	case value.List, value.Map:
		if len(written) < 2 || strings.IndexByte("[{", written[0]) < 0 || strings.IndexByte("]}", written[len(written)-1]) < 0 {
			tb.Fatalf("%q: a %v is at %q", f.Bytes, v.Kind(), written)
		}
	case value.Absent, value.Unknown, value.Text, value.Either:
	}
	for _, e := range v.Elems() {
		if !v.Range().Contains(e.Range()) {
			tb.Fatalf("%q: %v is outside of its list", f.Bytes, e)
		}
		checkPlaces(tb, f, e)
	}
	for m := range v.Written() {
		checkRange(tb, f, m.Range)
		if !v.Range().Contains(m.Range) || !v.Range().Contains(m.Value.Range()) || m.Range.End > m.Value.Range().Start {
			tb.Fatalf("%q: member %q is outside of its object", f.Bytes, m.Key)
		}
		if !readsAs(m.Range.Text(), m.Key) {
			tb.Fatalf("%q: member %q is at %q", f.Bytes, m.Key, m.Range.Text())
		}
		if m.End != m.Value.Range().End {
			tb.Fatalf("%q: member %q ends at %d, its value at %d", f.Bytes, m.Key, m.End, m.Value.Range().End)
		}
		checkPlaces(tb, f, m.Value)
	}
}

// maxFuzzed bounds the texts of fuzz targets, in bytes.
const maxFuzzed = 1 << 16

// readsAs reports whether a text is a scalar in JSON, with the value that is wanted.
func readsAs(text string, want any) bool {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var got any
	return decoder.Decode(&got) == nil && !decoder.More() && got == want
}

func FuzzParse(f *testing.F) {
	for _, seed := range slices.Concat(seeds, fixtures.Seeds(f, ".json")) {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > maxFuzzed {
			t.Skip("too large")
		}
		compare(t, text)
		Parse(source.NewFile("f.json", text), Placeholders)
	})
}

// TestFolder compares with encoding/json on every JSON file of the folder that
// ECSLINT_JSON_DIR names.
func TestFolder(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("ECSLINT_JSON_DIR")
	if dir == "" {
		t.Skip("ECSLINT_JSON_DIR is not set")
	}
	files, refused, accepted := 0, 0, 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".json" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return nil // a link to nowhere
		}
		files++
		compare(t, text)
		v, problems := Parse(source.NewFile(path, text), Placeholders)
		switch {
		case v == nil:
			refused++
			t.Logf("%v %v", problems[len(problems)-1].Level, problems[len(problems)-1])
		case !json.Valid(text):
			accepted++
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	t.Logf("%d files; %d are not JSON and accepted, %d are refused", files, accepted, refused)
}
