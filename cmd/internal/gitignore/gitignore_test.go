package gitignore

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestMatch(t *testing.T) {
	const text = "# a comment\n\\#file\n*.log\n!keep.log\n/top\nbuild/\na/**/z\n**/deep/x\nsub/**\n" +
		"blank\\ \ntrailing   \n[a-c][!x].tf\n[[:digit:]]?.json\nfoo**bar\n\\!bang\r\n"
	g := (*Patterns)(nil).With("", text).With("inner", "!*.log\n/top\n")
	for _, test := range []struct {
		path   string
		folder bool
		want   bool
	}{
		{"#file", false, true},
		{"# a comment", false, false},
		{"x/y.log", false, true},
		{"x/keep.log", false, false},
		{"inner/y.log", false, false},
		{"top", false, true},
		{"x/top", false, false},
		{"inner/top", true, true},
		{"build", true, true},
		{"build", false, false},
		{"a/z", false, true},
		{"a/b/c/z", false, true},
		{"b/a/z", false, false},
		{"q/deep/x", false, true},
		{"deep/x", false, true},
		{"sub", true, false},
		{"sub/y", false, true},
		{"blank ", false, true},
		{"trailing", false, true},
		{"by.tf", false, true},
		{"bx.tf", false, false},
		{"1a.json", false, true},
		{"fooXbar", false, true},
		{"!bang", false, true},
	} {
		if got := g.Match(test.path, test.folder); got != test.want {
			t.Errorf("Match(%q, folder %t) = %t", test.path, test.folder, got)
		}
	}
}

// A hostile pattern must not take exponential time.
func TestGlobTime(t *testing.T) {
	if glob(strings.Repeat("a*", 500)+"b", strings.Repeat("a", 5000)) {
		t.Error("matches")
	}
	if globPath(strings.Split(strings.Repeat("**/a/", 200)+"b", "/"), strings.Split(strings.Repeat("a/", 2000)+"a", "/")) {
		t.Error("matches")
	}
}

// TestAsGit compares with Git itself over random patterns.
func TestAsGit(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	dir := t.TempDir()
	run := func(stdin string, args ...string) string {
		cmd := exec.Command(git, append([]string{"-C", dir}, args...)...)
		cmd.Stdin = strings.NewReader(stdin)
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null")
		out, err := cmd.Output()
		if exit, ok := err.(*exec.ExitError); err != nil && (!ok || exit.ExitCode() != 1) { //nolint:errorlint // not wrapped
			t.Fatalf("git %v: %v", args, err)
		}
		return string(out)
	}
	run("", "init", "-q")

	rnd := rand.New(rand.NewPCG(1, 2))
	pick := func(from ...string) string { return from[rnd.IntN(len(from))] }
	for range 60 {
		var lines []string
		for range 6 {
			p := pick("", "", "", "!", "/", "**/")
			for n := 1 + rnd.IntN(4); n > 0; n-- {
				p += pick("a", "b", "ab", "*", "?", "/", "**", "/**/", "[ab]", "[!a]", "[a-", `\a`, "[[:alpha:]]", "[]a]", "[a-]")
			}
			lines = append(lines, p+pick("", "", "", "/", "/**", " ", `\ `))
		}
		text := strings.Join(lines, "\n") + "\n"
		if err := os.WriteFile(filepath.Join(dir, ".gitignore"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var paths []string
		for range 40 {
			p := pick("a", "b", "ab", "]", "a ", "-")
			for n := rnd.IntN(4); n > 0; n-- {
				p += "/" + pick("a", "b", "ab", "ba", "a ")
			}
			paths = append(paths, p)
		}
		ignored := map[string]bool{}
		for p := range strings.SplitSeq(run(strings.Join(paths, "\x00")+"\x00", "check-ignore", "--no-index", "-z", "--stdin"), "\x00") {
			ignored[p] = true
		}
		g := (*Patterns)(nil).With("", text)
		for _, p := range paths {
			// Files are in a folder that is walked, and none of these exists, so Git
			// takes the last name for a file.
			got := false
			for i := range p {
				got = got || p[i] == '/' && g.Match(p[:i], true)
			}
			if got = got || g.Match(p, false); got != ignored[p] {
				t.Errorf("%q is ignored: %t, for Git %t, by\n%s", p, got, ignored[p], text)
			}
		}
	}
}
