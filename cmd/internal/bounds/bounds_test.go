// Package bounds has no code: its tests run ecslint over repositories that are made to
// take all time, memory or stack there is. Each goes beyond a bound of docs/bounds.md,
// and is text that anybody can commit.
package bounds

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/metrics"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ecslint/ecslint/cmd/internal/cli"
)

// What a run may take is far above what any of them does: this is no benchmark.
const (
	maxTime   = 4 * time.Minute
	maxCPU    = time.Minute
	maxMemory = 768 << 20
)

var update = flag.Bool("update", false, "rewrite what each input is expected to lead to")

// golden has for each input its exit status, and all that is told on standard error.
const golden = "testdata/problems.txtar"

// usage names the file to which the program writes how many bytes of memory it took.
const usage = "ECSLINT_TEST_USAGE"

// The test binary is the program itself where usage is set, so that it has time, memory
// and a stack of its own.
func TestMain(m *testing.M) {
	file := os.Getenv(usage)
	if file == "" {
		os.Exit(m.Run())
	}
	status := cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	total := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	metrics.Read(total)
	if err := os.WriteFile(file, []byte(strconv.FormatUint(total[0].Value.Uint64(), 10)), 0o600); err != nil {
		panic(err)
	}
	os.Exit(status)
}

// hostile is a repository that goes beyond bounds.
type hostile struct {
	name   string
	bounds []string // as docs/bounds.md names them; none for what only has to end
	files  func() map[string]string
	links  func() map[string]string // symbolic links and where they lead
	sparse map[string]int64         // files of zeros by their size
	args   []string
	// out is a part of the report, for a bound that makes something unknown and
	// tells of it only who asks.
	out string
	// fatal is for what ends the run, as a configuration that is not understood.
	fatal bool
}

// good is a root beside the hostile one, which is judged whatever that does.
const (
	good = `resource "aws_ecs_task_definition" "good" {
  container_definitions = jsonencode([{ name = "good", privileged = true }])
}
`
	goodFinding = "good/main.tf:2:69: high: container \"good\" of task definition aws_ecs_task_definition.good is privileged [ECS.4]\n"
)

func hostiles() []hostile {
	return slices.Concat(surroundings(), documents(), terraform(), cloudFormation())
}

func TestBounds(t *testing.T) {
	t.Parallel()
	want := readGolden(t)
	all := hostiles()
	got := make([]txtar.File, len(all))
	t.Cleanup(func() {
		if *update && !t.Failed() {
			write(t, golden, txtar.Format(&txtar.Archive{Files: got}))
		}
	})
	for i, h := range all {
		got[i] = txtar.File{Name: h.name, Data: []byte(want[h.name])} // if it is not run
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			got[i].Data = h.run(t)
			if diff := cmp.Diff(want[h.name], string(got[i].Data)); diff != "" && !*update {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// readGolden gives what is expected by the name of the input.
func readGolden(t *testing.T) map[string]string {
	t.Helper()
	a, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, f := range a.Files {
		want[f.Name] = string(f.Data)
	}
	return want
}

// run runs the program over the repository, and gives its exit status and what it tells
// on standard error.
func (h hostile) run(t *testing.T) []byte {
	dir := t.TempDir()
	h.write(t, dir)
	ctx, cancel := context.WithTimeout(t.Context(), maxTime)
	defer cancel()
	args := append([]string{"--root-timeout", "0"}, h.args...) // what it takes is bounded, however slow the machine
	cmd := exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Dir = dir
	memory := filepath.Join(t.TempDir(), "memory")
	cmd.Env = append(os.Environ(), usage+"="+memory)
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	err := cmd.Run()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	if !h.fatal && !strings.Contains(out.String(), goodFinding) {
		t.Errorf("the finding of the good root is lost:\n%s", beginning(out.String()))
	}
	if !strings.Contains(out.String(), h.out) {
		t.Errorf("%q is not in the report:\n%s", h.out, beginning(out.String()))
	}
	if took := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(); took > maxCPU {
		t.Errorf("it took %v", took)
	}
	b, err := os.ReadFile(memory)
	if err != nil {
		t.Fatalf("the program broke down: %v\n%s", cmd.ProcessState, beginning(problems.String()))
	}
	if n, err := strconv.ParseUint(string(b), 10, 64); err != nil || n > maxMemory {
		t.Errorf("it took %s bytes of memory: %v", b, err)
	}
	return fmt.Appendf(nil, "exit status %d\n%s", cmd.ProcessState.ExitCode(), beginning(problems.String()))
}

// beginning gives what of a text is worth to be shown.
func beginning(s string) string {
	const most = 16 << 10
	if len(s) > most {
		return s[:most] + "…"
	}
	return s
}

// write makes the repository.
func (h hostile) write(t *testing.T, dir string) {
	t.Helper()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	path := func(name string) string {
		full := filepath.Join(dir, filepath.FromSlash(name))
		check(os.MkdirAll(filepath.Dir(full), 0o700))
		return full
	}
	write(t, path(".git/HEAD"), []byte("ref: refs/heads/main\n"))
	write(t, path("good/main.tf"), []byte(good))
	if h.files != nil {
		for name, text := range h.files() {
			write(t, path(name), []byte(text))
		}
	}
	if h.links != nil {
		for name, target := range h.links() {
			check(os.Symlink(target, path(name)))
		}
	}
	for name, size := range h.sparse {
		write(t, path(name), nil)
		check(os.Truncate(path(name), size))
	}
}

func write(t *testing.T, name string, b []byte) {
	t.Helper()
	if err := os.WriteFile(name, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// times gives what f makes of 0 to n-1.
func times(n int, f func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(f(i))
	}
	return b.String()
}

// file is a repository of one file.
func file(name string, text func() string) func() map[string]string {
	return func() map[string]string { return map[string]string{name: text()} }
}
