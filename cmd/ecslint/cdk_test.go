package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestCDK synthesises the app of fixtures/_cli/cdk.txtar with the CDK itself and
// compares what is found with what is found in the recorded output. It needs
// Node.js and a registry of packages, so that it runs only where ECSLINT_CDK is
// set.
func TestCDK(t *testing.T) {
	t.Parallel()
	if os.Getenv("ECSLINT_CDK") == "" {
		t.Skip("ECSLINT_CDK is not set: no app is made with packages from npm")
	}
	a, err := txtar.ParseFile(filepath.Join("..", "..", "fixtures", "_cli", "cdk.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	recorded := regexp.MustCompile(`^cdk\.out/`)
	var want []byte
	for _, f := range a.Files {
		switch {
		case f.Name == "want":
			want = f.Data
		case !recorded.MatchString(f.Name):
			name := filepath.Join(dir, filepath.FromSlash(f.Name))
			if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, f.Data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	run := func(name string, args ...string) []byte {
		t.Helper()
		c := exec.CommandContext(t.Context(), name, args...)
		c.Dir = dir
		c.Env = append(os.Environ(), "CDK_OUTDIR=cdk.out", "CDK_DEBUG=true")
		var out, problems bytes.Buffer
		c.Stdout, c.Stderr = &out, &problems
		if err := c.Run(); err != nil && (c.ProcessState == nil || name != "ecslint") {
			t.Fatalf("%s: %v\n%s", c, err, problems.Bytes())
		}
		return out.Bytes()
	}
	run("npm", "install", "--no-audit", "--no-fund")
	run("npx", "ts-node", "--transpileOnly", "bin/app.ts")
	got := run("ecslint", "--disable", "all", "--enable", "ECS.2,ECS.4,ECS.12,ECS.13")

	// The recorded templates are shorter.
	lines := regexp.MustCompile(`(\.template\.json):\d+:\d+`)
	plain := func(b []byte) string { return string(lines.ReplaceAll(b, []byte("$1"))) }
	if diff := cmp.Diff(plain(want), plain(got)); diff != "" {
		t.Errorf("what is found (-recorded +made):\n%s", diff)
	}
}
