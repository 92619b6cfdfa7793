package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// The bounds of the matrix.
const (
	maxRows    = 50
	maxColumns = 15
	maxMatrix  = 16_000 // bytes of its rows
)

// symbols are the verdicts as they stand in the matrix. One that fails without a
// finding in the report has a symbol of its own.
var symbols = [...]string{rules.NotApplicable: "➖", rules.Passed: "✅", rules.Undecided: "❔", rules.Failed: "❌"}

const (
	leftOut = "☑️"
	legend  = "❌ fails, ☑️ fails but is known, ignored or not part of the change, ❔ undecided, ✅ passes, ➖ not applicable\n\n"
)

// row is a resource with findings.
type row struct {
	resource
	unit  string
	fails map[*rules.Rule]bool
	worst rules.Severity
}

// resource tells a resource from others.
type resource struct {
	address string
	place   source.Range
}

// matrix shows which resource fails which rule, the worst of both first.
func (m *markdown) matrix() {
	if len(m.run.Findings) == 0 {
		return
	}
	columns, rows := m.columns(), m.rows()
	shown := columns[:min(len(columns), maxColumns)]
	verdicts := m.verdicts(shown)

	m.WriteString("| Resource |")
	for _, rule := range shown {
		m.WriteString(" [" + rule.ID + "] |")
	}
	m.WriteString("\n| --- |" + strings.Repeat(" :---: |", len(shown)) + "\n")
	end, n := m.Len()+maxMatrix, 0
	for ; n < min(len(rows), maxRows); n++ {
		line := m.row(rows[n], shown, verdicts)
		if m.Len()+len(line) > end {
			break
		}
		m.WriteString(line)
	}
	m.WriteByte('\n')
	if left := len(rows) - n; left > 0 {
		m.printf("Not in the table: %s.\n\n", counted(left, "more resource that fails", "more resources that fail"))
	}
	if left := len(columns) - len(shown); left > 0 {
		m.printf("Not in the table: %s.\n\n", counted(left, "more rule that something fails", "more rules that something fails"))
	}
	m.WriteString(legend)
}

// columns gives the rules that have findings, those with the worst first and
// otherwise in the order of the documentation.
func (m *markdown) columns() []*rules.Rule {
	worst := map[*rules.Rule]rules.Severity{}
	for _, f := range m.run.Findings {
		worst[f.Rule] = max(worst[f.Rule], f.Severity)
	}
	var out []*rules.Rule
	for _, rule := range m.run.Rules {
		if _, found := worst[rule]; found {
			out = append(out, rule)
		}
	}
	slices.SortStableFunc(out, func(a, b *rules.Rule) int { return int(worst[b]) - int(worst[a]) })
	return out
}

// rows gives the resources that have findings: those with the worst first, then
// those with the most.
func (m *markdown) rows() []*row {
	byResource := map[resource]*row{}
	var out []*row
	for _, f := range m.run.Findings {
		for _, i := range f.Instances {
			key := resource{i.Address, i.Resource}
			x := byResource[key]
			if x == nil {
				x = &row{resource: key, unit: i.Unit, fails: map[*rules.Rule]bool{}}
				byResource[key] = x
				out = append(out, x)
			}
			x.fails[f.Rule] = true
			x.worst = max(x.worst, f.Severity)
		}
	}
	slices.SortFunc(out, func(a, b *row) int {
		return cmp.Or(int(b.worst)-int(a.worst), len(b.fails)-len(a.fails), a.place.Compare(b.place), strings.Compare(a.address, b.address))
	})
	return out
}

// judged tells a rule's verdict on a resource from others: by the place of the
// resource or, as that may be shown as the place of a module's call, by the unit.
type judged struct {
	rule *rules.Rule
	resource
	unit string
}

func (m *markdown) verdicts(columns []*rules.Rule) map[judged]rules.Verdict {
	out := map[judged]rules.Verdict{}
	for _, j := range m.run.Judgements {
		if slices.Contains(columns, j.Rule) {
			out[judged{j.Rule, resource{j.Address, j.Resource}, ""}] = j.Verdict
			out[judged{j.Rule, resource{address: j.Address}, j.Unit}] = j.Verdict
		}
	}
	return out
}

func (m *markdown) row(x *row, columns []*rules.Rule, verdicts map[judged]rules.Verdict) string {
	var b strings.Builder
	b.WriteString("| " + oneCell(m.name(x.address)))
	if file := x.place.File; file != nil && file.Name != x.address {
		b.WriteString(" " + oneCell(code(where(file.Name, x.place))))
	}
	b.WriteString(" |")
	for _, rule := range columns {
		b.WriteString(" " + symbol(x, rule, verdicts) + " |")
	}
	b.WriteByte('\n')
	return b.String()
}

func symbol(x *row, rule *rules.Rule, verdicts map[judged]rules.Verdict) string {
	if x.fails[rule] {
		return symbols[rules.Failed]
	}
	verdict, ok := verdicts[judged{rule, x.resource, ""}]
	if !ok {
		verdict = verdicts[judged{rule, resource{address: x.address}, x.unit}]
	}
	if verdict == rules.Failed {
		return leftOut
	}
	return symbols[verdict]
}

// oneCell keeps a code span in a cell of a table, which a vertical bar ends even
// there. A backslash in front of it would not do if there is another one.
func oneCell(s string) string { return strings.ReplaceAll(s, "|", `\x7c`) }
