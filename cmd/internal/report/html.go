package report

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// The bounds of a page, so that a browser opens it at once.
const (
	maxCards    = 2_000 // findings
	maxMessages = 500   // of what went wrong
)

//go:embed report.css
var pageStyle string

//go:embed report.js
var pageScript string

// HTML is a page of its own, for a browser: every finding with its code, and
// filters. It loads nothing, and its security policy lets nothing else run than
// the script that it comes with. Without scripts only the filters are missing.
//
// The page is well-formed XML too. Package html/template would make the command
// start slower and a fifth larger, as it looks methods up by name, so that the
// linker has to keep all there are.
func HTML(w io.Writer, r *Run) error {
	p := &page{Writer: bufio.NewWriter(w), run: r}
	groups, troubles := r.groups(), r.troubles(source.Note)
	p.top(r.outcome())
	p.contents(groups, len(troubles))
	p.summary()
	p.filters(groups)
	for _, g := range groups {
		p.group(g)
	}
	p.troubles(troubles)
	p.rules(groups)
	p.bottom()
	return p.Flush()
}

// page writes an HTML report.
type page struct {
	*bufio.Writer
	run *Run
}

// markup is HTML with a verb %s for each text. It is a type of its own, so that
// only constants of this package are taken for it.
type markup string

// put writes markup with texts, which may come from the input.
func (p *page) put(m markup, texts ...string) {
	escaped := make([]any, len(texts))
	for i, t := range texts {
		escaped[i] = html.EscapeString(clean(t))
	}
	fmt.Fprintf(p.Writer, string(m), escaped...)
}

func (p *page) top(title string) {
	p.put(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<title>ecslint: %s</title>
<style>`, policy(pageStyle), policy(pageScript), title)
	p.WriteString(pageStyle)
	p.put(`</style>
</head>
<body>
<header>
<h1>ecslint: %s</h1>
`, title)
}

// contents links the parts of the page.
func (p *page) contents(groups []group, troubles int) {
	p.put("<nav aria-label=\"Contents\"><ul>\n")
	for _, g := range groups {
		p.put("<li><a href=\"#%s\">%s</a></li>\n", g.state, g.heading())
	}
	if troubles > 0 {
		p.put("<li><a href=\"#problems\">Problems (%s)</a></li>\n", strconv.Itoa(troubles))
	}
	if len(groups) > 0 {
		p.put("<li><a href=\"#rules\">Rules</a></li>\n")
	}
	p.put("</ul></nav>\n</header>\n<main>\n")
}

// policy allows an inline style or script by its bytes.
func policy(text string) string {
	h := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(h[:]) + "'"
}

func (p *page) bottom() {
	p.put("</main>\n<footer>ecslint %s</footer>\n<script>", p.run.Version)
	p.WriteString(pageScript)
	p.put("</script>\n</body>\n</html>\n")
}

// group is the findings of one state.
type group struct {
	state, title string
	findings     []*lint.Finding // that are shown
	left         []*lint.Finding // for which there is no room
}

func (g group) heading() string { return fmt.Sprintf("%s (%d)", g.title, len(g.findings)+len(g.left)) }

// groups gives the findings that are shown, what is new first, and those for
// which there is no room. Groups are never empty.
func (r *Run) groups() []group {
	known, ignored := r.suppressed()
	all := []group{
		{state: "new", title: "Findings", findings: worstFirst(r.Findings)},
		{state: "undecided", title: "Undecided"},
		{state: "known", title: "Known findings", findings: known},
		{state: "ignored", title: "Ignored findings", findings: ignored},
	}
	if len(known) > 0 {
		all[0].title = "New findings"
	}
	if r.ShowUndecided {
		all[1].findings = worstFirst(r.Undecided)
	}
	room := maxCards
	for i := range all {
		g := &all[i]
		n := min(room, len(g.findings))
		g.findings, g.left = g.findings[:n], g.findings[n:]
		room -= n
	}
	return slices.DeleteFunc(all, func(g group) bool { return len(g.findings)+len(g.left) == 0 })
}

// summary counts findings, checks and resources.
func (p *page) summary() {
	p.put("<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">Summary</h2>\n<div class=\"tiles\">\n")
	known, ignored := p.run.suppressed()
	found := make(map[rules.Severity]int)
	for _, f := range p.run.Findings {
		found[f.Severity]++
	}
	p.openTile("Findings")
	for _, s := range severities {
		p.figure(s.String(), found[s])
	}
	p.figure("known", len(known))
	p.figure("ignored", len(ignored))
	if n := p.run.Elsewhere; n > 0 {
		p.figure("not part of the change", n)
	}
	p.closeTile()

	v := p.run.Verdicts()
	p.openTile("Checks")
	p.figure("passed", v[rules.Passed])
	p.figure("failed", v[rules.Failed])
	p.figure("undecided", v[rules.Undecided])
	p.figure("not applicable", v[rules.NotApplicable])
	p.closeTile()

	if len(p.run.Resources) > 0 {
		p.openTile("Resources")
		for _, kind := range slices.Sorted(maps.Keys(p.run.Resources)) {
			p.figure(noun(kind), p.run.Resources[kind])
		}
		p.closeTile()
	}
	p.put("</div>\n</section>\n")
}

func (p *page) openTile(title string) { p.put("<div class=\"tile\"><h3>%s</h3><dl>\n", title) }
func (p *page) closeTile()            { p.put("</dl></div>\n") }

func (p *page) figure(name string, n int) {
	p.put("<div><dt>%s</dt><dd>%s</dd></div>\n", name, strconv.Itoa(n))
}

// filters is the form by which the script of the page chooses among the
// findings. It is hidden until the script runs.
func (p *page) filters(groups []group) {
	if len(groups) == 0 {
		return
	}
	severe, ruleIDs, files := make(map[rules.Severity]bool), make(map[string]bool), make(map[string]bool)
	for _, g := range groups {
		for _, f := range g.findings {
			severe[f.Severity], ruleIDs[f.Rule.ID], files[f.Range.File.Name] = true, true, true
		}
	}
	p.put("<form id=\"filters\" hidden=\"hidden\" autocomplete=\"off\" role=\"search\" aria-label=\"Filter the findings\">\n")
	p.put("<fieldset><legend>Severity</legend>\n")
	for _, s := range severities {
		if severe[s] {
			p.box("severity", s.String())
		}
	}
	p.put("</fieldset>\n<fieldset><legend>State</legend>\n")
	for _, g := range groups {
		p.box("state", g.state)
	}
	p.put("</fieldset>\n")
	var ids []string
	for _, rule := range p.run.Rules { // in the order of the documentation
		if ruleIDs[rule.ID] {
			ids = append(ids, rule.ID)
		}
	}
	p.choice("rule", "Rule", ids)
	p.choice("file", "File", slices.Sorted(maps.Keys(files)))
	p.put(`<label for="text">Text <input id="text" name="text" type="search"/></label>
<button type="reset">Reset</button>
<p id="shown" role="status"></p>
</form>
`)
}

func (p *page) box(name, value string) {
	p.put("<label><input type=\"checkbox\" name=\"%s\" value=\"%s\" checked=\"checked\"/> %s</label>\n", name, value, value)
}

func (p *page) choice(name, title string, values []string) {
	p.put("<label for=\"%s\">%s <select id=\"%s\" name=\"%s\">\n<option value=\"\">all</option>\n", name, title, name, name)
	for _, v := range values {
		p.put("<option>%s</option>\n", v)
	}
	p.put("</select></label>\n")
}

func (p *page) group(g group) {
	p.put("<section class=\"group\" aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", g.state, g.state, g.heading())
	for _, f := range g.findings {
		p.card(f, g.state)
	}
	if len(g.left) > 0 {
		p.put("<p>Left out to keep the page short: %s (%s).</p>\n", counted(len(g.left), "finding", "findings"), bySeverity(g.left))
	}
	p.put("</section>\n")
}

// troubles lists what went wrong.
func (p *page) troubles(all []trouble) {
	if len(all) == 0 {
		return
	}
	p.put("<section aria-labelledby=\"problems\">\n<h2 id=\"problems\">Problems (%s)</h2>\n<ul class=\"problems\">\n", strconv.Itoa(len(all)))
	for _, t := range all[:min(len(all), maxMessages)] {
		p.put("<li><span class=\"badge %s\">%s</span> <code>%s</code>: %s</li>\n", t.level, t.level, t.place, t.message)
	}
	if n := len(all) - maxMessages; n > 0 {
		p.put("<li>and %s more</li>\n", strconv.Itoa(n))
	}
	p.put("</ul>\n</section>\n")
}

// rules explains the rules of the findings that are shown.
func (p *page) rules(groups []group) {
	found := map[*rules.Rule]bool{}
	for _, g := range groups {
		for _, f := range g.findings {
			found[f.Rule] = true
		}
	}
	if len(found) == 0 {
		return
	}
	p.put("<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">Rules</h2>\n")
	for _, rule := range p.run.Rules {
		if found[rule] {
			p.rule(rule)
		}
	}
	p.put("</section>\n")
}

func (p *page) rule(r *rules.Rule) {
	p.put("<section class=\"rule\" id=\"%s\">\n<h3>%s: %s</h3>\n", r.ID, r.ID, r.Title)
	p.put("<p><code>%s</code>, severity %s</p>\n", r.Slug, r.Severity.String())
	for _, part := range []struct{ title, text string }{
		{"Retired", r.Retired}, {"Why", r.Why}, {"Fix", r.Fix}, {"Notes", r.Notes},
	} {
		if part.text != "" {
			p.put("<p><strong>%s:</strong> ", part.title)
			p.prose(part.text)
			p.put("</p>\n")
		}
	}
	if len(r.Related) > 0 {
		p.put("<p><strong>Related requirements:</strong> %s</p>\n", strings.Join(r.Related, ", "))
	}
	p.put("<ul>\n")
	for _, l := range r.Docs {
		p.put("<li><a href=\"%s\" rel=\"noreferrer\">%s</a></li>\n", l.URL, l.Title)
	}
	p.put("</ul>\n</section>\n")
}
