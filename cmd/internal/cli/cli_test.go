package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/ecslint/ecslint/cmd/internal/report"
)

// run runs the command in a folder.
func run(t *testing.T, dir string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	t.Chdir(dir)
	var out, err bytes.Buffer
	status = Main(args, strings.NewReader(""), &out, &err)
	return status, out.String(), err.String()
}

// checkout copies some of the fixtures into a repository.
func checkout(t *testing.T, fixtures string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"demo", "misspelt-property", "privileged-container", "public-ip", "root-user"} {
		if err := os.CopyFS(filepath.Join(dir, "fixtures", name), os.DirFS(filepath.Join(fixtures, name))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// reports runs the command in a folder and gives the report in every format that
// shows names relative to the repository, by name, and standard error.
func reports(t *testing.T, dir string, jobs int, path string) map[string]string {
	t.Helper()
	out := t.TempDir()
	args := []string{"--unknown", "report", "--sarif-include", "suppressed,unknown", "--jobs", fmt.Sprint(jobs), path}
	names := slices.DeleteFunc(report.Names(), func(name string) bool { return name == "text" })
	for _, name := range names {
		args = append(args, "--format", name+"="+filepath.Join(out, name))
	}
	status, _, stderr := run(t, dir, args...)
	if status != exitFound && status != exitFailure {
		t.Fatalf("exit status %d\n%s", status, stderr)
	}
	all := map[string]string{}
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		if len(b) < 5_000 {
			t.Fatalf("%s: %d bytes", name, len(b))
		}
		all[name] = string(b)
	}
	return all
}

// The same input gives the same bytes: over many runs, however many evaluations
// there are at a time, wherever the run starts and the repository lies.
func TestSameBytes(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1795305600")
	fixtures, err := filepath.Abs(filepath.Join("..", "..", "..", "fixtures"))
	if err != nil {
		t.Fatal(err)
	}
	dir := checkout(t, fixtures)
	want := reports(t, dir, 1, "fixtures")
	same := func(how string, got map[string]string) {
		t.Helper()
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("%s differs %s", name, how)
			}
		}
	}
	for _, jobs := range []int{1, 2, 8} {
		same(fmt.Sprintf("with --jobs %d", jobs), reports(t, dir, jobs, "fixtures"))
	}
	same("from another working directory", reports(t, filepath.Join(dir, "fixtures", "root-user"), 2, ".."))
	same("with an absolute path", reports(t, os.TempDir(), 2, filepath.Join(dir, "fixtures")))
	same("in another checkout", reports(t, checkout(t, fixtures), 2, "fixtures"))

	for _, format := range []string{"text", "sarif"} {
		args := []string{"--unknown", "report", "--format", format, "fixtures/demo", "fixtures/privileged-container"}
		_, want, wantErr := run(t, dir, args...)
		for n := range 20 {
			if _, got, gotErr := run(t, dir, args...); got != want || gotErr != wantErr {
				t.Errorf("%s: run %d differs", format, n)
			}
		}
	}
}

// hostile are names that would do something if a report had them as they are.
var hostile = []string{
	"\x1b]0;title\x07\x1b[31m", "\r\n::error file=x::injected", "%0A::error::injected", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
	"]]></failure><x>", "| a | b |\n# heading", "[x](javascript:alert(1))", "`x`", "\u202egnp.exe", "\u0085\u2028", "\x00", "@everyone", "{{constructor}}",
}

// No report has a control character of the input, or lets a name become markup
// or a command.
func TestHostileNames(t *testing.T) {
	dir := t.TempDir()
	var containers []map[string]any
	for _, name := range hostile {
		containers = append(containers, map[string]any{"name": name, "image": name, "privileged": true, "user": name, "logConfiguration": map[string]any{"logDriver": name}})
	}
	task, err := json.Marshal(map[string]any{"family": strings.Join(hostile, ""), "containerDefinitions": containers})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"task.json":                              string(task),
		"<b>[x](y) ` | %0A::error::.json":        `{"family": "f", "containerDefinitions": [{"privileged": true}]}`,
		"\x1b[31m\n::error::\u202e/\xff/main.tf": "resource \"aws_ecs_cluster\" \"c\" {}",
		"broken \x1b[31m\n::error::.json":        "Resources:\n  A:\n    Type: AWS::ECS::Cluster\n   B: \x1b[31m\n",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	commands := [][]string{{"render"}, {"render", "--format", "json"}}
	for _, name := range report.Names() {
		commands = append(commands, []string{"--format", name})
	}
	for _, args := range commands {
		name := args[len(args)-1]
		status, stdout, stderr := run(t, dir, args...)
		if status != exitFailure || len(stdout) < 500 {
			t.Errorf("%s: exit status %d, %d bytes\n%s", name, status, len(stdout), stderr)
		}
		for line := range strings.SplitSeq(stdout+stderr, "\n") {
			if !utf8.ValidString(line) {
				t.Errorf("%s: not UTF-8: %.80q", name, line)
			}
			// What a JSON string or a link of a URL says is none.
			if i := strings.IndexFunc(line, func(r rune) bool { return unicode.IsControl(r) && r != '\t' || r == '\u202e' || r == '\u2028' }); i >= 0 {
				t.Errorf("%s: control character in %.80q", name, line[max(0, i-20):])
			}
			if strings.HasPrefix(line, "::") && name != "github" {
				t.Errorf("%s: a command: %.80q", name, line)
			}
		}
		switch name {
		case "html", "junit", "checkstyle": // in Markdown they are in code
			for _, markup := range []string{"<script>alert", "<img", "</failure><x>", "<b>"} {
				if strings.Contains(stdout, markup) {
					t.Errorf("%s has %s", name, markup)
				}
			}
		case "github":
			for line := range strings.Lines(stdout) {
				if !strings.HasPrefix(line, "::") || strings.HasPrefix(line, "::error file=x") || strings.HasPrefix(line, "::error::injected") {
					t.Errorf("an injected command: %q", line)
				}
			}
		}
	}
}

// A report that cannot be written is told.
func TestBrokenOutput(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte("resource \"aws_ecs_cluster\" \"c\" {}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	var stderr bytes.Buffer
	commands := [][]string{{}, {"rules"}, {"--help"}, {"man"}, {"explain", "ECS.5"}}
	for _, name := range report.Names() {
		commands = append(commands, []string{"--format", name})
	}
	for _, args := range commands {
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
