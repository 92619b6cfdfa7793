package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
)

// writeBaseline lints and notes everything that it finds as known.
func writeBaseline(_ command, args []string, s streams) int {
	f, fs := newFlags()
	if status, done := parse(fs, args, s, f.help); done {
		return status
	}
	f.noBaseline = true
	j, err := newJob(f, fs.Args(), s)
	if err != nil {
		return s.fail(err)
	}
	defer j.set.Close() //nolint:errcheck // nothing was written
	r, err := j.lint()
	if err != nil {
		return s.fail(err)
	}
	j.problems(r)
	if j.unusable {
		return exitFailure
	}
	file, _ := j.baselineFile(j.selected)
	if f.baseline == "" { // what the repository says is written nowhere else
		if _, err := j.plain(file); err != nil && !errors.Is(err, os.ErrNotExist) {
			return s.fail(fmt.Errorf("write baseline %s: %w", j.path(j.scope.Name(file)), err))
		}
	}
	old, err := j.oldBaseline(file)
	if err != nil {
		return s.fail(fmt.Errorf("read baseline %s: %w", j.path(j.scope.Name(file)), err))
	}
	count := 0
	err = writeFile(file, func(w io.Writer) (err error) {
		count, err = lint.WriteBaseline(w, r.Result, old)
		return err
	})
	if err != nil {
		return s.fail(err)
	}
	if !f.quiet {
		fmt.Fprintf(s.err, "ecslint: %s: known findings: %d\n", j.path(j.scope.Name(file)), count) //nolint:errcheck // there is no other way to tell
	}
	return max(exitFailure*min(j.status(r.Result)/exitFailure, 1), exitClean)
}

// oldBaseline reads what is there; nil if nothing is. Lines that say nothing, such as
// those of a merge, go: the file is about to be written anew.
func (j *job) oldBaseline(file string) (*lint.Baseline, error) {
	text, err := j.read(file, j.flags.baseline != "", maxBaseline)
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, source.ErrNotRegular) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	b, _ := lint.ReadBaseline(source.NewFile(j.scope.Name(file), text))
	return b, nil
}
