package taskdef_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers/internal/golden"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/taskdef"
	"github.com/ecslint/ecslint/parsers/value"
)

const fixtures = "../../fixtures/_taskdef"

// load reads a file that is alone.
func load(name, text string) (*model.Model, []source.Problem) {
	return taskdef.NewLoader(source.NewMemory(nil)).Load(source.NewFile(name, []byte(text)))
}

func TestFixtures(t *testing.T) {
	t.Parallel()
	golden.Test(t, fixtures, func(set *source.Set, f *source.File, _ []string) (*model.Model, []source.Problem) {
		return taskdef.NewLoader(set).Load(f)
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
		{"too little of a service", "service.json", `{"serviceName": "web", "taskDefinition": "web:1"}`},
		{"a task that is run alone", "run.json", `{"cluster": "main", "taskDefinition": "web:4", "launchType": "FARGATE", "count": 1,
			"networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-1"]}}, "overrides": {"desiredCount": 1}}`},
		{"a set of Kubernetes", "set.yaml", "kind: StatefulSet\nspec:\n  serviceName: web\n  desiredCount: 1\n  loadBalancers: []\n"},
		{"translations", "en.json", `{"serviceName": "Make a power of attorney", "desiredCount": "How many", "role": "Role", "a": "b", "c": "d"}`},
		{"an API of services", "api.json", `{"paths": {"/": {"desiredCount": 1, "serviceName": "a", "taskDefinition": "b", "loadBalancers": []}}}`},
		{"results of something", "result.json", `{"services": [{"desiredCount": 1, "name": "a"}, {"loadBalancers": []}]}`},
		{"a workflow", "deploy.yml", "on: push\njobs:\n  deploy:\n    with: {task_definition: a.json, cluster: main}\n"},
		{"a variable file", "vars.yml", "version: 1\ntask_definition: web\nname: x\n"},
		{"a Compose file", "docker-compose.yml", "version: '3'\nservices:\n  web: {image: nginx, privileged: true}\n"},
		{"a workflow of another type", "web.yml", "name: web\ntype: Service\n"},
		{"an event", "event.json", `{"detail": {"containerDefinitions": [{"name": "web", "image": "nginx"}]}}`},
		{"an empty list", "list.json", `[ ]`},
		{"a broken file about something else", "x.json", `{"note": "containerDefinitions", `},
		{"nothing", "empty.json", ""},
	} {
		m, problems := load(c.file, c.text)
		if m != nil || len(problems) > 0 {
			t.Errorf("%s: a model %v, problems %v", c.name, m != nil, problems)
		}
	}
}

// TestFragmentIsOpen shows what is said of a list of containers alone: nothing
// about the task that they will belong to.
func TestFragmentIsOpen(t *testing.T) {
	t.Parallel()
	m, _ := load("c.json", `[{"name": "a", "image": "b", "essential": true}]`)
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

// TestCovered reads a folder in which files name others.
func TestCovered(t *testing.T) {
	t.Parallel()
	const definition = `{"family": "web", "containerDefinitions": []}`
	set := source.NewMemory(map[string]string{
		"a/ecspresso.yml":      "cluster: main\nservice: web\nservice_definition: service.json\ntask_definition: ../shared/task.json\n",
		"a/service.json":       `{"desiredCount": 1, "launchType": "EC2", "schedulingStrategy": "REPLICA"}`,
		"shared/task.json":     definition,
		"b/create.json":        `{"serviceName": "web", "taskDefinition": "web", "desiredCount": 1, "loadBalancers": []}`,
		"b/task.json":          definition,
		"b/other.json":         strings.ReplaceAll(definition, "web", "other"),
		"b/broken.json":        `{"containerDefinitions": [`,
		"c/ecs-params.yml":     "version: 1\ntask_definition: {}\n",
		"c/docker-compose.yml": "services: {web: {image: nginx}}\n",
		"d/ecspresso.yml":      "cluster: main\ntask_definition: none.json\n",
		"e/ecspresso.yml":      "cluster: main\ntask_definition: ../../etc/passwd\n",
	})
	var files []*source.File
	for _, name := range []string{"a/ecspresso.yml", "a/service.json", "shared/task.json", "b/create.json", "b/task.json", "c/ecs-params.yml", "d/ecspresso.yml", "e/ecspresso.yml"} {
		f, err := set.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	l := taskdef.NewLoader(set)
	want := []string{"a/service.json", "b/task.json", "c/docker-compose.yml", "shared/task.json"}
	if got := slices.Sorted(maps.Keys(l.Covered(files))); !slices.Equal(got, want) {
		t.Errorf("covered are %v, want %v", got, want)
	}
	for _, f := range files {
		m, problems := l.Load(f)
		if lost := strings.HasPrefix(f.Name, "d/") || strings.HasPrefix(f.Name, "e/"); lost != (m == nil) || lost != (len(problems) > 0) {
			t.Errorf("%s: a model %v, problems %v", f.Name, m != nil, problems)
		}
	}
}

// TestServiceIsLinked asks a service for its task definition in another file.
func TestServiceIsLinked(t *testing.T) {
	t.Parallel()
	set := source.NewMemory(map[string]string{
		"ecspresso.yml": "cluster: main\nservice: web\nservice_definition: service.json\ntask_definition: task.json\n",
		"service.json":  `{"desiredCount": 1}`,
		"task.json":     `{"family": "${FAMILY}", "requiresCompatibilities": ["FARGATE"], "containerDefinitions": []}`,
	})
	f, err := set.Read("ecspresso.yml")
	if err != nil {
		t.Fatal(err)
	}
	m, problems := taskdef.NewLoader(set).Load(f)
	if m == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	for s := range model.All[*model.Service](m) {
		if tasks, sure := m.TaskDefinitionsOf(s.TaskDefinition); len(tasks) != 1 || sure != value.Yes {
			t.Errorf("%d task definitions, %s", len(tasks), sure)
		}
		if got := m.ServiceRunsOn(s, model.Fargate); got != value.Yes {
			t.Errorf("it runs on Fargate: %s, want yes", got)
		}
		return
	}
	t.Fatal("no service")
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
		`{"desiredCount": 1, "taskDefinition": "web"}`:               true,
		`{"desiredCount": 1, "loadBalancers": []}`:                   true,
		`{"desiredCount": 1}`:                                        false,
		"cluster: main\ntask_definition: task.json\n":                true,
		"version: 1\ntask_definition: {}\n":                          true,
		"name: web\ntype: Backend Service\n":                         true,
		"name: web\nkind: Service\n":                                 false,
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
		m, problems := load("t.yaml", text)
		golden.CheckPlaces(t, m, problems)
	})
}

// TestCorpus reads the task definitions of a folder: every one must have a known
// list of containers, unless a placeholder stands in it or another file has it.
func TestCorpus(t *testing.T) {
	t.Parallel()
	var definitions, containers int
	golden.Corpus(t, func(set *source.Set, f *source.File) {
		m, problems := taskdef.NewLoader(set).Load(f)
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
			why := d.Containers.Reason()
			if d.Containers.Complete != value.Yes && !strings.HasPrefix(why, "placeholder ") && !strings.HasPrefix(why, "the Compose file ") {
				t.Errorf("%s: the containers of %s are not known: %s", f.Name, d.Address, why)
			}
		}
	})
	t.Logf("%d task definitions, %d containers", definitions, containers)
}

// TestPositions finds one value in texts that make its place hard to tell.
func TestPositions(t *testing.T) {
	t.Parallel()
	const container = `{"name": "web", "image": "nginx", "privileged": true}`
	one := `{"family": "web", "containerDefinitions": [` + container + `]}`
	tabs := "{\n\t\"family\": \"web\",\n\t\"containerDefinitions\": [\n\t\t" + container + "\n\t]\n}\n"
	long := strings.Repeat("k", 2000)
	for _, c := range []struct {
		name, text string
		want       source.Position
	}{
		{"one line", one, source.Position{Line: 1, Rune: 92, UTF16: 92}},
		{"tabs", tabs, source.Position{Line: 4, Rune: 51, UTF16: 51}},
		{"CRLF", strings.ReplaceAll(tabs, "\n", "\r\n"), source.Position{Line: 4, Rune: 51, UTF16: 51}},
		{"order mark", "\ufeff" + one, source.Position{Line: 1, Rune: 92, UTF16: 92}},
		{"non-ASCII", strings.Replace(one, "nginx", "né𝄞x", 1), source.Position{Line: 1, Rune: 91, UTF16: 92}},
		{"surrogate escapes", strings.Replace(one, "nginx", `\ud834\udd1e\ud834x`, 1), source.Position{Line: 1, Rune: 106, UTF16: 106}},
		{"a key over 1,024 bytes", strings.Replace(one, `"privileged"`, `"`+long+`": 1, "privileged"`, 1), source.Position{Line: 1, Rune: 2099, UTF16: 2099}},
		{"YAML, non-ASCII", "family: web\ncontainerDefinitions:\n  - {name: é𝄞, image: nginx, privileged: true}\n", source.Position{Line: 3, Rune: 42, UTF16: 43}},
		{"YAML, order mark and CRLF", "\ufefffamily: web\r\ncontainerDefinitions:\r\n  - name: é\r\n    privileged: true\r\n", source.Position{Line: 4, Rune: 17, UTF16: 17}},
	} {
		m, problems := load("t.json", c.text)
		if m == nil || len(problems) > 0 {
			t.Errorf("%s: a model %v, problems %v", c.name, m != nil, problems)
			continue
		}
		for d := range model.All[*model.TaskDefinition](m) {
			for _, x := range d.Containers.Items {
				r := x.Privileged.Range()
				if got := r.File.Position(r.Start); got != c.want || r.Text() != "true" {
					t.Errorf("%s: %q at %+v, want %+v", c.name, r.Text(), got, c.want)
				}
			}
		}
	}
}
