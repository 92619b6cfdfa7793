//go:build unix

package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// contents gives the files in a folder, by name.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(b)
	}
	return out
}

// A file is there as a whole or as it was, and nothing is left beside it.
func TestWriteFile(t *testing.T) {
	full := errors.New("disk full")
	half := func(w io.Writer) error {
		_, err := io.WriteString(w, "half of")
		return err
	}
	for _, test := range []struct {
		name  string
		write func(io.Writer) error
		want  string
		err   error
	}{
		{"whole", half, "half of", nil},
		{"full disk", func(w io.Writer) error { return errors.Join(half(w), full) }, "old", full},
		{"interrupted", func(w io.Writer) error {
			return errors.Join(half(w), syscall.Kill(os.Getpid(), syscall.SIGINT), untilItFails(w))
		}, "old", interruption{syscall.SIGINT}},
		{"terminated at its end", func(w io.Writer) error {
			return errors.Join(half(w), syscall.Kill(os.Getpid(), syscall.SIGTERM), ignore(untilItFails(w)))
		}, "half of", interruption{syscall.SIGTERM}},
	} {
		dir := t.TempDir()
		name := filepath.Join(dir, "report")
		if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		err := writeFile(name, test.write)
		if !errors.Is(err, test.err) {
			t.Errorf("%s: got %v, want %v", test.name, err, test.err)
		}
		if diff := cmp.Diff(map[string]string{"report": test.want}, contents(t, dir)); diff != "" {
			t.Errorf("%s: -want +got\n%s", test.name, diff)
		}
	}
}

// untilItFails writes nothing again and again until that is an error.
func untilItFails(w io.Writer) error {
	for start := time.Now(); time.Since(start) < time.Minute; runtime.Gosched() { // signals come when the system sends them
		if _, err := w.Write(nil); err != nil {
			return err
		}
	}
	return fmt.Errorf("nothing stops the writer")
}

func ignore(error) error { return nil }

// A format that breaks down leaves nothing behind either.
func TestWriteFileBreaksDown(t *testing.T) {
	dir := t.TempDir()
	defer func() {
		if cause := recover(); cause != "broken" {
			t.Errorf("recovered %v", cause)
		}
		if diff := cmp.Diff(map[string]string{}, contents(t, dir)); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
	}()
	writeFile(filepath.Join(dir, "report"), func(io.Writer) error { panic("broken") }) //nolint:errcheck // it does not return
}

// The exit status of an interruption is the shell's.
func TestInterruptionStatus(t *testing.T) {
	s := streams{out: io.Discard, err: io.Discard}
	for _, test := range []struct {
		err  error
		want int
	}{{interruption{syscall.SIGINT}, 130}, {interruption{syscall.SIGTERM}, 143}, {errors.New("disk full"), exitFailure}} {
		if got := s.fail(test.err); got != test.want {
			t.Errorf("%v: got %d, want %d", test.err, got, test.want)
		}
	}
}
