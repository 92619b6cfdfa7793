package bounds

import (
	"fmt"
	"strings"
)

// cluster is a template behind which more stands.
func cluster(more func() string) func() map[string]string {
	return file("t.yaml", func() string { return "Resources: {A: {Type: 'AWS::ECS::Cluster'}}\n" + more() })
}

// containers are the container definitions of a task definition file.
func containers(text func() string) func() map[string]string {
	return file("t.json", func() string { return `{"family": "f", "containerDefinitions": [` + text() + `]}` })
}

// container is the only one of a task definition file, in which more stands.
func container(more func() string) func() map[string]string {
	return containers(func() string { return `{"name": "z", "image": "x", ` + more() + `}` })
}

func documents() []hostile {
	return []hostile{
		// JSON.
		{name: "arrays in arrays", bounds: []string{"jsondoc.maxDepth"}, files: container(func() string { return `"command": ` + strings.Repeat("[", 600) + strings.Repeat("]", 600) })},
		{name: "arrays that do not end", files: container(func() string { return `"command": ` + strings.Repeat("[", 1_000_000) })},
		{name: "objects that do not end", files: container(func() string { return `"command": ` + strings.Repeat(`{"a":`, 500_000) })},
		{name: "values", bounds: []string{"jsondoc.maxValues"}, files: container(func() string { return `"command": [` + strings.Repeat("1,", 600_000) + `1]` })},
		{name: "members", files: container(func() string {
			return times(300_000, func(i int) string { return fmt.Sprintf(`"k%d":1,`, i) }) + `"command": []`
		})},
		{name: "the same member", files: container(func() string { return strings.Repeat(`"image": "x",`, 200_000) + `"command": []` })},
		{name: "placeholders", bounds: []string{"jsondoc.maxPlaceholders"}, args: []string{"--unknown", "report"}, out: "refused: more than 10000 placeholders in a text", files: containers(func() string { return `{"name": "z", "image": "` + strings.Repeat("${A}", 200_000) + `"}` })},
		{name: "placeholders that do not end", files: containers(func() string { return `{"name": "z", "image": "` + strings.Repeat("${A", 300_000) + `"}` })},
		{name: "braces", files: containers(func() string { return `{"name": "z", "image": "` + strings.Repeat("{{ ", 300_000) + `"}` })},
		{name: "backslashes", files: container(func() string { return `"command": ["` + strings.Repeat(`\\\\\\\\`, 300_000) + `"]` })},
		{name: "digits in JSON", files: container(func() string {
			return `"cpu": ` + strings.Repeat("1", 2_000_000) + `, "memory": 0E10000000000000000000`
		})},
		{name: "what looks like secrets", files: container(func() string {
			return `"environment": [{"name": "A", "value": "` + strings.Repeat("AKIAABCDEFGHIJKLMNOP", 100_000) + `"}]`
		})},

		// Task definitions.
		{name: "containers", bounds: []string{"model.maxElements"}, files: containers(func() string {
			return times(30_000, func(i int) string { return fmt.Sprintf(`{"name": "c%d", "image": "i", "privileged": true},`, i) }) + `{"name": "z", "image": "x"}`
		})},
		{name: "containers of one name", files: containers(func() string {
			return strings.Repeat(`{"name": "c", "image": "i"},`, 30_000) + `{"name": "z", "image": "x"}`
		})},
		{name: "containers that depend on each other", files: containers(func() string {
			return times(300, func(i int) string {
				return fmt.Sprintf(`{"name": "c%d", "image": "i", "dependsOn": [`, i) +
					times(300, func(j int) string { return fmt.Sprintf(`{"containerName": "c%d", "condition": "START"},`, j) }) + `{}]},`
			}) + `{"name": "z", "image": "x"}`
		})},
		{name: "ports", files: container(func() string {
			return `"portMappings": [` + strings.Repeat(`{"containerPort": 80, "hostPort": 80},`, 30_000) + `{"containerPort": 81}]`
		})},
		{name: "environment", files: container(func() string {
			return `"environment": [` + times(50_000, func(i int) string { return fmt.Sprintf(`{"name": "PASSWORD%d", "value": "x"},`, i) }) + `{"name": "A", "value": "b"}]`
		})},
		{name: "task definitions in one file", files: file("t.json", func() string {
			return `[` + times(50_000, func(i int) string {
				return fmt.Sprintf(`{"family": "f%d", "containerDefinitions": [{"name": "z"}]},`, i)
			}) +
				`{"family": "f", "containerDefinitions": [{"name": "z"}]}]`
		}), args: []string{"--disable", "all", "--enable", "ECS.4"}},
		{name: "task definitions beside services", bounds: []string{"taskdef.maxBeside"}, files: func() map[string]string {
			files := map[string]string{}
			for i := range 50 {
				files[fmt.Sprintf("t%d.json", i)] = `{"family": "f", "containerDefinitions": [{"name": "z", "image": "x"}]}`
			}
			files["s.json"] = `{"serviceName": "s", "taskDefinition": "f", "desiredCount": 1}`
			return files
		}},
		{name: "configurations that name one task definition", bounds: []string{"taskdef.maxRepeated"}, files: func() map[string]string {
			files := map[string]string{"td.json": `{"family": "f", "containerDefinitions": [{"name": "z", "image": "x", "command": ["` + strings.Repeat("x", 300_000) + `"]}]}`}
			for i := range 15 {
				files[fmt.Sprintf("e%02d.yml", i)] = "region: r\ncluster: c\nservice: s\ntask_definition: td.json\n"
			}
			return files
		}},
		{name: "a plan of deep values", files: file("plan.json", func() string {
			return `{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [{"address": "aws_ecs_task_definition.c", ` +
				`"mode": "managed", "type": "aws_ecs_task_definition", "values": {"container_definitions": "` + strings.Repeat("[", 1_000_000) + `"}}]}}}`
		})},
		{name: "a plan of modules", out: "plan.json:1:", files: file("plan.json", func() string {
			return `{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"child_modules": [{` +
				strings.Repeat(`"child_modules": [{`, 230) + `"resources": [{"address": "aws_ecs_cluster.c", "mode": "managed", "type": "aws_ecs_cluster", "values": {}}]` +
				strings.Repeat(`}]`, 230) + `}]}}}`
		})},
		{name: "stars in the actions of a role", files: file("t.json", func() string {
			return `{"Resources": {"T": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"TaskRoleArn": {"Ref": "R"}, "ContainerDefinitions": [{"Name": "a"}]}}, ` +
				`"R": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [{"PolicyName": "p", "PolicyDocument": {"Statement": [{"Effect": "Allow", "Resource": "*", "Action": ["` +
				strings.Repeat(`*a`, 500_000) + `b", "s3:` + strings.Repeat(`?*`, 500_000) + `"]}]}}]}}}}`
		})},

		// YAML.
		{name: "lists in lists", bounds: []string{"yamldoc.maxDepth"}, files: cluster(func() string { return "Metadata:\n" + strings.Repeat("- ", 600) + "a\n" })},
		{name: "lists that do not end", files: cluster(repeated("Metadata: ", "[", 9000, ""))},
		{name: "maps in maps", files: cluster(func() string {
			return "Metadata:\n" + times(1500, func(i int) string { return strings.Repeat(" ", i+1) + "a:\n" })
		})},
		{name: "elements", bounds: []string{"yamldoc.maxMarks"}, files: cluster(repeated("Metadata:\n", "- a\n", 600_000, ""))},
		{name: "elements in one line", files: cluster(repeated("Metadata: [", "a,", 600_000, "]\n"))},
		{name: "aliases of aliases", bounds: []string{"yamldoc.maxNodes"}, files: cluster(func() string { return "Metadata:\n" + aliases("  ") })},
		{name: "an alias of itself", files: cluster(func() string { return "Metadata: &a\n  b: *a\n" })},
		{name: "merges of merges", files: cluster(func() string {
			return "Metadata:\n  a: &a0 {x: y}\n" + times(60, func(i int) string {
				return fmt.Sprintf("  b%d: &a%d {<<: [*a%d, *a%d], k%d: 1}\n", i, i+1, i, i, i)
			})
		})},
		{name: "anchors", files: cluster(func() string {
			return "Metadata:\n" + times(50_000, func(i int) string { return fmt.Sprintf("- &a%d x\n- *a%d\n", i, i) })
		})},
		{name: "directives in YAML", bounds: []string{"yamldoc.maxDirectives"}, files: file("t.yaml", func() string {
			return times(10_000, func(i int) string { return fmt.Sprintf("%%TAG !a%d! tag:x\n", i) }) + "---\nResources: {A: {Type: 'AWS::ECS::Cluster'}}\n"
		})},
		{name: "documents", files: cluster(repeated("", "---\n", 400_000, ""))},
		{name: "comments", files: cluster(repeated("Metadata:\n", "- a # b\n# a\n", 100_000, ""))},
		{name: "lines of a text", files: cluster(repeated("Metadata: |\n", "  aaa\n", 400_000, ""))},
		{name: "lines of a plain text", files: cluster(repeated("Metadata: a\n", "  aaa\n", 400_000, ""))},
		{name: "keys that are lists", files: cluster(repeated("Metadata:\n", " ? [a]\n : b\n", 100_000, ""))},
		{name: "short forms", files: cluster(repeated("Metadata:\n", " - !Ref a\n", 200_000, ""))},
	}
}
