package report

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

func TestMarkdown(t *testing.T) {
	want := "## ecslint: 2 new findings (1 high, 1 low)\n" + `
2 resources (1 service, 1 task definition). Checks: 0 passed, 4 failed, 0 undecided, 1 not applicable.

Not shown: 1 finding that the named files have no part in.

| Resource | [ECS.4] | [SCHEMA.1] |
| --- | :---: | :---: |
| §aws_ecs_task_definition.api§ §app/main.tf:5:1§ | ❌ | ☑️ |
| §aws_ecs_service.api§ §app/main.tf:9:1§ | ➖ | ❌ |

❌ fails, ☑️ fails but is known, ignored or not part of the change, ❔ undecided, ✅ passes, ➖ not applicable

### New findings

**High**

- [ECS.4] §app/main.tf:2:26§: container §"a|b"§ of §@team§ is privileged<br>In §aws_ecs_task_definition.api§ if it exists: §var.enabled§, §aws_ecs_task_definition.api§ with the variables of prod (another container is privileged); used by §local.agent§ at §app/main.tf:6:45§

**Low**

- [SCHEMA.1] §app/main.tf:11:2§: tags is misspelt<br>In §aws_ecs_service.api§

<details>
<summary>1 known finding</summary>

**Medium**

- [SCHEMA.1] §app/main.tf:6:39§: merge is misspelt<br>In §aws_ecs_task_definition.api§; in the baseline

</details>

<details>
<summary>1 ignored finding</summary>

**High**

- [ECS.2] §app/main.tf:10:3§: service is public<br>In §aws_ecs_service.api§; ignored by the configuration at §.ecslint.yaml:2:5§ until 2027-03-31: see §https://example.com/#7§

</details>

<details>
<summary>1 place that cannot be decided</summary>

**High**

- [ECS.2] §app/main.tf:10:22§: undecided: service is public<br>In §aws_ecs_service.api§; cannot be decided: §var.public§ has no default

</details>

### Problems

- **warning** §app/main.tf:10:22§: variable §<public>§ is not declared

[ECS.2]: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2
[ECS.4]: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4
`
	if diff := cmp.Diff(strings.ReplaceAll(want, "§", "`"), render(t, Markdown, reviewRun())); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestMarkdownWithoutFindings(t *testing.T) {
	want := "## ecslint: no findings\n\n1 resource (1 task definition). Checks: 1 passed, 0 failed, 0 undecided, 0 not applicable.\n\n"
	if got := render(t, Markdown, emptyRun()); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMarkdownOfModule(t *testing.T) {
	want := "<br>In `aws_ecs_service.api` of `app`, `aws_ecs_service.b` of `stage`, `c` of `stage`, `c` of `stage`, `c` of `stage`, " +
		"and 2 more resources; in the module's own code at `.terraform/m/x.tf:1:1`\n"
	if out := render(t, Markdown, moduleRun()); !strings.Contains(out, want) {
		t.Errorf("%q is not in\n%s", want, out)
	}
}

// codeSpan is what Markdown takes for code, with fences as long as are in use
// here.
var codeSpan = regexp.MustCompile("``[^\n]*?[^`]``|`[^`\n]+`")

// TestMarkdownIsHarmless looks at what is left of a report on hostile names when
// the code is taken out of it.
func TestMarkdownIsHarmless(t *testing.T) {
	out := render(t, Markdown, hostileRun())
	rest := codeSpan.ReplaceAllString(out, "")
	for _, own := range []string{"<br>", "<details>", "</details>", "<summary>", "</summary>"} {
		rest = strings.ReplaceAll(rest, own, "")
	}
	if i := strings.IndexAny(rest, "<>&@$~`\\\x1b"); i >= 0 {
		t.Errorf("outside of code: %q", rest[i:])
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"container web can't run":        "container web can't run",
		`service "api": 3 of 4, (50%).`:  `service "api": 3 of 4, (50%).`,
		"naïve 漢字":                       "naïve 漢字",
		"aws_ecs_service.api, local.x":   "`aws_ecs_service.api`, `local.x`",
		"hi @team, see org/repo#1":       "hi `@team`, see `org/repo#1`",
		"fixes #12 and GH-12 and gh-1":   "fixes `#12` and `GH-12` and `gh-1`",
		"www.example.com a@example.com":  "`www.example.com` `a@example.com`",
		"javascript:alert(1) https://x":  "`javascript:alert(1)` `https://x`",
		"*a* _b_ ~~c~~ $d$ :tada: ^e":    "`*a*` `_b_` `~~c~~` `$d$` `:tada`: `^e`",
		"[x](y) ![z] <b> &amp; a|b":      "`[x](y)` `![z]` `<b>` `&amp`; `a|b`",
		"a`b ``c":                        "``a`b`` ``` ``c ```",
		"a\n# b\r\n- c":                  "`a\\n#` `b\\r\\n-` c",
		"\x1b[31m \u202e \xff \ufffe":    "`\\x1b[31m` `\\u202e` `\\xff` `\\ufffe`",
		"  spaces   between , . : words": "spaces between , . : words",
		"":                               "",
	} {
		if got := words(text); got != want {
			t.Errorf("words(%q) = %s, want %s", text, got, want)
		}
	}
}

// TestMarkdownIsBounded has more findings than GitHub takes: the least severe are
// left out.
func TestMarkdownIsBounded(t *testing.T) {
	const n = 3000
	r := manyRun(n)
	r.Suppressed = reviewRun().Suppressed
	out := render(t, Markdown, r)
	if len(out) > maxMarkdown || len(out) < maxMarkdown-2*spare {
		t.Errorf("%d bytes", len(out))
	}
	for _, want := range []string{
		"| [ECS.4] |", "Not in the table: 2950 more resources that fail.", "1 known finding", "1 ignored finding",
		"(750 high, 750 medium, 750 low)", "\n**Critical**\n", "\nLeft out for want of room: 1 finding (1 medium).\n",
	} {
		if want := strings.Replace(want, "(750", "critical, 750", 1); !strings.Contains(out, want) {
			t.Errorf("%q is missing", want)
		}
	}
	left := regexp.MustCompile(`Left out for want of room: (\d+) findings`).FindStringSubmatch(out)
	if left == nil {
		t.Fatal("it does not say how many are left out")
	}
	count, err := strconv.Atoi(left[1])
	if shown := strings.Count(out, "\n- [ECS.4]"); err != nil || shown+count != n || shown < 100 {
		t.Errorf("%d are shown, %s left out", shown, left[1])
	}
	if strings.Contains(out, "**Low**") {
		t.Error("low is shown, though not all of those above are")
	}
}

func TestMarkdownBoundsProblems(t *testing.T) {
	r := emptyRun()
	for range 100 {
		r.Problems = append(r.Problems, source.Problem{Name: "x", Message: strings.Repeat("y", 500), Level: source.Error})
	}
	out := render(t, Markdown, r)
	shown := strings.Count(out, "- **error** `x`: "+strings.Repeat("y", maxMessage-1)+"…\n")
	if want := "- and " + strconv.Itoa(100-shown) + " more\n"; shown == 0 || !strings.Contains(out, want) || len(out) > maxTroubles+1000 {
		t.Errorf("%d are shown in %d bytes", shown, len(out))
	}
}

// TestMatrix looks at symbols, order and bounds.
func TestMatrix(t *testing.T) {
	r := &Run{Result: &lint.Result{}}
	f := source.NewFile("main.tf", []byte("a\nb\nc\n"))
	module := source.NewFile(".terraform/modules/m/main.tf", []byte("x\n"))
	rule := func(i int, s rules.Severity) *rules.Rule {
		x := &rules.Rule{ID: "R." + strconv.Itoa(i), Severity: s}
		r.Rules = append(r.Rules, x)
		return x
	}
	find := func(rule *rules.Rule, address string, resource source.Range) {
		r.Findings = append(r.Findings, &lint.Finding{
			Rule: rule, Severity: rule.Severity, Range: resource,
			Instances: []lint.Instance{{Unit: "u", Address: address, Resource: resource}},
		})
	}
	judge := func(rule *rules.Rule, address string, resource source.Range, v rules.Verdict) {
		r.Judgements = append(r.Judgements, lint.Judgement{Rule: rule, Unit: "u", Address: address, Resource: resource, Verdict: v})
	}
	minor, major, unused := rule(1, rules.Low), rule(2, rules.Critical), rule(3, rules.Critical)
	find(minor, `a["|"]`, f.Line(1))
	judge(minor, `a["|"]`, f.Line(1), rules.Failed)
	judge(major, `a["|"]`, f.Line(1), rules.Undecided)
	judge(unused, `a["|"]`, f.Line(1), rules.Passed)
	find(major, "module.m.b", f.Line(2)) // shown at the call of the module
	judge(major, "module.m.b", module.Line(1), rules.Failed)
	judge(minor, "module.m.b", module.Line(1), rules.Passed)
	find(minor, "main.tf", f.Line(3))
	find(major, "main.tf", f.Line(3))
	m := &markdown{run: r}
	m.matrix()
	want := "| Resource | [R.2] | [R.1] |\n| --- | :---: | :---: |\n" +
		"| `main.tf` | ❌ | ❌ |\n" +
		"| `module.m.b` `main.tf:2:1` | ❌ | ✅ |\n" +
		"| `a[\"\\x7c\"]` `main.tf:1:1` | ❔ | ❌ |\n\n" + legend
	if diff := cmp.Diff(want, m.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	for i := range maxColumns {
		find(rule(100+i, rules.High), "main.tf", f.Line(3))
	}
	for i := range maxRows {
		find(minor, strings.Repeat("x", i), f.Line(3))
	}
	m = &markdown{run: r}
	m.matrix()
	for _, want := range []string{
		"| [R.2] | [R.100] |", "| [R.113] |\n", "\n\nNot in the table: 3 more resources that fail.\n\nNot in the table: 2 more rules that something fails.\n\n",
	} {
		if !strings.Contains(m.String(), want) {
			t.Errorf("%q is not in\n%s", want, m)
		}
	}
}

// TestMatrixIsBounded has resources whose names are long.
func TestMatrixIsBounded(t *testing.T) {
	r := &Run{Result: &lint.Result{Rules: []*rules.Rule{high}}}
	for i := range maxRows {
		f := source.NewFile(strings.Repeat("漢", 1000)+strconv.Itoa(i), []byte("a\n"))
		r.Findings = append(r.Findings, &lint.Finding{
			Rule: high, Range: f.Line(1), Instances: []lint.Instance{{Address: strings.Repeat("y", 1000), Resource: f.Line(1)}},
		})
	}
	m := &markdown{run: r}
	m.matrix()
	if !strings.Contains(m.String(), "Not in the table: 45 more resources that fail.") || m.Len() > maxMatrix+1000 {
		t.Errorf("%d bytes:\n%s", m.Len(), m)
	}
}
