package terraform

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// call is one call of a function: its arguments, evaluated.
type call struct {
	m    *module
	r    source.Range
	name string
	args []*value.Value
	sure bool // the structural function gives what HCL's would
	// doubtful says that HCL's function may know what the structural one does not.
	doubtful bool
}

// structural gives the functions that keep places and what is known of partly
// known arguments. One that gives nil cannot say more than the function on
// wholly known arguments.
func structural(name string) func(*call) *value.Value {
	switch name {
	case "merge":
		return (*call).merge
	case "concat":
		return (*call).concat
	case "flatten":
		return (*call).flatten
	case "lookup":
		return (*call).lookup
	case "element":
		return (*call).element
	case "keys":
		return (*call).keys
	case "values":
		return (*call).values
	case "zipmap":
		return (*call).zipmap
	case "one":
		return (*call).one
	case "length":
		return (*call).length
	case "coalesce":
		return (*call).coalesce
	case "coalescelist":
		return (*call).coalescelist
	case "compact":
		return (*call).compact
	case "distinct":
		return (*call).distinct
	case "reverse":
		return (*call).reverse
	case "slice":
		return (*call).slice
	case "contains":
		return (*call).contains
	case "tolist", "list":
		return (*call).tolist
	case "toset":
		return func(c *call) *value.Value { return c.only(toSet) }
	case "tomap":
		return (*call).tomap
	case "map":
		return (*call).oldMap
	case "tostring":
		return func(c *call) *value.Value { return c.only(toString) }
	case "tonumber":
		return func(c *call) *value.Value { return c.only(toNumber) }
	case "tobool":
		return func(c *call) *value.Value { return c.only(toBool) }
	case "sensitive", "nonsensitive", "ephemeralasnull":
		return func(c *call) *value.Value { return c.only(func(v *value.Value) *value.Value { return v }) }
	case "jsonencode":
		return (*call).jsonencode
	case "jsondecode":
		return (*call).jsondecode
	case "join":
		return (*call).join
	case "format":
		return (*call).format
	case "replace":
		return (*call).replace
	case "file", "filebase64", "fileexists", "fileset", "filemd5", "filesha1", "filesha256", "filesha512",
		"filebase64sha256", "filebase64sha512", "templatefile", "templatestring", "yamldecode":
		return (*call).files
	}
	return nil
}

// function evaluates a call.
func (m *module) function(e *hclsyntax.FunctionCallExpr, s *scope) *value.Value {
	r := m.rng(e.Range())
	c := &call{m: m, r: r, name: strings.TrimPrefix(e.Name, "core::")}
	switch c.name {
	case "try":
		return m.try(e, s)
	case "can":
		return m.can(e, s)
	}
	if c.name == "templatestring" && len(e.Args) > 0 {
		if _, written := e.Args[0].(*hclsyntax.TemplateExpr); written {
			return value.NewFailed(r, "templatestring takes a reference, not a template that is written in place")
		}
	}
	for _, a := range e.Args {
		c.args = append(c.args, m.eval(a, s))
	}
	if e.ExpandFinal && len(c.args) > 0 {
		if v := c.expandFinal(); v != nil {
			return v
		}
	}
	for _, a := range c.args {
		if a.Failed() {
			return value.NewFailed(r, a.Reason())
		}
	}
	return c.result()
}

// result calls the function, and counts the work.
func (c *call) result() *value.Value {
	if !c.m.root.spend(c.size(), c.r) {
		return c.m.root.giveUp(c.r)
	}
	v := c.evaluated()
	c.m.root.spend(worth(v), c.r)
	return v
}

// size is that of the arguments together.
func (c *call) size() int {
	n := 0
	for _, a := range c.args {
		n += a.Size()
	}
	return n
}

// worth is the work of making a value.
func worth(v *value.Value) int {
	if _, encoded := v.Encoded(); encoded || !v.Is(value.String, value.Text) {
		return v.Size() + perValue*v.Width()
	}
	return perPart * v.Size()
}

// evaluated calls the structural function for what it keeps, and HCL's as the referee
// where all arguments are known.
func (c *call) evaluated() *value.Value {
	f := structural(c.name)
	if f == nil {
		return c.scalar()
	}
	v := f(c)
	switch {
	case v == nil:
		return c.scalar()
	case c.sure:
		return v
	}
	switch c.name {
	case "jsonencode": // the text is made only if somebody asks for it
		return v
	case "jsondecode":
		if c.doubtful || v.Failed() { // not so in Terraform if what is too much is a closing bracket
			if known, failed, ok := c.byHCL(); ok && failed == nil {
				return fromCty(known, c.r)
			}
		}
		return v
	case "merge": // objects of objects are objects
		if !slices.ContainsFunc(c.args, func(a *value.Value) bool { return a.Kind() != value.Map || a.Form() != value.Structural }) {
			return v
		}
	}
	if (c.name == "concat" || c.name == "flatten") && v.Len() > maxElements {
		return c.refuse("the list is too long to look at")
	}
	known, failed, ok := c.byHCL()
	switch {
	case !ok:
		return v
	case failed != nil:
		return failed
	}
	return conform(v, known)
}

// maxElements bounds the lists that are put together: lists that repeat each
// other double in length with every step.
const maxElements = 1 << 16

// refuse gives up on a call that would take too much, and says so.
func (c *call) refuse(reason string) *value.Value {
	reason = c.name + ": refused: " + strings.TrimPrefix(reason, "refused: ")
	c.m.root.note(source.Problem{Range: c.r, Level: source.Warning, Message: reason})
	return value.NewUnknown(c.r, reason)
}

// byHCL lets HCL call the function. It is not ok where arguments are not wholly
// known or HCL has no such function; failed is the error of the call.
func (c *call) byHCL() (result cty.Value, failed *value.Value, ok bool) {
	f, ok := scalarFunction(c.name)
	if !ok {
		return cty.NilVal, nil, false
	}
	syn := &hclsyntax.FunctionCallExpr{Name: c.name}
	for _, a := range c.args {
		x, ok := toCty(a)
		if !ok {
			return cty.NilVal, nil, false
		}
		syn.Args = append(syn.Args, &hclsyntax.LiteralValueExpr{Val: x})
	}
	if !c.m.root.spend(perArgument*c.size()+price(c.name, syn.Args), c.r) {
		return cty.NilVal, c.m.root.giveUp(c.r), true
	}
	v, diags := syn.Value(&hcl.EvalContext{Functions: map[string]function.Function{c.name: f}})
	if !diags.HasErrors() {
		return v, nil, true
	}
	reason := sentence(diags[0])
	if _, cause, ok := strings.Cut(reason, "failed: "); ok {
		reason = cause
	}
	reason = c.name + ": " + reason
	switch {
	case ended[refusal](diags):
		c.m.root.note(source.Problem{Range: c.r, Level: source.Warning, Message: reason})
		fallthrough
	case ended[elsewhere](diags):
		return cty.NilVal, value.NewUnknown(c.r, reason), true
	}
	return cty.NilVal, value.NewFailed(c.r, reason), true
}

// conform gives the known result of a call the places that the structural
// function found for it.
func conform(v *value.Value, known cty.Value) *value.Value {
	w := typeConstraint(known.Type()).apply(v)
	if c, ok := toCty(w); ok && c.RawEquals(known) {
		return w
	}
	return fromCty(known, v.Range())
}

// expandFinal spreads the last argument of "f(list...)". It gives the result
// where the list is not known well enough to call the function.
func (c *call) expandFinal() *value.Value {
	n := len(c.args) - 1
	last := c.args[n]
	if last.Kind() == value.Either {
		return each(last, func(a *value.Value) *value.Value {
			d := *c
			d.args = append(slices.Clone(c.args[:n]), a)
			if v := d.expandFinal(); v != nil {
				return v
			}
			return d.result()
		})
	}
	if last.Kind() == value.List && !last.Open() {
		items, _ := last.Items()
		c.args = append(c.args[:n:n], items...)
		return nil
	}
	if c.name == "merge" || c.name == "concat" {
		items, _ := last.Items()
		if last.Kind() != value.List {
			items = nil
		}
		c.args = append(c.args[:n:n], items...)
		c.args = append(c.args, value.NewUnknown(c.r, last.Reason()))
		return nil
	}
	return unknownOperand(c.r, last)
}

// maxCombinations bounds the calls that one call with choices among its
// arguments becomes.
const maxCombinations = 16

// scalar lets HCL call a function whose arguments are wholly known. A choice
// among the arguments gives a choice of results.
func (c *call) scalar() *value.Value {
	if _, ok := scalarFunction(c.name); !ok {
		if reason, ok := impure(c.name); ok {
			return value.NewUnknown(c.r, reason)
		}
		return value.NewUnknown(c.r, "function "+c.name+" is not evaluated")
	}
	n := 1
	for _, a := range c.args {
		n *= len(a.Alternatives())
	}
	for i, a := range c.args {
		if a.Kind() == value.Either && n <= maxCombinations {
			return each(a, func(a *value.Value) *value.Value {
				d := *c
				d.args = slices.Clone(c.args)
				d.args[i] = a
				return d.scalar()
			})
		}
	}
	v, failed, ok := c.byHCL()
	switch {
	case !ok:
		return unknownOperand(c.r, c.args...)
	case failed != nil:
		return failed
	}
	made := fromCty(v, c.r)
	c.m.root.spend(perValue*made.Size(), c.r)
	return located(made, c)
}

// located gives a result that is one of the arguments, or a part of one, the
// place of that argument.
func located(v *value.Value, c *call) *value.Value {
	if v.Is(value.List, value.Map) {
		return v
	}
	for _, a := range c.args {
		if a.Kind() == v.Kind() && a.Equal(v) == value.Yes {
			return a
		}
	}
	for _, a := range c.args {
		for _, l := range a.Links() {
			v = v.WithLink(l.Loosened())
		}
	}
	return v
}

// only calls f on the single argument.
func (c *call) only(f func(*value.Value) *value.Value) *value.Value {
	if len(c.args) != 1 {
		return nil
	}
	return f(c.args[0])
}

// try gives the first argument that does not fail.
func (m *module) try(e *hclsyntax.FunctionCallExpr, s *scope) *value.Value {
	r := m.rng(e.Range())
	var alts []*value.Value
	reason := ""
	for _, a := range e.Args {
		v, doubt := m.attempt(a, s)
		failing := doubt != ""
		for _, x := range v.Alternatives() {
			if fails(x) {
				failing = true
				continue
			}
			alts = append(alts, x)
		}
		if v.Kind() == value.Unknown && !v.Failed() {
			// It may turn out to fail, but what follows then is not known either.
			return value.NewEither(r, v.Reason(), append(alts, v.At(r))...)
		}
		if !failing {
			return value.NewEither(r, reason, alts...)
		}
		if v.Kind() == value.Either {
			reason = v.Reason()
		} else if reason == "" {
			reason = doubt
		}
	}
	if len(alts) == 0 {
		return value.NewFailed(r, "no argument of try succeeds")
	}
	return value.NewEither(r, reason, alts...)
}

// attempt evaluates an argument of try or can. Where something within it fails that is
// not in the value, doubt says so: Terraform fails, unless it does not look at that
// either.
func (m *module) attempt(e hclsyntax.Expression, s *scope) (v *value.Value, doubt string) {
	failures := m.root.failures
	v = m.eval(e, s)
	if m.root.failures > failures && !slices.ContainsFunc(v.Alternatives(), fails) {
		doubt = "a part of the expression fails"
	}
	m.root.failures = failures
	return v, doubt
}

// fails reports whether the evaluation of v or of any part of it is certain to
// fail, which makes Terraform's fail as a whole.
func fails(v *value.Value) bool {
	switch v.Kind() {
	case value.Unknown:
		return v.Failed()
	case value.List:
		for _, e := range v.Elems() {
			if fails(e) {
				return true
			}
		}
	case value.Map:
		for f := range v.Fields() {
			if fails(f.Value) {
				return true
			}
		}
	case value.Absent, value.Null, value.Bool, value.Number, value.String, value.Text, value.Either:
	}
	return false
}

func (m *module) can(e *hclsyntax.FunctionCallExpr, s *scope) *value.Value {
	r := m.rng(e.Range())
	if len(e.Args) != 1 {
		return value.NewFailed(r, "can takes one argument")
	}
	v, doubt := m.attempt(e.Args[0], s)
	switch {
	case fails(v):
		return value.NewBool(r, false)
	case doubt != "":
		return value.NewUnknown(r, doubt)
	case v.WhollyKnown():
		return value.NewBool(r, true)
	}
	return value.NewUnknown(r, v.Reason())
}

func (c *call) merge() *value.Value {
	c.fewChoices()
	for i, a := range c.args {
		if a.Kind() == value.Either {
			return c.split(i, (*call).merge)
		}
	}
	out := laid{at: map[string]int{}}
	uniform := len(c.args) > 0
	for _, a := range c.args {
		switch a.Kind() {
		case value.Map:
			if a.Open() {
				out.open.add(a, len(out.fields))
			}
			for f := range a.Fields() {
				out.add(f)
			}
			uniform = uniform && a.Form() == value.Uniform
		case value.Null:
		case value.Unknown:
			out.open.add(a, len(out.fields))
		case value.Absent, value.Bool, value.Number, value.String, value.Text, value.List, value.Either:
			return value.NewFailed(c.r, "merge of a "+a.Kind().String())
		}
	}
	v := value.NewMap(c.r, out.open.forget(out.fields), out.open.any())
	if uniform {
		v = v.As(value.Uniform)
	}
	return c.linked(v)
}

// laid is the fields of maps that are laid over each other.
type laid struct {
	fields []value.Field
	at     map[string]int // the last one of each key
	open   overriding
}

// add lays a field over the others. One that may be absent leaves what is below it
// as the alternative.
func (l *laid) add(f value.Field) {
	if i, ok := l.at[f.Key]; ok && f.Value.Exists() == value.Maybe {
		below := l.fields[i].Value
		if i < l.open.n {
			below = l.open.forgotten(below)
		}
		f.Value = value.NewEither(f.Value.Range(), f.Value.Reason(), f.Value.Present(), below)
	}
	l.at[f.Key] = len(l.fields)
	l.fields = append(l.fields, f)
}

// split evaluates a call once for each alternative of an argument.
func (c *call) split(i int, f func(*call) *value.Value) *value.Value {
	a := c.args[i]
	if len(a.Alternatives()) > maxCombinations {
		return unknownOperand(c.r, a)
	}
	return each(a, func(a *value.Value) *value.Value {
		d := *c
		d.args = slices.Clone(c.args)
		d.args[i] = a
		if v := f(&d); v != nil {
			return v
		}
		return d.scalar()
	})
}

// fewChoices makes arguments unknown that are one of several values, if together
// they have too many combinations.
func (c *call) fewChoices() {
	n := 1
	for _, a := range c.args {
		n = times(n, len(a.Alternatives()))
	}
	if n <= maxCombinations {
		return
	}
	c.args = slices.Clone(c.args)
	for i, a := range c.args {
		if a.Kind() == value.Either {
			c.args[i] = unknownOperand(a.Range(), a)
		}
	}
}

// linked keeps the links of an argument on a result that takes its place.
func (c *call) linked(v *value.Value) *value.Value {
	if !v.Open() {
		return v
	}
	for _, a := range c.args {
		for _, l := range a.Links() {
			v = v.WithLink(l)
		}
	}
	return v
}

func (c *call) concat() *value.Value {
	var elems []*value.Value
	open, fixed, uniform := false, 0, len(c.args) > 0
	widen := func() {
		if !open {
			open, fixed = true, len(elems)
		}
	}
	for _, a := range c.args {
		switch a.Kind() {
		case value.List:
			if a.Open() {
				if !open {
					open, fixed = true, len(elems)+a.Fixed()
				}
			}
			items, _ := a.Items()
			elems = append(elems, items...)
			uniform = uniform && a.Form() != value.Structural
		case value.Unknown:
			widen()
			uniform = false
		case value.Either:
			items, complete := a.Items()
			for _, x := range a.Alternatives() {
				if !x.Is(value.List, value.Unknown) {
					return unknownOperand(c.r, a)
				}
			}
			if complete != value.Yes {
				widen()
			}
			elems = append(elems, items...)
			uniform = false
		case value.Absent, value.Null, value.Bool, value.Number, value.String, value.Text, value.Map:
			return value.NewFailed(c.r, "concat of a "+a.Kind().String())
		}
	}
	var v *value.Value
	if open {
		v = value.NewScattered(c.r, elems, fixed)
	} else {
		v = value.NewList(c.r, elems, false)
	}
	if uniform {
		v = v.As(value.Uniform)
	}
	return v
}

func (c *call) flatten() *value.Value {
	if len(c.args) != 1 {
		return nil
	}
	a := c.args[0]
	if a.Kind() == value.Either {
		return c.split(0, (*call).flatten)
	}
	if a.Kind() != value.List {
		return nil
	}
	out := &flattened{}
	out.add(a, 0)
	if out.open {
		return value.NewScattered(c.r, out.elems, out.fixed)
	}
	return value.NewList(c.r, out.elems, false)
}

type flattened struct {
	elems []*value.Value
	open  bool
	fixed int
}

func (f *flattened) add(list *value.Value, depth int) {
	for i, e := range list.Elems() {
		if list.Open() && i >= list.Fixed() {
			f.widen()
		}
		switch {
		case depth > maxDepth:
			f.widen()
		case e.Kind() == value.List:
			f.add(e, depth+1)
		case e.Kind() == value.Either && slices.ContainsFunc(e.Alternatives(), func(a *value.Value) bool { return a.Is(value.List, value.Unknown) }):
			items, complete := e.Items()
			for _, x := range items {
				if x.Present().Kind() == value.List || x.Kind() == value.Unknown {
					complete = value.Maybe
					continue
				}
				f.elems = append(f.elems, x)
			}
			if complete != value.Yes {
				f.widen()
			}
		case e.Kind() == value.Unknown: // it may be a list
			f.widen()
		default:
			f.elems = append(f.elems, e)
		}
	}
	if list.Open() {
		f.widen()
	}
}

func (f *flattened) widen() {
	if !f.open {
		f.open, f.fixed = true, len(f.elems)
	}
}

func (c *call) lookup() *value.Value {
	if len(c.args) != 2 && len(c.args) != 3 {
		return nil
	}
	k, ok := c.args[1].Scalar()
	if !ok {
		if len(c.args) == 3 {
			return unknownOperand(c.r, c.args[1])
		}
		return index(c.args[0], c.args[1], c.r)
	}
	return each(c.args[0], func(m *value.Value) *value.Value {
		switch m.Kind() {
		case value.Map:
		case value.Unknown:
			return unknownOperand(c.r, m)
		default:
			return value.NewFailed(c.r, "lookup in a "+m.Kind().String())
		}
		v := m.Get(k)
		c.sure = v.Exists() == value.Yes && (len(c.args) == 2 || m.Form() == value.Structural) && !m.Open()
		if len(c.args) == 2 {
			return missing(v, k, c.r)
		}
		return each(v, func(v *value.Value) *value.Value {
			switch v.Kind() {
			case value.Absent:
				return likeElements(c.args[2], m)
			case value.Unknown:
				if m.Open() {
					return value.NewEither(c.r, v.Reason(), v.At(c.r), likeElements(c.args[2], m))
				}
			case value.Null, value.Bool, value.Number, value.String, value.Text, value.List, value.Map, value.Either:
			}
			return v
		})
	})
}

// likeElements gives a default for the elements of a map, which are of one type if it is
// no object.
func likeElements(preset, m *value.Value) *value.Value {
	if m.Form() != value.Uniform {
		return preset
	}
	var types []cty.Type
	for f := range m.Fields() {
		types = append(types, typeOf(f.Value))
	}
	t, _ := convert.UnifyUnsafe(types)
	if t == cty.NilType {
		return preset
	}
	return typeConstraint(t).apply(preset)
}

func (c *call) element() *value.Value {
	if len(c.args) != 2 {
		return nil
	}
	i, ok := toIndex(c.args[1])
	if !ok {
		return nil
	}
	return each(c.args[0], func(l *value.Value) *value.Value {
		if l.Kind() == value.Unknown {
			return unknownOperand(c.r, l)
		}
		n := l.Len()
		if l.Kind() != value.List || n == 0 && !l.Open() || i < 0 {
			return value.NewFailed(c.r, "element of an empty list")
		}
		certain := true
		for _, e := range l.Elems() {
			certain = certain && e.Exists() == value.Yes
		}
		if l.Open() || !certain {
			if i == 0 && l.Fixed() > 0 {
				return nth(l, 0, c.r)
			}
			return unknownOperand(c.r, l)
		}
		c.sure = l.Form() != value.Set
		return nth(l, i%n, c.r)
	})
}

func (c *call) keys() *value.Value { return c.members(func(e entry) *value.Value { return e.key }) }

func (c *call) values() *value.Value { return c.members(func(e entry) *value.Value { return e.value }) }

func (c *call) members(f func(entry) *value.Value) *value.Value {
	if len(c.args) != 1 {
		return nil
	}
	return each(c.args[0], func(v *value.Value) *value.Value {
		if v.Kind() != value.Map {
			if v.Kind() == value.Unknown {
				return unknownOperand(c.r, v)
			}
			return value.NewFailed(c.r, c.name+" of a "+v.Kind().String())
		}
		items, sure := entries(v, c.r)
		elems := make([]*value.Value, len(items))
		for i, it := range items {
			elems[i] = f(it)
			if it.exists != value.Yes {
				elems[i] = value.NewEither(c.r, v.Reason(), elems[i], value.NewAbsent(c.r))
			}
		}
		if !sure {
			return value.NewScattered(c.r, elems, 0)
		}
		out := value.NewList(c.r, elems, false)
		if v.Form() == value.Uniform {
			out = out.As(value.Uniform)
		}
		return out
	})
}

func (c *call) zipmap() *value.Value {
	if len(c.args) != 2 || c.args[0].Kind() != value.List || c.args[1].Kind() != value.List {
		return nil
	}
	ks, sure := c.args[0].Items()
	vs, sure2 := c.args[1].Items()
	if sure.And(sure2) != value.Yes || len(ks) != len(vs) || c.args[1].Form() != value.Structural {
		return nil
	}
	var fields []value.Field
	for i, k := range ks {
		s, ok := k.Scalar()
		if !ok || vs[i].Exists() != value.Yes {
			return nil
		}
		fields = append(fields, value.Field{Key: s, Range: k.Range(), Value: vs[i]})
	}
	return value.NewMap(c.r, fields, false)
}

func (c *call) one() *value.Value {
	if len(c.args) != 1 {
		return nil
	}
	return each(c.args[0], func(l *value.Value) *value.Value {
		switch {
		case l.Kind() == value.Null:
			return l
		case l.Kind() != value.List:
			return unknownOperand(c.r, l)
		case l.Open():
			return unknownOperand(c.r, l)
		case l.Len() == 0:
			return value.NewNull(c.r)
		case l.Len() > 1:
			for _, e := range l.Elems() {
				if e.Exists() != value.Yes {
					return unknownOperand(c.r, l)
				}
			}
			return value.NewFailed(c.r, "one of several elements")
		}
		for _, e := range l.Elems() {
			return each(e, func(e *value.Value) *value.Value {
				if e.Kind() == value.Absent {
					return value.NewNull(c.r)
				}
				return e
			})
		}
		return nil
	})
}

func (c *call) length() *value.Value {
	if len(c.args) != 1 {
		return nil
	}
	return each(c.args[0], func(v *value.Value) *value.Value {
		switch v.Kind() {
		case value.List, value.Map:
			if v.Open() {
				return value.NewUnknown(c.r, v.Reason())
			}
			for _, e := range v.Elems() {
				if e.Exists() != value.Yes {
					return value.NewUnknown(c.r, e.Reason())
				}
			}
			for f := range v.Fields() {
				if f.Value.Exists() != value.Yes {
					return value.NewUnknown(c.r, f.Value.Reason())
				}
			}
			if v.Form() == value.Set && !v.WhollyKnown() {
				return value.NewUnknown(c.r, v.Reason()) // elements may turn out equal
			}
			return value.NewInt(c.r, v.Len())
		case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text, value.Either:
		}
		d := *c
		d.args = []*value.Value{v}
		return d.scalar()
	})
}

// empty tells whether coalesce passes an argument over.
func empty(v *value.Value) value.Truth {
	switch v.Kind() {
	case value.Null:
		return value.Yes
	case value.String:
		return value.True(v.Content() == "")
	case value.Text:
		if strings.Trim(v.Content(), string([]byte{value.Hole})) != "" {
			return value.No
		}
		return value.Maybe
	case value.Unknown, value.Absent, value.Either:
		return value.Maybe
	case value.Bool, value.Number, value.List, value.Map:
	}
	return value.No
}

// unified converts what is one of the arguments to the type that all of them have in
// common, as far as it is known.
func (c *call) unified(v *value.Value) *value.Value {
	types := make([]cty.Type, len(c.args))
	for i, a := range c.args {
		types[i] = typeOf(a)
	}
	t, _ := convert.UnifyUnsafe(types)
	if t == cty.NilType {
		return v
	}
	return typeConstraint(t).apply(v)
}

func (c *call) coalesce() *value.Value {
	var alts []*value.Value
	reason := ""
	for _, arg := range c.args {
		done := true
		for _, a := range arg.Alternatives() {
			switch empty(a) {
			case value.No:
				alts = append(alts, a)
				continue
			case value.Maybe:
				alts = append(alts, a.At(c.r))
			case value.Yes:
			}
			if reason == "" {
				reason = arg.Reason()
			}
			done = false
		}
		if done {
			return ofOneType(c.unified(uniformScalars(value.NewEither(c.r, reason, alts...), c.args)))
		}
	}
	if len(alts) == 0 {
		return value.NewFailed(c.r, "no argument of coalesce has a value")
	}
	return ofOneType(c.unified(uniformScalars(value.NewEither(c.r, reason, alts...), c.args)))
}

// uniformScalars converts a result to the type that unifies the arguments.
func uniformScalars(v *value.Value, args []*value.Value) *value.Value {
	kinds := map[bool]bool{}
	for _, a := range args {
		for _, x := range a.Alternatives() {
			if x.Is(value.Bool, value.Number, value.String, value.Text) {
				kinds[x.Is(value.String, value.Text)] = true
			}
		}
	}
	if len(kinds) == 2 {
		return toString(v)
	}
	return v
}

func (c *call) coalescelist() *value.Value {
	for _, a := range c.args {
		switch {
		case a.Kind() == value.Null, a.Kind() == value.List && !a.Open() && a.Len() == 0:
			continue
		case a.Kind() == value.List && (a.Fixed() > 0):
			return a
		}
		return unknownOperand(c.r, a)
	}
	return value.NewFailed(c.r, "no argument of coalescelist has an element")
}

// filtered keeps elements of a list by a question; where the answer is Maybe the
// element may be absent.
func (c *call) filtered(l *value.Value, keep func(int, *value.Value) value.Truth) *value.Value {
	var elems []*value.Value
	for i, e := range l.Elems() {
		switch keep(i, e) {
		case value.Yes:
			elems = append(elems, e)
		case value.Maybe:
			reason := e.Reason()
			if reason == "" {
				reason = l.Reason()
			}
			elems = append(elems, value.NewEither(e.Range(), reason, e, value.NewAbsent(e.Range())))
		case value.No:
		}
	}
	if l.Open() {
		return value.NewScattered(c.r, elems, 0).As(l.Form())
	}
	return value.NewList(c.r, elems, false).As(l.Form())
}

func (c *call) compact() *value.Value {
	return c.onList(func(l *value.Value) *value.Value {
		return c.filtered(l, func(_ int, e *value.Value) value.Truth { return empty(e).Not() }).As(value.Uniform)
	})
}

func (c *call) distinct() *value.Value {
	return c.onList(func(l *value.Value) *value.Value {
		items, _ := l.Items()
		n := times(len(items), len(items))
		if n > maxPairs {
			return c.refuse(fmt.Sprintf("more than %d comparisons", maxPairs))
		}
		if !c.m.root.spend(n, c.r) {
			return c.m.root.giveUp(c.r)
		}
		return c.filtered(l, func(i int, e *value.Value) value.Truth {
			t := value.Yes
			for _, x := range items[:i] {
				t = t.And(x.Equal(e).Not())
			}
			return t
		}).As(value.Uniform)
	})
}

func (c *call) reverse() *value.Value {
	return c.onList(func(l *value.Value) *value.Value {
		items, sure := l.Items()
		slices.Reverse(items)
		if sure != value.Yes {
			return value.NewScattered(c.r, items, 0).As(l.Form())
		}
		return value.NewList(c.r, items, false).As(l.Form())
	})
}

// onList calls f on the single argument if that is a list, alternatives one by
// one.
func (c *call) onList(f func(*value.Value) *value.Value) *value.Value {
	if len(c.args) != 1 {
		return nil
	}
	return each(c.args[0], func(l *value.Value) *value.Value {
		if l.Kind() == value.List {
			return f(l)
		}
		return unknownOperand(c.r, l)
	})
}

func (c *call) slice() *value.Value {
	if len(c.args) != 3 || c.args[0].Kind() != value.List || c.args[0].Open() {
		return nil
	}
	from, ok1 := toIndex(c.args[1])
	to, ok2 := toIndex(c.args[2])
	items, _ := c.args[0].Items()
	if !ok1 || !ok2 {
		return nil
	}
	if from < 0 || to < from || to > len(items) {
		return value.NewFailed(c.r, "slice out of range")
	}
	for _, e := range items {
		if e.Exists() != value.Yes {
			return unknownOperand(c.r, c.args[0])
		}
	}
	return value.NewList(c.r, items[from:to], false).As(c.args[0].Form())
}

func (c *call) contains() *value.Value {
	if len(c.args) != 2 || c.args[0].Kind() != value.List || c.args[0].WhollyKnown() && c.args[1].WhollyKnown() {
		return nil
	}
	found := value.True(false)
	if c.args[0].Open() {
		found = value.Maybe
	}
	for _, e := range c.args[0].Elems() {
		t := e.Equal(c.args[1])
		if e.Exists() != value.Yes {
			t = t.And(value.Maybe)
		}
		found = found.Or(t)
	}
	if found == value.Maybe {
		return unknownOperand(c.r, c.args...)
	}
	return value.NewBool(c.r, found == value.Yes)
}

func (c *call) tolist() *value.Value {
	if c.name == "list" { // Terraform 0.11
		return value.NewList(c.r, c.args, false).As(value.Uniform)
	}
	return c.onList(func(l *value.Value) *value.Value {
		items, sure := l.Items()
		items = unify(items)
		if sure != value.Yes {
			return value.NewScattered(l.Range(), items, l.Fixed()).As(value.Uniform)
		}
		return value.NewList(l.Range(), items, false).As(value.Uniform)
	})
}

func (c *call) tomap() *value.Value {
	return c.only(func(v *value.Value) *value.Value {
		return each(v, func(v *value.Value) *value.Value {
			if v.Kind() != value.Map {
				return unknownOperand(c.r, v)
			}
			var keys []value.Field
			var vals []*value.Value
			for f := range v.Fields() {
				keys, vals = append(keys, f), append(vals, f.Value)
			}
			for i, x := range unify(vals) {
				keys[i].Value = x
			}
			return value.NewMap(v.Range(), keys, v.Open()).As(value.Uniform)
		})
	})
}

// oldMap is map() of Terraform 0.11: keys and values in turn.
func (c *call) oldMap() *value.Value {
	if len(c.args)%2 != 0 {
		return value.NewFailed(c.r, "map takes keys and values in turn")
	}
	var fields []value.Field
	open := false
	for i := 0; i < len(c.args); i += 2 {
		k, ok := c.args[i].Scalar()
		if !ok {
			open = true
			continue
		}
		fields = append(fields, value.Field{Key: k, Range: c.args[i].Range(), Value: c.args[i+1]})
	}
	return value.NewMap(c.r, fields, open).As(value.Uniform)
}

func (c *call) jsonencode() *value.Value {
	return c.only(func(v *value.Value) *value.Value {
		switch v.Kind() {
		case value.Either:
			return each(v, func(a *value.Value) *value.Value { return value.NewEncoded(c.r, a) })
		case value.Unknown:
			// What it encodes is unknown, but its links matter.
			return unknownOperand(c.r, v)
		case value.Absent, value.Null, value.Bool, value.Number, value.String, value.Text, value.List, value.Map:
		}
		return value.NewEncoded(c.r, v)
	})
}

func (c *call) jsondecode() *value.Value {
	return c.only(func(v *value.Value) *value.Value {
		if !c.m.root.spend(decoding(v), c.r) {
			return c.m.root.giveUp(c.r)
		}
		out := c.structuralForm(jsondoc.Decode(v))
		c.m.root.spend(perValue*out.Size(), c.r)
		return out
	})
}

// structuralForm gives a value as JSON has it, which knows no lists of one type,
// sets or maps.
func (c *call) structuralForm(v *value.Value) *value.Value {
	switch v.Kind() {
	case value.Either:
		return each(v, c.structuralForm)
	case value.List:
		var elems []*value.Value
		for _, e := range v.Elems() {
			elems = append(elems, c.structuralForm(e))
		}
		if v.Open() {
			return value.NewScattered(v.Range(), elems, v.Fixed())
		}
		return value.NewList(v.Range(), elems, false)
	case value.Map:
		var fields []value.Field
		written := 0
		for range v.Written() {
			written++
		}
		for f := range v.Fields() {
			f.Key, f.Value = cty.NormalizeString(f.Key), c.structuralForm(f.Value)
			fields = append(fields, f)
		}
		if written > len(fields) { // Terraform takes it if the values are of one type
			c.doubtful = true
			return value.NewUnknown(v.Range(), "a member of the JSON object is there twice")
		}
		return value.NewMap(v.Range(), fields, v.Open())
	case value.Number:
		if _, ok := toCty(v); !ok {
			return value.NewUnknown(v.Range(), "the number is too large to look at")
		}
	case value.String:
		return normalised(v)
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Text:
	}
	return v
}

func (c *call) join() *value.Value {
	if len(c.args) != 2 {
		return nil
	}
	sep, ok := c.args[0].Str()
	if !ok {
		return unknownOperand(c.r, c.args...)
	}
	return each(c.args[1], func(l *value.Value) *value.Value {
		if l.Kind() != value.List {
			return unknownOperand(c.r, l)
		}
		for _, e := range l.Elems() {
			if e.Exists() != value.Yes && l.Len() > 1 {
				return unknownOperand(c.r, l)
			}
		}
		return joinText(l, sep, c.r)
	})
}

// format keeps the text around unknown arguments. It handles the verbs that
// strings are put together with; others need wholly known arguments.
func (c *call) format() *value.Value {
	if len(c.args) == 0 {
		return nil
	}
	known := true
	for _, a := range c.args {
		known = known && a.WhollyKnown() && len(a.Segments()) == 0
		if _, encoded := a.Encoded(); encoded {
			known = false
		}
	}
	spec, ok := c.args[0].Str()
	if known || !ok {
		return nil
	}
	var b value.Builder
	next := 1
	start := 0
	literal := func(end int) {
		b.Part(c.args[0], start, end)
	}
	for i := 0; i < len(spec); i++ {
		if spec[i] != '%' {
			continue
		}
		if i+1 >= len(spec) {
			return nil
		}
		literal(i)
		switch spec[i+1] {
		case '%':
			b.Literal("%", c.r, value.Verbatim)
		case 's', 'd', 'v':
			if next >= len(c.args) {
				return value.NewFailed(c.r, "not enough arguments for format")
			}
			a := c.args[next]
			next++
			if a.Is(value.Null, value.List, value.Map) || spec[i+1] == 'd' && a.Kind() == value.Bool {
				return nil
			}
			b.Interpolate(a, a.Range())
		default:
			return nil
		}
		i++
		start = i + 1
	}
	literal(len(spec))
	if next < len(c.args) {
		return value.NewFailed(c.r, "too many arguments for format")
	}
	return composed(&b, c.r)
}

// replace keeps the places of a text in which something is replaced, and what is
// known around holes.
func (c *call) replace() *value.Value {
	if len(c.args) != 3 {
		return nil
	}
	old, ok1 := c.args[1].Str()
	with, ok2 := c.args[2].Str()
	if !ok1 || !ok2 || old == "" {
		return nil
	}
	var pattern *regexp.Regexp
	if expression, ok := regularExpression(old); ok {
		if _, err := mostMatches(expression, ""); err != nil {
			return c.refuse(err.Error())
		}
		var err error
		if pattern, err = regexp.Compile(expression); err != nil {
			return value.NewFailed(c.r, "replace: "+err.Error())
		}
	}
	return each(c.args[0], func(v *value.Value) *value.Value {
		if !v.Is(value.String, value.Text) {
			if !v.Is(value.Bool, value.Number) {
				return unknownOperand(c.r, v)
			}
			v = toString(v)
		}
		text := v.Content()
		if v.Kind() == value.Text && !local(text, old, with, pattern != nil) {
			return unknownOperand(c.r, v)
		}
		var matches [][]int
		if pattern != nil {
			if !c.m.root.spend(searching(pattern.String(), text), c.r) {
				return c.m.root.giveUp(c.r)
			}
			var err error
			if matches, err = allMatches(pattern.String(), text); err != nil {
				return c.refuse(err.Error())
			}
		} else {
			for at := 0; ; {
				i := strings.Index(text[at:], old)
				if i < 0 {
					break
				}
				matches = append(matches, []int{at + i, at + i + len(old)})
				at += i + len(old)
			}
		}
		if len(matches)*len(with) > source.MaxSize {
			return value.NewRefused(c.r, "replace: refused: the text would be too long")
		}
		var b value.Builder
		at := 0
		for _, m := range matches {
			b.Part(v, at, m[0])
			at = m[1]
			switch {
			case pattern == nil:
				b.Literal(with, c.args[2].Range(), value.Quoted)
			case len(m) > 3 && (with == "$1" || with == "${1}"):
				if m[2] >= 0 {
					b.Part(v, m[2], m[3])
				}
			default:
				b.Literal(string(pattern.ExpandString(nil, with, text, m)), c.args[2].Range(), value.Quoted)
			}
		}
		b.Part(v, at, len(text))
		return composed(&b, c.r)
	})
}

// local reports whether a replacement changes nothing beside a hole, whatever the
// hole is: plain text of which no part stands beside one, and the replacement of
// quoted numbers and bools by plain ones, which means the same to ECS.
func local(text, old, with string, pattern bool) bool {
	if !pattern {
		parts := strings.Split(text, string([]byte{value.Hole}))
		for i, p := range parts {
			for n := 1; n < len(old); n++ {
				if i < len(parts)-1 && strings.HasSuffix(p, old[:n]) || i > 0 && strings.HasPrefix(p, old[len(old)-n:]) {
					return false
				}
			}
		}
		return true
	}
	inner := strings.ReplaceAll(old[1:len(old)-1], `\"`, `"`)
	inner, ok1 := strings.CutPrefix(inner, `"`)
	inner, ok2 := strings.CutSuffix(inner, `"`)
	for _, word := range []string{"true", "false", "null"} {
		inner = strings.ReplaceAll(inner, word, "")
	}
	return ok1 && ok2 && (with == "$1" || with == "${1}") && strings.Trim(inner, `0123456789[]()+*?.\|-d`) == ""
}

// files calls the functions that read files.
func (c *call) files() *value.Value {
	if len(c.args) == 0 {
		return nil
	}
	if c.args[0].Kind() == value.Either {
		return c.split(0, (*call).files)
	}
	switch c.name {
	case "templatestring":
		if len(c.args) == 2 {
			return c.templatestring()
		}
		return nil
	case "yamldecode":
		return c.yamldecode()
	}
	name, ok := c.args[0].Str()
	if !ok {
		return unknownOperand(c.r, c.args[0])
	}
	switch c.name {
	case "fileset":
		return c.fileset(name)
	case "fileexists":
		if _, why := c.m.root.read(name, c.r); why == "" {
			return value.NewBool(c.r, true)
		}
		return value.NewUnknown(c.r, name+" is not here")
	}
	f, why := c.m.root.read(name, c.r)
	if f == nil {
		return value.NewUnknown(c.r, why)
	}
	step := value.Step{Range: c.r, Kind: value.ReadFile, Name: path.Base(f.Name)}
	if c.name != "templatefile" && !c.m.root.spend(perPart*len(f.Bytes)/64, c.r) {
		return c.m.root.giveUp(c.r)
	}
	switch c.name {
	case "file":
		var b value.Builder
		b.Literal(strings.ToValidUTF8(string(f.Bytes), "\ufffd"), f.Whole(), value.Verbatim)
		return composed(&b, f.Whole()).With(step)
	case "templatefile":
		if len(c.args) == 2 {
			return c.m.templateIn(f, c.args[1], c.r).With(step)
		}
		return nil
	}
	d := *c
	d.name = strings.TrimPrefix(c.name, "file")
	if d.name == "base64" {
		d.name = "base64encode"
	}
	if len(f.Bytes) > maxText {
		return d.refuse(atMost(maxText, len(f.Bytes), "bytes of arguments").Error())
	}
	d.args = []*value.Value{value.NewString(c.r, string(f.Bytes))}
	return d.scalar()
}

// parseTemplate gives the syntax tree of a template in a file, or why there is none.
func (m *module) parseTemplate(f *source.File, r source.Range) (hclsyntax.Expression, string) {
	if !m.root.spend(perParse+perByte*len(f.Bytes), r) {
		return nil, m.root.giveUp(r).Reason()
	}
	if p := refuseTemplate(f); p != nil {
		m.root.note(*p)
		return nil, p.Message
	}
	if !utf8.Valid(f.Bytes) {
		return nil, f.Name + " is not written in UTF-8"
	}
	e, diags := hclsyntax.ParseTemplate(f.Bytes, f.Name, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, f.Name + " is not a template: " + sentence(diags[0])
	}
	return e, ""
}

// templateIn evaluates a template in a file with the given variables.
func (m *module) templateIn(f *source.File, vars *value.Value, r source.Range) *value.Value {
	t, ok := m.root.templates[f]
	if !ok {
		t.expr, t.fault = m.parseTemplate(f, r)
		m.root.templates[f] = t
	}
	if t.expr == nil {
		return value.NewUnknown(r, t.fault)
	}
	e := t.expr
	s := &scope{sealed: true}
	for x := range vars.Fields() {
		s = s.bind(x.Key, x.Value)
	}
	if vars.Kind() != value.Map || vars.Open() {
		return unknownOperand(r, vars)
	}
	coding := m.coding
	defer func() { m.coding = coding }()
	m.coding = value.Heredoc
	if t, ok := e.(*hclsyntax.TemplateExpr); ok {
		return m.template(t.Parts, f.Whole(), s)
	}
	return m.eval(e, s)
}

func (c *call) templatestring() *value.Value {
	text, ok := c.args[0].Str()
	if !ok {
		return unknownOperand(c.r, c.args[0])
	}
	f := c.m.root.virtual(text)
	v := c.m.templateIn(f, c.args[1], c.r)
	return c.moved(v, f)
}

// moved gives a text that was evaluated from the string of the first argument the
// places of that string.
func (c *call) moved(v *value.Value, f *source.File) *value.Value {
	if !v.Is(value.String, value.Text) {
		return v
	}
	text := v.Content()
	if len(v.Segments()) == 0 {
		return value.NewString(c.args[0].Range(), text).Along(c.args[0])
	}
	var b value.Builder
	for _, s := range v.Segments() {
		switch {
		case s.Value != nil:
			b.Interpolate(s.Value, c.r)
		case s.Range.File == f && s.Range.End-s.Range.Start == s.Len:
			b.Part(c.args[0], s.Range.Start, s.Range.End)
		default: // escapes were undone
			b.Interpolate(value.NewString(c.args[0].Range(), text[s.Off:s.Off+s.Len]), c.r)
		}
	}
	return composed(&b, c.args[0].Range())
}
