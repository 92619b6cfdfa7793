package lint

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// outcomeOf tells in short what a run reported, what it left out and why, and its
// warnings.
func outcomeOf(r *Result) []string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, fmt.Sprintf("%s %s", at(f.Range), f.Rule.ID))
	}
	for _, f := range r.Suppressed {
		s := f.Suppression
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s left out: %s %s %s", at(f.Range), f.Rule.ID, s.Kind, s.Reason, s.Until)))
	}
	for _, p := range r.Problems {
		out = append(out, p.Error())
	}
	return out
}

func at(r source.Range) string {
	return fmt.Sprintf("%s:%d", r.File.Name, r.File.Position(r.Start).Line)
}

// service is a module whose container is privileged as a variable says.
const service = `variable "privileged" {}
resource "aws_ecs_task_definition" "this" {
  container_definitions = jsonencode([{ name = "c", privileged = var.privileged }])
}
`

func TestIgnores(t *testing.T) {
	for _, test := range []struct {
		name    string
		files   map[string]string
		options Options
		want    []string
	}{
		{
			name: "on the line",
			files: map[string]string{"main.tf": `resource "aws_ecs_task_definition" "a" {
  container_definitions = jsonencode([{ privileged = true }]) // ecslint:ignore T.1 -- it is an agent
}
`},
			want: []string{"main.tf:2 T.1 left out: inSource it is an agent"},
		},
		{
			name: "alone above, among other comments",
			files: map[string]string{"main.tf": `resource "aws_ecs_task_definition" "a" {
  # ecslint:ignore T.1 until=2027-03-31 -- it is an agent
  # of ours
  container_definitions = jsonencode([{ privileged = true }])
}
`},
			want: []string{"main.tf:4 T.1 left out: inSource it is an agent 2027-03-31"},
		},
		{
			name: "not above a line of code",
			files: map[string]string{"main.tf": `resource "aws_ecs_task_definition" "a" {
  family = "a" # ecslint:ignore T.1 -- it is an agent
  container_definitions = jsonencode([{ privileged = true }])
}
`},
			want: []string{"main.tf:3 T.1", "main.tf:2:18: the ignore of T.1 is not used: nothing is found there"},
		},
		{
			name: "at the resource, in a comment of several lines",
			files: map[string]string{"main.tf": `/* The agent.
   ecslint:ignore T.1,T.2 -- it is
   an agent */
resource "aws_ecs_task_definition" "a" {
  container_definitions = jsonencode([
    { privileged = true },
    { privileged = true },
  ])
}
`},
			want: []string{"main.tf:6 T.1 left out: inSource it is an agent", "main.tf:7 T.1 left out: inSource it is an agent"},
		},
		{
			name: "at a step of the way",
			files: map[string]string{"main.tf": `locals {
  on = true
}
resource "aws_ecs_task_definition" "a" {
  container_definitions = jsonencode([{
    # ecslint:ignore T.1 -- it is an agent
    privileged = local.on
  }])
}
resource "aws_ecs_task_definition" "b" {
  container_definitions = jsonencode([{ privileged = local.on }])
}
`},
			want: []string{"main.tf:2 T.1", "main.tf:2 T.1 left out: inSource it is an agent"},
		},
		{
			name: "at one caller of a module",
			files: map[string]string{
				"m/main.tf": strings.Replace(service, "var.privileged", "true", 1),
				"main.tf": `# ecslint:ignore T.1 -- it is an agent
module "a" {
  source     = "./m"
  privileged = 1
}
module "b" {
  source     = "./m"
  privileged = 1
}
`,
			},
			want: []string{"m/main.tf:3 T.1", "m/main.tf:3 T.1 left out: inSource it is an agent"},
		},
		{
			name: "at the value in a file of values",
			files: map[string]string{
				"main.tf":          service,
				"terraform.tfvars": "privileged = true # ecslint:ignore T.1 -- it is an agent\n",
			},
			want: []string{"terraform.tfvars:1 T.1 left out: inSource it is an agent"},
		},
		{
			name: "not in a string, a heredoc or a scalar",
			files: map[string]string{
				"main.tf": `resource "aws_ecs_task_definition" "a" {
  family = "# ecslint:ignore T.1 -- x"
  container_definitions = <<EOF
    [{
      # ecslint:ignore T.1 -- x
      "privileged": true}]
    EOF
}
`,
				"x.yaml": `Resources:
  C:
    Type: AWS::ECS::Cluster
    Metadata:
      a: "# ecslint:ignore T.2 -- x"
      b: |
        # ecslint:ignore T.2 -- x
  D: # ecslint:ignore T.2 -- it has a name
    Type: AWS::ECS::Cluster
`,
			},
			want: []string{
				"x.yaml:2 T.2", "x.yaml:8 T.2 left out: inSource it has a name",
			},
		},
		{
			name: "what is wrong with one",
			files: map[string]string{"main.tf": `# ecslint:ignore -- x
# ecslint:ignore T.11 -- x
# ecslint:ignore T.2
# ecslint:ignore T.2 --
# ecslint:ignore T.2 until=tomorrow -- x
# ecslint:ignore T.2 until=2026-11-21 -- x
# ecslint:ignored T.2 -- x
resource "aws_ecs_cluster" "a" {}
`},
			want: []string{
				"main.tf:8 T.2",
				"main.tf:1:3: the ignore names no rule",
				`main.tf:2:3: unknown rule "T.11"; did you mean T.1?`,
				"main.tf:3:3: the ignore has no effect without a reason, behind two hyphens: ecslint:ignore RULE -- reason",
				"main.tf:4:3: the ignore has no effect without a reason, behind two hyphens: ecslint:ignore RULE -- reason",
				`main.tf:5:3: "tomorrow" is no date as 2006-01-02`,
				"main.tf:6:3: the ignore of T.2 expired on 2026-11-21",
			},
		},
		{
			name:  "one of a rule that is off is not unused",
			files: map[string]string{"main.tf": "# ecslint:ignore T.3 -- x\n# ecslint:ignore all -- y\nresource \"aws_ecs_cluster\" \"a\" {}\n"},
			want:  []string{"main.tf:3 T.2 left out: inSource y"},
		},
		{
			name:  "one of what cannot be decided is not unused",
			files: map[string]string{"main.tf": service + "# ecslint:ignore T.1 -- x\nresource \"aws_ecs_cluster\" \"a\" { name = \"a\" }\n", "x.tf": "# ecslint:ignore T.1 -- x\nvariable \"y\" {}\n"},
			want: []string{
				"main.tf:5:3: the ignore of T.1 is not used: nothing is found there",
				"x.tf:1:3: the ignore of T.1 is not used: nothing is found there",
			},
		},
		{
			name: "metadata of a resource, a template and a stack",
			files: map[string]string{
				"x.yaml": `Metadata:
  ecslint:
    ignore: [{rules: [T.1], reason: agents}]
Resources:
  T:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Privileged: true}]}
  C:
    Type: AWS::ECS::Cluster
    Metadata:
      ecslint:
        ignore:
          - {rule: T.2, reason: it has a name, until: 2027-01-01}
          - {rule: T.2, reasn: x}
  S:
    Type: AWS::CloudFormation::Stack
    Metadata: {ecslint: {ignore: {rule: T.2, reason: nested}}}
    Properties: {TemplateURL: ./n.json}
`,
				"y.yaml": `Resources:
  C:
    Type: AWS::ECS::Cluster
    Metadata: {ecslint: {ignore: T.2}}
`,
				"n.json": `{"Resources": {"C": {"Type": "AWS::ECS::Cluster"}}}`,
			},
			want: []string{
				"y.yaml:2 T.2", "n.json:1 T.2 left out: inSource nested", "x.yaml:7 T.1 left out: inSource agents",
				"x.yaml:8 T.2 left out: inSource it has a name 2027-01-01",
				"x.yaml:14:13: the ignore has no effect without a reason, as the value of reason",
				`x.yaml:14:13: unknown key "reasn": use rule, reason, until`,
				"y.yaml:4:34: the ignore has no effect without a reason, as the value of reason",
				"y.yaml:4:34: the ignore names no rule",
			},
		},
		{
			name: "those of other scanners",
			files: map[string]string{
				"main.tf": `resource "aws_ecs_cluster" "a" {
  # checkov:skip=CKV_AWS_65:no need
}
#trivy:ignore:AVD-AWS-0034 trivy:ignore:foo
resource "aws_ecs_cluster" "b" {}
#tfsec:ignore:aws-ecs-enable-container-insight:exp:2026-01-01
resource "aws_ecs_cluster" "c" {}
`,
				"x.yaml": "Resources:\n  C:\n    Type: AWS::ECS::Cluster\n    Metadata: {checkov: {skip: [{id: CKV_AWS_65, comment: no need}, {id: CKV_AWS_1}]}}\n",
			},
			options: Options{HonourForeign: true, Rules: []*rules.Rule{insights}, Known: []*rules.Rule{insights}},
			want: []string{
				"main.tf:7 ECS.12",
				"main.tf:1 ECS.12 left out: inSource no need",
				"main.tf:5 ECS.12 left out: inSource ignored by trivy:ignore:AVD-AWS-0034",
				"x.yaml:2 ECS.12 left out: inSource no need",
				"main.tf:6:1: the ignore of ECS.12 expired on 2026-01-01",
			},
		},
		{
			name: "those of the configuration",
			files: map[string]string{
				"a.tf": `resource "aws_ecs_cluster" "a" {}`, "b/b.tf": `resource "aws_ecs_cluster" "b" {}`, "c.tf": `resource "aws_ecs_cluster" "c" {}`,
			},
			options: Options{Ignores: []Ignore{
				{Kind: Configured, Range: source.NewFile("x", nil).Whole(), Rules: []string{"T.2"}, Reason: "p", Paths: func(s string) bool { return s == "a.tf" }},
				{Kind: Configured, Range: source.NewFile("x", nil).Whole(), Rules: []string{"T.2"}, Reason: "a", Addresses: func(s string) bool { return s == "aws_ecs_cluster.b" }},
				{
					Kind: Configured, Range: source.NewFile("y", nil).Whole(), Rules: []string{"T.2"}, Reason: "both",
					Paths: func(s string) bool { return s == "c.tf" }, Addresses: func(string) bool { return false },
				},
				{Kind: Configured, Range: source.NewFile("z", nil).Whole(), Rules: []string{"T.2"}, Reason: "late", Until: "2026-11-21", Paths: func(string) bool { return true }},
			}},
			want: []string{
				"c.tf:1 T.2", "a.tf:1 T.2 left out: configuration p", "b/b.tf:1 T.2 left out: configuration a",
				"y:1:1: the ignore of T.2 is not used: nothing is found there",
				"z:1:1: the ignore of T.2 expired on 2026-11-21",
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := test.options
			o.Jobs, o.Today = 2, time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
			if o.Known == nil {
				o.Known = []*rules.Rule{privileged, unnamed, {ID: "T.3", Slug: "off"}}
			}
			// What is undecided uses requests also where nobody asks for it.
			for _, o.Undecided = range []bool{false, true} {
				if diff := cmp.Diff(test.want, outcomeOf(run(t, test.files, o))); diff != "" {
					t.Errorf("undecided %t: -want +got\n%s", o.Undecided, diff)
				}
			}
		})
	}
}

// insights has the ID of a rule for which other scanners have counterparts.
var insights = &rules.Rule{ID: "ECS.12", Check: unnamed.Check}

func TestBaseline(t *testing.T) {
	files := map[string]string{
		"a.tf": "resource \"aws_ecs_cluster\" \"a\" {\n  count = 2\n}\nresource \"aws_ecs_cluster\" \"b\" {}\n" +
			"resource \"aws_ecs_task_definition\" \"t\" {\n  container_definitions = jsonencode([{ name = \"a b\", privileged = true }])\n}\n",
	}
	var b strings.Builder
	first := run(t, files, Options{Jobs: 1})
	n, err := WriteBaseline(&b, first, nil)
	want := baselineHeader + `T.1 a.tf aws_ecs_task_definition.t "containerDefinitions[a b].privileged"
T.2 a.tf aws_ecs_cluster.a clusterName
T.2 a.tf aws_ecs_cluster.b clusterName
`
	if err != nil || n != 3 || b.String() != want {
		t.Fatalf("%d, %v: got\n%swant\n%s", n, err, b.String(), want)
	}
	known, problems := ReadBaseline(source.NewFile("baseline", []byte(b.String())))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	// Lines move, one finding goes, one comes.
	files["a.tf"] = "\n\n" + strings.Replace(files["a.tf"], "privileged = true", "", 1) + "resource \"aws_ecs_cluster\" \"c\" {}\n"
	second := run(t, files, Options{Jobs: 1, Baseline: known})
	got := []string{
		"a.tf:10 T.2", "a.tf:3 T.2 left out: baseline", "a.tf:6 T.2 left out: baseline",
		"baseline:2:1: T.1 in aws_ecs_task_definition.t is fixed: the line can go (ecslint baseline writes the file anew)",
	}
	if diff := cmp.Diff(got, outcomeOf(second)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	// A run of other rules, or one that does not understand everything, says
	// nothing of what is fixed, and leaves the lines in place.
	for name, r := range map[string]*Result{
		"other rules": run(t, files, Options{Jobs: 1, Baseline: known, Rules: []*rules.Rule{unnamed}}),
		"broken":      run(t, map[string]string{"a.tf": files["a.tf"], "b.tf": "}"}, Options{Jobs: 1, Baseline: known}),
	} {
		for _, p := range r.Problems {
			if p.Path() == "baseline" {
				t.Errorf("%s: %v", name, p)
			}
		}
		b.Reset()
		if _, err := WriteBaseline(&b, r, known); err != nil || !strings.Contains(b.String(), "T.1 a.tf") {
			t.Errorf("%s: %v: got\n%s", name, err, b.String())
		}
	}
}

func TestReadBaseline(t *testing.T) {
	for line, want := range map[string]string{
		"T.1 a.tf b":          "b:1:1: no line of a baseline: 3 fields instead of 4",
		`T.1 "a.tf b c`:       "b:1:1: no line of a baseline: field 2 is not quoted as it should be",
		"T.1 a b c d":         "b:1:1: no line of a baseline: more than 4 fields",
		"<<<<<<< HEAD":        "b:1:1: no line of a baseline: 2 fields instead of 4",
		`T.1 "a\nb" "" "\\ "`: "",
		"  # T.1":             "",
	} {
		_, problems := ReadBaseline(source.NewFile("b", []byte(line)))
		got := ""
		if len(problems) > 0 {
			got = problems[0].Error()
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
}
