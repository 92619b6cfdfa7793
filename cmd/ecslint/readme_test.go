package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// blocks gives the code blocks of a language in a section of the README.
func blocks(t *testing.T, section, language string) []string {
	t.Helper()
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, text, ok := strings.Cut(string(readme), "\n## "+section+"\n")
	if !ok {
		t.Fatalf("no section %q", section)
	}
	text, _, _ = strings.Cut(text, "\n## ")
	var out []string
	for _, block := range strings.Split(text, "\n```"+language+"\n")[1:] {
		code, _, _ := strings.Cut(block, "\n```")
		out = append(out, code)
	}
	return out
}

// TestFiveMinutes follows the README word for word, from a repository with one
// service to one whose findings are ignored, known or new.
func TestFiveMinutes(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	bin, dir := t.TempDir(), t.TempDir()
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	sh := func(command string) (status int, output string) {
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
		out, err := cmd.CombinedOutput()
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			return exit.ExitCode(), string(out)
		} else if err != nil {
			t.Fatal(err)
		}
		return 0, string(out)
	}
	expect := func(command string, want int) string {
		t.Helper()
		status, output := sh(command)
		if status != want {
			t.Fatalf("%s: exit status %d, want %d\n%s", command, status, want, output)
		}
		return output
	}
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const cluster = "resource \"aws_ecs_cluster\" \"main\" {"
	service := cluster + `
  name = "main"
}

resource "aws_ecs_service" "web" {
  name    = "web"
  cluster = aws_ecs_cluster.main.id
}
`
	write(service)
	expect("git init --quiet", 0)

	commands := blocks(t, "Five minutes", "sh")
	if len(commands) != 3 {
		t.Fatalf("%d blocks of commands", len(commands))
	}
	if out := expect(commands[0], 1); !strings.Contains(out, "[ECS.12]") {
		t.Errorf("nothing to ignore:\n%s", out)
	}
	ignore := blocks(t, "Five minutes", "hcl")[0]
	if !strings.HasPrefix(ignore, cluster) {
		t.Fatalf("the example ignores something else: %s", ignore)
	}
	write(strings.Replace(service, cluster, ignore, 1))
	if out := expect("ecslint", 1); strings.Contains(out, "[ECS.12]") || strings.Contains(out, "warning:") {
		t.Errorf("not ignored:\n%s", out)
	}
	expect(commands[1], 0)
	expect("ecslint", 0)
	expect(commands[2], 0)
	log, err := os.ReadFile(filepath.Join(dir, "ecslint.sarif"))
	if err != nil {
		t.Fatal(err)
	}
	var sarif struct {
		Runs []struct{ Results []any }
	}
	if err := json.Unmarshal(log, &sarif); err != nil || len(sarif.Runs) != 1 || len(sarif.Runs[0].Results) != 0 {
		t.Errorf("%v: %s", err, log)
	}
	expect("ecslint sarif-check ecslint.sarif", 0)

	write(strings.Replace(service, cluster, ignore, 1) + "resource \"aws_ecs_cluster\" \"other\" {}\n")
	if out := expect("ecslint", 1); !strings.Contains(out, `"other"`) && !strings.Contains(out, "aws_ecs_cluster.other") {
		t.Errorf("what is new is not found:\n%s", out)
	}
	// The section names no command that was not followed.
	if n := len(slices.Concat(blocks(t, "Five minutes", "sh"), blocks(t, "Five minutes", "hcl"))); n != 4 {
		t.Errorf("%d blocks of code", n)
	}
}
