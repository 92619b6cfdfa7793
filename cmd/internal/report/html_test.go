package report

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/redact"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules/catalog"
)

// element is a part of a page: an element, or text if it has no name.
type element struct {
	name     string
	attrs    map[string]string
	text     string
	children []*element
}

// parsePage reads a page as XML, which is stricter than HTML.
func parsePage(t *testing.T, page string) *element {
	t.Helper()
	root := &element{}
	open := []*element{root}
	for d := xml.NewDecoder(strings.NewReader(page)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root
		}
		if err != nil {
			t.Fatal(err)
		}
		in := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			in.children = append(in.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			in.children = append(in.children, &element{text: string(token)})
		}
	}
}

// all gives the elements of a name below e.
func (e *element) all(name string) []*element {
	var out []*element
	for _, c := range e.children {
		if c.name == name {
			out = append(out, c)
		}
		out = append(out, c.all(name)...)
	}
	return out
}

// content gives the text below e.
func (e *element) content() string {
	var b strings.Builder
	b.WriteString(e.text)
	for _, c := range e.children {
		b.WriteString(c.content())
	}
	return b.String()
}

// lines gives the text below e with its white space normalised, by line.
func (e *element) lines() []string {
	var out []string
	for l := range strings.Lines(e.content()) {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// walk calls f for every element below e.
func (e *element) walk(f func(*element)) {
	for _, c := range e.children {
		if c.name != "" {
			f(c)
			c.walk(f)
		}
	}
}

// TestHTMLIsHarmless looks at everything in a page that a browser acts upon.
func TestHTMLIsHarmless(t *testing.T) {
	hostilePage := hostileRun()
	hostilePage.Findings[0].Message = `<script>alert(1)</script><img src="x" onerror="alert(2)"> javascript:alert(3)`
	hostilePage.Findings[0].Instances[0].Address = `"><script>alert(4)</script>`
	for name, r := range map[string]*Run{"hostile": hostilePage, "review": reviewRun(), "empty": emptyRun(), "many": manyRun(10)} {
		out := render(t, HTML, r)
		if !utf8.ValidString(out) || strings.ContainsFunc(out, func(c rune) bool { return c != '\n' && !harmless(c) }) {
			t.Errorf("%s: a character is in it that may not", name)
		}
		if strings.Contains(out, secret) || strings.Contains(out, "%!") {
			t.Errorf("%s: a secret or a fault in a format is in it", name)
		}
		if render(t, HTML, r) != out {
			t.Errorf("%s: differs from run to run", name)
		}
		page := parsePage(t, out)
		ids := map[string]bool{}
		page.walk(func(e *element) {
			if id := e.attrs["id"]; id != "" && ids[id] {
				t.Errorf("%s: id %s is not unique", name, id)
			}
			ids[e.attrs["id"]] = true
		})
		page.walk(func(e *element) {
			if !slices.Contains(strings.Fields(elements), e.name) {
				t.Errorf("%s: element %s", name, e.name)
			}
			for a, v := range e.attrs {
				if !slices.Contains(strings.Fields(attributes), a) {
					t.Errorf("%s: attribute %s=%q", name, a, v)
				}
				target, inside := strings.CutPrefix(v, "#")
				if a == "href" && !(inside && ids[target]) && !strings.HasPrefix(v, "https://docs.aws.amazon.com/") {
					t.Errorf("%s: link to %q", name, v)
				}
				if (a == "for" || a == "aria-labelledby") && !ids[v] {
					t.Errorf("%s: %s=%q is no element", name, a, v)
				}
			}
		})
	}
}

// What a page is made of.
const (
	elements = "html head meta title style body header h1 nav main section h2 h3 div dl dt dd p span a code pre mark ul ol li " +
		"article form fieldset legend label input select option button br del ins strong footer script"
	attributes = "lang charset http-equiv content name id class href rel for type value checked hidden autocomplete role " +
		"aria-label aria-labelledby data-severity data-state data-rule data-file"
)

// TestHTMLPolicy checks that a browser runs the script and the style of the page,
// and nothing else.
func TestHTMLPolicy(t *testing.T) {
	page := parsePage(t, render(t, HTML, hostileRun()))
	var got string
	for _, m := range page.all("meta") {
		if m.attrs["http-equiv"] == "Content-Security-Policy" {
			got = m.attrs["content"]
		}
	}
	style, script := page.all("style"), page.all("script")
	if len(style) != 1 || len(script) != 1 {
		t.Fatalf("%d styles, %d scripts", len(style), len(script))
	}
	want := "default-src 'none'; style-src " + policy(style[0].content()) + "; script-src " + policy(script[0].content()) +
		"; base-uri 'none'; form-action 'none'"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	// The published digest of the empty text.
	if got, want := policy(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"; got != want {
		t.Errorf("policy of nothing: %s", got)
	}
	if regexp.MustCompile(`(?i)url\(|@import`).MatchString(pageStyle) {
		t.Error("the style loads something")
	}
}

// TestHTMLCards pins what is said of a finding, and the order of findings.
func TestHTMLCards(t *testing.T) {
	page := parsePage(t, render(t, HTML, reviewRun()))
	cards := page.all("article")
	var got []string
	for _, c := range cards {
		got = append(got, strings.Join([]string{
			c.attrs["data-state"], c.attrs["data-severity"], c.attrs["data-rule"], c.attrs["data-file"], c.attrs["id"][31:],
		}, " "))
	}
	want := []string{
		"new high ECS.4 app/main.tf 2:1",
		"new low SCHEMA.1 app/main.tf 1:1",
		"undecided high ECS.2 app/main.tf 5:1",
		"known medium SCHEMA.1 app/main.tf 3:1",
		"ignored high ECS.2 app/main.tf 4:1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("-want +got:\n%s", diff)
	}
	for i, want := range map[int][]string{
		0: {
			`high ECS.4 container "a|b" of @team is privileged`, "app/main.tf:2:26",
			"1 locals {", "2 agent = { privileged = true }", "3 }",
			"Written here and used by",
			`local.agent at app/main.tf:6:456 container_definitions = jsonencode([merge(local.agent, { name = "a|b" })])`,
			"In",
			"aws_ecs_task_definition.api at app/main.tf:5:1, containerDefinitions[a|b].privileged, if it exists: var.enabled",
			"aws_ecs_task_definition.api at app/main.tf:5:1, with the variables of prod: another container is privileged",
			"What to doDelete privileged.",
			"FixSet privileged to falseapp/main.tf:2:26true", "false", `password = "***"`,
		},
		1: {
			"low SCHEMA.1 tags is misspelt", "app/main.tf:11:2",
			"10 assign_public_ip = var.public", `11 tags = { owner = "x" }`, "12 }",
			"In", "aws_ecs_service.api at app/main.tf:9:1", "What to do",
		},
		2: {
			"high ECS.2 undecided: service is public", "app/main.tf:10:22",
			`9 resource "aws_ecs_service" "api" {`, "10 assign_public_ip = var.public", `11 tags = { owner = "x" }`,
			"Cannot be decidedvar.public has no default",
			"In", "aws_ecs_service.api at app/main.tf:9:1", "What to doSet assignPublicIp to DISABLED.",
		},
		4: {
			"high ECS.2 service is public", "app/main.tf:10:3",
			`9 resource "aws_ecs_service" "api" {`, "10 assign_public_ip = var.public", `11 tags = { owner = "x" }`,
			"Left outignored by the configuration at .ecslint.yaml:2:5 until 2027-03-31: see https://example.com/#7",
			"In", "aws_ecs_service.api at app/main.tf:9:1", "What to doSet assignPublicIp to DISABLED.",
		},
	} {
		if diff := cmp.Diff(want, cards[i].lines()); diff != "" {
			t.Errorf("card %d (-want +got):\n%s", i, diff)
		}
	}
	var marks []string
	for _, m := range cards[0].all("mark") {
		marks = append(marks, m.content())
	}
	if want := []string{"true", "local.agent"}; !slices.Equal(marks, want) {
		t.Errorf("marked: %q, want %q", marks, want)
	}
}

// TestHTMLPage pins what is around the findings.
func TestHTMLPage(t *testing.T) {
	page := parsePage(t, render(t, HTML, reviewRun()))
	text := func(name string) []string {
		var out []string
		for _, e := range page.all(name) {
			out = append(out, strings.Join(e.lines(), " "))
		}
		return out
	}
	for name, want := range map[string][]string{
		"title": {"ecslint: 2 new findings (1 high, 1 low)"},
		"h1":    {"ecslint: 2 new findings (1 high, 1 low)"},
		"h2": {
			"Summary", "New findings (2)", "Undecided (1)", "Known findings (1)", "Ignored findings (1)", "Problems (2)", "Rules",
		},
		"nav":      {"New findings (2) Undecided (1) Known findings (1) Ignored findings (1) Problems (2) Rules"},
		"fieldset": {"Severity high medium low", "State new undecided known ignored"},
		"select":   {"all ECS.2 ECS.4 SCHEMA.1", "all app/main.tf"},
		"footer":   {"ecslint 1.2.3"},
	} {
		if got := text(name); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	sections := map[string][]string{}
	for _, s := range page.all("section") {
		sections[s.attrs["id"]+s.attrs["aria-labelledby"]] = s.lines()
	}
	for id, want := range map[string][]string{
		"summary": {
			"Summary",
			"Findings", "critical0", "high1", "medium0", "low1", "known1", "ignored1", "not part of the change1",
			"Checks", "passed0", "failed4", "undecided0", "not applicable1",
			"Resources", "service1", "task definition1",
		},
		"problems": {
			"Problems (2)", "warning app/main.tf:10:22: variable <public> is not declared", `note app/net.tf: module "net" is not here`,
		},
		"ECS.2": {
			"ECS.2: Service gives its tasks public IP addresses", "public-ip, severity high",
			"Why: It can be reached.", "Fix: Set assignPublicIp to DISABLED.", "Control ECS.2",
		},
		"ECS.4": {
			"ECS.4: Container runs in privileged mode", "privileged-container, severity high", "Fix: Delete privileged.",
			"Related requirements: NIST.800-53.r5 AC-6", "Security Hub control ECS.4",
		},
	} {
		if diff := cmp.Diff(want, sections[id]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
}

// TestHTMLOfModule has a finding in a module's own code, which two units use.
func TestHTMLOfModule(t *testing.T) {
	got := parsePage(t, render(t, HTML, moduleRun())).all("article")[0].lines()
	want := []string{
		"low SCHEMA.1 tags is misspelt", "app/main.tf:11:2",
		"10 assign_public_ip = var.public", `11 tags = { owner = "x" }`, "12 }",
		"More exactlyin the module's own code at .terraform/m/x.tf:1:1",
		"In", "aws_ecs_service.api at app/main.tf:9:1, of app", "aws_ecs_service.b, of stage", "c, of stage", "c, of stage",
		"c, of stage", "c, of stage", "c, of stage", "What to do",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Without findings there is nothing to filter and no rule to explain.
func TestHTMLWithoutFindings(t *testing.T) {
	page := parsePage(t, render(t, HTML, emptyRun()))
	if got, want := page.all("h1")[0].content(), "ecslint: no findings"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, name := range []string{"article", "form", "li"} {
		if n := len(page.all(name)); n > 0 {
			t.Errorf("%d elements %s", n, name)
		}
	}
}

// TestHTMLIsBounded has more of everything than a page shows.
func TestHTMLIsBounded(t *testing.T) {
	r := manyRun(maxCards + 400)
	r.Suppressed = reviewRun().Suppressed
	for range maxListed + 2 {
		r.Findings[0].Instances = append(r.Findings[0].Instances, lint.Instance{Unit: "x", Address: "more"})
	}
	for i := range maxMessages + 7 {
		r.Problems = append(r.Problems, source.Problem{Name: strconv.Itoa(i), Message: "unreadable"})
	}
	page := parsePage(t, render(t, HTML, r))
	severe := map[string]int{}
	for _, c := range page.all("article") {
		severe[c.attrs["data-severity"]]++
	}
	if diff := cmp.Diff(map[string]int{"critical": 600, "high": 600, "medium": 600, "low": 200}, severe); diff != "" {
		t.Errorf("cards (-want +got):\n%s", diff)
	}
	text := page.content()
	for _, want := range []string{
		"New findings (2400)", "Left out to keep the page short: 400 findings (400 low).", "and 3 more resources", "and 7 more",
		"Ignored findings (1)", "Left out to keep the page short: 1 finding (1 high).",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

func TestSplit(t *testing.T) {
	for text, want := range map[string][3]string{
		"b = «true» # c":               {"b = ", "true", " # c"},
		"\t«a»":                        {"    ", "a", ""},
		"漢字 «漢x» y":                    {"漢字 ", "漢x", " y"},
		"e\u0301 «x»":                  {"e\u0301 ", "x", ""},
		"«e\u0301»x":                   {"", "e\u0301", "x"},
		"abc«»":                        {"abc", " ", ""},
		"«»":                           {"", " ", ""},
		"a «»b":                        {"a ", "b", ""},
		"\x1b «b»\u202e":               {`\x1b `, "b", `\u202e`},
		`x = { value = «"hunter2"», }`: {`x = { value = `, `"***"`, `, }`},
	} {
		before, marked, after := split(newFrame(mark(text), &redact.Mask{}, 80))
		if got := [3]string{before, marked, after}; got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestRulesUseLittleMarkdown looks for what a page would show as it is written.
func TestRulesUseLittleMarkdown(t *testing.T) {
	for _, r := range catalog.All() {
		for _, text := range []string{r.Why, r.Fix, r.Notes, r.Retired} {
			for i, part := range strings.Split(text, "`") {
				if i%2 == 0 && regexp.MustCompile(`\]\(|\*\*|__|^[-*#] `).MatchString(part) {
					t.Errorf("%s: %q", r.ID, part)
				}
			}
		}
	}
}

func TestHTMLReportsErrors(t *testing.T) {
	for name, f := range map[string]Format{"html": HTML, "markdown": Markdown} {
		if f(full{}, reviewRun()) == nil {
			t.Errorf("%s: an error is lost", name)
		}
	}
}
