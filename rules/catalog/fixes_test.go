package catalog_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
	"github.com/ecslint/ecslint/rules/rulestest"
)

// TestFixes applies the fix of each finding in the fixtures, one at a time, and
// compares the changes with those in fixtures/_fixes.
func TestFixes(t *testing.T) {
	eachRule(t, func(t *testing.T, rule *rules.Rule, folder *rulestest.Folder) {
		var got strings.Builder
		fixed := 0
		all := folder.Mend(t, rule, catalog.All())
		for _, m := range all {
			f := m.Finding
			place := fmt.Sprintf("%s:%d", f.Range.File.Name, f.Range.File.Position(f.Range.Start).Line)
			for _, fault := range m.Faults {
				t.Errorf("%s: after the fix: %s\n%s", place, fault, m.Change)
			}
			if m.Change == "" {
				fmt.Fprintf(&got, "%s: no fix\n", place)
				continue
			}
			fixed++
			fmt.Fprintf(&got, "%s: %s\n%s", place, f.Fixes[0].Message, m.Change)
		}
		if fixed == 0 {
			return // the remedy of the rule is for people
		}
		t.Logf("%s: %d of %d findings have a fix", rule.ID, fixed, len(all))
		golden(t, filepath.Join(fixtures, "_fixes", rule.Slug+".txt"), got.String())
	})
}

// golden compares a text with that of a file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got):\n%s", name, d)
	}
}
