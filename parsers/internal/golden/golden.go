// Package golden is the harness of the parsers' fixtures: archives of inputs,
// each with all that is understood of it.
package golden

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

var update = flag.Bool("update", false, "rewrite the wanted outputs of the fixtures; read them before you keep them")

// Load reads one input. The options are the lines of the archive's comment that
// start with "--".
type Load func(set *source.Set, f *source.File, options []string) (*model.Model, []source.Problem)

// Archives gives the archives of a folder by name.
func Archives(t testing.TB, dir string) map[string]*txtar.Archive {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s has no archives: %v", dir, err)
	}
	out := map[string]*txtar.Archive{}
	for _, p := range paths {
		a, err := txtar.ParseFile(p)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(p), ".txtar")] = a
	}
	return out
}

// Test loads every file of every archive in dir that has a companion of the same
// name and ".want", and compares what is understood of it with the companion.
func Test(t *testing.T, dir string, load Load) {
	t.Helper()
	for name, a := range Archives(t, dir) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if test(t, a, load) && *update {
				if err := os.WriteFile(filepath.Join(dir, name+".txtar"), txtar.Format(a), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func test(t *testing.T, a *txtar.Archive, load Load) (changed bool) {
	t.Helper()
	files := map[string]string{}
	for _, f := range a.Files {
		files[f.Name] = string(f.Data)
	}
	var options []string
	for line := range strings.Lines(string(a.Comment)) {
		if strings.HasPrefix(line, "--") {
			options = append(options, strings.TrimRight(line, "\n"))
		}
	}
	set := source.NewMemory(files)
	for i, want := range a.Files {
		name, ok := strings.CutSuffix(want.Name, ".want")
		if !ok {
			continue
		}
		f, err := set.Read(name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		m, problems := load(set, f, options)
		got := Render(f, m, problems)
		if diff := cmp.Diff(string(want.Data), got); diff != "" {
			changed = true
			a.Files[i].Data = []byte(got)
			if !*update {
				t.Errorf("%s (-want +got):\n%s", want.Name, diff)
			}
		}
	}
	return changed
}

// Render shows what is understood of f: each resource with its properties, one
// value a line, with its place and the way from there. The parts of a text
// stand below it, each with its own place. A place in another file than f has
// its name.
func Render(f *source.File, m *model.Model, problems []source.Problem) string {
	r := renderer{file: f}
	if m != nil {
		for _, in := range m.Inputs() {
			r.line("%s %s @ %s", in.Address, in.Type, r.place(in.Header))
			if in.Condition != "" {
				r.line("  if %s", in.Condition)
			}
			if !in.Creation.IsZero() {
				r.line("  made by %s", r.place(in.Creation))
			}
			r.value("  ", "", in.Value)
		}
	}
	for _, p := range problems {
		r.line("%s: %s @ %s", p.Level, p.Message, r.place(p.Range))
	}
	return r.String()
}

type renderer struct {
	strings.Builder
	file *source.File
}

func (r *renderer) line(format string, args ...any) {
	r.WriteString(fmt.Sprintf(format, args...) + "\n")
}

func (r *renderer) value(indent, name string, v *value.Value) {
	at := " @ " + r.place(v.Range()) + r.way(v)
	if structure, ok := v.Encoded(); ok {
		r.line("%s%s = JSON%s", indent, name, at)
		r.value(indent+"  ", name, structure)
		return
	}
	switch v.Kind() {
	case value.Map:
		if v.Len() == 0 && !v.Open() {
			r.line("%s%s = {}%s", indent, name, at)
		}
		for f := range v.Written() {
			r.value(indent, strings.TrimPrefix(name+"."+f.Key, "."), f.Value)
		}
		if v.Open() {
			r.line("%s%s{} may have more%s", indent, name, at)
		}
	case value.List:
		if v.Len() == 0 && !v.Open() {
			r.line("%s%s = []%s", indent, name, at)
		}
		for i, e := range v.Elems() {
			r.value(indent, fmt.Sprintf("%s[%d]", name, i), e)
		}
		if v.Open() {
			r.line("%s%s[] may have more%s", indent, name, at)
		}
	case value.Either:
		r.line("%s%s = either, as %s%s", indent, name, v.Reason(), at)
		for i, a := range v.Alternatives() {
			r.value(indent+"  ", fmt.Sprintf("%s|%d", name, i), a)
		}
	case value.String, value.Text:
		r.line("%s%s = %s%s", indent, name, v, at)
		if segs := v.Segments(); len(segs) > 1 {
			for _, s := range segs {
				r.line("%s  %s @ %s", indent, quote(v.Content()[s.Off:s.Off+s.Len]), r.place(v.Place(s.Off, s.Off+s.Len)))
			}
		}
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number:
		var links strings.Builder
		for _, l := range v.Links() {
			links.WriteString(" -> " + l.Address + "." + l.Attr)
		}
		r.line("%s%s = %s%s%s", indent, name, v, links.String(), at)
	}
}

// quote shows a part of a text with "◌" for what is unknown.
func quote(s string) string {
	return strings.ReplaceAll(value.NewString(source.Range{}, s).String(), `\xff`, "◌")
}

func (r *renderer) way(v *value.Value) string {
	steps := v.Trail()
	if len(steps) == 0 {
		return ""
	}
	names := make([]string, len(steps))
	for i, s := range steps {
		start, _ := s.Range.Positions()
		names[i] = fmt.Sprintf("%s (%s%d:%d)", s, r.name(s.Range), start.Line, start.Rune)
	}
	return " via " + strings.Join(names, ", ")
}

func (r *renderer) place(at source.Range) string {
	if at.IsZero() {
		return "nowhere"
	}
	start, end := at.Positions()
	return fmt.Sprintf("%s%d:%d-%d:%d", r.name(at), start.Line, start.Rune, end.Line, end.Rune)
}

func (r *renderer) name(at source.Range) string {
	if at.File == r.file || at.File == nil {
		return ""
	}
	return at.File.Name + ":"
}

// CheckPlaces reports places of a model and of problems that are not places.
func CheckPlaces(t testing.TB, m *model.Model, problems []source.Problem) {
	t.Helper()
	check := func(what string, r source.Range) {
		if r.File != nil && (r.Start < 0 || r.Start > r.End || r.End > len(r.File.Bytes)) {
			t.Errorf("%s: bytes %d to %d of %s, which has %d", what, r.Start, r.End, r.File.Name, len(r.File.Bytes))
		}
	}
	for _, p := range problems {
		check(p.Message, p.Range)
	}
	if m == nil {
		return
	}
	var walk func(v *value.Value)
	walk = func(v *value.Value) {
		check(v.Kind().String(), v.Range())
		for _, s := range v.Trail() {
			check(s.String(), s.Range)
		}
		for _, s := range v.Segments() {
			check("segment", v.Place(s.Off, s.Off+s.Len))
		}
		for f := range v.Written() {
			check(f.Key, f.Range)
			walk(f.Value)
		}
		for _, e := range v.Elems() {
			walk(e)
		}
		if v.Kind() == value.Either {
			for _, a := range v.Alternatives() {
				walk(a)
			}
		}
	}
	for _, in := range m.Inputs() {
		check(in.Address, in.Header)
		walk(in.Value)
	}
}

// Corpus goes over the files below the folder that ECSLINT_CORPUS names, which
// are configuration that nobody here wrote; without it the test is skipped. Each
// folder below it is the root of one file set.
func Corpus(t *testing.T, visit func(set *source.Set, f *source.File)) {
	t.Helper()
	dir := os.Getenv("ECSLINT_CORPUS")
	if dir == "" {
		t.Skip("ECSLINT_CORPUS names no folder")
	}
	roots, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range roots {
		set, err := source.NewSet(filepath.Join(dir, root.Name()))
		if err != nil {
			continue // a file beside the folders
		}
		err = filepath.WalkDir(set.Dir(), func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case e.IsDir() && e.Name() == ".git":
				return filepath.SkipDir
			case !e.Type().IsRegular() || !data[filepath.Ext(path)]:
				return nil
			}
			f, err := set.Read(path)
			if err != nil {
				t.Logf("%s: %v", path, err)
				return nil
			}
			visit(set, f)
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		if err := set.Close(); err != nil {
			t.Error(err)
		}
	}
}

// data are the extensions of files that may be templates or task definitions.
var data = map[string]bool{".json": true, ".yaml": true, ".yml": true, ".template": true}
