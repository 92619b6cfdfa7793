package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ecslint/ecslint/cmd/internal/config"
	"github.com/ecslint/ecslint/cmd/internal/discover"
	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/report"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

// lintCommand lints paths.
func lintCommand(args []string, s streams) int { return lintModule("", args, s) }

// lintModule lints paths with the rules of a module; an empty one stands for all.
func lintModule(module string, args []string, s streams) int {
	tuneGC()
	f, fs := newFlags()
	f.module = module
	if status, done := parse(fs, args, s, f.help); done {
		return status
	}
	j, err := newJob(f, fs.Args(), s)
	if err != nil {
		return s.fail(err)
	}
	defer j.set.Close() //nolint:errcheck // nothing was written
	return j.run()
}

// job is one run of the linter.
type job struct {
	flags   *flags
	streams streams
	targets []target
	workdir string // without symbolic links
	scope   discover.Scope
	set     *source.Set
	// stdin is the name of the only input where that is standard input without a
	// file that it stands for; else empty.
	stdin string
	// buffer is the name of the file that standard input stands for; else empty.
	buffer string
	// doubts are problems with finding out what has changed.
	doubts []source.Problem
	// unusable says that the configuration or the baseline is not to be relied on.
	unusable bool
	selected *selection // once it is linted
	watch    stopwatch
}

// newJob checks the usage and opens the files.
func newJob(f *flags, paths []string, s streams) (*job, error) {
	j := &job{flags: f, streams: s, watch: stopwatch{start: time.Now()}}
	var err error
	if err := f.check(); err != nil {
		return nil, err
	}
	if j.targets, err = f.targets(); err != nil {
		return nil, err
	}
	if j.workdir, err = os.Getwd(); err != nil {
		return nil, err
	}
	if j.workdir, err = filepath.EvalSymlinks(j.workdir); err != nil {
		return nil, err
	}
	if f.since != "" || f.filesFrom != "" {
		return j, j.openChange(paths)
	}
	fromStdin := f.stdinName != ""
	for _, p := range paths {
		fromStdin = fromStdin || p == "-"
	}
	if !fromStdin {
		return j, j.open(paths)
	}
	if len(paths) > 1 || len(paths) == 1 && paths[0] != "-" {
		return nil, errors.New(`"-" and --stdin-filename stand for the only input: name no other path`)
	}
	text, err := readInput(s.in)
	if err != nil {
		return nil, err
	}
	if f.stdinName == "" {
		if err := j.open(nil); err != nil {
			return nil, err
		}
		j.stdin = stdinName(text)
		return j, errors.Join(j.set.Close(), j.memory(text))
	}
	if err := j.open([]string{f.stdinName}); err != nil {
		return nil, err
	}
	j.buffer = j.scope.Name(j.scope.Paths[0])
	j.set.Overlay(j.buffer, text)
	return j, nil
}

// open says where the paths lie and opens their root.
func (j *job) open(paths []string) (err error) {
	if j.scope, err = discover.Locate(j.workdir, paths); err != nil {
		return err
	}
	j.set, err = source.NewSet(j.scope.Root)
	return err
}

// memory takes standard input for all there is.
func (j *job) memory(text []byte) error {
	j.set = source.NewMemory(map[string]string{j.stdin: string(text)})
	return nil
}

// readInput reads standard input.
func readInput(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, source.MaxSize+1))
	if err == nil && len(b) > source.MaxSize {
		err = source.ErrTooLarge
	}
	if err != nil {
		return nil, fmt.Errorf("read standard input: %w", err)
	}
	return b, nil
}

// stdinName gives standard input a name by what is in it: Terraform code is told
// by its name.
func stdinName(text []byte) string {
	switch {
	case !bytes.Contains(text, []byte("aws_ecs_")) || bytes.Contains(text, []byte("AWS::ECS::")):
		return "stdin"
	case bytes.HasPrefix(bytes.TrimLeft(text, "\xef\xbb\xbf \t\r\n"), []byte("{")):
		return "stdin.tf.json"
	}
	return "stdin.tf"
}

// run lints and reports.
func (j *job) run() int {
	r, err := j.lint()
	if err != nil {
		return j.streams.fail(err)
	}
	if j.unusable {
		j.problems(r)
		return exitFailure
	}
	r.Status = j.status(r.Result)
	status := r.Status
	for _, t := range j.targets {
		// A report that cannot be written leaves the others.
		if err := t.write(*r, j.streams, j.flags.color); err != nil {
			status = max(status, j.streams.fail(err))
		}
		if status > exitSignal {
			return status
		}
	}
	j.watch.lap("report")
	j.problems(r)
	if j.flags.stats {
		j.watch.stats(j.streams.err, r.Times)
	}
	return status
}

// lint evaluates the inputs. Where the configuration or the baseline is not to be
// relied on, the result says nothing but that, and the job is unusable.
func (j *job) lint() (*report.Run, error) {
	r := &report.Run{
		Version: version(), ShowUndecided: j.flags.unknown != "hide", Buffer: j.buffer, Path: j.path, Quiet: j.flags.quiet,
		Today: today(), Account: j.flags.account, Region: j.flags.region, Category: j.flags.sarifCategory,
		IncludeSuppressed: slices.Contains(j.flags.sarifInclude, "suppressed"),
		IncludeUnknown:    slices.Contains(j.flags.sarifInclude, "unknown"),
	}
	s, problems, err := j.selection()
	if err != nil {
		return nil, err
	}
	var known *lint.Baseline
	if len(problems) == 0 {
		known, problems, err = j.baseline(s)
	}
	if err != nil {
		return nil, err
	}
	if len(problems) > 0 {
		j.unusable = true
		r.Result = &lint.Result{Problems: problems}
		return r, nil
	}
	options, err := j.options(s)
	if err != nil {
		return nil, err
	}
	j.selected = s
	options.Baseline, options.Today = known, r.Today
	var inputs []parsers.Input
	inputs, options.Problems = j.inputs(options.Parse)
	j.watch.lap("find the inputs")
	if _, ok := terminal(j.streams.err); ok && !j.flags.quiet {
		p := newProgress(j.streams.err)
		defer p.end()
		options.Progress = p.set
	}
	r.Result, err = lint.Run(context.Background(), j.set, inputs, options)
	j.watch.lap("read, evaluate and judge")
	r.Repository = j.repository()
	return r, err
}

// repository says where the code lives, if Git's configuration is in the root. In
// further work trees and in submodules it lies elsewhere, and is not read.
func (j *job) repository() string {
	f, err := j.set.Read(".git/config")
	if err != nil {
		return ""
	}
	return report.Repository(f.Bytes)
}

// today is the day of the run. SOURCE_DATE_EPOCH sets it, for reports that do not
// change from one day to the next: see https://reproducible-builds.org.
func today() time.Time {
	if seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	return time.Now().UTC()
}

// selection gives the rules that are on by configuration and flags.
func (j *job) selection() (*selection, []source.Problem, error) {
	file := j.flags.config
	if file == "" {
		file = config.Find(j.scope.Base, j.scope.Root)
	} else if !filepath.IsAbs(file) {
		file = filepath.Join(j.workdir, file)
	}
	var c config.Config
	dir := "."
	if file != "" {
		name := j.scope.Name(file)
		text, err := j.read(file, j.flags.config != "", config.MaxSize)
		if err != nil {
			return nil, []source.Problem{{Name: name, Message: "read configuration: " + err.Error()}}, nil
		}
		var problems []source.Problem
		if c, problems = config.Parse(source.NewFile(name, text), knownRules()); len(problems) > 0 {
			return nil, problems, nil
		}
		// A configuration outside of the repository speaks of the repository.
		if folder := path.Dir(name); filepath.IsLocal(folder) {
			dir = folder
		}
	}
	s, err := newSelection(j.flags, c, dir)
	return s, nil, err
}

// maxBaseline bounds a baseline, in bytes.
const maxBaseline = 16 << 20

// baselineName is the name of the baseline in the folder of the configuration, or
// in the root of the repository.
const baselineName = ".ecslint-baseline"

// baselineFile gives the path of the baseline, and whether somebody named it.
func (j *job) baselineFile(s *selection) (file string, named bool) {
	switch {
	case j.flags.baseline != "":
		return j.absolute([]string{j.flags.baseline})[0], true
	case s.config.Baseline != "":
		return filepath.Join(j.scope.Root, s.dir, s.config.Baseline), true
	}
	return filepath.Join(j.scope.Root, s.dir, baselineName), false
}

// baseline reads the findings that are known.
func (j *job) baseline(s *selection) (*lint.Baseline, []source.Problem, error) {
	if j.flags.noBaseline || j.scope.Root == "" {
		return nil, nil, nil
	}
	file, named := j.baselineFile(s)
	text, err := j.read(file, j.flags.baseline != "", maxBaseline)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read baseline %s: %w", j.path(j.scope.Name(file)), err)
	}
	b, problems := lint.ReadBaseline(source.NewFile(j.scope.Name(file), text))
	return b, problems, nil
}

func (j *job) options(s *selection) (lint.Options, error) {
	settings, err1 := j.settings()
	parameters, err2 := pairs("parameter", j.flags.parameters)
	varSets, err3 := j.sets("var-set", j.flags.varSets)
	parameterSets, err4 := j.sets("parameter-set", j.flags.parameterSets)
	shown := j.flags.details()
	return lint.Options{
		Rules: s.rules, Known: catalog.All(), Params: s.params, At: s.at(), Ignores: s.ignores(),
		Judgements: shown.Judgements, Fixes: shown.Fixes, Keys: shown.Keys, Undecided: j.flags.undecided(),
		HonourForeign: j.flags.honourForeign, Everything: slices.Contains(j.scope.Paths, j.scope.Root), Jobs: j.flags.jobs, UnitTime: j.flags.rootTimeout,
		Parse: parsers.Options{
			Settings: settings, VarSets: varSets, VarFiles: s.files(s.config.Variables),
			Parameters: parameters, ParameterFiles: j.absolute(j.flags.parameterFiles), ParameterSets: parameterSets,
			ParameterFilesOf: s.files(s.config.Parameters),
			StackTags:        s.config.StackTags, Changed: j.flags.changed, Touching: j.flags.since != "" || j.flags.filesFrom != "", Environment: j.environment(),
		},
	}, errors.Join(err1, err2, err3, err4)
}

// settings reads what gives values to variables of Terraform.
func (j *job) settings() ([]parsers.Setting, error) {
	var out []parsers.Setting
	for _, s := range j.flags.settings {
		if s.flag == "var-file" {
			out = append(out, parsers.Setting{File: j.absolute([]string{s.text})[0]})
			continue
		}
		name, text, ok := strings.Cut(s.text, "=")
		if !ok || name == "" {
			return nil, fmt.Errorf("--var %s: use NAME=VALUE", s.text)
		}
		out = append(out, parsers.Setting{Name: name, Text: text})
	}
	return out, nil
}

// environment gives the values of Terraform variables in the environment, if they
// are asked for: without, a run depends on nothing but its arguments and files.
func (j *job) environment() map[string]string {
	out := map[string]string{}
	if !j.flags.varEnv {
		return out
	}
	for _, e := range os.Environ() {
		if name, text, ok := strings.Cut(strings.TrimPrefix(e, "TF_VAR_"), "="); ok && strings.HasPrefix(e, "TF_VAR_") {
			out[name] = text
		}
	}
	return out
}

// sets reads the values of a flag that names sets of files.
func (j *job) sets(flag string, values []string) ([]parsers.VarSet, error) {
	var out []parsers.VarSet
	for _, v := range values {
		name, files, ok := strings.Cut(v, "=")
		if !ok || name == "" || files == "" {
			return nil, fmt.Errorf("--%s %s: use NAME=FILE[,FILE]", flag, v)
		}
		out = append(out, parsers.VarSet{Name: name, Files: j.absolute(strings.Split(files, ","))})
	}
	return out, nil
}

// absolute gives names of files that are relative to the working directory as
// absolute paths.
func (j *job) absolute(names []string) []string {
	var out []string
	for _, name := range names {
		if !filepath.IsAbs(name) {
			name = filepath.Join(j.workdir, name)
		}
		out = append(out, name)
	}
	return out
}

// missing is the level of the problem that a path does not exist. A list of
// changed files may have those that were deleted.
func (j *job) missing() source.Level {
	if j.flags.changed {
		return source.Note
	}
	return source.Error
}

// path shows the name of a file relative to the working directory.
func (j *job) path(name string) string {
	if j.stdin != "" && name == j.stdin {
		return "<stdin>"
	}
	full := filepath.FromSlash(name)
	if !filepath.IsAbs(full) {
		full = filepath.Join(j.scope.Root, full)
	}
	if rel, err := filepath.Rel(j.workdir, full); err == nil {
		return rel
	}
	return full
}

// problems writes what is wrong with the inputs to standard error.
func (j *job) problems(r *report.Run) {
	least := source.Warning
	switch {
	case j.flags.verbose:
		least = source.Note
	case j.flags.quiet:
		least = source.Error
	}
	shown := *r
	shown.Color = colored(j.streams.err, j.flags.color)
	report.Problems(j.streams.err, &shown, least, j.flags.verbose) //nolint:errcheck // there is no other way to tell
}

// status gives the exit status that a result deserves.
func (j *job) status(r *lint.Result) int {
	if len(r.Defects) > 0 {
		return exitDefect
	}
	for _, p := range r.Problems {
		if p.Level == source.Error {
			return exitFailure
		}
	}
	least, err := rules.ParseSeverity(j.flags.failOn)
	if err != nil { // "never"
		return exitClean
	}
	failing := r.Findings
	if j.flags.unknown == "fail" {
		failing = slices.Concat(failing, r.Undecided)
	}
	for _, f := range failing {
		if f.Severity >= least {
			return exitFound
		}
	}
	return exitClean
}
