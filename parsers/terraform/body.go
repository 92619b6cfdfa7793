package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// body evaluates a block's contents to a map: attributes to their values, nested
// blocks to lists of maps by type.
func (m *module) body(b *hclsyntax.Body, r source.Range, s *scope) *value.Value {
	if m.root.exhausted() {
		m.root.giveUp(r)
		return value.NewMap(r, nil, true)
	}
	attrs := make([]*hclsyntax.Attribute, 0, len(b.Attributes))
	for _, a := range b.Attributes {
		attrs = append(attrs, a)
	}
	slices.SortFunc(attrs, func(a, b *hclsyntax.Attribute) int { return a.SrcRange.Start.Byte - b.SrcRange.Start.Byte })
	fields := make([]value.Field, 0, len(attrs))
	for _, a := range attrs {
		if metaArguments[a.Name] {
			continue
		}
		f := m.field(a.Name, a.NameRange, a.Expr, s)
		f.Value = settled(f.Value)
		fields = append(fields, f)
	}
	blocks := m.blocks(b, s)
	for _, name := range sortedKeys(blocks) {
		v := blocks[name]
		if metaArguments[name] {
			continue
		}
		// In JSON syntax a block is an attribute, and may stand beside dynamic ones.
		if i := slices.IndexFunc(fields, func(f value.Field) bool { return f.Key == name }); i >= 0 {
			static, complete := fields[i].Value.Items()
			more, _ := v.Items()
			all := append(static, more...)
			if complete != value.Yes || v.Open() {
				fields[i].Value = value.NewScattered(v.Range(), all, 0)
			} else {
				fields[i].Value = value.NewList(v.Range(), all, false)
			}
			continue
		}
		fields = append(fields, value.Field{Key: name, Range: v.Range(), Value: v})
	}
	style := value.HCLBody
	if r.File != nil && strings.HasSuffix(r.File.Name, ".json") {
		style = value.JSONObject
	}
	return value.NewObject(r, fields, false, style)
}

// settled drops the alternatives of an argument that make the whole plan fail:
// what fails is never deployed.
func settled(v *value.Value) *value.Value {
	if v.Kind() != value.Either {
		return v
	}
	alts := slices.DeleteFunc(v.Alternatives(), (*value.Value).Failed)
	if len(alts) == 0 {
		return v
	}
	return value.NewEither(v.Range(), v.Reason(), alts...)
}

// blocks evaluates the nested blocks of a body, those of dynamic blocks included.
func (m *module) blocks(b *hclsyntax.Body, s *scope) map[string]*value.Value {
	if len(b.Blocks) == 0 {
		return nil
	}
	type list struct {
		rng   source.Range
		elems []*value.Value
		open  bool
		fixed int
	}
	lists := map[string]*list{}
	get := func(name string, r hcl.Range) *list {
		l := lists[name]
		if l == nil {
			l = &list{rng: m.rng(r)}
			lists[name] = l
		}
		return l
	}
	for _, blk := range b.Blocks {
		if blk.Type != "dynamic" || len(blk.Labels) != 1 {
			l := get(blk.Type, blk.DefRange())
			l.elems = append(l.elems, m.body(blk.Body, m.block(blk), s))
			continue
		}
		l := get(blk.Labels[0], blk.DefRange())
		elems, sure := m.dynamic(blk, s)
		if !sure && !l.open {
			l.open, l.fixed = true, len(l.elems)
		}
		l.elems = append(l.elems, elems...)
	}
	out := map[string]*value.Value{}
	for name, l := range lists {
		if l.open {
			out[name] = value.NewScattered(l.rng, l.elems, l.fixed)
			continue
		}
		out[name] = value.NewList(l.rng, l.elems, false)
	}
	return out
}

// block is the range of a block from its type to its closing brace.
func (m *module) block(b *hclsyntax.Block) source.Range {
	r := m.rng(b.DefRange())
	if end := m.rng(b.CloseBraceRange); end.File == r.File {
		r.End = max(r.End, end.End)
	}
	return r
}

// dynamic gives the blocks of a dynamic block, and whether these are all.
func (m *module) dynamic(b *hclsyntax.Block, s *scope) ([]*value.Value, bool) {
	iterator := b.Labels[0]
	if a, ok := b.Body.Attributes["iterator"]; ok {
		iterator = hcl.ExprAsKeyword(a.Expr)
	}
	i := slices.IndexFunc(b.Body.Blocks, func(b *hclsyntax.Block) bool { return b.Type == "content" })
	a, ok := b.Body.Attributes["for_each"]
	if i < 0 || !ok {
		return nil, true
	}
	content := b.Body.Blocks[i]
	step := value.Step{Range: m.rng(a.NameRange), Kind: value.Iteration, Name: b.Labels[0]}
	blocks := func(c *value.Value) ([]*value.Value, bool) {
		if c.Kind() == value.Null {
			return nil, true
		}
		items, sure := entries(c, m.rng(a.Expr.Range()))
		var out []*value.Value
		for _, it := range items {
			inner := s.bind(iterator, value.NewMap(it.value.Range(), []value.Field{{Key: "key", Value: it.key}, {Key: "value", Value: it.value}}, false))
			v := m.body(content.Body, m.block(b), inner).With(step)
			if it.exists != value.Yes {
				v = value.NewEither(v.Range(), c.Reason(), v, value.NewAbsent(v.Range()))
			}
			out = append(out, v)
		}
		return out, sure
	}
	c := m.eval(a.Expr, s)
	if c.Kind() != value.Either {
		return blocks(c)
	}
	// A block of one alternative exists only if that comes true; one block in
	// each of them is one block with a choice of contents.
	alts := c.Alternatives()
	var lists [][]*value.Value
	sure, same := true, true
	for _, alt := range alts {
		l, ok := blocks(alt)
		sure, same = sure && ok, same && len(l) == 1
		lists = append(lists, l)
	}
	if same && sure {
		choice := make([]*value.Value, len(lists))
		for i, l := range lists {
			choice[i] = l[0]
		}
		return []*value.Value{value.NewEither(c.Range(), c.Reason(), choice...)}, true
	}
	var out []*value.Value
	for _, l := range lists {
		for _, v := range l {
			out = append(out, value.NewEither(v.Range(), c.Reason(), v, value.NewAbsent(v.Range())))
		}
	}
	return out, sure
}
