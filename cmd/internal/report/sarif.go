package report

import (
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/sarif"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

const projectURI = "https://github.com/ecslint/ecslint"

// SARIF is the report for code scanning. It shows what fails for certain and
// nothing else: GitHub makes an alert of every result, whatever its kind.
func SARIF(w io.Writer, r *Run) error {
	b := &sarifBuilder{run: r, rules: map[*rules.Rule]int{}, hashes: map[*source.File][]string{}}
	driver := sarif.Driver{Name: "ecslint", Version: r.Version, InformationURI: projectURI, Rules: []sarif.Rule{}}
	for i, rule := range r.Rules {
		b.rules[rule] = i
		driver.Rules = append(driver.Rules, sarifRule(rule))
	}
	results := []sarif.Result{}
	for _, f := range r.Findings {
		results = append(results, b.result(f))
	}
	return encode(w, sarif.Log{Schema: sarif.SchemaURI, Version: sarif.Version, Runs: []sarif.Run{{
		Tool:        sarif.Tool{Driver: driver},
		Invocations: []sarif.Invocation{b.invocation()},
		OriginalURIBaseIDs: map[string]sarif.ArtifactLocation{
			sarif.SourceRoot: {Description: &sarif.Message{Text: "The root of the repository."}},
		},
		Results:    results,
		ColumnKind: sarif.UTF16,
		Properties: map[string]any{"resources": r.Resources, "verdicts": r.verdicts()},
	}}})
}

// GitHub's limits for the texts of a rule, in characters, and for its tags.
const (
	maxDescription = 1024
	maxTags        = 10
)

func sarifRule(r *rules.Rule) sarif.Rule {
	out := sarif.Rule{
		ID:               r.ID,
		Name:             pascal(r.Slug),
		ShortDescription: sarif.Message{Text: sentence(r.Title)},
		FullDescription:  sarif.Message{Text: shorten(sentence(r.Title)+" "+r.Why, maxDescription)},
		Help:             sarif.Message{Text: r.Why + "\n\n" + r.Fix, Markdown: catalog.Page(r)},
		MessageStrings:   map[string]sarif.Message{messageID: {Text: strings.TrimSuffix(r.Title, ".") + ": '{0}'."}},
		DefaultConfiguration: sarif.Configuration{
			Level: level(r.Severity),
		},
		Properties: sarif.RuleProperties{Precision: "high", SecuritySeverity: securitySeverity(r.Severity)},
	}
	if len(r.Docs) > 0 {
		out.HelpURI = r.Docs[0].URL
	}
	for _, tag := range slices.Concat([]string{"security", "aws", "ecs"}, r.Related) {
		if len(out.Properties.Tags) < maxTags && !slices.Contains(out.Properties.Tags, tag) {
			out.Properties.Tags = append(out.Properties.Tags, tag)
		}
	}
	return out
}

// messageID is the key of the one message string that a rule has.
const messageID = "default"

func level(s rules.Severity) string {
	switch s {
	case rules.Critical, rules.High:
		return "error"
	case rules.Medium:
		return "warning"
	case rules.Low:
	}
	return "note"
}

// securitySeverity is GitHub's scale: critical above 9, high from 7, medium from
// 4.
func securitySeverity(s rules.Severity) string {
	switch s {
	case rules.Critical:
		return "9.5"
	case rules.High:
		return "8.0"
	case rules.Medium:
		return "5.5"
	case rules.Low:
	}
	return "2.0"
}

// pascal writes a slug in strict Pascal case: "public-ip" as "PublicIp".
func pascal(slug string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(slug, "-") {
		if part != "" {
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return b.String()
}

func sentence(s string) string {
	if strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// shorten cuts a text after a number of characters.
func shorten(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// sarifBuilder makes results.
type sarifBuilder struct {
	run    *Run
	rules  map[*rules.Rule]int
	hashes map[*source.File][]string // of lines, for files with findings
}

// maxRelated bounds the related locations of a result: GitHub shows no more than
// its first hundred, and nobody reads as many.
const maxRelated = 20

func (b *sarifBuilder) result(f *lint.Finding) sarif.Result {
	message := b.run.Mask.Text(f.Message)
	text := unlinked(message)
	var related []sarif.Location
	link := func(label string, r source.Range) string {
		l := b.location(r, false)
		l.ID = len(related) + 1
		l.Message = &sarif.Message{Text: label}
		related = append(related, l)
		return "[" + inLabel.Replace(label) + "](" + strconv.Itoa(l.ID) + ")"
	}
	switch {
	case f.Generated:
		text += ", in " + link("the generated template", f.Inside)
	case !f.Inside.IsZero():
		text += ", " + inside(f, func(name string, r source.Range) string {
			return unlinked(name) + ":" + strconv.Itoa(r.File.Position(r.Start).Line)
		})
	}
	var via, in []string
	for _, s := range f.Trail[:min(len(f.Trail), maxRelated/2)] {
		via = append(via, link(b.run.Mask.Text(s.String()), s.Range.FirstLine()))
	}
	var addresses []string
	for _, i := range f.Instances {
		address := b.run.Mask.Text(i.Address)
		if !slices.Contains(addresses, address) {
			addresses = append(addresses, address)
		}
		if len(related) < maxRelated && !i.Resource.IsZero() {
			if label := link(address, i.Resource); i.Message == f.Message {
				in = append(in, label)
			} else {
				in = append(in, label+" ("+unlinked(b.run.Mask.Text(i.Message))+")")
			}
		}
	}
	if len(via) > 0 {
		text += "; written here and used by " + strings.Join(via, ", ")
	}
	if len(in) > 0 {
		text += "; in " + strings.Join(in, ", ")
	}
	if n := len(addresses) - len(in); len(in) > 0 && n > 0 {
		text += " and " + strconv.Itoa(n) + " more"
	}

	at := b.location(f.Range, true)
	for _, i := range f.Instances[:min(len(f.Instances), maxRelated)] {
		name := i.Address
		if i.Path != "" {
			name += "." + i.Path
		}
		l := sarif.LogicalLocation{FullyQualifiedName: b.run.Mask.Text(name), Kind: "resource"}
		if !slices.Contains(at.LogicalLocations, l) { // GitHub rejects duplicates
			at.LogicalLocations = append(at.LogicalLocations, l)
		}
	}
	properties := map[string]any{"resources": addresses}
	if sets := f.Sets(); len(sets) > 0 {
		properties["sets"] = sets
	}
	return sarif.Result{
		RuleID:    f.Rule.ID,
		RuleIndex: b.rules[f.Rule],
		Level:     level(f.Rule.Severity),
		Message:   sarif.Message{Text: sentence(text), ID: messageID, Arguments: []string{message}},
		Locations: []sarif.Location{at}, RelatedLocations: related,
		PartialFingerprints: map[string]string{
			"primaryLocationLineHash": b.lineHash(f.Range),
			"ecslint/v1":              f.Key,
		},
		Properties: properties,
	}
}

// inLabel escapes what would end the label of a link.
var inLabel = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)

// unlinked keeps text of the input from being read as a link.
func unlinked(s string) string { return strings.ReplaceAll(s, "](", "] (") }

// maxSnippet bounds the text of a region, in bytes. The code of a file in one
// line helps nobody.
const maxSnippet = 400

// location gives the place of a range, which lies in one line. With code it has
// the text and the lines around it.
func (b *sarifBuilder) location(r source.Range, code bool) sarif.Location {
	start, end := r.Positions()
	region := &sarif.Region{StartLine: start.Line, StartColumn: start.UTF16, EndLine: end.Line, EndColumn: end.UTF16}
	l := sarif.Location{PhysicalLocation: sarif.PhysicalLocation{ArtifactLocation: artifact(r.File.Name), Region: region}}
	if !code {
		return l
	}
	if r.End-r.Start <= maxSnippet {
		region.Snippet = &sarif.Snippet{Text: b.run.Mask.Range(r)}
	}
	first, last := max(1, start.Line-1), min(r.File.Lines(), end.Line+1)
	around := source.Range{File: r.File, Start: r.File.Line(first).Start, End: r.File.Line(last).End}
	if around != r && around.Contains(r) && around.End-around.Start <= 3*maxSnippet {
		from, to := around.Positions()
		l.PhysicalLocation.ContextRegion = &sarif.Region{
			StartLine: from.Line, StartColumn: from.UTF16, EndLine: to.Line, EndColumn: to.UTF16,
			Snippet: &sarif.Snippet{Text: b.run.Mask.Range(around)},
		}
	}
	return l
}

func artifact(name string) sarif.ArtifactLocation {
	return sarif.ArtifactLocation{URI: sarif.URI(name), URIBaseID: sarif.SourceRoot}
}

// lineHash is the fingerprint of the line on which a range begins.
func (b *sarifBuilder) lineHash(r source.Range) string {
	hashes, ok := b.hashes[r.File]
	if !ok {
		hashes = sarif.LineHashes(r.File.Bytes)
		b.hashes[r.File] = hashes
	}
	// Hashing takes a lone carriage return for the end of a line, so it never
	// counts fewer lines.
	return hashes[min(r.File.Position(r.Start).Line, len(hashes))-1]
}

// invocation says how the run went.
func (b *sarifBuilder) invocation() sarif.Invocation {
	inv := sarif.Invocation{ExecutionSuccessful: b.run.Status < 2, ExitCode: b.run.Status}
	for _, p := range b.run.Problems {
		n := sarif.Notification{Level: p.Level.String(), Message: sarif.Message{Text: sentence(b.run.problemText(p))}}
		switch name := p.Path(); {
		case !p.Range.IsZero():
			n.Locations = []sarif.Location{b.location(p.Range.FirstLine(), false)}
		case name != "" && !path.IsAbs(name) && name != ".." && !strings.HasPrefix(name, "../"):
			n.Locations = []sarif.Location{{PhysicalLocation: sarif.PhysicalLocation{ArtifactLocation: artifact(name)}}}
		}
		inv.ToolExecutionNotifications = append(inv.ToolExecutionNotifications, n)
	}
	for _, d := range b.run.Defects {
		inv.ToolExecutionNotifications = append(inv.ToolExecutionNotifications, sarif.Notification{
			Level:     "error",
			Message:   sarif.Message{Text: sentence("defect of ecslint: " + b.run.Mask.Text(d.Error))},
			Locations: []sarif.Location{{PhysicalLocation: sarif.PhysicalLocation{ArtifactLocation: artifact(d.Unit)}}},
		})
	}
	return inv
}
