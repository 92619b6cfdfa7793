package report

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/sarif"
	"github.com/ecslint/ecslint/parsers/source"
)

// Bounds of a result. GitHub shows a hundred locations, and nobody reads as many
// links in a sentence. The name of a resource may be as long as a file.
const (
	maxFlow    = 100
	maxRelated = 20
	maxText    = 1024 // characters
	maxLabel   = 256
)

func (b *sarifBuilder) result(e entry) sarif.Result {
	message := shorten(b.run.Mask.Text(e.Message), maxText)
	text, related := b.text(e, message)
	var addresses []string
	at := b.shown(e.Range)
	for _, i := range e.Instances {
		address := b.address(i)
		if !slices.Contains(addresses, address) {
			addresses = append(addresses, address)
		}
		if len(at.LogicalLocations) == maxRelated {
			continue
		}
		name := address
		if i.Path != "" {
			name = shorten(b.run.Mask.Text(i.Address+"."+i.Path), maxText)
		}
		l := sarif.LogicalLocation{FullyQualifiedName: name, Kind: "resource"}
		if !slices.Contains(at.LogicalLocations, l) { // GitHub rejects duplicates
			at.LogicalLocations = append(at.LogicalLocations, l)
		}
	}
	properties := map[string]any{"resources": addresses}
	if sets := e.Sets(); len(sets) > 0 {
		properties["sets"] = sets
	}
	if len(e.Rule.Related) > 0 {
		properties["tags"] = e.Rule.Related
	}
	out := sarif.Result{
		RuleID:           e.Rule.ID,
		RuleIndex:        b.rules[e.Rule],
		Level:            level(e.Severity),
		Message:          sarif.Message{Text: sentence(text), ID: messageID, Arguments: []string{message}},
		Locations:        []sarif.Location{at},
		RelatedLocations: related,
		CodeFlows:        b.codeFlows(e.Finding),
		PartialFingerprints: map[string]string{
			"primaryLocationLineHash": b.lineHash(e.Range),
			"ecslint/v1":              e.Key,
		},
		Fixes:      b.fixes(e.Finding),
		Properties: properties,
	}
	if e.role == undecided {
		out.Kind, out.Level = "open", "none"
	}
	if b.run.IncludeSuppressed { // the standard wants it of all results or of none
		out.Suppressions = b.suppressions(e.Suppression)
	}
	return out
}

func (b *sarifBuilder) address(i lint.Instance) string {
	return shorten(b.run.Mask.Text(i.Address), maxLabel)
}

// links are the related locations of a result, to which its message links.
type links struct{ locations []sarif.Location }

// to gives the text of a link to a place.
func (l *links) to(label string, r source.Range) string {
	at := location(r)
	at.ID = len(l.locations) + 1
	at.Message = &sarif.Message{Text: label}
	l.locations = append(l.locations, at)
	return "[" + inLabel.Replace(label) + "](" + strconv.Itoa(at.ID) + ")"
}

// text says what is wrong, how the value came to where it is used, and in which
// resources.
func (b *sarifBuilder) text(e entry, message string) (string, []sarif.Location) {
	var l links
	text := unlinked(message)
	if e.role == undecided {
		text = "undecided: " + text + " (" + unlinked(b.run.Mask.Text(e.Reason)) + ")"
	}
	switch {
	case e.Generated:
		text += ", in " + l.to("the generated template", e.Inside)
	case !e.Inside.IsZero():
		text += ", " + inside(e.Finding, func(name string, r source.Range) string {
			return unlinked(name) + ":" + strconv.Itoa(r.File.Position(r.Start).Line)
		})
	}
	var via []string
	for _, s := range e.Trail[:min(len(e.Trail), maxRelated/2)] {
		via = append(via, l.to(shorten(b.run.Mask.Text(s.String()), maxLabel), s.Range.FirstLine()))
	}
	if len(via) > 0 {
		text += "; written here and used by " + strings.Join(via, ", ")
	}
	return text + b.resources(e, &l), l.locations
}

// resources names the resources that a finding is about.
func (b *sarifBuilder) resources(e entry, l *links) string {
	var in, addresses []string
	for _, i := range e.Instances {
		address := b.address(i)
		if !slices.Contains(addresses, address) {
			addresses = append(addresses, address)
		}
		if len(l.locations) == maxRelated || i.Resource.IsZero() {
			continue
		}
		label := l.to(address, i.Resource)
		if i.Message != e.Message {
			label += " (" + unlinked(shorten(b.run.Mask.Text(i.Message), maxText)) + ")"
		}
		in = append(in, label)
	}
	if len(in) == 0 {
		return ""
	}
	text := "; in " + strings.Join(in, ", ")
	if n := len(addresses) - len(in); n > 0 {
		text += " and " + strconv.Itoa(n) + " more"
	}
	return text
}

// inLabel escapes what would end the label of a link.
var inLabel = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)

// unlinked keeps text of the input from being read as a link.
func unlinked(s string) string { return strings.ReplaceAll(s, "](", "] (") }

// codeFlows gives the way of a value from where it is written to the resource.
func (b *sarifBuilder) codeFlows(f *lint.Finding) []sarif.CodeFlow {
	if len(f.Trail) == 0 && !f.Generated {
		return nil
	}
	var steps []sarif.ThreadFlowLocation
	step := func(label string, r source.Range, importance string) {
		at := location(r)
		at.Message = &sarif.Message{Text: label}
		steps = append(steps, sarif.ThreadFlowLocation{Location: at, Importance: importance})
	}
	if f.Generated {
		step("the line that makes the resource", f.Range, "essential")
		step("the generated template", f.Inside, "")
	} else {
		step("written here", f.Range, "essential")
	}
	for _, s := range f.Trail[:min(len(f.Trail), maxFlow-3)] {
		step(shorten(b.run.Mask.Text(s.String()), maxLabel), s.Range.FirstLine(), "")
	}
	if i := f.Instances[0]; !i.Resource.IsZero() {
		step(b.address(i), i.Resource, "essential")
	}
	return []sarif.CodeFlow{{ThreadFlows: []sarif.ThreadFlow{{Locations: steps}}}}
}

// suppressions says why a finding is accepted. They are empty, not nil, for one
// that is not.
func (b *sarifBuilder) suppressions(s *lint.Suppression) []sarif.Suppression {
	if s == nil {
		return []sarif.Suppression{}
	}
	out := sarif.Suppression{Kind: "external", Status: "accepted", Justification: b.run.Mask.Text(s.Reason)}
	switch s.Kind {
	case lint.InSource:
		out.Kind = "inSource"
	case lint.Known:
		out.Justification = "listed in the baseline"
	case lint.Configured:
	}
	if s.Until != "" {
		out.Justification += " (until " + s.Until + ")"
	}
	if !s.Range.IsZero() && filepath.IsLocal(s.Range.File.Name) {
		at := location(s.Range.FirstLine())
		out.Location = &at
	}
	return []sarif.Suppression{out}
}

// maxSnippet bounds the text of a region on either side, in bytes: a template may
// be one line of megabytes.
const maxSnippet = 400

// location is a range as a place.
func location(r source.Range) sarif.Location {
	region := regionOf(r)
	return sarif.Location{PhysicalLocation: sarif.PhysicalLocation{ArtifactLocation: artifact(r.File.Name), Region: &region}}
}

func regionOf(r source.Range) sarif.Region {
	start, end := r.Positions()
	return sarif.Region{StartLine: start.Line, StartColumn: start.UTF16, EndLine: end.Line, EndColumn: end.UTF16}
}

// shown is a range, which lies in one line, as a place with its code and the code
// around it.
func (b *sarifBuilder) shown(r source.Range) sarif.Location {
	l := location(r)
	l.PhysicalLocation.Region.Snippet = b.snippet(r, maxSnippet)
	around := surroundings(r)
	context := regionOf(around)
	if around == r {
		// Nothing is around it. The region that holds it and more is then the line
		// as such, which has no columns.
		context.StartColumn, context.EndColumn = 0, 0
	}
	context.Snippet = b.snippet(around, 3*maxSnippet)
	l.PhysicalLocation.ContextRegion = &context
	return l
}

// surroundings gives the lines of a range and those next to it, as far as they are
// near.
func surroundings(r source.Range) source.Range {
	start, end := r.Positions()
	f := r.File
	from := f.Line(max(1, start.Line-1)).Start
	to := f.Line(min(f.Lines(), end.Line+1)).End
	if r.Start-from > maxSnippet {
		from = r.Start - maxSnippet
		for from < r.Start && !utf8.RuneStart(f.Bytes[from]) {
			from++
		}
	}
	if to-r.End > maxSnippet {
		to = runeEnd(f, r.End, r.End+maxSnippet)
	}
	return source.Range{File: f, Start: min(from, r.Start), End: max(to, r.End)}
}

// runeEnd moves end back to where a character ends, not below least.
func runeEnd(f *source.File, least, end int) int {
	for end > least && !utf8.RuneStart(f.Bytes[end]) {
		end--
	}
	return end
}

// snippet gives the text of a range, or the beginning of a long one.
func (b *sarifBuilder) snippet(r source.Range, limit int) *sarif.Snippet {
	if r.End-r.Start <= limit {
		return &sarif.Snippet{Text: b.run.Mask.Range(r)}
	}
	r.End = runeEnd(r.File, r.Start, r.Start+limit)
	return &sarif.Snippet{Text: b.run.Mask.Range(r) + "…"}
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
