package terraform

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
)

const planned1 = `{
  "format_version": "1.2", "terraform_version": "1.11.4",
  "planned_values": {"root_module": {
    "resources": [
      {"address": "aws_ecs_task_definition.web", "mode": "managed", "type": "aws_ecs_task_definition", "name": "web",
       "values": {"family": "web", "container_definitions": "[{\"image\":\"nginx:7\",\"name\":\"web\",\"privileged\":true}]",
                  "tags": null, "tags_all": {"team": "a"}}},
      {"address": "data.aws_region.this", "mode": "data", "type": "aws_region", "name": "this", "values": {}}
    ],
    "child_modules": [{"address": "module.svc[\"a\"]", "resources": [
      {"address": "module.svc[\"a\"].aws_ecs_service.this", "mode": "managed", "type": "aws_ecs_service", "name": "this",
       "values": {"name": "a", "network_configuration": [{"assign_public_ip": true}]}}
    ]}]
  }}
}
`

// TestLoadPlan shows that a plan gives the values and the configuration beside it
// the places, and that without a configuration the places are in the plan.
func TestLoadPlan(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"beside its configuration", map[string]string{
			"plan.json": planned1,
			"main.tf": `variable "image" {}
variable "public" { type = map(bool) }
resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = var.image, privileged = true }])
}
module "svc" {
  source   = "./svc"
  for_each = { a = true }
  public   = var.public
  task     = aws_ecs_task_definition.web.arn
}
`,
			"svc/main.tf": `variable "public" {}
variable "task" {}
resource "aws_ecs_service" "this" {
  name            = "a"
  task_definition = var.task
  network_configuration {
    subnets          = []
    assign_public_ip = var.public["a"]
  }
}
`,
		}, `aws_ecs_task_definition.web
  family = "web" @main.tf:4:27-32
  container_definitions[0].image = "nginx:7" @main.tf:5:63-72
  container_definitions[0].name = "web" @main.tf:5:48-53
  container_definitions[0].privileged = true @main.tf:5:87-91
  tags.team = "a" @main.tf:3:1-6:2
module.svc["a"].aws_ecs_service.this
  name = "a" @svc/main.tf:4:21-24
  network_configuration[0].assign_public_ip = true @svc/main.tf:8:24-39
  task_definition = unknown(aws_ecs_task_definition.web.arn is known after apply) @svc/main.tf:5:21-29
`},
		{"alone", map[string]string{"plan.json": planned1}, `aws_ecs_task_definition.web
  family = "web" @plan.json:6:29-34
  container_definitions[0].image = "nginx:7" @plan.json:6:74-85
  container_definitions[0].name = "web" @plan.json:6:95-102
  container_definitions[0].privileged = true @plan.json:6:118-122
  tags.team = "a" @plan.json:7:54-57
module.svc["a"].aws_ecs_service.this
  name = "a" @plan.json:12:27-30
  network_configuration[0].assign_public_ip = true @plan.json:12:79-83
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			set := source.NewMemory(test.files)
			f, err := set.Read("plan.json")
			if err != nil {
				t.Fatal(err)
			}
			if !IsPlan(f) {
				t.Fatal("the plan is not recognised")
			}
			m, problems := NewLoader(set, Options{}).LoadPlan(t.Context(), f)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			var b strings.Builder
			for _, in := range m.Inputs() {
				b.WriteString(in.Address + "\n")
				leaves(&b, "", in.Value)
			}
			if d := cmp.Diff(test.want, b.String()); d != "" {
				t.Errorf("values (-want +got):\n%s", d)
			}
		})
	}
}

// TestProblemsBeside shows that what is wrong with a file which is read for the
// sake of another is not passed over.
func TestProblemsBeside(t *testing.T) {
	broken := "resource \"aws_ecs_cluster\" \"c\" {\n  name = \n}\n"
	set := source.NewMemory(map[string]string{"p/plan.json": planned1, "p/main.tf": broken})
	f, err := set.Read("p/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	if _, problems := NewLoader(set, Options{}).LoadPlan(t.Context(), f); len(problems) != 1 || problems[0].Path() != "p/main.tf" {
		t.Errorf("problems of the configuration beside a plan: %v", problems)
	}
	set = source.NewMemory(map[string]string{
		"main.tf": `resource "aws_ecs_cluster" "c" { name = "c" }`, ".terraform/modules/modules.json": `{"Modules": [`,
	})
	if _, problems := NewLoader(set, Options{}).Load(t.Context(), "."); len(problems) != 1 || problems[0].Path() != ".terraform/modules/modules.json" {
		t.Errorf("problems of the manifest: %v", problems)
	}
}
