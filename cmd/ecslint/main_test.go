package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ecslint": main})
}

// TestScripts runs the whole program: each script in fixtures/_cli has the
// files, the commands and what they must print.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "..", "fixtures", "_cli"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "nest": nest, "convert": convert, "pipe": pipe,
		},
	})
}

// exits STATUS COMMAND… runs a command that must end with an exit status.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND…")
	}
	status := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Check(err)
		}
		status = exit.ExitCode()
	}
	if strconv.Itoa(status) != args[0] {
		ts.Fatalf("exit status %d, want %s", status, args[0])
	}
}

// nest FILE N OPEN CLOSE puts OPEN and CLOSE, each N times, in the place of "@@".
func nest(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: nest FILE N OPEN CLOSE")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := strings.Replace(ts.ReadFile(args[0]), "@@", strings.Repeat(args[2], n)+strings.Repeat(args[3], n), 1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// convert FILE REPLACEMENT… replaces text in a file: pairs of old and new as Go
// writes them in quotes, so that any byte can be written.
func convert(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args)%2 == 0 {
		ts.Fatalf("usage: convert FILE OLD NEW…")
	}
	for i, a := range args[1:] {
		s, err := strconv.Unquote(`"` + a + `"`)
		ts.Check(err)
		args[1+i] = s
	}
	text := strings.NewReplacer(args[1:]...).Replace(ts.ReadFile(args[0]))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// pipe FILE makes a named pipe.
func pipe(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: pipe FILE")
	}
	ts.Check(syscall.Mkfifo(ts.MkAbs(args[0]), 0o600))
}
