// Package parsers turns inputs into units of evaluation and says which parser
// takes a file: by its name where that is Terraform's, else by its content.
package parsers

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/cloudformation"
	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/parallel"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/taskdef"
	"github.com/ecslint/ecslint/parsers/terraform"
	"github.com/ecslint/ecslint/parsers/yamldoc"
)

// Input is one file that a run may be about.
type Input struct {
	// Name is relative to the root of the file set, with slashes.
	Name string
	// Named is a file that the user named. It is linted, or a problem says why not.
	// It need not have to do with ECS if it declares a resource that the model knows
	// as a neighbour of ECS.
	Named bool
	// Walked is a file that was found in a folder. It is passed over in silence
	// if it has nothing to do with ECS: neighbours count where there is something of
	// ECS in the same root module or stack, in whichever of its files. A file may be
	// both. One that is neither is evaluated for the sake of those that are, which it
	// may read: nothing else about it matters.
	Walked bool
}

// asked reports whether the input matters for its own sake.
func (in Input) asked() bool { return in.Named || in.Walked }

// Options are what the user says about the inputs.
type Options struct {
	// Settings are values of the variables of Terraform root modules. Files are
	// names in the file set, or absolute paths in its root.
	Settings []Setting
	// Environment are the values of TF_VAR_NAME by name.
	Environment map[string]string
	// VarSets are further files by name, such as those of an environment: a root
	// module is evaluated once for each of them.
	VarSets []VarSet
	// Parameters, files of parameters and the keys of the tags that stacks are
	// deployed with are for CloudFormation templates.
	Parameters     map[string]string
	ParameterFiles []string // as the files of Settings
	ParameterSets  []VarSet // as VarSets
	// VarFiles and ParameterFilesOf give further files for a root module, by its
	// folder, and for a template; all others go before them. They may be nil.
	VarFiles, ParameterFilesOf func(unit string) []string
	StackTags                  []string
	// Changed is for lists of files that somebody else made, such as those of a
	// commit: a named file that has nothing to do with ECS is passed over in
	// silence, and one of a Terraform module stands for its folder.
	Changed bool
	// Touching is for such lists of which only what touches a file matters, and not
	// all of its folder.
	Touching bool
}

// Setting is a value that the user gives to a variable of Terraform.
type Setting = terraform.Setting

// VarSet is files with values of Terraform variables, or of CloudFormation
// parameters, that belong together. Settings and ParameterFiles go before them.
type VarSet struct {
	Name  string
	Files []string
}

// Unit is what is evaluated at one time and on its own: a Terraform root module
// with the modules that it calls, a plan, a template, or a file of task
// definitions.
type Unit struct {
	// Name is that of the folder or the file.
	Name string
	// Set names the [VarSet] that a root module or template is evaluated with, if
	// there are any.
	Set string
	// Whole is a unit that is wanted as a whole. Any other is evaluated for the
	// sake of the files that were named, and only what touches them matters.
	Whole bool
	// Load evaluates the unit. The model is nil if there is nothing about ECS in
	// it, or if it cannot be understood. Units may be loaded at the same time.
	//
	// Once the context is done, all that is left is unknown, so that it ends soon:
	// what it gives is then of no use.
	Load Load
}

// Load evaluates something.
type Load func(ctx context.Context) (*model.Model, []source.Problem)

// dataSuffixes are those of templates and task definitions.
var dataSuffixes = []string{".yaml", ".yml", ".json", ".template", ".cfn", ".cform"}

// Candidate reports whether a file that is found in a folder can be an input,
// by its name.
func Candidate(name string) bool {
	return OfModule(name) || hasSuffix(name, dataSuffixes)
}

// OfModule reports whether a file is a part of the Terraform or OpenTofu module
// in its folder.
func OfModule(name string) bool {
	return hasSuffix(name, []string{".tf", ".tofu", ".tf.json", ".tofu.json"})
}

// MentionsTemplate reports whether a text may be a template of CloudFormation that
// is about ECS.
func MentionsTemplate(text []byte) bool { return cloudformation.Mentions(text) }

// isValues reports whether a file holds values of variables of the Terraform
// module in its folder.
func isValues(name string) bool {
	return hasSuffix(name, []string{".tfvars", ".tfvars.json"})
}

func hasSuffix(name string, suffixes []string) bool {
	base := path.Base(name)
	return slices.ContainsFunc(suffixes, func(s string) bool { return len(base) > len(s) && strings.HasSuffix(base, s) })
}

// Units gives the units that the inputs belong to. Problems are files that were
// named and belong to none; what a file is that is not Terraform code shows when
// its unit is loaded.
func Units(set *source.Set, inputs []Input, opts Options) ([]Unit, []source.Problem) {
	loader := terraform.NewLoader(set, terraform.Options{Settings: opts.Settings, Environment: opts.Environment})
	modules := map[string][]Input{} // by folder
	var asked []string
	var others []Input
	for _, in := range inputs {
		if OfModule(in.Name) || isValues(in.Name) {
			dir := path.Dir(in.Name)
			modules[dir] = append(modules[dir], in)
			if in.Named && !opts.Changed {
				asked = append(asked, in.Name)
			}
			continue
		}
		others = append(others, in)
	}
	units, problems := dataUnits(set, loader, others, opts)
	if len(modules) == 0 {
		return units, problems
	}

	dirs := slices.Sorted(maps.Keys(modules))
	roots := loader.Roots(dirs, asked...)
	sets := opts.VarSets
	if len(sets) == 0 {
		sets = []VarSet{{}}
	}
	for _, s := range sets {
		for _, dir := range roots {
			loader := loader
			var settings []Setting
			for _, f := range slices.Concat(filesOf(opts.VarFiles, dir), s.Files) {
				settings = append(settings, Setting{File: f})
			}
			if len(settings) > 0 {
				loader = loader.With(append(settings, opts.Settings...))
			}
			load := complete(func(ctx context.Context) (*model.Model, []source.Problem) { return loader.Load(ctx, dir) })
			if !slices.ContainsFunc(modules[dir], Input.asked) {
				load = aside(load, inputs)
			}
			units = append(units, Unit{
				Name: dir, Set: s.Name, Load: load,
				Whole: slices.ContainsFunc(modules[dir], func(in Input) bool { return in.Walked || in.Named && opts.Changed && !opts.Touching }),
			})
		}
	}
	for _, dir := range dirs {
		if opts.Changed || !slices.ContainsFunc(modules[dir], func(in Input) bool { return in.Named }) {
			continue // nobody asks for what is in it
		}
		// A folder that is no root is evaluated through its callers.
		if _, root := slices.BinarySearch(roots, dir); root || len(loader.Roots([]string{dir}, asked...)) > 0 {
			continue
		}
		for _, in := range modules[dir] {
			if in.Named {
				problems = append(problems, unrelated(set, in.Name))
			}
		}
	}
	return units, problems
}

// filesOf gives the files for a unit.
func filesOf(of func(string) []string, unit string) []string {
	if of == nil {
		return nil
	}
	return of(unit)
}

// complete gives the models that load makes the names that resources can have, which
// for every format come from CloudFormation's, and tells what is left out of them.
func complete(load Load) Load {
	return func(ctx context.Context) (*model.Model, []source.Problem) {
		m, problems := load(ctx)
		if m != nil {
			m.Schema = cloudformation.Schema
			problems = slices.Concat(problems, m.Problems())
		}
		return m, problems
	}
}

// aside makes notes of the problems of what is evaluated for the sake of other
// inputs, but for those that are in one of them.
func aside(load Load, inputs []Input) Load {
	return func(ctx context.Context) (*model.Model, []source.Problem) {
		m, problems := load(ctx)
		problems = slices.Clone(problems)
		for i, p := range problems {
			if !slices.ContainsFunc(inputs, func(in Input) bool { return in.Name == p.Path() && in.asked() }) {
				problems[i].Level = source.Note
			}
		}
		return m, problems
	}
}

// unrelated says why a named file of a Terraform module is not linted.
func unrelated(set *source.Set, name string) source.Problem {
	if _, err := set.Read(name); err != nil {
		return source.Problem{Name: name, Message: err.Error()}
	}
	return source.Problem{Name: name, Message: "neither its folder nor a module that is called there has an ECS resource"}
}

// dataUnits gives the units of files that are not Terraform code.
func dataUnits(set *source.Set, plans *terraform.Loader, inputs []Input, opts Options) ([]Unit, []source.Problem) {
	templates, problems := cloudformation.NewLoader(set, cloudformation.Options{
		Parameters: opts.Parameters, ParameterFiles: opts.ParameterFiles, StackTags: opts.StackTags,
	})
	read := readAll(set, inputs, opts)
	var files []*source.File
	for _, d := range read {
		if d.file != nil {
			files = append(files, d.file)
		}
	}
	definitions := taskdef.NewLoader(set)
	covered := definitions.Covered(files)
	roots := templates.Roots(files)
	loaders := map[string]*cloudformation.Loader{} // by their parameter files
	loader := func(unit string, set []string) *cloudformation.Loader {
		extra := slices.Concat(filesOf(opts.ParameterFilesOf, unit), set)
		if len(extra) == 0 {
			return templates
		}
		key := strings.Join(extra, "\x00")
		if loaders[key] == nil {
			l, others := templates.With(slices.Concat(extra, opts.ParameterFiles))
			loaders[key], problems = l, append(problems, others...)
		}
		return loaders[key]
	}
	var units []Unit
	for _, d := range read {
		if d.file != nil {
			if _, root := slices.BinarySearch(roots, d.file.Name); !root || covered[d.file.Name] {
				continue // it is read through another one
			}
		} else if d.err == nil && d.broken == nil {
			continue // it is not about ECS
		}
		add := func(set string, templates *cloudformation.Loader) {
			load := complete(func(ctx context.Context) (*model.Model, []source.Problem) {
				return d.load(ctx, templates, plans, definitions)
			})
			if !d.input.asked() {
				load = aside(load, inputs)
			}
			units = append(units, Unit{Name: d.input.Name, Set: set, Whole: d.input.Walked || d.input.asked() && !opts.Touching, Load: load})
		}
		if d.file == nil || len(opts.ParameterSets) == 0 || !cloudformation.Mentions(d.file.Bytes) {
			add("", loader(d.input.Name, nil))
			continue
		}
		for _, s := range opts.ParameterSets {
			add(s.Name, loader(d.input.Name, s.Files))
		}
	}
	return units, problems
}

// data is a file that is not Terraform code.
type data struct {
	input Input
	asked bool         // it is linted, or a problem says why not
	file  *source.File // nil if it is not about ECS
	err   error
	// broken is what reading it panicked with.
	broken any
}

// readAll reads the files of inputs, some at a time.
func readAll(set *source.Set, inputs []Input, opts Options) []data {
	out := make([]data, len(inputs))
	parallel.Each(len(inputs), runtime.GOMAXPROCS(0), func(i int) {
		out[i] = data{input: inputs[i], asked: inputs[i].Named && !opts.Changed}
		out[i].read(set)
	})
	return out
}

// read reads the file.
func (d *data) read(set *source.Set) {
	defer func() { d.broken = recover() }()
	d.file, d.err = read(set, d.input.Name, d.asked)
}

// load says what is in the file.
func (d data) load(ctx context.Context, templates *cloudformation.Loader, plans *terraform.Loader, definitions *taskdef.Loader) (*model.Model, []source.Problem) {
	switch {
	case d.broken != nil:
		panic(d.broken) // where a breakdown names the file
	case errors.Is(d.err, fs.ErrNotExist) && !d.asked: // it is gone since the folder was read
		return nil, []source.Problem{{Name: d.input.Name, Level: source.Warning, Message: d.err.Error()}}
	case d.err != nil:
		return nil, []source.Problem{{Name: d.input.Name, Message: d.err.Error()}}
	}
	var m *model.Model
	var problems []source.Problem
	if terraform.IsPlan(d.file) {
		m, problems = plans.LoadPlan(ctx, d.file)
	} else {
		m, problems = templates.Load(ctx, d.file, d.asked)
	}
	if m == nil && problems == nil {
		m, problems = definitions.Load(d.file)
	}
	if d.asked && m == nil {
		problems = reasons(d.file, problems)
	}
	return m, problems
}

// read reads a file that is not Terraform code; without all only if it may be
// about ECS.
func read(set *source.Set, name string, all bool) (*source.File, error) {
	if all {
		return set.Read(name)
	}
	return set.ReadIf(name, func(text []byte) bool {
		return cloudformation.Mentions(text) || taskdef.Mentions(text) ||
			bytes.Contains(text, []byte("aws_ecs_")) && bytes.Contains(text, []byte(`"format_version"`)) // a plan
	})
}

// reasons says why a file that was named is not linted. What its parsers say is
// an error whatever its level, as a warning would not tell that.
func reasons(f *source.File, problems []source.Problem) []source.Problem {
	if len(problems) == 0 {
		problems = syntax(f)
	}
	out := slices.Clone(problems)
	for i := range out {
		out[i].Level = source.Error
	}
	if len(out) == 0 {
		out = []source.Problem{{Name: f.Name, Message: "no task definition and no ECS resource is recognised in it"}}
	}
	return out
}

// syntax gives the problems of a file that is neither JSON nor YAML.
func syntax(f *source.File) []source.Problem {
	text := bytes.TrimLeft(f.Bytes, "\xef\xbb\xbf \t\r\n")
	if len(text) > 0 && (text[0] == '{' || text[0] == '[') {
		if doc, problems := jsondoc.Parse(f); doc == nil {
			return problems
		}
		return nil
	}
	if docs, problems := yamldoc.Parse(f); len(docs) == 0 {
		return problems
	}
	return nil
}
