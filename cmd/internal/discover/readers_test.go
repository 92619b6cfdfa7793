package discover

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/source"
)

func TestOf(t *testing.T) {
	dir := tree(t, map[string]string{
		"repo/.git/": "", "repo/a/main.tf": "", "repo/b/x.yaml": "", "repo/b/link.yaml": "->x.yaml", "repo/b/link.tf": "->../a/main.tf",
		"repo/b/gone.yaml": "->none", "repo/b/out.yaml": "->../../out.yaml", "repo/b/folder": "->../a", "out.yaml": "", "repo/linked": "->b",
	})
	for _, test := range []struct {
		name            string
		arguments       []string
		files, expected []string
	}{
		{"all", []string{"."}, []string{"a/main.tf", "b/x.yaml", "gone.tf"}, []string{"a/main.tf", "b/x.yaml", "gone.tf"}},
		{"below", []string{"a"}, []string{"a/main.tf", "b/x.yaml", "ab/x.yaml"}, []string{"a/main.tf"}},
		{"named", []string{"b/x.yaml"}, []string{"a/main.tf", "b/x.yaml"}, []string{"b/x.yaml"}},
		{"outside", []string{"."}, []string{"../out.yaml"}, nil},
		{"links", []string{"b"}, []string{"b/link.yaml", "b/link.tf", "b/gone.yaml", "b/out.yaml", "b/folder"}, []string{"b/x.yaml", "b/link.tf"}},
		{"through a link", []string{"b"}, []string{"linked/x.yaml"}, []string{"b/x.yaml"}},
	} {
		s, err := Locate(filepath.Join(dir, "repo"), test.arguments)
		if err != nil {
			t.Fatal(err)
		}
		var files []string
		for _, f := range test.files {
			files = append(files, filepath.Join(dir, "repo", f))
		}
		var got []string
		for _, p := range s.Of(files).Paths {
			got = append(got, s.Name(p))
		}
		if diff := cmp.Diff(test.expected, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", test.name, diff)
		}
	}
}

func TestReaders(t *testing.T) {
	dir := tree(t, map[string]string{
		".git/": "", ".gitignore": "*.out.yaml\n",
		"root.yaml":              "uses: svc/deep/task.json",
		"main.tf":                "",
		"svc/main.tf":            "",
		"svc/other.tf":           `x = file("deep/task.json")`,
		"svc/parent.yaml":        "TemplateURL: child.yaml",
		"svc/child.yaml":         "AWS::ECS::Cluster", // which is a template
		"svc/deep/task.json":     "{}",
		"svc/deep/computed.json": "{}",
		"svc/deep/x.tfvars":      "",
		"svc/x.out.yaml":         "deep/task.json",
		"far/main.tf":            `x = file("../shared/agent.json")` + "\n" + `y = "a b.json.tpl"`,
		"far/not.tf":             `"agent.jsonx" "xagent.json" "agent"`,
		"far/data.yaml":          "agent.json",
		"shared/agent.json":      "{}",
		"shared/a b.json.tpl":    "{}",
		"child/child.tf":         "child.yaml",
	})
	s, err := Locate(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		named string // with blanks between
		uses  []string
		want  []string
	}{
		{named: "svc/main.tf"},
		{named: "svc/deep/task.json", want: []string{"root.yaml", "svc/main.tf", "svc/other.tf"}},
		{named: "svc/deep/computed.json", want: []string{"svc/main.tf"}},
		{named: "svc/deep/x.tfvars", want: []string{"svc/main.tf"}},
		{named: "svc/deep/x.tfvars", uses: []string{"far/main.tf", "far/data.yaml"}, want: []string{"far/data.yaml", "far/main.tf", "svc/main.tf"}},
		{named: "svc/child.yaml", want: []string{"svc/main.tf", "svc/parent.yaml"}},
		{named: "svc/parent.yaml", want: []string{"svc/main.tf"}},
		{named: "shared/agent.json", want: []string{"far/main.tf", "main.tf"}},
		{named: "shared/agent.json far/main.tf", want: []string{"main.tf"}},
		{named: "shared/agent.json gone/x.txt", want: []string{"far/main.tf", "main.tf"}},
	} {
		set, err := source.NewSet(dir)
		if err != nil {
			t.Fatal(err)
		}
		var inputs []parsers.Input
		for name := range strings.FieldsSeq(test.named) {
			inputs = append(inputs, parsers.Input{Name: name, Named: true})
		}
		var uses func(string) bool
		if test.uses != nil {
			uses = func(name string) bool { return slices.Contains(test.uses, name) }
		}
		var got []string
		for _, in := range s.Readers(set, inputs, uses) {
			got = append(got, in.Name)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", test.named, diff)
		}
		if err := set.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A name with blanks is found by its longest part, and an editor's buffer is not
// looked for all over the repository.
func TestReadersFar(t *testing.T) {
	dir := tree(t, map[string]string{".git/": "", "far/main.tf": `file("a b.json.tpl")`, "shared/a b.json.tpl": "{}"})
	for _, buffer := range []bool{false, true} {
		s, err := Locate(dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		set, err := source.NewSet(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer set.Close() //nolint:errcheck // a test
		name := "shared/a b.json.tpl"
		if buffer {
			set.Overlay(name, []byte("{}"))
		}
		got := s.Readers(set, []parsers.Input{{Name: name, Named: true}}, nil)
		want := []parsers.Input{{Name: "far/main.tf"}}
		if buffer {
			want = nil
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("buffer %t: -want +got\n%s", buffer, diff)
		}
	}
}

func TestWord(t *testing.T) {
	for name, want := range map[string]string{
		"task.json": "task.json", "a b.json.tpl": "b.json.tpl", "x'y'zz": "zz", "é-ü.yaml": "é-ü.yaml", " ": "", "a\"b\"": "a", ".env": ".env",
	} {
		if got := word(name); got != want {
			t.Errorf("word(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestMentioned(t *testing.T) {
	wanted := map[string]bool{"task.json": true, "b": true, "é.json": true, strings.Repeat("x", 300): true, "": true}
	for text, want := range map[string][]string{
		"":                                   nil,
		"task.json":                          {"task.json"},
		`file("a/task.json")`:                {"task.json"},
		"xtask.json task.jsonx task.json.x":  nil,
		"${path}/task.json b":                {"task.json", "b"},
		"/é.json\n":                          {"é.json"},
		"'" + strings.Repeat("x", 300) + "'": {strings.Repeat("x", 300)},
		strings.Repeat("x", 44):              nil, // as long, modulo 256
	} {
		if diff := cmp.Diff(want, mentioned([]byte(text), wanted)); diff != "" {
			t.Error(fmt.Sprintf("%.40q", text), diff)
		}
	}
}
