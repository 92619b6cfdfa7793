package report

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

// schema reads the published schema. It allows members that it does not know, as
// later versions of ecslint may add some; closed does not.
func schema(t *testing.T, closed bool) (doc any, compiled *jsonschema.Schema) {
	t.Helper()
	text, err := os.ReadFile("../../../docs/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if doc, err = jsonschema.UnmarshalJSON(bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	if closed {
		walk(doc, func(object map[string]any) {
			if _, ok := object["properties"].(map[string]any); ok {
				object["unevaluatedProperties"] = false
			}
		})
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("report.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	if compiled, err = c.Compile("report.schema.json"); err != nil {
		t.Fatal(err)
	}
	return doc, compiled
}

// walk calls f for each object of a JSON document.
func walk(v any, f func(map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		f(v)
		for _, x := range v {
			walk(x, f)
		}
	case []any:
		for _, x := range v {
			walk(x, f)
		}
	}
}

// decode reads a report for validation.
func decode(t *testing.T, r *Run) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(render(t, JSON, r))))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// realRun lints files with every rule and one that breaks down.
func realRun(t *testing.T) *Run {
	t.Helper()
	files := map[string]string{
		"main.tf": `variable "privileged" {}
variable "open" { default = true }
locals {
  agent = { privileged = true }
}
resource "aws_ecs_task_definition" "a" {
  count  = var.open ? 1 : 0
  family = "a"
  container_definitions = jsonencode([
    merge(local.agent, { name = "a", image = "a" }),
    { name = "b", image = "b", privileged = true }, # ecslint:ignore ECS.4 until=2027-03-31 -- it is an agent
    { name = "c", image = "c", privileged = var.privileged },
  ])
}
resource "aws_ecs_cluster" "c" {
  name = "c"
}
`,
		"broken.yaml":      "Resources:\n  C:\n    Type: AWS::ECS::Cluster\n   Value: x\n",
		"sets/prod.tfvars": "on = true\n",
		"sets/main.tf":     "variable \"on\" {}\nresource \"aws_ecs_task_definition\" \"s\" {\n  container_definitions = jsonencode([{ name = \"s\", privileged = var.on }])\n}\n",
	}
	var inputs []parsers.Input
	for _, name := range []string{"broken.yaml", "main.tf", "sets/main.tf"} {
		inputs = append(inputs, parsers.Input{Name: name, Walked: true})
	}
	breaks := &rules.Rule{ID: "T.1", Slug: "breaks", Check: rules.On(func(*rules.Pass, *model.Cluster) { panic("as the test wants it") })}
	today := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	result, err := lint.Run(t.Context(), source.NewMemory(files), inputs, lint.Options{
		Rules: append(catalog.All(), breaks), Known: catalog.All(), Undecided: true, Fixes: true, Keys: true, Jobs: 1, Today: today,
		Parse: parsers.Options{VarSets: []parsers.VarSet{{Name: "prod", Files: []string{"sets/prod.tfvars"}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return &Run{Version: "1.2.3", Status: 3, ShowUndecided: true, Result: result}
}

// completeRun has every member of the report that a run may lack.
func completeRun() *Run {
	r := hostileRun()
	r.Buffer = "main.tf"
	f := r.Findings[0]
	f.Inside, f.Generated = f.Range, true
	f.Instances[0].Condition, f.Instances[0].Sets = "var.x", []string{"prod"}
	f.Fixes = []rules.Fix{{Message: "Set it", Edits: []rules.TextEdit{{Range: f.Range, NewText: "false"}}}}
	return r
}

func TestJSONSchema(t *testing.T) {
	doc, closed := schema(t, true)
	_, open := schema(t, false)
	lints := realRun(t)
	if len(lints.Findings) == 0 || len(lints.Suppressed) == 0 || len(lints.Undecided) == 0 || len(lints.Problems) == 0 || len(lints.Defects) == 0 ||
		!slices.ContainsFunc(lints.Findings, func(f *lint.Finding) bool { return len(f.Sets()) > 0 }) {
		t.Fatalf("the run lacks something: %+v", lints.Result)
	}
	written := map[string]bool{}
	for name, r := range map[string]*Run{"lint": lints, "hostile": hostileRun(), "empty": emptyRun(), "complete": completeRun()} {
		report := decode(t, r)
		for _, s := range []*jsonschema.Schema{open, closed} {
			if err := s.Validate(report); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		walk(report, func(object map[string]any) {
			for member := range object {
				written[member] = true
			}
		})
	}
	walk(doc, func(object map[string]any) {
		members, _ := object["properties"].(map[string]any)
		for member := range members {
			if !written[member] {
				t.Errorf("no report has the member %s", member)
			}
		}
	})
}

// The schema finds what is wrong.
func TestJSONSchemaRejects(t *testing.T) {
	_, open := schema(t, false)
	report := func(change func(map[string]any)) any {
		doc, _ := decode(t, completeRun()).(map[string]any)
		change(doc)
		return doc
	}
	first := func(doc map[string]any, list string) map[string]any {
		return doc[list].([]any)[0].(map[string]any)
	}
	for name, change := range map[string]func(map[string]any){
		"no summary":                       func(doc map[string]any) { delete(doc, "summary") },
		"another version":                  func(doc map[string]any) { doc["version"] = json.Number("2") },
		"a finding without a key":          func(doc map[string]any) { delete(first(doc, "findings"), "key") },
		"a finding that is undecided":      func(doc map[string]any) { first(doc, "findings")["reason"] = "x" },
		"undecided without a reason":       func(doc map[string]any) { delete(first(doc, "undecided"), "reason") },
		"suppressed without a suppression": func(doc map[string]any) { delete(first(doc, "suppressed"), "suppression") },
		"no day":                           func(doc map[string]any) { first(doc, "suppressed")["suppression"].(map[string]any)["until"] = "soon" },
		"an unknown severity":              func(doc map[string]any) { first(doc, "findings")["severity"] = "note" },
	} {
		if open.Validate(report(change)) == nil {
			t.Errorf("%s is valid", name)
		}
	}
	if err := open.Validate(report(func(doc map[string]any) { doc["new"] = "x" })); err != nil {
		t.Errorf("a new member: %v", err)
	}
}

// A fix that would write what the report hides is no fix.
func TestJSONFixes(t *testing.T) {
	r := completeRun()
	f := r.Findings[0]
	f.Fixes = append(f.Fixes, rules.Fix{Message: "Move it", Edits: []rules.TextEdit{{Range: f.Range, NewText: `password = "` + secret + `"`}}})
	var report jsonReport
	if err := json.Unmarshal([]byte(render(t, JSON, r)), &report); err != nil {
		t.Fatal(err)
	}
	if fixes := report.Findings[0].Fixes; len(fixes) != 1 || fixes[0].Message != "Set it" || fixes[0].Edits[0].NewText != "false" {
		t.Errorf("%+v", fixes)
	}
}
