package lint

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/parserstest"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules/catalog"
)

// BenchmarkRun lints a repository of 200 services with all rules, one root after
// the other.
func BenchmarkRun(b *testing.B) {
	files := maps.Collect(parserstest.Monorepo(200))
	var inputs []parsers.Input
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if parsers.Candidate(name) {
			inputs = append(inputs, parsers.Input{Name: name, Walked: true})
		}
	}
	o := Options{
		Rules: catalog.All(), Known: catalog.All(), Everything: true, Jobs: 1,
		Today: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
	}
	b.ReportAllocs()
	for b.Loop() {
		r, err := Run(b.Context(), source.NewMemory(files), inputs, o)
		if err != nil {
			b.Fatal(err)
		}
		if len(r.Findings) == 0 || len(r.Problems) > 0 || len(r.Defects) > 0 {
			b.Fatal(len(r.Findings), "findings, problems:", r.Problems, "defects:", r.Defects)
		}
	}
}
