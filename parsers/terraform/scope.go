package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// scope binds the names that an expression can use besides those of its module:
// each, count, variables of for, iterators of dynamic blocks, variables of a
// template file, and the item of a splat. The inner scope goes first.
type scope struct {
	up     *scope
	name   string
	value  *value.Value
	symbol *hclsyntax.AnonSymbolExpr
	item   node
	sealed bool // a template file: the names of the module are not visible
}

func (s *scope) bind(name string, v *value.Value) *scope {
	return &scope{up: s, name: name, value: v}
}

// find gives the value of a name. Of a name that is not bound in a sealed scope
// it is nil, and the second result is true all the same.
func (s *scope) find(name string) (*value.Value, bool) {
	for ; s != nil; s = s.up {
		if s.sealed {
			return nil, true
		}
		if s.symbol == nil && s.name == name {
			return s.value, true
		}
	}
	return nil, false
}

func (s *scope) splatItem(e *hclsyntax.AnonSymbolExpr) (node, bool) {
	for ; s != nil; s = s.up {
		if s.symbol == e {
			return s.item, true
		}
	}
	return node{}, false
}

// node is what an expression leads to: a value, or something of a module whose
// members are evaluated only when they are asked for. Modules refer to each
// other's outputs in circles, as long as no single output does.
type node struct {
	value  *value.Value
	object *object
	list   []node // instances of a counted block
	keyed  []keyed
	kind   nodeKind
	rng    source.Range // of the reference
	maybe  string       // why it is not known whether the instances exist
	open   string       // why there may be more instances
}

type nodeKind uint8

const (
	plain   nodeKind = iota
	single           // object
	counted          // list
	forEach          // keyed
)

type keyed struct {
	key  string
	node node
}

// object is a resource, data source or module call with lazy members.
type object struct {
	attr  func(name string, r source.Range) *value.Value
	whole func(r source.Range) *value.Value
}

func plainNode(v *value.Value) node { return node{value: v} }

// eval gives the whole value of a node.
func (n node) eval() *value.Value {
	switch n.kind {
	case single:
		return n.object.whole(n.rng)
	case counted:
		elems := make([]*value.Value, len(n.list))
		for i, x := range n.list {
			elems[i] = n.optional(x.eval(), n.rng)
		}
		return value.NewList(n.rng, elems, false)
	case forEach:
		fields := make([]value.Field, len(n.keyed))
		for i, k := range n.keyed {
			fields[i] = value.Field{Key: k.key, Value: k.node.eval()}
		}
		return value.NewMap(n.rng, fields, n.open != "")
	case plain:
	}
	return n.value
}

// attr gives a member by name.
func (n node) attr(name string, r source.Range) node {
	switch n.kind {
	case single:
		v := n.object.attr(name, r)
		if n.maybe != "" {
			v = value.NewEither(r, n.maybe, v, value.NewFailed(r, "index out of range"))
		}
		return plainNode(v)
	case forEach:
		return n.key(name, r)
	case counted:
		return plainNode(value.NewFailed(r, "a list has no attribute "+name))
	case plain:
	}
	return plainNode(member(n.value, name, r))
}

func (n node) key(name string, r source.Range) node {
	for _, k := range n.keyed {
		if k.key == name {
			return k.node.at(r)
		}
	}
	if n.open != "" {
		return plainNode(value.NewUnknown(r, n.open))
	}
	return plainNode(value.NewFailed(r, "no instance has the key "+name))
}

func (n node) at(r source.Range) node {
	n.rng = r
	return n
}

// index gives a member by a key that may be unknown.
func (n node) index(k *value.Value, r source.Range) node {
	if k.Failed() {
		return plainNode(unknownOperand(r, k))
	}
	switch n.kind {
	case counted:
		if i, ok := toIndex(k); ok {
			if i < 0 || i >= len(n.list) {
				return plainNode(value.NewFailed(r, "index out of range"))
			}
			x := n.list[i].at(r)
			x.maybe = n.maybe
			return x
		}
		return plainNode(value.NewUnknown(r, "the index is unknown"))
	case forEach:
		if s, ok := k.Scalar(); ok {
			return n.key(s, r)
		}
		return plainNode(value.NewUnknown(r, "the key is unknown"))
	case single:
		// A splat makes a list of one of a block without count; an index does not.
		if s, ok := k.Str(); ok {
			return plainNode(n.object.attr(s, r))
		}
		return plainNode(value.NewFailed(r, "not a list"))
	case plain:
	}
	return plainNode(index(n.value, k, r))
}

// optional gives an element that a splat makes of an instance of n.
func (n node) optional(v *value.Value, r source.Range) *value.Value {
	if n.maybe == "" {
		return v
	}
	return value.NewEither(r, n.maybe, v, value.NewAbsent(r))
}

// items gives what a splat goes over: the instances, or for what is no list a
// list of itself. The second result is false if that is not known.
func (n node) items() ([]node, bool) {
	switch n.kind {
	case counted:
		return n.list, true
	case forEach, single:
		return []node{n}, true
	case plain:
	}
	switch n.value.Kind() {
	case value.List:
		var out []node
		for _, e := range n.value.Elems() {
			out = append(out, plainNode(e))
		}
		return out, !n.value.Open()
	case value.Null:
		return nil, true
	case value.Absent, value.Unknown, value.Text, value.Either:
		return nil, false
	case value.Bool, value.Number, value.String, value.Map:
	}
	return []node{n}, true
}

// steps follows a traversal from n.
func (n node) steps(t hcl.Traversal, r source.Range) node {
	for i, s := range t {
		switch s := s.(type) {
		case hcl.TraverseAttr:
			n = n.attr(s.Name, r)
		case hcl.TraverseIndex:
			n = n.index(fromCty(s.Key, r), r)
		case hcl.TraverseSplat: // the old syntax, "list.*.attr"
			items, ok := n.items()
			if !ok {
				return plainNode(value.NewUnknown(r, n.eval().Reason()))
			}
			elems := make([]*value.Value, len(items))
			for j, x := range items {
				elems[j] = n.optional(x.steps(t[i+1:], r).eval(), r)
			}
			return plainNode(value.NewList(r, elems, false))
		default:
			return plainNode(value.NewUnknown(r, "unsupported reference"))
		}
	}
	return n
}

// member gives an attribute of a value. One that is certainly not there is an
// error in Terraform, which try() and can() recognise.
func member(v *value.Value, name string, r source.Range) *value.Value {
	switch v.Kind() {
	case value.Map, value.Unknown:
		return missing(v.Get(name), name, r)
	case value.Either:
		alts := v.Alternatives()
		for i, a := range alts {
			alts[i] = member(a, name, r)
		}
		return value.NewEither(v.Range(), v.Reason(), alts...)
	case value.Null:
		return value.NewFailed(r, "attribute "+name+" of null")
	case value.List:
		// The old syntax: list.0
		return index(v, value.NewString(r, name), r)
	case value.Absent, value.Bool, value.Number, value.String, value.Text:
	}
	return value.NewFailed(r, "a "+v.Kind().String()+" has no attribute "+name)
}

// missing turns what Get gives for keys that are or may be absent into what
// Terraform makes of them: an error.
func missing(v *value.Value, name string, r source.Range) *value.Value {
	switch v.Kind() {
	case value.Absent:
		return value.NewFailed(r, "no attribute "+name)
	case value.Either:
		if v.Exists() != value.Yes {
			alts := v.Alternatives()
			for i, a := range alts {
				if a.Kind() == value.Absent {
					alts[i] = value.NewFailed(r, "no attribute "+name)
				}
			}
			return value.NewEither(v.Range(), v.Reason(), alts...)
		}
	case value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text, value.List, value.Map:
	}
	return v
}

// index gives the member of a collection.
func index(c, k *value.Value, r source.Range) *value.Value {
	if c.Failed() || k.Failed() {
		return unknownOperand(r, c, k)
	}
	if k.Kind() == value.Either {
		alts := k.Alternatives()
		for i, a := range alts {
			alts[i] = index(c, a, r)
		}
		return value.NewEither(r, k.Reason(), alts...)
	}
	if k.Kind() == value.Unknown && (c.Form() == value.Set || c.Is(value.Bool, value.Number, value.String, value.Text)) {
		return unknownOperand(r, k) // Terraform looks at the key first
	}
	if k.Kind() == value.Null || c.Form() == value.Set {
		return value.NewFailed(r, "neither null is an index nor has a set any")
	}
	switch c.Kind() {
	case value.List:
		i, ok := toIndex(k)
		switch {
		case !ok && k.WhollyKnown():
			return value.NewFailed(r, "the index is not a number")
		case !ok:
			return oneOf(c, r, k)
		case i < 0 || i >= c.Len() && !c.Open():
			return value.NewFailed(r, "index out of range")
		case i >= c.Fixed():
			return value.NewUnknown(r, c.Reason())
		}
		return nth(c, i, r)
	case value.Map:
		s, ok := k.Scalar()
		switch {
		case k.Is(value.List, value.Map):
			return value.NewFailed(r, "the key is not a string")
		case !ok:
			return oneOf(c, r, k)
		}
		return missing(c.Get(s), s, r)
	case value.Either:
		alts := c.Alternatives()
		for i, a := range alts {
			alts[i] = index(a, k, r)
		}
		return value.NewEither(c.Range(), c.Reason(), alts...)
	case value.Unknown:
		return value.NewUnknown(r, c.Reason()).WithCause(c.Cause())
	case value.Null:
		return value.NewFailed(r, "index of null")
	case value.Absent, value.Bool, value.Number, value.String, value.Text:
	}
	return value.NewFailed(r, "a "+c.Kind().String()+" has no index")
}

// nth gives element i of a list, some elements of which may be absent, so that
// those behind them move up.
func nth(c *value.Value, i int, r source.Range) *value.Value {
	var alts []*value.Value
	least, most := 0, 0 // the possible indexes of the element
	reason := ""
	for _, e := range c.Elems() {
		exists := e.Exists()
		if exists != value.No && least <= i && i <= most {
			alts = append(alts, e.Present())
		}
		if exists == value.Maybe && reason == "" {
			reason = e.Reason()
		}
		if exists == value.Yes {
			least++
		}
		if exists != value.No {
			most++
		}
		if least > i {
			return value.NewEither(r, reason, alts...)
		}
	}
	return value.NewEither(r, reason, append(alts, value.NewFailed(r, "index out of range"))...)
}

// oneOf is what an unknown key leads to: one of the members, if all are known.
func oneOf(c *value.Value, r source.Range, k *value.Value) *value.Value {
	reason := k.Reason()
	if reason == "" {
		reason = "the key is unknown"
	}
	if c.Open() || c.Len() == 0 || c.Len() > 8 {
		return value.NewUnknown(r, reason)
	}
	var alts []*value.Value
	for _, e := range c.Elems() {
		alts = append(alts, e)
	}
	for f := range c.Fields() {
		alts = append(alts, f.Value)
	}
	return value.NewEither(r, reason, alts...)
}
