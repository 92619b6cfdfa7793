package cloudformation_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/cloudformation"
	"github.com/ecslint/ecslint/parsers/internal/golden"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

const fixtures = "../../fixtures/_cloudformation"

func TestFixtures(t *testing.T) {
	t.Parallel()
	golden.Test(t, fixtures, func(set *source.Set, f *source.File, options []string) (*model.Model, []source.Problem) {
		opts := cloudformation.Options{Parameters: map[string]string{}}
		for _, o := range options {
			flag, text, _ := strings.Cut(o, " ")
			switch name, value, _ := strings.Cut(text, "="); flag {
			case "--parameter":
				opts.Parameters[name] = value
			case "--parameter-file":
				opts.ParameterFiles = append(opts.ParameterFiles, text)
			case "--stack-tag":
				opts.StackTags = append(opts.StackTags, text)
			default:
				t.Errorf("unknown option %s", o)
			}
		}
		return cloudformation.Load(t.Context(), set, f, opts)
	})
}

// TestFormsAgree compares the short, the long and the JSON form of a template,
// which differ in places only.
func TestFormsAgree(t *testing.T) {
	t.Parallel()
	places := regexp.MustCompile(` @ \S+| \([^()]*\d+:\d+\)`)
	for name, a := range golden.Archives(t, fixtures) {
		understood := map[string]string{}
		for _, f := range a.Files {
			understood[f.Name] = places.ReplaceAllString(string(f.Data), "")
		}
		short, ok := understood["short.yaml.want"]
		if !ok {
			continue
		}
		for _, other := range []string{"long.yaml.want", "template.json.want"} {
			if diff := cmp.Diff(short, understood[other]); diff != "" {
				t.Errorf("%s (-short.yaml +%s):\n%s", name, other, diff)
			}
		}
	}
}

// load reads a template whose text is at hand.
func load(t testing.TB, name, text string) (*model.Model, []source.Problem) {
	t.Helper()
	return cloudformation.Load(t.Context(), source.NewMemory(nil), source.NewFile(name, []byte(text)), cloudformation.Options{})
}

// property gives a property of the first resource of a template.
func property(t testing.TB, m *model.Model, name string) *value.Value {
	t.Helper()
	if m == nil || len(m.Inputs()) == 0 {
		t.Fatal("the template has no resources")
	}
	return m.Inputs()[0].Value.Get(name)
}

// TestBounds reads templates that would take forever, or all memory, if nothing
// were bounded. What is beyond a bound is unknown.
func TestBounds(t *testing.T) {
	t.Parallel()
	const cluster = `"Resources": {"C": {"Type": "AWS::ECS::Cluster", "Properties": {"P": `

	// chain makes n members, each of which is made of the number before it.
	chain := func(n int, member string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, member, i+1, i)
		}
		return b.String()
	}
	choice := `"x"`
	for i := range 120 {
		choice = fmt.Sprintf(`{"Fn::If": ["C%d", %s, "y%d"]}`, i, choice, i)
	}
	var many strings.Builder
	for i := range 60 {
		fmt.Fprintf(&many, `, {"Fn::If": ["C%d", "a", "b"]}`, i)
	}
	conditions := `"Conditions": {"X": {"Fn::Equals": [{"Ref": "AWS::Region"}, "x"]}` +
		chain(120, `, "C%d": {"Fn::Or": [{"Condition": "C%d"}, {"Condition": "X"}]}`) + `}, `
	items := `"a"` + strings.Repeat(`, "a"`, 999)
	loop := `{"A": 1, "B": {"Fn::Sub": "${X}"}}`
	for i := range 6 {
		loop = fmt.Sprintf(`{"Fn::ForEach::L%d": ["X", [%s], {"K${X}": %s}]}`, i, items, loop)
	}

	nested := func(n int, before, after string) string {
		return strings.Repeat(before, n) + `"\"x"` + strings.Repeat(after, n)
	}
	var entries strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&entries, `"k%d": {"a": 1, "b": 2}, `, i)
	}

	for _, c := range []struct {
		name, text string
		want       value.Kind
		problem    string // behind the file
	}{
		{
			"conditions in a long chain",
			`{"Conditions": {"C0": {"Fn::Equals": ["a", "a"]}` + chain(20_000, `, "C%d": {"Condition": "C%d"}`) + `}, ` +
				cluster + `{"Fn::If": ["C20000", 1, 2]}}}}}`,
			value.Either, "1:642880: the template nests more than 1000 levels deep: from here on some of it is unknown",
		},
		{"branches within branches", `{` + conditions + cluster + choice + `}}}}`, value.Either, ""},
		{"combinations", `{` + conditions + cluster + `{"Fn::Join": ["", ["x"` + many.String() + `]]}}}}}`, value.Text, ""},
		{"loops within loops", `{` + cluster + loop + `}}}}`, value.Map, "1:72: loops make more than 50000 values: what is left of them is unknown"},
		{
			"a condition that is a condition of itself",
			`{"Conditions": {"A": {"Fn::Not": [{"Condition": "A"}]}}, ` + cluster + `{"Fn::If": ["A", 1, 2]}}}}}`,
			value.Either, "",
		},
		{"texts that grow", `{` + cluster + nested(400, `{"Fn::Base64": `, `}`) + `}}}}`, value.Unknown, ""},
		{"texts that double", `{` + cluster + nested(80, `{"Fn::Sub": ["${A}${A}", {"A": `, `}]}`) + `}}}}`, value.Text, "1:2037: a text of more than 131072 bytes: it is unknown"},
		{"backslashes that double", `{` + cluster + nested(80, `{"Fn::ToJsonString": [`, `]}`) + `}}}}`, value.Text, "1:159: JSON in JSON, more than 4 times within each other: it is unknown"},
		{"a large map with unknown keys", `{"Mappings": {"M": {` + entries.String() + `"x": {}}}, ` + cluster +
			`{"Fn::FindInMap": ["M", {"Ref": "AWS::Region"}, {"Ref": "AWS::Region"}]}}}}}`, value.Unknown, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m, problems := load(t, "t.json", c.text)
			var want []string
			if c.problem != "" {
				want = []string{"t.json:" + c.problem}
			}
			var told []string
			for _, p := range problems {
				told = append(told, p.Error())
			}
			if diff := cmp.Diff(want, told); diff != "" {
				t.Errorf("problems: -want +got\n%s", diff)
			}
			if got := property(t, m, "P"); got.Kind() != c.want {
				t.Errorf("%.200s, want one of kind %s", got, c.want)
			}
		})
	}
}

// TestManyStacks nests templates in each other that make two stacks each, which
// would be a million.
func TestManyStacks(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for i := range 20 {
		var b strings.Builder
		b.WriteString("Resources:\n  C: {Type: AWS::ECS::Cluster}\n")
		for _, id := range []string{"A", "B"} {
			fmt.Fprintf(&b, "  %s: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: t%d.yaml, Parameters: {P: !GetAtt %s.Outputs.O}}}\n", id, i+1, id)
		}
		files[fmt.Sprintf("t%d.yaml", i)] = b.String()
	}
	set := source.NewMemory(files)
	f, err := set.Read("t0.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m, problems := cloudformation.Load(t.Context(), set, f, cloudformation.Options{})
	n := 0
	for range m.Resources() {
		n++
	}
	if n < 1000 || n > 5000 || len(problems) == 0 {
		t.Errorf("%d resources and %d problems", n, len(problems))
	}
}

// TestLookAlikes reads files that name types of ECS resources, or have resources,
// and are no templates.
func TestLookAlikes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, file, text string }{
		{"an AppSpec lists its resources", "appspec.yaml", `
version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: "<TASK_DEFINITION>"
`},
		{"a broken AppSpec", "appspec.json", `{"Resources": [{"TargetService": {"Type": "AWS::ECS::Service", }}`},
		{"a construct tree", "tree.json", `{"version": "tree-0.1", "tree": {"id": "App", "children": {"Service": {
			"attributes": {"aws:cdk:cloudformation:type": "AWS::ECS::Service", "aws:cdk:cloudformation:props": {}}}}}}`},
		{"a resource specification", "spec.json", `{"ResourceTypes": {"AWS::ECS::Service": {"Properties": {}}}}`},
		{"a schema", "schema.json", `{"typeName": "AWS::ECS::Service", "properties": {"Cluster": {"type": "string"}}}`},
		{"Kubernetes", "config.yaml", `
apiVersion: v1
kind: ConfigMap
data:
  template: |
    Resources:
      Service:
        Type: AWS::ECS::Service
`},
		{"Compose", "compose.yaml", `
services:
  web: {image: web, labels: {type: AWS::ECS::Service}}
`},
		{"an API description", "openapi.yaml", `
openapi: 3.0.0
components: {schemas: {Resources: {type: string, enum: [AWS::ECS::Service]}}}
`},
		{"a policy", "policy.json", `{"Statement": [{"Condition": {"StringEquals": {"cloudformation:ResourceTypes": ["AWS::ECS::Service"]}}}]}`},
		{"resources of other kinds", "plan.yaml", `
Resources:
  web: {Type: container, Note: not AWS::ECS::Service}
`},
		{"text that cannot be read", "notes.yaml", "use AWS::ECS::Service: [\n"},
		{"a template without ECS", "network.yaml", `
Resources:
  VPC: {Type: AWS::EC2::VPC}
`},
		{"nothing", "empty.yaml", ""},
		{"a null", "null.json", "null"},
	} {
		m, problems := load(t, c.file, c.text)
		if m != nil || len(problems) > 0 {
			t.Errorf("%s: a model %v, problems %v", c.name, m != nil, problems)
		}
	}
}

// TestMentions shows that the scan passes what templates can be made of.
func TestMentions(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Type: AWS::ECS::Service":        true,
		`{"Type":"AWS::ECS::TaskSet"}`:   true,
		"Type: AWS::EC2::Instance":       false,
		"containerDefinitions: []":       false,
		"aws_ecs_service":                false,
		strings.Repeat("AWS::ECS", 1000): false,
	} {
		if got := cloudformation.Mentions([]byte(text)); got != want {
			t.Errorf("%.40q: %v, want %v", text, got, want)
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
		file := source.NewFile("t.yaml", []byte(text))
		m, problems := cloudformation.Load(t.Context(), source.NewMemory(nil), file, cloudformation.Options{})
		golden.CheckPlaces(t, m, problems)
	})
}

// TestCorpus reads the templates of a folder: every task definition must have a
// known list of containers, unless a macro makes it.
func TestCorpus(t *testing.T) {
	t.Parallel()
	var templates, definitions, containers, warnings int
	golden.Corpus(t, func(set *source.Set, f *source.File) {
		m, problems := cloudformation.Load(t.Context(), set, f, cloudformation.Options{})
		golden.CheckPlaces(t, m, problems)
		for _, p := range problems {
			if warnings++; p.Level == source.Error {
				t.Error(p)
			}
		}
		if m == nil {
			return
		}
		templates++
		for d := range model.All[*model.TaskDefinition](m) {
			definitions++
			containers += len(d.Containers.Items)
			if !d.Value().Open() && (d.Containers.Complete != value.Yes || len(d.Containers.Items) == 0) {
				t.Errorf("%s: the containers of %s are not known: %s", f.Name, d.Address, d.Containers.Reason())
			}
		}
	})
	t.Logf("%d templates, %d task definitions, %d containers, %d warnings", templates, definitions, containers, warnings)
}
