// Command bench measures ecslint as its users wait for it: whole processes, on
// inputs that it generates, each beside a program that only reads and parses the
// same files.
//
//	go run ./cmd/internal/bench [flags]
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"regexp"
	"runtime"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	var err error
	if len(os.Args) > 1 && os.Args[1] == launchCommand {
		err = launch(os.Args[2:], os.Stdin, os.Stdout, os.Stderr)
	} else {
		err = run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	}
	stop()
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		log.New(os.Stderr, "bench: ", 0).Print(err)
		os.Exit(2)
	}
}

// options are what the user wants to know.
type options struct {
	repositories []string
	services     int
	fleet        int // modules that are called by for_each
	definitions  int // in one template
	runs         int
	jobs         int
	linear       bool
	keep         bool
	only         *regexp.Regexp
	ecslint      string // a program; empty: that of the source code
	format       string
}

// parseOptions reads the flags. Usage is printed to w.
func parseOptions(args []string, w io.Writer) (options, error) {
	o := options{fleet: 1000, definitions: 500, only: regexp.MustCompile("")}
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.SetOutput(w)
	fs.Func("repository", "also a `DIR` of your own; repeatable", func(dir string) error {
		o.repositories = append(o.repositories, dir)
		return nil
	})
	fs.IntVar(&o.services, "services", 2000, "services of the generated repository: `N` Terraform folders and templates, N/2 task definitions")
	fs.IntVar(&o.runs, "runs", 11, "measured runs of each row; those of over a second have 6 at most")
	fs.IntVar(&o.jobs, "jobs", runtime.NumCPU(), "workers, of ecslint and of the floor")
	fs.BoolVar(&o.linear, "linear", false, "also ten times as many services: does each take as long?")
	fs.BoolVar(&o.keep, "keep", false, "leave the inputs and programs in place, and say where")
	fs.Func("run", "only rows whose name matches a `REGEXP`", func(text string) (err error) {
		o.only, err = regexp.Compile(text)
		return err
	})
	fs.StringVar(&o.ecslint, "ecslint", "", "measure this `PROGRAM`, and not what it builds")
	fs.StringVar(&o.format, "format", "table", "table, or benchstat for lines that benchstat compares")
	if err := fs.Parse(args); err != nil {
		return o, err
	}
	switch {
	case fs.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q", fs.Arg(0))
	case o.services < 1 || o.runs < 1 || o.jobs < 1:
		return o, errors.New("--services, --runs and --jobs are at least 1")
	case o.format != "table" && o.format != "benchstat":
		return o, fmt.Errorf("--format %s: use table or benchstat", o.format)
	}
	return o, nil
}

// run measures what the arguments ask for. The report goes to out, what is being
// done to errs.
func run(ctx context.Context, args []string, out, errs io.Writer) error {
	o, err := parseOptions(args, errs)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "ecslint-bench-")
	if err != nil {
		return err
	}
	progress := log.New(errs, "", 0)
	if o.keep {
		progress.Print("inputs and programs: ", dir)
	} else {
		defer os.RemoveAll(dir) //nolint:errcheck // it is a temporary folder
	}
	results, err := measure(ctx, o, dir, progress)
	if err != nil {
		return err
	}
	if o.format == "benchstat" {
		return writeBenchstat(out, results)
	}
	return writeTable(out, results)
}
