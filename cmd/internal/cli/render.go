package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/render"
	"github.com/ecslint/ecslint/cmd/internal/report"
	"github.com/ecslint/ecslint/parsers"
)

// renderCommand shows what was understood of the inputs. Arguments that are
// files or folders are what is read; the others are addresses of resources, in
// which * stands for any text.
func renderCommand(c command, args []string, s streams) int {
	f, fs := newFlags()
	own := c.flags()
	values := own.Bool("show-values", false, "print also the values of environment variables and what looks like a secret")
	f.groups = append([]group{{"Render", own}}, f.groups...)
	fs.AddFlagSet(own)
	if status, done := parse(fs, args, s, f.help); done {
		return status
	}
	format := "text"
	if len(f.formats) > 0 {
		format = f.formats[len(f.formats)-1]
	}
	if err := choice("format", format, "text", "json"); err != nil {
		return s.fail(fmt.Errorf("%s: %w", c.name, err))
	}
	f.formats = nil
	var paths, addresses []string
	for _, a := range fs.Args() {
		if _, err := os.Lstat(filepath.FromSlash(a)); err == nil || a == "-" {
			paths = append(paths, a)
		} else {
			addresses = append(addresses, a)
		}
	}
	j, err := newJob(f, paths, s)
	if err != nil {
		return s.fail(err)
	}
	defer j.set.Close() //nolint:errcheck // nothing was written
	selected, problems, err := j.selection()
	if err != nil {
		return s.fail(err)
	}
	if len(problems) > 0 {
		j.problems(&report.Run{Result: &lint.Result{Problems: problems}, Path: j.path})
		return exitFailure
	}
	options, err := j.options(selected)
	if err != nil {
		return s.fail(err)
	}
	inputs := []parsers.Input{{Name: j.stdin, Named: true}}
	result := &lint.Result{}
	if j.stdin == "" {
		inputs, result.Problems = j.scope.Inputs(j.set, j.missing())
	}
	units, problems, defects := lint.Units(j.set, inputs, options.Parse)
	result.Problems, result.Defects = append(result.Problems, problems...), defects
	resources := []render.Resource{}
	for _, u := range units {
		m, problems, defects := lint.Load(context.Background(), u, f.rootTimeout)
		result.Problems, result.Defects = append(result.Problems, problems...), append(result.Defects, defects...)
		if m == nil {
			continue
		}
		result.Mask.AddModel(m)
		for _, r := range render.Of(m, *values) {
			if wanted(r.Address, addresses) {
				resources = append(resources, r)
			}
		}
	}
	result.Mask.Join()
	status := exitClean
	if len(addresses) > 0 && len(resources) == 0 {
		return s.fail(fmt.Errorf("render: no file, folder or resource is called %s", strings.Join(addresses, ", ")))
	}
	if format == "json" {
		if err := report.EncodeJSON(s.out, map[string]any{"version": 1, "resources": resources}); err != nil {
			return s.fail(fmt.Errorf("write output: %w", err))
		}
	} else {
		status = s.print(render.Text(resources, j.path))
	}
	j.problems(&report.Run{Version: version(), Path: j.path, Quiet: f.quiet, Result: result})
	return max(status, j.status(result))
}

// wanted reports whether an address is one of those asked for; all are if none
// is.
func wanted(address string, patterns []string) bool {
	if len(patterns) == 0 {
		return true
	}
	for _, p := range patterns {
		if matches(address, strings.Split(p, "*")) {
			return true
		}
	}
	return false
}

// matches reports whether s is the parts with any text between them.
func matches(s string, parts []string) bool {
	s, ok := strings.CutPrefix(s, parts[0])
	if len(parts) == 1 {
		return ok && s == ""
	}
	for _, p := range parts[1 : len(parts)-1] {
		i := strings.Index(s, p)
		if i < 0 {
			return false
		}
		s = s[i+len(p):]
	}
	return ok && strings.HasSuffix(s, parts[len(parts)-1])
}
