// Package config reads .ecslint.yaml:
//
//	profile: nist-800-53 # or a list of profiles
//	rules:
//	  ECS.13:
//	    enabled: true
//	    severity: high
//	    parameters:
//	      requiredTagKeys: [team, cost-center]
//	overrides: # for some files; of several that hold for a file the later one goes first
//	  - paths: [legacy/**]
//	    rules:
//	      ECS.5: {enabled: false}
//	ignores:
//	  - rules: [ECS.2]
//	    paths: [sandbox/**]
//	    addresses: ["module.bastion.*"]
//	    reason: reached from the office alone
//	    until: 2027-03-31
//	baseline: .ecslint-baseline
//	terraform:
//	  variables:
//	    - paths: [infra/prod]
//	      files: [infra/prod.tfvars]
//	cloudformation:
//	  stackTags: [team] # the keys of the tags that stacks are deployed with
//	  parameters:
//	    - paths: [stacks/*.yaml]
//	      files: [stacks/prod.json]
//
// A rule is named by its ID or its slug, several by the name of their module or by
// "all". Paths are patterns relative to the folder of the configuration, of which
// one that names a folder holds for all that is in it. A key or a rule that does
// not exist is an error: a setting that has no effect would be believed to have
// one.
package config

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"gopkg.in/yaml.v3"

	"github.com/ecslint/ecslint/cmd/internal/near"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// FileName is the name of the configuration in a folder.
const FileName = ".ecslint.yaml"

// Config is what a configuration says. The zero Config says nothing.
type Config struct {
	Profiles  []string        // empty: the default
	Rules     map[string]Rule // by ID
	Overrides []Override      // the later ones go first
	Ignores   []Ignore
	Baseline  string   // a file, relative to the folder of the configuration
	StackTags []string // keys of the tags of CloudFormation stacks
	// Variables and Parameters are files with values of Terraform variables and of
	// CloudFormation parameters, for some root modules and templates.
	Variables, Parameters []Files
}

// Rule is what a configuration says about one rule.
type Rule struct {
	Enabled    *bool           // nil: as without a configuration
	Severity   *rules.Severity // nil: the rule's own
	Parameters map[string][]string
}

// Override is what holds for some files.
type Override struct {
	Paths Paths
	Rules map[string]Rule // by ID
}

// Ignore is a request to leave findings out.
type Ignore struct {
	Range     source.Range
	Rules     []string  // IDs
	Paths     Paths     // nil: all
	Addresses Addresses // nil: all
	Reason    string
	Until     string // "2027-03-31", or empty
}

// Files are files of values for some root modules or templates.
type Files struct {
	Paths Paths
	Names []string // relative to the folder of the configuration
}

// Catalog is what a configuration can name.
type Catalog struct {
	Rules    []*rules.Rule
	Groups   map[string][]*rules.Rule // by name: the modules of rules, and all
	Profiles []string
}

// Find gives the path of the configuration that holds for the folder dir: that
// of the nearest folder from dir up to root; "" if there is none.
func Find(dir, root string) string {
	for {
		p := filepath.Join(dir, FileName)
		if _, err := os.Lstat(p); !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
			return p // or it is told why it cannot be read
		}
		up := filepath.Dir(dir)
		if dir == root || up == dir {
			return ""
		}
		dir = up
	}
}

// maxEntries bounds the entries of a list, with all of which findings are compared.
const maxEntries = 1000

// MaxSize bounds a configuration, in bytes.
const MaxSize = 1 << 20

// ReadFile reads a plain file, of up to limit bytes. It does not wait for what is no
// file, such as a pipe.
func ReadFile(name string, limit int64) ([]byte, error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, source.ErrNotRegular // even to open a device may do something
	}
	return read(os.OpenFile, name, limit)
}

// ReadFileIn is [ReadFile] for a file in a folder, out of which no symbolic link
// leads.
func ReadFileIn(dir, name string, limit int64) ([]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // nothing was written
	return read(root.OpenFile, filepath.FromSlash(name), limit)
}

func read(open func(name string, flag int, mode os.FileMode) (*os.File, error), name string, limit int64) ([]byte, error) {
	// Without O_NONBLOCK, opening a named pipe waits for its writer.
	f, err := open(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if e, ok := errors.AsType[*os.PathError](err); ok {
		return nil, e.Err
	}
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, source.ErrNotRegular
	}
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if int64(len(b)) > limit {
		return nil, fmt.Errorf("larger than %d MiB", limit>>20)
	}
	return b, err
}

// Parse reads a configuration.
func Parse(f *source.File, known Catalog) (Config, []source.Problem) {
	d := &decoder{file: f, known: known}
	var doc yaml.Node
	if err := yaml.Unmarshal(f.Bytes, &doc); err != nil {
		d.syntax(err)
	}
	if len(doc.Content) > 0 && doc.Content[0].Tag != "!!null" {
		d.object(doc.Content[0], "the configuration", fields{
			{"profile", d.profiles},
			{"rules", func(n *yaml.Node) { d.config.Rules = d.rules(n) }},
			{"overrides", func(n *yaml.Node) { d.each(n, "overrides", d.override) }},
			{"ignores", func(n *yaml.Node) { d.each(n, "ignores", d.ignore) }},
			{"baseline", func(n *yaml.Node) { d.config.Baseline, _ = d.text(n, "baseline") }},
			{"terraform", func(n *yaml.Node) {
				d.object(n, "terraform", fields{{"variables", func(n *yaml.Node) { d.config.Variables = d.files(n, "variables") }}})
			}},
			{"cloudformation", d.cloudformation},
		})
	}
	if len(d.problems) > 0 {
		return Config{}, d.problems
	}
	return d.config, nil
}

type decoder struct {
	file     *source.File
	known    Catalog
	config   Config
	problems []source.Problem
}

// fields are the keys of an object and what reads their values.
type fields []struct {
	name string
	read func(*yaml.Node)
}

func (d *decoder) at(n *yaml.Node) source.Range {
	off := d.file.Offset(n.Line, n.Column)
	return source.Range{File: d.file, Start: off, End: off}
}

func (d *decoder) fail(n *yaml.Node, format string, args ...any) {
	d.problems = append(d.problems, source.Problem{Range: d.at(n), Message: fmt.Sprintf(format, args...)})
}

// syntax reports an error of yaml.v3: "yaml: line 3: …".
func (d *decoder) syntax(err error) {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	at := &yaml.Node{Line: 1, Column: 1}
	if number, rest, ok := strings.Cut(strings.TrimPrefix(message, "line "), ": "); ok {
		if n, err := strconv.Atoi(number); err == nil {
			at.Line, message = n, rest
		}
	}
	d.fail(at, "not YAML: %s", message)
}

// deref gives the node that an alias stands for.
func deref(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// members goes over the keys of a mapping, each of which may stand there once.
func (d *decoder) members(n *yaml.Node, what string, each func(key, v *yaml.Node)) {
	if n = deref(n); n.Kind != yaml.MappingNode {
		d.fail(n, "%s must be a mapping", what)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			d.fail(key, "%q stands here twice", key.Value)
			continue
		}
		seen[key.Value] = true
		each(key, n.Content[i+1])
	}
}

// object reads a mapping of known keys.
func (d *decoder) object(n *yaml.Node, what string, fs fields) {
	d.members(n, what, func(key, v *yaml.Node) {
		var names []string
		for _, f := range fs {
			if f.name == key.Value {
				f.read(v)
				return
			}
			names = append(names, f.name)
		}
		hint := near.Hint(key.Value, names)
		if hint == "" {
			hint = ": use " + strings.Join(names, ", ")
		}
		d.fail(key, "unknown key %q%s", key.Value, hint)
	})
}

func (d *decoder) profiles(n *yaml.Node) {
	d.config.Profiles, _ = d.texts(n, "profile")
	for _, name := range d.config.Profiles {
		if !slices.Contains(d.known.Profiles, name) {
			d.fail(deref(n), "unknown profile %q%s: use %s", name, near.Hint(name, d.known.Profiles), strings.Join(d.known.Profiles, ", "))
		}
	}
}

// each reads the elements of a list.
func (d *decoder) each(n *yaml.Node, what string, read func(*yaml.Node)) {
	if n = deref(n); n.Kind != yaml.SequenceNode {
		d.fail(n, "%s must be a list", what)
		return
	}
	if len(n.Content) > maxEntries {
		d.fail(n.Content[maxEntries], "%s has more than %d entries", what, maxEntries)
		return
	}
	for _, e := range n.Content {
		read(e)
	}
}

func (d *decoder) override(n *yaml.Node) {
	var o Override
	d.object(n, "an override", fields{
		{"paths", func(n *yaml.Node) { o.Paths = d.paths(n) }},
		{"rules", func(n *yaml.Node) { o.Rules = d.rules(n) }},
	})
	if o.Paths == nil {
		d.fail(n, "an override needs paths: what it holds for")
	}
	d.config.Overrides = append(d.config.Overrides, o)
}

func (d *decoder) ignore(n *yaml.Node) {
	i := Ignore{Range: d.at(n)}
	named := func(n *yaml.Node) {
		names, _ := d.texts(n, "rules")
		for _, name := range names {
			for _, r := range d.named(n, name) {
				i.Rules = append(i.Rules, r.ID)
			}
		}
	}
	d.object(n, "an ignore", fields{
		{"rules", named},
		{"paths", func(n *yaml.Node) { i.Paths = d.paths(n) }},
		{"addresses", func(n *yaml.Node) { i.Addresses, _ = d.texts(n, "addresses") }},
		{"reason", func(n *yaml.Node) { i.Reason, _ = d.text(n, "reason") }},
		{"until", func(n *yaml.Node) {
			i.Until, _ = d.text(n, "until")
			if _, err := time.Parse(time.DateOnly, i.Until); err != nil {
				d.fail(n, "until must be a date as %s", time.DateOnly)
			}
		}},
	})
	switch {
	case len(i.Rules) == 0:
		d.fail(n, "an ignore needs rules: which of them it leaves out")
	case i.Paths == nil && i.Addresses == nil:
		d.fail(n, "an ignore needs paths or addresses: to leave a rule out everywhere, turn it off under rules")
	case strings.TrimSpace(i.Reason) == "":
		d.fail(n, "an ignore needs a reason")
	}
	d.config.Ignores = append(d.config.Ignores, i)
}

func (d *decoder) files(n *yaml.Node, what string) []Files {
	var out []Files
	d.each(n, what, func(n *yaml.Node) {
		var f Files
		d.object(n, "an entry of "+what, fields{
			{"paths", func(n *yaml.Node) { f.Paths = d.paths(n) }},
			{"files", func(n *yaml.Node) { f.Names, _ = d.texts(n, "files") }},
		})
		if f.Paths == nil || len(f.Names) == 0 {
			d.fail(n, "an entry of %s needs paths and files", what)
		}
		out = append(out, f)
	})
	return out
}

func (d *decoder) paths(n *yaml.Node) Paths {
	out := Paths{}
	texts, _ := d.texts(n, "paths")
	for _, p := range texts {
		p = strings.TrimSuffix(strings.TrimPrefix(p, "./"), "/")
		if !doublestar.ValidatePattern(p) {
			d.fail(n, "%q is no pattern for paths", p)
			continue
		}
		all, ok := source.Alternatives(p)
		if !ok {
			d.fail(n, "%.40q… is too long for a pattern or has too many alternatives", p)
		}
		out = append(out, all...)
	}
	return out
}

// named gives the rules of a name: one, or those of a group.
func (d *decoder) named(n *yaml.Node, name string) []*rules.Rule {
	if group, ok := d.known.Groups[name]; ok {
		return group
	}
	rule, err := FindRule(name, d.known.Rules)
	if err != nil {
		d.fail(deref(n), "%v", err)
		return nil
	}
	return []*rules.Rule{rule}
}

// rules reads what is said of rules. What names fewer of them goes first, whatever
// the order.
func (d *decoder) rules(n *yaml.Node) map[string]Rule {
	type said struct {
		of   []*rules.Rule
		rule Rule
	}
	var all []said
	seen := map[string]bool{}
	d.members(n, "rules", func(key, v *yaml.Node) {
		named := d.named(key, key.Value)
		if len(named) == 0 {
			return
		}
		if _, group := d.known.Groups[key.Value]; group {
			all = append(all, said{named, d.rule(&rules.Rule{ID: key.Value}, v)})
			return
		}
		if seen[named[0].ID] {
			d.fail(key, "rule %s stands here twice", named[0].ID)
		}
		seen[named[0].ID] = true
		all = append(all, said{named, d.rule(named[0], v)})
	})
	slices.SortStableFunc(all, func(a, b said) int { return len(b.of) - len(a.of) })
	out := map[string]Rule{}
	for _, s := range all {
		for _, r := range s.of {
			out[r.ID] = s.rule.Over(out[r.ID])
		}
	}
	return out
}

// Over gives what r says, and what base says where r says nothing.
func (r Rule) Over(base Rule) Rule {
	out := Rule{cmp.Or(r.Enabled, base.Enabled), cmp.Or(r.Severity, base.Severity), maps.Clone(base.Parameters)}
	for name, values := range r.Parameters {
		if out.Parameters == nil {
			out.Parameters = map[string][]string{}
		}
		out.Parameters[name] = values
	}
	return out
}

func (d *decoder) rule(rule *rules.Rule, n *yaml.Node) Rule {
	var r Rule
	if n := deref(n); n.Tag == "!!bool" {
		r.Enabled = d.bool(n, rule.ID)
		return r
	}
	d.object(n, "what is said of "+rule.ID, fields{
		{"enabled", func(n *yaml.Node) { r.Enabled = d.bool(deref(n), "enabled") }},
		{"severity", func(n *yaml.Node) {
			s, err := rules.ParseSeverity(deref(n).Value)
			if err != nil {
				d.fail(n, "%v", err)
				return
			}
			r.Severity = &s
		}},
		{"parameters", func(n *yaml.Node) { r.Parameters = d.parameters(rule, n) }},
	})
	return r
}

// bool reads true or false; nil, with a problem, if it is neither.
func (d *decoder) bool(n *yaml.Node, what string) *bool {
	var b bool
	if n.Tag != "!!bool" || n.Decode(&b) != nil {
		d.fail(n, "%s must be true or false", what)
		return nil
	}
	return &b
}

func (d *decoder) cloudformation(n *yaml.Node) {
	d.object(n, "cloudformation", fields{
		{"stackTags", func(n *yaml.Node) { d.config.StackTags, _ = d.texts(n, "stackTags") }},
		{"parameters", func(n *yaml.Node) { d.config.Parameters = d.files(n, "parameters") }},
	})
}

func (d *decoder) parameters(rule *rules.Rule, n *yaml.Node) map[string][]string {
	out := map[string][]string{}
	d.members(n, "parameters", func(key, v *yaml.Node) {
		texts, ok := d.texts(v, "a parameter")
		if !ok {
			return
		}
		if err := CheckParameter(rule, key.Value, texts); err != nil {
			d.fail(key, "%v", err)
			return
		}
		out[key.Value] = texts
	})
	return out
}

// text reads one text.
func (d *decoder) text(n *yaml.Node, what string) (string, bool) {
	if n = deref(n); n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		d.fail(n, "%s must be a text", what)
		return "", false
	}
	return n.Value, true
}

// texts reads a text or a list of texts.
func (d *decoder) texts(n *yaml.Node, what string) ([]string, bool) {
	values := []*yaml.Node{deref(n)}
	if values[0].Kind == yaml.SequenceNode {
		values = values[0].Content
	}
	texts := []string{}
	for _, e := range values {
		if e = deref(e); e.Kind != yaml.ScalarNode || e.Tag == "!!null" {
			d.fail(e, "%s is a text or a list of texts", what)
			return nil, false
		}
		texts = append(texts, e.Value)
	}
	return texts, true
}

// FindRule gives the rule of an ID, in any case, or of a slug.
func FindRule(name string, known []*rules.Rule) (*rules.Rule, error) {
	var names []string
	for _, r := range known {
		if strings.EqualFold(r.ID, name) || r.Slug == name {
			return r, nil
		}
		names = append(names, r.ID, r.Slug)
	}
	return nil, fmt.Errorf("unknown rule %q%s", name, near.Hint(name, names))
}

// CheckParameter says whether a rule has a parameter and can have these values.
func CheckParameter(rule *rules.Rule, name string, values []string) error {
	i := slices.IndexFunc(rule.Params, func(p rules.Param) bool { return p.Name == name })
	if i < 0 {
		var names []string
		for _, p := range rule.Params {
			names = append(names, p.Name)
		}
		return fmt.Errorf("rule %s has no parameter %q%s", rule.ID, name, near.Hint(name, names))
	}
	isBool := func(s []string) bool { return len(s) == 1 && (s[0] == "true" || s[0] == "false") }
	if isBool(rule.Params[i].Default) && !isBool(values) {
		return fmt.Errorf("parameter %s of rule %s must be true or false", name, rule.ID)
	}
	return nil
}
