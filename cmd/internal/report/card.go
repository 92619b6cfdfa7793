package report

import (
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// maxListed is how many resources of a finding are on a page.
const maxListed = 20

// card shows one finding.
func (p *page) card(f *lint.Finding, state string) {
	severity := f.Severity.String()
	p.put("<article id=\"%s\" class=\"card %s\" data-severity=\"%s\" data-state=\"%s\" data-rule=\"%s\" data-file=\"%s\">\n",
		f.Key, severity, severity, state, f.Rule.ID, f.Range.File.Name)
	p.put("<h3><span class=\"badge\">%s</span> <a href=\"#%s\">%s</a> <span class=\"message\">%s</span></h3>\n",
		severity, f.Rule.ID, f.Rule.ID, p.run.headline(f, f.Message))
	p.put("<p class=\"place\"><a href=\"#%s\"><code>%s</code></a></p>\n", f.Key, where(f.Range.File.Name, f.Range))
	p.code(f.Range)
	p.put("<dl>\n")
	if f.Suppression != nil {
		p.put("<dt>Left out</dt><dd>%s</dd>\n", p.run.suppression(f.Suppression))
	}
	if f.Reason != "" {
		p.put("<dt>Cannot be decided</dt><dd>%s</dd>\n", p.run.Mask.Text(f.Reason))
	}
	if !f.Inside.IsZero() {
		p.put("<dt>More exactly</dt><dd>%s</dd>\n", inside(f, where))
	}
	p.trail(f)
	p.instances(f)
	p.put("<dt>What to do</dt><dd>")
	p.prose(f.Rule.Fix)
	p.put("</dd>\n")
	for _, fix := range f.Fixes {
		p.fix(fix)
	}
	p.put("</dl>\n</article>\n")
}

// trail shows the way from the place of the finding to the resource.
func (p *page) trail(f *lint.Finding) {
	if len(f.Trail) == 0 {
		return
	}
	p.put("<dt>Written here and used by</dt><dd><ol>\n")
	for _, s := range f.Trail {
		p.put("<li>%s at <code>%s</code>", p.run.Mask.Text(s.String()), where(s.Range.File.Name, s.Range))
		p.put("<pre>")
		p.line(s.Range.FirstLine())
		p.put("</pre></li>\n")
	}
	p.put("</ol></dd>\n")
}

// instances lists the resources that a finding affects.
func (p *page) instances(f *lint.Finding) {
	p.put("<dt>In</dt><dd><ul>\n")
	units := f.Instances[0].Unit != f.Instances[len(f.Instances)-1].Unit
	for _, i := range f.Instances[:min(len(f.Instances), maxListed)] {
		p.put("<li>")
		if i.Resource.IsZero() || i.Address != i.Resource.File.Name { // as it is of a task definition in a file of its own
			p.put("<code>%s</code>", p.run.Mask.Text(i.Address))
		}
		if !i.Resource.IsZero() {
			p.put(" at <code>%s</code>", where(i.Resource.File.Name, i.Resource))
		}
		if i.Path != "" {
			p.put(", <code>%s</code>", p.run.Mask.Text(i.Path))
		}
		if units {
			p.put(", of <code>%s</code>", i.Unit)
		}
		if len(i.Sets) > 0 {
			p.put(", with the variables of %s", p.run.Mask.Text(strings.Join(i.Sets, ", ")))
		}
		if i.Condition != "" {
			p.put(", if it exists: <code>%s</code>", p.run.Mask.Text(i.Condition))
		}
		if i.Message != f.Message {
			p.put(": %s", p.run.Mask.Text(i.Message))
		}
		p.put("</li>\n")
	}
	if n := len(f.Instances) - maxListed; n > 0 {
		p.put("<li>and %s</li>\n", counted(n, "more resource", "more resources"))
	}
	p.put("</ul></dd>\n")
}

// fix shows what a fix would write.
func (p *page) fix(f rules.Fix) {
	p.put("<dt>Fix</dt><dd>%s", p.run.Mask.Text(f.Message))
	for _, e := range f.Edits {
		p.put("<br/><code>%s</code>", where(e.Range.File.Name, e.Range))
		p.quote("<del>%s</del>\n", p.run.Mask.Range(e.Range))
		p.quote("<ins>%s</ins>\n", p.run.Mask.Text(e.NewText))
	}
	p.put("</dd>\n")
}

// quote shows the lines of a text, each in markup.
func (p *page) quote(line markup, text string) {
	if text == "" {
		return
	}
	p.put("<pre>")
	for l := range strings.Lines(text) {
		p.put(line, strings.TrimRight(l, "\r\n"))
	}
	p.put("</pre>")
}

// code shows the line of a finding between its neighbours.
func (p *page) code(r source.Range) {
	n := r.File.Position(r.Start).Line
	p.put("<pre>")
	if n > 1 {
		p.neighbour(r.File, n-1)
	}
	p.line(r)
	if n < r.File.Lines() {
		p.neighbour(r.File, n+1)
	}
	p.put("</pre>\n")
}

// line shows the line on which r starts, with r marked.
func (p *page) line(r source.Range) {
	before, marked, after := split(newFrame(r, &p.run.Mask, defaultWidth))
	p.put("<span class=\"line\"><span class=\"number\">%s</span> %s<mark>%s</mark>%s\n</span>",
		strconv.Itoa(r.File.Position(r.Start).Line), before, marked, after)
}

func (p *page) neighbour(f *source.File, n int) {
	l := f.Line(n)
	l.End = l.Start
	p.put("<span class=\"line\"><span class=\"number\">%s</span> %s\n</span>", strconv.Itoa(n), newFrame(l, &p.run.Mask, defaultWidth).code)
}

// split gives the line of a frame in front of its mark, in it and behind it. The
// mark is never empty, and accents stay with their letters.
func split(f frame) (before, marked, after string) {
	column, from, to := 0, len(f.code), len(f.code)
	for i, c := range f.code {
		width := columns(c)
		if width > 0 && column >= f.start {
			from = min(from, i)
		}
		if width > 0 && column >= f.start+f.width {
			to = min(to, i)
		}
		column += width
	}
	if marked = f.code[from:to]; marked == "" {
		marked = " "
	}
	return f.code[:from], marked, f.code[to:]
}

// prose writes the little Markdown that rules use: code in backquotes.
func (p *page) prose(s string) {
	for i, part := range strings.Split(s, "`") {
		if i%2 == 1 {
			p.put("<code>%s</code>", part)
		} else {
			p.put("%s", part)
		}
	}
}
