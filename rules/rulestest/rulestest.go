// Package rulestest runs rules over fixtures.
//
// The folder of a rule holds Terraform root modules, CloudFormation templates and
// files with task definitions and services. What the rule has to find is written
// in the input, and what it finds beside that is as wrong as what it misses:
//
//	privileged = true      # want ECS.4 `true`
//	# want ECS.4
//	privileged = true
//	privileged = var.debug # want? ECS.4
//
//	resource "aws_ecs_task_definition" "windows" { # want- ECS.5
//
// A comment behind code speaks of its own line, one that stands alone of the
// next line of code. "want" is a finding, "want?" one that cannot be decided,
// "want-" on the line that opens a resource says that the rule does not apply to
// it. Text in backquotes is exactly what the range of the finding covers. Commas
// separate several. For a file that cannot hold comments, as JSON and what is
// inside of a heredoc, a file NAME.want lists LINE:COLUMN (in runes) and the ID
// with its mark:
//
//	4:32 ECS.4 `true`
//	9:7  ECS.4?
//	1:1  ECS.5-
//
// A file params.json gives parameters of the rule to the inputs of its folder.
package rulestest

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// Format is what a fixture is written in.
type Format string

// The formats.
const (
	Terraform Format = "Terraform"
	YAML      Format = "CloudFormation in YAML"
	JSON      Format = "CloudFormation in JSON"
	TaskDef   Format = "task definition"
)

// Formats are all formats.
var Formats = []Format{Terraform, YAML, JSON, TaskDef}

// Folder is the fixtures of one rule.
type Folder struct {
	Dir      string
	Fixtures []*Fixture

	inputs []parsers.Input
	wants  []want
}

// Fixture is one root module or file.
type Fixture struct {
	Name   string // relative to the folder
	Format Format
	Model  *model.Model

	params map[string][]string
}

const (
	paramsFile = "params.json"
	wantSuffix = ".want"
)

// Load reads the fixtures of a folder. Each of its files has to belong to one.
func Load(tb testing.TB, dir string) *Folder {
	tb.Helper()
	set, err := source.NewSet(dir)
	if err != nil {
		tb.Fatal(err)
	}
	defer set.Close() //nolint:errcheck // nothing was written

	names := files(tb, dir)
	var inputs []parsers.Input
	unread := map[string]bool{}
	for _, n := range names {
		switch {
		case path.Base(n) == paramsFile:
		case parsers.Candidate(n):
			inputs = append(inputs, parsers.Input{Name: n, Named: true, Walked: true})
			fallthrough
		default:
			unread[n] = true
		}
	}
	f := &Folder{Dir: dir, inputs: inputs}
	units, problems := parsers.Units(set, inputs, parsers.Options{})
	f.report(tb, problems)
	for _, u := range units {
		m, problems := u.Load(tb.Context())
		f.report(tb, problems)
		if m == nil {
			tb.Errorf("%s: there is nothing about ECS in it", f.path(u.Name))
			continue
		}
		x := &Fixture{Name: u.Name, Format: formatOf(u.Name, m), Model: m}
		x.params = f.params(tb, x)
		f.Fixtures = append(f.Fixtures, x)
	}
	for _, file := range set.Files() {
		f.expect(tb, file)
		delete(unread, file.Name)
		delete(unread, file.Name+wantSuffix)
	}
	for n := range unread {
		tb.Errorf("%s: belongs to no fixture", f.path(n))
	}
	return f
}

// files gives the names of all files below a folder.
func files(tb testing.TB, dir string) []string {
	tb.Helper()
	var out []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out = append(out, name)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func formatOf(name string, m *model.Model) Format {
	for e := range m.Resources() {
		switch e.Base().Type {
		case model.TaskDefinitionFile, model.ServiceFile:
			return TaskDef
		}
	}
	switch path.Ext(name) {
	case ".yaml", ".yml":
		return YAML
	case ".json":
		return JSON
	}
	return Terraform
}

func (f *Folder) report(tb testing.TB, problems []source.Problem) {
	tb.Helper()
	for _, p := range problems {
		if p.Level != source.Note {
			tb.Errorf("%s: %s: %s", f.Dir, p.Level, p.Error())
		}
	}
}

// params gives the parameters that stand beside a fixture.
func (f *Folder) params(tb testing.TB, x *Fixture) map[string][]string {
	tb.Helper()
	dir := path.Dir(x.Name)
	if x.Format == Terraform {
		dir = x.Name
	}
	var out map[string][]string
	if b, ok := f.read(tb, path.Join(dir, paramsFile)); ok {
		if err := json.Unmarshal(b, &out); err != nil {
			tb.Errorf("%s: %v", f.path(path.Join(dir, paramsFile)), err)
		}
	}
	return out
}

// read reads a file that need not exist.
func (f *Folder) read(tb testing.TB, name string) ([]byte, bool) {
	tb.Helper()
	b, err := os.ReadFile(f.path(name))
	if err != nil && !os.IsNotExist(err) {
		tb.Error(err)
	}
	return b, err == nil
}

// path gives the name of a file of the folder as it can be opened.
func (f *Folder) path(name string) string { return filepath.Join(f.Dir, filepath.FromSlash(name)) }

// Judge gives the rule's verdicts on the fixture, with its parameters.
func (x *Fixture) Judge(tb testing.TB, rule *rules.Rule) []*rules.Judgement {
	tb.Helper()
	judgements, defects := Judge(x.Model, []*rules.Rule{rule}, rules.Params{rule.ID: x.params})
	for _, d := range defects {
		tb.Errorf("%s: %s\n%s", x.Name, d.Error(), d.Stack)
	}
	return judgements
}

// Judge gives the verdicts of [rules.Judge].
func Judge(m *model.Model, all []*rules.Rule, params rules.Params) ([]*rules.Judgement, []*rules.Defect) {
	var out []*rules.Judgement
	o := rules.Options{Params: params.Everywhere(), Fixes: true}
	defects := rules.Judge(context.Background(), m, all, o, func(j *rules.Judgement) { out = append(out, new(*j)) })
	return out, defects
}

// Check compares what the rule finds in the folder with what is expected.
func (f *Folder) Check(tb testing.TB, rule *rules.Rule) {
	tb.Helper()
	var judgements []*rules.Judgement
	for _, x := range f.Fixtures {
		judgements = append(judgements, x.Judge(tb, rule)...)
	}
	found := outcomes(rule, judgements)
	for _, w := range f.wants {
		if w.id != rule.ID {
			tb.Errorf("%s: %s is expected in the folder of %s", f.at(w), w.id, rule.ID)
			continue
		}
		i := slices.IndexFunc(found, w.met)
		if i < 0 {
			tb.Errorf("%s: missing: %s", f.at(w), w)
			continue
		}
		found = slices.Delete(found, i, i+1)
	}
	for _, x := range found {
		tb.Errorf("%s: unexpected: %s\n\t%s", f.at(x.want), x.want, x.message)
	}
}

// Survive runs rules over the fixtures, whatever they find.
func (f *Folder) Survive(tb testing.TB, all []*rules.Rule) {
	tb.Helper()
	for _, x := range f.Fixtures {
		for _, rule := range all {
			x.Judge(tb, rule)
		}
	}
}

// Subject gives the name under which a resource is known in every format: the
// end of its address, or of the name of its file, in lower case and without
// punctuation. Instances have the name of their resource.
func Subject(j *rules.Judgement) string {
	name := path.Base(instance.ReplaceAllString(j.Entity.Base().Address, ""))
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".taskdef.json"), ".service.json")
	name = name[strings.LastIndexByte(name, '.')+1:]
	return strings.ToLower(strings.NewReplacer("_", "", "-", "").Replace(name))
}

// instance matches the part of an address that tells instances apart.
var instance = regexp.MustCompile(`\[[^\]]*\]`)
