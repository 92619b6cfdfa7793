package lint

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// writable offers a fix.
var writable = &rules.Rule{ID: "T.3", Severity: rules.High, Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
	for c := range rules.Each(p, &t.Containers) {
		p.When(c.ReadonlyRootFilesystem.Is(true).Not(), c.ReadonlyRootFilesystem, "container %s is writable", c.Name).
			Fix(rules.Set(c.ReadonlyRootFilesystem, true))
	}
})}

// fixes gives the fixes of all findings, one a line.
func fixes(r *Result) []string {
	var out []string
	for _, f := range r.Findings {
		for _, fix := range f.Fixes {
			for _, e := range fix.Edits {
				line := e.Range.File.Position(e.Range.Start).Line
				out = append(out, fmt.Sprintf("%s: %s:%d %q", fix.Message, e.Range.File.Name, line, e.NewText))
			}
		}
	}
	return out
}

func TestFixes(t *testing.T) {
	const locals = "locals {\n  c = {\n    name = \"c\"\n  }\n}\n"
	use := func(name, expression string) string {
		return fmt.Sprintf("resource \"aws_ecs_task_definition\" %q {\n  container_definitions = jsonencode(%s)\n}\n", name, expression)
	}
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"one for all instances", locals + use("a", "[local.c]") + use("b", "[local.c]"), []string{
			`Set readonlyRootFilesystem to true: main.tf:3 "\n    readonlyRootFilesystem = true"`,
		}},
		{"none that does not suit all instances", locals + use("a", "[local.c]") + use("b", "tolist([local.c])"), nil},
	} {
		r := run(t, map[string]string{"main.tf": test.text}, Options{Fixes: true, Rules: []*rules.Rule{writable}})
		if len(r.Findings) != 1 || len(r.Findings[0].Instances) != 2 {
			t.Errorf("%s: %v", test.name, describeAll(r.Findings))
		}
		if d := cmp.Diff(test.want, fixes(r)); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
	}
}

// A fix edits the file itself, not a symbolic link to it.
func TestFixBehindLink(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "a"), 0o755); err != nil {
		t.Fatal(err)
	}
	text := "resource \"aws_ecs_task_definition\" \"x\" {\n  container_definitions = jsonencode([{\n    name = \"c\"\n  }])\n}\n"
	if err := os.WriteFile(filepath.Join(dir, "common.tf"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../common.tf", filepath.Join(dir, "a", "common.tf")); err != nil {
		t.Fatal(err)
	}
	set, err := source.NewSet(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer set.Close() //nolint:errcheck // a test
	r, err := Run(context.Background(), set, []parsers.Input{{Name: "a/common.tf", Walked: true}}, Options{Fixes: true, Rules: []*rules.Rule{writable}, Jobs: 1})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{`Set readonlyRootFilesystem to true: common.tf:3 "\n    readonlyRootFilesystem = true"`}
	if d := cmp.Diff(want, fixes(r)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}
