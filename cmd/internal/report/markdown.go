package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// The bounds of a Markdown report, in bytes, of which a text never has fewer than
// characters. GitHub takes no comment of more than 65,536 characters.
const (
	maxMarkdown = 60_000
	maxTroubles = 8_000 // entries of what went wrong
	// spare is kept for the headings of sections that have no room for entries, and
	// for what says how much was left out.
	spare = 2_000
)

// The bounds of texts from the input, in characters.
const (
	maxName    = 120
	maxMessage = 400
)

// Markdown is the summary of a pull request, as a comment or as the summary of a
// GitHub workflow's step: which resource fails what, then what is new, the worst
// first, and folded away what is known or ignored.
func Markdown(w io.Writer, r *Run) error {
	m := &markdown{run: r}
	m.head()
	m.matrix()
	troubles, links := m.troubles(), r.links()
	m.limit = maxMarkdown - spare - len(troubles) - len(links)

	known, ignored := r.suppressed()
	title := "Findings"
	if len(known) > 0 {
		title = "New findings"
	}
	m.section(title, worstFirst(r.Findings))
	m.folded(counted(len(known), "known finding", "known findings"), known)
	m.folded(counted(len(ignored), "ignored finding", "ignored findings"), ignored)
	if r.ShowUndecided {
		m.folded(counted(len(r.Undecided), "place that cannot be decided", "places that cannot be decided"), worstFirst(r.Undecided))
	}
	m.WriteString(troubles + links)
	_, err := io.WriteString(w, m.String())
	return err
}

// markdown writes a Markdown report. Whatever of it comes from the input has
// gone through code or words.
type markdown struct {
	strings.Builder
	run   *Run
	limit int // for findings
}

func (m *markdown) printf(format string, args ...any) { fmt.Fprintf(&m.Builder, format, args...) }

func (m *markdown) head() {
	m.printf("## ecslint: %s\n\n", m.run.outcome())
	total, kinds := m.run.inventory()
	if total > 0 {
		v := m.run.Verdicts()
		m.printf("%s (%s). Checks: %d passed, %d failed, %d undecided, %d not applicable.\n\n",
			counted(total, "resource", "resources"), kinds,
			v[rules.Passed], v[rules.Failed], v[rules.Undecided], v[rules.NotApplicable])
	}
	if n := m.run.Elsewhere; n > 0 {
		m.printf("Not shown: %s that the named files have no part in.\n\n", counted(n, "finding", "findings"))
	}
}

// section writes findings, which come the worst first, for as long as there is
// room.
func (m *markdown) section(title string, all []*lint.Finding) {
	if len(all) > 0 {
		m.WriteString("### " + title + "\n")
		m.findings(all)
	}
}

// folded writes a section that is to be opened by the reader.
func (m *markdown) folded(title string, all []*lint.Finding) {
	if len(all) > 0 {
		m.WriteString("<details>\n<summary>" + title + "</summary>\n")
		m.findings(all)
		m.WriteString("</details>\n\n")
	}
}

// findings writes a list for each severity.
func (m *markdown) findings(all []*lint.Finding) {
	for i, f := range all {
		entry := m.entry(f)
		if i == 0 || f.Severity != all[i-1].Severity {
			entry = "\n**" + capital(f.Severity.String()) + "**\n\n" + entry
		}
		if m.Len()+len(entry) > m.limit {
			m.printf("\nLeft out for want of room: %s (%s).\n", counted(len(all)-i, "finding", "findings"), bySeverity(all[i:]))
			break
		}
		m.WriteString(entry)
	}
	m.WriteByte('\n')
}

// entry is one finding: what and where, and in a second line what it affects and
// how it came about.
func (m *markdown) entry(f *lint.Finding) string {
	place, message := where(f.Range.File.Name, f.Range), shorten(m.run.headline(f, f.Message), maxMessage)
	return "- [" + f.Rule.ID + "] " + code(place) + ": " + words(message) + "<br>" + capital(strings.Join(m.details(f), "; ")) + "\n"
}

func (m *markdown) details(f *lint.Finding) []string {
	out := []string{m.instances(f)}
	if len(f.Trail) > 0 {
		var via []string
		for _, s := range f.Trail {
			via = append(via, m.words(s.String())+" at "+code(where(s.Range.File.Name, s.Range)))
		}
		out = append(out, "used by "+strings.Join(via, ", "))
	}
	if !f.Inside.IsZero() {
		out = append(out, words(inside(f, where)))
	}
	if f.Reason != "" {
		out = append(out, "cannot be decided: "+m.words(f.Reason))
	}
	if f.Suppression != nil {
		out = append(out, m.words(m.run.suppression(f.Suppression)))
	}
	return out
}

// instances names the resources that a finding affects.
func (m *markdown) instances(f *lint.Finding) string {
	var out []string
	for n, i := range f.Instances {
		if n == maxInstances {
			out = append(out, "and "+counted(len(f.Instances)-n, "more resource", "more resources"))
			break
		}
		out = append(out, m.instance(f, i))
	}
	return "in " + strings.Join(out, ", ")
}

func (m *markdown) instance(f *lint.Finding, i lint.Instance) string {
	var b strings.Builder
	b.WriteString(m.name(i.Address))
	if f.Instances[0].Unit != f.Instances[len(f.Instances)-1].Unit {
		b.WriteString(" of " + m.name(i.Unit))
	}
	if len(i.Sets) > 0 {
		b.WriteString(" with the variables of " + m.words(strings.Join(i.Sets, ", ")))
	}
	if i.Condition != "" {
		b.WriteString(" if it exists: " + m.words(i.Condition))
	}
	if i.Message != f.Message {
		b.WriteString(" (" + m.words(i.Message) + ")")
	}
	return b.String()
}

func (m *markdown) words(s string) string { return words(shorten(m.run.show(s), maxMessage)) }

func (m *markdown) name(s string) string { return code(shorten(m.run.show(s), maxName)) }

// troubles lists what went wrong, for as long as there is room.
func (m *markdown) troubles() string {
	all := m.run.troubles(source.Warning)
	if len(all) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("### Problems\n\n")
	for i, t := range all {
		entry := fmt.Sprintf("- **%s** %s: %s\n", t.level, code(t.place), m.words(t.message))
		if b.Len()+len(entry) > maxTroubles {
			fmt.Fprintf(&b, "- and %d more\n", len(all)-i)
			break
		}
		b.WriteString(entry)
	}
	b.WriteByte('\n')
	return b.String()
}

// links are the targets of links to the pages of rules. One for each rule takes
// less room than one for each finding.
func (r *Run) links() string {
	used := map[*rules.Rule]bool{}
	for _, f := range slices.Concat(r.Findings, r.Suppressed, r.Undecided) {
		used[f.Rule] = true
	}
	var b strings.Builder
	for _, rule := range r.Rules {
		if used[rule] && len(rule.Docs) > 0 {
			fmt.Fprintf(&b, "[%s]: %s\n", rule.ID, rule.Docs[0].URL)
		}
	}
	return b.String()
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// code writes text of the input as a code span, in which nothing is markup, a
// link, a mention or a reference. Characters that cannot be shown have been
// written out.
func code(s string) string {
	if s == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}

// words writes a message so that names of the input in it stay text: a word that
// could be markup, HTML, a link, a mention or a reference becomes code.
func words(s string) string {
	all := strings.Fields(clean(s))
	for i, w := range all {
		if bare := strings.TrimRight(w, ",.:;"); bare != "" && !innocent(bare) {
			all[i] = code(bare) + w[len(bare):]
		}
	}
	return strings.Join(all, " ")
}

// innocent reports whether a word means nothing to Markdown and to GitHub, which
// takes "GH-1" for a reference to an issue.
func innocent(word string) bool {
	for _, c := range word {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune(`-'"()/+%…`, c) {
			return false
		}
	}
	return !strings.Contains(strings.ToUpper(word), "GH-")
}
