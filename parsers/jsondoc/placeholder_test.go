package jsondoc

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

func TestBarePlaceholders(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`[<IMAGE1_NAME>]`:               `[unknown(placeholder <IMAGE1_NAME>), …]`,
		`{"a": <A>, "b": 1}`:            `{a: unknown(placeholder <A>), b: 1}`,
		`{"a": ${VAR}}`:                 `{a: unknown(placeholder ${VAR})}`,
		`{"a": ${VAR:-{"b": 1}}}`:       `{a: unknown(placeholder ${VAR:-{"b": 1}})}`,
		`{"a": ${PORT}80, "b": 1}`:      `{a: unknown(placeholder ${PORT}), b: 1}`,
		`{"a": {{ must_env "X" }}}`:     `{a: unknown(placeholder {{ must_env "X" }})}`,
		"{\"a\": {{ env `X` `y` }} }":   "{a: unknown(placeholder {{ env `X` `y` }})}",
		`{"a": %VAR%}`:                  `{a: unknown(placeholder %VAR%)}`,
		`{"a": $(Build.BuildId) }`:      `{a: unknown(placeholder $(Build.BuildId))}`,
		`{"a": @@X@@}`:                  `{a: unknown(placeholder @@X@@)}`,
		`{"a": @X@}`:                    `{a: unknown(placeholder @X@)}`,
		`{"a": $VAR1, "b": 1}`:          `{a: unknown(placeholder $VAR1), b: 1}`,
		`${DOCUMENT}`:                   `unknown(placeholder ${DOCUMENT})`,
		`{"a": [${A}, ${B}]}`:           `{a: [unknown(placeholder ${A}), unknown(placeholder ${B}), …]}`,
		`{"a": "<IMAGE> ${VAR} @@X@@"}`: `{a: "<IMAGE> ${VAR} @@X@@"}`, // the option is for strings
	} {
		if got := mustParse(t, text).String(); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", text, got, want)
		}
	}
	if got := mustParse(t, `{"a": ${PORT}80 }`).Get("a").Range().Text(); got != "${PORT}80" {
		t.Errorf("the place is %q", got)
	}
	for _, text := range []string{`[<image>]`, `[<>]`, `[<1A>]`, `[${}]`, `[${A]`, "[${A\n}]", `[$1]`, `[%%]`, `[%A]`, `[@X]`, `[$(a b)]`, `[{{}}]`, `{${A}: 1}`, `[<A`} {
		if v, problems := parse(t, text); v != nil || len(problems) != 1 {
			t.Errorf("%s: got %v and %v", text, v, problems)
		}
	}
}

func TestPlaceholdersInStrings(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, want string }{
		{"<IMAGE1_NAME>", "◌"},
		{"repo/${VAR}:latest", "repo/◌:latest"},
		{"${A}${B}", "◌◌"},
		{"${VAR:-latest}", "◌"},
		{"${{ github.sha }}", "◌"},
		{"x{{ must_env `X` }}", "x◌"},
		{`{{ must_env \"X\" }}`, "◌"},
		{`{{ must_env "X" }}:{{ env "Y" "z" }}`, "◌:◌"},
		{"%BUILD_NUMBER%", "◌"},
		{"$(Build.BuildId)-$(TAG)", "◌-◌"},
		{"@@X.y-z@@", "◌"},
		{`\"${A}\"`, `"◌"`},
		{"<TASK-ROLE>", "◌"},

		// What means itself.
		{"<br>", "<br>"},
		{"<A>", "<A>"},
		{"a < B > c", "a < B > c"},
		{"%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S"},
		{"%msg%n", "%msg%n"},
		{"%E2%80%93", "%E2%80%93"},
		{"100%", "100%"},
		{"echo $(date) $(hostname -f)", "echo $(date) $(hostname -f)"},
		{"${#list[@]} ${!name} $HOME $$", "${#list[@]} ${!name} $HOME $$"},
		{"a@@b", "a@@b"},
		{"@X@", "@X@"},
		{"{{}}", "{{}}"},
		{"{{", "{{"},
	} {
		text := `{"a": "` + test.text + `", "b": "}}"}`
		v := mustParse(t, text, Placeholders).Get("a")
		if got := strings.ReplaceAll(v.Content(), "\xff", "◌"); got != test.want {
			t.Errorf("%s: got %s, want %s", test.text, got, test.want)
		}
		if got, want := v.Range().Text(), `"`+test.text+`"`; got != want {
			t.Errorf("%s: the string is at %s", test.text, got)
		}
		if (v.Kind() == value.Text) != strings.Contains(test.want, "◌") {
			t.Errorf("%s: is a %v", test.text, v.Kind())
		}
	}
}

func TestPlaceholderPlaces(t *testing.T) {
	t.Parallel()
	v := mustParse(t, `{"a": "x\t<REPO>/é:${TAG}"}`, Placeholders).Get("a")
	var got []string
	for i, c := range []byte(v.Content()) {
		if c == value.Hole {
			hole := v.Interpolated(i, i+1)
			got = append(got, hole.Reason()+" at "+hole.Range().Text())
		}
	}
	if diff := cmp.Diff([]string{"placeholder <REPO> at <REPO>", "placeholder ${TAG} at ${TAG}"}, got); diff != "" {
		t.Error(diff)
	}
	off := strings.Index(v.Content(), "é")
	if got := v.Place(off, off+2).Text(); got != "é" {
		t.Errorf("between them: %q", got)
	}
	if v.Reason() != "placeholder <REPO>" {
		t.Errorf("the reason is %q", v.Reason())
	}
}

func TestMarkPlaceholders(t *testing.T) {
	t.Parallel()
	v := mustParse(t, `{"a": [1, "${A}", ${L}], "${K}": 1, "b": {"c": "d"}, "a-${K}": {}}`)
	if got, want := MarkPlaceholders(v).String(), `{a: [1, "◌", unknown(placeholder ${L}), …], b: {c: "d"}, …}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if b := v.Get("b"); MarkPlaceholders(b) != b {
		t.Error("a value without placeholders is another one")
	}
	step := value.Step{Kind: value.Alias, Name: "x"}
	marked := MarkPlaceholders(v.With(step)).Get("a")
	if got := marked.Trail(); len(got) != 1 || got[0] != step {
		t.Errorf("the way is %v", got)
	}
	for _, w := range []*value.Value{unknownPart("u"), template("${u}<TAG>"), num("1"), value.NewNull(none)} {
		if got := MarkPlaceholders(w); got != w {
			t.Errorf("%v has become %v", w, got)
		}
	}
}

// TestPlaceholdersInLongLine has lines of many placeholders that are not finished.
func TestPlaceholdersInLongLine(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"{{ ", "{{ 'a' ", "${", "<A", "%AAA", "@@", "$(A"} {
		f := source.NewFile("f.json", []byte(`["`+strings.Repeat(part, 1<<20/len(part))+`"]`))
		if v, problems := Parse(f, Placeholders); v == nil || len(problems) > 0 {
			t.Errorf("%s: %v", part, problems)
		}
	}
	f := source.NewFile("f.json", []byte(`["{{ `+strings.Repeat(`"a" `, 1<<18)+`"]`))
	if _, problems := Parse(f, Placeholders); len(problems) == 0 {
		t.Error("quotes that do not belong to a placeholder are accepted")
	}
}
