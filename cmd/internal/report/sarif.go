package report

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/sarif"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

const projectURI = "https://github.com/ecslint/ecslint"

// SARIF is the report for code scanning. It shows what fails for certain and,
// unless the run asks for more, nothing else: GitHub makes an alert of every
// result, whatever its kind.
func SARIF(w io.Writer, r *Run) error {
	b := newSARIFBuilder(r)
	driver := sarif.Driver{Name: "ecslint", Version: r.Version, InformationURI: projectURI, Rules: []sarif.Rule{}}
	for i, rule := range b.used() {
		b.rules[rule] = i
		driver.Rules = append(driver.Rules, sarifRule(rule, b.formats(rule)...))
	}
	results := []sarif.Result{}
	for _, e := range b.entries {
		results = append(results, b.result(e))
	}
	run := sarif.Run{
		Tool:                     sarif.Tool{Driver: driver},
		Invocations:              []sarif.Invocation{b.invocation()},
		VersionControlProvenance: []sarif.VersionControlDetails{b.provenance()},
		OriginalURIBaseIDs: map[string]sarif.ArtifactLocation{
			sarif.SourceRoot: {Description: &sarif.Message{Text: "The root of the repository."}},
		},
		Results:    results,
		ColumnKind: sarif.UTF16,
		Properties: map[string]any{"resources": r.Resources, "verdicts": r.verdicts()},
	}
	if r.Category != "" {
		run.AutomationDetails = &sarif.AutomationDetails{ID: strings.TrimRight(r.Category, "/") + "/"}
	}
	return encode(w, sarif.Log{Schema: sarif.SchemaURI, Version: sarif.Version, Runs: []sarif.Run{run}})
}

// sarifBuilder makes the parts of a log.
type sarifBuilder struct {
	run     *Run
	entries []entry                   // what the log shows, by place and rule
	left    int                       // findings for which there was no room
	rules   map[*rules.Rule]int       // their order, then their index in the log
	hashes  map[*source.File][]string // of lines, for files with findings
}

// entry is a finding in the part that it plays in the log.
type entry struct {
	*lint.Finding
	role role
}

// role is why a finding is in the log.
type role uint8

// The roles, the most important one first.
const (
	failing role = iota
	suppressed
	undecided
)

// maxResults is how many results GitHub keeps of a run.
const maxResults = 5000

func newSARIFBuilder(r *Run) *sarifBuilder {
	b := &sarifBuilder{run: r, rules: map[*rules.Rule]int{}, hashes: map[*source.File][]string{}}
	for i, rule := range r.Rules {
		b.rules[rule] = i
	}
	b.add(r.Findings, failing)
	if r.IncludeSuppressed {
		b.add(r.Suppressed, suppressed)
	}
	if r.IncludeUnknown {
		b.add(r.Undecided, undecided)
	}
	if b.left = max(0, len(b.entries)-maxResults); b.left > 0 {
		slices.SortStableFunc(b.entries, func(x, y entry) int {
			return cmp.Or(int(x.role)-int(y.role), int(y.Severity)-int(x.Severity))
		})
		b.entries = b.entries[:maxResults]
	}
	slices.SortStableFunc(b.entries, func(x, y entry) int {
		return cmp.Or(x.Range.Compare(y.Range), b.rules[x.Rule]-b.rules[y.Rule])
	})
	return b
}

func (b *sarifBuilder) add(all []*lint.Finding, as role) {
	for _, f := range all {
		b.entries = append(b.entries, entry{f, as})
	}
}

// used gives the rules with results: all others would make a log many times as
// large. A log without results has all of them, as it has to have some.
func (b *sarifBuilder) used() []*rules.Rule {
	if len(b.entries) == 0 {
		return b.run.Rules
	}
	has := map[*rules.Rule]bool{}
	for _, e := range b.entries {
		has[e.Rule] = true
	}
	return slices.DeleteFunc(slices.Clone(b.run.Rules), func(r *rules.Rule) bool { return !has[r] })
}

// formats gives the formats in which a rule has findings.
func (b *sarifBuilder) formats(rule *rules.Rule) []catalog.Format {
	var out []catalog.Format
	for _, e := range b.entries {
		if e.Rule != rule {
			continue
		}
		for _, i := range e.Instances {
			if f := formatOf(i); !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// formatOf tells the format of a resource by its address, which has a form of its
// own in each.
func formatOf(i lint.Instance) catalog.Format {
	switch {
	case i.Resource.File != nil && i.Address == i.Resource.File.Name:
		return catalog.TaskDefinition
	case strings.Contains(i.Address, "aws_"): // no logical ID has an underscore
		return catalog.Terraform
	}
	return catalog.CloudFormation
}

// provenance says where the code lives.
func (b *sarifBuilder) provenance() sarif.VersionControlDetails {
	uri := b.run.Repository
	if uri == "" || b.run.Mask.Text(uri) != uri {
		uri = sarif.UnknownRepository
	}
	return sarif.VersionControlDetails{RepositoryURI: uri, MappedTo: sarif.ArtifactLocation{URIBaseID: sarif.SourceRoot}}
}

// invocation says how the run went.
func (b *sarifBuilder) invocation() sarif.Invocation {
	inv := sarif.Invocation{ExecutionSuccessful: b.run.Status < 2, ExitCode: b.run.Status}
	notify := func(level, text string, places ...sarif.Location) {
		inv.ToolExecutionNotifications = append(inv.ToolExecutionNotifications, sarif.Notification{
			Level: level, Message: sarif.Message{Text: sentence(text)}, Locations: places,
		})
	}
	if b.left > 0 {
		notify("warning", fmt.Sprintf("%d of %d findings are left out, the least severe ones, as GitHub keeps no more than %d results of a run",
			b.left, b.left+len(b.entries), maxResults))
	}
	for _, p := range b.run.Problems {
		switch name := p.Path(); {
		case !p.Range.IsZero():
			notify(p.Level.String(), b.run.problemText(p), location(p.Range.FirstLine()))
		case filepath.IsLocal(name):
			notify(p.Level.String(), b.run.problemText(p), whole(name))
		default:
			notify(p.Level.String(), b.run.problemText(p))
		}
	}
	for _, d := range b.run.Defects {
		notify("error", "defect of ecslint: "+b.run.Mask.Text(d.Error), whole(d.Unit))
	}
	return inv
}

// whole is a file or folder as a place.
func whole(name string) sarif.Location {
	return sarif.Location{PhysicalLocation: sarif.PhysicalLocation{ArtifactLocation: artifact(name)}}
}

func artifact(name string) sarif.ArtifactLocation {
	return sarif.ArtifactLocation{URI: sarif.URI(name), URIBaseID: sarif.SourceRoot}
}

// GitHub's limits for the texts of a rule, in characters, and for its tags.
const (
	maxDescription = 1024
	maxTags        = 10
)

// sarifRule describes a rule, with examples in the formats of its findings.
func sarifRule(r *rules.Rule, formats ...catalog.Format) sarif.Rule {
	out := sarif.Rule{
		ID:               r.ID,
		Name:             pascal(r.Slug),
		ShortDescription: sarif.Message{Text: shorten(sentence(r.Title), maxDescription)},
		FullDescription:  sarif.Message{Text: shorten(sentence(r.Title)+" "+r.Why, maxDescription)},
		Help:             sarif.Message{Text: r.Why + "\n\n" + r.Fix},
		MessageStrings:   map[string]sarif.Message{messageID: {Text: strings.TrimSuffix(r.Title, ".") + ": '{0}'."}},
		DefaultConfiguration: sarif.Configuration{
			Level: level(r.Severity),
		},
		Properties: sarif.RuleProperties{Precision: "high", SecuritySeverity: securitySeverity(r.Severity)},
	}
	if len(formats) > 0 { // somebody will read it
		out.Help.Markdown = catalog.Page(r, formats...)
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

// pascal writes a slug in strict Pascal case: "public-ip" as "PublicIp". A part of
// one letter is no word there, and is joined to the next: "not-a-list" becomes
// "NotAlist".
func pascal(slug string) string {
	var b strings.Builder
	joined := false
	for part := range strings.SplitSeq(slug, "-") {
		if part == "" {
			continue
		}
		if !joined {
			part = strings.ToUpper(part[:1]) + part[1:]
		}
		b.WriteString(part)
		joined = !joined && len(part) == 1
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
