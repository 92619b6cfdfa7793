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

	"github.com/ecslint/ecslint/rules/catalog"
)

var update = flag.Bool("update", false, "write the documentation anew")

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
		"// examples are the fixtures avoid and prefer of each rule, by ID.\nvar examples = map[string]Example{\n")
	for _, r := range catalog.All() {
		fmt.Fprintf(&b, "%q: {\nAvoid: %s,\nPrefer: %s,\n},\n", r.ID, example(t, r.Slug, "avoid"), example(t, r.Slug, "prefer"))
	}
	b.WriteString("}\n")
	out, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var wanted = regexp.MustCompile(`(?m)[ \t]*# want[?-]? .*$`)

// example gives a fixture without its expectations, as a Go string.
func example(t *testing.T, slug, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(fixtures, slug, name, "main.tf"))
	if err != nil {
		t.Fatal(err)
	}
	text := wanted.ReplaceAllString(string(b), "")
	if strings.Contains(text, "`") {
		t.Fatalf("fixtures/%s/%s: a raw string cannot hold a backquote", slug, name)
	}
	return "`" + text + "`"
}
