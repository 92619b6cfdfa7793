package rules_test

import (
	"testing"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/fixtures"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
	"github.com/ecslint/ecslint/rules/rulestest"
)

// maxFuzzed bounds a file, in bytes: each fix in it is judged anew.
const maxFuzzed = 1 << 13

// FuzzFixes applies each fix for one file of any text. What was understood of the
// file before is understood with the fix too.
func FuzzFixes(f *testing.F) {
	names := []string{"main.tf", "template.yaml", "x.json"}
	const main, template, taskdef = 0, 1, 2
	f.Add(byte(main), terraform("{\n    name = \"a\", # b\n    cpu = <<EOT\n1\nEOT\n  }")[1])
	f.Add(byte(main), definitions(`"[{\n\"name\": \"a\", \"cpu\" : ${1}}]"`)[1])
	f.Add(byte(main), "resource \"aws_ecs_cluster\" \"x\" { name = \"x\" }\nresource \"aws_ecs_service\" \"x\" {\n  network_configuration {\n    assign_public_ip = true\n  }\n}\n")
	f.Add(byte(template), "Resources:\n  X:\n    Type: AWS::ECS::Cluster\n  Y:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n      - Name: a # b\n        Command: |\n         c\n")
	f.Add(byte(template), "Resources: {X: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: a, \"Privileged\": True}]}}}")
	f.Add(byte(taskdef), `{"containerDefinitions": [{"name": "a",`+"\r\n\t"+`"privilaged": 1}], "pidMode": "host"}`)
	for i, suffixes := range [][]string{{".tf"}, {"template.yaml", "template.json"}, {"taskdef.json"}} {
		for _, text := range fixtures.Seeds(f, suffixes...) {
			f.Add(byte(i), text)
		}
	}
	f.Fuzz(func(t *testing.T, n byte, text string) {
		if len(text) > maxFuzzed {
			t.Skip("too large")
		}
		name := names[int(n)%len(names)]
		findings, errors := judge(t, name, text)
		for _, x := range findings {
			if len(x.Fixes) == 0 {
				continue
			}
			texts, err := rulestest.Apply(x.Fixes[0])
			if err != nil {
				t.Fatal(err)
			}
			for file, fixed := range texts {
				if _, more := judge(t, file.Name, fixed); more > errors {
					t.Errorf("%s breaks\n%s\n\nit makes\n%s", x.Fixes[0].Message, text, fixed)
				}
			}
		}
	})
}

// judge gives what all rules find in a file, and the number of its problems.
func judge(t *testing.T, name, text string) (findings []*rules.Finding, problems int) {
	t.Helper()
	set := source.NewMemory(map[string]string{name: text})
	units, _ := parsers.Units(set, []parsers.Input{{Name: name, Walked: true}}, parsers.Options{})
	for _, u := range units {
		m, all := u.Load(t.Context())
		problems += len(all)
		if m == nil {
			continue
		}
		judgements, _ := rulestest.Judge(m, catalog.All(), nil)
		for _, j := range judgements {
			findings = append(findings, j.Findings...)
		}
	}
	return findings, problems
}
