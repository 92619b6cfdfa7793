package bounds

import (
	"fmt"
	"strings"
)

// template is a template with a task definition, the image of which is x. What stands
// in front of Resources, and the resources behind it, may be empty.
func template(x, front, resources func() string) func() map[string]string {
	return file("t.yaml", func() string {
		return front() + `
Resources:
  T:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: t
      ContainerDefinitions:
        - Name: t
          Image: ` + x() + "\n" + resources()
	})
}

func image(s string) func() string { return func() string { return s } }

// conditions are such as cannot be decided.
func conditions(n int) func() string {
	return func() string {
		return "Conditions:\n" + times(n, func(i int) string { return fmt.Sprintf("  C%d: !Equals [!Ref 'AWS::Region', r%d]\n", i, i) })
	}
}

// within gives a function many times within itself.
func within(before string, n int, after string) func() string {
	return func() string {
		return `{"Resources": {"C": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": ` +
			strings.Repeat(before, n) + `"\"x"` + strings.Repeat(after, n) + `}}}}`
	}
}

// aliases are YAML mappings, each of which stands for two of the one before.
func aliases(indent string) string {
	return indent + "a: &a0 [x, x]\n" + times(60, func(i int) string { return fmt.Sprintf("%sb%d: &a%d [*a%d, *a%d]\n", indent, i, i+1, i, i) })
}

func cloudFormation() []hostile {
	stack := func(name, more string) string {
		return fmt.Sprintf("  %s: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: %s}}\n", name, more)
	}
	return []hostile{
		{name: "conditions in a chain", bounds: []string{"cloudformation.maxDepth"}, files: template(image("!If [C2000, a, b]"), func() string {
			return "Conditions:\n  C0: !Equals [a, !Ref 'AWS::Region']\n" + times(2000, func(i int) string { return fmt.Sprintf("  C%d: !Not [{Condition: C%d}]\n", i+1, i) })
		}, nothing)},
		{name: "both branches in each other", bounds: []string{"cloudformation.maxSpent"}, files: template(func() string {
			x := "z"
			for i := range 16 {
				x = fmt.Sprintf("!If [C%d, %s, %s]", i, x, x)
			}
			return x
		}, conditions(16), nothing)},
		{name: "branches in each other", files: template(func() string {
			return times(200, func(i int) string { return fmt.Sprintf("!If [C%d, a, ", i) }) + "b" + strings.Repeat("]", 200)
		}, conditions(200), nothing)},
		{name: "conditions on everything", files: template(image("x"), conditions(500), func() string {
			return times(500, func(i int) string {
				return fmt.Sprintf("  A%d: {Type: 'AWS::ECS::Cluster', Condition: C%d, Properties: {ClusterName: !If [C%d, a, !If [C%d, b, c]]}}\n", i, i, i, (i+1)%500)
			})
		})},
		{name: "a condition of itself", files: template(image("!If [A, a, b]"), func() string { return "Conditions:\n  A: !Not [{Condition: B}]\n  B: !Not [{Condition: A}]\n" }, nothing)},
		{name: "combinations of branches", bounds: []string{"cloudformation.maxCombinations"}, files: template(func() string {
			return "!Sub ['" + times(30, func(i int) string { return fmt.Sprintf("${V%d}", i) }) + "', {" +
				times(30, func(i int) string { return fmt.Sprintf("V%d: !If [C%d, a, b],", i, i) }) + "}]"
		}, conditions(30), nothing), args: []string{"--unknown", "report"}, out: `digest in image "………`},
		{name: "texts of Fn::Sub that double", bounds: []string{"cloudformation.maxText"}, files: file("t.json", within(`{"Fn::Sub": ["${A}${A}", {"A": `, 60, `}]}`))},
		{name: "texts of Fn::Base64", files: file("t.json", within(`{"Fn::Base64": `, 100, `}`))},
		{name: "JSON in JSON", bounds: []string{"cloudformation.maxEncoding"}, files: file("t.json", within(`{"Fn::ToJsonString": [`, 60, `]}`))},
		{name: "loops within loops", bounds: []string{"cloudformation.maxAdded"}, files: file("t.json", func() string {
			items := `"a"` + strings.Repeat(`, "a"`, 999)
			loop := `{"A": 1, "B": {"Fn::Sub": "${X}"}}`
			for i := range 6 {
				loop = fmt.Sprintf(`{"Fn::ForEach::L%d": ["X", [%s], {"K${X}": %s}]}`, i, items, loop)
			}
			return `{"Resources": {"C": {"Type": "AWS::ECS::Cluster", "Properties": {"P": ` + loop + `}}}}`
		})},
		{name: "a loop over resources", files: file("t.json", func() string {
			return `{"Resources": {"Fn::ForEach::L": ["X", [` + times(20_000, func(i int) string { return fmt.Sprintf(`"a%d",`, i) }) +
				`"z"], {"K${X}": {"Type": "AWS::ECS::Cluster"}}]}}`
		})},
		{name: "stacks that make two of the next", bounds: []string{"cloudformation.maxNesting", "cloudformation.maxStacks"}, files: func() map[string]string {
			files := map[string]string{}
			for i := range 30 {
				next := fmt.Sprintf("t%02d.yaml", i+1)
				files[fmt.Sprintf("t%02d.yaml", i)] = "Resources:\n  C: {Type: AWS::ECS::Cluster}\n" + stack("A", next) + stack("B", next)
			}
			files["t30.yaml"] = "Resources:\n" + stack("A", "t00.yaml")
			return files
		}},
		{name: "many stacks of a large template", files: func() map[string]string {
			return map[string]string{
				"t.yaml": "Resources:\n" + times(2000, func(i int) string { return stack(fmt.Sprintf("A%d", i), "c.yaml") }),
				"c.yaml": "Resources:\n" + times(1000, func(i int) string { return fmt.Sprintf("  A%d: {Type: AWS::SNS::Topic}\n", i) }) + "  C: {Type: AWS::ECS::Cluster}\n",
			}
		}},
		{name: "outputs that double", files: func() map[string]string {
			files := map[string]string{"t15.yaml": "Resources:\n  C: {Type: AWS::ECS::Cluster}\nOutputs:\n  O: {Value: [a, a]}\n"}
			for i := range 15 {
				files[fmt.Sprintf("t%d.yaml", i)] = "Resources:\n  C: {Type: AWS::ECS::Cluster, Properties: {Tags: !GetAtt A.Outputs.O}}\n" +
					stack("A", fmt.Sprintf("t%d.yaml", i+1)) + "Outputs:\n  O: {Value: [!GetAtt A.Outputs.O, !GetAtt A.Outputs.O]}\n"
			}
			return files
		}},
		{name: "a manifest of the CDK that names itself", files: func() map[string]string {
			return map[string]string{
				"cdk.out/manifest.json": `{"version": "40.0.0", "artifacts": {` + times(10, func(i int) string {
					return fmt.Sprintf(`"A%d": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "."}},`, i)
				}) + `"S": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "t.json"}}}}`,
				"cdk.out/t.json": `{"Resources": {"C": {"Type": "AWS::ECS::Cluster"}}}`,
			}
		}},
		{name: "files that include two of the next", files: func() map[string]string {
			const include = "{Name: 'AWS::Include', Parameters: {Location: i%d.yaml}}"
			files := template(image("!Transform "+fmt.Sprintf(include, 0)), nothing, nothing)()
			for i := range 30 {
				files[fmt.Sprintf("i%d.yaml", i)] = strings.Repeat(fmt.Sprintf("- Fn::Transform: "+include+"\n", i+1), 2)
			}
			return files
		}},
		{name: "a large mapping with unknown keys", files: template(image("!FindInMap [M, !Ref 'AWS::Region', !Ref 'AWS::AccountId']"), func() string {
			return "Mappings: {M: {" + times(10_000, func(i int) string { return fmt.Sprintf("k%d: {a: b, c: d},", i) }) + "}}\n"
		}, nothing)},
		{name: "references to unknown names", files: template(func() string { return "!Sub '" + strings.Repeat("${a}", 200_000) + "'" }, nothing, nothing)},
		{name: "references that do not end", files: template(func() string { return "!Sub '" + strings.Repeat("${", 1_000_000) + "'" }, nothing, nothing)},
		{name: "members of members", files: template(func() string { return "!GetAtt '" + strings.Repeat("a.", 1_000_000) + "'" }, nothing, nothing)},
		{name: "many parameters", files: template(image("!Ref P5"), func() string {
			return "Parameters:\n" + times(100_000, func(i int) string { return fmt.Sprintf("  P%d: {Type: String, Default: a}\n", i) })
		}, nothing)},
		{name: "a deep parameter file", args: []string{"--parameter-file", "p.json"}, files: func() map[string]string {
			files := template(image("x"), nothing, nothing)()
			files["p.json"] = strings.Repeat("[", 100_000)
			return files
		}},
		{name: "a long list of overrides", args: []string{"--parameter-file", "samconfig.toml"}, files: func() map[string]string {
			files := template(image("x"), nothing, nothing)()
			files["samconfig.toml"] = "[default.deploy.parameters]\nparameter_overrides = \"" + strings.Repeat("A=B ", 200_000) + "\"\n"
			return files
		}},
		{name: "ignores in metadata", bounds: []string{"lint.maxEntries"}, files: template(image("x"), func() string {
			return "Metadata: {ecslint: {ignore: [" + strings.Repeat("{rule: ECS.15, reason: x},", 2000) + "]}}"
		}, nothing)},
	}
}
