package catalog

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/rules"
)

// Example shows a rule at work on Terraform code. Both parts are fixtures.
type Example struct {
	Avoid  string // the rule fails here
	Prefer string // and passes here
}

// ExampleOf gives the example of a rule; the zero Example if it has none.
func ExampleOf(r *rules.Rule) Example { return examples[r.ID] }

// Page renders everything that users read about a rule as Markdown. It begins
// with a heading of the first level, has no other, and ends with a line break.
func Page(r *rules.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: %s\n\n", r.ID, r.Title)
	fmt.Fprintf(&b, "`%s` · severity %s · %s\n", r.Slug, r.Severity, ModuleOf(r).Title)
	if r.Retired != "" {
		fmt.Fprintf(&b, "\n**Retired:** %s\n", r.Retired)
	}
	fmt.Fprintf(&b, "\n**Why:** %s\n", r.Why)
	if ex := ExampleOf(r); ex != (Example{}) {
		fmt.Fprintf(&b, "\n**Avoid**\n\n```hcl\n%s```\n\n**Prefer**\n\n```hcl\n%s```\n", ex.Avoid, ex.Prefer)
	}
	fmt.Fprintf(&b, "\n**Fix:** %s\n", r.Fix)
	if r.Notes != "" {
		fmt.Fprintf(&b, "\n**Notes:** %s\n", r.Notes)
	}
	if len(r.Params) > 0 {
		b.WriteString("\n**Parameters**\n\n")
		for _, p := range r.Params {
			fmt.Fprintf(&b, "- `%s`: %s (%s)\n", p.Name, p.About, defaultOf(p))
		}
	}
	if len(r.Related) > 0 {
		fmt.Fprintf(&b, "\n**Related requirements:** %s\n", strings.Join(r.Related, ", "))
	}
	b.WriteString("\n**Documentation**\n\n")
	for _, l := range r.Docs {
		fmt.Fprintf(&b, "- [%s](%s)\n", l.Title, l.URL)
	}
	return b.String()
}

func defaultOf(p rules.Param) string {
	if len(p.Default) == 0 {
		return "no default"
	}
	return "default `" + strings.Join(p.Default, "`, `") + "`"
}

// Manual renders the pages of all rules behind a table of them, as it stands in
// rules/README.md.
func Manual() string {
	var b strings.Builder
	b.WriteString("<!-- Generated from the rules and their fixtures by `go generate ./rules/...`; do not edit. -->\n\n# Rules\n")
	for _, m := range Modules {
		fmt.Fprintf(&b, "\n%s:\n\n| ID | Name | Severity | Problem |\n| --- | --- | --- | --- |\n", m.Title)
		for _, r := range m.Rules {
			problem := r.Title
			if r.Retired != "" {
				problem += " (retired by AWS)"
			}
			fmt.Fprintf(&b, "| [%s](#%s) | `%s` | %s | %s |\n", r.ID, anchor(r), r.Slug, r.Severity, problem)
		}
	}
	for _, r := range All() {
		b.WriteString("\n#" + Page(r))
	}
	return b.String()
}

// anchor is the fragment that GitHub gives to the heading of a rule's page: in
// lower case, hyphens for spaces, without other punctuation.
func anchor(r *rules.Rule) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == ' ':
			return '-'
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-':
			return c
		}
		return -1
	}, strings.ToLower(r.ID+": "+r.Title))
}
