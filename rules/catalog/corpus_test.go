package catalog_test

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
	"github.com/ecslint/ecslint/rules/rulestest"
)

// TestFixesOfCorpus applies the fix of each finding in the repositories below the
// folder that ECSLINT_CORPUS names, one at a time.
func TestFixesOfCorpus(t *testing.T) {
	dir := os.Getenv("ECSLINT_CORPUS")
	if dir == "" {
		t.Skip("ECSLINT_CORPUS names no folder")
	}
	repositories, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	type count struct{ findings, fixed, faulty int }
	counts := map[string]*count{}
	for _, r := range catalog.All() {
		counts[r.ID] = &count{}
	}
	for _, repository := range repositories {
		root := filepath.Join(dir, repository.Name())
		for _, u := range units(t, root) {
			for _, m := range u.Mend(t) {
				c := counts[m.Finding.Rule.ID]
				c.findings++
				if m.Change == "" {
					continue
				}
				c.fixed++
				if len(m.Faults) > 0 {
					c.faulty++
					f := m.Finding.Range.File
					t.Errorf("%s/%s:%d %s:\n%s\n%s", repository.Name(), f.Name, f.Position(m.Finding.Range.Start).Line,
						m.Finding.Rule.ID, strings.Join(m.Faults, "\n"), m.Change)
				}
			}
		}
	}
	for _, r := range catalog.All() {
		if c := counts[r.ID]; c.fixed > 0 {
			t.Logf("%s: %d findings, %d with a fix, %d of these faulty", r.ID, c.findings, c.fixed, c.faulty)
		}
	}
}

// units gives the units of a repository, each with the inputs that lead to it.
func units(t *testing.T, root string) []rulestest.Unit {
	t.Helper()
	set, err := source.NewSet(root)
	if err != nil {
		return nil // a file beside the folders
	}
	defer set.Close() //nolint:errcheck // nothing was written
	byUnit := map[string][]parsers.Input{}
	var inputs []parsers.Input
	err = fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir() && d.Name() == ".git":
			return fs.SkipDir
		case !d.Type().IsRegular() || !parsers.Candidate(name):
			return nil
		}
		in := parsers.Input{Name: name, Walked: true}
		inputs = append(inputs, in)
		if parsers.OfModule(name) {
			name = path.Dir(name)
		}
		byUnit[name] = append(byUnit[name], in)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	all, _ := parsers.Units(set, inputs, parsers.Options{})
	var out []rulestest.Unit
	for _, u := range all {
		m, _ := u.Load(t.Context())
		if m == nil {
			continue
		}
		judgements, _ := rulestest.Judge(m, catalog.All(), nil)
		if !slices.ContainsFunc(judgements, func(j *rules.Judgement) bool { return len(j.Findings) > 0 }) {
			continue
		}
		out = append(out, rulestest.Unit{Dir: root, Name: u.Name, Inputs: byUnit[u.Name], Rules: catalog.All()})
	}
	return out
}
