package terraform

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Load evaluates the root module in a folder, with all modules that it calls,
// and gives its resources. Problems are mistakes in the configuration and what
// was left out of the evaluation.
func (l *Loader) Load(dir string) (*model.Model, []source.Problem) {
	r, m := l.open(dir)
	out := &model.Model{Name: dir}
	r.collect(m, out, "", map[*config]bool{})
	l.drop(dir)
	return out, r.problems
}

// collect puts the resources of a module and of those that it calls into the
// model.
func (r *root) collect(m *module, out *model.Model, condition string, reported map[*config]bool) {
	if !reported[m.config] {
		reported[m.config] = true
		r.problems = append(r.problems, m.config.problems...)
	}
	for _, key := range m.order {
		b := m.resources[key]
		if !model.Known(b.Labels[0]) {
			continue
		}
		x := m.expand(key, b.Body)
		for _, i := range x.instances {
			out.Add(model.Input{
				Type:      b.Labels[0],
				Address:   m.address(key) + i.suffix,
				Value:     m.properties(b, i.scope),
				Header:    m.rng(b.DefRange()),
				Extent:    m.rng(b.Range()),
				Calls:     m.calledBy(),
				Ignored:   ignoredChanges(b.Body),
				Condition: both(condition, x.condition),
			})
		}
	}
	for _, name := range m.callOrder {
		c := m.child(name)
		for _, k := range c.modules {
			r.collect(k, out, both(condition, c.expansion.condition), reported)
		}
	}
}

// ignoredChanges gives the attributes in lifecycle.ignore_changes.
func ignoredChanges(b *hclsyntax.Body) []string {
	var out []string
	for _, l := range b.Blocks {
		a, ok := l.Body.Attributes["ignore_changes"]
		if l.Type != "lifecycle" || !ok {
			continue
		}
		if kw := hcl.ExprAsKeyword(a.Expr); kw != "" {
			return []string{kw}
		}
		list, ok := a.Expr.(*hclsyntax.TupleConsExpr)
		if !ok {
			continue
		}
		for _, e := range list.Exprs {
			if t, diags := hcl.AbsTraversalForExpr(e); !diags.HasErrors() {
				out = append(out, t.RootName())
			} else if v, diags := e.Value(nil); !diags.HasErrors() && v.Type().FriendlyName() == "string" && !v.IsNull() {
				out = append(out, strings.TrimSuffix(v.AsString(), "*")) // quoted, as in Terraform 0.11
			}
		}
	}
	return out
}

// calledBy gives the module calls that lead to a module, the outermost first.
func (m *module) calledBy() []value.Step {
	if m.parent == nil {
		return nil
	}
	return append(m.parent.calledBy(), value.Step{
		Range: m.parent.rng(m.call.DefRange()), Kind: value.ModuleArgument, Name: "module." + m.call.Labels[0],
	})
}

func both(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	return a + " and " + b
}

// properties gives a resource as the model reads it: containers out of their
// JSON, tags with the provider's defaults.
func (m *module) properties(b *hclsyntax.Block, s *scope) *value.Value {
	v := m.body(b.Body, m.block(b), s)
	var fields []value.Field
	tagged := false
	for f := range v.Fields() {
		switch f.Key {
		case "container_definitions":
			f.Value = jsondoc.Decode(f.Value)
		case "tags":
			tagged = true
			f.Value = withDefaults(m.defaultTags(b), oldBlock(f.Value))
		}
		fields = append(fields, f)
	}
	if !tagged {
		header := m.rng(b.DefRange())
		if d := m.defaultTags(b); d.Kind() != value.Absent {
			fields = append(fields, value.Field{Key: "tags", Range: header, Value: withDefaults(d, value.NewAbsent(header))})
		}
	}
	return value.NewMap(v.Range(), fields, v.Open()).Like(v)
}

// oldBlock gives the map that a block stands for, as in Terraform 0.11: tags { }.
func oldBlock(v *value.Value) *value.Value {
	if v.Kind() == value.List {
		if items, sure := v.Items(); len(items) == 1 && sure == value.Yes && items[0].Kind() == value.Map {
			return items[0]
		}
	}
	return v
}

// withDefaults lays a resource's tags over its provider's.
func withDefaults(defaults, tags *value.Value) *value.Value {
	switch defaults.Kind() {
	case value.Absent, value.Null:
		return tags
	case value.Map:
	case value.Unknown, value.Bool, value.Number, value.String, value.Text, value.List, value.Either:
		if tags.Kind() == value.Map {
			return tags.Opened()
		}
		return value.NewUnknown(tags.Range(), defaults.Reason())
	}
	open := defaults.Open()
	fields := slices.Collect(defaults.Fields())
	switch tags.Kind() {
	case value.Map:
		open = open || tags.Open()
		fields = append(fields, slices.Collect(tags.Fields())...)
	case value.Either:
		return each(tags, func(t *value.Value) *value.Value { return withDefaults(defaults, t) })
	case value.Absent, value.Null:
	case value.Unknown, value.Bool, value.Number, value.String, value.Text, value.List:
		open = true
	}
	return value.NewMap(tags.Range(), fields, open)
}

// defaultTags gives the tags that the resource's provider puts on everything.
func (m *module) defaultTags(b *hclsyntax.Block) *value.Value {
	name := "aws"
	if a, ok := b.Body.Attributes["provider"]; ok {
		name = providerName(a.Expr)
	}
	return m.providerTags(name)
}

// providerName gives "aws" or "aws.west" of a reference to a provider.
func providerName(e hclsyntax.Expression) string {
	t, diags := hcl.AbsTraversalForExpr(e)
	if diags.HasErrors() {
		if v, diags := e.Value(nil); !diags.HasErrors() && v.Type().FriendlyName() == "string" && !v.IsNull() {
			return v.AsString() // quoted, as in Terraform 0.11
		}
		return ""
	}
	names := []string{t.RootName()}
	for _, s := range t[1:] {
		if a, ok := s.(hcl.TraverseAttr); ok {
			names = append(names, a.Name)
		}
	}
	return strings.Join(names, ".")
}

func (m *module) providerTags(name string) *value.Value {
	if b, ok := m.providers[name]; ok {
		d := m.blocks(b.Body, nil)["default_tags"]
		if d == nil {
			if a, ok := b.Body.Attributes["default_tags"]; ok { // JSON syntax
				d = m.eval(a.Expr, nil)
			}
		}
		if d == nil {
			return value.NewAbsent(m.rng(b.DefRange()))
		}
		items, sure := d.Items()
		if len(items) != 1 || sure != value.Yes {
			return value.NewUnknown(d.Range(), d.Reason())
		}
		return items[0].Present().Get("tags")
	}
	if m.parent == nil {
		if strings.Contains(name, ".") {
			return value.NewUnknown(source.Range{}, "provider "+name+" is not configured here")
		}
		return value.NewAbsent(source.Range{})
	}
	if a, ok := m.call.Body.Attributes["providers"]; ok {
		if o, ok := a.Expr.(*hclsyntax.ObjectConsExpr); ok {
			for _, it := range o.Items {
				if key, ok := it.KeyExpr.(*hclsyntax.ObjectConsKeyExpr); ok && providerName(key.Wrapped) == name {
					return m.parent.providerTags(providerName(it.ValueExpr))
				}
			}
		}
	}
	return m.parent.providerTags(name)
}

// Roots gives those of the folders that are to be evaluated as root modules:
// those with ECS resources in them or in modules that they call, without those
// that others of them call. Files are scanned, not parsed.
func (l *Loader) Roots(dirs []string) []string {
	infos := map[string]*folder{}
	for _, d := range dirs {
		l.scan(d, infos)
	}
	called := map[string]bool{}
	for _, d := range dirs {
		for _, c := range infos[d].calls {
			if c != d {
				called[c] = true
			}
		}
	}
	var roots []string
	covered := map[string]bool{}
	take := func(d string) {
		roots = append(roots, d)
		reach(d, infos, covered)
	}
	dirs = slices.Clone(dirs)
	slices.Sort(dirs)
	for _, d := range dirs {
		if !called[d] && reaches(d, infos, map[string]bool{}) {
			take(d)
		}
	}
	for _, d := range dirs { // what only calls itself in a circle
		if called[d] && !covered[d] && reaches(d, infos, map[string]bool{}) && circular(d, infos) {
			take(d)
		}
	}
	slices.Sort(roots)
	return roots
}

// folder is what a scan tells of a folder.
type folder struct {
	ecs   bool
	calls []string // folders that it calls, by local source
}

func (l *Loader) scan(dir string, infos map[string]*folder) {
	if infos[dir] != nil {
		return
	}
	info := &folder{}
	infos[dir] = info
	names, err := l.set.ReadDir(dir)
	if err != nil {
		return
	}
	for _, n := range configFiles(names) {
		f, err := l.set.Read(path.Join(dir, n))
		if err != nil {
			continue
		}
		info.ecs = info.ecs || mentionsECS(f.Bytes)
		for _, s := range localSources(f.Bytes) {
			info.calls = append(info.calls, path.Join(dir, s))
		}
	}
	if slices.Contains(names, ".terraform/") {
		manifest, _ := readManifest(l.set, dir) // its problems come with the evaluation
		for _, d := range manifest {
			info.calls = append(info.calls, d)
		}
		slices.Sort(info.calls)
	}
	for _, c := range info.calls {
		l.scan(c, infos)
	}
}

// mentionsECS reports whether a file can have ECS resources: of its own, or of a
// module of the registry that is known to have them.
func mentionsECS(b []byte) bool {
	return slices.ContainsFunc(
		[]string{"aws_ecs_", "terraform-aws-modules/ecs/", "cloudposse/ecs-alb-service-task/", "cloudposse/ecs-web-app/"},
		func(s string) bool { return bytes.Contains(b, []byte(s)) },
	)
}

// localSources finds what looks like `source = "./…"` or `"source": "../…"`.
func localSources(b []byte) []string {
	var out []string
	for {
		i := bytes.Index(b, []byte("source"))
		if i < 0 {
			return out
		}
		b = bytes.TrimLeft(b[i+len("source"):], "\" \t")
		if len(b) == 0 || b[0] != '=' && b[0] != ':' {
			continue
		}
		rest := bytes.TrimLeft(b[1:], " \t")
		if !bytes.HasPrefix(rest, []byte(`"`)) {
			continue
		}
		rest = rest[1:]
		end := bytes.IndexByte(rest, '"')
		if end < 0 {
			return out
		}
		if s := string(rest[:end]); strings.HasPrefix(s, "./") || strings.HasPrefix(s, "../") || s == "." || s == ".." {
			out = append(out, s)
		}
	}
}

// reaches reports whether a folder has ECS resources, or one that it calls.
func reaches(dir string, infos map[string]*folder, seen map[string]bool) bool {
	if seen[dir] || infos[dir] == nil {
		return false
	}
	seen[dir] = true
	return infos[dir].ecs || slices.ContainsFunc(infos[dir].calls, func(c string) bool { return reaches(c, infos, seen) })
}

func reach(dir string, infos map[string]*folder, covered map[string]bool) {
	if covered[dir] || infos[dir] == nil {
		return
	}
	covered[dir] = true
	for _, c := range infos[dir].calls {
		reach(c, infos, covered)
	}
}

// circular reports whether a folder calls itself by way of others.
func circular(dir string, infos map[string]*folder) bool {
	covered := map[string]bool{}
	for _, c := range infos[dir].calls {
		reach(c, infos, covered)
	}
	return covered[dir]
}
