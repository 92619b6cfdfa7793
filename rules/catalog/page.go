package catalog

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/rules"
)

// Format is what an example is written in.
type Format uint8

// The formats, in the order of a page.
const (
	Terraform Format = iota
	CloudFormation
	TaskDefinition // in a file of its own
)

// String gives the format for people: "task definition".
func (f Format) String() string {
	switch f {
	case Terraform:
		return "Terraform"
	case CloudFormation:
		return "CloudFormation"
	case TaskDefinition:
		return "task definition"
	}
	return fmt.Sprintf("Format(%d)", uint8(f))
}

// language names the format's syntax behind the fence of a block of code.
func (f Format) language() string {
	switch f {
	case Terraform:
		return "hcl"
	case CloudFormation:
		return "yaml"
	case TaskDefinition:
	}
	return "json"
}

// Example shows a rule at work on code of one format. Both parts are fixtures.
type Example struct {
	Rule   string // the ID
	Format Format
	Avoid  string // the rule fails here
	Prefer string // and passes here
}

// Examples gives the examples of a rule in the formats that are asked for, as far
// as it has them; else that in Terraform, which every rule has.
func Examples(r *rules.Rule, formats ...Format) []Example {
	var out, fallback []Example
	for _, x := range examples {
		switch {
		case x.Rule != r.ID:
		case slices.Contains(formats, x.Format):
			out = append(out, x)
		case x.Format == Terraform:
			fallback = append(fallback, x)
		}
	}
	if len(out) == 0 {
		return fallback
	}
	return out
}

// Page renders everything that users read about a rule as Markdown. It begins
// with a heading of the first level, has no other, and ends with a line break. Its
// examples are those of [Examples].
func Page(r *rules.Rule, formats ...Format) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: %s\n\n", r.ID, r.Title)
	fmt.Fprintf(&b, "`%s` · severity %s · %s\n", r.Slug, r.Severity, ModuleOf(r).Title)
	if r.Retired != "" {
		fmt.Fprintf(&b, "\n**Retired:** %s\n", r.Retired)
	}
	fmt.Fprintf(&b, "\n**Why:** %s\n", r.Why)
	shown := Examples(r, formats...)
	for _, x := range shown {
		in := ""
		if len(shown) > 1 {
			in = " (" + x.Format.String() + ")"
		}
		const block = "\n**%s%s**\n\n```%s\n%s```\n"
		fmt.Fprintf(&b, block, "Avoid", in, x.Format.language(), x.Avoid)
		fmt.Fprintf(&b, block, "Prefer", in, x.Format.language(), x.Prefer)
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
	fmt.Fprintf(&b, "\n**Profiles:** `%s`\n", strings.Join(ProfilesOf(r), "`, `"))
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
		fmt.Fprintf(&b, "\n%s:\n", m.Title)
		if m.About != "" {
			b.WriteString("\n" + m.About)
		}
		fmt.Fprintf(&b, "\n| ID | Name | Severity | Problem |\n| --- | --- | --- | --- |\n")
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
