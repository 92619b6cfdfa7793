package config

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

var some = []*rules.Rule{
	{ID: "ECS.2", Slug: "public-ip"},
	{ID: "ECS.13", Slug: "untagged-service", Params: []rules.Param{
		{Name: "requiredTagKeys"},
		{Name: "strict", Default: []string{"false"}},
	}},
}

var known = Catalog{
	Rules:    some,
	Groups:   map[string][]*rules.Rule{"all": some, "module": some[1:]},
	Profiles: []string{"usual", "strict"},
}

func TestParse(t *testing.T) {
	const text = `# a comment
rules:
  public-ip: &off { enabled: false }
  ECS.13:
    severity: critical
    parameters: {requiredTagKeys: [team, "7"], strict: true}
`
	no, critical := false, rules.Critical
	want := Config{Rules: map[string]Rule{
		"ECS.2":  {Enabled: &no},
		"ECS.13": {Severity: &critical, Parameters: map[string][]string{"requiredTagKeys": {"team", "7"}, "strict": {"true"}}},
	}}
	got, problems := Parse(source.NewFile("x.yaml", []byte(text)), known)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for _, empty := range []string{"", "# nothing\n", "rules: {}"} {
		if got, problems := Parse(source.NewFile("x.yaml", []byte(empty)), known); len(got.Rules)+len(problems) > 0 {
			t.Errorf("%q: got %v, %v", empty, got, problems)
		}
	}
}

// What names fewer rules goes first, wherever it stands.
func TestParseGroups(t *testing.T) {
	got, problems := Parse(source.NewFile("x.yaml", []byte(`rules:
  ECS.13: {severity: high}
  module: true
  all: {enabled: false, severity: low}
overrides:
  - paths: [a]
    rules: {all: false}
`)), known)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	yes, no, low, high := true, false, rules.Low, rules.High
	want := Config{
		Rules: map[string]Rule{
			"ECS.2":  {Enabled: &no, Severity: &low},
			"ECS.13": {Enabled: &yes, Severity: &high},
		},
		Overrides: []Override{{Paths: Paths{"a"}, Rules: map[string]Rule{"ECS.2": {Enabled: &no}, "ECS.13": {Enabled: &no}}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestParseIgnores(t *testing.T) {
	got, problems := Parse(source.NewFile("x.yaml", []byte(`ignores:
  - rules: [module, public-ip]
    paths: [./old/, "new/*.tf"]
    addresses: module.a.*
    reason: it is old
    until: 2027-03-31
`)), known)
	if len(problems) > 0 || len(got.Ignores) != 1 {
		t.Fatal(got, problems)
	}
	i := got.Ignores[0]
	i.Range = source.Range{}
	want := Ignore{
		Rules: []string{"ECS.13", "ECS.2"}, Paths: Paths{"old", "new/*.tf"}, Addresses: Addresses{"module.a.*"},
		Reason: "it is old", Until: "2027-03-31",
	}
	if diff := cmp.Diff(want, i); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestPatterns(t *testing.T) {
	for _, test := range []struct {
		pattern, name string
		want          bool
	}{
		{"old", "old/a/b.tf", true},
		{"old", "older/b.tf", false},
		{"**/old", "x/old/b.tf", true},
		{"*.tf", "a.tf", true},
		{"*.tf", "x/a.tf", false},
		{"**/*.tf", "a.tf", true},
		{"**", "x/a.tf", true},
	} {
		if got := (Paths{test.pattern}).Match(test.name); got != test.want {
			t.Errorf("path %s matches %s: %t", test.pattern, test.name, got)
		}
	}
	for _, test := range []struct {
		pattern, address string
		want             bool
	}{
		{"module.a.*", `module.a.aws_x.y["b"]`, true},
		{`aws_x.y["a"]`, `aws_x.y["a"]`, true},
		{`aws_x.y["*"]`, `aws_x.y["a/b"]`, true},
		{"aws_x.y", `aws_x.y["a"]`, false},
		{"*.y", "aws_x.y", true},
		{"a*a", "a", false},
		{"*a*b*", "xbxaxbx", true},
		{"*a*b*", "xbxax", false},
		{"*", "", true},
	} {
		if got := (Addresses{test.pattern}).Match(test.address); got != test.want {
			t.Errorf("address %s matches %s: %t", test.pattern, test.address, got)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"unknown key", "rule: {}", `x.yaml:1:1: unknown key "rule"; did you mean rules?`},
		{"unknown key, far off", "é: 1", `x.yaml:1:1: unknown key "é": use profile, rules, overrides, ignores, baseline, terraform, cloudformation`},
		{"unknown key of a rule", "rules:\n  ECS.2: {enable: 1}", `x.yaml:2:11: unknown key "enable"; did you mean enabled?`},
		{"unknown rule", "rules:\n  ECS.3: {}", `x.yaml:2:3: unknown rule "ECS.3"; did you mean ECS.2?`},
		{"unknown parameter", "rules: {ECS.13: {parameters: {requiredTagKey: a}}}", `x.yaml:1:31: rule ECS.13 has no parameter "requiredTagKey"; did you mean requiredTagKeys?`},
		{"no parameters at all", "rules: {ECS.2: {parameters: {a: b}}}", `x.yaml:1:30: rule ECS.2 has no parameter "a"`},
		{"parameter of another type", "rules: {ECS.13: {parameters: {strict: 2}}}", `x.yaml:1:31: parameter strict of rule ECS.13 must be true or false`},
		{"parameter that is no text", "rules: {ECS.13: {parameters: {requiredTagKeys: [{}]}}}", `x.yaml:1:49: a parameter is a text or a list of texts`},
		{"severity", "rules: {ECS.2: {severity: hi}}", `x.yaml:1:27: unknown severity "hi": use low, medium, high or critical`},
		{"enabled", "rules: {ECS.2: {enabled: 'true'}}", `x.yaml:1:26: enabled must be true or false`},
		{"not a mapping", "- a", `x.yaml:1:1: the configuration must be a mapping`},
		{"rules as a list", "rules: [a]", `x.yaml:1:8: rules must be a mapping`},
		{"twice", "rules: {}\nrules: {}", `x.yaml:2:1: "rules" stands here twice`},
		{"twice by other names", "rules:\n  ECS.2: {}\n  public-ip: {}", `x.yaml:3:3: rule ECS.2 stands here twice`},
		{"parameters of several rules", "rules: {all: {parameters: {strict: true}}}", `x.yaml:1:28: rule all has no parameter "strict"`},
		{"unknown profile", "profile: usul", `x.yaml:1:10: unknown profile "usul"; did you mean usual?: use usual, strict`},
		{"overrides as a mapping", "overrides: {}", `x.yaml:1:12: overrides must be a list`},
		{"override of nothing", "overrides: [{rules: {}}]", `x.yaml:1:13: an override needs paths: what it holds for`},
		{"broken pattern", "overrides: [{paths: 'a[', rules: {}}]", `x.yaml:1:21: "a[" is no pattern for paths`},
		{"ignore of nothing", "ignores: [{paths: a, reason: b}]", `x.yaml:1:11: an ignore needs rules: which of them it leaves out`},
		{"ignore everywhere", "ignores: [{rules: ECS.2, reason: b}]", `x.yaml:1:11: an ignore needs paths or addresses: to leave a rule out everywhere, turn it off under rules`},
		{"ignore without a reason", "ignores: [{rules: ECS.2, paths: b, reason: ' '}]", `x.yaml:1:11: an ignore needs a reason`},
		{"ignore until some time", "ignores: [{rules: ECS.2, paths: b, reason: c, until: soon}]", `x.yaml:1:54: until must be a date as 2006-01-02`},
		{"unknown key of an ignore", "ignores: [{rules: ECS.2, path: a, paths: b, reason: c}]", `x.yaml:1:26: unknown key "path"; did you mean paths?`},
		{"values of nothing", "terraform: {variables: [{paths: a}]}", `x.yaml:1:25: an entry of variables needs paths and files`},
		{"baseline as a list", "baseline: []", `x.yaml:1:11: baseline must be a text`},
		{"not YAML", "rules:\n\t- a", `x.yaml:2:1: not YAML: found character that cannot start any token`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, problems := Parse(source.NewFile("x.yaml", []byte(test.text)), known)
			if len(problems) != 1 || problems[0].Error() != test.want {
				t.Errorf("got %v, want %s", problems, test.want)
			}
		})
	}
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{"a/b", "c"} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	at := filepath.Join(root, "a", FileName)
	if err := os.WriteFile(at, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]string{"a/b": at, "a": at, "c": "", "": ""} {
		if got := Find(filepath.Join(root, dir), root); got != want {
			t.Errorf("Find(%q) = %q, want %q", dir, got, want)
		}
	}
}

func TestReadFile(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "dir")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"dir/file": "text", "dir/large": "12345", "outside": ""} {
		if err := os.WriteFile(filepath.Join(top, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{"link": "file", "out": "../outside"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	const size = 4
	for _, test := range []struct{ name, anywhere, in string }{
		{"file", `"text"`, `"text"`},
		{"link", `"text"`, `"text"`},
		{"none", "no such file or directory", "no such file or directory"},
		{".", "not a regular file", "not a regular file"},
		{"large", "larger than 0 MiB", "larger than 0 MiB"},
		{"out", `""`, "path escapes from parent"},
	} {
		show := func(b []byte, err error) string {
			if err != nil {
				return err.Error()
			}
			return strconv.Quote(string(b))
		}
		if got := show(ReadFile(filepath.Join(dir, test.name), size)); got != test.anywhere {
			t.Errorf("%s: got %s, want %s", test.name, got, test.anywhere)
		}
		if got := show(ReadFileIn(dir, test.name, size)); got != test.in {
			t.Errorf("%s in its folder: got %s, want %s", test.name, got, test.in)
		}
	}
}

func TestFindRule(t *testing.T) {
	t.Parallel()
	known := []*rules.Rule{{ID: "ECS.4", Slug: "privileged-container"}}
	for _, name := range []string{"ECS.4", "ecs.4", "privileged-container"} {
		if r, err := FindRule(name, known); err != nil || r != known[0] {
			t.Errorf("FindRule(%q) = %v, %v", name, r, err)
		}
	}
	if r, err := FindRule("ECS.6", known); err == nil {
		t.Errorf("FindRule finds %s for ECS.6", r.ID)
	}
}
