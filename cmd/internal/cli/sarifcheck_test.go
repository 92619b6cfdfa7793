package cli

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/cmd/internal/sarif"
)

var update = flag.Bool("update", false, "write the expected SARIF anew")

// TestSARIFOfEveryFormat compares the SARIF of a project that has findings in
// every format, with text beyond ASCII before them, blanks in paths, and one in a
// downloaded module. The validators of .ci/run look at it too.
func TestSARIFOfEveryFormat(t *testing.T) {
	project := filepath.Join("..", "..", "..", "fixtures", "_sarif")
	want := filepath.Join(project, "want.sarif")
	expected, err := os.ReadFile(want)
	if err != nil && !*update {
		t.Fatal(err)
	}
	want, err = filepath.Abs(want)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(project)); err != nil {
		t.Fatal(err)
	}
	status, got, stderr := run(t, dir, "--format", "sarif", "--disable", "all", "--enable", "ECS.2,ECS.4,ECS.12")
	if status != exitFound {
		t.Errorf("exit status %d\n%s", status, stderr)
	}
	if *update {
		if err := os.WriteFile(want, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(string(expected), got); d != "" {
		t.Errorf("run go test with -update if this is right (-want +got):\n%s", d)
	}
	faults, err := sarif.Check([]byte(got))
	if err != nil || len(faults) > 0 {
		t.Errorf("faults %v, %v", faults, err)
	}
}
