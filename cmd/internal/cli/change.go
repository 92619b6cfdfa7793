package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/discover"
	"github.com/ecslint/ecslint/cmd/internal/git"
	"github.com/ecslint/ecslint/cmd/internal/report"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/source"
)

// openChange opens the root of the repository and takes the files of a change, of
// those that lie in paths, for what was named. What it finds is a part of what a
// run over the same paths finds, and the configuration is the same.
func (j *job) openChange(paths []string) error {
	var files []string // absolute
	var err error
	switch {
	case j.flags.since != "" && j.flags.filesFrom != "":
		return errors.New("--since and --files-from both say what has changed: use one of them")
	case j.flags.stdinName != "" || slices.Contains(paths, "-"):
		return errors.New("--since and --files-from name files: standard input can be none of them")
	case j.flags.filesFrom != "":
		if files, err = j.listed(); err != nil {
			return fmt.Errorf("--files-from %s: %w", j.flags.filesFrom, err)
		}
	}
	j.flags.changed = true
	if len(paths) > 0 {
		err = j.open(paths)
	} else if err = j.open(files); err == nil {
		j.scope.Base, j.scope.Paths = j.scope.Root, []string{j.scope.Root}
	}
	if err != nil {
		return err
	}
	if j.flags.since != "" {
		if files, err = j.since(); err != nil {
			return errors.Join(fmt.Errorf("--since %s: %w", j.flags.since, err), j.set.Close())
		}
	}
	j.scope = j.scope.Of(files)
	return nil
}

// since gives the files that changed since a revision. The root is that of the
// repository.
func (j *job) since() (files []string, err error) {
	repository, err := git.Open(j.scope.Root)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, repository.Close()) }()
	j.scope.Folders = discover.NewFolders(j.scope.Root)
	change, err := repository.Changed(j.flags.since, discover.Skipped, j.scope.Folders.Read)
	if err != nil {
		return nil, err
	}
	if change.Shallow {
		j.doubts = append(j.doubts, source.Problem{
			Name: ".git/shallow", Level: source.Warning, Message: "the commit at which HEAD and " + report.Clean(j.flags.since) +
				" went separate ways is not in the clone: what has changed since on either side counts",
		})
	}
	for _, name := range slices.Concat(change.Files, change.Deleted) {
		files = append(files, filepath.Join(j.scope.Root, filepath.FromSlash(name)))
	}
	return files, nil
}

// maxList bounds a list of files, in bytes.
const maxList = 64 << 20

// listed gives the files of --files-from.
func (j *job) listed() ([]string, error) {
	in := j.streams.in
	if name := j.flags.filesFrom; name != "-" {
		f, err := os.Open(j.absolute([]string{name})[0])
		if err != nil {
			return nil, err
		}
		defer f.Close() //nolint:errcheck // nothing was written
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, maxList+1))
	if err == nil && len(text) > maxList {
		err = fmt.Errorf("larger than %d MiB", maxList>>20)
	}
	return j.absolute(names(text)), err
}

// names gives the names of a list: with a zero byte behind each, or one in a line.
// In a line, one in quotes is as Git writes a name that has bytes which are not
// ASCII.
func names(text []byte) []string {
	var out []string
	if bytes.IndexByte(text, 0) >= 0 {
		for name := range strings.SplitSeq(string(text), "\x00") {
			if name != "" {
				out = append(out, name)
			}
		}
		return out
	}
	for line := range strings.Lines(string(text)) {
		name := strings.TrimRight(line, "\r\n")
		if plain, err := strconv.Unquote(name); err == nil && strings.HasPrefix(name, `"`) {
			name = plain
		}
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}

// inputs gives what is linted.
func (j *job) inputs(o parsers.Options) ([]parsers.Input, []source.Problem) {
	if j.stdin != "" {
		return []parsers.Input{{Name: j.stdin, Named: true}}, nil
	}
	inputs, problems := j.scope.Inputs(j.set, j.missing())
	problems = append(problems, j.doubts...)
	if j.flags.changed {
		inputs = append(inputs, j.scope.Readers(j.set, inputs, j.given(o, inputs))...)
	}
	return inputs, problems
}

// given tells of a module or template, by the name of a file, whether its variables
// or parameters have values from one of the files that changed. It is nil if that is
// so for none.
func (j *job) given(o parsers.Options, changed []parsers.Input) func(name string) bool {
	holds := func(files []string) bool {
		return slices.ContainsFunc(changed, func(in parsers.Input) bool {
			return in.Named && slices.ContainsFunc(files, func(f string) bool { return j.scope.Name(f) == in.Name || f == in.Name })
		})
	}
	var variables, parameters []string
	for _, s := range o.Settings {
		variables = append(variables, s.File)
	}
	for _, s := range o.VarSets {
		variables = append(variables, s.Files...)
	}
	parameters = append(parameters, o.ParameterFiles...)
	for _, s := range o.ParameterSets {
		parameters = append(parameters, s.Files...)
	}
	modules, templates := holds(variables), holds(parameters)
	if !modules && !templates && !holds(j.selected.valueFiles()) {
		return nil
	}
	return func(name string) bool {
		if parsers.OfModule(name) {
			return modules || o.VarFiles != nil && holds(o.VarFiles(path.Dir(name)))
		}
		return templates || o.ParameterFilesOf != nil && holds(o.ParameterFilesOf(name))
	}
}
