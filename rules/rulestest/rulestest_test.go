package rulestest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

// recorder is a test that may fail.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	message, _, _ := strings.Cut(fmt.Sprintf(format, args...), "\n")
	r.errors = append(r.errors, message)
}

// rule fails for privileged containers, but where there is no network.
var rule = &rules.Rule{
	ID:     "TEST.1",
	Params: []rules.Param{{Name: "only", Default: []string{"true"}}},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.NetworkMode.Is("none").Not(), t.NetworkMode) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.Privileged.Is(p.Bool("only")), c.Privileged, "%s is privileged", c)
		}
	}),
}

// complaints gives what the harness says of files.
func complaints(t *testing.T, files map[string]string) []string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := &recorder{TB: t}
	Load(r, dir).Check(r, rule)
	for i, e := range r.errors {
		r.errors[i] = strings.TrimPrefix(e, dir+string(filepath.Separator))
	}
	return r.errors
}

// template is a template with one container.
func template(lines ...string) string {
	return "Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n" +
		"        - Name: web\n" + strings.Join(lines, "\n") + "\n"
}

const taskDefinition = `{ "family": "web", "containerDefinitions": [{ "name": "web", "image": "web", "privileged": true }] }`

func TestCheck(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"met", map[string]string{"a.yaml": template("          Privileged: true # want TEST.1 `true`")}, nil},
		{"met by the line above", map[string]string{"a.yaml": template("          # want TEST.1 `true`", "", "          # Why so.", "          Privileged: true")}, nil},
		{"met in one line with others", map[string]string{
			"a.yaml": template("          Privileged: true # want TEST.1 `true`, TEST.1"),
		}, []string{"a.yaml:7: missing: TEST.1"}},
		{"missing", map[string]string{"a.yaml": template("          Privileged: false # want TEST.1")}, []string{"a.yaml:7: missing: TEST.1"}},
		{"unexpected", map[string]string{"a.yaml": template("          Privileged: true")}, []string{"a.yaml:7: unexpected: TEST.1 `true` in column 23"}},
		{"in another line", map[string]string{"a.yaml": template("          Privileged: true", "          Image: web # want TEST.1")}, []string{
			"a.yaml:8: missing: TEST.1", "a.yaml:7: unexpected: TEST.1 `true` in column 23",
		}},
		{"another text", map[string]string{"a.yaml": template("          Privileged: true # want TEST.1 `Privileged: true`")}, []string{
			"a.yaml:7: missing: TEST.1 `Privileged: true`", "a.yaml:7: unexpected: TEST.1 `true` in column 23",
		}},
		{"undecided", map[string]string{"a.yaml": template("          Privileged: !ImportValue x # want? TEST.1")}, nil},
		{"undecided, not certain", map[string]string{"a.yaml": template("          Privileged: !ImportValue x # want TEST.1 `!ImportValue x`")}, []string{
			"a.yaml:7: missing: TEST.1 `!ImportValue x`", "a.yaml:7: unexpected: TEST.1? `!ImportValue x` in column 23",
		}},
		{"certain, not undecided", map[string]string{"a.yaml": template("          Privileged: true # want? TEST.1")}, []string{
			"a.yaml:7: missing: TEST.1?", "a.yaml:7: unexpected: TEST.1 `true` in column 23",
		}},
		{"not applicable", map[string]string{"a.yaml": strings.Replace(template("          Privileged: true"), "  Task:", "  Task: # want- TEST.1 `Task`", 1) +
			"      NetworkMode: none\n"}, nil},
		{"not applicable, unexpected", map[string]string{"a.yaml": template("          Privileged: true") + "      NetworkMode: none\n"}, []string{
			"a.yaml:2: unexpected: TEST.1- `Task` in column 3",
		}},
		{"applicable", map[string]string{"a.yaml": strings.Replace(template("          Privileged: false"), "  Task:", "  Task: # want- TEST.1", 1)}, []string{
			"a.yaml:2: missing: TEST.1-",
		}},
		{"of another rule", map[string]string{"a.yaml": template("          Privileged: false # want TEST.2")}, []string{"a.yaml:7: TEST.2 is expected in the folder of TEST.1"}},
		{"not an ID", map[string]string{"a.yaml": template("          Privileged: false # want it")}, []string{`a.yaml:7: cannot read "# want it"`}},
		{"behind the end", map[string]string{"a.yaml": template("          Privileged: false", "# want TEST.1")}, []string{"a.yaml: a finding is expected behind the last line of code"}},
		{"listed beside the file", map[string]string{"a.json": taskDefinition, "a.json.want": "1:92 TEST.1 `true`\n"}, nil},
		{"listed in another column", map[string]string{"a.json": taskDefinition, "a.json.want": "1:91 TEST.1\n"}, []string{
			"a.json:1: missing: TEST.1 in column 91", "a.json:1: unexpected: TEST.1 `true` in column 92",
		}},
		{"listed wrongly", map[string]string{"a.json": taskDefinition, "a.json.want": "1:92 TEST.1\nTEST.1\n"}, []string{`a.json.want:2: cannot read "TEST.1\n"`}},
		{"list without a file", map[string]string{"b.json.want": "1:92 TEST.1\n"}, []string{"b.json.want: belongs to no fixture"}},
		{"file without meaning", map[string]string{"notes.txt": "?"}, []string{"notes.txt: belongs to no fixture"}},
		{"parameters", map[string]string{"a/a.json": taskDefinition, "a/params.json": `{"only": ["false"]}`}, nil},
		{"instances at one place", map[string]string{"a/main.tf": `
			resource "aws_ecs_task_definition" "x" {
				count                 = 2
				container_definitions = jsonencode([{ name = "web", privileged = true }]) // want TEST.1
			}`}, nil},
		{"broken file", map[string]string{"a.yaml": template("          Privileged: [")}, []string{"?"}},
	} {
		got := complaints(t, test.files)
		if len(test.want) == 1 && test.want[0] == "?" {
			if len(got) == 0 {
				t.Errorf("%s: no complaint", test.name)
			}
			continue
		}
		if d := cmp.Diff(test.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
	}
}

func TestSubject(t *testing.T) {
	for address, want := range map[string]string{
		"module.svc[\"a.b\"].aws_ecs_service.web_api[0]": "webapi",
		"aws_ecs_service.web_api[\"x.y\"]":               "webapi",
		"WebApi":                                         "webapi",
		"web-api.taskdef.json":                           "webapi",
		"dir/web-api.taskdef.json":                       "webapi",
	} {
		if got := Subject(&rules.Judgement{Entity: &model.Cluster{Resource: model.Resource{Address: address}}}); got != want {
			t.Errorf("Subject(%s) is %s, want %s", address, got, want)
		}
	}
}
