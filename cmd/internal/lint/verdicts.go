package lint

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// resource tells a resource from others. One of a module that several roots call
// under the same name is the same.
type resource struct {
	header        source.Range
	address, kind string
}

func (a resource) compare(b resource) int {
	return cmp.Or(a.header.Compare(b.header), strings.Compare(a.address, b.address), strings.Compare(a.kind, b.kind))
}

// judged is a resource with the verdicts on it in one unit. There are many of
// them, and most are only counted.
type judged struct {
	resource
	unit string
	// verdicts are those of the rules of the run, by their number: 0 for a rule that
	// does not look at such resources, else one more than the verdict.
	verdicts []uint8
}

// resources notes the resources of a model, and gives a function that notes a
// judgement on one of them. Rules go over the resources in the order of the model.
func (e *engine) resources(m *model.Model, u parsers.Unit, out *outcome) func(*rules.Judgement) {
	number := map[resource]int{}
	for x := range m.Resources() {
		b := x.Base()
		if b.Variant > 0 {
			continue
		}
		r := resource{b.Header, b.Address, x.Kind()}
		number[r] = len(out.judged)
		out.judged = append(out.judged, judged{r, u.Name, make([]uint8, len(e.options.Rules))})
	}
	return func(j *rules.Judgement) {
		n, ok := number[resource{j.Resource, j.Address, j.Kind}]
		if rule := e.order[j.Rule]; ok {
			v := &out.judged[n].verdicts[rule]
			*v = max(*v, uint8(j.Verdict)+1)
		}
	}
}

// tally counts resources and verdicts, and gives the judgements if they are
// wanted. Of several units that evaluate a resource, the worst verdict counts.
func (e *engine) tally(r *Result, all []judged) {
	slices.SortFunc(all, func(a, b judged) int {
		return cmp.Or(a.compare(b.resource), strings.Compare(a.unit, b.unit))
	})
	r.verdicts = map[rules.Verdict]int{rules.Passed: 0, rules.Failed: 0, rules.Undecided: 0, rules.NotApplicable: 0}
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].resource == all[0].resource {
			n++
		}
		same := all[:n]
		all = all[n:]
		r.Resources[same[0].kind]++
		for i, rule := range e.options.Rules {
			worst := same[0]
			for _, x := range same[1:] {
				if x.verdicts[i] > worst.verdicts[i] {
					worst = x
				}
			}
			if worst.verdicts[i] == 0 || !e.isOn(rule, worst.header) {
				continue
			}
			verdict := rules.Verdict(worst.verdicts[i] - 1)
			r.verdicts[verdict]++
			if e.options.Judgements {
				r.Judgements = append(r.Judgements, Judgement{
					Rule: rule, Kind: worst.kind, Unit: worst.unit, Address: worst.address, Resource: worst.header, Verdict: verdict,
				})
			}
		}
	}
}

// isOn reports whether a rule is on where a resource is written.
func (e *engine) isOn(rule *rules.Rule, header source.Range) bool {
	if e.options.At == nil || header.IsZero() {
		return true
	}
	_, on := e.options.At(header.File.Name).Rule(rule)
	return on
}
