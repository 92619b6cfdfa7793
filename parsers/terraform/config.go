// Package terraform evaluates Terraform modules as far as that is possible
// without running anything, and puts their ECS resources into the common model.
//
// The evaluator walks HCL's syntax tree over abstract values, so that a value
// that is unknown hides nothing but itself and every value keeps the place where
// it is written. Expressions whose operands are wholly known are computed by HCL.
package terraform

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// config is what is written in one folder. It is parsed once, whoever calls it,
// and does not change afterwards.
type config struct {
	dir       string
	files     map[string]*source.File // by the name that ranges carry
	broken    map[*source.File]bool   // those with problems: where things end in them is a guess
	escaped   map[string]*value.Value // strings in JSON syntax that are files of their own in ranges
	problems  []source.Problem
	variables map[string]*hclsyntax.Block
	locals    map[string]*hclsyntax.Attribute
	outputs   map[string]*hclsyntax.Block
	calls     map[string]*hclsyntax.Block
	resources map[string]*hclsyntax.Block // by "type.name", data sources by "data.type.name"
	providers map[string]*hclsyntax.Block // by "aws" or "aws.alias"
	order     []string                    // keys of resources, as they are written
	callOrder []string
	values    []*source.File // terraform.tfvars and *.auto.tfvars, in ascending precedence
	uses      uses
}

// isConfig reports whether a file belongs to a module by its name.
func isConfig(name string) bool {
	return strings.HasSuffix(name, ".tf") || strings.HasSuffix(name, ".tf.json") ||
		strings.HasSuffix(name, ".tofu") || strings.HasSuffix(name, ".tofu.json")
}

// configFiles gives the files of a folder that make up its module, those that
// override others last. A .tofu file takes the place of a .tf file of its name.
// The names are sorted.
func configFiles(names []string) []string {
	has := func(name string) bool {
		_, ok := slices.BinarySearch(names, name)
		return ok
	}
	var out []string
	for _, n := range names {
		if !isConfig(n) || strings.HasPrefix(n, ".") || strings.HasSuffix(n, "~") {
			continue
		}
		if stem, isTF := strings.CutSuffix(n, ".tf"); isTF && has(stem+".tofu") {
			continue
		}
		if stem, isTF := strings.CutSuffix(n, ".tf.json"); isTF && has(stem+".tofu.json") {
			continue
		}
		out = append(out, n)
	}
	slices.SortStableFunc(out, func(a, b string) int {
		if c := cmp.Compare(overrides(a), overrides(b)); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return out
}

// overrides is 1 for a file whose blocks are merged over those of the others.
func overrides(name string) int {
	stem, _, _ := strings.Cut(name, ".")
	if stem == "override" || strings.HasSuffix(stem, "_override") {
		return 1
	}
	return 0
}

// readConfig parses the module in a folder.
func readConfig(set *source.Set, dir string) *config {
	c := &config{
		dir:       dir,
		files:     map[string]*source.File{},
		broken:    map[*source.File]bool{},
		escaped:   map[string]*value.Value{},
		variables: map[string]*hclsyntax.Block{},
		locals:    map[string]*hclsyntax.Attribute{},
		outputs:   map[string]*hclsyntax.Block{},
		calls:     map[string]*hclsyntax.Block{},
		resources: map[string]*hclsyntax.Block{},
		providers: map[string]*hclsyntax.Block{},
	}
	names, err := readDir(set, dir)
	if err != nil {
		c.problems = append(c.problems, source.Problem{Name: dir, Message: err.Error()})
		return c
	}
	var held tally
	for _, n := range configFiles(names) {
		f, err := readFile(set, path.Join(dir, n))
		if err != nil {
			c.problems = append(c.problems, source.Problem{Name: path.Join(dir, n), Message: err.Error()})
			continue
		}
		if p := held.add(f); p != nil {
			c.problems = append(c.problems, *p)
			continue
		}
		body, problems := parse(f, c.escaped)
		c.problems = append(c.problems, problems...)
		if body == nil {
			continue
		}
		c.files[f.Name] = f
		c.broken[f] = len(problems) > 0
		for _, b := range body.Blocks {
			c.add(b, overrides(n) == 1)
		}
	}
	c.readValues(set, names)
	return c
}

// readValues finds the files that give values to the variables of a root module.
// https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
func (c *config) readValues(set *source.Set, names []string) {
	var auto []string
	for _, n := range []string{"terraform.tfvars", "terraform.tfvars.json"} {
		if slices.Contains(names, n) {
			auto = append(auto, n)
		}
	}
	for _, n := range names {
		if strings.HasSuffix(n, ".auto.tfvars") || strings.HasSuffix(n, ".auto.tfvars.json") {
			auto = append(auto, n)
		}
	}
	for _, n := range auto {
		f, err := set.Read(path.Join(c.dir, n))
		if err != nil {
			c.problems = append(c.problems, source.Problem{Name: path.Join(c.dir, n), Message: err.Error()})
			continue
		}
		c.values = append(c.values, f)
	}
}

func (c *config) add(b *hclsyntax.Block, override bool) {
	put := func(m map[string]*hclsyntax.Block, key string) bool {
		old, exists := m[key]
		switch {
		case !exists:
			m[key] = b
		case override:
			m[key] = merged(old, b)
		}
		return !exists
	}
	switch {
	case b.Type == "variable" && len(b.Labels) == 1:
		put(c.variables, b.Labels[0])
	case b.Type == "output" && len(b.Labels) == 1:
		put(c.outputs, b.Labels[0])
	case b.Type == "module" && len(b.Labels) == 1:
		if put(c.calls, b.Labels[0]) {
			c.callOrder = append(c.callOrder, b.Labels[0])
		}
	case b.Type == "resource" && len(b.Labels) == 2:
		key := b.Labels[0] + "." + b.Labels[1]
		if put(c.resources, key) {
			c.order = append(c.order, key)
		}
	case b.Type == "data" && len(b.Labels) == 2:
		put(c.resources, "data."+b.Labels[0]+"."+b.Labels[1])
	case b.Type == "provider" && len(b.Labels) == 1:
		key := b.Labels[0]
		if a, ok := b.Body.Attributes["alias"]; ok {
			if v, diags := a.Expr.Value(nil); !diags.HasErrors() && v.Type().FriendlyName() == "string" {
				key += "." + v.AsString()
			}
		}
		put(c.providers, key)
	case b.Type == "locals" && len(b.Labels) == 0:
		for n, a := range b.Body.Attributes {
			if _, exists := c.locals[n]; !exists || override {
				c.locals[n] = a
			}
		}
	}
}

// merged lays an override block over another: its attributes and its nested
// blocks, by type, take the place of the other's.
// https://developer.hashicorp.com/terraform/language/files/override
func merged(old, over *hclsyntax.Block) *hclsyntax.Block {
	out := *old
	body := *old.Body
	body.Attributes = maps.Clone(old.Body.Attributes)
	maps.Copy(body.Attributes, over.Body.Attributes)
	replaced := map[string]bool{}
	for _, b := range over.Body.Blocks {
		replaced[blockName(b)] = true
	}
	body.Blocks = nil
	for _, b := range old.Body.Blocks {
		if !replaced[blockName(b)] {
			body.Blocks = append(body.Blocks, b)
		}
	}
	body.Blocks = append(body.Blocks, over.Body.Blocks...)
	out.Body = &body
	return &out
}

// blockName is the type of nested block that a block gives, also dynamically.
func blockName(b *hclsyntax.Block) string {
	if b.Type == "dynamic" && len(b.Labels) == 1 {
		return b.Labels[0]
	}
	return b.Type
}

// parse reads one file. A file with mistakes gives what could be understood of
// it, and problems.
func parse(f *source.File, escaped map[string]*value.Value) (*hclsyntax.Body, []source.Problem) {
	if strings.HasSuffix(f.Name, ".json") {
		return parseJSON(f, escaped)
	}
	if p := refuse(f); p != nil {
		return nil, []source.Problem{*p}
	}
	file, diags := hclsyntax.ParseConfig(f.Bytes, f.Name, hcl.InitialPos)
	problems := problemsOf(f, diags)
	if file == nil {
		return nil, problems
	}
	body, _ := file.Body.(*hclsyntax.Body)
	return body, problems
}

// maxErrors bounds the mistakes of one file that are told: what is no HCL at all has
// one in each line.
const maxErrors = 20

// problemsOf turns HCL's diagnostics into problems. Warnings are HCL's own
// business.
func problemsOf(f *source.File, diags hcl.Diagnostics) []source.Problem {
	diags = slices.DeleteFunc(diags, func(d *hcl.Diagnostic) bool { return d.Severity != hcl.DiagError })
	var out []source.Problem
	for i, d := range diags {
		if more := len(diags) - i; i == maxErrors && more > 1 {
			return append(out, source.Problem{Name: f.Name, Message: fmt.Sprintf("%d more mistakes", more)})
		}
		p := source.Problem{Name: f.Name, Message: sentence(d)}
		if d.Subject != nil {
			p.Range = rangeIn(f, *d.Subject)
		}
		out = append(out, p)
	}
	return out
}

// sentence gives a diagnostic on one line, in the style of a message: lower case
// and without a full stop.
func sentence(d *hcl.Diagnostic) string {
	s := d.Summary
	if d.Detail != "" {
		s += ": " + strings.Join(strings.Fields(d.Detail), " ")
	}
	s = strings.TrimSuffix(s, ".")
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' {
		s = strings.ToLower(s[:1]) + s[1:]
	}
	return s
}
