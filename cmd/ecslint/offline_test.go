package main

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// goTool runs the go command.
func goTool(t testing.TB, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", args...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v", strings.Join(args, " "), err)
	}
	return string(out)
}

// TestOffline is the promise that ecslint needs no network and starts no
// program: what could do either is not linked.
func TestOffline(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command")
	}
	importers := map[string][]string{}
	for line := range strings.Lines(goTool(t, "list", "-deps", "-f", `{{.ImportPath}} {{join .Imports " "}}`, ".")) {
		fields := strings.Fields(line)
		for _, i := range fields[1:] {
			importers[i] = append(importers[i], fields[0])
		}
	}
	for _, forbidden := range []string{
		"net/http", "net/rpc", "net/smtp", "net/textproto", "crypto/tls", "crypto/x509", "log/syslog", "os/exec", "os/user", "plugin",
		"golang.org/x/net",
	} {
		for pkg, by := range importers {
			if pkg == forbidden || strings.HasPrefix(pkg, forbidden+"/") {
				t.Errorf("%s is linked, by %v", pkg, by)
			}
		}
	}
	// pflag has flags for addresses. Its use of package net is parsing, which the
	// symbols prove below.
	if by := importers["net"]; !slices.Equal(by, []string{"github.com/spf13/pflag"}) {
		t.Errorf("net is linked, by %v", by)
	}

	binary := filepath.Join(t.TempDir(), "ecslint")
	goTool(t, "build", "-o", binary, ".")
	acts := regexp.MustCompile(`(?i)^(net\..*(dial|listen|resolver|lookupip|lookuphost)|os\.StartProcess|syscall\.(forkExec|StartProcess|socket|connect|bind|sendto)|golang\.org/x/sys/unix\.(Socket|Connect|Sendto|Exec))\b`)
	for line := range strings.Lines(goTool(t, "tool", "nm", binary)) {
		fields := strings.Fields(line)
		if name := fields[len(fields)-1]; acts.MatchString(name) {
			t.Errorf("%s is linked", name)
		}
	}
}
