package parsers

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
)

var details = regexp.MustCompile(`(: (?:note|error)): .*`)

// TestAside has inputs that are evaluated for the sake of others.
func TestAside(t *testing.T) {
	set := source.NewMemory(map[string]string{
		"svc/main.tf":    "resource \"aws_ecs_task_definition\" \"t\" {\n  container_definitions = file(\"task.json\")\n}\n",
		"svc/task.json":  `[{"name": "a", "image": "b", "essential": true}]`,
		"broken/main.tf": files["broken/main.tf"],
		"parent.yaml":    stackOf("child.yaml"),
		"child.yaml":     template,
		"bad.yaml":       "Resources:\n  C:\n    Type: AWS::ECS::Cluster\n   x: [\n",
	})
	for _, test := range []struct {
		name   string
		inputs []Input
		want   []string
	}{
		{
			name:   "a module that reads a file",
			inputs: []Input{{Name: "svc/main.tf"}, {Name: "svc/task.json", Named: true}},
			want:   []string{"svc (in part): taskDefinition", "svc/task.json: taskDefinition"},
		},
		{
			name:   "a template with a nested stack",
			inputs: []Input{{Name: "parent.yaml"}, {Name: "child.yaml", Named: true}},
			want:   []string{"parent.yaml (in part): cluster"},
		},
		{
			name:   "a module that matters itself",
			inputs: []Input{{Name: "svc/main.tf"}, {Name: "svc/x.tfvars", Named: true}},
			want:   []string{"svc: taskDefinition"},
		},
		{
			name:   "what is broken is noted",
			inputs: []Input{{Name: "broken/main.tf"}, {Name: "bad.yaml"}},
			want:   []string{"broken (in part): ", "broken/main.tf:2:1: note", "bad.yaml:4:4: note"},
		},
		{
			name:   "what is broken matters in what was named",
			inputs: []Input{{Name: "broken/main.tf"}, {Name: "bad.yaml", Named: true}},
			want:   []string{"broken (in part): ", "broken/main.tf:2:1: note", "bad.yaml:4:4: error"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := describe(set, test.inputs, Options{Changed: true})
			for i := range got { // what other packages say in detail is theirs
				got[i] = details.ReplaceAllString(got[i], "$1")
			}
			if diff := cmp.Diff(sorted(test.want), sorted(got)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}
