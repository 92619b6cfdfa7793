package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/cmd/internal/report"
)

// secretFiles plant secrets, "S3cret" and a number, in every way in which one
// comes to stand near a finding. A "~" in a file stands for "S3cret".
var secretFiles = map[string]string{
	"main.tf": `
variable "default" { default = "~01" }
variable "file" {}
variable "option" {
  type    = object({ a = optional(string, "~02") })
  default = {}
}
variable "unknown" {}
locals {
  plain   = "~03"
  nested  = { pw = "~04", list = ["~05"] }
  shared  = { environment = [{ name = "X", value = "~06" }], privileged = true }
  env     = { A = "~07", B = "~08" }
}
module "m" {
  source = "./m"
  secret = "~09"
  env    = { A = "~10" }
}
resource "aws_ecs_task_definition" "a" {
  family = "a"
  container_definitions = jsonencode([
    { name = "a", privileged = true, environment = [{ name = "DB_PASSWORD", value = "~11" }, { name = "Y", value = "~12" }] },
    { name = "b", privileged = true, environment = [{ name = "P", value = local.plain }, { name = "Q", value = var.default }] },
    { name = "c", privileged = true, environment = [{ name = "P", value = "x-${local.nested.pw}-~13" }, { name = "Q", value = local.nested.list[0] }] },
    merge(local.shared, { name = "d" }),
    { name = "e", privileged = true, environment = [for k, v in local.env : { name = k, value = v }] },
    { name = "f", privileged = true, environment = [{ name = "P", value = var.unknown == "" ? "~14" : "~15" }] },
    { name = "g", privileged = true, environment = [{ name = "P", value = jsonencode({ k = "~16" }) }] },
    { name = "h", privileged = true, environment = [{ name = "P", value = format("%s-%s", "~17", var.option.a) }, { name = "F", value = var.file }] },
    { name = "i", privileged = true, command = ["app", "--password", "~18", "--token=~19"] },
    { name = "j", privileged = true, dockerLabels = { url = "https://user:~20@host/", api_key = "~21" } },
    { name = "k", privileged = true, environment = [{ name = "AWS_SECRET_ACCESS_KEY", value = "~22" }] },
    { name = "l", privileged = true, environment = [{ name = var.unknown, value = "~23" }] },
  ])
}
resource "aws_ecs_task_definition" "b" {
  container_definitions = <<-JSON
    [{"name": "a", "privileged": true, "environment": [{"name": "P", "value": "~24"}]},
     {"name": "b", "privileged": ${var.unknown}, "environment": [{"name": "P", "value": "~25"}]}]
  JSON
}
resource "aws_ecs_task_definition" "c" {
  container_definitions = "[{\"name\": \"a\", \"privileged\": true, \"environment\": [{\"name\": \"P\", \"value\": \"~26\"}]}]"
}
resource "aws_ecs_task_definition" "d" {
  container_definitions = templatefile("${path.module}/d.json.tftpl", { secret = "~27" })
}
`,
	"d.json.tftpl":     `[{"name": "a", "privileged": true, "environment": [{"name": "P", "value": "${secret}-~28"}]}]`,
	"terraform.tfvars": "file = \"~29\"\n",
	"m/main.tf": `
variable "secret" {}
variable "env" {}
resource "aws_ecs_task_definition" "a" {
  container_definitions = jsonencode([{ name = "a", privileged = true, environment = concat([{ name = "S", value = var.secret }], [for k, v in var.env : { name = k, value = v }]) }])
}
`,
	"template.yaml": `
Parameters:
  Secret: { Type: String, Default: "~30" }
Mappings:
  Map: { a: { b: "~31" } }
Conditions:
  Unknown: !Equals [!Ref Other, x]
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - { Name: a, Privileged: true, Environment: [{ Name: P, Value: "~32" }, { Name: Q, Value: ~33 }] }
        - { Name: b, Privileged: true, Environment: [{ Name: P, Value: !Ref Secret }, { Name: Q, Value: !Sub "${Secret}-~34" }] }
        - { Name: c, Privileged: true, Environment: [{ Name: P, Value: !Join ["-", ["~35", x]] }, { Name: Q, Value: !If [Unknown, "~36", "~37"] }] }
        - { Name: d, Privileged: true, Environment: [{ Name: P, Value: !FindInMap [Map, a, b] }] }
        - Name: e
          Environment:
            - Name: P
              Value: >-
                ~38
                ~39
          Privileged: true
        - Name: f
          Environment: [{ Name: P, Value: "~40" }]
          Privileged: true # ~41 password: ~42
          LogConfiguration: { LogDriver: splunk, Options: { splunk-token: ~43 } }
`,
	"template.json": `{"Resources": {"Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"ContainerDefinitions": [` +
		`{"Name": "a", "Privileged": true, "Environment": [{"Name": "P", "Value": "~44"}]}]}}}}`,
	"task.json": `{"family": "x", "containerDefinitions": [
  {"name": "a", "privileged": true, "environment": [{"name": "P", "value": "~45"}, {"name": "${NAME}", "value": "~46 ${REST}"}]},
  {"name": "b", "environment": [{"value": "~47", "name": "P"}], "privileged": true}]}`,
	"broken.json":    `{"family": "x", "containerDefinitions": [{"name": "P", "value": "~48" "x"}]}`,
	"broken.yaml":    "Resources:\n  C:\n    Type: AWS::ECS::Cluster\n   Value: ~49\n",
	"broken/main.tf": "# aws_ecs_cluster\nlocals {\n  password = \"~50\" \"~51\"\n}\n",
}

// TestNoSecrets looks for planted secrets in every report, with all details.
func TestNoSecrets(t *testing.T) {
	// Number 41 stands in a comment, where nothing tells that it is a secret.
	const word, spared = "S3cret", "S3cret41"
	dir := t.TempDir()
	for name, text := range secretFiles {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(strings.ReplaceAll(text, "~", word)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	commands := [][]string{
		{"--format", "text", "--color", "always"},
		{"--format", "sarif", "--sarif-include", "suppressed,unknown"},
		{"baseline"},
		{"ignores"},
		{"ignores", "--format", "json"},
		{"render"},
		{"render", "--format", "json"},
	}
	for _, name := range report.Names() {
		commands = append(commands, []string{"--format", name})
	}
	for _, args := range commands {
		args = append(args, "--unknown", "report", "--verbose")
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			status, stdout, stderr := run(t, dir, args...)
			if status != exitFailure || len(stdout) < 100 && args[0] != "baseline" && args[0] != "ignores" {
				t.Errorf("exit status %d\n%s%s", status, stdout, stderr)
			}
			for text := range strings.Lines(stdout + stderr) {
				for i := strings.Index(text, word); i >= 0; i = strings.Index(text, word) {
					text = text[i:]
					if !strings.HasPrefix(text, spared) {
						t.Errorf("%.60s", text)
					}
					text = text[len(word):]
				}
			}
		})
	}
}

// A breakdown of the whole run is told, without what it says of the input.
func TestDefectOfTheRun(t *testing.T) {
	t.Chdir(t.TempDir())
	var stdout, stderr bytes.Buffer
	status := Main([]string{"-"}, panics{}, &stdout, &stderr)
	if status != exitDefect || stdout.Len() > 0 {
		t.Errorf("exit status %d, %q", status, &stdout)
	}
	want := "ecslint: defect: cannot read \"***\"\ngoroutine "
	if got := stderr.String(); !strings.HasPrefix(got, want) || strings.Contains(got, "hunter2") || !strings.Contains(got, "panics") {
		t.Errorf("got %s, want %s", got, want)
	}
}

type panics struct{}

func (panics) Read([]byte) (int, error) { panic(`cannot read "hunter2"`) }
