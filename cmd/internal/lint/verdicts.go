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
	unit     string
	verdicts []mark
}

// mark is the verdict of a rule, by its number in the run.
type mark struct {
	rule    uint16
	verdict uint8
}

// marked is the mark of a resource, by its number in the model.
type marked struct {
	resource int32
	mark
}

// judgedOf gives the resources of a model, each once, with their verdicts. Rules go
// over the resources one after the other, so that the marks are by rule.
func judgedOf(m *model.Model, u parsers.Unit, parts []part) []judged {
	resources := slices.Collect(m.Resources())
	counts := make([]int, len(resources))
	total := 0
	for i := range parts {
		total += len(parts[i].marks)
		for _, x := range parts[i].marks {
			counts[x.resource]++
		}
	}
	sorted := make([][]mark, len(resources))
	all := make([]mark, 0, total)
	for i, n := range counts {
		sorted[i], all = all[len(all):len(all):len(all)+n], all[:len(all)+n]
	}
	for i := range parts {
		for _, x := range parts[i].marks {
			sorted[x.resource] = append(sorted[x.resource], x.mark)
		}
	}
	out := make([]judged, 0, len(resources))
	for i, x := range resources {
		if b := x.Base(); b.Variant == 0 {
			out = append(out, judged{resource{b.Header, b.Address, x.Kind()}, u.Name, sorted[i]})
		}
	}
	return out
}

// tally counts resources and verdicts, and gives the judgements if they are
// wanted. Of several units that evaluate a resource, the worst verdict counts.
func (e *engine) tally(r *Result, all []judged) {
	slices.SortFunc(all, func(a, b judged) int {
		return cmp.Or(a.compare(b.resource), strings.Compare(a.unit, b.unit))
	})
	r.verdicts = map[rules.Verdict]int{rules.Passed: 0, rules.Failed: 0, rules.Undecided: 0, rules.NotApplicable: 0}
	var worst []ruling
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].resource == all[0].resource {
			n++
		}
		same := all[:n]
		all = all[n:]
		r.Resources[same[0].kind]++
		worst = worstOf(worst[:0], same)
		for _, x := range worst {
			rule := e.options.Rules[x.rule]
			if !e.isOn(rule, x.header) {
				continue
			}
			verdict := rules.Verdict(x.verdict)
			r.verdicts[verdict]++
			if e.options.Judgements {
				r.Judgements = append(r.Judgements, Judgement{
					Rule: rule, Kind: x.kind, Unit: x.unit, Address: x.address, Resource: x.header, Verdict: verdict,
				})
			}
		}
	}
}

// ruling is the verdict of a rule with the resource that has it.
type ruling struct {
	mark
	*judged
}

// worstOf appends the worst verdict of each rule on one resource to out.
func worstOf(out []ruling, same []judged) []ruling {
	for i := range same {
		for _, m := range same[i].verdicts {
			out = append(out, ruling{m, &same[i]})
		}
	}
	slices.SortStableFunc(out, func(a, b ruling) int {
		return cmp.Or(int(a.rule)-int(b.rule), int(b.verdict)-int(a.verdict))
	})
	return slices.CompactFunc(out, func(a, b ruling) bool { return a.rule == b.rule })
}

// isOn reports whether a rule is on where a resource is written.
func (e *engine) isOn(rule *rules.Rule, header source.Range) bool {
	if e.options.At == nil || header.IsZero() {
		return true
	}
	_, on := e.options.At(header.File.Name).Rule(rule)
	return on
}
