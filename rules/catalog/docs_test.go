package catalog_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

var update = flag.Bool("update", false, "write the documentation, and what fixes change, anew")

// TestDocsCurrent compares the generated files with what they are generated from.
// "go generate ./rules/..." runs its parts one after the other with -update, as
// the manual shows examples that are compiled in.
func TestDocsCurrent(t *testing.T) {
	t.Run("examples", func(t *testing.T) { current(t, "examples.go", examples(t)) })
	t.Run("manual", func(t *testing.T) { current(t, filepath.Join("..", "README.md"), []byte(catalog.Manual())) })
}

func current(t *testing.T, name string, want []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not current; run go generate ./rules/... (-want +got):\n%s", name, cmp.Diff(string(want), string(got)))
	}
}

// examples renders examples.go from the fixtures avoid and prefer of each rule.
func examples(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("// Code generated from fixtures by go generate ./rules/...; DO NOT EDIT.\n\npackage catalog\n\n" +
		"// examples are the fixtures avoid and prefer of each rule, by rule and format.\nvar examples = []Example{\n")
	for _, r := range catalog.All() {
		for _, f := range []struct{ name, files string }{
			{"Terraform", "main.tf"}, {"CloudFormation", "template.yaml"}, {"TaskDefinition", "*.taskdef.json"},
		} {
			avoid, ok := example(t, r.Slug, "avoid", f.files)
			prefer, both := example(t, r.Slug, "prefer", f.files)
			if ok != both {
				t.Errorf("fixtures/%s: %s is in one of avoid and prefer", r.Slug, f.files)
			}
			if ok && both {
				fmt.Fprintf(&b, "{%q, %s, %s, %s},\n", r.ID, f.name, avoid, prefer)
			}
		}
	}
	b.WriteString("}\n")
	out, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var wanted = regexp.MustCompile(`(?m)[ \t]*# want[?-]? .*$`)

// example gives a fixture without its expectations, as a Go string. It need not be
// there.
func example(t *testing.T, slug, name, files string) (text string, ok bool) {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(fixtures, slug, name, files))
	if err != nil || len(found) > 1 {
		t.Fatalf("fixtures/%s/%s: one example in each format: %v %v", slug, name, found, err)
	}
	if len(found) == 0 {
		return "", false
	}
	b, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	text = wanted.ReplaceAllString(string(b), "")
	if strings.Contains(text, "`") {
		t.Fatalf("%s: a raw string cannot hold a backquote", found[0])
	}
	return "`" + text + "`", true
}

// TestPageFormats looks at which examples a page has.
func TestPageFormats(t *testing.T) {
	byID := map[string]*rules.Rule{}
	for _, r := range catalog.All() {
		byID[r.ID] = r
	}
	for _, test := range []struct {
		rule    string
		formats []catalog.Format
		want    []string // in this order
	}{
		{"ECS.4", nil, []string{"**Avoid**", "```hcl", "**Prefer**", "```hcl"}},
		{"ECS.4", []catalog.Format{catalog.CloudFormation}, []string{"**Avoid**", "```yaml", "**Prefer**", "```yaml"}},
		{"ECS.4", []catalog.Format{catalog.TaskDefinition, catalog.Terraform}, []string{
			"**Avoid (Terraform)**", "```hcl", "**Prefer (Terraform)**", "```hcl",
			"**Avoid (task definition)**", "```json", "**Prefer (task definition)**", "```json",
		}},
		// No task definition file holds a service.
		{"ECS.2", []catalog.Format{catalog.TaskDefinition}, []string{"**Avoid**", "```hcl", "**Prefer**", "```hcl"}},
	} {
		got := regexp.MustCompile("(?m)^(\\*\\*(Avoid|Prefer).*|```[a-z]+)$").FindAllString(catalog.Page(byID[test.rule], test.formats...), -1)
		if d := cmp.Diff(test.want, got); d != "" {
			t.Errorf("%s in %v (-want +got):\n%s", test.rule, test.formats, d)
		}
	}
}
