package bounds

import (
	"fmt"
	"strconv"
	"strings"
)

func surroundings() []hostile {
	return []hostile{
		{name: "a large file", bounds: []string{"source.MaxSize"}, files: hcl(`"`+"x"+`"`, func() string { return "# aws_ecs_\n" + strings.Repeat("#\n", 3<<20) })},
		{name: "a file of 2 GiB", files: func() map[string]string { return nil }, sparse: map[string]int64{"t.json": 2 << 30, "main.tf": 2 << 30}},
		{name: "folders in folders", bounds: []string{"discover.maxDepth"}, files: file(strings.Repeat("a/", 250)+"main.tf", func() string { return taskDefinition("1") })},
		{name: "links to links", bounds: []string{"source.maxLinks"}, links: func() map[string]string {
			links := map[string]string{}
			for i := range 50 {
				links[fmt.Sprintf("l%02d.json", i)] = fmt.Sprintf("l%02d.json", i+1)
			}
			return links
		}, files: file("l50.json", func() string { return `{"family": "f", "containerDefinitions": [{"name": "a", "image": "b"}]}` })},
		{name: "a link to itself", links: func() map[string]string { return map[string]string{"main.tf": "main.tf"} }},
		{name: "patterns of .gitignore", bounds: []string{"gitignore.maxPatterns"}, files: func() map[string]string {
			files := file(".gitignore", func() string { return times(50_000, func(i int) string { return fmt.Sprintf("**/a*%d*b\n", i) }) })()
			for i := range 50 {
				files[fmt.Sprintf("d%d/%s.json", i, strings.Repeat("a", 100))] = "{}"
			}
			return files
		}},
		{name: "a long pattern of .gitignore", bounds: []string{"gitignore.maxLength"}, files: func() map[string]string {
			files := file(".gitignore", repeated("", "*a", 100_000, "b\n"))()
			files["d/"+strings.Repeat("a", 200)+".json"] = "{}"
			return files
		}},
		{name: "a large configuration", bounds: []string{"config.MaxSize"}, files: file(".ecslint.yaml", repeated("", "#\n", 600_000, "")), fatal: true},
		{name: "a deep configuration", files: file(".ecslint.yaml", repeated("rules: ", "[", 200_000, "")), fatal: true},
		{name: "ignores of a configuration", bounds: []string{"config.maxEntries"}, files: file(".ecslint.yaml", repeated("ignores:\n", "- {rules: [ECS.5], paths: [x], reason: x}\n", 2000, "")), fatal: true},
		{name: "a long pattern of the configuration", bounds: []string{"source.maxPattern"}, files: file(".ecslint.yaml", func() string {
			return "ignores:\n- {rules: [ECS.5], paths: ['" + strings.Repeat("*a", 600) + "'], reason: x}\n"
		}), fatal: true},
		{name: "a pattern of many alternatives", bounds: []string{"source.maxAlternatives"}, files: file(".ecslint.yaml", func() string {
			return "ignores:\n- {rules: [ECS.5], paths: ['" + strings.Repeat("{a,aa}", 30) + "'], reason: x}\n"
		}), fatal: true},
		{name: "stars in the configuration", files: func() map[string]string {
			files := file(".ecslint.yaml", func() string {
				return "ignores:\n- {rules: [ECS.5], paths: ['" + strings.Repeat("**/a*a*", 30) + "b'], reason: x}\n"
			})()
			files[strings.Repeat("a/", 100)+strings.Repeat("a", 200)+".json"] = `{"family": "f", "containerDefinitions": [{"name": "a"}]}`
			return files
		}},
		{name: "aliases of the configuration", files: file(".ecslint.yaml", func() string { return "rules:\n" + aliases("  ") }), fatal: true},
		{name: "a large baseline", bounds: []string{"cli.maxBaseline"}, sparse: map[string]int64{".ecslint-baseline": 16<<20 + 1}, fatal: true},
		{name: "mistakes of a baseline", bounds: []string{"lint.maxFaults"}, files: file(".ecslint-baseline", repeated("", "x\n", 100_000, "")), fatal: true},
		{name: "a long baseline", bounds: []string{"lint.maxSubjects"}, files: file(".ecslint-baseline", func() string {
			return times(100_000, func(i int) string { return fmt.Sprintf("ECS.4 x/main.tf aws_ecs_task_definition.t%d value\n", i) })
		})},
		{name: "a large list of files", bounds: []string{"cli.maxList"}, sparse: map[string]int64{"list": 64<<20 + 1}, args: []string{"--files-from", "list"}, fatal: true},
		{name: "a reference to itself in Git", bounds: []string{"git.maxSymbolic"}, args: []string{"--since", "a"}, fatal: true, files: func() map[string]string {
			return map[string]string{".git/HEAD": "ref: refs/heads/a\n", ".git/refs/heads/a": "ref: refs/heads/b\n", ".git/refs/heads/b": "ref: refs/heads/a\n"}
		}},
		{name: "a large reference in Git", bounds: []string{"git.maxSmall"}, args: []string{"--since", "a"}, fatal: true, sparse: map[string]int64{".git/refs/heads/main": 2 << 30}},
		{name: "many references in Git", bounds: []string{"git.maxLarge"}, args: []string{"--since", "a"}, fatal: true, sparse: map[string]int64{".git/packed-refs": 2 << 30}},
		// Any of the route tables may be that of any of the subnets: to look at each pair takes
		// most of a minute.
		{name: "time", bounds: []string{"cli.defaultRootTimeout"}, args: []string{"--root-timeout", "1s"}, files: file("t.json", func() string {
			return `{"Parameters": {"P": {"Type": "String"}}, "Resources": {"V": {"Type": "AWS::EC2::VPC"}, "I": {"Type": "AWS::EC2::InternetGateway"},` +
				times(3000, func(i int) string { return strings.ReplaceAll(network, "@", strconv.Itoa(i)) }) + `"C": {"Type": "AWS::ECS::Cluster"}}}`
		})},
	}
}

// network is a subnet, which has @ for a number, with a service, and the route table of a
// subnet that is not known.
const network = `"N@": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Ref": "V"}}},
"T@": {"Type": "AWS::EC2::RouteTable", "Properties": {"VpcId": {"Ref": "V"}}},
"R@": {"Type": "AWS::EC2::Route", "Properties": {"RouteTableId": {"Ref": "T@"}, "GatewayId": {"Ref": "I"}, "DestinationCidrBlock": "0.0.0.0/0"}},
"A@": {"Type": "AWS::EC2::SubnetRouteTableAssociation", "Properties": {"SubnetId": {"Ref": "P"}, "RouteTableId": {"Ref": "T@"}}},
"S@": {"Type": "AWS::ECS::Service", "Properties": {"NetworkConfiguration": {"AwsvpcConfiguration": {"AssignPublicIp": "ENABLED", "Subnets": [{"Ref": "N@"}]}}}},
`
