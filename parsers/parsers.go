// Package parsers turns inputs into units of evaluation and says which parser
// takes a file: by its name where that is Terraform's, else by its content.
package parsers

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/cloudformation"
	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/model"
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
	Named bool
	// Walked is a file that was found in a folder. It is passed over in silence
	// if it has nothing to do with ECS. A file may be both.
	Walked bool
}

// Options are what the user says about the inputs.
type Options struct {
	// Vars and VarFiles are for Terraform root modules.
	Vars     map[string]string
	VarFiles []string // names in the file set, or absolute paths in its root
	// Parameters are for CloudFormation templates.
	Parameters map[string]string
	// Changed is for lists of files that somebody else made, such as those of a
	// commit: a named file that has nothing to do with ECS is passed over in
	// silence, and one of a Terraform module stands for its folder.
	Changed bool
}

// Unit is what is evaluated at one time and on its own: a Terraform root module
// with the modules that it calls, a plan, a template, or a file of task
// definitions.
type Unit struct {
	// Name is that of the folder or the file.
	Name string
	// Whole is a unit that is wanted as a whole. Any other is evaluated for the
	// sake of the files that were named, and only what touches them matters.
	Whole bool
	// Load evaluates the unit. The model is nil if there is nothing about ECS in
	// it, or if it cannot be understood. Units may be loaded at the same time.
	Load func() (*model.Model, []source.Problem)
}

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
	loader := terraform.NewLoader(set, terraform.Options{Vars: opts.Vars, VarFiles: opts.VarFiles})
	var units []Unit
	modules := map[string][]Input{} // by folder
	for _, in := range inputs {
		if OfModule(in.Name) || isValues(in.Name) {
			dir := path.Dir(in.Name)
			modules[dir] = append(modules[dir], in)
			continue
		}
		units = append(units, Unit{Name: in.Name, Whole: true, Load: func() (*model.Model, []source.Problem) {
			return loadData(set, loader, in, opts)
		}})
	}
	if len(modules) == 0 {
		return units, nil
	}

	dirs := slices.Sorted(maps.Keys(modules))
	roots := loader.Roots(dirs)
	for _, dir := range roots {
		units = append(units, Unit{
			Name: dir, Whole: opts.Changed || slices.ContainsFunc(modules[dir], func(in Input) bool { return in.Walked }),
			Load: func() (*model.Model, []source.Problem) { return loader.Load(dir) },
		})
	}
	var problems []source.Problem
	for _, dir := range dirs {
		// A folder that is no root is evaluated through its callers.
		if _, root := slices.BinarySearch(roots, dir); root || len(loader.Roots([]string{dir})) > 0 {
			continue
		}
		for _, in := range modules[dir] {
			if in.Named && !opts.Changed {
				problems = append(problems, unrelated(set, in.Name))
			}
		}
	}
	return units, problems
}

// unrelated says why a named file of a Terraform module is not linted.
func unrelated(set *source.Set, name string) source.Problem {
	if _, err := set.Read(name); err != nil {
		return source.Problem{Name: name, Message: err.Error()}
	}
	return source.Problem{Name: name, Message: "neither its folder nor a module that is called there has an ECS resource"}
}

// loadData loads a file that is not Terraform code.
func loadData(set *source.Set, loader *terraform.Loader, in Input, opts Options) (*model.Model, []source.Problem) {
	asked := in.Named && !opts.Changed
	f, err := read(set, in.Name, asked)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !asked: // it is gone since the folder was read
		return nil, []source.Problem{{Name: in.Name, Level: source.Warning, Message: err.Error()}}
	case err != nil:
		return nil, []source.Problem{{Name: in.Name, Message: err.Error()}}
	case f == nil:
		return nil, nil
	}
	var m *model.Model
	var problems []source.Problem
	if terraform.IsPlan(f) {
		m, problems = loader.LoadPlan(f)
	} else {
		m, problems = cloudformation.Load(set, f, cloudformation.Options{Parameters: opts.Parameters})
	}
	if m == nil && problems == nil {
		m, problems = taskdef.Load(f)
	}
	if asked && m == nil {
		problems = reasons(f, problems)
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
