package parsers

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
)

const (
	cluster    = "resource \"aws_ecs_cluster\" \"c\" {}\n"
	template   = "Resources: {C: {Type: 'AWS::ECS::Cluster'}}\n"
	definition = `{"family": "f", "containerDefinitions": [{"name": "a", "image": "b"}]}`
)

// files are a repository with all kinds of inputs.
var files = map[string]string{
	"prod/main.tf":          "module \"svc\" {\n  source = \"../svc\"\n}\n",
	"prod/prod.auto.tfvars": "a = 1\n",
	"svc/main.tf":           cluster,
	"svc/other.tf":          "",
	"queue/main.tf":         "resource \"aws_sqs_queue\" \"q\" {}\n",
	"vpc/main.tf":           "resource \"aws_vpc\" \"v\" {}\n",
	"vpc/outputs.tf":        "output \"id\" {\n  value = aws_vpc.v.id\n}\n",
	"bucket.yaml":           "Resources: {B: {Type: 'AWS::S3::Bucket'}}\n",
	"broken/main.tf":        "# aws_ecs_cluster\n}\n",
	"template.yaml":         template,
	"template.json":         `{"Resources": {"C": {"Type": "AWS::ECS::Cluster"}}}`,
	"task.json":             definition,
	"list.json":             `[{"name": "a", "image": "b", "essential": true}]`,
	"plan.json": `{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [` +
		`{"address": "aws_ecs_cluster.c", "mode": "managed", "type": "aws_ecs_cluster", "name": "c", "values": {"name": "c"}}]}}}`,
	"other.json":   `{"a": 1}`,
	"chart.yaml":   "# AWS::ECS::Cluster\n{{- if .x }}\nResources: 1\n{{ end }}\n",
	"notjson.json": `{"a": `,
	"notyaml.yaml": "a: [\n",
	"empty.yaml":   "",
	"binary.yml":   "a\x00b",
}

func TestUnits(t *testing.T) {
	all := maps.Clone(files)
	maps.Copy(all, stacks)
	var everything []string
	for name := range files {
		if Candidate(name) {
			everything = append(everything, name)
		}
	}
	for _, test := range []struct {
		name   string
		walked []string
		named  []string
		opts   Options
		want   []string // "unit: kinds of its resources" and problems
	}{
		{
			name: "everything", walked: everything,
			want: []string{
				"broken: ", "plan.json: cluster", "prod: cluster", "task.json: taskDefinition", "list.json: taskDefinition",
				"template.json: cluster", "template.yaml: cluster",
				"broken/main.tf:2:1: error: ",
			},
		},
		{name: "a file stands for its module", named: []string{"svc/other.tf"}, want: []string{"svc (in part): cluster"}},
		{name: "values stand for their module", named: []string{"prod/prod.auto.tfvars"}, want: []string{"prod (in part): cluster"}},
		{name: "a module that another input calls", named: []string{"svc/main.tf"}, walked: []string{"prod/main.tf"}, want: []string{"prod: cluster"}},
		{
			name: "what is named must be linted", named: []string{"queue/main.tf", "vpc/outputs.tf", "gone/main.tf", "other.json", "gone.json", "notjson.json", "notyaml.yaml", "empty.yaml", "binary.yml", "chart.yaml"},
			want: []string{
				"gone/main.tf: error: file does not exist",
				"queue/main.tf: error: neither its folder nor a module that is called there has an ECS resource",
				"vpc/outputs.tf: error: neither its folder nor a module that is called there has an ECS resource",
				"binary.yml:1:2: error: ",
				"chart.yaml:2:1: error: ",
				"empty.yaml: error: no task definition and no ECS resource is recognised in it",
				"gone.json: error: file does not exist",
				"notjson.json:1:7: error: ",
				"notyaml.yaml:2:1: error: ",
				"other.json: error: no task definition and no ECS resource is recognised in it",
			},
		},
		{
			name: "what has changed need not be about ECS", opts: Options{Changed: true},
			named: []string{"vpc/main.tf", "bucket.yaml", "other.json", "notyaml.yaml", "gone.json", "svc/other.tf", "task.json"},
			want:  []string{"svc: cluster", "task.json: taskDefinition", "gone.json: warning: file does not exist"},
		},
		{
			name: "what is named may be a neighbour of ECS", named: []string{"vpc/main.tf", "bucket.yaml"},
			want: []string{"vpc (in part): vpc", "bucket.yaml: bucket"},
		},
		{
			name: "a template that another input makes a stack of", named: []string{"stacks/child.yaml"}, walked: []string{"stacks/parent.yaml"},
			want: []string{"stacks/parent.yaml: cluster"},
		},
		{name: "the template of a stack alone", named: []string{"stacks/child.yaml"}, want: []string{"stacks/child.yaml: cluster"}},
		{
			name: "templates that make stacks of each other", walked: []string{"stacks/b.yaml", "stacks/a.yaml"},
			want: []string{
				"stacks/a.yaml: cluster",
				"stacks/b.yaml:1:79: note: nested stack B/S is not looked into: stacks/a.yaml is a template of itself",
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			var inputs []Input
			for _, n := range test.walked {
				inputs = append(inputs, Input{Name: n, Walked: true})
			}
			for _, n := range test.named {
				inputs = append(inputs, Input{Name: n, Named: true})
			}
			got := describe(source.NewMemory(all), inputs, test.opts)
			if diff := cmp.Diff(sorted(test.want), sorted(got), cmp.Comparer(matches)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// stacks are templates that make stacks of each other.
var stacks = map[string]string{
	"stacks/child.yaml":  template,
	"stacks/parent.yaml": stackOf("child.yaml"),
	"stacks/a.yaml": "Resources: {C: {Type: 'AWS::ECS::Cluster'}, " +
		"B: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: b.yaml}}}\n",
	"stacks/b.yaml": stackOf("a.yaml"),
}

func stackOf(url string) string {
	return "Resources: {S: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: " + url + "}}}\n"
}

// TestNamedByAnother walks over files that name each other: what is read through
// another file is no unit of its own, unless only it is asked for.
func TestNamedByAnother(t *testing.T) {
	set := source.NewMemory(map[string]string{
		"ecspresso.yml": "cluster: c\nservice: s\nservice_definition: service.json\ntask_definition: task.json\n",
		"service.json":  `{"desiredCount": 1, "loadBalancers": [], "schedulingStrategy": "REPLICA"}`,
		"task.json":     definition,
	})
	for _, test := range []struct{ inputs, want []string }{
		{[]string{"ecspresso.yml", "service.json", "task.json"}, []string{"ecspresso.yml: taskDefinition service"}},
		{[]string{"service.json", "task.json"}, []string{"service.json: service", "task.json: taskDefinition"}},
	} {
		var inputs []Input
		for _, n := range test.inputs {
			inputs = append(inputs, Input{Name: n, Walked: true})
		}
		if diff := cmp.Diff(sorted(test.want), sorted(describe(set, inputs, Options{})), cmp.Comparer(matches)); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
	}
}

// describe tells what there is to the units of inputs.
func describe(set *source.Set, inputs []Input, opts Options) []string {
	units, problems := Units(set, inputs, opts)
	var out []string
	for _, u := range units {
		m, more := u.Load(context.Background())
		problems = append(problems, more...)
		if m == nil {
			continue
		}
		var kinds []string
		for e := range m.Resources() {
			kinds = append(kinds, e.Kind())
		}
		name := u.Name
		if !u.Whole {
			name += " (in part)"
		}
		out = append(out, name+": "+strings.Join(kinds, " "))
	}
	for _, p := range problems {
		out = append(out, strings.Replace(p.Error(), ": ", ": "+p.Level.String()+": ", 1))
	}
	return out
}

func sorted(s []string) []string {
	s = slices.Clone(s)
	slices.Sort(s)
	return s
}

// matches reports whether two lines are equal, or one is what the other, which
// ends in a colon, begins with: what other packages say in detail is theirs.
func matches(a, b string) bool {
	for _, p := range []string{"error: ", "warning: "} {
		if strings.HasSuffix(a, p) || strings.HasSuffix(b, p) {
			return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
		}
	}
	return a == b
}

func TestTooLarge(t *testing.T) {
	dir := t.TempDir()
	for name, head := range map[string]string{"ecs.yaml": template, "other.json": "{}"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(head), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(filepath.Join(dir, name), source.MaxSize+1); err != nil {
			t.Fatal(err)
		}
	}
	set, err := source.NewSet(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer set.Close() //nolint:errcheck // a test
	walked := describe(set, []Input{{Name: "ecs.yaml", Walked: true}, {Name: "other.json", Walked: true}}, Options{})
	if diff := cmp.Diff([]string{"ecs.yaml: error: file is larger than 5 MiB"}, walked); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	named := describe(set, []Input{{Name: "other.json", Named: true}}, Options{})
	if diff := cmp.Diff([]string{"other.json: error: file is larger than 5 MiB"}, named); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestCandidate(t *testing.T) {
	for name, want := range map[string]bool{
		"a/main.tf": true, "x.tofu": true, "x.tf.json": true, "a.b/x.yml": true, "x.template": true, "x.json": true,
		".json": false, "x.tfvars": false, "main.tf.bak": false, "yaml": false, "a.yaml/x": false,
	} {
		if got := Candidate(name); got != want {
			t.Errorf("Candidate(%q) = %t", name, got)
		}
	}
}
