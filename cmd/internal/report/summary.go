package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// severities are all severities, the worst first.
var severities = [...]rules.Severity{rules.Critical, rules.High, rules.Medium, rules.Low}

// bySeverity counts findings in words, the worst first: "2 high, 1 low".
func bySeverity(all []*lint.Finding) string {
	counts := make(map[rules.Severity]int)
	for _, f := range all {
		counts[f.Severity]++
	}
	var out []string
	for _, s := range severities {
		if n := counts[s]; n > 0 {
			out = append(out, fmt.Sprintf("%d %s", n, s))
		}
	}
	return strings.Join(out, ", ")
}

// worstFirst gives findings by severity, those of one severity in their order.
func worstFirst(all []*lint.Finding) []*lint.Finding {
	return slices.SortedStableFunc(slices.Values(all), func(a, b *lint.Finding) int {
		return int(b.Severity) - int(a.Severity)
	})
}

// outcome says in one line what came of a run: "2 findings (1 high, 1 low)".
func (r *Run) outcome() string {
	resources, _ := r.inventory()
	known, _ := r.suppressed()
	one, many := "finding", "findings"
	if len(known) > 0 {
		one, many = "new finding", "new findings"
	}
	var out string
	switch n := len(r.Findings); {
	case n > 0:
		out = counted(n, one, many) + " (" + bySeverity(r.Findings) + ")"
	case resources == 0: // which must not look like a run without findings
		out = "no ECS resources found"
	default:
		out = "no " + many
	}
	if n := len(r.failures()); n > 0 {
		out += ", " + counted(n, "error", "errors")
	}
	return out
}

// inventory counts the resources, and by kind in words: "1 cluster, 2 services".
func (r *Run) inventory() (total int, kinds string) {
	var out []string
	for _, kind := range slices.Sorted(maps.Keys(r.Resources)) {
		n := r.Resources[kind]
		total += n
		out = append(out, counted(n, noun(kind), strings.TrimSuffix(noun(kind), "s")+"s"))
	}
	return total, strings.Join(out, ", ")
}

// suppressed gives the findings that are left out, the worst first: those of the
// baseline and those that are ignored.
func (r *Run) suppressed() (known, ignored []*lint.Finding) {
	for _, f := range worstFirst(r.Suppressed) {
		if f.Suppression.Kind == lint.Known {
			known = append(known, f)
		} else {
			ignored = append(ignored, f)
		}
	}
	return known, ignored
}

// suppression says why a finding is left out.
func (r *Run) suppression(s *lint.Suppression) string {
	var out string
	switch s.Kind {
	case lint.InSource:
		out = "ignored"
	case lint.Configured:
		out = "ignored by the configuration"
	case lint.Known:
		out = "in the baseline"
	}
	if !s.Range.IsZero() {
		out += " at " + where(s.Range.File.Name, s.Range)
	}
	if s.Until != "" {
		out += " until " + s.Until
	}
	if s.Reason != "" {
		out += ": " + r.Mask.Text(s.Reason)
	}
	return out
}

// where shows where a range begins, "file:line:column", or just the file. Names
// of files are relative to the root of the repository, wherever the run was
// started.
func where(name string, r source.Range) string {
	if r.IsZero() {
		return clean(name)
	}
	pos := r.File.Position(r.Start)
	return fmt.Sprintf("%s:%d:%d", clean(name), pos.Line, pos.Rune)
}

// trouble is a problem with the input or a defect, as a report shows it.
type trouble struct{ level, place, message string }

// troubles gives what went wrong from a level up, the worst first.
func (r *Run) troubles(least source.Level) []trouble {
	var out []trouble
	for _, d := range r.Defects {
		out = append(out, trouble{"defect", clean(d.Unit), r.Mask.Text(d.Error)})
	}
	for level := source.Error; level <= least; level++ {
		for _, p := range r.Problems {
			if p.Level == level {
				out = append(out, trouble{level.String(), where(p.Path(), p.Range), r.problemText(p)})
			}
		}
	}
	return out
}
