package cloudformation

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/fixtures"
	"github.com/ecslint/ecslint/parsers/source"
)

func TestPairs(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][][2]string{
		"":                                nil,
		"A=1":                             {{"A", "1"}},
		"A=1 B=":                          {{"A", "1"}, {"B", ""}},
		`A="x y" B='p "q"' C=a\ b`:        {{"A", "x y"}, {"B", `p "q"`}, {"C", "a b"}},
		`"A"="x" "B=y z"`:                 {{"A", "x"}, {"B", "y z"}},
		"\n  A=1\r\n  B=x=y\n":            {{"A", "1"}, {"B", "x=y"}},
		"ParameterKey=A,ParameterValue=b": {{"A", "b"}},
		"ParameterKey=A":                  nil,
		"word =x":                         nil,
		`A="open`:                         {{"A", "open"}},
		`A=\`:                             {{"A", `\`}},
	} {
		var got [][2]string
		for _, p := range pairs(text) {
			got = append(got, [2]string{p.name, p.text})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// TestTOML reads the forms of strings and lists that samconfig.toml may have.
func TestTOML(t *testing.T) {
	t.Parallel()
	const before, after = "[\"default\" . deploy.parameters]\nx = 1979-05-27\nparameter_overrides ", "\ny = [ # open"
	for text, want := range map[string]string{
		`= "A=\"1\" \u0042=2"`:              `"A=\"1\" B=2"`,
		`= 'A="1" \B=2' # comment`:          `"A=\"1\" \\B=2"`,
		"= \"\"\"\nA=1 \\\n  B=2\"\"\"":     `"\nA=1 B=2"`,
		"= '''\nA=1\nB=2'''":                `"\nA=1\nB=2"`,
		"= [ 'A=1', # first\n  \"B=2\",\n]": `["A=1", "B=2"]`,
		"=[]":                               `[]`,
		"= {A = 1}":                         "",
		"= \"open\n\"":                      "",
		"= [ 'A=1', 2 ]":                    "",
		"= ['A=1'":                          "",
	} {
		got := ""
		if s := tomlSettings(source.NewFile("samconfig.toml", []byte(before+text+after))); len(s) > 0 {
			got = s[0].value.String()
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// FuzzParameters reads whatever comes: it must end, and every place must lie in
// its file.
func FuzzParameters(f *testing.F) {
	f.Add("[default.deploy.parameters]\nparameter_overrides = [\"A=\\\"1\\\"\", 'B=2']\n")
	f.Add(`[{"ParameterKey": "A", "ParameterValue": "1"}, "B=\"2\""]`)
	for _, text := range fixtures.Seeds(f, "parameters.json", "parameters.yaml", "configuration.json", "samconfig.toml", "samconfig.yaml", "cli.json", "map.yaml", "pipeline.json") {
		f.Add(text)
	}
	f.Add("version: 0.1\ndefault: {deploy: {parameters: {parameter_overrides: 'A=1', tags: b=c}}}\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"p.toml", "p.json"} {
			l, _ := NewLoader(source.NewMemory(map[string]string{name: text}), Options{ParameterFiles: []string{name}})
			for key, v := range l.given {
				if r := v.Range(); r.Start < 0 || r.Start > r.End || r.End > len(text) {
					t.Errorf("%s is at %d to %d of %d bytes", key, r.Start, r.End, len(text))
				}
			}
		}
	})
}
