package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The manual page in the repository is the one that the program prints, and it
// has every flag and command.
func TestManual(t *testing.T) {
	file := filepath.Join("..", "..", "..", "docs", "ecslint.1")
	page := manPage()
	if *update {
		if err := os.WriteFile(file, []byte(page), 0o644); err != nil { //nolint:gosec // it is documentation
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(page, string(got)); diff != "" {
		t.Errorf("run go test ./cmd/internal/cli -update: -want +got\n%s", diff)
	}
	if _, err := exec.LookPath("man"); err != nil {
		t.Skip("no program to render it with")
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("man", "--warnings", "-P", "cat", "-l", abs)
	cmd.Env = append(os.Environ(), "MANWIDTH=100", "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Contains(string(out), "warning:") {
		t.Errorf("man: %v\n%s", err, out)
	}
	for _, want := range []string{"ecslint baseline [PATH...]", "--since REF", "-f, --format FORMAT", "EXIT STATUS"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("the page lacks %q:\n%s", want, out)
		}
	}
}
