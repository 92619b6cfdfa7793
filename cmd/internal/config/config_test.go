package config

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

var known = []*rules.Rule{
	{ID: "ECS.2", Slug: "public-ip"},
	{ID: "ECS.13", Slug: "untagged-service", Params: []rules.Param{
		{Name: "requiredTagKeys"},
		{Name: "strict", Default: []string{"false"}},
	}},
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

func TestParseErrors(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"unknown key", "rule: {}", `x.yaml:1:1: unknown key "rule"; did you mean rules?`},
		{"unknown key, far off", "é: 1", `x.yaml:1:1: unknown key "é": use rules, cloudformation`},
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

func TestReadErrors(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]string{
		"none": "c: read configuration: no such file or directory",
		"":     "c: read configuration: not a regular file",
	} {
		if _, problems := Read(filepath.Join(dir, name), "c", known); len(problems) != 1 || problems[0].Error() != want {
			t.Errorf("%q: got %v, want %s", name, problems, want)
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
