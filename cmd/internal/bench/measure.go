package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// maxSlowRuns is how often a row is measured that takes over a second: as often as
// benchstat needs for an interval.
const maxSlowRuns = 6

// floorGC are the settings of garbage collection that ecslint makes for itself, in
// cmd/internal/cli/gc.go.
var floorGC = []string{"GOGC=400", "GOMEMLIMIT=109051904"}

// result is what was measured for one row.
type result struct {
	row
	ours, floor, base []sample
	findings          int
}

// bench is one run of this program.
type bench struct {
	options
	dir            string // for everything that is written
	self           string // this program
	ecslint, floor string // the programs that are measured
	written        map[string]bool
	progress       *log.Logger
}

// measure measures the rows that were asked for, one after the other.
func measure(ctx context.Context, o options, dir string, progress *log.Logger) ([]result, error) {
	b := &bench{options: o, dir: dir, written: map[string]bool{}, progress: progress}
	root, err := b.build(ctx)
	if err != nil {
		return nil, err
	}
	all, err := rows(o, root)
	if err != nil {
		return nil, err
	}
	var out []result
	for _, r := range all {
		if !o.only.MatchString(r.name) {
			continue
		}
		res, err := b.measure(ctx, r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.name, err)
		}
		out = append(out, res)
	}
	if len(out) == 0 {
		return nil, errors.New("no row has a name that matches --run")
	}
	return out, nil
}

// build builds the programs, and gives the folder of the source code.
func (b *bench) build(ctx context.Context) (root string, err error) {
	if b.self, err = os.Executable(); err != nil {
		return "", err
	}
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return "", fmt.Errorf("go list -m: %w", err)
	}
	root = strings.TrimSpace(string(out))
	b.progress.Print("build")
	if b.floor, err = b.goBuild(ctx, root, "cmd/internal/bench/floor"); err != nil {
		return "", err
	}
	if b.options.ecslint != "" {
		b.ecslint, err = filepath.Abs(b.options.ecslint)
	} else {
		b.ecslint, err = b.goBuild(ctx, root, "cmd/ecslint")
	}
	return root, err
}

// goBuild builds a program and gives its file.
func (b *bench) goBuild(ctx context.Context, root, pkg string) (string, error) {
	file := filepath.Join(b.dir, filepath.Base(pkg)+".exe") // a name that every system starts
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", file, "./"+pkg)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", pkg, err, out)
	}
	return file, nil
}

// measure measures a row. What is compared is run in turn, so that whatever else
// the machine does hits all alike; the first round is not counted.
func (b *bench) measure(ctx context.Context, r row) (result, error) {
	res := result{row: r}
	dir, err := b.prepare(ctx, r.input, r.write)
	if err != nil {
		return res, err
	}
	base, err := b.prepare(ctx, r.base, r.writeBase)
	if err != nil {
		return res, err
	}
	runs := b.runs
	if r.slow {
		runs = min(runs, maxSlowRuns)
	}
	b.progress.Printf("%s: %d runs", r.name, runs)
	counts := map[string]string{} // what each program reports, which may not change
	for round := range runs + 1 {
		for _, c := range []struct {
			what    string
			do      func() (sample, string, error)
			samples *[]sample
		}{
			{"ecslint", func() (sample, string, error) { return b.runOurs(ctx, r, dir) }, &res.ours},
			{"the floor", func() (sample, string, error) { return b.runFloor(ctx, r, dir) }, &res.floor},
			{"ecslint on a tenth", func() (sample, string, error) { return b.runOurs(ctx, r, base) }, &res.base},
		} {
			if c.samples == &res.base && r.base == "" {
				continue
			}
			s, count, err := c.do()
			if err != nil {
				return res, fmt.Errorf("%s: %w", c.what, err)
			}
			if round == 0 {
				counts[c.what] = count
				continue
			}
			if count != counts[c.what] {
				return res, fmt.Errorf("%s: one run says %q, another %q", c.what, counts[c.what], count)
			}
			*c.samples = append(*c.samples, s)
		}
	}
	res.findings, err = strconv.Atoi(counts["ecslint"])
	return res, err
}

// prepare writes an input once, and gives its folder.
func (b *bench) prepare(ctx context.Context, name string, write func(context.Context, string) error) (string, error) {
	if write == nil {
		return name, nil
	}
	dir := filepath.Join(b.dir, name)
	if b.written[name] {
		return dir, nil
	}
	b.progress.Print("write ", name)
	b.written[name] = true
	return dir, write(ctx, dir)
}

var (
	// outcome is the last line but one of the report for people.
	outcome = regexp.MustCompile(`(?m)^(No|\d+) (?:new )?findings?\b.* in [1-9]\d* resources?`)
	// sarifResult is in each result of SARIF once.
	sarifResult = regexp.MustCompile(`"ruleId":`)
	// parsed is what the floor prints.
	parsed = regexp.MustCompile(`^([1-9]\d*) files, \d+ bytes, (\d+) not parsed\n$`)
)

// runOurs runs ecslint once, and gives the number of findings.
func (b *bench) runOurs(ctx context.Context, r row, dir string) (sample, string, error) {
	var stdin string
	if r.stdin != "" {
		stdin = filepath.Join(dir, filepath.FromSlash(r.stdin))
	}
	args := append([]string{"--jobs=" + strconv.Itoa(b.jobs)}, r.args...)
	s, out, err := b.start(ctx, dir, stdin, nil, b.ecslint, args)
	if err != nil {
		return s, "", err
	}
	if s.Exit != 0 && s.Exit != 1 && (s.Exit != 2 || !r.any) { // what a user's folder has may be beyond understanding
		return s, "", fmt.Errorf("exit status %d\n%s", s.Exit, out)
	}
	findings := len(sarifResult.FindAll(out, -1))
	if m := outcome.FindSubmatch(out); m != nil {
		findings, err = strconv.Atoi(strings.Replace(string(m[1]), "No", "0", 1))
	} else if findings == 0 {
		err = errors.New("no resources")
	}
	if err == nil && findings == 0 && !r.any {
		err = errors.New("no findings")
	}
	return s, strconv.Itoa(findings), err
}

// runFloor runs the floor once, and gives what it says about the files.
func (b *bench) runFloor(ctx context.Context, r row, dir string) (sample, string, error) {
	s, out, err := b.start(ctx, dir, "", floorGC, b.floor, append([]string{"-j", strconv.Itoa(b.jobs)}, r.floor...))
	if err != nil {
		return s, "", err
	}
	m := parsed.FindSubmatch(out)
	if s.Exit != 0 || m == nil || string(m[2]) != "0" && !r.any {
		return s, "", fmt.Errorf("exit status %d\n%s", s.Exit, out)
	}
	return s, string(out), nil
}

// start runs a program in a process of its own, and gives what it printed.
func (b *bench) start(ctx context.Context, dir, stdin string, env []string, program string, args []string) (s sample, out []byte, err error) {
	report := filepath.Join(b.dir, "sample.json")
	cmd := exec.CommandContext(ctx, b.self, append([]string{launchCommand, report, program}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(environment(), env...)
	if stdin != "" {
		f, err := os.Open(stdin)
		if err != nil {
			return s, nil, err
		}
		defer f.Close() //nolint:errcheck // nothing was written
		cmd.Stdin = f
	}
	// A file, as a pipe would have to be emptied meanwhile.
	f, err := os.Create(filepath.Join(b.dir, "out"))
	if err != nil {
		return s, nil, err
	}
	defer f.Close() //nolint:errcheck // what was written has been read
	cmd.Stdout, cmd.Stderr = f, f
	err = cmd.Run()
	out, readErr := os.ReadFile(f.Name())
	if err != nil {
		return s, nil, fmt.Errorf("%w\n%s", err, bytes.TrimSpace(out))
	}
	text, err := os.ReadFile(report)
	if err = errors.Join(readErr, err); err != nil {
		return s, nil, err
	}
	return s, out, json.Unmarshal(text, &s)
}

// environment is that of this program without what sets the garbage collection.
func environment() []string {
	return slices.DeleteFunc(os.Environ(), func(v string) bool {
		return strings.HasPrefix(v, "GOGC=") || strings.HasPrefix(v, "GOMEMLIMIT=")
	})
}
