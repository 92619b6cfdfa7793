// Package lint is the engine: units of evaluation become findings. Units are
// independent of each other and are evaluated at the same time; what comes out
// is the same for the same input, however many there are at a time and wherever
// the run was started.
package lint

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ecslint/ecslint/cmd/internal/redact"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/parallel"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// Options say how a run is done.
type Options struct {
	Rules []*rules.Rule // those that are on somewhere, in the order of the documentation
	// Known are all rules that there are: an ignore may name one that is off.
	Known  []*rules.Rule
	Params rules.Params
	// At says what holds for findings that are shown in a file, where that differs
	// between files; nil if it does not.
	At func(file string) *Settings
	// Ignores are those of the configuration.
	Ignores []Ignore
	// Judgements is to give every verdict, and not only their counts.
	Judgements bool
	// Undecided is to give the places that cannot be decided, and not only the counts
	// of the verdicts.
	Undecided bool
	// Fixes is to say how findings can be removed.
	Fixes bool
	// Keys is to give findings their keys.
	Keys bool
	// HonourForeign is to take the comments for other scanners as ignores.
	HonourForeign bool
	Baseline      *Baseline // nil: none
	// Everything says that the inputs are all that the repository has: a file that
	// is not among them is gone.
	Everything bool
	// Progress is told how many units are done, of how many; it may be nil. It is
	// called by several goroutines.
	Progress func(done, total int)
	// Today is the day of the run, by which ignores expire.
	Today time.Time
	Parse parsers.Options
	Jobs  int // units that are evaluated at a time; at least 1
	// UnitTime is how long one unit may take to load and to judge; 0 is for ever. Of
	// one that takes longer there is nothing but a problem.
	UnitTime time.Duration
	// Problems are those that there were with finding the inputs.
	Problems []source.Problem
}

// Settings are what holds for one file.
type Settings struct {
	// Rule gives the severity of a rule, and whether it is on.
	Rule func(*rules.Rule) (severity rules.Severity, on bool)
	// Params are those of rules for resources that are written in the file; nil if
	// they are those of the run.
	Params rules.Params
}

// Result is what a run found out.
type Result struct {
	// Rules are those of the run.
	Rules []*rules.Rule
	// Findings are what fails for certain, by place, rule and message.
	Findings []*Finding
	// Suppressed are what fails for certain and is left out of the report, as it is
	// ignored or in the baseline; in the same order.
	Suppressed []*Finding
	// Ignores are the requests to leave findings out, by place.
	Ignores []*Ignore
	// Undecided are what cannot be told, in the same order, if they are asked for.
	Undecided []*Finding
	// Elsewhere counts the findings that are left out, as they do not touch the
	// files that were named.
	Elsewhere int
	// Judgements are, if they are asked for, the verdicts of all rules on all resources, by place,
	// resource and rule. A resource that several units evaluate is in it once,
	// with its worst verdict.
	Judgements []Judgement
	// Resources counts the resources by kind, "taskDefinition".
	Resources map[string]int
	// Problems say what could not be read or understood, by place.
	Problems []source.Problem
	// Defects are failures of ecslint itself.
	Defects []Defect
	// Mask knows what no report may show.
	Mask redact.Mask
	// Covers reports whether nothing is found in a file for certain, if no finding
	// is shown in it.
	Covers   func(name string) bool
	verdicts map[rules.Verdict]int // nil: those of the judgements
	// Times are how long the units took, in the order of their evaluation.
	Times []UnitTime
}

// UnitTime is how long one unit took to load and to judge.
type UnitTime struct {
	Unit string
	Time time.Duration
}

// Finding is one problem at one place, or one place that could not be judged.
type Finding struct {
	Rule     *rules.Rule
	Severity rules.Severity // the rule's, unless something else holds for the file
	Range    source.Range   // one line of a file of the repository
	// Key tells the finding from all others of a run and is the same in the next
	// run, also when lines have moved: 32 hexadecimal digits, a colon and a number;
	// empty if keys are not asked for.
	Key string
	// Inside is the place that the finding is about, where that is not Range: in a
	// downloaded module, of which Range is the call, or in a template that a program
	// generated, of which Range is the line that makes the resource.
	Inside    source.Range
	Generated bool // the latter
	// Message and Trail are those of the first instance.
	Message string
	Trail   []value.Step
	// Reason says why it cannot be decided; empty for what is certain.
	Reason string
	// Instances are the resources that are affected, at least one.
	Instances []Instance
	// Fixes are ways to remove the finding, the best one first; often none.
	Fixes []rules.Fix
	// Suppression says why the finding is in [Result.Suppressed]; else nil.
	Suppression *Suppression
}

// Suppression is the reason why a finding is left out.
type Suppression struct {
	Kind   SuppressionKind
	Reason string       // in the words of the user; empty for the baseline
	Until  string       // the last day on which it holds, "2027-03-31"; empty: for ever
	Range  source.Range // where it is written; the zero Range for a foreign configuration
}

// SuppressionKind says what left a finding out.
type SuppressionKind uint8

// The kinds of suppressions.
const (
	// InSource is a comment or the metadata of a template.
	InSource SuppressionKind = iota
	// Configured is an entry of ignores in the configuration.
	Configured
	// Known is a line of the baseline.
	Known
)

// String gives the kind as it stands in reports.
func (k SuppressionKind) String() string {
	switch k {
	case InSource:
		return "inSource"
	case Configured:
		return "configuration"
	case Known:
		return "baseline"
	}
	return fmt.Sprintf("SuppressionKind(%d)", uint8(k))
}

// Sets gives the sets of variables with which any instance fails.
func (f *Finding) Sets() []string {
	var out []string
	for _, i := range f.Instances {
		out = append(out, i.Sets...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Instance is one resource that a finding is about.
type Instance struct {
	Unit      string // the root module, template or file that it was found in
	Address   string
	Path      string // the place inside the resource: "containerDefinitions[web].privileged"
	Message   string
	Condition string // on what the existence of the resource depends
	// Sets are the sets of variables with which it fails, if there are any.
	Sets []string
	// Resource is the line that opens the resource, or the call of the downloaded
	// module that has it.
	Resource source.Range
}

// Judgement is a rule's verdict on one resource.
type Judgement struct {
	Rule     *rules.Rule
	Kind     string
	Unit     string
	Address  string
	Resource source.Range
	Verdict  rules.Verdict
}

// Verdicts counts the judgements by verdict, each verdict with an entry.
func (r *Result) Verdicts() map[rules.Verdict]int {
	if r.verdicts != nil {
		return r.verdicts
	}
	out := map[rules.Verdict]int{rules.Passed: 0, rules.Failed: 0, rules.Undecided: 0, rules.NotApplicable: 0}
	for i := range r.Judgements {
		out[r.Judgements[i].Verdict]++
	}
	return out
}

// Run lints inputs. An error means that the run was broken off.
func Run(ctx context.Context, set *source.Set, inputs []parsers.Input, o Options) (*Result, error) {
	units, problems, defects := Units(set, inputs, o.Parse)
	e := newEngine(set, o)
	for _, in := range inputs {
		if in.Named || in.Walked {
			e.inputs[in.Name] = true
		}
	}
	e.partial = slices.ContainsFunc(units, func(u parsers.Unit) bool { return !u.Whole })
	outcomes := make([]outcome, len(units))
	times := make([]UnitTime, len(units))
	var done atomic.Int64
	err := each(ctx, len(units), o.Jobs, func(i int) {
		start := time.Now()
		outcomes[i] = e.timed(ctx, units[i])
		times[i] = UnitTime{units[i].Name, time.Since(start)}
		if n := done.Add(1); o.Progress != nil {
			o.Progress(int(n), len(units))
		}
	})
	if err != nil {
		return nil, err
	}
	r := e.gather(append(outcomes, outcome{problems: append(problems, o.Problems...), defects: defects}))
	r.Times = times
	return r, nil
}

// each calls f for 0 to n-1, up to jobs at a time.
func each(ctx context.Context, n, jobs int, f func(int)) error {
	parallel.Each(n, jobs, func(i int) {
		if ctx.Err() == nil {
			f(i)
		}
	})
	return ctx.Err()
}

// engine is one run.
type engine struct {
	options Options
	set     *source.Set
	inputs  map[string]bool
	order   map[*rules.Rule]int           // the numbers of the rules
	targets map[*source.File]*source.File // of symbolic links
	read    map[string]bool               // the names of the files that were read; made on first use
	marked  sync.Map                      // the files that may hold requests to ignore findings: *source.File -> bool
	partial bool                          // some units are evaluated for the sake of a few files
}

func newEngine(set *source.Set, o Options) *engine {
	e := &engine{
		options: o, set: set, inputs: map[string]bool{}, order: map[*rules.Rule]int{}, targets: map[*source.File]*source.File{},
	}
	for i, rule := range o.Rules {
		e.order[rule] = i
	}
	return e
}

// outcome is what came of one unit.
type outcome struct {
	judged   []judged
	parts    []part
	problems []source.Problem
	defects  []Defect
	mask     redact.Mask
}

// raw is a finding as a rule reported it, with the places at which it is shown.
type raw struct {
	*rules.Finding
	unit                    string
	set                     string // of variables
	place, inside, resource source.Range
	generated               bool
	severity                rules.Severity
	off                     bool // where it is shown the rule is off
	// What a request to ignore the finding can stand at, besides the places.
	calls       []value.Step
	block       source.Range
	metadata    []*value.Value
	suppression *Suppression
}

// timed evaluates a unit for as long as one may take.
func (e *engine) timed(ctx context.Context, u parsers.Unit) outcome {
	ctx, cancel := within(ctx, e.options.UnitTime)
	defer cancel()
	out := e.evaluate(ctx, u)
	if ctx.Err() != nil { // how far it came depends on the machine
		return outcome{problems: []source.Problem{overdue(u, e.options.UnitTime)}, defects: out.defects}
	}
	return out
}

// evaluate loads a unit and judges what is in it. This is the boundary at which
// a breakdown of ecslint becomes a defect: the other units go on.
func (e *engine) evaluate(ctx context.Context, u parsers.Unit) (out outcome) {
	defer func() {
		if cause := recover(); cause != nil {
			out.defects = append(out.defects, newDefect(u.Name, cause))
		}
	}()
	m, problems := u.Load(ctx)
	out.problems = problems
	if m == nil {
		return out
	}
	out.mask.AddModel(m)
	out.parts = e.judge(ctx, u, m)
	out.judged = judgedOf(m, u, out.parts)
	for i := range out.parts {
		for _, d := range out.parts[i].defects {
			out.broken(d)
		}
		out.parts[i].marks, out.parts[i].defects = nil, nil // told, and far more than what fails
	}
	return out
}

// params gives the parameters for a resource: those for the file in which it is
// written.
func (e *engine) params() func(*model.Resource) rules.Params {
	if e.options.At == nil {
		return e.options.Params.Everywhere()
	}
	return func(r *model.Resource) rules.Params {
		if !r.Header.IsZero() {
			if s := e.options.At(r.Header.File.Name); s.Params != nil {
				return s.Params
			}
		}
		return e.options.Params
	}
}

// settled gives a finding the severity that it has where it is shown.
func (e *engine) settled(x *raw) *raw {
	x.severity = x.Rule.Severity
	if e.options.At != nil {
		severity, on := e.options.At(x.place.File.Name).Rule(x.Rule)
		x.severity, x.off = severity, !on
	}
	return x
}

// touches reports whether a finding has to do with one of the inputs: by its
// place, its resource or a step of its trail.
func (e *engine) touches(f *rules.Finding) bool {
	in := func(r source.Range) bool { return !r.IsZero() && e.inputs[r.File.Name] }
	return in(f.Range) || in(f.Resource) || slices.ContainsFunc(f.Trail, func(s value.Step) bool { return in(s.Range) })
}

// gather makes the result of the outcomes of all units.
func (e *engine) gather(outcomes []outcome) *Result {
	r := &Result{Rules: e.options.Rules, Resources: map[string]int{}}
	masks := make([]*redact.Mask, len(outcomes))
	for i := range outcomes {
		o := &outcomes[i]
		masks[i] = &o.mask
		r.Problems = append(r.Problems, o.problems...)
		r.Defects = append(r.Defects, o.defects...)
	}
	parts := joined(outcomes, func(o *outcome) *[]part { return &o.parts })
	certain := joined(parts, func(p *part) *[]*raw { return &p.findings })
	unsure := joined(parts, func(p *part) *[]*raw { return &p.unsure })
	elsewhere := joined(parts, func(p *part) *[]*raw { return &p.elsewhere })
	all := joined(outcomes, func(o *outcome) *[]judged { return &o.judged })
	r.Mask.Join(masks...)
	e.undoLinks(&r.Mask, certain, unsure, elsewhere)

	counting := parallel.NewGroup()
	counting.Do(func() { e.tally(r, all) })
	order := e.order
	x := newIgnores(e.options, e.target)
	e.scan(x)
	certain, suppressed := e.suppress(x, e.configured(certain))
	elsewhere, _ = e.suppress(x, e.configured(elsewhere))
	unsure = slices.DeleteFunc(e.configured(unsure), func(u *raw) bool {
		e.options.Baseline.take(u)
		return x.match(u, false) != nil
	})
	r.Findings, r.Suppressed = merge(certain, order), merge(suppressed, order)
	found := func(u *Finding) bool { return contains(r.Findings, u, order) || contains(r.Suppressed, u, order) }
	// Settling what is certain at a place settles the rest of it.
	if e.options.Undecided {
		r.Undecided = slices.DeleteFunc(merge(unsure, order), found)
	}
	r.Elsewhere = len(slices.DeleteFunc(merge(elsewhere, order), found))
	if e.options.Keys {
		number(r.Findings, r.Suppressed, r.Undecided)
	}
	r.Ignores = x.all
	r.Problems = append(r.Problems, e.leftovers(x, r)...)
	counting.Wait()
	slices.SortFunc(r.Problems, compareProblems)
	r.Problems = grouped(r.Problems)
	r.Problems = slices.CompactFunc(r.Problems, func(a, b source.Problem) bool { return compareProblems(a, b) == 0 })
	slices.SortFunc(r.Defects, func(a, b Defect) int {
		return cmp.Or(strings.Compare(a.Unit, b.Unit), strings.Compare(a.Error, b.Error))
	})
	return r
}

// joined moves the lists of all owners into one.
func joined[O, T any](owners []O, list func(*O) *[]T) []T {
	n := 0
	for i := range owners {
		n += len(*list(&owners[i]))
	}
	out := make([]T, 0, n)
	for i := range owners {
		l := list(&owners[i])
		out = append(out, *l...)
		*l = nil // there is much of it in a large run
	}
	return out
}

// contains reports whether sorted findings have one of a rule at a place.
func contains(all []*Finding, u *Finding, order map[*rules.Rule]int) bool {
	_, ok := slices.BinarySearchFunc(all, u, func(a, b *Finding) int {
		return cmp.Or(a.Range.Compare(b.Range), order[a.Rule]-order[b.Rule])
	})
	return ok
}

// configured gives the findings of rules that are on where they are shown, with
// the severity that they have there.
func (e *engine) configured(all []*raw) []*raw {
	return slices.DeleteFunc(all, func(x *raw) bool { return x.off })
}

// leftovers are the problems with ignores and with the baseline. What is not used
// can only be told where everything was understood, and of files of which all was
// evaluated.
func (e *engine) leftovers(x *ignores, r *Result) []source.Problem {
	understood := len(r.Defects) == 0 && !slices.ContainsFunc(r.Problems, func(p source.Problem) bool { return p.Level == source.Error })
	r.Covers = func(name string) bool { return understood && !e.partial && e.covers(name) }
	out := x.problems(func(f *source.File) bool { return !e.partial || e.inputs[f.Name] }, understood)
	return append(out, e.options.Baseline.removable(r)...)
}

// covers reports whether a run can tell that nothing is found in a file.
func (e *engine) covers(name string) bool {
	if e.read == nil {
		e.read = map[string]bool{}
		for _, f := range e.set.Files() {
			e.read[f.Name] = true
		}
	}
	if e.read[name] {
		return true
	}
	_, err := e.set.Read(name)
	return e.options.Everything && errors.Is(err, fs.ErrNotExist)
}

// maxSubjects bounds the subjects that one problem names.
const maxSubjects = 100

// grouped makes one problem of those that say the same of several subjects, at
// the place of the first.
func grouped(all []source.Problem) []source.Problem {
	subjects := map[string][]string{}
	for _, p := range all {
		if p.Group != "" {
			subjects[p.Group] = append(subjects[p.Group], p.Subject)
		}
	}
	var out []source.Problem
	for _, p := range all {
		if p.Group != "" {
			names := subjects[p.Group]
			if names == nil {
				continue // the first has them all
			}
			delete(subjects, p.Group)
			slices.Sort(names)
			names = slices.Compact(names)
			if more := len(names) - maxSubjects; more > 0 {
				names = append(names[:maxSubjects], fmt.Sprintf("and %d more", more))
			}
			if len(names) > 1 {
				p.Message = p.Group + ": " + strings.Join(names, ", ")
			}
		}
		out = append(out, p)
	}
	return out
}

func compareProblems(a, b source.Problem) int {
	return cmp.Or(strings.Compare(a.Path(), b.Path()), a.Range.Start-b.Range.Start, a.Range.End-b.Range.End,
		int(a.Level)-int(b.Level), strings.Compare(a.Message, b.Message))
}

// merge makes one finding of those at one place by one rule: several instances
// of a resource or module that lead to the same place.
func merge(all []*raw, order map[*rules.Rule]int) []*Finding {
	slices.SortFunc(all, func(a, b *raw) int {
		if c := a.place.Compare(b.place); c != 0 { // of nearly all
			return c
		}
		if c := order[a.Rule] - order[b.Rule]; c != 0 {
			return c
		}
		return cmp.Or(strings.Compare(a.Message, b.Message), strings.Compare(a.Address, b.Address), strings.Compare(a.Path, b.Path),
			a.resource.Compare(b.resource), strings.Compare(a.set, b.set), strings.Compare(a.unit, b.unit), a.inside.Compare(b.inside),
			strings.Compare(a.Reason, b.Reason), slices.CompareFunc(a.Trail, b.Trail, compareSteps),
			compareSuppressions(a.suppression, b.suppression))
	})
	var out []*Finding
	for _, x := range all {
		i := Instance{
			Sets: x.sets(), Unit: x.unit, Address: x.Address, Path: x.Path, Message: x.Message, Condition: x.Condition, Resource: x.resource,
		}
		if n := len(out); n > 0 && out[n-1].Range == x.place && out[n-1].Rule == x.Rule {
			f := out[n-1]
			// The same ones follow each other.
			if last := &f.Instances[len(f.Instances)-1]; !i.same(*last) {
				f.Instances = append(f.Instances, i)
			} else if x.set != "" && !slices.Contains(last.Sets, x.set) {
				last.Sets = append(last.Sets, x.set)
			}
			if !slices.EqualFunc(f.Fixes, x.Fixes, sameFix) {
				f.Fixes = nil // what mends one instance does not mend the other
			}
			continue
		}
		out = append(out, &Finding{
			Rule: x.Rule, Severity: x.severity, Suppression: x.suppression, Range: x.place, Inside: x.inside, Generated: x.generated, Message: x.Message, Reason: x.Reason,
			Trail: visible(x.Trail, x.place), Instances: []Instance{i}, Fixes: x.Fixes,
		})
	}
	return out
}

func sameFix(a, b rules.Fix) bool { return a.Message == b.Message && slices.Equal(a.Edits, b.Edits) }

// sets gives the set of variables that the finding was made with, if any.
func (x *raw) sets() []string {
	if x.set == "" {
		return nil
	}
	return []string{x.set}
}

func compareSteps(a, b value.Step) int {
	return cmp.Or(a.Range.Compare(b.Range), int(a.Kind)-int(b.Kind), strings.Compare(a.Name, b.Name))
}

// same reports whether two instances are one resource, which several units may
// evaluate.
func (i Instance) same(j Instance) bool {
	return i.Address == j.Address && i.Path == j.Path && i.Message == j.Message && i.Resource == j.Resource
}
