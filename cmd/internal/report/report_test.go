package report

import (
	"bytes"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/parserstest"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules/catalog"
)

// inputsOf gives the files that can be inputs, as if a folder was walked.
func inputsOf(files map[string]string) []parsers.Input {
	var out []parsers.Input
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if parsers.Candidate(name) {
			out = append(out, parsers.Input{Name: name, Walked: true})
		}
	}
	return out
}

// A format shows details if, and only if, they are made for it.
func TestDetailsAreMadeForFormatsThatShowThem(t *testing.T) {
	today := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	shown := func(name string, d Details) []byte {
		files := maps.Collect(parserstest.Monorepo(2))
		result, err := lint.Run(t.Context(), source.NewMemory(files), inputsOf(files), lint.Options{
			Rules: catalog.All(), Known: catalog.All(), Jobs: 1, Today: today,
			Judgements: d.Judgements, Fixes: d.Fixes, Keys: d.Keys,
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
		all := shown(name, Details{Judgements: true, Fixes: true, Keys: true})
		lacks := func(d Details) bool { return !bytes.Equal(shown(name, d), all) }
		got := Details{
			Judgements: lacks(Details{Fixes: true, Keys: true}),
			Fixes:      lacks(Details{Judgements: true, Keys: true}),
			Keys:       lacks(Details{Judgements: true, Fixes: true}),
		}
		if want := DetailsOf(name); got != want {
			t.Errorf("%s shows %+v, made are %+v", name, got, want)
		}
	}
}
