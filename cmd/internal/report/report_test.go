package report

import (
	"bytes"
	"maps"
	"testing"
	"time"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/parserstest"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules/catalog"
)

// A format shows fixes if, and only if, it is among those that they are made for.
func TestFixesAreMadeForFormatsThatShowThem(t *testing.T) {
	today := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	shown := func(name string, fixes bool) []byte {
		files := maps.Collect(parserstest.Terraform(1))
		result, err := lint.Run(t.Context(), source.NewMemory(files), []parsers.Input{{Name: "terraform/s00001/main.tf", Walked: true}}, lint.Options{
			Rules: catalog.All(), Known: catalog.All(), Judgements: true, Fixes: fixes, Jobs: 1, Today: today,
		})
		if err != nil || len(result.Findings) == 0 {
			t.Fatal("no findings", err)
		}
		var b bytes.Buffer
		if err := Formats[name](&b, &Run{Result: result, Version: "1.2.3", Status: 1, Today: today}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for _, name := range Names() {
		if differ := !bytes.Equal(shown(name, true), shown(name, false)); differ != Fixes(name) {
			t.Errorf("%s: fixes are shown: %t, made: %t", name, differ, Fixes(name))
		}
	}
}
