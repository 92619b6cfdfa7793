package lint

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/parserstest"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

// Two rules of the tests' own, so that no change of a real one touches them.
var (
	privileged = &rules.Rule{ID: "T.1", Severity: rules.High, Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.Privileged.Is(true), c.Privileged, "container %s is privileged", c.Name)
		}
	})}
	unnamed = &rules.Rule{ID: "T.2", Severity: rules.Low, Check: rules.On(func(p *rules.Pass, c *model.Cluster) {
		p.When(c.Name.Set().Not(), c.Name, "cluster has no name")
	})}
)

// describe tells a finding in one line.
func describe(f *Finding) string {
	at := func(r source.Range) string {
		start, end := r.Positions()
		return fmt.Sprintf("%s:%d:%d-%d", r.File.Name, start.Line, start.Rune, end.Rune)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s: %s", at(f.Range), f.Rule.ID, f.Message)
	if f.Reason != "" {
		b.WriteString("; since " + f.Reason)
	}
	if !f.Inside.IsZero() {
		b.WriteString("; inside " + at(f.Inside))
	}
	for _, s := range f.Trail {
		b.WriteString("; by " + s.String() + " " + at(s.Range))
	}
	for _, i := range f.Instances {
		fmt.Fprintf(&b, "; in %s %s of %s", i.Address, at(i.Resource), i.Unit)
	}
	return b.String()
}

func describeAll(all []*Finding) []string {
	var out []string
	for _, f := range all {
		out = append(out, describe(f))
	}
	return out
}

// run lints files in memory. Names with a "!" in front are named, all others
// that can be inputs are walked if none is.
func run(t *testing.T, files map[string]string, o Options) *Result {
	t.Helper()
	var inputs []parsers.Input
	memory := map[string]string{}
	for name, text := range files {
		bare, named := strings.CutPrefix(name, "!")
		memory[bare] = text
		if named {
			inputs = append(inputs, parsers.Input{Name: bare, Named: true})
		}
	}
	if inputs == nil {
		for name := range memory {
			if parsers.Candidate(name) && !strings.Contains(name, ".terraform/") {
				inputs = append(inputs, parsers.Input{Name: name, Walked: true})
			}
		}
	}
	if o.Rules == nil {
		o.Rules = []*rules.Rule{privileged, unnamed}
	}
	r, err := Run(context.Background(), source.NewMemory(memory), inputs, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const taskdef = `resource "aws_ecs_task_definition" "this" {
  family                = "f"
  container_definitions = jsonencode([{ name = var.name, privileged = var.privileged }])
}
`

func TestFindings(t *testing.T) {
	for _, test := range []struct {
		name      string
		files     map[string]string
		want      []string
		undecided []string
		elsewhere int
	}{
		{
			name: "instances that lead to one place are one finding",
			files: map[string]string{"main.tf": `locals {
  privileged = true
}
resource "aws_ecs_task_definition" "b" {
  for_each              = toset(["x", "y"])
  container_definitions = jsonencode([{ name = "c", privileged = local.privileged }])
}
resource "aws_ecs_task_definition" "a" {
  container_definitions = jsonencode([{ name = "c", privileged = local.privileged }])
}
`},
			want: []string{`main.tf:2:16-20 T.1: container "c" is privileged; by local.privileged main.tf:9:66-82` +
				`; in aws_ecs_task_definition.a main.tf:8:1-39 of .` +
				`; in aws_ecs_task_definition.b["x"] main.tf:4:1-39 of .; in aws_ecs_task_definition.b["y"] main.tf:4:1-39 of .`},
		},
		{
			name: "a module that several roots call is one finding",
			files: map[string]string{
				"m/main.tf": `resource "aws_ecs_cluster" "c" {}`,
				"a/main.tf": "module \"m\" {\n  source = \"../m\"\n}\n",
				"b/main.tf": "module \"m\" {\n  source = \"../m\"\n}\nmodule \"n\" {\n  source = \"../m\"\n}\n",
			},
			want: []string{`m/main.tf:1:1-31 T.2: cluster has no name; in module.m.aws_ecs_cluster.c m/main.tf:1:1-31 of a` +
				`; in module.n.aws_ecs_cluster.c m/main.tf:1:1-31 of b`},
		},
		{
			name: "a downloaded module is shown at its call",
			files: map[string]string{
				".terraform/modules/modules.json": `{"Modules": [{"Key": "", "Dir": "."}, {"Key": "m", "Source": "x/y/z", "Dir": ".terraform/modules/m"}]}`,
				".terraform/modules/m/main.tf":    taskdef + "variable \"name\" { default = \"d\" }\nvariable \"privileged\" { default = true }\n",
				"main.tf": `module "m" { # aws_ecs_
  source = "x/y/z"
}
`,
			},
			want: []string{`main.tf:1:1-11 T.1: container "d" is privileged; inside .terraform/modules/m/main.tf:6:35-39` +
				`; in module.m.aws_ecs_task_definition.this main.tf:1:1-11 of .`},
		},
		{
			name: "what a downloaded module is given is shown where it is written",
			files: map[string]string{
				".terraform/modules/modules.json": `{"Modules": [{"Key": "", "Dir": "."}, {"Key": "m", "Source": "x/y/z", "Dir": ".terraform/modules/m"}]}`,
				".terraform/modules/m/main.tf":    taskdef + "variable \"name\" {}\nvariable \"privileged\" {}\n",
				"main.tf": `module "m" { # aws_ecs_
  source     = "x/y/z"
  name       = "g"
  privileged = true
}
`,
			},
			want: []string{`main.tf:4:16-20 T.1: container "g" is privileged; by argument of module module.m main.tf:4:3-13` +
				`; in module.m.aws_ecs_task_definition.this main.tf:1:1-11 of .`},
		},
		{
			name: "what a downloaded module gives is shown at its call",
			files: map[string]string{
				".terraform/modules/modules.json": `{"Modules": [{"Key": "", "Dir": "."}, {"Key": "m", "Source": "x/y/z", "Dir": ".terraform/modules/m"}]}`,
				".terraform/modules/m/main.tf":    "output \"on\" { value = true }\n",
				"main.tf": `module "m" {
  source = "x/y/z"
}
resource "aws_ecs_task_definition" "this" {
  container_definitions = jsonencode([{ name = "c", privileged = module.m.on }])
}
`,
			},
			want: []string{`main.tf:1:1-11 T.1: container "c" is privileged; inside .terraform/modules/m/main.tf:1:23-27` +
				`; in aws_ecs_task_definition.this main.tf:4:1-42 of .`},
		},
		{
			name: "a named file: only what touches it",
			files: map[string]string{
				"main.tf":    taskdef + `resource "aws_ecs_cluster" "c" {}`,
				"!values.tf": "variable \"name\" { default = \"d\" }\nvariable \"privileged\" { default = true }\n",
			},
			want: []string{`values.tf:2:35-39 T.1: container "d" is privileged; by default of variable var.privileged values.tf:2:25-32` +
				`; by variable var.privileged main.tf:3:71-85; in aws_ecs_task_definition.this main.tf:1:1-42 of .`},
			elsewhere: 1,
		},
		{
			name: "undecided",
			files: map[string]string{
				"main.tf": taskdef + "variable \"name\" {}\nvariable \"privileged\" {}\n",
			},
			undecided: []string{`main.tf:3:71-85 T.1: container (var.name) is privileged; since var.privileged has no default` +
				`; in aws_ecs_task_definition.this main.tf:1:1-42 of .`},
		},
		{
			name: "what fails for one root is decided for all",
			files: map[string]string{
				"m/main.tf": taskdef + "variable \"name\" { default = 1 }\nvariable \"privileged\" {}\n",
				"a/main.tf": "module \"m\" {\n  source = \"../m\"\n  privileged = var.x\n}\nvariable \"x\" { default = true }\n",
				"b/main.tf": "module \"m\" {\n  source = \"../m\"\n  privileged = var.x\n}\nvariable \"x\" {}\n",
			},
			want: []string{`a/main.tf:5:26-30 T.1: container "1" is privileged; by default of variable var.x a/main.tf:5:16-23` +
				`; by variable var.x a/main.tf:3:16-21; by argument of module module.m a/main.tf:3:3-13; by variable var.privileged m/main.tf:3:71-85` +
				`; in module.m.aws_ecs_task_definition.this m/main.tf:1:1-42 of a`},
			undecided: []string{`m/main.tf:3:71-85 T.1: container "1" is privileged; since var.x has no default` +
				`; in module.m.aws_ecs_task_definition.this m/main.tf:1:1-42 of b`},
		},
		{
			name: "by place, then in the order of the rules",
			files: map[string]string{
				"b.yaml": "Resources: {C: {Type: 'AWS::ECS::Cluster'}}\n",
				"a.json": `{"family": "f", "containerDefinitions": [{"name": "z", "privileged": true}, {"name": "a", "privileged": true}]}`,
			},
			want: []string{
				`a.json:1:70-74 T.1: container "z" is privileged; in a.json a.json:1:1-2 of a.json`,
				`a.json:1:105-109 T.1: container "a" is privileged; in a.json a.json:1:1-2 of a.json`,
				`b.yaml:1:13-14 T.2: cluster has no name; in C b.yaml:1:13-14 of b.yaml`,
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := run(t, test.files, Options{Jobs: 2, Undecided: true})
			if diff := cmp.Diff(test.want, describeAll(r.Findings)); diff != "" {
				t.Errorf("findings: -want +got\n%s", diff)
			}
			if diff := cmp.Diff(test.undecided, describeAll(r.Undecided)); diff != "" {
				t.Errorf("undecided: -want +got\n%s", diff)
			}
			if r.Elsewhere != test.elsewhere {
				t.Errorf("%d findings elsewhere, want %d", r.Elsewhere, test.elsewhere)
			}
			for _, p := range r.Problems {
				t.Errorf("problem: %v", p)
			}
		})
	}
}

func TestCounts(t *testing.T) {
	r := run(t, map[string]string{
		"m/main.tf": "resource \"aws_ecs_cluster\" \"c\" {}\nresource \"aws_ecs_service\" \"s\" { count = 2 }\n",
		"a/main.tf": "module \"m\" {\n  source = \"../m\"\n}\n",
		"b/main.tf": "module \"m\" {\n  source = \"../m\"\n}\n",
		"c.yaml":    "Resources: {C: {Type: 'AWS::ECS::Cluster', Properties: {ClusterName: x}}, D: {Type: 'AWS::ECS::Cluster', Properties: {ClusterName: !ImportValue x}}}\n",
	}, Options{Jobs: 1})
	if diff := cmp.Diff(map[string]int{"cluster": 3, "service": 2}, r.Resources); diff != "" {
		t.Errorf("resources: -want +got\n%s", diff)
	}
	if diff := cmp.Diff(map[rules.Verdict]int{rules.Passed: 1, rules.Undecided: 1, rules.Failed: 1, rules.NotApplicable: 0}, r.Verdicts()); diff != "" {
		t.Errorf("verdicts: -want +got\n%s", diff)
	}
}

// A unit or a rule that breaks down leaves all others in place.
func TestDefects(t *testing.T) {
	broken := &rules.Rule{ID: "T.3", Check: rules.On(func(*rules.Pass, *model.Service) { panic("out of order") })}
	e := newEngine(source.NewMemory(nil), Options{Rules: []*rules.Rule{broken, unnamed}})
	units := []parsers.Unit{
		{Name: "a", Load: func(context.Context) (*model.Model, []source.Problem) { panic("cannot go on") }},
		{Name: "b", Load: func(ctx context.Context) (*model.Model, []source.Problem) {
			units, _ := parsers.Units(source.NewMemory(map[string]string{"b.tf": "resource \"aws_ecs_cluster\" \"c\" {}\nresource \"aws_ecs_service\" \"s\" {}\n"}),
				[]parsers.Input{{Name: "b.tf", Walked: true}}, parsers.Options{})
			return units[0].Load(ctx)
		}},
	}
	var outcomes []outcome
	for _, u := range units {
		u.Whole = true
		outcomes = append(outcomes, e.evaluate(t.Context(), u))
	}
	r := e.gather(outcomes)
	var got []string
	for _, d := range r.Defects {
		if !strings.Contains(d.Stack, "lint_test.go") {
			t.Errorf("stack of %s does not lead to the cause:\n%s", d.Unit, d.Stack)
		}
		got = append(got, d.Unit+": "+d.Error)
	}
	want := []string{"a: cannot go on", "b: rule T.3 broke down on aws_ecs_service.s: out of order"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("defects: -want +got\n%s", diff)
	}
	if len(r.Findings) != 1 || r.Findings[0].Rule != unnamed {
		t.Errorf("findings: %v", describeAll(r.Findings))
	}
}

// The parts of a large unit judge at the same time. What they say is what the rules say
// one after the other.
func TestParts(t *testing.T) {
	broken := &rules.Rule{ID: "T.3", Check: rules.On(func(*rules.Pass, *model.TaskDefinition) { panic("out of order") })}
	judge := func(jobs int) []string {
		r := run(t, map[string]string{"t.yaml": parserstest.LargeTemplate(large)}, Options{
			Rules: append(catalog.All(), broken), Undecided: true, Jobs: jobs,
		})
		if len(r.Findings) < large || len(r.Undecided) < large || len(r.Defects) != large {
			t.Errorf("%d findings, %d undecided, %d defects", len(r.Findings), len(r.Undecided), len(r.Defects))
		}
		out := append(describeAll(r.Findings), describeAll(r.Undecided)...)
		for _, d := range r.Defects {
			out = append(out, d.Error)
		}
		return append(out, fmt.Sprint(r.Resources, r.Verdicts()))
	}
	if diff := cmp.Diff(judge(1), judge(4)); diff != "" {
		t.Errorf("-one after the other +at the same time\n%s", diff)
	}
}

// The same file under two names, by a symbolic link, has each finding once and
// under its own name.
func TestSymbolicLinks(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a", "b"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("../common.tf", filepath.Join(dir, name, "common.tf")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "common.tf"), []byte(`resource "aws_ecs_cluster" "c" {}`), 0o600); err != nil {
		t.Fatal(err)
	}
	set, err := source.NewSet(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer set.Close() //nolint:errcheck // a test
	r, err := Run(context.Background(), set, []parsers.Input{{Name: "a/common.tf", Walked: true}, {Name: "b/common.tf", Walked: true}},
		Options{Rules: []*rules.Rule{unnamed}, Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"common.tf:1:1-31 T.2: cluster has no name; in aws_ecs_cluster.c common.tf:1:1-31 of a"}
	if diff := cmp.Diff(want, describeAll(r.Findings)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestProblemsOnce(t *testing.T) {
	r := run(t, map[string]string{
		"a/main.tf": "# aws_ecs_\nmodule \"m\" {\n  source = \"../m\"\n}\n",
		"b/main.tf": "# aws_ecs_\nmodule \"m\" {\n  source = \"../m\"\n}\n",
		"m/main.tf": "}\n",
	}, Options{Jobs: 2})
	if len(r.Problems) != 1 || r.Problems[0].Path() != "m/main.tf" {
		t.Errorf("got %v", r.Problems)
	}
}

// countdown is a context that is done after so many looks at it.
type countdown struct {
	context.Context
	looks int
}

func (c *countdown) Err() error {
	if c.looks--; c.looks < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// Whenever the time is up, a unit is either as if there were no limit, or there is
// nothing of it but a problem.
func TestUnitTime(t *testing.T) {
	template := `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: !Sub "${AWS::Region}-a", Privileged: true}]}
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: nested.yaml, Parameters: {P: true}}
`
	set := source.NewMemory(map[string]string{
		"a/main.tf": `module "m" {
  source   = "../m"
  for_each = toset([for n in range(40) : "n${n}"])
  name     = each.key
}
`,
		"m/main.tf": `variable "name" {}
resource "aws_ecs_task_definition" "this" {
  container_definitions = jsonencode([{ name = var.name, privileged = true }])
}
`,
		"t.yaml": template,
		"nested.yaml": `Parameters: {P: {Type: String}}
Resources: {Task: {Type: "AWS::ECS::TaskDefinition", Properties: {ContainerDefinitions: [{Name: b, Privileged: !Ref P}]}}}
`,
		"task.json": `{"family": "f", "containerDefinitions": [{"name": "z", "privileged": true}]}`,
		"p/plan.json": `{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [
  {"address": "aws_ecs_cluster.a", "mode": "managed", "type": "aws_ecs_cluster", "values": {}},
  {"address": "aws_ecs_cluster.b", "mode": "managed", "type": "aws_ecs_cluster", "values": {}}]}}}`,
	})
	var inputs []parsers.Input
	for _, name := range []string{"a/main.tf", "m/main.tf", "t.yaml", "nested.yaml", "task.json", "p/plan.json"} {
		inputs = append(inputs, parsers.Input{Name: name, Walked: true})
	}
	o := Options{Rules: []*rules.Rule{privileged, unnamed}, Jobs: 1}
	found := map[string]int{}
	judge := func(ctx context.Context, i int) *Result {
		units, _, _ := Units(set, inputs, o.Parse)
		e := newEngine(set, o)
		return e.gather([]outcome{e.timed(ctx, units[i])})
	}
	units, _, _ := Units(set, inputs, o.Parse)
	for i, u := range units {
		full := judge(t.Context(), i)
		found[u.Name] = len(full.Findings)
		late := []string{u.Name + ": not judged, as it takes longer than 0s: raise --root-timeout"}
		for looks, done := 0, false; !done; looks++ {
			r := judge(&countdown{t.Context(), looks}, i)
			done = len(r.Problems) == 0
			want := describeAll(full.Findings)
			if !done {
				want = nil
				if diff := cmp.Diff(late, messages(r.Problems)); diff != "" {
					t.Fatalf("%s, %d looks: problems: -want +got\n%s", u.Name, looks, diff)
				}
			}
			if diff := cmp.Diff(want, describeAll(r.Findings)); diff != "" || len(r.Defects) > 0 {
				t.Fatalf("%s, %d looks: defects %v, findings: -want +got\n%s", u.Name, looks, r.Defects, diff)
			}
		}
	}
	if diff := cmp.Diff(map[string]int{"a": 1, "t.yaml": 2, "task.json": 1, "p/plan.json": 2}, found); diff != "" {
		t.Errorf("findings: -want +got\n%s", diff)
	}
}

// Once the time is up the evaluation ends soon: here 500,000 further steps would be
// taken without that.
func TestUnitTimeEndsSoon(t *testing.T) {
	set := source.NewMemory(map[string]string{
		"main.tf": `resource "aws_ecs_cluster" "a" {
  name = length([for i in range(1000) : [for j in range(1000) : [for k in range(1000) : i * j * k]]])
}
`,
	})
	units, _, _ := Units(set, []parsers.Input{{Name: "main.tf", Walked: true}}, parsers.Options{})
	ctx := &countdown{t.Context(), 100}
	newEngine(set, Options{Rules: []*rules.Rule{unnamed}}).timed(ctx, units[0])
	if late := -ctx.looks; late < 1 || late > 1000 {
		t.Errorf("%d looks at the clock after it had run out", late)
	}
}

func messages(problems []source.Problem) []string {
	var out []string
	for _, p := range problems {
		out = append(out, p.Error())
	}
	return out
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Run(ctx, source.NewMemory(map[string]string{"a.json": "{}"}), []parsers.Input{{Name: "a.json", Named: true}}, Options{Jobs: 1})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
