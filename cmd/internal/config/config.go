// Package config reads .ecslint.yaml:
//
//	rules:
//	  ECS.13:
//	    enabled: true
//	    severity: high
//	    parameters:
//	      requiredTagKeys: [team, cost-center]
//	cloudformation:
//	  stackTags: [team] # the keys of the tags that stacks are deployed with
//
// A rule is named by its ID or its slug. A key or a rule that does not exist is
// an error: a setting that has no effect would be believed to have one.
package config

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ecslint/ecslint/cmd/internal/near"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// FileName is the name of the configuration in a folder.
const FileName = ".ecslint.yaml"

// Config is what a configuration says. The zero Config says nothing.
type Config struct {
	Rules     map[string]Rule // by ID
	StackTags []string        // keys of the tags of CloudFormation stacks
}

// Rule is what a configuration says about one rule.
type Rule struct {
	Enabled    *bool           // nil: as without a configuration
	Severity   *rules.Severity // nil: the rule's own
	Parameters map[string][]string
}

// Find gives the path of the configuration that holds for the folder dir: that
// of the nearest folder from dir up to root; "" if there is none.
func Find(dir, root string) string {
	for {
		p := filepath.Join(dir, FileName)
		if _, err := os.Lstat(p); err == nil {
			return p
		}
		up := filepath.Dir(dir)
		if dir == root || up == dir {
			return ""
		}
		dir = up
	}
}

// maxSize bounds a configuration, in bytes.
const maxSize = 1 << 20

// Read reads the configuration at a path, which problems show as name.
func Read(p, name string, known []*rules.Rule) (Config, []source.Problem) {
	b, err := read(p)
	if err != nil {
		return Config{}, []source.Problem{{Name: name, Message: "read configuration: " + err.Error()}}
	}
	return Parse(source.NewFile(name, b), known)
}

func read(p string) ([]byte, error) {
	info, err := os.Stat(p)
	var f *os.File
	if err == nil && !info.Mode().IsRegular() {
		return nil, source.ErrNotRegular
	}
	if err == nil {
		f, err = os.Open(p)
	}
	if e, ok := errors.AsType[*os.PathError](err); ok {
		return nil, e.Err
	}
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	b, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if len(b) > maxSize {
		return nil, fmt.Errorf("larger than %d MiB", maxSize>>20)
	}
	return b, err
}

// Parse reads a configuration. The rules are those that it may name.
func Parse(f *source.File, known []*rules.Rule) (Config, []source.Problem) {
	d := &decoder{file: f, known: known, config: Config{Rules: map[string]Rule{}}}
	var doc yaml.Node
	if err := yaml.Unmarshal(f.Bytes, &doc); err != nil {
		d.syntax(err)
	}
	if len(doc.Content) > 0 && doc.Content[0].Tag != "!!null" {
		d.object(doc.Content[0], "the configuration", fields{
			{"rules", d.rules},
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
	known    []*rules.Rule
	config   Config
	problems []source.Problem
}

// fields are the keys of an object and what reads their values.
type fields []struct {
	name string
	read func(*yaml.Node)
}

func (d *decoder) fail(n *yaml.Node, format string, args ...any) {
	off := d.file.Offset(n.Line, n.Column)
	r := source.Range{File: d.file, Start: off, End: off}
	d.problems = append(d.problems, source.Problem{Range: r, Message: fmt.Sprintf(format, args...)})
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

func (d *decoder) rules(n *yaml.Node) {
	d.members(n, "rules", func(key, v *yaml.Node) {
		rule, err := FindRule(key.Value, d.known)
		if err != nil {
			d.fail(key, "%v", err)
			return
		}
		if _, ok := d.config.Rules[rule.ID]; ok {
			d.fail(key, "rule %s stands here twice", rule.ID)
			return
		}
		d.config.Rules[rule.ID] = d.rule(rule, v)
	})
}

func (d *decoder) rule(rule *rules.Rule, n *yaml.Node) Rule {
	var r Rule
	d.object(n, "what is said of "+rule.ID, fields{
		{"enabled", func(n *yaml.Node) {
			var b bool
			if n = deref(n); n.Tag != "!!bool" || n.Decode(&b) != nil {
				d.fail(n, "enabled must be true or false")
				return
			}
			r.Enabled = &b
		}},
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

func (d *decoder) cloudformation(n *yaml.Node) {
	d.object(n, "cloudformation", fields{{"stackTags", func(n *yaml.Node) { d.config.StackTags, _ = d.texts(n, "stackTags") }}})
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
