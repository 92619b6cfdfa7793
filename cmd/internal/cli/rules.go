package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/cmd/internal/config"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

// usage is the help of a command besides linting.
func (c command) usage(fs *pflag.FlagSet) string {
	return fmt.Sprintf("ecslint %s: %s\n\n%s", strings.TrimSpace(c.name+" "+c.args), c.about, fs.FlagUsages())
}

func (c command) flags() *pflag.FlagSet { return pflag.NewFlagSet(c.name, pflag.ContinueOnError) }

// noArguments is the error of a command that takes none.
func noArguments(fs *pflag.FlagSet) error {
	if fs.NArg() > 0 {
		return fmt.Errorf("%s takes no argument: %s", fs.Name(), fs.Arg(0))
	}
	return nil
}

// explain prints the pages of rules.
func explain(c command, args []string, s streams) int {
	fs := c.flags()
	if status, done := parse(fs, args, s, func() string { return c.usage(fs) }); done {
		return status
	}
	if fs.NArg() == 0 {
		return s.fail(errors.New("explain: name a rule, such as ECS.5; ecslint rules lists them"))
	}
	var pages []string
	for _, name := range fs.Args() {
		rule, err := config.FindRule(name, catalog.All())
		if err != nil {
			return s.fail(err)
		}
		pages = append(pages, catalog.Page(rule))
	}
	return s.print(strings.Join(pages, "\n"))
}

// ruleNames are the IDs of all rules.
func ruleNames() []string {
	var out []string
	for _, r := range catalog.All() {
		out = append(out, r.ID)
	}
	return out
}

// listRules prints the table of rules.
func listRules(c command, args []string, s streams) int {
	fs := c.flags()
	format := fs.StringP("format", "f", "text", "`FORMAT` of the table: text, json, markdown")
	if status, done := parse(fs, args, s, func() string { return c.usage(fs) }); done {
		return status
	}
	if err := errors.Join(noArguments(fs), choice("format", *format, "text", "json", "markdown")); err != nil {
		return s.fail(err)
	}
	all := catalog.All()
	switch *format {
	case "json":
		text, err := rulesJSON(all)
		if err != nil {
			return s.fail(err)
		}
		return s.print(text)
	case "markdown":
		return s.print(rulesMarkdown(all))
	}
	return s.print(rulesText(all))
}

func rulesText(all []*rules.Rule) string {
	id, slug := 0, 0
	for _, r := range all {
		id, slug = max(id, len(r.ID)), max(slug, len(r.Slug))
	}
	var b strings.Builder
	for _, r := range all {
		fmt.Fprintf(&b, "%-*s  %-8s  %-*s  %s\n", id, r.ID, r.Severity, slug, r.Slug, r.Title)
	}
	return b.String()
}

// rulesMarkdown is a table of the rules with the document that each comes from.
func rulesMarkdown(all []*rules.Rule) string {
	var b strings.Builder
	b.WriteString("| ID | Name | Severity | Problem | Source |\n| --- | --- | --- | --- | --- |\n")
	for _, r := range all {
		source := ""
		if len(r.Docs) > 0 {
			source = fmt.Sprintf("[%s](%s)", r.Docs[0].Title, r.Docs[0].URL)
		}
		fmt.Fprintf(&b, "| %s | `%s` | %s | %s | %s |\n", r.ID, r.Slug, r.Severity, r.Title, source)
	}
	return b.String()
}

// ruleJSON is a rule as "rules --format json" prints it.
type ruleJSON struct {
	ID         string      `json:"id"`
	Slug       string      `json:"slug"`
	Module     string      `json:"module"`
	Severity   string      `json:"severity"`
	Title      string      `json:"title"`
	Why        string      `json:"why"`
	Fix        string      `json:"fix"`
	Notes      string      `json:"notes,omitempty"`
	Retired    string      `json:"retired,omitempty"`
	Docs       []linkJSON  `json:"docs"`
	Related    []string    `json:"related"`
	Parameters []paramJSON `json:"parameters"`
}

type linkJSON struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

type paramJSON struct {
	Name    string   `json:"name"`
	About   string   `json:"about"`
	Default []string `json:"default"`
}

func rulesJSON(all []*rules.Rule) (string, error) {
	out := make([]ruleJSON, len(all))
	for i, r := range all {
		out[i] = ruleJSON{
			ID: r.ID, Slug: r.Slug, Module: catalog.ModuleOf(r).Name, Severity: r.Severity.String(),
			Title: r.Title, Why: r.Why, Fix: r.Fix, Notes: r.Notes, Retired: r.Retired,
			Docs: []linkJSON{}, Related: append([]string{}, r.Related...), Parameters: []paramJSON{},
		}
		for _, l := range r.Docs {
			out[i].Docs = append(out[i].Docs, linkJSON(l))
		}
		for _, p := range r.Params {
			out[i].Parameters = append(out[i].Parameters, paramJSON{p.Name, p.About, append([]string{}, p.Default...)})
		}
	}
	b := &strings.Builder{}
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(out)
	return b.String(), err
}
