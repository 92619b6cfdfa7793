package terraform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// maxEvalDepth bounds expressions within the evaluation of others, such as of a
// template that renders itself. A stack that overflows ends the process.
const maxEvalDepth = 5000

// eval evaluates an expression to what can be known of it.
func (m *module) eval(e hclsyntax.Expression, s *scope) *value.Value {
	v := m.resolve(e, s).eval()
	if v.Failed() {
		m.root.failures++
	}
	return v
}

// resolve evaluates an expression as far as its next step needs it.
func (m *module) resolve(e hclsyntax.Expression, s *scope) node {
	if m.root.exhausted() {
		return plainNode(m.root.giveUp(m.rng(e.Range())))
	}
	if m.root.nesting++; m.root.nesting > maxEvalDepth {
		m.root.nesting--
		r := m.rng(e.Range())
		m.root.note(source.Problem{Range: r, Level: source.Warning, Message: "evaluates itself without end, or nests too deeply"})
		return plainNode(value.NewUnknown(r, "the evaluation nests too deeply"))
	}
	defer func() { m.root.nesting-- }()
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		return m.resolve(e.Expression, s)
	case *hclsyntax.TemplateWrapExpr:
		return m.resolve(e.Wrapped, s)
	case *hclsyntax.ScopeTraversalExpr:
		return m.reference(e.Traversal, m.rng(e.SrcRange), s)
	case *hclsyntax.RelativeTraversalExpr:
		return m.resolve(e.Source, s).steps(e.Traversal, m.rng(e.SrcRange))
	case *hclsyntax.IndexExpr:
		return m.resolve(e.Collection, s).index(m.eval(e.Key, s), m.rng(e.SrcRange))
	case *hclsyntax.AnonSymbolExpr:
		if n, ok := s.splatItem(e); ok {
			return n
		}
		return plainNode(value.NewUnknown(m.rng(e.SrcRange), "the item of a splat"))
	}
	v := m.compute(e, s)
	if v.Refused() {
		m.root.note(source.Problem{Range: v.Range(), Level: source.Warning, Message: v.Reason()})
	}
	return plainNode(v)
}

func (m *module) compute(e hclsyntax.Expression, s *scope) *value.Value {
	r := m.rng(e.Range())
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return fromCty(e.Val, r)
	case *hclsyntax.ObjectConsKeyExpr:
		return m.objectKey(e, s)
	case *hclsyntax.ObjectConsExpr:
		return m.object(e, s)
	case *hclsyntax.TupleConsExpr:
		elems := make([]*value.Value, len(e.Exprs))
		for i, x := range e.Exprs {
			elems[i] = m.eval(x, s)
		}
		return value.NewList(r, elems, false)
	case *hclsyntax.TemplateExpr:
		return m.template(e.Parts, r, s)
	case *hclsyntax.TemplateJoinExpr:
		return m.joined(e, s)
	case *hclsyntax.SplatExpr:
		return m.splat(e, s)
	case *hclsyntax.ConditionalExpr:
		return m.conditional(e, s)
	case *hclsyntax.ForExpr:
		return m.forExpr(e, s)
	case *hclsyntax.BinaryOpExpr:
		return m.binary(e, s)
	case *hclsyntax.UnaryOpExpr:
		x := m.eval(e.Val, s)
		return each(x, func(x *value.Value) *value.Value {
			c, ok := m.known(x)
			if !ok {
				return unknownOperand(r, x)
			}
			return m.byHCL(&hclsyntax.UnaryOpExpr{Op: e.Op, Val: literal(c, e), SrcRange: e.SrcRange, SymbolRange: e.SymbolRange}, r)
		})
	case *hclsyntax.FunctionCallExpr:
		return m.function(e, s)
	}
	return value.NewUnknown(r, fmt.Sprintf("unsupported expression %T", e))
}

// each maps f over the alternatives of a value, few as they are.
func each(v *value.Value, f func(*value.Value) *value.Value) *value.Value {
	if v.Kind() != value.Either {
		return f(v)
	}
	alts := v.Alternatives()
	for i, a := range alts {
		alts[i] = f(a)
	}
	return value.NewEither(v.Range(), v.Reason(), alts...)
}

// unknownOperand is the result of an operation one operand of which is unknown.
func unknownOperand(r source.Range, operands ...*value.Value) *value.Value {
	for _, x := range operands {
		if x.Failed() {
			return value.NewFailed(r, x.Reason())
		}
	}
	u := value.NewUnknown(r, "it cannot be computed")
	for _, x := range operands {
		if reason := x.Reason(); reason != "" {
			u = value.NewUnknown(r, reason).WithCause(x.Cause())
			break
		}
	}
	for _, x := range operands {
		for _, l := range x.Links() {
			u = u.WithLink(l.Loosened())
		}
	}
	return u
}

// known is [toCty], which goes over all of the value.
func (m *module) known(v *value.Value) (cty.Value, bool) {
	if !m.root.spend(v.Size(), v.Range()) {
		return cty.NilVal, false
	}
	return toCty(v)
}

// byHCL lets HCL compute an expression whose operands are wholly known.
func (m *module) byHCL(e hclsyntax.Expression, r source.Range) *value.Value {
	c, diags := e.Value(nil)
	if diags.HasErrors() {
		return value.NewFailed(r, sentence(diags[0]))
	}
	return fromCty(c, r)
}

func (m *module) objectKey(e *hclsyntax.ObjectConsKeyExpr, s *scope) *value.Value {
	if !e.ForceNonLiteral {
		if kw := hcl.ExprAsKeyword(e.Wrapped); kw != "" {
			return value.NewString(m.rng(e.Range()), kw)
		}
		if _, ambiguous := e.Wrapped.(*hclsyntax.ScopeTraversalExpr); ambiguous {
			return value.NewFailed(m.rng(e.Range()), "a reference as a key needs parentheses")
		}
	}
	return m.eval(e.Wrapped, s)
}

func (m *module) object(e *hclsyntax.ObjectConsExpr, s *scope) *value.Value {
	fields := make([]value.Field, 0, len(e.Items))
	var open overriding
	style := value.HCLObject
	for _, it := range e.Items {
		var k *value.Value
		if ke, ok := it.KeyExpr.(*hclsyntax.ObjectConsKeyExpr); ok {
			k = m.objectKey(ke, s)
		} else {
			k, style = m.eval(it.KeyExpr, s), value.JSONObject
		}
		name, ok := k.Scalar()
		if k.Failed() || k.Is(value.Null, value.List, value.Map) {
			return value.NewFailed(m.rng(e.SrcRange), "a key is no string")
		}
		if !ok {
			open.add(k, len(fields))
			continue
		}
		fields = append(fields, m.field(name, it.KeyExpr.Range(), it.ValueExpr, s))
	}
	return value.NewObject(m.rng(e.SrcRange), open.forget(fields), open.any(), style)
}

// field gives the member of an object or body whose name stands at r.
func (m *module) field(name string, r hcl.Range, e hclsyntax.Expression, s *scope) value.Field {
	f := value.Field{Key: name, Range: m.rng(r), Value: m.eval(e, s)}
	if end := m.rng(e.Range()); end.File == f.Range.File && !m.broken[end.File] {
		f.End = end.End
	}
	return f
}

// overriding is something unknown that may override the first n fields of an object:
// each of them may have the key that it sets.
type overriding struct {
	by *value.Value // nil if there is nothing
	n  int
}

// add notes what stands behind n fields.
func (o *overriding) add(by *value.Value, n int) { *o = overriding{by, n} }

func (o *overriding) any() bool { return o.by != nil }

// forget makes the fields unknown that may be overridden.
func (o *overriding) forget(fields []value.Field) []value.Field {
	if o.n == 0 {
		return fields
	}
	out := slices.Clone(fields)
	for i := range o.n {
		out[i].Value = o.forgotten(out[i].Value)
	}
	return out
}

func (o *overriding) forgotten(v *value.Value) *value.Value {
	reason := o.by.Reason()
	if reason == "" {
		reason = "a part that is unknown may override it"
	}
	return value.NewEither(v.Range(), reason, v, value.NewUnknown(v.Range(), reason))
}

func (m *module) splat(e *hclsyntax.SplatExpr, s *scope) *value.Value {
	r := m.rng(e.SrcRange)
	src := m.resolve(e.Source, s)
	if src.kind == plain && src.value.Kind() == value.Either {
		return each(src.value, func(a *value.Value) *value.Value { return m.splatOf(plainNode(a), e, r, s) })
	}
	return m.splatOf(src, e, r, s)
}

func (m *module) splatOf(src node, e *hclsyntax.SplatExpr, r source.Range, s *scope) *value.Value {
	items, sure := src.items()
	if !sure && len(items) == 0 {
		v := src.eval()
		return unknownOperand(r, v)
	}
	elems := make([]*value.Value, len(items))
	for i, x := range items {
		maybe := src.maybe
		if x.kind == plain && x.value.Exists() == value.Maybe {
			maybe = x.value.Reason()
			x.value = x.value.Present()
		}
		v := m.eval(e.Each, &scope{up: s, symbol: e.Item, item: x})
		if maybe != "" {
			v = value.NewEither(r, maybe, v, value.NewAbsent(r))
		}
		elems[i] = v
	}
	if !sure {
		return value.NewScattered(r, elems, 0)
	}
	v := value.NewList(r, elems, false)
	if src.kind == plain && src.value.Kind() == value.List && src.value.Form() != value.Structural {
		v = v.As(value.Uniform)
	}
	return v
}

func (m *module) conditional(e *hclsyntax.ConditionalExpr, s *scope) *value.Value {
	c := toBool(m.eval(e.Condition, s))
	if b, ok := c.Bool(); ok {
		chosen, other := e.TrueResult, e.FalseResult
		if !b {
			chosen, other = other, chosen
		}
		return ofOneType(m.unified(m.eval(chosen, s), other, s))
	}
	r := m.rng(e.SrcRange)
	switch {
	case c.Failed():
		return value.NewFailed(r, c.Reason())
	case c.Kind() == value.Null:
		return value.NewFailed(r, "the condition is null")
	}
	reason := c.Reason()
	if reason == "" {
		reason = "the condition is unknown"
	}
	t, f := m.eval(e.TrueResult, s), m.eval(e.FalseResult, s)
	at := m.rng(e.Condition.Range())
	step := value.Step{Range: at, Kind: value.Condition, Name: strings.TrimSpace(at.FirstLine().Text())}
	return value.NewEither(r, reason, ofOneType(t).With(step), ofOneType(f).With(step))
}

// ofOneType gives a value that has to be of the same type as others: Terraform
// refuses the whole expression if one of their objects gets another key.
func ofOneType(v *value.Value) *value.Value {
	if v.Is(value.List, value.Map, value.Either) {
		return v.Held(value.Shape)
	}
	return v
}

// unified converts the result of a conditional to the type that Terraform finds
// for both results, which shows only where they differ: 1 becomes "1" beside
// "a".
func (m *module) unified(v *value.Value, other hclsyntax.Expression, s *scope) *value.Value {
	if v.Is(value.Null, value.Text, value.Unknown) {
		return v
	}
	a, ok := m.known(v)
	if !ok {
		return v
	}
	failures := m.root.failures
	b := typeGiven(other, m.eval(other, s))
	m.root.failures = failures // Terraform wants no more of it than its type
	if a.Type().Equals(b) {
		return v
	}
	t, _ := convert.UnifyUnsafe([]cty.Type{a.Type(), b})
	if t == cty.NilType {
		return value.NewFailed(v.Range(), "the results of a conditional are of types that have nothing in common")
	}
	return typeConstraint(t).apply(v)
}

// typeGiven gives the type of an expression that evaluates to v. An operation or a
// template has one also where it fails.
func typeGiven(e hclsyntax.Expression, v *value.Value) cty.Type {
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		return typeGiven(e.Expression, v)
	case *hclsyntax.BinaryOpExpr:
		return e.Op.Type
	case *hclsyntax.UnaryOpExpr:
		return e.Op.Type
	case *hclsyntax.TemplateExpr:
		return cty.String
	case *hclsyntax.ConditionalExpr:
		var types []cty.Type
		for _, a := range v.Alternatives() {
			types = append(types, typeOf(a))
		}
		if t, _ := convert.UnifyUnsafe(types); t != cty.NilType {
			return t
		}
	}
	return typeOf(v)
}

func (m *module) binary(e *hclsyntax.BinaryOpExpr, s *scope) *value.Value {
	r := m.rng(e.SrcRange)
	l := m.eval(e.LHS, s)
	if e.Op == hclsyntax.OpLogicalAnd || e.Op == hclsyntax.OpLogicalOr {
		return m.logical(e, l, s)
	}
	rhs := m.eval(e.RHS, s)
	if !m.root.spend(l.Size()+rhs.Size(), r) {
		return m.root.giveUp(r)
	}
	if e.Op == hclsyntax.OpEqual || e.Op == hclsyntax.OpNotEqual {
		if eq := equal(l, rhs); eq != value.Maybe {
			return value.NewBool(r, (eq == value.Yes) == (e.Op == hclsyntax.OpEqual))
		}
	}
	if len(l.Alternatives())*len(rhs.Alternatives()) > value.MaxAlternatives {
		return unknownOperand(r, l, rhs)
	}
	return each(l, func(l *value.Value) *value.Value {
		return each(rhs, func(rhs *value.Value) *value.Value {
			a, ok1 := toCty(l)
			b, ok2 := toCty(rhs)
			if !ok1 || !ok2 {
				if e.Op == hclsyntax.OpEqual || e.Op == hclsyntax.OpNotEqual {
					return unknownOperand(r, l, rhs)
				}
				return unknownOperand(r, toNumber(l), toNumber(rhs)) // one may be no number whatever the other is
			}
			return m.byHCL(&hclsyntax.BinaryOpExpr{LHS: literal(a, e), Op: e.Op, RHS: literal(b, e), SrcRange: e.SrcRange}, r)
		})
	})
}

// logical computes && and || with three truth values. What the left side decides
// stands whatever the right one is: there older versions of Terraform fail where
// newer ones do not look.
func (m *module) logical(e *hclsyntax.BinaryOpExpr, l *value.Value, s *scope) *value.Value {
	r := m.rng(e.SrcRange)
	failing := l.Failed()
	failures := m.root.failures
	l, rhs := toBool(l), toBool(m.eval(e.RHS, s))
	decides := e.Op == hclsyntax.OpLogicalOr
	a, ok1 := l.Bool()
	b, ok2 := rhs.Bool()
	switch {
	case ok1 && a == decides:
		m.root.failures = failures
		return value.NewBool(r, decides)
	case l.Kind() == value.Null || rhs.Kind() == value.Null && ok1:
		x, okX := toCty(l)
		y, okY := toCty(rhs)
		if !okX || !okY {
			return unknownOperand(r, l, rhs)
		}
		return m.byHCL(&hclsyntax.BinaryOpExpr{LHS: literal(x, e), Op: e.Op, RHS: literal(y, e), SrcRange: e.SrcRange}, r)
	case failing && (ok2 && b == decides || rhs.Kind() == value.Null && !decides): // null counts as false there
		return value.NewUnknown(r, "versions of Terraform differ on an error beside what decides")
	case rhs.Kind() == value.Null && !l.Failed():
		return value.NewBool(r, decides) // anything else of the left side fails
	case ok1 && ok2 && decides:
		return value.NewBool(r, a || b)
	case ok1 && ok2:
		return value.NewBool(r, a && b)
	case ok2 && b == decides && !l.Failed():
		return value.NewBool(r, decides)
	case rhs.Failed() && !ok1 && !l.Failed(): // the left side may decide
		m.root.failures = failures
		return unknownOperand(r, l)
	}
	return unknownOperand(r, l, rhs)
}

// equal compares what HCL cannot: a null with something of which only some parts
// are unknown. Both results are certain; everything else is Maybe.
func equal(l, r *value.Value) value.Truth {
	if l.WhollyKnown() && r.WhollyKnown() && l.Kind() != value.Null && r.Kind() != value.Null {
		return value.Maybe
	}
	if l.Kind() == value.Either || r.Kind() == value.Either {
		ls, rs := l.Alternatives(), r.Alternatives()
		if len(ls)*len(rs) > value.MaxAlternatives {
			return value.Maybe
		}
		t := certainly(ls[0], rs[0])
		for _, a := range ls {
			for _, b := range rs {
				t = t.Agree(certainly(a, b))
			}
		}
		return t
	}
	return certainly(l, r)
}

func certainly(l, r *value.Value) value.Truth {
	switch {
	case l.Kind() == value.Null && r.Is(value.Text, value.List, value.Map),
		r.Kind() == value.Null && l.Is(value.Text, value.List, value.Map):
		return value.No
	case l.Is(value.Text, value.String) && r.Is(value.Text, value.String):
		return l.Equal(r)
	case l.Is(value.Bool, value.Null) && l.Kind() == r.Kind():
		return l.Equal(r)
	case l.Is(value.Null) && r.Is(value.Bool, value.Number, value.String),
		r.Is(value.Null) && l.Is(value.Bool, value.Number, value.String):
		return value.No
	}
	return value.Maybe
}

func (m *module) forExpr(e *hclsyntax.ForExpr, s *scope) *value.Value {
	c := m.eval(e.CollExpr, s)
	return each(c, func(c *value.Value) *value.Value { return m.forOver(c, e, s) })
}

// entry is one round of a for expression.
type entry struct {
	key, value *value.Value
	exists     value.Truth
}

// entries gives what a for expression goes over, in Terraform's order, and
// whether these are all.
func entries(c *value.Value, r source.Range) (out []entry, sure bool) {
	step := func(v *value.Value, name string) *value.Value {
		return v.With(value.Step{Range: r, Kind: value.Iteration, Name: name})
	}
	switch c.Kind() {
	case value.List:
		for i, e := range c.Elems() {
			x := entry{value.NewInt(e.Range(), i), step(e.Present(), ""), e.Exists()}
			switch {
			case c.Form() == value.Set:
				x.key = x.value
			case i >= c.Fixed():
				x.key = value.NewUnknown(r, c.Reason())
			}
			out = append(out, x)
		}
		return out, !c.Open()
	case value.Map:
		for f := range c.Fields() {
			out = append(out, entry{value.NewString(f.Range, f.Key), step(f.Value.Present(), f.Key), f.Value.Exists()})
		}
		slices.SortStableFunc(out, func(a, b entry) int { return strings.Compare(a.key.Content(), b.key.Content()) })
		return out, !c.Open()
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text, value.Either:
	}
	return nil, false
}

const neitherTrueNorFalse = "the condition of for is neither true nor false"

// mayFilter reports whether the condition of a for expression can be true or false.
// Terraform asks this of an item that it does not know, even where there is none.
func (m *module) mayFilter(e *hclsyntax.ForExpr, s *scope) bool {
	if e.CondExpr == nil {
		return true
	}
	item := value.NewUnknown(m.rng(e.CollExpr.Range()), "there is no item")
	inner := s.bind(e.ValVar, item)
	if e.KeyVar != "" {
		inner = s.bind(e.KeyVar, item).bind(e.ValVar, item)
	}
	cond := toBool(m.eval(e.CondExpr, inner))
	return !cond.Failed() && cond.Kind() != value.Null
}

func (m *module) forOver(c *value.Value, e *hclsyntax.ForExpr, s *scope) *value.Value {
	r := m.rng(e.SrcRange)
	if !c.Is(value.List, value.Map) {
		if c.Is(value.Unknown) {
			return unknownOperand(r, c)
		}
		return value.NewFailed(r, "for over a "+c.Kind().String())
	}
	items, sure := entries(c, m.rng(e.CollExpr.Range()))
	if len(items) == 0 && !m.mayFilter(e, s) {
		return value.NewFailed(r, neitherTrueNorFalse)
	}
	var elems []*value.Value
	var fields []value.Field
	var groups [][]*value.Value // of the fields
	at := map[string]int{}      // the fields by key
	var open overriding
	fixed := -1
	for _, it := range items {
		inner := s
		if e.KeyVar != "" {
			inner = inner.bind(e.KeyVar, it.key)
		}
		inner = inner.bind(e.ValVar, it.value) // goes first if both have one name
		exists, reason := it.exists, ""
		if e.CondExpr != nil {
			cond := toBool(m.eval(e.CondExpr, inner))
			switch b, ok := cond.Bool(); {
			case cond.Failed(), cond.Kind() == value.Null:
				return value.NewFailed(r, neitherTrueNorFalse)
			case !ok:
				exists, reason = exists.And(value.Maybe), cond.Reason()
			case !b:
				continue
			}
		}
		if reason == "" && exists != value.Yes {
			reason = c.Reason()
		}
		v := m.eval(e.ValExpr, inner)
		if exists == value.Maybe {
			v = value.NewEither(v.Range(), reason, v, value.NewAbsent(v.Range()))
		}
		if e.KeyExpr == nil {
			if !sure && fixed < 0 && it.key.Kind() == value.Unknown {
				fixed = len(elems)
			}
			elems = append(elems, v)
			continue
		}
		k := m.eval(e.KeyExpr, inner)
		name, ok := k.Scalar()
		if k.Failed() || k.Is(value.Null, value.List, value.Map) {
			return value.NewFailed(r, "a key is no string")
		}
		if !ok {
			open.add(k, len(fields))
			continue
		}
		i, again := at[name]
		switch {
		case again && !e.Group:
			return value.NewFailed(r, "two elements have the key "+name)
		case !again:
			i = len(fields)
			at[name] = i
			fields = append(fields, value.Field{Key: name, Range: k.Range(), Value: v})
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], v)
	}
	switch {
	case e.KeyExpr != nil && e.Group:
		for i, g := range groups {
			fields[i].Value = value.NewList(g[0].Range(), g, false)
			if open.any() { // what has an unknown key may be in it
				fields[i].Value = value.NewScattered(g[0].Range(), g, 0)
			}
		}
		return value.NewMap(r, fields, !sure || open.any())
	case e.KeyExpr != nil:
		return value.NewMap(r, open.forget(fields), !sure || open.any())
	}
	if !sure {
		return value.NewScattered(r, elems, max(fixed, 0))
	}
	return value.NewList(r, elems, false)
}

// reference follows a traversal that starts with a name.
func (m *module) reference(t hcl.Traversal, r source.Range, s *scope) node {
	name := t.RootName()
	if v, ok := s.find(name); ok {
		if v == nil {
			return plainNode(value.NewFailed(r, "the template is not given a variable "+name))
		}
		return plainNode(v).steps(t[1:], r)
	}
	// What fails in another part of the module is not a failure of this expression.
	failures := m.root.failures
	defer func() { m.root.failures = failures }()
	attr := func(i int) string {
		if i < len(t) {
			if a, ok := t[i].(hcl.TraverseAttr); ok {
				return a.Name
			}
		}
		return ""
	}
	second := attr(1)
	switch name {
	case "local":
		return plainNode(m.local(second, m.prefix(t, 2, r))).steps(t[min(2, len(t)):], r)
	case "var":
		return plainNode(m.variable(second, m.prefix(t, 2, r))).steps(t[min(2, len(t)):], r)
	case "module":
		return m.outputsOf(second, r).steps(t[min(2, len(t)):], r)
	case "path":
		return plainNode(m.path(second, r))
	case "each", "count":
		return plainNode(value.NewFailed(r, name+" is used outside of for_each and count"))
	case "self", "terraform", "ephemeral":
		return plainNode(value.NewUnknown(r, name+"."+second+" is known only when Terraform runs"))
	}
	key, n := name+"."+second, 2
	if name == "data" {
		key, n = "data."+second+"."+attr(2), 3
	}
	b, ok := m.resources[key]
	if !ok {
		return plainNode(value.NewUnknown(r, key+" is not declared"))
	}
	return m.resource(key, b, r).steps(t[min(n, len(t)):], r)
}

// prefix is the place of the first n names of a traversal: what a trail shows.
func (m *module) prefix(t hcl.Traversal, n int, r source.Range) source.Range {
	if len(t) > n {
		if end := t[n-1].SourceRange(); end.Filename == t.SourceRange().Filename {
			return source.Range{File: r.File, Start: r.Start, End: end.End.Byte}
		}
	}
	return r
}

// path gives path.module and its kin. Terraform runs in the root module's
// folder, so paths are relative to that.
func (m *module) path(name string, r source.Range) *value.Value {
	switch name {
	case "module":
		return value.NewString(r, relative(m.root.dir, m.dir))
	case "root":
		return value.NewString(r, ".")
	}
	return value.NewUnknown(r, "path."+name+" is known only when Terraform runs")
}

// relative gives the way from one folder to another, both relative to the root
// of the run.
func relative(from, to string) string {
	if from == to {
		return "."
	}
	up := 0
	for from != "." && from != to && !strings.HasPrefix(to, from+"/") {
		from = path.Dir(from)
		up++
	}
	rest := to
	if from != "." {
		rest = strings.TrimPrefix(strings.TrimPrefix(to, from), "/")
	}
	return path.Join(strings.Repeat("../", up), rest)
}

func literal(c cty.Value, e hclsyntax.Expression) hclsyntax.Expression {
	return &hclsyntax.LiteralValueExpr{Val: c, SrcRange: e.Range()}
}
