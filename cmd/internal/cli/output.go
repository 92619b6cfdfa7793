package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/term"

	"github.com/ecslint/ecslint/cmd/internal/near"
	"github.com/ecslint/ecslint/cmd/internal/report"
)

// target is one report that is asked for.
type target struct {
	format report.Format
	isText bool
	file   string // empty for standard output
}

// targets reads --format and --output.
func (f *flags) targets() ([]target, error) {
	specs := f.formats
	if len(specs) == 0 {
		specs = []string{"text"}
	}
	var out []target
	var free []int // those without a file
	for i, spec := range specs {
		name, file, has := strings.Cut(spec, "=")
		format := report.Formats[name]
		switch {
		case format == nil:
			return nil, fmt.Errorf("--format: unknown format %q%s: use %s", name, near.Hint(name, report.Names()), strings.Join(report.Names(), ", "))
		case has && file == "":
			return nil, fmt.Errorf("--format %s: name a file behind the equals sign", spec)
		case !has || file == "-":
			file = ""
			free = append(free, i)
		}
		out = append(out, target{format, name == "text", file})
	}
	switch {
	case f.output != "" && len(free) != 1:
		return nil, errors.New("--output is for one --format without a file of its own")
	case f.output != "" && f.output != "-":
		out[free[0]].file = f.output
	case len(free) > 1:
		return nil, errors.New("only one --format can go to standard output: write --format FORMAT=FILE")
	}
	return out, nil
}

// details are those that the reports show.
func (f *flags) details() report.Details {
	var names []string
	for _, spec := range f.formats {
		name, _, _ := strings.Cut(spec, "=")
		names = append(names, name)
	}
	return report.DetailsOf(names...)
}

// undecided reports whether an output says, or the exit status depends on, what
// cannot be decided.
func (f *flags) undecided() bool {
	return f.unknown != "hide" || slices.Contains(f.sarifInclude, "unknown") || f.details().Judgements
}

// write writes a report to where it belongs.
func (t target) write(r report.Run, s streams, color string) error {
	if t.file != "" {
		r.Color, r.Width = color == "always" && t.isText, 0
		return writeFile(t.file, func(w io.Writer) error { return t.format(w, &r) })
	}
	r.Color, r.Width = colored(s.out, color), width(s.out)
	if err := t.format(s.out, &r); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// writeFile writes a file as a whole or not at all: beside its place, from where
// it is renamed. A signal that ends the process waits until nothing is left there;
// the error is then an [interruption]. What is there and is no plain file, such as
// a device, is written to.
func writeFile(name string, write func(io.Writer) error) (err error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	}
	signals := holdSignals()
	defer func() {
		signal.Stop(signals)
		if len(signals) > 0 {
			err = interruption{<-signals}
		}
	}()
	f, err := os.CreateTemp(filepath.Dir(name), ".ecslint-*")
	if err != nil {
		return err
	}
	done := false
	defer func() {
		if !done { // also where a format breaks down
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	err = errors.Join(write(interruptible{f, signals}), f.Chmod(0o644), f.Close()) //nolint:gosec // a report is for others to read
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	done = true
	return nil
}

// interruption is the error of what a signal broke off.
type interruption struct{ signal os.Signal }

// Error names the signal.
func (i interruption) Error() string { return i.signal.String() }

// status is the exit status, as shells have it.
func (i interruption) status() int {
	if s, ok := i.signal.(syscall.Signal); ok {
		return exitSignal + int(s)
	}
	return exitFailure
}

// holdSignals gives a channel that is sent the first of the signals by which a user
// or the system ends the process. Those that the process was started to ignore stay
// ignored.
func holdSignals() chan os.Signal {
	signals := make(chan os.Signal, 1)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	return signals
}

// interruptible is a writer that does not go on after a signal.
type interruptible struct {
	w       io.Writer
	signals <-chan os.Signal
}

func (w interruptible) Write(p []byte) (int, error) {
	if len(w.signals) > 0 {
		return 0, errors.New("interrupted")
	}
	return w.w.Write(p)
}

// terminal gives the descriptor of a writer that is a terminal.
func terminal(w io.Writer) (int, bool) {
	f, ok := w.(*os.File)
	if !ok {
		return 0, false
	}
	fd := int(f.Fd()) //nolint:gosec // descriptors are small
	return fd, term.IsTerminal(fd)
}

// colored reports whether to use colour: see https://no-color.org and
// https://bixense.com/clicolors.
func colored(w io.Writer, when string) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	if force := os.Getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	_, ok := terminal(w)
	return ok && !slices.Contains([]string{"dumb", ""}, os.Getenv("TERM"))
}

// width is that of the terminal, 0 if there is none.
func width(w io.Writer) int {
	fd, ok := terminal(w)
	if !ok {
		return 0
	}
	columns, _, err := term.GetSize(fd)
	if err != nil {
		return 0
	}
	return columns
}
