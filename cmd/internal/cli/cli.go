// Package cli is the command line: its commands, flags and exit statuses.
package cli

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/cmd/internal/near"
	"github.com/ecslint/ecslint/cmd/internal/redact"
	"github.com/ecslint/ecslint/cmd/internal/report"
)

// The exit statuses. Scripts and the pre-commit hook rely on them.
const (
	exitClean   = 0 // nothing found at or above --fail-on
	exitFound   = 1 // findings
	exitFailure = 2 // bad usage or configuration, or an input that could not be understood
	exitDefect  = 3 // a mistake in ecslint itself
	// exitSignal is what shells add to the number of the signal that ended a process.
	exitSignal = 128
)

// streams are those of the process. Standard output holds the report and nothing
// else.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// command is one of the words that can stand in the first place.
type command struct {
	name  string
	args  string // as the help shows them
	about string
	// words are what can follow, for completion; nil if anything can.
	words func() []string
	run   func(c command, args []string, s streams) int
}

// commands are those besides linting, which has no word of its own.
func commands() []command {
	return []command{
		{"validate", "[PATH…]", "lint only for what Amazon ECS would refuse, or could never run", nil, validate},
		{"explain", "RULE…", "print a rule's page: what is wrong, why, and what to write instead", ruleNames, explain},
		{"render", "[PATH…] [ADDRESS…]", "print what was understood of each resource (--format text or json)", nil, renderCommand},
		{"baseline", "[PATH…]", "note what is found as known, in .ecslint-baseline, so that only new findings are reported", nil, writeBaseline},
		{"ignores", "[PATH…]", "print what is ignored, where and why (--format text or json)", nil, listIgnores},
		{"init", "", "write a commented .ecslint.yaml into this folder", nil, initConfig},
		{"rules", "", "print the table of rules (--format text, json or markdown)", nil, listRules},
		{"sarif-check", "FILE…", "apply the rules of GitHub code scanning to SARIF files of any tool", nil, sarifCheck},
		{"version", "", "print the version", nil, printVersion},
		{"man", "", "print the manual page", nil, manual},
		{"completion", "SHELL", "print a completion script for bash, zsh or fish", shellNames, completion},
	}
}

// Main runs the command with arguments, without the name of the program, and
// gives the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) (status int) {
	s := streams{stdin, stdout, stderr}
	defer func() {
		// Go would exit with 2, which says that the input is at fault.
		if cause := recover(); cause != nil {
			fmt.Fprintf(stderr, "ecslint: defect: %s\n%s", report.Clean(redact.Panic(cause)), debug.Stack()) //nolint:errcheck // there is no other way to tell
			status = exitDefect
		}
	}()
	if len(args) > 0 {
		for _, c := range commands() {
			if c.name == args[0] {
				return c.run(c, args[1:], s)
			}
		}
	}
	return lintCommand(args, s)
}

// fail prints what is wrong with the usage or the surroundings.
func (s streams) fail(err error) int {
	fmt.Fprintf(s.err, "ecslint: %v\n", err) //nolint:errcheck // there is no other way to tell
	if i, ok := errors.AsType[interruption](err); ok {
		return i.status()
	}
	return exitFailure
}

// print writes to standard output.
func (s streams) print(text string) int {
	if _, err := io.WriteString(s.out, text); err != nil {
		return s.fail(fmt.Errorf("write output: %w", err))
	}
	return exitClean
}

// parse parses the flags of a command. It is done if there was nothing to do but
// to print help or an error.
func parse(fs *pflag.FlagSet, args []string, s streams, help func() string) (status int, done bool) {
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	asked := fs.BoolP("help", "h", false, "print this help")
	if err := fs.Parse(args); err != nil {
		return s.fail(fmt.Errorf("%w%s (see ecslint --help)", err, flagHint(fs, err))), true
	}
	if *asked {
		return s.print(help()), true
	}
	return exitClean, false
}

// flagHint says which flag may be meant by one that does not exist.
func flagHint(fs *pflag.FlagSet, err error) string {
	_, name, ok := strings.Cut(err.Error(), "unknown flag: --")
	if !ok {
		return ""
	}
	var names []string
	fs.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if m := near.Match(name, names); m != "" {
		return "; did you mean --" + m + "?"
	}
	return ""
}

// choice checks the value of a flag that has a few.
func choice(flag, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	last := len(allowed) - 1
	return fmt.Errorf("--%s %s: use %s or %s", flag, value, strings.Join(allowed[:last], ", "), allowed[last])
}

// pairs reads the values of a flag that have the form NAME=VALUE.
func pairs(flag string, values []string) (map[string]string, error) {
	out := map[string]string{}
	for _, v := range values {
		name, value, ok := strings.Cut(v, "=")
		if !ok || name == "" {
			return nil, fmt.Errorf("--%s %s: use NAME=VALUE", flag, v)
		}
		out[name] = value
	}
	return out, nil
}
