package report

import (
	"io"
	"maps"
	"testing"
	"time"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/parserstest"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules/catalog"
)

// BenchmarkFormats writes a report on 50 services in each format.
func BenchmarkFormats(b *testing.B) {
	files := maps.Collect(parserstest.Monorepo(50))
	today := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, name := range Names() {
		b.Run(name, func(b *testing.B) {
			shown := DetailsOf(name)
			result, err := lint.Run(b.Context(), source.NewMemory(files), inputsOf(files), lint.Options{
				Rules: catalog.All(), Known: catalog.All(), Everything: true, Jobs: 1, Today: today,
				Judgements: shown.Judgements, Fixes: shown.Fixes, Keys: shown.Keys,
			})
			if err != nil || len(result.Findings) == 0 {
				b.Fatal("no findings", err)
			}
			run := &Run{Result: result, Version: "1.2.3", Status: 1, Today: today}
			b.ReportAllocs()
			for b.Loop() {
				if err := Formats[name](io.Discard, run); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
