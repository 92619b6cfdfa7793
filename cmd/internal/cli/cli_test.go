package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// run runs the command in a folder.
func run(t *testing.T, dir string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	t.Chdir(dir)
	var out, err bytes.Buffer
	status = Main(args, strings.NewReader(""), &out, &err)
	return status, out.String(), err.String()
}

// The same input gives the same bytes, however many evaluations there are at a
// time and wherever the run starts.
func TestSameBytes(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "fixtures"), os.DirFS(filepath.Join("..", "..", "..", "fixtures"))); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(dir, "fixtures", "root-user")
	for _, format := range []string{"sarif", "json", "text"} {
		t.Run(format, func(t *testing.T) {
			args := func(jobs int, path string) []string {
				return []string{"--format", format, "--unknown", "report", "--jobs", fmt.Sprint(jobs), path}
			}
			status, want, wantErr := run(t, dir, args(1, "fixtures")...)
			if status != 1 && status != 2 || len(want) < 10_000 {
				t.Fatalf("exit status %d, %d bytes\n%s", status, len(want), wantErr)
			}
			for _, jobs := range []int{1, 2, 8} {
				if _, got, gotErr := run(t, dir, args(jobs, "fixtures")...); got != want || gotErr != wantErr {
					t.Errorf("differs with --jobs %d", jobs)
				}
			}
			if format == "text" {
				return // names are relative to the working directory
			}
			if _, got, _ := run(t, elsewhere, args(2, "..")...); got != want {
				t.Error("differs from another working directory")
			}
			if _, got, _ := run(t, os.TempDir(), args(2, filepath.Join(dir, "fixtures"))...); got != want {
				t.Error("differs with an absolute path")
			}
		})
	}
}

// A report that cannot be written is told.
func TestBrokenOutput(t *testing.T) {
	t.Chdir(t.TempDir())
	var stderr bytes.Buffer
	for _, args := range [][]string{{}, {"--format", "sarif"}, {"--format", "json"}, {"rules"}, {"--help"}} {
		stderr.Reset()
		if status := Main(args, strings.NewReader(""), broken{}, &stderr); status != exitFailure {
			t.Errorf("%v: exit status %d", args, status)
		}
		if want := "ecslint: write "; !strings.HasPrefix(stderr.String(), want) || !strings.Contains(stderr.String(), "disk full") {
			t.Errorf("%v: %s", args, stderr.String())
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, fmt.Errorf("disk full") }
