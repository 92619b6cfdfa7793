package terraform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// constraint is the type of a variable. The zero constraint is any.
// https://developer.hashicorp.com/terraform/language/expressions/type-constraints
type constraint struct {
	kind  string // "string", "number", "bool", "list", "set", "map", "object", "tuple"; empty for any
	elem  *constraint
	attrs []attrType
	items []constraint
	root  *root // of a type that is written; nil for others, which add nothing
}

type attrType struct {
	name     string
	typ      constraint
	optional bool
	preset   *value.Value // of optional(); nil for null
	rng      source.Range
}

// typeOf reads a type expression. What it does not understand is any.
func (m *module) typeOf(e hclsyntax.Expression, depth int) constraint {
	if depth > 64 {
		return constraint{}
	}
	switch kw := hcl.ExprAsKeyword(e); kw {
	case "string", "number", "bool":
		return constraint{kind: kw}
	case "list", "set", "map":
		return constraint{kind: kw, elem: &constraint{}}
	case "":
	default:
		return constraint{}
	}
	if t, ok := e.(*hclsyntax.TemplateExpr); ok && t.IsStringLiteral() { // "string", as in Terraform 0.11
		v, diags := t.Value(nil)
		if diags.HasErrors() {
			return constraint{}
		}
		switch s := v.AsString(); s {
		case "string":
			return constraint{kind: s}
		case "list", "map":
			return constraint{kind: s, elem: &constraint{}}
		}
		return constraint{}
	}
	call, ok := e.(*hclsyntax.FunctionCallExpr)
	if !ok || len(call.Args) == 0 {
		return constraint{}
	}
	switch call.Name {
	case "list", "set", "map":
		elem := m.typeOf(call.Args[0], depth+1)
		return constraint{kind: call.Name, elem: &elem}
	case "tuple":
		t, ok := call.Args[0].(*hclsyntax.TupleConsExpr)
		if !ok {
			return constraint{}
		}
		c := constraint{kind: "tuple"}
		for _, x := range t.Exprs {
			c.items = append(c.items, m.typeOf(x, depth+1))
		}
		return c
	case "object":
		o, ok := call.Args[0].(*hclsyntax.ObjectConsExpr)
		if !ok {
			return constraint{}
		}
		c := constraint{kind: "object", root: m.root}
		if !m.root.spend(perValue*len(o.Items), m.rng(o.SrcRange)) {
			return constraint{}
		}
		for _, it := range o.Items {
			c.attrs = append(c.attrs, m.attrOf(it, depth))
		}
		return c
	}
	return constraint{}
}

func (m *module) attrOf(it hclsyntax.ObjectConsItem, depth int) attrType {
	name := hcl.ExprAsKeyword(it.KeyExpr)
	if name == "" {
		if v, diags := it.KeyExpr.Value(nil); !diags.HasErrors() && v.Type() == cty.String {
			name = v.AsString()
		}
	}
	a := attrType{name: name, rng: m.rng(it.KeyExpr.Range())}
	call, ok := it.ValueExpr.(*hclsyntax.FunctionCallExpr)
	if !ok || call.Name != "optional" || len(call.Args) == 0 {
		a.typ = m.typeOf(it.ValueExpr, depth+1)
		return a
	}
	a.optional, a.typ = true, m.typeOf(call.Args[0], depth+1)
	if len(call.Args) > 1 {
		a.preset = m.eval(call.Args[1], nil).With(value.Step{Range: a.rng, Kind: value.OptionalDefault, Name: name})
	}
	return a
}

// typeConstraint gives the constraint for a type of cty.
func typeConstraint(t cty.Type) constraint {
	elem := func() *constraint {
		c := typeConstraint(t.ElementType())
		return &c
	}
	switch {
	case t == cty.String:
		return constraint{kind: "string"}
	case t == cty.Number:
		return constraint{kind: "number"}
	case t == cty.Bool:
		return constraint{kind: "bool"}
	case t.IsListType():
		return constraint{kind: "list", elem: elem()}
	case t.IsSetType():
		return constraint{kind: "set", elem: elem()}
	case t.IsMapType():
		return constraint{kind: "map", elem: elem()}
	case t.IsTupleType():
		c := constraint{kind: "tuple"}
		for _, e := range t.TupleElementTypes() {
			c.items = append(c.items, typeConstraint(e))
		}
		return c
	case t.IsObjectType():
		c := constraint{kind: "object"}
		for _, name := range sortedKeys(t.AttributeTypes()) {
			c.attrs = append(c.attrs, attrType{name: name, typ: typeConstraint(t.AttributeType(name))})
		}
		return c
	}
	return constraint{}
}

// apply converts a value to the type, as Terraform does when a variable is set:
// scalars are converted, attributes that the type lacks are dropped, and
// optional ones that are missing get their default. A value that cannot be
// converted fails.
func (c constraint) apply(v *value.Value) *value.Value {
	switch v.Kind() {
	case value.Null, value.Absent, value.Unknown:
		return v
	case value.Either:
		return each(v, c.apply)
	case value.Bool, value.Number, value.String, value.Text, value.List, value.Map:
	}
	switch c.kind {
	case "string", "number", "bool":
		return c.scalar(v)
	case "list", "set":
		return c.list(v)
	case "map":
		return c.mapping(v)
	case "object":
		return c.object(v)
	case "tuple":
		if v.Kind() != value.List || v.Open() || v.Len() != len(c.items) {
			return v
		}
		var elems []*value.Value
		for i, e := range v.Elems() {
			elems = append(elems, c.items[i].apply(e))
		}
		return value.NewList(v.Range(), elems, false)
	}
	return v
}

func (c constraint) scalar(v *value.Value) *value.Value {
	if v.Is(value.List, value.Map) {
		return value.NewFailed(v.Range(), "a "+v.Kind().String()+" is not a "+c.kind)
	}
	switch c.kind {
	case "string":
		return toString(v)
	case "number":
		return toNumber(v)
	}
	return toBool(v)
}

// uniform converts a collection whose elements may be of any one type: the type
// that fits all of them.
func (c constraint) uniform(v *value.Value) *value.Value {
	known, ok := toCty(v.As(value.Structural))
	if !ok {
		return v
	}
	t := map[string]func(cty.Type) cty.Type{"list": cty.List, "set": cty.Set, "map": cty.Map}[c.kind](cty.DynamicPseudoType)
	x, err := convert.Convert(known, t)
	if err != nil {
		return value.NewFailed(v.Range(), err.Error())
	}
	if x.Type().ElementType() == cty.DynamicPseudoType {
		return v // nothing but nulls
	}
	return typeConstraint(x.Type()).apply(v)
}

func (c constraint) list(v *value.Value) *value.Value {
	if v.Kind() == value.List && c.elem.kind == "" && v.Len() > 0 && v.WhollyKnown() {
		if u := c.uniform(v); u.Failed() || u.Form() != value.Structural {
			return u
		}
	}
	if v.Kind() != value.List {
		return value.NewFailed(v.Range(), "a "+v.Kind().String()+" is not a "+c.kind)
	}
	var elems []*value.Value
	for _, e := range v.Elems() {
		if e.Kind() == value.Either && e.Exists() != value.Yes {
			e = each(e, c.elem.apply)
		} else {
			e = c.elem.apply(e)
		}
		elems = append(elems, e)
	}
	out := value.NewList(v.Range(), elems, false).As(value.Uniform)
	if v.Open() {
		out = value.NewScattered(v.Range(), elems, v.Fixed()).As(value.Uniform)
	}
	if c.kind == "set" {
		out = toSet(out)
	}
	return out
}

func (c constraint) mapping(v *value.Value) *value.Value {
	if v.Kind() == value.Map && c.elem.kind == "" && v.Len() > 0 && v.WhollyKnown() {
		if u := c.uniform(v); u.Failed() || u.Form() != value.Structural {
			return u
		}
	}
	if v.Kind() != value.Map {
		return value.NewFailed(v.Range(), "a "+v.Kind().String()+" is not a map")
	}
	var fields []value.Field
	for f := range v.Fields() {
		f.Value = c.elem.apply(f.Value)
		fields = append(fields, f)
	}
	return value.NewMap(v.Range(), fields, v.Open()).As(value.Uniform)
}

func (c constraint) object(v *value.Value) *value.Value {
	if v.Kind() != value.Map {
		return value.NewFailed(v.Range(), "a "+v.Kind().String()+" is not an object")
	}
	if c.root != nil && !c.root.spend(2*perValue*len(c.attrs), v.Range()) {
		return c.root.giveUp(v.Range())
	}
	var fields []value.Field
	for _, a := range c.attrs {
		f := v.Field(a.name)
		x := f.Value
		switch x.Kind() {
		case value.Either:
			x = each(x, func(y *value.Value) *value.Value { return a.fill(y, v) })
		case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text, value.List, value.Map:
			x = a.fill(x, v)
		}
		if x.Failed() && !f.Value.Failed() {
			return x
		}
		fields = append(fields, value.Field{Key: a.name, Range: f.Range, Value: x})
	}
	out := value.NewMap(v.Range(), fields, false)
	for _, l := range v.Links() {
		out = out.WithLink(l)
	}
	return out
}

// fill gives an attribute its value: the default if it is optional and missing
// or null, else what is written.
func (a attrType) fill(x, object *value.Value) *value.Value {
	switch {
	case x.Is(value.Absent, value.Null) && a.preset != nil:
		return a.typ.apply(a.preset).Along(object)
	case x.Kind() == value.Absent && a.optional:
		return value.NewNull(object.Range()).Along(object)
	case x.Kind() == value.Absent:
		return value.NewFailed(object.Range(), "attribute "+a.name+" is required")
	}
	return a.typ.apply(x)
}

// toString is tostring(): what is text stays, with its places.
func toString(v *value.Value) *value.Value {
	switch v.Kind() {
	case value.Bool, value.Number:
		s, _ := v.Scalar()
		if v.Kind() == value.Number {
			c, ok := toCty(v)
			if !ok {
				return value.NewUnknown(v.Range(), "the number is too large to look at")
			}
			s = numberText(c.AsBigFloat())
		}
		return value.NewString(v.Range(), s).Along(v)
	case value.Either:
		return each(v, toString)
	case value.List, value.Map:
		return value.NewFailed(v.Range(), "a "+v.Kind().String()+" is not a string")
	case value.Absent, value.Unknown, value.Null, value.String, value.Text:
	}
	return v
}

func toNumber(v *value.Value) *value.Value { return convertScalar(v, cty.Number) }

// toIndex gives what Terraform takes for an index or a count: a whole number, or
// text that tonumber makes one of.
func toIndex(v *value.Value) (int, bool) {
	if v.Kind() == value.String {
		v = toNumber(v)
	}
	return value.As[int](v)
}

func toBool(v *value.Value) *value.Value { return convertScalar(v, cty.Bool) }

func convertScalar(v *value.Value, t cty.Type) *value.Value {
	switch v.Kind() {
	case value.Either:
		return each(v, func(v *value.Value) *value.Value { return convertScalar(v, t) })
	case value.Text:
		return unknownOperand(v.Range(), v)
	case value.Bool, value.Number, value.String, value.List, value.Map:
		c, ok := toCty(v)
		if !ok {
			return unknownOperand(v.Range(), v)
		}
		x, err := convert.Convert(c, t)
		if err != nil {
			return value.NewFailed(v.Range(), err.Error())
		}
		return fromCty(x, v.Range()).Along(v)
	case value.Absent, value.Unknown, value.Null:
	}
	return v
}

// toSet is toset(): elements are of one type, sorted, and each there once.
func toSet(v *value.Value) *value.Value {
	switch v.Kind() {
	case value.Either:
		return each(v, toSet)
	case value.Null, value.Unknown, value.Absent:
		return v
	case value.List:
	case value.Bool, value.Number, value.String, value.Text, value.Map:
		return value.NewFailed(v.Range(), "a "+v.Kind().String()+" is not a set")
	}
	elems, _ := v.Items()
	elems = unify(elems)
	out, ok := unique(elems)
	if !ok {
		return value.NewRefused(v.Range(), "toset: "+refusal(fmt.Sprintf("more than %d comparisons", maxPairs)).Error())
	}
	sortSet(out)
	if v.Open() {
		return value.NewScattered(v.Range(), out, 0).As(value.Set)
	}
	return value.NewList(v.Range(), out, false).As(value.Set)
}

// unique drops what certainly equals something in front of it. It is not ok where
// that takes too many comparisons, as of what is no text.
func unique(elems []*value.Value) (out []*value.Value, ok bool) {
	seen := make(map[string]bool, len(elems))
	for _, e := range elems {
		s, ok := e.Str()
		if !ok {
			break
		}
		if !seen[s] {
			seen[s] = true
			out = append(out, e)
		}
	}
	if len(seen) > 0 && !slices.ContainsFunc(elems, func(e *value.Value) bool { return e.Kind() != value.String }) {
		return out, true
	}
	if times(len(elems), len(elems)) > maxPairs {
		return nil, false
	}
	out = nil
	for _, e := range elems {
		if !slices.ContainsFunc(out, func(x *value.Value) bool { return x.Equal(e) == value.Yes }) {
			out = append(out, e)
		}
	}
	return out, true
}

// sortSet puts the elements of a set into the order in which cty goes over them.
func sortSet(elems []*value.Value) {
	if !slices.ContainsFunc(elems, func(e *value.Value) bool { return e.Kind() != value.String }) {
		slices.SortFunc(elems, func(a, b *value.Value) int { return strings.Compare(a.Content(), b.Content()) })
		return
	}
	var all []cty.Value
	for _, e := range elems {
		c, ok := toCty(e)
		if !ok {
			return // the order of what is not known is not known either
		}
		all = append(all, c)
	}
	if len(all) == 0 {
		return
	}
	set, ok := converted(cty.TupleVal(all), cty.Set(cty.DynamicPseudoType))
	if !ok {
		return
	}
	at := map[*value.Value]int{}
	n := 0
	for it := set.ElementIterator(); it.Next(); n++ {
		_, x := it.Element()
		for i, c := range all {
			if y, err := convert.Convert(c, x.Type()); err == nil && y.RawEquals(x) {
				at[elems[i]] = n
			}
		}
	}
	slices.SortStableFunc(elems, func(a, b *value.Value) int { return at[a] - at[b] })
}

// unify converts scalars of several types to the one that fits all, which is
// string.
func unify(elems []*value.Value) []*value.Value {
	var kinds []value.Kind
	for _, e := range elems {
		kind := e.Kind()
		if kind == value.Text {
			kind = value.String
		}
		if e.Is(value.Bool, value.Number, value.String, value.Text) && !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) < 2 {
		return elems
	}
	out := make([]*value.Value, len(elems))
	for i, e := range elems {
		out[i] = toString(e)
	}
	return out
}
