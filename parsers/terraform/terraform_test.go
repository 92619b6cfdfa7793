package terraform

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

var update = flag.Bool("update", false, "rewrite the expected values of the fixtures")

// TestFixtures evaluates the module in each archive and compares every leaf of
// every resource, with its place and its way, with the file "want".
func TestFixtures(t *testing.T) {
	names, err := filepath.Glob("../../fixtures/_terraform/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			want := -1
			var opts Options
			for i, f := range archive.Files {
				if f.Name == "want" {
					want = i
					continue
				}
				if strings.HasPrefix(f.Name, "given/") {
					opts.Settings = append(opts.Settings, Setting{File: f.Name})
				}
				files[f.Name] = string(f.Data)
			}
			got := rendered(files, opts)
			if want < 0 {
				archive.Files = append(archive.Files, txtar.File{Name: "want"})
				want = len(archive.Files) - 1
			}
			if *update {
				archive.Files[want].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(archive.Files[want].Data), got); d != "" {
				t.Errorf("values (-want +got):\n%s", d)
			}
		})
	}
}

// rendered shows every resource and problem of the root module in memory.
func rendered(files map[string]string, opts Options) string {
	m, problems := NewLoader(source.NewMemory(files), opts).Load(context.Background(), ".")
	var b strings.Builder
	for _, in := range m.Inputs() {
		b.WriteString(in.Address)
		if in.Condition != "" {
			b.WriteString(" if " + in.Condition)
		}
		b.WriteString("\n")
		leaves(&b, "", in.Value)
	}
	for _, p := range problems {
		fmt.Fprintf(&b, "%s: %s\n", p.Level, p.Error())
	}
	return b.String()
}

func leaves(b *strings.Builder, path string, v *value.Value) {
	switch v.Kind() {
	case value.Map:
		for f := range v.Fields() {
			leaves(b, strings.TrimPrefix(path+"."+f.Key, "."), f.Value)
		}
		if v.Open() {
			fmt.Fprintf(b, "  %s.…\n", path)
		}
		return
	case value.List:
		for i, e := range v.Elems() {
			leaves(b, fmt.Sprintf("%s[%d]", path, i), e)
		}
		if v.Open() {
			fmt.Fprintf(b, "  %s[…]\n", path)
		}
		return
	case value.Either:
		for i, a := range v.Alternatives() {
			leaves(b, fmt.Sprintf("%s|%d", path, i), a)
		}
		return
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text:
	}
	fmt.Fprintf(b, "  %s = %s @%s", path, v, place(v.Range()))
	for _, s := range v.Trail() {
		fmt.Fprintf(b, " <- %s %s", s, place(s.Range))
	}
	b.WriteString("\n")
}

func place(r source.Range) string {
	if r.IsZero() {
		return "nowhere"
	}
	start, end := r.Positions()
	if start.Line == end.Line {
		return fmt.Sprintf("%s:%d:%d-%d", r.File.Name, start.Line, start.Rune, end.Rune)
	}
	return fmt.Sprintf("%s:%d:%d-%d:%d", r.File.Name, start.Line, start.Rune, end.Line, end.Rune)
}
