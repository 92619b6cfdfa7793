package rules_test

import (
	"maps"
	"testing"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/parserstest"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

// BenchmarkJudge has all rules judge a model: one of a service, and one of many
// that share a cluster.
func BenchmarkJudge(b *testing.B) {
	for _, bench := range []struct {
		name  string
		files parserstest.Files
	}{
		{"service", parserstest.Terraform(1)},
		{"fleet", parserstest.Fleet(200)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			m := load(b, maps.Collect(bench.files))
			options := rules.Options{Params: rules.Params{}.Everywhere(), Fixes: true}
			b.ReportAllocs()
			for b.Loop() {
				failed := 0
				defects := rules.Judge(b.Context(), m, catalog.All(), options, func(j *rules.Judgement) { failed += len(j.Findings) })
				if failed == 0 || len(defects) > 0 {
					b.Fatal(failed, "findings, defects:", defects)
				}
			}
		})
	}
}

// load gives the model of the one root module among files.
func load(b *testing.B, files map[string]string) *model.Model {
	b.Helper()
	var inputs []parsers.Input
	for name := range files {
		inputs = append(inputs, parsers.Input{Name: name, Walked: true})
	}
	units, problems := parsers.Units(source.NewMemory(files), inputs, parsers.Options{})
	if len(units) != 1 || len(problems) > 0 {
		b.Fatal(len(units), "units, problems:", problems)
	}
	m, problems := units[0].Load(b.Context())
	if m == nil || len(problems) > 0 {
		b.Fatal(problems)
	}
	return m
}
