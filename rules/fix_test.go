package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/rules/catalog"
	"github.com/ecslint/ecslint/rules/rulestest"
)

// changes applies each fix of a rule in files, the first of which is what is
// linted, and gives what the fixes change.
func changes(t *testing.T, rule string, files ...[2]string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, f[0])), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, f[0]), []byte(f[1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	name := files[0][0]
	u := rulestest.Unit{Dir: dir, Name: name, Inputs: []parsers.Input{{Name: name, Walked: true}}, Rules: catalog.All()}
	if parsers.OfModule(name) {
		u.Name = "."
	}
	var out strings.Builder
	found := false
	for _, m := range u.Mend(t) {
		if m.Finding.Rule.ID != rule {
			continue
		}
		found = true
		out.WriteString(m.Change)
		for _, fault := range m.Faults {
			t.Errorf("%s\n%s", fault, m.Change)
		}
	}
	if !found {
		t.Errorf("%s finds nothing in\n%s", rule, files[0][1])
	}
	return out.String()
}

// terraform is a root module with a task definition of one container.
func terraform(container string) [2]string { return definitions("jsonencode([" + container + "])") }

// definitions is a root module with a task definition.
func definitions(expression string) [2]string {
	return [2]string{"main.tf", "resource \"aws_ecs_task_definition\" \"x\" {\n  family = \"x\"\n  container_definitions = " + expression + "\n}\n"}
}

// template is a template with a task definition of one container.
func template(container string) [2]string {
	return [2]string{"template.yaml", "Resources:\n  X:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n" + container}
}

// taskdef is a file with a task definition of one container.
func taskdef(container string) [2]string {
	return [2]string{"x.json", `{"family": "x", "containerDefinitions": [` + container + `]}`}
}

func files(all ...[2]string) [][2]string { return all }

// TestInsert adds readonlyRootFilesystem to containers in all styles.
func TestInsert(t *testing.T) {
	for _, test := range []struct {
		name  string
		files [][2]string
		want  string
	}{
		{"HCL in lines", files(terraform("{\n    name  = \"a\"\n    image = \"a\"\n  }")), "+    readonlyRootFilesystem = true\n"},
		{"HCL in lines with a comment", files(terraform("{\n    name = \"a\" # the name\n    // no more\n  }")), "+    readonlyRootFilesystem = true\n"},
		{
			"HCL with commas", files(terraform("{\n    name = \"a\",\n    image = \"a\"\n  }")),
			"-    image = \"a\"\n+    image = \"a\",\n+    readonlyRootFilesystem = true\n",
		},
		{
			"HCL with commas and a comment", files(terraform("{\n    name = \"a\",\n    image = \"a\" // latest\n  }")),
			"-    image = \"a\" // latest\n+    image = \"a\", // latest\n+    readonlyRootFilesystem = true\n",
		},
		{"HCL with a comma at the end", files(terraform("{\n    name = \"a\",\n    image = \"a\", # latest\n  }")), "+    readonlyRootFilesystem = true,\n"},
		{
			"HCL on one line", files(terraform("{ name = \"a\", image = \"a\" }")),
			"-  container_definitions = jsonencode([{ name = \"a\", image = \"a\" }])\n" +
				"+  container_definitions = jsonencode([{ name = \"a\", image = \"a\", readonlyRootFilesystem = true }])\n",
		},
		{
			"HCL that begins and ends beside its brackets", files(terraform("{ name = \"a\"\n    image = \"a\" }")),
			"-    image = \"a\" }])\n+    image = \"a\"\n+    readonlyRootFilesystem = true }])\n",
		},
		{"HCL with quoted keys", files(terraform("{\n    \"name\" = \"a\"\n  }")), "+    \"readonlyRootFilesystem\" = true\n"},
		{"HCL with colons", files(terraform("{\n    \"name\": \"a\",\n    \"cpu\" : 1,\n  }")), "+    \"readonlyRootFilesystem\" : true,\n"},
		{"HCL with Windows line breaks", files(terraform("{\r\n\tname = \"a\"\r\n  }")), "+\treadonlyRootFilesystem = true\r\n"},
		{"HCL with a reference last", files(terraform("{\n    name = \"a\"\n    image = var.image\n  }")), "+    readonlyRootFilesystem = true\n"},
		{"HCL with a heredoc last", files(terraform("{\n    name = \"a\"\n    image = <<EOT\na\nEOT\n  }")), "+    readonlyRootFilesystem = true\n"},
		{
			"HCL with a heredoc after a comma", files(terraform("{ name = \"a\", image = <<EOT\na\nEOT\n  }")),
			"-  container_definitions = jsonencode([{ name = \"a\", image = <<EOT\n+  container_definitions = jsonencode([{ name = \"a\", readonlyRootFilesystem = true, image = <<EOT\n",
		},
		{"HCL with a computed key last", files(terraform("{\n    name = \"a\"\n    (\"image\") = \"a\"\n  }")), "+    readonlyRootFilesystem = true\n"},
		{"HCL with a comment that is no line", files(terraform("{\n    name = \"a\" /* b */\n  }")), ""},
		{"HCL of a file that does not parse", files(terraform("{\n    name = \"a\"\n  }])\n}\nlocals {\n  x = [(1")), ""},
		{
			"HCL in a local", files(definitions("jsonencode([local.c])"), [2]string{"locals.tf", "locals {\n  c = {\n    name = \"a\"\n  }\n}\n"}),
			"+    readonlyRootFilesystem = true\n",
		},
		{"HCL in a loop", files(definitions("jsonencode([for n in [\"a\", \"b\"] : {\n    name = n\n  }])")), "+    readonlyRootFilesystem = true\n"},
		{"HCL in a merge", files(terraform("merge({ name = \"a\" }, { image = \"a\" })")), ""},
		{"HCL in a list of one type", files(definitions("jsonencode(tolist([{ name = \"a\" }, { name = \"b\" }]))")), ""},
		{"HCL in a conditional", files(definitions("jsonencode(true ? [{ name = \"a\" }] : [])")), ""},
		{"HCL in an unknown conditional", files(definitions("jsonencode([var.x ? { name = \"a\" } : { name = \"b\" }])")), ""},
		{"HCL in an argument of any one type", files(
			[2]string{"main.tf", "module \"x\" {\n  source = \"./x\"\n  c = [{ name = \"a\", image = data.x.y.z }, { name = \"b\", image = \"b\" }]\n}\n"},
			[2]string{"x/main.tf", "variable \"c\" {\n  type = list(any)\n}\n" + definitions("jsonencode(var.c)")[1]},
		), ""},
		{"HCL in an argument that is validated", files(
			[2]string{"main.tf", "module \"x\" {\n  source = \"./x\"\n  c = { name = \"a\" }\n}\n"},
			[2]string{"x/main.tf", "variable \"c\" {\n  validation {\n    condition = true\n    error_message = \"No.\"\n  }\n}\n" + definitions("jsonencode([var.c])")[1]},
		), ""},
		{"HCL in an argument", files(
			[2]string{"main.tf", "module \"x\" {\n  source = \"./x\"\n  c = {\n    name = \"a\"\n  }\n}\n"},
			[2]string{"x/main.tf", "variable \"c\" {}\n" + definitions("jsonencode([var.c])")[1]},
		), "+    readonlyRootFilesystem = true\n"},

		{
			"JSON in a heredoc", files(definitions("<<-EOT\n  [{\n    \"name\": \"a\",\n    \"image\": \"${var.image}\"\n  }]\n  EOT")),
			"-    \"image\": \"${var.image}\"\n+    \"image\": \"${var.image}\",\n+    \"readonlyRootFilesystem\": true\n",
		},
		{
			"JSON with an interpolation last", files(definitions("<<EOT\n[{\"name\":\"a\",\"cpu\":${var.cpu}}]\nEOT")),
			"-[{\"name\":\"a\",\"cpu\":${var.cpu}}]\n+[{\"name\":\"a\",\"readonlyRootFilesystem\":true,\"cpu\":${var.cpu}}]\n",
		},
		{
			"JSON with a directive last", files(definitions("<<EOT\n[{ \"name\": \"a\", \"cpu\": %{ if true }1%{ else }2%{ endif } }]\nEOT")),
			"-[{ \"name\": \"a\", \"cpu\": %{ if true }1%{ else }2%{ endif } }]\n" +
				"+[{ \"name\": \"a\", \"readonlyRootFilesystem\": true, \"cpu\": %{ if true }1%{ else }2%{ endif } }]\n",
		},
		{
			"JSON in quotes", files(definitions(`"[{\"name\": \"a\", \"image\": \"a\"}]"`)),
			`-  container_definitions = "[{\"name\": \"a\", \"image\": \"a\"}]"` + "\n" +
				`+  container_definitions = "[{\"name\": \"a\", \"image\": \"a\", \"readonlyRootFilesystem\": true}]"` + "\n",
		},
		{
			"JSON in quotes with line breaks", files(definitions(`"[{\n\t\"name\": \"a\",\n\t\"image\": \"a\"\n}]"`)),
			`-  container_definitions = "[{\n\t\"name\": \"a\",\n\t\"image\": \"a\"\n}]"` + "\n" +
				`+  container_definitions = "[{\n\t\"name\": \"a\",\n\t\"image\": \"a\",\n\t\"readonlyRootFilesystem\": true\n}]"` + "\n",
		},
		{
			"JSON in a template", files(definitions(`templatefile("c.tpl", { n = "a" })`), [2]string{"c.tpl", "[{ \"name\": \"${n}\" }]\n"}),
			"-[{ \"name\": \"${n}\" }]\n+[{ \"name\": \"${n}\", \"readonlyRootFilesystem\": true }]\n",
		},
		{
			"Terraform's JSON", files([2]string{"main.tf.json", `{"resource": {"aws_ecs_task_definition": {"x": {"family": "x",
			"container_definitions": "${jsonencode([{name = \"a\"}])}"}}}}`}),
			"-\t\t\t\"container_definitions\": \"${jsonencode([{name = \\\"a\\\"}])}\"}}}}\n" +
				"+\t\t\t\"container_definitions\": \"${jsonencode([{name = \\\"a\\\", readonlyRootFilesystem = true}])}\"}}}}\n",
		},
		{"a file of JSON", files(taskdef("\n\t{\n\t\t\"name\": \"a\"\n\t}\n")), "-\t\t\"name\": \"a\"\n+\t\t\"name\": \"a\",\n+\t\t\"readonlyRootFilesystem\": true\n"},
		{"a file of JSON with comments", files(taskdef("\n{\n\"name\": \"a\", // }\n\"image\": \"a\"}\n")), ""},
		{
			"a file of JSON with placeholders", files(taskdef(`{"name": "a", "image": "<IMAGE1_NAME>", "cpu": ${CPU}}`)),
			`-{"family": "x", "containerDefinitions": [{"name": "a", "image": "<IMAGE1_NAME>", "cpu": ${CPU}}]}` + "\n" +
				`+{"family": "x", "containerDefinitions": [{"name": "a", "image": "<IMAGE1_NAME>", "cpu": ${CPU}, "readonlyRootFilesystem": true}]}` + "\n",
		},

		{"YAML in lines", files(template("        - Name: a\n          Image: a # latest\n")), "+          ReadonlyRootFilesystem: true\n"},
		{"YAML of one line", files(template("      -   Name: a\n")), "+          ReadonlyRootFilesystem: true\n"},
		{"YAML with quoted keys", files(template("      - \"Name\": a\n")), "+        \"ReadonlyRootFilesystem\": true\n"},
		{"YAML with Windows line breaks", files(template("      - Name: a\r\n        Image: a\r\n")), "+        ReadonlyRootFilesystem: true\r\n"},
		{"YAML without a line break at the end", files(template("      - Name: a\n        Image: a")), "+        ReadonlyRootFilesystem: true\n"},
		{"YAML with a text last", files(template("      - Name: a\n        Command:\n          - |\n            b\n\n")), "+        ReadonlyRootFilesystem: true\n"},
		{
			"YAML with a text last that keeps its line breaks", files(template("      - Name: a\n        Command:\n          - |+\n            b\n\n")),
			"+        ReadonlyRootFilesystem: true\n",
		},
		{
			"YAML with a text at the end of the file", files(template("      - Name: a\n        Command:\n          - |\n            b")),
			"+        ReadonlyRootFilesystem: true\n",
		},
		{"YAML with an empty value last", files(template("      - Name: a\n        Image:\n")), "+        ReadonlyRootFilesystem: true\n"},
		{
			"YAML with a member that is not there", files(template("      - Name: a\n        Command: !Ref AWS::NoValue\n        Image: a\n")),
			"+        ReadonlyRootFilesystem: true\n",
		},
		{"YAML where the member itself is not there", files(template("      - Name: a\n        ReadonlyRootFilesystem: !Ref AWS::NoValue\n        Image: a\n")), ""},
		{"YAML in a choice of containers", files(template("      - !If [X, { Name: a }, { Name: a, Image: b }]\nConditions: { X: !Equals [!Ref X, a] }\nParameters: { X: { Type: String } }\n")), ""},
		{"YAML in brackets", files(template("      - {Name: a,\n         Image: a}\n")), "-         Image: a}\n+         Image: a,\n+         ReadonlyRootFilesystem: true}\n"},
		{"YAML with an anchor", files(template("      - &a\n        Name: a\n")), ""},
		{"YAML with a merge", files(template("      - <<: { Image: a }\n        Name: a\n")), ""},
		{"YAML that a macro adds to", files(template("      - Name: a\n        Fn::Transform: { Name: AWS::Include, Parameters: { Location: x.yaml } }\n"),
			[2]string{"x.yaml", "Image: a\n"}), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, changes(t, "ECS.5", test.files...)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// TestReplace writes false for the true of privileged where that is written for
// its sake.
func TestReplace(t *testing.T) {
	const locals = "locals {\n  privileged_agent = true\n}\n"
	for _, test := range []struct {
		name  string
		files [][2]string
		want  string
	}{
		{"a bool", files(terraform("{\n    privileged = true # yes\n  }")), "-    privileged = true # yes\n+    privileged = false # yes\n"},
		{"a word", files(terraform("{\n    privileged = \"true\"\n  }")), "-    privileged = \"true\"\n+    privileged = \"false\"\n"},
		{
			"in quotes", files(definitions(`"[{\"privileged\":true}]"`)),
			"-  container_definitions = \"[{\\\"privileged\\\":true}]\"\n+  container_definitions = \"[{\\\"privileged\\\":false}]\"\n",
		},
		{"YAML's own words", files(template("      - Privileged: True\n")), "-      - Privileged: True\n+      - Privileged: false\n"},
		{"YAML's older words", files(template("      - Privileged: yes\n")), "-      - Privileged: yes\n+      - Privileged: false\n"},
		{
			"a local that is called alike", files(terraform("{\n    privileged = local.privileged_agent\n  }"), [2]string{"locals.tf", locals}),
			"-  privileged_agent = true\n+  privileged_agent = false\n",
		},
		{"a local of another use", files(terraform("{\n    privileged = local.privileged_agent\n  }"),
			[2]string{"locals.tf", locals + "output \"x\" {\n  value = local.privileged_agent ? 1 : 0\n}\n"}), ""},
		{"a local of another name", files(terraform("{\n    privileged = local.on\n  }"), [2]string{"locals.tf", "locals {\n  on = true\n}\n"}), ""},
		{
			"a default", files(terraform("{\n    privileged = var.privileged\n  }"), [2]string{"v.tf", "variable \"privileged\" {\n  default = true\n}\n"}),
			"-  default = true\n+  default = false\n",
		},
		{"a default that is validated", files(terraform("{\n    privileged = var.privileged\n  }"), [2]string{
			"v.tf",
			"variable \"privileged\" {\n  default = true\n  validation {\n    condition = var.privileged\n    error_message = \"No.\"\n  }\n}\n",
		}), ""},
		{"an expression", files(terraform("{\n    privileged = !false\n  }")), ""},
		{"a choice", files(terraform("{\n    privileged = true ? true : false\n  }")), ""},
		{"a comparison", files(terraform("{\n    privileged = \"a\" == \"a\"\n  }")), ""},
		{
			"a parameter", files(template("      - Privileged: !Ref Privileged\nParameters:\n  Privileged:\n    Type: String\n    Default: true\n")),
			"-    Default: true\n+    Default: false\n",
		},
		{"a parameter with few values", files(template("      - Privileged: !Ref Privileged\nParameters:\n  Privileged:\n    Type: String\n    Default: true\n    AllowedValues: [true]\n")), ""},
		{"a parameter that a condition is about", files(template("      - Privileged: !Ref Privileged\nParameters:\n  Privileged:\n    Type: String\n    Default: true\n" +
			"Conditions:\n  X: !Equals [!Ref Privileged, false]\n")), ""},
		{"an anchor", files(template("      - Name: a\n        Privileged: &on true\n      - Name: b\n        Privileged: *on\n")), ""},
		{"a plan", files([2]string{"plan.json", `{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [{
			"address": "aws_ecs_task_definition.x", "mode": "managed", "type": "aws_ecs_task_definition", "name": "x",
			"values": {"family": "x", "container_definitions": "[{\"name\":\"a\",\"privileged\":true}]"}}]}}}`}), ""},
		{"a cloud assembly", files(
			[2]string{"cdk.out/manifest.json", `{"version": "36.0.0", "artifacts": {"S": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "S.template.json"}}}}`},
			[2]string{"cdk.out/S.template.json", `{"Resources": {"X": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"ContainerDefinitions": [{"Privileged": true}]}}}}`},
		), ""},
		{"a downloaded module", files(
			[2]string{"main.tf", "module \"x\" {\n  source = \"a/b/c\"\n}\n# aws_ecs_\n"},
			[2]string{".terraform/modules/modules.json", `{"Modules": [{"Key": "x", "Source": "registry.terraform.io/a/b/c", "Dir": ".terraform/modules/x"}]}`},
			[2]string{".terraform/modules/x/main.tf", terraform("{\n    privileged = true\n  }")[1]},
		), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, changes(t, "ECS.4", test.files...)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// TestBlocks writes arguments and blocks of HCL, and the words that Terraform has
// for what the API calls otherwise.
func TestBlocks(t *testing.T) {
	volume := func(efs string) [2]string {
		return [2]string{"main.tf", "resource \"aws_ecs_task_definition\" \"x\" {\n  container_definitions = \"[]\"\n  volume {\n    name = \"x\"\n" + efs + "  }\n}\n"}
	}
	cluster := func(body string) [2]string {
		return [2]string{"main.tf", "resource \"aws_ecs_cluster\" \"x\" {" + body + "}\n"}
	}
	const setting = "+\n+  setting {\n+    name  = \"containerInsights\"\n+    value = \"enabled\"\n+  }\n"
	for _, test := range []struct {
		name, rule string
		file       [2]string
		want       string
	}{
		{
			"argument", "ECS.18", volume("    efs_volume_configuration {\n      file_system_id = var.fs # EFS\n      authorization_config {}\n    }\n"),
			"+      transit_encryption = \"ENABLED\"\n",
		},
		{
			"argument of a block on one line", "ECS.18", volume("    efs_volume_configuration { file_system_id = var.fs }\n"),
			"-    efs_volume_configuration { file_system_id = var.fs }\n+    efs_volume_configuration {\n+      file_system_id = var.fs\n" +
				"+      transit_encryption = \"ENABLED\"\n+    }\n",
		},
		{"argument of an empty block", "ECS.18", volume("    efs_volume_configuration {}\n"), ""},
		{
			"argument of a dynamic block", "ECS.18", volume("    dynamic \"efs_volume_configuration\" {\n      for_each = [1]\n      content {\n        file_system_id = var.fs\n      }\n    }\n"),
			"+        transit_encryption = \"ENABLED\"\n",
		},
		{"null", "ECS.18", volume("    efs_volume_configuration {\n      file_system_id = var.fs\n      transit_encryption = null\n    }\n"), ""},
		{"block", "ECS.12", cluster("\n  name = \"x\"\n"), setting},
		{"block behind a heredoc", "ECS.12", cluster("\n  name = <<EOT\nx\nEOT\n"), setting},
		{
			"block in one on one line", "ECS.12", cluster(" name = \"x\" "),
			"-resource \"aws_ecs_cluster\" \"x\" { name = \"x\" }\n+resource \"aws_ecs_cluster\" \"x\" {\n+  name = \"x\"\n" + setting + "+}\n",
		},
		{"block in an empty one", "ECS.12", cluster(""), ""},
		{
			"Terraform's JSON", "ECS.12",
			[2]string{"main.tf.json", `{"resource": {"aws_ecs_cluster": {"x": {"name": "x"}}}}`},
			`-{"resource": {"aws_ecs_cluster": {"x": {"name": "x"}}}}` + "\n" +
				`+{"resource": {"aws_ecs_cluster": {"x": {"name": "x", "setting": [{ "name": "containerInsights", "value": "enabled" }]}}}}` + "\n",
		},
		{
			"list of YAML", "ECS.12",
			[2]string{"t.yaml", "Resources:\n  X:\n    Type: AWS::ECS::Cluster\n    Properties:\n      ClusterName: x\n"},
			"+      ClusterSettings:\n+        - Name: containerInsights\n+          Value: enabled\n",
		},
		{
			"list of YAML in what is lacking too", "ECS.12",
			[2]string{"t.yaml", "Resources:\n  X:\n    Type: AWS::ECS::Cluster\n"},
			"+    Properties:\n+      ClusterSettings:\n+        - Name: containerInsights\n+          Value: enabled\n",
		},
		{
			"list of YAML in brackets", "ECS.12",
			[2]string{"t.yaml", "Resources: {X: {Type: AWS::ECS::Cluster}}\n"},
			"-Resources: {X: {Type: AWS::ECS::Cluster}}\n" +
				"+Resources: {X: {Type: AWS::ECS::Cluster, Properties: { ClusterSettings: [{ Name: containerInsights, Value: enabled }] }}}\n",
		},
		{
			"Terraform's bool", "ECS.2",
			[2]string{"main.tf", "resource \"aws_ecs_service\" \"x\" {\n  network_configuration {\n    assign_public_ip = true\n  }\n}\n"},
			"-    assign_public_ip = true\n+    assign_public_ip = false\n",
		},
		{
			"Terraform's bool in quotes", "ECS.2",
			[2]string{"main.tf", "resource \"aws_ecs_service\" \"x\" {\n  network_configuration {\n    assign_public_ip = \"true\"\n  }\n}\n"},
			"-    assign_public_ip = \"true\"\n+    assign_public_ip = \"false\"\n",
		},
		{"a number where a word belongs", "ECS.10", [2]string{"main.tf", "resource \"aws_ecs_service\" \"x\" {\n  launch_type = \"FARGATE\"\n  platform_version = 1.3\n}\n"}, ""},
		{"a container that needs another user then", "ECS.4", [2]string{"main.tf", strings.Replace(terraform("{\n    privileged = true\n  }")[1],
			"family", "network_mode = \"host\"\n  family", 1)}, ""},
		{"a name in an object of another type", "SCHEMA.1", terraform("merge({ name = \"a\" }, { privilaged = false })"), ""},
		{"a name", "SCHEMA.1", terraform("{\n    privilaged = false\n  }"), "-    privilaged = false\n+    privileged = false\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, changes(t, test.rule, test.file)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}
