package terraform

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Load evaluates the root module in a folder, with all modules that it calls,
// and gives its resources. Problems are mistakes in the configuration and what
// was left out of the evaluation. Once the context is done, everything further is
// unknown.
func (l *Loader) Load(ctx context.Context, dir string) (*model.Model, []source.Problem) {
	r, m := l.open(ctx, dir)
	out := &model.Model{Name: dir}
	defer out.Complete()
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
		if !model.Known(b.Labels[0]) || isKnown(m.dir) && !model.OfECS(b.Labels[0]) {
			continue // the summary of a module has neighbours only to refer to
		}
		x := m.expand(key, b.Body)
		if why := x.more(); why != "" {
			out.AddMissing(b.Labels[0], "not all instances of "+m.address(key)+" are known: "+why)
		}
		for _, i := range x.instances {
			out.Add(model.Input{
				Type:      b.Labels[0],
				Address:   m.address(key) + i.suffix,
				Value:     m.properties(b, i.scope),
				Header:    m.rng(b.DefRange()).FirstLine(),
				Extent:    m.rng(b.Range()),
				Calls:     m.calledBy(),
				Ignored:   ignoredChanges(b.Body),
				Condition: both(condition, x.condition),
				Region:    m.region(b, i.scope),
			})
		}
	}
	for _, name := range m.callOrder {
		c := m.child(name)
		if why := c.expansion.more(); why != "" {
			out.AddMissing("", "not all instances of "+m.address("module."+name)+" are known: "+why)
		}
		if c.modules == nil {
			m.handOver(name, c, out)
		}
		for _, k := range c.modules {
			r.collect(k, out, both(condition, c.expansion.condition), reported)
		}
	}
}

// handOver says what a module that is not here is given.
func (m *module) handOver(name string, c *calls, out *model.Model) {
	b := m.calls[name]
	for _, i := range c.expansion.instances {
		out.AddOutside(m.address("module."+name), m.body(b.Body, m.block(b), i.scope))
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

// properties gives a resource as the model reads it: JSON as what it encodes, the
// tags of a resource of ECS with its provider's, and of its neighbours only what the
// model reads.
func (m *module) properties(b *hclsyntax.Block, s *scope) *value.Value {
	typ := b.Labels[0]
	v := m.body(reduced(b.Body, typ), m.block(b), s)
	var fields []value.Field
	tagged := !model.OfECS(typ)
	for f := range v.Fields() {
		if f.Key == "tags" && model.OfECS(typ) {
			tagged = true
			f.Value = withDefaults(m.defaultTags(b), oldBlock(f.Value))
		}
		m.root.spend(decoding(f.Value), f.Range)
		f.Value = decoded(typ, f)
		fields = append(fields, f)
	}
	if !tagged {
		header := m.rng(b.DefRange())
		if d := m.defaultTags(b); d.Kind() != value.Absent {
			fields = append(fields, value.Field{Key: "tags", Range: header, Value: withDefaults(d, value.NewAbsent(header))})
		}
	}
	out := value.NewMap(v.Range(), fields, v.Open())
	if model.OfECS(typ) { // of all others not every member is read
		out = out.Like(v)
	}
	return out
}

// reduced gives the part of a resource's body that the model reads.
func reduced(b *hclsyntax.Body, typ string) *hclsyntax.Body {
	if model.OfECS(typ) {
		return b
	}
	out := *b
	out.Attributes, out.Blocks = hclsyntax.Attributes{}, nil
	for name, a := range b.Attributes {
		if model.Reads(typ, name) {
			out.Attributes[name] = a
		}
	}
	for _, blk := range b.Blocks {
		if model.Reads(typ, blockName(blk)) {
			out.Blocks = append(out.Blocks, blk)
		}
	}
	return &out
}

// decoded gives the value of an attribute, or what it encodes as JSON where it does:
// containers, and policies of IAM.
func decoded(typ string, f value.Field) *value.Value {
	switch {
	case f.Key == "container_definitions":
		return jsondoc.Decode(f.Value)
	case !strings.HasPrefix(typ, "aws_iam_"):
	case f.Key == "policy", f.Key == "assume_role_policy":
		return jsondoc.Decode(f.Value)
	case f.Key == "inline_policy":
		return eachBlock(f.Value, func(b *value.Value) *value.Value {
			var fields []value.Field
			for g := range b.Fields() {
				g.Value = decoded(typ, g)
				fields = append(fields, g)
			}
			return value.NewMap(b.Range(), fields, b.Open())
		})
	}
	return f.Value
}

// eachBlock applies f to the maps in a list of blocks.
func eachBlock(list *value.Value, f func(*value.Value) *value.Value) *value.Value {
	if list.Kind() != value.List {
		return list
	}
	var elems []*value.Value
	for _, e := range list.Elems() {
		elems = append(elems, each(e, func(b *value.Value) *value.Value {
			if b.Kind() != value.Map {
				return b
			}
			return f(b)
		}))
	}
	if list.Open() {
		return value.NewScattered(list.Range(), elems, list.Fixed())
	}
	return value.NewList(list.Range(), elems, false)
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
	return m.providerTags(providerOf(b))
}

// providerOf gives the name of a resource's provider: "aws", or "aws.west".
func providerOf(b *hclsyntax.Block) string {
	if a, ok := b.Body.Attributes["provider"]; ok {
		return providerName(a.Expr)
	}
	return "aws"
}

// region gives the region of a resource: its own, as version 6 of the provider has
// it, or its provider's.
func (m *module) region(b *hclsyntax.Block, s *scope) *value.Value {
	if a, ok := b.Body.Attributes["region"]; ok {
		return m.eval(a.Expr, s)
	}
	name := providerOf(b)
	return m.once("the region of provider "+name, m.rng(b.DefRange()), func() *value.Value {
		owner, p, _ := m.provider(name)
		if p != nil {
			if a, ok := p.Body.Attributes["region"]; ok {
				return owner.eval(a.Expr, nil)
			}
		}
		return value.NewUnknown(source.Range{}, "provider "+name+" is given no region in the code")
	})
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

// provider gives the configuration of a provider, the module that has it and its
// name there. Without a configuration the block is nil.
func (m *module) provider(name string) (*module, *hclsyntax.Block, string) {
	if b, ok := m.providers[name]; ok || m.parent == nil {
		return m, b, name
	}
	if a, ok := m.call.Body.Attributes["providers"]; ok {
		if o, ok := a.Expr.(*hclsyntax.ObjectConsExpr); ok {
			for _, it := range o.Items {
				if key, ok := it.KeyExpr.(*hclsyntax.ObjectConsKeyExpr); ok && providerName(key.Wrapped) == name {
					return m.parent.provider(providerName(it.ValueExpr))
				}
			}
		}
	}
	return m.parent.provider(name)
}

func (m *module) providerTags(name string) *value.Value {
	owner, b, name := m.provider(name)
	switch {
	case b == nil && strings.Contains(name, "."):
		return value.NewUnknown(source.Range{}, "provider "+name+" is not configured here")
	case b == nil:
		return value.NewAbsent(source.Range{})
	}
	d := owner.blocks(b.Body, nil)["default_tags"]
	if d == nil {
		if a, ok := b.Body.Attributes["default_tags"]; ok { // JSON syntax
			d = owner.eval(a.Expr, nil)
		}
	}
	if d == nil {
		return value.NewAbsent(owner.rng(b.DefRange()))
	}
	items, sure := d.Items()
	if len(items) != 1 || sure != value.Yes {
		return value.NewUnknown(d.Range(), d.Reason())
	}
	return items[0].Present().Get("tags")
}

// Roots gives those of the folders that are to be evaluated as root modules:
// those with ECS resources in them or in modules that they call, without those
// that others of them call. In a file that the user asks for, any resource that the
// model knows will do. Files are scanned, not parsed.
func (l *Loader) Roots(dirs []string, asked ...string) []string {
	infos := map[string]*folder{}
	for _, d := range dirs {
		l.scan(d, infos)
	}
	for _, name := range asked {
		f, err := l.set.Read(name)
		if info := infos[path.Dir(name)]; err == nil && info != nil {
			info.ecs = info.ecs || declaresKnown(f.Bytes)
		}
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
		info.ecs = !absent(err) // its problem comes with the evaluation
		return
	}
	for _, n := range configFiles(names) {
		f, err := l.set.Read(path.Join(dir, n))
		if err != nil {
			info.ecs = info.ecs || l.missed(path.Join(dir, n))
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

// missed reports whether a file that cannot be read may have ECS resources.
func (l *Loader) missed(name string) bool {
	_, err := l.set.ReadIf(name, mentionsECS)
	return err != nil && !absent(err)
}

// absent reports whether an error says that there is no such file or folder in the
// repository. After any other one nothing is known of what is there.
func absent(err error) bool {
	return slices.ContainsFunc([]error{fs.ErrNotExist, source.ErrOutside, source.ErrNotRegular, syscall.ENOTDIR, syscall.ELOOP},
		func(e error) bool { return errors.Is(err, e) })
}

// mentionsECS reports whether a file can have ECS resources: of its own, or of a
// module of the registry that is known to have them.
func mentionsECS(b []byte) bool {
	return slices.ContainsFunc(
		[]string{"aws_ecs_", "terraform-aws-modules/ecs/", "cloudposse/ecs-alb-service-task/", "cloudposse/ecs-web-app/"},
		func(s string) bool { return bytes.Contains(b, []byte(s)) },
	)
}

// declared finds the types of resources that a file declares.
var declared = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`"(aws_[a-z0-9_]+)"`)
})

// declaresKnown reports whether a file seems to declare a resource that the model
// knows.
func declaresKnown(b []byte) bool {
	return slices.ContainsFunc(declared().FindAllSubmatch(b, -1), func(m [][]byte) bool { return model.Known(string(m[1])) })
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
