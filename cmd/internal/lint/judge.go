package lint

import (
	"context"
	"slices"

	"github.com/ecslint/ecslint/cmd/internal/redact"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

// Units are evaluated at the same time, which is of no use to a large one that is
// alone: its rules are divided, and the parts judge at the same time.
const (
	large = 100 // resources
	share = 8   // rules of a part: some take far longer than others
)

// part is what some of the rules say of one unit.
type part struct {
	findings  []*raw
	unsure    []*raw
	elsewhere []*raw // findings that do not touch the named files
	marks     []marked
	defects   []Defect
}

// usual is how many rules look at a resource, or somewhat more.
const usual = 64

// judge gives the judgements of all rules on a model, in parts in the order of the
// rules.
func (e *engine) judge(ctx context.Context, u parsers.Unit, m *model.Model) []part {
	w := newWhereabouts(m)
	if m.Len() < large || e.options.Jobs == 1 {
		p := part{marks: make([]marked, 0, usual*m.Len())}
		p.judge(ctx, e, u, m, w, e.options.Rules)
		return []part{p}
	}
	shares := slices.Collect(slices.Chunk(e.options.Rules, share))
	parts := make([]part, len(shares))
	each(ctx, len(shares), e.options.Jobs, func(i int) { //nolint:errcheck // who gave the time tells that it is up
		p := &parts[i]
		p.defects = append(p.defects, catch(u.Name, func() { p.judge(ctx, e, u, m, w, shares[i]) })...)
	})
	return parts
}

// judge adds what rules say of a unit.
func (p *part) judge(ctx context.Context, e *engine, u parsers.Unit, m *model.Model, w *whereabouts, some []*rules.Rule) {
	o := rules.Options{Params: e.params(), Fixes: e.options.Fixes}
	defects := rules.Judge(ctx, m, some, o, func(j *rules.Judgement) {
		p.marks = append(p.marks, marked{
			int32(j.Entity.Base().Number()), mark{uint16(e.order[j.Rule]), uint8(j.Verdict)}, //nolint:gosec // all are far smaller
		})
		for _, f := range j.Findings {
			if x := e.settled(w.locate(f, u)); u.Whole || e.touches(f) {
				p.findings = append(p.findings, x)
			} else {
				p.elsewhere = append(p.elsewhere, x)
			}
		}
		for _, f := range j.Unsure {
			if u.Whole || e.touches(f) {
				if x := e.settled(w.locate(f, u)); e.options.Undecided || e.requested(x) {
					p.unsure = append(p.unsure, x)
				}
			}
		}
	})
	for _, d := range defects {
		d.Cause = redact.Panic(d.Cause)
		p.defects = append(p.defects, Defect{Unit: u.Name, Error: d.Error(), Stack: string(d.Stack)})
	}
}

// broken notes a defect, each once.
func (o *outcome) broken(d Defect) {
	if !slices.ContainsFunc(o.defects, func(x Defect) bool { return x.Error == d.Error }) {
		o.defects = append(o.defects, d)
	}
}
