package rules

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
)

// Params are the settings of rules that differ from their defaults: by rule ID
// and name of the parameter.
type Params map[string]map[string][]string

// Defect is a failure of a rule itself, not of what it looked at.
type Defect struct {
	Rule    *Rule
	Address string
	Cause   any
	Stack   []byte
}

// Error names the rule and the resource.
func (d *Defect) Error() string {
	return fmt.Sprintf("rule %s broke down on %s: %v", d.Rule.ID, d.Address, d.Cause)
}

// Everywhere gives the same parameters for each resource.
func (p Params) Everywhere() func(*model.Resource) Params {
	return func(*model.Resource) Params { return p }
}

// run is rules over one model, one after the other.
type run struct {
	ctx     context.Context //nolint:containedctx // for as long as Judge runs
	rule    *Rule
	model   *model.Model
	options Options
	yield   func(*Judgement)
	defects []*Defect
	// readings are the judgements of the latest resource, one for each variant. There
	// are as many judgements as rules for each resource, so that they are made in the
	// same place over and over.
	readings []Judgement
	pass     Pass // on the resource that is looked at
}

// Options say how resources are judged.
type Options struct {
	// Params gives the parameters for a resource.
	Params func(*model.Resource) Params
	// Fixes is to say how findings can be removed.
	Fixes bool
}

// Judge gives yield the verdicts of the rules on all resources of a model that they
// look at, by rule and then in the order of the model. A Judgement is yield's only
// until that returns; its findings stay. Once the context is done, not all are judged.
func Judge(ctx context.Context, m *model.Model, rules []*Rule, o Options, yield func(*Judgement)) []*Defect {
	r := &run{ctx: ctx, model: m, options: o, yield: yield}
	for _, rule := range rules {
		if ctx.Err() != nil {
			break
		}
		r.rule = rule
		rule.Check(r)
		r.settle()
	}
	return r.defects
}

// On gives a check that calls f once for each resource of one kind. What f
// tells its [Pass] gives the resource its verdict.
func On[E model.Entity](f func(p *Pass, e E)) Check {
	return func(r *run) {
		for _, e := range model.Of[E](r.model) {
			base := e.Base()
			if base.Variant == 0 {
				r.settle()
			}
			if r.ctx.Err() != nil {
				return
			}
			r.readings = append(r.readings, Judgement{Rule: r.rule, Entity: e})
			p := &r.pass
			*p = Pass{
				Model: r.model, run: r, resource: base, scope: value.Yes, exists: value.Yes,
				judgement: &r.readings[len(r.readings)-1],
			}
			r.guard(p, func() { f(p, e) })
			p.conclude()
		}
	}
}

// Checks gives the check of a rule that looks at several kinds of resources.
func Checks(checks ...Check) Check {
	return func(r *run) {
		for _, check := range checks {
			check(r)
			r.settle()
		}
	}
}

// guard keeps a rule that breaks down from ending the whole run. The defect is
// reported and makes the run exit with 3; of the resource nothing can be said.
func (r *run) guard(p *Pass, f func()) {
	defer func() {
		if cause := recover(); cause != nil {
			r.defects = append(r.defects, &Defect{r.rule, p.resource.Address, cause, debug.Stack()})
			p.broken = true
		}
	}()
	f()
}

// settle makes one verdict of the readings of one resource: what holds in all
// of them is certain.
func (r *run) settle() {
	if len(r.readings) == 0 {
		return
	}
	j := &r.readings[0]
	for i := range r.readings[1:] {
		j = agree(j, &r.readings[i+1])
	}
	r.yield(j)
	r.readings = r.readings[:0]
}

// agree is the judgement on a resource of which j and k are readings. What both
// find at the same place is one finding.
func agree(j, k *Judgement) *Judgement {
	out := *j
	out.Verdict = max(j.Verdict, k.Verdict)
	if out.Verdict != Failed || j.Verdict == k.Verdict {
		out.Findings = union(j.Findings, k.Findings)
		out.Unsure = union(j.Unsure, k.Unsure)
		return &out
	}
	out.Verdict, out.Findings = Undecided, nil
	var doubtful []*Finding
	for _, f := range union(j.Findings, k.Findings) {
		g := *f
		g.Reason = "it holds for one of several definitions of the containers, and which one is taken is unknown"
		doubtful = append(doubtful, &g)
	}
	out.Unsure = union(union(j.Unsure, k.Unsure), doubtful)
	return &out
}

// union gives the findings of both lists, those at one place once.
func union(a, b []*Finding) []*Finding {
	out := slices.Clip(a)
	for _, f := range b {
		if !slices.ContainsFunc(a, func(g *Finding) bool { return g.Range == f.Range && g.Path == f.Path }) {
			out = append(out, f)
		}
	}
	return out
}

// Pass is one rule's look at one resource.
type Pass struct {
	Model *model.Model

	run       *run
	resource  *model.Resource
	judgement *Judgement
	outside   bool
	broken    bool
	scope     value.Truth
	scopeWhy  string
	exists    value.Truth // of the list element that is being looked at
	existsWhy string
	element   interface{ Path() string } // of the list that is gone over; nil outside
}

// Strings gives a parameter of the rule.
func (p *Pass) Strings(name string) []string {
	if v, ok := p.run.options.Params(p.resource)[p.run.rule.ID][name]; ok {
		return v
	}
	for _, x := range p.run.rule.Params {
		if x.Name == name {
			return x.Default
		}
	}
	panic("rules: " + p.run.rule.ID + " has no parameter " + name)
}

// Bool gives a parameter of the rule that is "true" or "false".
func (p *Pass) Bool(name string) bool {
	return slices.Equal(p.Strings(name), []string{"true"})
}

// Scope says whether the rule looks at the resource at all; x is what decides
// that. Where the answer is No the resource is not applicable, and the rule can
// return: Scope is then false. Where it is Maybe nothing is certain to fail.
func (p *Pass) Scope(t value.Truth, x Located) bool {
	if t == value.No {
		p.outside = true
	}
	if t == value.Maybe && p.scope == value.Yes {
		p.scope, p.scopeWhy = value.Maybe, x.Reason()
	}
	return t != value.No
}

// When says that the resource fails at x if t is Yes, and that it cannot be
// told if t is Maybe. The message says what is, with the names that the user
// wrote; it never holds the value of an environment variable. What is certain can
// be given a fix: see [Reported.Fix].
func (p *Pass) When(t value.Truth, x Located, format string, args ...any) Reported {
	certain := t.And(p.exists).And(p.scope)
	if certain == value.No {
		return Reported{}
	}
	f := &Finding{
		Rule: p.run.rule, Message: fmt.Sprintf(format, args...),
		Range: x.Range().FirstLine(), Trail: x.Trail(),
		Address: p.resource.Address, Condition: p.resource.Condition, Resource: p.resource.Header,
		Path: p.pathOf(x),
	}
	if f.Range.IsZero() {
		f.Range = p.resource.Header
	}
	if p.resource.IgnoresChanges(f.Path) {
		f.Message += ", as it is written: lifecycle.ignore_changes leaves later changes alone"
	}
	if certain == value.Yes {
		p.judgement.Findings = append(p.judgement.Findings, f)
		if !p.run.options.Fixes {
			return Reported{}
		}
		return Reported{p.Model, f}
	}
	switch {
	case t == value.Maybe:
		f.Reason = x.Reason()
	case p.exists == value.Maybe:
		f.Reason = p.existsWhy
	default:
		f.Reason = p.scopeWhy
	}
	f.Reason = cmp.Or(f.Reason, p.existsWhy, p.scopeWhy, "a value that it depends on is unknown")
	p.judgement.Unsure = append(p.judgement.Unsure, f)
	return Reported{}
}

func (p *Pass) pathOf(x Located) string {
	path := ""
	if p.element != nil {
		path = p.element.Path()
	}
	if n, ok := x.(interface{ Path() string }); ok {
		path = n.Path()
	}
	if n, ok := x.(interface{ Name() string }); ok {
		path = strings.TrimPrefix(path+"."+n.Name(), ".")
	}
	return path
}

func (p *Pass) conclude() {
	j := p.judgement
	switch {
	case p.broken:
		j.Verdict, j.Findings, j.Unsure = Undecided, nil, nil
	case p.outside:
		j.Verdict, j.Findings, j.Unsure = NotApplicable, nil, nil
	case len(j.Findings) > 0:
		j.Verdict = Failed
	case len(j.Unsure) > 0:
		j.Verdict = Undecided
	default:
		j.Verdict = Passed
	}
}

// object is an element of a list of the model.
type object[T any] interface {
	*T
	Located
	Exists() value.Truth
	Path() string
}

// Each goes over the objects of a list. While the rule looks at an object that
// may be absent, nothing is certain to fail; a list of which not all objects
// are known leaves the resource undecided.
func Each[T any, P object[T]](p *Pass, l *model.List[T]) iter.Seq[P] {
	return func(yield func(P) bool) {
		exists, why, element := p.exists, p.existsWhy, p.element
		defer func() { p.exists, p.existsWhy, p.element = exists, why, element }()
		for _, item := range l.Items {
			x := P(item)
			p.exists, p.existsWhy, p.element = exists.And(x.Exists()), why, x
			if p.existsWhy == "" && x.Exists() == value.Maybe {
				p.existsWhy = cmp.Or(x.Reason(), l.Reason(), "whether it exists is unknown")
			}
			if !yield(x) {
				return
			}
		}
		p.exists, p.existsWhy, p.element = exists, why, element
		if l.Complete != value.Yes {
			p.When(l.Complete.Not(), l, "not every element of %s is known", l.Label())
		}
	}
}
