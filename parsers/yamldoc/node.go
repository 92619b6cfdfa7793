package yamldoc

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

const (
	// maxDepth bounds how deep collections are nested, as in package jsondoc.
	maxDepth = 512
	// maxNodes bounds the nodes of a document with its aliases followed, of which
	// there can be exponentially many.
	maxNodes = 500_000
	// maxMarks bounds what may begin a node. A node takes yaml.v3 hundreds of bytes.
	maxMarks = 500_000
	// maxDirectives bounds the directives, each of which yaml.v3 compares with all.
	maxDirectives = 100
)

var (
	tooDeep = fmt.Sprintf("nested more than %d levels deep", maxDepth)
	tooMany = fmt.Sprintf("the aliases of the document stand for more than %d values", maxNodes)
)

// parser turns the nodes of one file into values.
type parser struct {
	file     *source.File
	src      string
	lines    []int
	cursor   cursor
	problems []source.Problem

	anchors map[*yaml.Node]*anchor
	nodes   int      // of the document so far, aliases followed
	refused []string // why nodes of the document were refused
}

// anchor is what an alias stands for.
type anchor struct {
	tree
	nodes int
	done  bool // false while the node is being read
}

// tree is the value of a node, where its text ends, and how many levels it has.
type tree struct {
	value *value.Value
	end   int
	depth int
}

func newParser(f *source.File) *parser {
	p := &parser{file: f, src: string(f.Bytes), anchors: map[*yaml.Node]*anchor{}}
	p.lines = lineStarts(p.src)
	return p
}

// document gives the value of a document.
func (p *parser) document(n *yaml.Node) *value.Value {
	p.nodes, p.refused = 0, nil
	if n.Kind == yaml.DocumentNode && len(n.Content) > 0 {
		n = n.Content[0]
	}
	return p.node(n, 0).value
}

// node gives the value of a node that is nested in so many others.
func (p *parser) node(n *yaml.Node, depth int) tree {
	if n.Kind == yaml.AliasNode {
		return p.alias(n, depth)
	}
	nodes := p.nodes
	p.nodes++
	start := p.offset(n.Line, n.Column)
	if depth == maxDepth && n.Kind != yaml.ScalarNode {
		return p.refuse(start, start, tooDeep)
	}
	var a *anchor
	if n.Anchor != "" {
		a = &anchor{}
		p.anchors[n] = a
	}
	var t tree
	var tag source.Range
	body, end := start, start
	if len(n.Content) == 0 || n.Content[0].Line != n.Line || n.Content[0].Column != n.Column {
		tag, body, end = p.properties(n, start) // they are not those of its first key
	}
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Value == "" && n.Style&^yaml.TaggedStyle == 0 {
			body = end // nothing is written
		}
		t = p.scalar(n, body)
	case yaml.SequenceNode:
		t = p.sequence(n, body, depth)
	case yaml.MappingNode:
		t = p.mapping(n, body, depth)
	}
	if name, ok := localTag(n.Tag); ok {
		t.value = longForm(name, tag, t)
	}
	if a != nil {
		t.value = t.value.Held(value.Content) // an alias may stand for it
		*a = anchor{tree: t, nodes: p.nodes - nodes, done: true}
	}
	return t
}

// alias gives what an alias stands for.
func (p *parser) alias(n *yaml.Node, depth int) tree {
	start := p.offset(n.Line, n.Column)
	end := start + len("*") + len(n.Value)
	a := p.anchors[n.Alias]
	if a == nil { // the anchor of a key, which as such has no value
		p.node(n.Alias, 0)
		a = p.anchors[n.Alias]
	}
	switch {
	case !a.done:
		return p.refuse(start, end, "the alias stands within what it is an alias of")
	case p.nodes+a.nodes > maxNodes:
		p.nodes = max(p.nodes, maxNodes) // once too many is enough
		return p.refuse(start, end, tooMany)
	case depth+a.depth > maxDepth:
		return p.refuse(start, end, tooDeep)
	}
	p.nodes += a.nodes
	t := a.tree
	t.value = t.value.With(value.Step{Range: p.at(start, end), Kind: value.Alias, Name: n.Value})
	t.end = end
	return t
}

// refuse gives an Unknown for a node that cannot be read. The document reports
// the first for each reason.
func (p *parser) refuse(off, end int, message string) tree {
	r := p.at(off, end)
	if !slices.Contains(p.refused, message) {
		p.refused = append(p.refused, message)
		p.problem(off, end, message)
	}
	return tree{value: value.NewUnknown(r, message), end: end}
}

// scalar gives the value of a scalar whose content is at off.
func (p *parser) scalar(n *yaml.Node, off int) tree {
	end := off
	if n.Value != "" || n.Style&^yaml.TaggedStyle != 0 {
		end = p.scalarEnd(n, off)
	}
	t := tree{end: end}
	r := p.at(off, end)
	switch n.Tag {
	case "!!null":
		t.value = value.NewNull(r)
	case "!!bool":
		if b, err := strconv.ParseBool(strings.ToLower(n.Value)); err == nil {
			t.value = value.NewBool(r, b)
		}
	case "!!int", "!!float":
		if text, ok := number(n.Value); ok {
			t.value = value.NewNumber(r, text)
		}
	}
	if t.value == nil {
		t.value = p.str(n, r)
	}
	return t
}

// str gives the string of a scalar at r. A string that is written otherwise
// than it reads gets a segment, so that its parts have their places.
func (p *parser) str(n *yaml.Node, r source.Range) *value.Value {
	inner, coding := r, value.YAML
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		inner, coding = p.at(r.Start+1, r.End-1), value.YAMLDouble
	case n.Style&yaml.SingleQuotedStyle != 0:
		inner, coding = p.at(r.Start+1, r.End-1), value.YAMLSingle
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		inner.Start = p.lineEnd(r.Start)
		w, _ := white(p.src[inner.Start:])
		inner.Start = min(inner.Start+w, r.End)
	}
	if inner.Start > inner.End || p.src[inner.Start:inner.End] == n.Value {
		return value.NewString(r, n.Value)
	}
	var b value.Builder
	b.Literal(n.Value, inner, coding)
	return b.Value(r)
}

// sequence gives the value of a sequence whose content is at off.
func (p *parser) sequence(n *yaml.Node, off, depth int) tree {
	t := tree{end: off, depth: 1}
	elems := make([]*value.Value, 0, len(n.Content))
	for _, c := range n.Content {
		e := p.node(c, depth+1)
		elems = append(elems, e.value)
		t.include(e)
	}
	if n.Style&yaml.FlowStyle != 0 {
		t.end = p.closing(max(t.end, off+1), ']')
	}
	t.value = value.NewList(p.at(off, t.end), elems, false)
	return t
}

// include makes room for a member.
func (t *tree) include(m tree) {
	t.end = max(t.end, m.end)
	t.depth = max(t.depth, m.depth+1)
}

// mapping gives the value of a mapping whose content is at off.
func (p *parser) mapping(n *yaml.Node, off, depth int) tree {
	t := tree{end: off, depth: 1}
	fields := make([]value.Field, 0, len(n.Content)/2)
	var merged []value.Field
	style := p.style(n, off)
	open := false
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, v := n.Content[i], n.Content[i+1]
		f, keyEnd := p.key(key, depth)
		t.end = max(t.end, keyEnd)
		m := p.node(v, depth+1)
		t.include(m)
		if key.Tag == "!!merge" {
			more, known := p.merge(m.value)
			merged = append(merged, more...)
			open = open || !known
			style = value.Computed
			continue
		}
		f.Value = m.value
		if m.end > keyEnd {
			f.End = m.end
		}
		fields = append(fields, f)
	}
	if n.Style&yaml.FlowStyle != 0 && strings.HasPrefix(p.src[off:], "{") {
		t.end = p.closing(max(t.end, off+1), '}')
	}
	r := p.at(off, t.end)
	if isExpression(n) {
		t.value = value.NewUnknown(r, "template expression "+r.FirstLine().Text())
		return t
	}
	t.value = value.NewObject(r, override(merged, fields), open, style)
	return t
}

// style is how the mapping at off is written.
func (p *parser) style(n *yaml.Node, off int) value.Style {
	switch {
	case n.Style&yaml.FlowStyle == 0:
		return value.BlockMapping
	case strings.HasPrefix(p.src[off:], "{"):
		return value.FlowMapping
	}
	return value.Computed // one pair in a flow sequence
}

// isExpression reports whether a mapping is {{ x }}, which is what a template
// language writes and no person writes in YAML.
func isExpression(n *yaml.Node) bool {
	if n.Style&yaml.FlowStyle == 0 || len(n.Content) != 2 {
		return false
	}
	key, v := n.Content[0], n.Content[1]
	return key.Kind == yaml.MappingNode && key.Style&yaml.FlowStyle != 0 && v.Kind == yaml.ScalarNode && v.Tag == "!!null"
}

// key gives the member that a key begins, and where the key ends. A key that is
// no scalar is named by its text.
func (p *parser) key(n *yaml.Node, depth int) (f value.Field, end int) {
	p.nodes++
	if n.Kind == yaml.AliasNode {
		off := p.offset(n.Line, n.Column)
		f.Range = p.at(off, off+len("*")+len(n.Value))
		if n = n.Alias; n.Kind == yaml.ScalarNode {
			f.Key = n.Value
			return f, f.Range.End
		}
		f.Key = f.Range.Text()
		return f, f.Range.End
	}
	if n.Kind != yaml.ScalarNode {
		t := p.node(n, depth+1)
		f.Range = t.value.Range()
		f.Key = f.Range.Text()
		return f, t.end
	}
	_, body, end := p.properties(n, p.offset(n.Line, n.Column))
	if n.Value != "" || n.Style&^yaml.TaggedStyle != 0 {
		end = p.scalarEnd(n, body)
	} else {
		body = end
	}
	f.Key, f.Range = n.Value, p.at(body, end)
	return f, end
}

// merge gives the members that a merge key adds, those that count first in
// front. It reports false if there may be others.
func (p *parser) merge(v *value.Value) (fields []value.Field, known bool) {
	switch v.Kind() {
	case value.Map:
		for f := range v.Fields() {
			fields = append(fields, f)
		}
		p.nodes += len(fields)
		return fields, !v.Open()
	case value.List:
		known = true
		for _, e := range v.Elems() {
			if e.Kind() == value.List {
				return fields, p.unmergeable(e)
			}
			more, all := p.merge(e)
			fields = append(fields, more...)
			known = known && all
		}
		return fields, known
	case value.Unknown:
		return nil, false
	case value.Null:
		return nil, true
	case value.Absent, value.Bool, value.Number, value.String, value.Text, value.Either:
	}
	return nil, p.unmergeable(v)
}

// unmergeable reports what cannot be merged.
func (p *parser) unmergeable(v *value.Value) (known bool) {
	p.problem(v.Range().Start, v.Range().End, "a merge takes a map or a list of maps")
	return true
}

// override gives merged and own members of a map. The first of the merged ones
// with a key counts, and own ones before all. It is also the order in which
// yaml.v3 decides.
func override(merged, own []value.Field) []value.Field {
	if len(merged) == 0 {
		return own
	}
	seen := make(map[string]bool, len(merged)+len(own))
	for _, f := range own {
		seen[f.Key] = true
	}
	out := make([]value.Field, 0, len(merged)+len(own))
	for _, f := range merged {
		if !seen[f.Key] {
			seen[f.Key] = true
			out = append(out, f)
		}
	}
	return append(out, own...)
}

// localTag gives the name of a tag that is not one of YAML's own.
func localTag(tag string) (name string, ok bool) {
	name, ok = strings.CutPrefix(tag, "!")
	return name, ok && name != "" && name[0] != '!'
}

// longForm gives the map that stands for a tagged value.
func longForm(name string, tag source.Range, arg tree) *value.Value {
	key := "Fn::" + name
	switch name {
	case "Ref", "Condition":
		key = name
	case "GetAtt":
		arg.value = splitAttribute(arg.value)
	}
	r := tag
	r.End = max(r.End, arg.end)
	return value.NewMap(r, []value.Field{{Key: key, Range: tag, Value: arg.value}}, false)
}

// splitAttribute gives the list [A, B] for the string A.B.
func splitAttribute(v *value.Value) *value.Value {
	s, _ := v.Str()
	resource, attribute, ok := strings.Cut(s, ".")
	if !ok {
		return v
	}
	dot := len(resource)
	return value.NewList(v.Range(), []*value.Value{
		value.NewString(v.Place(0, dot), resource),
		value.NewString(v.Place(dot+1, len(s)), attribute),
	}, false)
}

// number gives a number of YAML in the syntax of JSON. Infinity and what is not
// a number are none.
func number(s string) (string, bool) {
	s = strings.ReplaceAll(s, "_", "")
	// Base 0 understands 0x1F, 0o17, 0b101 and, as YAML 1.1, 017.
	if n, err := strconv.ParseInt(s, 0, 64); err == nil {
		return strconv.FormatInt(n, 10), true
	}
	if n, err := strconv.ParseUint(s, 0, 64); err == nil {
		return strconv.FormatUint(n, 10), true
	}
	sign := ""
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		sign, s = "-", rest
	} else {
		s = strings.TrimPrefix(s, "+")
	}
	if strings.Trim(s, "0123456789.eE+-") != "" {
		return "", false
	}
	if _, err := strconv.ParseFloat(s, 64); err != nil {
		return "", false
	}
	mantissa, exponent := s, ""
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa, exponent = s[:i], s[i:]
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + whole + fraction + exponent, true
}
