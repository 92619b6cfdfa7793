package taskdef_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers/internal/golden"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/taskdef"
	"github.com/ecslint/ecslint/parsers/value"
)

const fixtures = "../../fixtures/_taskdef"

func TestFixtures(t *testing.T) {
	t.Parallel()
	golden.Test(t, fixtures, func(_ *source.Set, f *source.File, _ []string) (*model.Model, []source.Problem) {
		return taskdef.Load(f)
	})
}

// TestLookAlikes reads files that mention containers, or list things with a name
// and an image, and are no task definitions.
func TestLookAlikes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, file, text string }{
		{"an API model", "service-2.json", `{"version": "2.0", "operations": {}, "shapes": {"RegisterTaskDefinitionRequest": {
			"type": "structure", "members": {"containerDefinitions": {"shape": "ContainerDefinitions"}}}}}`},
		{"examples of an API", "examples-1.json", `{"examples": {"RegisterTaskDefinition": [{"input": {
			"family": "web", "containerDefinitions": [{"name": "web", "image": "nginx"}]}}]}}`},
		{"an API description", "openapi.json", `{"openapi": "3.0.0", "components": {"schemas": {"Task": {"properties": {
			"containerDefinitions": {"type": "array", "items": {"$ref": "#/x"}}}}}}}`},
		{"a schema", "schema.json", `{"properties": {"containerDefinitions": {"type": "array"}, "family": {"type": "string"}}}`},
		{"a description of members", "members.json", `{"family": "text", "containerDefinitions": {"type": "list"}}`},
		{"a list of names", "names.json", `{"family": "x", "containerDefinitions": ["web", "log"]}`},
		{"a construct tree", "tree.json", `{"version": "tree-0.1", "tree": {"attributes": {"aws:cdk:cloudformation:props": {
			"containerDefinitions": [{"name": "web", "image": "nginx"}]}}}}`},
		{"a template", "template.json", `{"Resources": {"T": {"Type": "AWS::ECS::TaskDefinition", "Properties": {
			"containerDefinitions": [{"name": "web", "image": "nginx"}]}}}}`},
		{"an AppSpec", "appspec.yaml", "Resources:\n  - TargetService:\n      Type: AWS::ECS::Service\n      containerDefinitions: []\n"},
		{"a buildspec", "buildspec.yml", "phases:\n  build:\n    commands:\n      - jq '.containerDefinitions[0].image' taskdef.json\n"},
		{"images of a pipeline", "imagedefinitions.json", `[{"name": "web", "imageUri": "nginx"}]`},
		{"products", "products.json", `[{"name": "Sock", "image": "/sock.png", "price": 4}]`},
		{"virtual machines", "machines.json", `[{"name": "a", "image": "ubuntu", "cpu": 2, "memory": 4096}]`},
		{"containers of Kubernetes", "containers.yaml", "- name: web\n  image: nginx\n  ports: [{containerPort: 80}]\n  env: []\n"},
		{"a service definition", "service.json", `{"serviceName": "web", "taskDefinition": "web:1"}`},
		{"an event", "event.json", `{"detail": {"containerDefinitions": [{"name": "web", "image": "nginx"}]}}`},
		{"an empty list", "list.json", `[ ]`},
		{"a broken file about something else", "x.json", `{"note": "containerDefinitions", `},
		{"nothing", "empty.json", ""},
	} {
		m, problems := taskdef.Load(source.NewFile(c.file, []byte(c.text)))
		if m != nil || len(problems) > 0 {
			t.Errorf("%s: a model %v, problems %v", c.name, m != nil, problems)
		}
	}
}

// TestFragmentIsOpen shows what is said of a list of containers alone: nothing
// about the task that they will belong to.
func TestFragmentIsOpen(t *testing.T) {
	t.Parallel()
	m, _ := taskdef.Load(source.NewFile("c.json", []byte(`[{"name": "a", "image": "b", "essential": true}]`)))
	for d := range model.All[*model.TaskDefinition](m) {
		if len(d.Containers.Items) != 1 || d.Containers.Complete != value.Yes {
			t.Errorf("%d containers, complete %s", len(d.Containers.Items), d.Containers.Complete)
		}
		if got := d.NetworkMode.Is("host"); got != value.Maybe {
			t.Errorf("the network mode is host: %s, want maybe", got)
		}
		if got := d.RuntimePlatform.OperatingSystemFamily.Set(); got != value.Maybe {
			t.Errorf("the operating system is set: %s, want maybe", got)
		}
		return
	}
	t.Fatal("no task definition")
}

func TestMentions(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		`{"containerDefinitions": []}`:                               true,
		`[{"essential": true}]`:                                      true,
		"\ufeff \n[{\"essential\": true}]":                           true,
		"# comment\n---\n- name: a\n  mountPoints: []\n":             true,
		"// comment\n[{\"essential\": true}]":                        true,
		`{"shapes": {"essential": 1}}`:                               false,
		"services:\n  web: {essential: 1}\n":                         false,
		`[{"name": "a", "image": "b"}]`:                              false,
		"":                                                           false,
		"--- # a document\nname: a\nentryPoint: [b]\nimage: nginx\n": false,
	} {
		if got := taskdef.Mentions([]byte(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// FuzzLoad reads whatever comes: it must end, and every place must lie in its
// file.
func FuzzLoad(f *testing.F) {
	for _, a := range golden.Archives(f, fixtures) {
		for _, file := range a.Files {
			if !strings.HasSuffix(file.Name, ".want") {
				f.Add(string(file.Data))
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, problems := taskdef.Load(source.NewFile("t.yaml", []byte(text)))
		golden.CheckPlaces(t, m, problems)
	})
}

// TestCorpus reads the task definitions of a folder: every one must have a known
// list of containers, unless a placeholder stands in it.
func TestCorpus(t *testing.T) {
	t.Parallel()
	var definitions, containers int
	golden.Corpus(t, func(_ *source.Set, f *source.File) {
		m, problems := taskdef.Load(f)
		golden.CheckPlaces(t, m, problems)
		for _, p := range problems {
			t.Logf("%s: %v", p.Level, p)
		}
		if m == nil {
			return
		}
		for d := range model.All[*model.TaskDefinition](m) {
			definitions++
			containers += len(d.Containers.Items)
			if d.Containers.Complete != value.Yes && !strings.HasPrefix(d.Containers.Reason(), "placeholder ") {
				t.Errorf("%s: the containers of %s are not known: %s", f.Name, d.Address, d.Containers.Reason())
			}
		}
	})
	t.Logf("%d task definitions, %d containers", definitions, containers)
}
