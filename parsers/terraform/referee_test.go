package terraform

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// TestAgainstHCL compares the evaluator with HCL's own evaluation, over every
// expression of every module of the fixtures and of the folder that the
// environment variable ECSLINT_TF_DIR names. Where both know the value they must
// agree, and what one knows must be no error to the other.
func TestAgainstHCL(t *testing.T) {
	sets := fixtureSets(t)
	for _, name := range sortedKeys(sets) {
		t.Run(name, func(t *testing.T) { refereeAll(t, sets[name]) })
	}
	if dir := os.Getenv("ECSLINT_TF_DIR"); dir != "" {
		t.Run(dir, func(t *testing.T) {
			set, err := source.NewSet(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer set.Close() //nolint:errcheck // nothing was written
			refereeAll(t, set)
		})
	}
}

// TestRefereeAgainstOracle compares HCL, with the functions of this package, with
// the real Terraform, so that a difference of [TestAgainstHCL] is the evaluator's.
func TestRefereeAgainstOracle(t *testing.T) {
	questions := readQuestions(t)
	answers := readAnswers(t, questions)
	compared := 0
	for i, q := range questions {
		e, diags := hclsyntax.ParseExpression([]byte(q.expr+"\n"), "", hcl.InitialPos)
		if diags.HasErrors() {
			if !answers[i].Error {
				t.Errorf("cases.txt:%d: %s\n%v", q.line, q.expr, diags)
			}
			continue
		}
		if len(e.Variables()) > 0 || q.later != "" {
			continue
		}
		functions := refereeFunctions(e)
		got, diags := e.Value(&hcl.EvalContext{Functions: functions})
		if refused(diags) || !diags.HasErrors() && !got.IsWhollyKnown() {
			if q.unknown == "" && !slices.ContainsFunc(calledBy(e), isElsewhere) {
				t.Errorf("cases.txt:%d: %s\nit is unknown", q.line, q.expr)
			}
			continue
		}
		compared++
		var fault string
		switch want, err := answers[i].value(); {
		case answers[i].Error && !diags.HasErrors() && !infinite(got):
			fault = fmt.Sprintf("got  %#v\nwant an error", got)
		case answers[i].Error:
		case diags.HasErrors():
			fault = fmt.Sprintf("got  %v\nwant %s", diags, answers[i].Value)
		case err != nil:
			fault = err.Error()
		default:
			fault = difference(want, fromCty(got, source.Range{}))
		}
		if fault != "" {
			t.Errorf("cases.txt:%d: %s\n%s", q.line, q.expr, fault)
		}
	}
	t.Logf("%d expressions", compared)
}

func infinite(v cty.Value) bool {
	return v.Type() == cty.Number && !v.IsNull() && v.AsBigFloat().IsInf()
}

// fixtureSets gives the fixtures that hold Terraform: archives, and the folder as
// a whole.
func fixtureSets(t *testing.T) map[string]*source.Set {
	t.Helper()
	out := map[string]*source.Set{}
	archives, err := filepath.Glob("../../fixtures/_terraform/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files := map[string]string{}
		for _, f := range archive.Files {
			files[f.Name] = string(f.Data)
		}
		out[filepath.Base(name)] = source.NewMemory(files)
	}
	set, err := source.NewSet("../../fixtures")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { set.Close() }) //nolint:errcheck // nothing was written
	out["fixtures"] = set
	return out
}

// refereeAll compares all modules of a set, each as a root.
func refereeAll(t *testing.T, set *source.Set) {
	t.Helper()
	r := &referee{t: t, seen: map[*config]int{}}
	loader := NewLoader(set, Options{})
	for _, dir := range configFolders(t, set, ".") {
		root, m := loader.open(t.Context(), dir)
		r.module(root, m)
	}
	t.Logf("%d values compared, of which %d are collections of another form; %d that only ecslint tells, %d that only HCL tells",
		r.compared, r.forms, r.more, r.less)
}

// configFolders gives the folders at and below dir that hold configuration.
func configFolders(t *testing.T, set *source.Set, dir string) []string {
	t.Helper()
	names, err := set.ReadDir(dir)
	if err != nil {
		t.Logf("%s: %v", dir, err)
		return nil
	}
	var out []string
	if slices.ContainsFunc(names, isConfig) {
		out = append(out, dir)
	}
	for _, n := range names {
		sub, isDir := strings.CutSuffix(n, "/")
		if !isDir || sub == ".git" || sub == "node_modules" || linked(set, filepath.Join(dir, sub)) {
			continue
		}
		out = append(out, configFolders(t, set, filepath.ToSlash(filepath.Join(dir, sub)))...)
	}
	return out
}

// linked reports whether a folder is a symbolic link, which may lead in circles.
func linked(set *source.Set, name string) bool {
	if set.Dir() == "" {
		return false
	}
	info, err := os.Lstat(filepath.Join(set.Dir(), name))
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// referee counts what HCL says to the values that the evaluator gives.
type referee struct {
	t        *testing.T
	compared int
	forms    int // of those that agree but for the form of a collection
	more     int // that only the evaluator tells
	less     int // that only HCL tells
	seen     map[*config]int
	faults   int
	lax      bool // HCL may fail at what decides nothing, or has unknown parts
}

// instancesCompared bounds how often the expressions of one module are compared
// with other arguments.
const instancesCompared = 4

func (r *referee) module(root *root, m *module) {
	if r.seen[m.config]++; r.seen[m.config] > instancesCompared {
		return
	}
	ctx := r.context(root, m)
	for _, b := range m.variables {
		if a, ok := b.Body.Attributes["default"]; ok {
			r.expression(m, a.Expr, nil, ctx)
		}
	}
	for _, a := range m.locals {
		r.expression(m, a.Expr, nil, ctx)
	}
	for _, blocks := range []map[string]*hclsyntax.Block{m.outputs, m.providers} {
		for _, b := range blocks {
			r.body(m, b.Body, nil, ctx)
		}
	}
	for key, b := range m.resources {
		r.instances(m, key, b, ctx)
	}
	for name, b := range m.calls {
		r.instances(m, "module."+name, b, ctx)
	}
	for _, name := range m.callOrder {
		for _, k := range m.child(name).modules {
			if k != nil && k.depth < 8 {
				r.module(root, k)
			}
		}
	}
}

// instances compares a block that may be repeated, as its first instance.
func (r *referee) instances(m *module, key string, b *hclsyntax.Block, ctx *hcl.EvalContext) {
	x := m.expand(key, b.Body)
	if len(x.instances) == 0 {
		return
	}
	s := x.instances[0].scope
	inner := ctx.NewChild()
	inner.Variables = map[string]cty.Value{"each": cty.DynamicVal, "count": cty.DynamicVal}
	for name := range inner.Variables {
		if v, ok := s.find(name); ok && v != nil {
			inner.Variables[name] = partly(v)
		}
	}
	r.body(m, b.Body, s, inner)
}

func (r *referee) body(m *module, b *hclsyntax.Body, s *scope, ctx *hcl.EvalContext) {
	for _, a := range b.Attributes {
		switch a.Name {
		case "type", "provider", "providers", "depends_on", "ignore_changes", "replace_triggered_by":
			continue // no values
		}
		r.expression(m, a.Expr, s, ctx)
	}
	for _, inner := range b.Blocks {
		if inner.Type == "dynamic" {
			if a, ok := inner.Body.Attributes["for_each"]; ok {
				r.expression(m, a.Expr, s, ctx)
			}
			continue // its content has a scope of its own
		}
		r.body(m, inner.Body, s, ctx)
	}
}

// context gives what expressions of a module refer to, as far as the evaluator
// knows it.
func (r *referee) context(root *root, m *module) *hcl.EvalContext {
	object := func(prefix string, names []string) cty.Value {
		attrs := map[string]cty.Value{}
		for _, n := range names {
			text := prefix + "." + n
			f := root.virtual(text)
			e, diags := hclsyntax.ParseExpression([]byte(text), f.Name, hcl.InitialPos)
			if diags.HasErrors() {
				r.t.Fatalf("%s: %v", text, diags)
			}
			attrs[n] = partly(m.eval(e, nil))
		}
		return cty.ObjectVal(attrs)
	}
	return &hcl.EvalContext{Variables: map[string]cty.Value{
		"var":   object("var", sortedKeys(m.variables)),
		"local": object("local", sortedKeys(m.locals)),
	}}
}

// partly gives a value to HCL, with unknown parts where the evaluator knows less
// than all.
func partly(v *value.Value) cty.Value {
	if c, ok := toCty(v); ok {
		return c
	}
	switch {
	case v.Form() != value.Structural || v.Open():
	case v.Kind() == value.List:
		elems := make([]cty.Value, 0, v.Len())
		for _, e := range v.Elems() {
			if e.Exists() != value.Yes {
				return cty.DynamicVal
			}
			elems = append(elems, partly(e))
		}
		return cty.TupleVal(elems)
	case v.Kind() == value.Map:
		attrs := map[string]cty.Value{}
		for f := range v.Fields() {
			if f.Value.Exists() != value.Yes {
				return cty.DynamicVal
			}
			attrs[f.Key] = partly(f.Value)
		}
		return cty.ObjectVal(attrs)
	}
	return cty.DynamicVal
}

// expression compares an expression and all in it that can be evaluated alone.
func (r *referee) expression(m *module, e hclsyntax.Expression, s *scope, ctx *hcl.EvalContext) {
	w := &walker{}
	if diags := hclsyntax.Walk(e, w); diags.HasErrors() {
		r.t.Errorf("%s: %v", e.Range(), diags)
	}
	for _, x := range w.found {
		r.compare(m, x, s, ctx)
	}
}

// walker finds the expressions that use no name which is bound around them.
type walker struct {
	found []hclsyntax.Expression
	items []hclsyntax.Node // what splats make of each item
	bound int
}

func (w *walker) Enter(n hclsyntax.Node) hcl.Diagnostics {
	if w.binds(n) {
		w.bound++
	}
	switch e := n.(type) {
	case *hclsyntax.SplatExpr:
		w.items = append(w.items, e.Each)
		w.add(e)
	case *hclsyntax.ObjectConsKeyExpr, *hclsyntax.TemplateJoinExpr: // no values of their own
	case hclsyntax.Expression:
		w.add(e)
	}
	return nil
}

func (w *walker) Exit(n hclsyntax.Node) hcl.Diagnostics {
	if w.binds(n) {
		w.bound--
	}
	return nil
}

// binds reports whether names are bound within a node that are not around it.
func (w *walker) binds(n hclsyntax.Node) bool {
	switch n := n.(type) {
	case hclsyntax.ChildScope: // of a for expression
		return true
	case hclsyntax.Expression:
		return slices.Contains(w.items, hclsyntax.Node(n))
	}
	return false
}

func (w *walker) add(e hclsyntax.Expression) {
	if w.bound == 0 {
		w.found = append(w.found, e)
	}
}

// mostSteps is what an expression may take that HCL evaluates too.
const mostSteps = 100_000

// compare evaluates one expression twice.
func (r *referee) compare(m *module, e hclsyntax.Expression, s *scope, ctx *hcl.EvalContext) {
	inner := ctx.NewChild()
	inner.Functions = refereeFunctions(e)
	inner.Variables = map[string]cty.Value{}
	for _, t := range e.Variables() {
		if name := t.RootName(); !defined(ctx, name) {
			inner.Variables[name] = cty.DynamicVal
		}
	}
	m.root.remaining = maxSteps
	got := m.eval(e, s)
	if maxSteps-m.root.remaining > mostSteps || hugeNumber(e) {
		return // HCL has no bounds
	}
	want, diags := e.Value(inner)
	fault := disagree(got, want, diags)
	switch {
	case got.Failed() && slices.ContainsFunc(calledBy(e), isElsewhere):
		fault = "" // HCL does not see what fails in these functions
	case r.lax && got.WhollyKnown() && diags.HasErrors() && (openTo(e, inner) || ofType[diags[0].Summary] || failsWithin(m, e, s)):
		fault = "" // HCL looks at the type of what is unknown, and at what does not matter
	}
	known := !diags.HasErrors() && want.IsWhollyKnown()
	switch {
	case got.WhollyKnown() && known:
		r.compared++
		if fault == "" && difference(want, got) != "" {
			r.forms++
		}
	case got.WhollyKnown():
		r.more++
	case known:
		r.less++
	}
	if fault == "" {
		return
	}
	if r.faults++; r.faults > 50 {
		r.t.Fatal("too many differences")
	}
	rng := m.rng(e.Range())
	at := source.Problem{Range: rng, Name: m.dir, Message: fault}
	r.t.Errorf("%s\n%s", at.Error(), rng.Text())
}

// disagree says why a value cannot be what HCL gives; it is empty if it can.
func disagree(got *value.Value, want cty.Value, diags hcl.Diagnostics) string {
	known := !diags.HasErrors() && want.IsWhollyKnown()
	switch {
	case got.WhollyKnown() && known:
		return differs(want, got, false)
	case got.WhollyKnown() && diags.HasErrors() && !refused(diags):
		return "HCL fails: " + diags.Error()
	case got.Failed() && known:
		return fmt.Sprintf("it fails, %s; HCL has %#v", got.Reason(), want)
	}
	return ""
}

// failsWithin reports whether a part of an expression fails for the evaluator too.
func failsWithin(m *module, e hclsyntax.Expression, s *scope) bool {
	w := &walker{}
	diags := hclsyntax.Walk(e, w)
	return !diags.HasErrors() && slices.ContainsFunc(w.found, func(x hclsyntax.Expression) bool { return x != e && m.eval(x, s).Failed() })
}

// ofType are the errors about an operand or a result that decides nothing.
var ofType = map[string]bool{"Inconsistent conditional result types": true, "Invalid operand": true}

// openTo reports whether an expression has parts that are unknown in a context.
func openTo(e hclsyntax.Expression, ctx *hcl.EvalContext) bool {
	return slices.ContainsFunc(calledBy(e), isElsewhere) || slices.ContainsFunc(e.Variables(), func(t hcl.Traversal) bool {
		v, diags := t.TraverseAbs(ctx)
		return diags.HasErrors() || !v.IsWhollyKnown()
	})
}

// hugeNumber reports whether an expression has a number that takes HCL minutes to
// write out.
func hugeNumber(e hclsyntax.Expression) bool {
	huge := false
	diags := hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics {
		if l, ok := n.(*hclsyntax.LiteralValueExpr); ok && l.Val.Type() == cty.Number && !l.Val.IsNull() {
			huge = huge || !sane(l.Val.AsBigFloat())
		}
		return nil
	})
	return huge || diags.HasErrors()
}

func defined(ctx *hcl.EvalContext, name string) bool {
	for ; ctx != nil; ctx = ctx.Parent() {
		if _, ok := ctx.Variables[name]; ok {
			return true
		}
	}
	return false
}

// calledBy gives the names of the functions that an expression calls.
func calledBy(e hclsyntax.Expression) []string {
	var names []string
	diags := hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics {
		if call, ok := n.(*hclsyntax.FunctionCallExpr); ok {
			names = append(names, call.Name)
		}
		return nil
	})
	if diags.HasErrors() {
		return nil
	}
	return names
}

// isElsewhere reports whether a function is not computed by scalarFunction: it
// reads files, or keeps places.
func isElsewhere(name string) bool {
	_, pure := scalarFunction(strings.TrimPrefix(name, "core::"))
	return !pure && name != "try" && name != "can"
}

// refereeFunctions gives the functions that an expression calls. Of those that
// are not computed here the result is unknown.
func refereeFunctions(e hclsyntax.Expression) map[string]function.Function {
	out := map[string]function.Function{"try": tryfunc.TryFunc, "can": tryfunc.CanFunc}
	for _, name := range calledBy(e) {
		if f, ok := scalarFunction(strings.TrimPrefix(name, "core::")); ok {
			out[name] = f
		} else if _, ok := out[name]; !ok {
			out[name] = unknownFunction
		}
	}
	return out
}

var unknownFunction = function.New(&function.Spec{
	VarParam: &function.Parameter{Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true},
	Type:     function.StaticReturnType(cty.DynamicPseudoType),
	Impl: func([]cty.Value, cty.Type) (cty.Value, error) {
		return cty.DynamicVal, nil
	},
})
