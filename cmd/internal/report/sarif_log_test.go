package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/sarif"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var (
	highRule = &rules.Rule{
		ID: "X.1", Slug: "bad-thing", Severity: rules.High, Title: "Thing is bad", Why: "It hurts.", Fix: "Mend it.",
		Docs: []rules.Link{{Title: "Things", URL: "https://example.com/things"}}, Related: []string{"NIST.800-53.r5 AC-6", "CIS 1.2"},
	}
	lowRule = &rules.Rule{
		ID: "X.2", Slug: "odd-thing", Severity: rules.Low, Title: "Thing is odd", Why: "It looks odd.", Fix: "Mend it.",
		Docs: []rules.Link{{Title: "Things", URL: "https://example.com/things"}},
	}
)

// find gives the range of the n-th place where a text stands in a file.
func find(f *source.File, text string, n int) source.Range {
	at := 0
	for range n {
		at += bytes.Index(f.Bytes[at:], []byte(text)) + 1
	}
	return source.Range{File: f, Start: at - 1, End: at - 1 + len(text)}
}

// finding makes a finding of one resource.
func finding(rule *rules.Rule, at source.Range, address string) *lint.Finding {
	return &lint.Finding{
		Rule: rule, Severity: rule.Severity, Range: at, Key: "k:1", Message: "it is bad",
		Instances: []lint.Instance{{Address: address, Path: "p", Message: "it is bad", Resource: at.File.Line(1)}},
	}
}

// logOf gives the one run of the log of a report, with which GitHub has no fault
// but those that are expected.
func logOf(t *testing.T, r *Run, want ...string) sarif.Run {
	t.Helper()
	r.Rules, r.Version = []*rules.Rule{highRule, lowRule}, "1.2.3"
	var b bytes.Buffer
	if err := SARIF(&b, r); err != nil {
		t.Fatal(err)
	}
	faults, err := sarif.Check(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range faults {
		got = append(got, f.Path)
	}
	if !slices.Equal(got, want) {
		t.Errorf("faults %v, want %q", faults, want)
	}
	var log sarif.Log
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	return log.Runs[0]
}

// steps shows a code flow: importance, place and label of each step.
func steps(flows []sarif.CodeFlow) []string {
	var out []string
	for _, s := range flows[0].ThreadFlows[0].Locations {
		p := s.Location.PhysicalLocation
		out = append(out, fmt.Sprintf("%s %s:%d:%d %s", s.Importance, p.ArtifactLocation.URI, p.Region.StartLine, p.Region.StartColumn, s.Location.Message.Text))
	}
	return out
}

func TestSARIFCodeFlow(t *testing.T) {
	f := source.NewFile("main.tf", []byte("resource {\n  a = local.on\n}\nlocals {\n  on = true\n}\n"))
	x := finding(highRule, find(f, "true", 1), "aws_ecs_service.a")
	x.Trail = []value.Step{{Range: find(f, "local.on", 1), Kind: value.Local, Name: "local.on"}}
	plain := finding(highRule, find(f, "on = true", 1), "aws_ecs_service.b")
	run := logOf(t, &Run{Result: &lint.Result{Findings: []*lint.Finding{plain, x}}})
	if flows := run.Results[0].CodeFlows; flows != nil {
		t.Errorf("a value that is used where it is written has the way %v", flows)
	}
	want := []string{
		"essential main.tf:5:8 written here",
		" main.tf:2:7 local.on",
		"essential main.tf:1:1 aws_ecs_service.a",
	}
	if d := cmp.Diff(want, steps(run.Results[1].CodeFlows)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

// A finding in what a program wrote leads from the line of the program.
func TestSARIFCodeFlowOfProgram(t *testing.T) {
	app := source.NewFile("app.ts", []byte("new Service()\n"))
	template := source.NewFile("cdk.out/a.json", []byte("{\n\"AssignPublicIp\": \"ENABLED\"}\n"))
	x := finding(highRule, app.Line(1), "Web")
	x.Inside, x.Generated = find(template, `"ENABLED"`, 1), true
	x.Instances[0].Resource = template.Line(1)
	run := logOf(t, &Run{Result: &lint.Result{Findings: []*lint.Finding{x}}})
	want := []string{
		"essential app.ts:1:1 the line that makes the resource",
		" cdk.out/a.json:2:19 the generated template",
		"essential cdk.out/a.json:1:1 Web",
	}
	if d := cmp.Diff(want, steps(run.Results[0].CodeFlows)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

// GitHub shows no more than a hundred locations. The ends of a way are among them.
func TestSARIFCodeFlowIsBounded(t *testing.T) {
	f := source.NewFile("main.tf", []byte(strings.Repeat("x\n", 500)))
	x := finding(highRule, f.Line(500), "aws_ecs_service.a")
	for n := range 400 {
		x.Trail = append(x.Trail, value.Step{Range: f.Line(2 + n), Kind: value.Iteration, Name: fmt.Sprint(n)})
		x.Instances = append(x.Instances, lint.Instance{Address: fmt.Sprintf("aws_ecs_service.a[%d]", n), Message: "it is bad", Resource: f.Line(2 + n)})
	}
	result := logOf(t, &Run{Result: &lint.Result{Findings: []*lint.Finding{x}}}).Results[0]
	way := steps(result.CodeFlows)
	if n := len(way); n > 100 {
		t.Errorf("%d steps", n)
	}
	if first, last := way[0], way[len(way)-1]; first != "essential main.tf:500:1 written here" || last != "essential main.tf:1:1 aws_ecs_service.a" {
		t.Errorf("from %s to %s", first, last)
	}
	if n := len(result.RelatedLocations); n != maxRelated {
		t.Errorf("%d related locations", n)
	}
	if n := len(result.Locations[0].LogicalLocations); n != maxRelated {
		t.Errorf("%d logical locations", n)
	}
}

func TestSARIFFixes(t *testing.T) {
	f := source.NewFile("é 1.tf", []byte("a = [\n  \"é𝄞\", true,\n]\nsecret = \"hunter2hunter2\"\n"))
	other := source.NewFile("b.tf", []byte("x\n"))
	downloaded := source.NewFile(".terraform/modules/m/main.tf", []byte("x\n"))
	downloaded.External = true
	after := func(r source.Range) source.Range { return source.Range{File: r.File, Start: r.End, End: r.End} }
	x := finding(highRule, find(f, "true", 1), "aws_ecs_service.a")
	x.Fixes = []rules.Fix{
		{Message: "Set a to false", Edits: []rules.TextEdit{
			{Range: after(other.Line(1)), NewText: "\ny"},
			{Range: after(find(f, "]", 1)), NewText: " # \"done\""},
			{Range: find(f, "true", 1), NewText: "false"},
		}},
		{Message: "Delete the list", Edits: []rules.TextEdit{{Range: source.Range{File: f, Start: 0, End: find(f, "secret", 1).Start}}}},
		{Message: "Change somebody else's code", Edits: []rules.TextEdit{{Range: find(f, "true", 1), NewText: "false"}, {Range: downloaded.Line(1)}}},
		{Message: "Do nothing"},
	}
	want := []sarif.Fix{
		{
			Description: sarif.Message{Text: "Set a to false."},
			ArtifactChanges: []sarif.ArtifactChange{
				{ArtifactLocation: artifact("b.tf"), Replacements: []sarif.Replacement{
					{DeletedRegion: sarif.Region{StartLine: 1, StartColumn: 2, EndLine: 1, EndColumn: 2}, InsertedContent: sarif.Snippet{Text: "\ny"}},
				}},
				{ArtifactLocation: artifact("é 1.tf"), Replacements: []sarif.Replacement{
					{DeletedRegion: sarif.Region{StartLine: 2, StartColumn: 10, EndLine: 2, EndColumn: 14}, InsertedContent: sarif.Snippet{Text: "false"}},
					{DeletedRegion: sarif.Region{StartLine: 3, StartColumn: 2, EndLine: 3, EndColumn: 2}, InsertedContent: sarif.Snippet{Text: ` # "done"`}},
				}},
			},
		},
		{
			Description: sarif.Message{Text: "Delete the list."},
			ArtifactChanges: []sarif.ArtifactChange{{ArtifactLocation: artifact("é 1.tf"), Replacements: []sarif.Replacement{
				{DeletedRegion: sarif.Region{StartLine: 1, StartColumn: 1, EndLine: 4, EndColumn: 1}},
			}}},
		},
	}
	run := logOf(t, &Run{Result: &lint.Result{Findings: []*lint.Finding{x}}})
	if d := cmp.Diff(want, run.Results[0].Fixes); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

// A fix that repeats a secret is left out: with the secret hidden it would destroy
// the file.
func TestSARIFFixesRepeatNoSecret(t *testing.T) {
	f := source.NewFile("main.tf", []byte("environment = [{ name = \"MODE\", value = \"quiet night\" }]\n"))
	r := &Run{Result: &lint.Result{}}
	r.Mask.Add("MODE", value.NewString(find(f, `"quiet night"`, 1), "quiet night"))
	r.Mask.Join()
	x := finding(highRule, find(f, "environment", 1), "aws_ecs_service.a")
	for _, e := range []rules.TextEdit{
		{Range: find(f, "environment", 1), NewText: `password = "correct horse battery"`},
		{Range: f.Whole(), NewText: "environment = [{ name = \"MOOD\", value = \"quiet night\" }]\n"},
		{Range: f.Whole(), NewText: "environment = []\n"},
	} {
		x.Fixes = append(x.Fixes, rules.Fix{Message: "Edit", Edits: []rules.TextEdit{e}})
	}
	r.Findings = []*lint.Finding{x}
	got := logOf(t, r).Results[0].Fixes
	if len(got) != 1 || got[0].ArtifactChanges[0].Replacements[0].InsertedContent.Text != "environment = []\n" {
		t.Errorf("%v", got)
	}
}

func TestSARIFInclude(t *testing.T) {
	f := source.NewFile("main.tf", []byte("a\nb # ecslint:ignore X.1 -- so it is\nc\nd\ne\n"))
	ignored := finding(highRule, f.Line(2), "aws_ecs_service.b")
	ignored.Suppression = &lint.Suppression{Kind: lint.InSource, Reason: "so it is", Until: "2027-03-31", Range: find(f, "# ecslint:ignore X.1 -- so it is", 1)}
	configured := finding(lowRule, f.Line(3), "aws_ecs_service.c")
	configured.Suppression = &lint.Suppression{
		Kind: lint.Configured, Reason: "known", Range: source.NewFile("/etc/ecslint.yaml", []byte("x")).Whole(),
	}
	known := finding(highRule, f.Line(4), "aws_ecs_service.d")
	known.Suppression = &lint.Suppression{Kind: lint.Known}
	unsure := finding(highRule, f.Line(5), "aws_ecs_service.e")
	unsure.Reason = "variable x has no value"
	result := &lint.Result{
		Findings:   []*lint.Finding{finding(lowRule, f.Line(2), "aws_ecs_service.a")},
		Suppressed: []*lint.Finding{ignored, configured, known},
		Undecided:  []*lint.Finding{unsure},
	}

	run := logOf(t, &Run{Result: result})
	if len(run.Results) != 1 || run.Results[0].Suppressions != nil || run.Results[0].RuleID != "X.2" {
		t.Errorf("unasked: %v", run.Results)
	}

	// GitHub would make open alerts of them.
	run = logOf(t, &Run{Result: result, IncludeSuppressed: true, IncludeUnknown: true},
		"runs[0].results[0].suppressions", "runs[0].results[2].suppressions", "runs[0].results[3].suppressions", "runs[0].results[4].kind")
	type shown struct {
		Rule, Kind, Level, Text string
		Suppressions            []sarif.Suppression
	}
	var got []shown
	for _, r := range run.Results {
		got = append(got, shown{r.RuleID, r.Kind, r.Level, r.Message.Text, r.Suppressions})
	}
	at := location(find(f, "# ecslint:ignore X.1 -- so it is", 1))
	want := []shown{
		{"X.1", "", "error", "it is bad; in [aws_ecs_service.b](1).", []sarif.Suppression{
			{Kind: "inSource", Status: "accepted", Justification: "so it is (until 2027-03-31)", Location: &at},
		}},
		{"X.2", "", "note", "it is bad; in [aws_ecs_service.a](1).", []sarif.Suppression{}},
		{"X.2", "", "note", "it is bad; in [aws_ecs_service.c](1).", []sarif.Suppression{
			{Kind: "external", Status: "accepted", Justification: "known"},
		}},
		{"X.1", "", "error", "it is bad; in [aws_ecs_service.d](1).", []sarif.Suppression{
			{Kind: "external", Status: "accepted", Justification: "listed in the baseline"},
		}},
		{"X.1", "open", "none", "undecided: it is bad (variable x has no value); in [aws_ecs_service.e](1).", []sarif.Suppression{}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

// Of more findings than GitHub keeps, the most severe ones are left, in the order
// of the report.
func TestSARIFKeepsTheMostSevere(t *testing.T) {
	const total = 6000
	f := source.NewFile("main.tf", []byte(strings.Repeat("resource \"aws_ecs_service\" \"a\" { public = true }\n", total)))
	r := &Run{Result: &lint.Result{}}
	var want []int
	low := 0
	for n := range total {
		rule := highRule
		if n%3 == 0 {
			rule = lowRule // 2000, of which there is room for 1000
			low++
		}
		r.Findings = append(r.Findings, finding(rule, f.Line(n+1), fmt.Sprintf("aws_ecs_service.a[%d]", n)))
		if rule == highRule || low <= 1000 {
			want = append(want, n+1)
		}
	}
	run := logOf(t, r)
	var got []int
	for _, x := range run.Results {
		got = append(got, x.Locations[0].PhysicalLocation.Region.StartLine)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%d results, want %d in their order", len(got), len(want))
	}
	notes := run.Invocations[0].ToolExecutionNotifications
	const text = "1000 of 6000 findings are left out, the least severe ones, as GitHub keeps no more than 5000 results of a run."
	if len(notes) != 1 || notes[0].Level != "warning" || notes[0].Message.Text != text {
		t.Errorf("notifications %v", notes)
	}
}

// What fails comes before what is asked for besides.
func TestSARIFKeepsWhatFails(t *testing.T) {
	f := source.NewFile("main.tf", []byte(strings.Repeat("x\n", maxResults+1)))
	r := &Run{IncludeUnknown: true, Result: &lint.Result{Findings: []*lint.Finding{finding(lowRule, f.Line(maxResults+1), "a")}}}
	for n := range maxResults {
		r.Undecided = append(r.Undecided, finding(highRule, f.Line(n+1), "a"))
	}
	var b bytes.Buffer
	r.Rules = []*rules.Rule{highRule, lowRule}
	if err := SARIF(&b, r); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), `"ruleId": "X.2"`); n != 1 {
		t.Errorf("%d results that fail", n)
	}
}

func TestSARIFCategory(t *testing.T) {
	if run := logOf(t, &Run{Result: &lint.Result{}}); run.AutomationDetails != nil {
		t.Errorf("unasked: %v", run.AutomationDetails)
	}
	// GitHub takes what stands in front of the last slash.
	for category, want := range map[string]string{"ecs": "ecs/", "ecs/prod/": "ecs/prod/"} {
		if run := logOf(t, &Run{Result: &lint.Result{}, Category: category}); run.AutomationDetails.ID != want {
			t.Errorf("%s: %s, want %s", category, run.AutomationDetails.ID, want)
		}
	}
}

func TestSARIFProvenance(t *testing.T) {
	for repository, want := range map[string]string{
		"":                                "about:blank",
		"https://github.com/example/shop": "https://github.com/example/shop",
		"https://git.example.com/ghp_0123456789abcdefghijABCDEFGHIJ012345/shop": "about:blank",
	} {
		run := logOf(t, &Run{Result: &lint.Result{}, Repository: repository})
		d := cmp.Diff([]sarif.VersionControlDetails{{RepositoryURI: want, MappedTo: sarif.ArtifactLocation{URIBaseID: "%SRCROOT%"}}}, run.VersionControlProvenance)
		if d != "" {
			t.Errorf("%s (-want +got):\n%s", repository, d)
		}
	}
}

// Each result has its code and more code around it, also where a file is one line.
func TestSARIFSnippets(t *testing.T) {
	long := strings.Repeat("é", 3000)
	for _, test := range []struct {
		name, text, find string
		snippet, context string
		region           sarif.Region // of the context
	}{
		{"a line", "a\nb c\nd\ne\n", "b", "b", "a\nb c\nd", sarif.Region{StartLine: 1, StartColumn: 1, EndLine: 3, EndColumn: 2}},
		{"the only line", "{}", "{}", "{}", "{}", sarif.Region{StartLine: 1, EndLine: 1}},
		{"with a line break", "{}\n", "{}", "{}", "{}", sarif.Region{StartLine: 1, EndLine: 1}},
		{
			"in a long line", long + "x" + long, "x", "x", strings.Repeat("é", 200) + "x" + strings.Repeat("é", 200),
			sarif.Region{StartLine: 1, StartColumn: 2801, EndLine: 1, EndColumn: 3202},
		},
		{
			"a long line", "a" + long, "a" + long, "a" + strings.Repeat("é", 199) + "…", "a" + strings.Repeat("é", 599) + "…",
			sarif.Region{StartLine: 1, EndLine: 1},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := source.NewFile("a.json", []byte(test.text))
			run := logOf(t, &Run{Result: &lint.Result{Findings: []*lint.Finding{finding(highRule, find(f, test.find, 1), "a.json")}}})
			p := run.Results[0].Locations[0].PhysicalLocation
			if p.Region.Snippet.Text != test.snippet {
				t.Errorf("snippet %q, want %q", p.Region.Snippet.Text, test.snippet)
			}
			test.region.Snippet = &sarif.Snippet{Text: test.context}
			if d := cmp.Diff(&test.region, p.ContextRegion); d != "" {
				t.Errorf("context (-want +got):\n%s", d)
			}
		})
	}
}

// Names and messages are the user's and can be of any length.
func TestSARIFTextIsBounded(t *testing.T) {
	f := source.NewFile("main.tf", []byte("x\n"))
	x := finding(highRule, f.Line(1), strings.Repeat("a", 1_000_000))
	x.Message = strings.Repeat("m", 1_000_000)
	x.Trail = []value.Step{{Range: f.Whole(), Kind: value.Local, Name: strings.Repeat("l", 1_000_000)}}
	for range 50 {
		x.Instances = append(x.Instances, x.Instances[0])
		x.Instances[len(x.Instances)-1].Message = strings.Repeat("n", 1_000_000)
	}
	var b bytes.Buffer
	r := &Run{Result: &lint.Result{Findings: []*lint.Finding{x}, Rules: []*rules.Rule{highRule}}}
	if err := SARIF(&b, r); err != nil {
		t.Fatal(err)
	}
	if n := b.Len(); n > 100_000 {
		t.Errorf("%d bytes", n)
	}
}

// The requirements that a rule stands for are tags of its findings, all of them.
func TestSARIFRequirements(t *testing.T) {
	f := source.NewFile("main.tf", []byte("x\n"))
	run := logOf(t, &Run{Result: &lint.Result{Findings: []*lint.Finding{finding(highRule, f.Line(1), "a"), finding(lowRule, f.Line(1), "a")}}})
	for i, want := range []any{[]any{"NIST.800-53.r5 AC-6", "CIS 1.2"}, nil} {
		if d := cmp.Diff(want, run.Results[i].Properties.(map[string]any)["tags"]); d != "" {
			t.Errorf("%s (-want +got):\n%s", run.Results[i].RuleID, d)
		}
	}
}
