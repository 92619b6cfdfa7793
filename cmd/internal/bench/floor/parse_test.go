package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFixtures(t *testing.T) {
	fixtures := filepath.Join("..", "..", "..", "..", "fixtures")
	demo, err := find([]string{filepath.Join(fixtures, "demo")})
	if err != nil {
		t.Fatal(err)
	}
	if got := parseAll(demo, 2); got.files != 5 || got.bytes < 1000 || got.failed != 0 {
		t.Errorf("demo: %+v", got)
	}
	// Folders of rules. Their JSON may have the placeholders of deployment tools.
	rules, err := filepath.Glob(filepath.Join(fixtures, "[a-z]*"))
	if err != nil {
		t.Fatal(err)
	}
	names, err := find(rules)
	if err != nil {
		t.Fatal(err)
	}
	names = slices.DeleteFunc(names, func(name string) bool { return filepath.Ext(name) == ".json" })
	if len(names) < 500 {
		t.Errorf("%d files of rules", len(names))
	}
	for _, name := range names {
		if got := parseAll([]string{name}, 1); got.failed != 0 {
			t.Errorf("%s is not parsed", name)
		}
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a/main.tf":     `locals { a = 1 }`,
		"a/broken.tf":   `locals {`,
		"a/x.tfvars":    `a = 1`,
		"two.yaml":      "a: !Ref b\n---\nc: d\n",
		"broken.yml":    "a: b\n---\n[",
		"x.json":        `{"a": 1}`,
		"broken.json":   `{"a": }`,
		"README.md":     "",
		".git/x.json":   `{`,
		"a/.git/x.json": `{`,
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	names, err := find([]string{filepath.Join(dir, "a"), filepath.Join(dir, "two.yaml")})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"a/broken.tf", "a/main.tf", "a/x.tfvars", "two.yaml"}
	for i, name := range names {
		names[i], err = filepath.Rel(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		names[i] = filepath.ToSlash(names[i])
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	all, err := find([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(total{files: 7, bytes: 73, failed: 3}, parseAll(all, 3), cmp.AllowUnexported(total{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if _, err := find([]string{filepath.Join(dir, "missing")}); err == nil {
		t.Error("a missing folder is no error")
	}
}
