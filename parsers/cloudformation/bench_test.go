package cloudformation_test

import (
	"testing"

	"github.com/ecslint/ecslint/parsers/cloudformation"
	"github.com/ecslint/ecslint/parsers/parserstest"
	"github.com/ecslint/ecslint/parsers/source"
)

// BenchmarkLoad parses and evaluates a template.
func BenchmarkLoad(b *testing.B) {
	for _, bench := range []struct {
		name, text string
		resources  int
	}{
		{"service", parserstest.Template(1), 6},
		{"large", parserstest.LargeTemplate(100), 100},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.text)))
			b.ReportAllocs()
			for b.Loop() {
				set := source.NewMemory(nil)
				m, problems := cloudformation.Load(b.Context(), set, source.NewFile("template.yaml", []byte(bench.text)), cloudformation.Options{})
				resources := 0
				for range m.Resources() {
					resources++
				}
				if resources != bench.resources || len(problems) > 0 {
					b.Fatal(resources, "resources, problems:", problems)
				}
			}
		})
	}
}
