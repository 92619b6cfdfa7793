package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/rules/catalog"
)

// The table of rules in the README is the one that the program prints, and every
// rule in it has a source.
func TestReadmeTable(t *testing.T) {
	const begin, end = "<!-- rules: ecslint rules --format markdown -->\n\n", "\n<!-- end of rules -->"
	file := filepath.Join("..", "..", "..", "README.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok1 := strings.Cut(string(text), begin)
	table, after, ok2 := strings.Cut(rest, end)
	if !ok1 || !ok2 {
		t.Fatal("the README has no place for the table")
	}
	want := rulesMarkdown(catalog.All())
	if *update {
		if err := os.WriteFile(file, []byte(before+begin+want+end+after), 0o644); err != nil { //nolint:gosec // it is documentation
			t.Fatal(err)
		}
		table = want
	}
	if table != want {
		t.Error("the README's table of rules is out of date: run go test ./cmd/internal/cli -update")
	}
	for line := range strings.Lines(want) {
		if strings.Contains(line, "|  |") {
			t.Errorf("a rule without a source: %s", line)
		}
	}
}
