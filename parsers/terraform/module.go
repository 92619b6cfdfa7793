package terraform

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// maxInstances bounds the instances of one block that are evaluated one by one.
const maxInstances = 1024

// maxDepth bounds how deep modules call each other.
const maxDepth = 32

// module is one instance of a module: its configuration with the arguments of
// one call.
type module struct {
	*config
	root     *root
	addr     string // "module.svc[\"a\"]", empty for the root
	key      string // "svc.inner": how modules.json names the call
	depth    int
	parent   *module
	call     *hclsyntax.Block
	scope    *scope       // each or count of the call
	coding   value.Coding // how the template that is being evaluated is written
	memo     map[string]*value.Value
	busy     map[string]bool
	children map[string]*calls
	expanded map[string]*expansion
}

// calls is the module instances of one call.
type calls struct {
	expansion *expansion
	modules   []*module // one for each instance; nil if the module is not here
	why       string    // why it is not here
}

// expansion is the instances of a block with count or for_each.
type expansion struct {
	kind      nodeKind
	instances []instance
	condition string // on what it depends whether the one instance exists
	unknown   string // why the instances are not known; then there is one that stands for them
}

// more says why there may be more instances than are known. One that stands for
// all of them does so for those too.
func (x *expansion) more() string {
	if x.condition != "" {
		return ""
	}
	return x.unknown
}

type instance struct {
	suffix string // `[0]`, `["a"]`, or empty
	key    string
	scope  *scope
}

func (m *module) rng(r hcl.Range) source.Range {
	f, ok := m.files[r.Filename]
	if !ok {
		if v, ok := m.escaped[r.Filename]; ok {
			return v.Place(r.Start.Byte, max(r.Start.Byte, r.End.Byte))
		}
		f = m.root.file(r.Filename)
	}
	if f == nil {
		return source.Range{}
	}
	return rangeIn(f, r)
}

// rangeIn gives the place in a file of what HCL read. Of what is broken off at the
// end of a file some has no end for HCL, and some stands behind the last line.
func rangeIn(f *source.File, r hcl.Range) source.Range {
	start, end := r.Start.Byte, max(r.Start.Byte, r.End.Byte)
	if start == len(f.Bytes) {
		start = len(bytes.TrimRight(f.Bytes, "\r\n"))
		end = start
	}
	return source.Range{File: f, Start: start, End: end}
}

// once evaluates what key names at most once. A key that needs itself is
// unknown.
func (m *module) once(key string, r source.Range, f func() *value.Value) *value.Value {
	if v, ok := m.memo[key]; ok {
		return v
	}
	if m.busy[key] {
		reason := "the value of " + key + " depends on itself"
		m.root.note(source.Problem{Range: r, Level: source.Warning, Message: reason})
		return value.NewUnknown(r, reason)
	}
	m.busy[key] = true
	v := f()
	delete(m.busy, key)
	m.memo[key] = v
	return v
}

// local gives the value of a local as it is used at r.
func (m *module) local(name string, r source.Range) *value.Value {
	a, ok := m.locals[name]
	if !ok {
		return value.NewUnknown(r, "local."+name+" is not declared here")
	}
	v := m.once("local."+name, r, func() *value.Value { return m.shared("local."+name, m.eval(a.Expr, nil)) })
	return used(v, r, value.Step{Range: r, Kind: value.Local, Name: "local." + name})
}

// used gives a value at the place of its use: one that is unknown is shown there.
func used(v *value.Value, r source.Range, s value.Step) *value.Value {
	if v.Kind() == value.Unknown {
		return v.At(r)
	}
	return v.With(s)
}

// variable gives the value of a variable as it is used at r.
func (m *module) variable(name string, r source.Range) *value.Value {
	b, ok := m.variables[name]
	if !ok {
		return value.NewUnknown(r, "var."+name+" is not declared here") // a wrapper may generate it
	}
	v := m.once("var."+name, r, func() *value.Value { return m.shared("var."+name, m.given(name, b)) })
	return used(v, r, value.Step{Range: r, Kind: value.Variable, Name: "var." + name})
}

// given finds the value of a variable: the argument of the call, else for a root
// module what the user set, else its default.
func (m *module) given(name string, b *hclsyntax.Block) *value.Value {
	header := m.rng(b.DefRange())
	constraint := m.constraint(b)
	var v *value.Value
	if m.parent != nil {
		if a, ok := m.call.Body.Attributes[name]; ok {
			v = m.parent.eval(a.Expr, m.scope).With(value.Step{
				Range: m.parent.rng(a.NameRange), Kind: value.ModuleArgument, Name: "module." + m.call.Labels[0],
			})
		}
	} else {
		v = m.root.setting(name)
	}
	nullable := true
	if a, ok := b.Body.Attributes["nullable"]; ok {
		if x, ok := m.eval(a.Expr, nil).Bool(); ok {
			nullable = x
		}
	}
	d, hasDefault := b.Body.Attributes["default"]
	preset := func() *value.Value {
		return m.eval(d.Expr, nil).With(value.Step{Range: m.rng(d.NameRange), Kind: value.VariableDefault, Name: "var." + name})
	}
	switch {
	case v == nil && !hasDefault:
		return value.NewUnknown(header, "var."+name+" has no default").WithCause(header)
	case v == nil:
		v = preset()
	case !nullable && hasDefault: // a null stands for the default
		v = each(v, func(a *value.Value) *value.Value {
			if a.Kind() == value.Null {
				return preset()
			}
			return a
		})
	}
	m.root.spend(v.Size(), header)
	v = constraint.apply(v)
	if slices.ContainsFunc(b.Body.Blocks, func(b *hclsyntax.Block) bool { return b.Type == "validation" }) {
		v = v.Held(value.Content)
	}
	return v
}

func (m *module) constraint(b *hclsyntax.Block) constraint {
	if a, ok := b.Body.Attributes["type"]; ok {
		return m.typeOf(a.Expr, 0)
	}
	return constraint{}
}

// output gives the value of an output of this module.
func (m *module) output(name string, r source.Range) *value.Value {
	b, ok := m.outputs[name]
	if !ok {
		return value.NewFailed(r, "module "+m.addr+" has no output "+name)
	}
	a, ok := b.Body.Attributes["value"]
	if !ok {
		return value.NewUnknown(r, "output "+name+" has no value")
	}
	v := m.once("output."+name, r, func() *value.Value { return m.eval(a.Expr, nil) })
	return used(v, r, value.Step{Range: m.rng(a.NameRange), Kind: value.Output, Name: "output." + name})
}

// expand gives the instances of a block. Names are looked up in the scope of the
// module.
func (m *module) expand(key string, body *hclsyntax.Body) *expansion {
	if x, ok := m.expanded[key]; ok {
		return x
	}
	busy := "instances of " + key
	if m.busy[busy] {
		return &expansion{instances: []instance{{}}, unknown: "the instances of " + key + " depend on themselves"}
	}
	m.busy[busy] = true
	x := m.expansion(key, body)
	delete(m.busy, busy)
	m.expanded[key] = x
	return x
}

func (m *module) expansion(key string, body *hclsyntax.Body) *expansion {
	if a, ok := body.Attributes["for_each"]; ok {
		return m.forEach(m.eval(a.Expr, nil), a)
	}
	a, ok := body.Attributes["count"]
	if !ok {
		return &expansion{kind: single, instances: []instance{{}}}
	}
	v := m.eval(a.Expr, nil)
	n, ok := toIndex(v)
	if !ok {
		reason := v.Reason()
		if reason == "" {
			reason = "count is not a number"
		}
		x := &expansion{kind: counted, unknown: reason}
		x.condition = "count = " + strings.Join(strings.Fields(m.rng(a.Expr.Range()).Text()), " ")
		index := value.NewUnknown(m.rng(a.Expr.Range()), reason)
		if n := largest(v); n == 1 {
			index = value.NewInt(m.rng(a.Expr.Range()), 0)
		} else if n == 0 {
			return &expansion{kind: counted}
		}
		x.instances = []instance{{suffix: "[0]", scope: countScope(index)}}
		return x
	}
	if n > maxInstances {
		m.root.note(source.Problem{
			Range: m.rng(a.Expr.Range()), Level: source.Note,
			Message: fmt.Sprintf("only the first %d of %d instances of %s are looked at", maxInstances, n, key),
		})
		n = maxInstances
	}
	x := &expansion{kind: counted}
	if m.root.remaining = m.root.after(n); m.root.remaining <= 0 {
		x.unknown = m.root.giveUp(m.rng(a.Expr.Range())).Reason()
		return x
	}
	for i := range n {
		x.instances = append(x.instances, instance{
			suffix: "[" + strconv.Itoa(i) + "]",
			scope:  countScope(value.NewInt(m.rng(a.Expr.Range()), i)),
		})
	}
	return x
}

// largest gives the largest number that v can be, or -1 if that is not known.
func largest(v *value.Value) int {
	out := -1
	for _, a := range v.Alternatives() {
		n, ok := toIndex(a)
		if !ok {
			return -1
		}
		out = max(out, n)
	}
	return out
}

func countScope(index *value.Value) *scope {
	return (*scope)(nil).bind("count", value.NewMap(index.Range(), []value.Field{{Key: "index", Value: index}}, false))
}

func eachScope(k, v *value.Value) *scope {
	return (*scope)(nil).bind("each", value.NewMap(v.Range(), []value.Field{{Key: "key", Value: k}, {Key: "value", Value: v}}, false))
}

func (m *module) forEach(c *value.Value, a *hclsyntax.Attribute) *expansion {
	r := m.rng(a.Expr.Range())
	x := &expansion{kind: forEach}
	each, sure := pairs(c, r)
	if m.root.remaining = m.root.after(min(len(each), maxInstances)); m.root.remaining <= 0 {
		x.unknown = m.root.giveUp(r).Reason()
		return x
	}
	for i, p := range each {
		if i == maxInstances {
			m.root.note(source.Problem{
				Range: r, Level: source.Note,
				Message: fmt.Sprintf("only the first %d of %d instances are looked at", maxInstances, len(each)),
			})
			break
		}
		key, _ := p.key.Scalar()
		x.instances = append(x.instances, instance{suffix: "[" + strconv.Quote(key) + "]", key: key, scope: eachScope(p.key, p.value)})
	}
	if !sure {
		x.unknown = c.Reason()
		if x.unknown == "" {
			x.unknown = "the keys of for_each are unknown"
		}
		if len(x.instances) == 0 {
			u := value.NewUnknown(r, x.unknown)
			x.condition = "for_each = " + strings.Join(strings.Fields(r.FirstLine().Text()), " ")
			x.instances = []instance{{suffix: "[…]", scope: eachScope(u, u)}}
		}
	}
	return x
}

type pair struct{ key, value *value.Value }

// pairs gives the keys and values of what for_each at r goes over, in Terraform's
// order; those that are certain, and whether these are all.
func pairs(c *value.Value, r source.Range) ([]pair, bool) {
	var out []pair
	sure := !c.Open()
	switch c.Kind() {
	case value.List:
		for _, e := range c.Elems() {
			if _, ok := e.Scalar(); !ok {
				sure = false
				continue
			}
			out = append(out, pair{e, e})
		}
	case value.Map:
		for f := range c.Fields() {
			if f.Value.Exists() != value.Yes {
				sure = false
				continue
			}
			out = append(out, pair{value.NewString(f.Range, f.Key), f.Value.With(value.Step{Range: r, Kind: value.Iteration, Name: f.Key})})
		}
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text, value.Either:
		return nil, false
	}
	slices.SortStableFunc(out, func(a, b pair) int {
		x, _ := a.key.Scalar()
		y, _ := b.key.Scalar()
		return strings.Compare(x, y)
	})
	return out, sure
}

// resource gives what a reference to a resource or data source leads to. The key
// is "type.name" or "data.type.name".
func (m *module) resource(key string, b *hclsyntax.Block, r source.Range) node {
	x := m.expand(key, b.Body)
	n := x.node(r, func(i int) node {
		return node{kind: single, object: m.instance(key, b, x.instances[i]), rng: r}
	})
	if n.kind == plain {
		n.value = n.value.WithLink(value.Link{Address: m.address(key)})
	}
	return n
}

// node gives what a reference at r to the block leads to, of which at gives one
// instance.
func (x *expansion) node(r source.Range, at func(i int) node) node {
	if x.unknown != "" && x.kind == forEach && x.condition != "" {
		return plainNode(value.NewUnknown(r, x.unknown))
	}
	switch x.kind {
	case counted:
		n := node{kind: counted, rng: r, maybe: x.unknown}
		for i := range x.instances {
			n.list = append(n.list, at(i))
		}
		return n
	case forEach:
		n := node{kind: forEach, rng: r, open: x.unknown}
		for i, instance := range x.instances {
			n.keyed = append(n.keyed, keyed{instance.key, at(i)})
		}
		return n
	case single, plain:
	}
	return at(0)
}

func (m *module) address(key string) string {
	if m.addr == "" {
		return key
	}
	return m.addr + "." + key
}

// instance gives the attributes of one instance of a resource: what is written,
// and for the rest a link to the resource.
func (m *module) instance(key string, b *hclsyntax.Block, i instance) *object {
	address := m.address(key) + i.suffix
	written := func(name string, r source.Range) *value.Value {
		return m.once(address+"."+name, r, func() *value.Value {
			if a, ok := b.Body.Attributes[name]; ok {
				return m.eval(a.Expr, i.scope)
			}
			return m.blocks(b.Body, i.scope)[name]
		})
	}
	computed := func(name string, r source.Range) *value.Value {
		reason := address + "." + name + " is known after apply"
		if strings.HasPrefix(key, "data.") {
			reason = address + "." + name + " is read when Terraform runs"
		}
		return value.NewUnknown(r, reason).WithLink(value.Link{Address: address, Attr: name})
	}
	return &object{
		attr: func(name string, r source.Range) *value.Value {
			if v := m.pure(key, b, i, name, r); v != nil {
				return v
			}
			if metaArguments[name] || !isWritten(b.Body, name) {
				return computed(name, r)
			}
			v := written(name, r)
			if v == nil || v.Kind() == value.Null {
				return computed(name, r) // the provider may fill in what is null
			}
			return used(v, r, value.Step{Range: r, Kind: value.Attribute, Name: address + "." + name}).
				WithLink(value.Link{Address: address, Attr: name})
		},
		whole: func(r source.Range) *value.Value {
			v := m.body(b.Body, r, i.scope)
			return v.Opened().WithLink(value.Link{Address: address})
		},
	}
}

func isWritten(b *hclsyntax.Body, name string) bool {
	if _, ok := b.Attributes[name]; ok {
		return true
	}
	return slices.ContainsFunc(b.Blocks, func(b *hclsyntax.Block) bool { return blockName(b) == name })
}

// metaArguments are the arguments of a resource that Terraform itself takes.
var metaArguments = map[string]bool{
	"count": true, "for_each": true, "provider": true, "depends_on": true, "lifecycle": true,
	"provisioner": true, "connection": true,
}

// child gives the instances of a module call.
func (m *module) child(name string) *calls {
	if c, ok := m.children[name]; ok {
		return c
	}
	b := m.calls[name]
	m.root.remaining = m.root.after(perCall)
	c := &calls{expansion: m.expand("module."+name, b.Body)}
	m.children[name] = c
	cfg, why := m.source(name, b)
	if cfg == nil {
		c.why = why
		return c
	}
	for _, i := range c.expansion.instances {
		c.modules = append(c.modules, m.root.module(cfg, m, name, b, i))
	}
	return c
}

// source finds the configuration that a call names.
func (m *module) source(name string, b *hclsyntax.Block) (*config, string) {
	a, ok := b.Body.Attributes["source"]
	if !ok {
		return nil, "module." + name + " has no source"
	}
	s, ok := m.eval(a.Expr, nil).Str()
	if !ok {
		return nil, "the source of module." + name + " is unknown"
	}
	dir, local := "", strings.HasPrefix(s, "./") || strings.HasPrefix(s, "../") || s == "." || s == ".."
	if local {
		dir = path.Join(m.dir, s)
	} else {
		dir = m.root.downloaded(strings.TrimPrefix(m.key+"."+name, "."))
		if dir == "" {
			dir = knownModule(s, m.version(b))
		}
		if dir == "" {
			m.root.absent(s, m.rng(a.Expr.Range()))
			return nil, "module." + name + " (" + s + ") is not here"
		}
	}
	if m.depth >= maxDepth {
		m.root.note(source.Problem{
			Range: m.rng(a.Expr.Range()), Level: source.Warning, Message: fmt.Sprintf("modules call each other more than %d levels deep: this one is not looked into", maxDepth),
		})
		return nil, "modules call each other too deeply"
	}
	for up := m; up != nil; up = up.parent {
		if up.dir == dir {
			m.root.note(source.Problem{
				Range: m.rng(a.Expr.Range()), Level: source.Warning, Message: "module " + name + " calls a module that it is called by",
			})
			return nil, "module." + name + " is a module that it is called by"
		}
	}
	if _, err := m.root.loader.set.Clean(dir); err != nil && !isKnown(dir) {
		m.root.note(source.Problem{Range: m.rng(a.Expr.Range()), Level: source.Warning, Message: "module source " + strconv.Quote(s) + ": " + err.Error()})
		return nil, "module." + name + " lies outside of the repository"
	}
	cfg := m.root.loader.config(dir)
	if len(cfg.files) == 0 {
		for _, p := range cfg.problems {
			m.root.note(source.Problem{Range: m.rng(a.Expr.Range()), Level: source.Warning, Message: "module source " + strconv.Quote(s) + ": " + p.Message})
		}
		return nil, "module." + name + " is not here: " + strconv.Quote(s) + " holds no Terraform files"
	}
	return cfg, ""
}

// version gives the version constraint of a call, empty if it has none.
func (m *module) version(b *hclsyntax.Block) string {
	a, ok := b.Body.Attributes["version"]
	if !ok {
		return ""
	}
	s, _ := m.eval(a.Expr, nil).Str()
	return s
}

// outputsOf gives what a reference to a module call leads to.
func (m *module) outputsOf(name string, r source.Range) node {
	b, ok := m.calls[name]
	if !ok {
		return plainNode(value.NewUnknown(r, "module."+name+" is not declared here"))
	}
	if m.busy["module."+name] {
		return plainNode(value.NewUnknown(r, "module."+name+" depends on itself"))
	}
	m.busy["module."+name] = true
	c := m.child(name)
	delete(m.busy, "module."+name)
	at := func(i int) node {
		if c.modules == nil {
			return plainNode(value.NewUnknown(r, c.why).WithCause(m.rng(b.DefRange())))
		}
		k := c.modules[i]
		return node{kind: single, rng: r, object: &object{
			attr: func(attr string, r source.Range) *value.Value {
				step := value.Step{Range: r, Kind: value.Output, Name: "module." + name + "." + attr}
				if k.external() { // what it gives is mended at its call
					step.Range = m.rng(b.DefRange())
				}
				return used(k.output(attr, r), r, step)
			},
			whole: func(r source.Range) *value.Value {
				var fields []value.Field
				for _, n := range sortedKeys(k.outputs) {
					fields = append(fields, value.Field{Key: n, Range: k.rng(k.outputs[n].DefRange()), Value: k.output(n, r)})
				}
				return value.NewMap(r, fields, false)
			},
		}}
	}
	return c.expansion.node(r, at)
}

// external reports whether the module is no part of the repository.
func (m *module) external() bool {
	for _, f := range m.files {
		return f.External
	}
	return false
}

func sortedKeys[T any](m map[string]T) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
