package parsers

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// loaded gives the model of the one unit that files are.
func loaded(t *testing.T, entry string, files map[string]string) *model.Model {
	t.Helper()
	units, problems := Units(source.NewMemory(files), []Input{{Name: entry, Named: true}}, Options{})
	if len(units) != 1 || len(problems) > 0 {
		t.Fatalf("%d units, %v", len(units), problems)
	}
	m, problems := units[0].Load(t.Context())
	for _, p := range problems {
		if p.Level == source.Error {
			t.Fatal(p.Error())
		}
	}
	return m
}

// one gives the resource of a kind at an address.
func one[E model.Entity](t *testing.T, m *model.Model, address string) E {
	t.Helper()
	for e := range model.All[E](m) {
		if e.Base().Address == address {
			return e
		}
	}
	t.Fatalf("no %s", address)
	panic("unreachable")
}

// TestPairs pairs resources of a root module, of modules that it calls and of
// modules that are not here.
func TestPairs(t *testing.T) {
	const bucketModule = `
variable "name" {}
resource "aws_s3_bucket" "this" {
  bucket = var.name
}
output "id" {
  value = aws_s3_bucket.this.id
}
output "settings" {
  value = { bucket = aws_s3_bucket.this.bucket }
}
`
	const blockModule = `
variable "bucket" {}
resource "aws_s3_bucket_public_access_block" "this" {
  bucket              = var.bucket
  block_public_acls   = true
  block_public_policy = true
}
`
	const call = "module \"bucket\" {\n  source = \"./bucket\"\n  name   = \"web\"\n}\n"
	block := func(bucket string) string {
		return "resource \"aws_s3_bucket_public_access_block\" \"b\" {\n  bucket = " + bucket + "\n  block_public_acls = true\n}\n"
	}
	for _, test := range []struct {
		name, main   string
		address      string
		exists, acls value.Truth
	}{
		{"across modules", call + block("module.bucket.id"), "module.bucket.aws_s3_bucket.this", value.Yes, value.Yes},
		{"by an attribute that is written", call + block("module.bucket.settings.bucket"), "module.bucket.aws_s3_bucket.this", value.Yes, value.Yes},
		{"by a literal name", call + block(`"web"`), "module.bucket.aws_s3_bucket.this", value.Yes, value.Yes},
		{"from module to module", call + "module \"block\" {\n  source = \"./block\"\n  bucket = module.bucket.id\n}\n", "module.bucket.aws_s3_bucket.this", value.Yes, value.Yes},
		{"a name that is longer", call + block(`"${module.bucket.id}-logs"`), "module.bucket.aws_s3_bucket.this", value.No, value.No},
		{"through functions", call + block(`one(compact([module.bucket.id]))`), "module.bucket.aws_s3_bucket.this", value.Maybe, value.Maybe},
		{"none", call, "module.bucket.aws_s3_bucket.this", value.No, value.No},
		{"unknown", call + "variable \"x\" {}\n" + block("var.x"), "module.bucket.aws_s3_bucket.this", value.Maybe, value.Maybe},
		{"either", call + "variable \"x\" {}\n" + block(`var.x == "" ? module.bucket.id : var.x`), "module.bucket.aws_s3_bucket.this", value.Maybe, value.Maybe},
		{"given to a module that is not here", call + "module \"m\" {\n  source = \"example/block/aws\"\n  settings = [{ bucket = module.bucket.id }]\n}\n", "module.bucket.aws_s3_bucket.this", value.Maybe, value.Maybe},
		{
			"instances", "resource \"aws_s3_bucket\" \"b\" {\n  for_each = toset([\"a\", \"b\"])\n}\n" + block(`aws_s3_bucket.b["a"].id`),
			`aws_s3_bucket.b["a"]`, value.Yes, value.Yes,
		},
		{
			"another instance", "resource \"aws_s3_bucket\" \"b\" {\n  for_each = toset([\"a\", \"b\"])\n}\n" + block(`aws_s3_bucket.b["a"].id`),
			`aws_s3_bucket.b["b"]`, value.No, value.No,
		},
		{
			"the same condition", "variable \"on\" {\n  type = bool\n}\nresource \"aws_s3_bucket\" \"b\" {\n  count = var.on ? 1 : 0\n}\n" +
				"resource \"aws_s3_bucket_public_access_block\" \"b\" {\n  count = var.on ? 1 : 0\n  bucket = aws_s3_bucket.b[0].id\n  block_public_acls = true\n}\n",
			"aws_s3_bucket.b[0]", value.Yes, value.Yes,
		},
		{
			"a part of the instances is unknown", "variable \"more\" {}\nresource \"aws_s3_bucket\" \"b\" {}\n" +
				"resource \"aws_s3_bucket_public_access_block\" \"b\" {\n  for_each = merge({ a = \"other\" }, var.more)\n  bucket = each.value\n}\n",
			"aws_s3_bucket.b", value.Maybe, value.Maybe,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := loaded(t, "main.tf", map[string]string{"main.tf": cluster + test.main, "bucket/main.tf": bucketModule, "block/main.tf": blockModule})
			b := m.PublicAccessBlockOf(one[*model.Bucket](t, m, test.address))
			if b.Exists() != test.exists || b.BlockPublicAcls.Is(true) != test.acls {
				t.Errorf("exists %s, blocks ACLs %s; want %s, %s (%s)", b.Exists(), b.BlockPublicAcls.Is(true), test.exists, test.acls, b.Reason())
			}
		})
	}
}

// TestPairsInStacks pairs resources of a stack and of those that are nested in it.
func TestPairsInStacks(t *testing.T) {
	const child = `
Parameters: {Group: {Type: String}}
Resources:
  Ssh:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !Ref Group, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
`
	const group = `
Resources:
  Cluster: {Type: AWS::ECS::Cluster}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: web}}
`
	nested := func(file, parameters string) string {
		return group + "  Rules: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: " + file + ", Parameters: {" + parameters + "}}}\n"
	}
	for _, test := range []struct {
		name, template string
		open           value.Truth
	}{
		{"none", group, value.No},
		{"GetAtt", group + "  Ssh: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: !GetAtt Group.GroupId, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}}\n", value.Yes},
		{"an import", group + "  Ssh: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: !ImportValue x, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}}\n", value.Maybe},
		{"nested stack", nested("child.yaml", "Group: !GetAtt Group.GroupId"), value.Yes},
		{"nested stack for another group", nested("child.yaml", "Group: sg-1"), value.No},
		{"nested stack that is not here", nested("gone.yaml", "Group: !GetAtt Group.GroupId"), value.Maybe},
		{"nested stack that is not here, for another group", nested("gone.yaml", "Group: sg-1"), value.No},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := loaded(t, "t.yaml", map[string]string{"t.yaml": test.template, "child.yaml": child})
			l := m.IngressOf(one[*model.SecurityGroup](t, m, "Group"))
			got := l.Any(func(r *model.SecurityGroupRule) value.Truth { return r.FromAnywhere().And(r.Covers("tcp", 22)) })
			if got != test.open {
				t.Errorf("open %s, want %s (%s)", got, test.open, l.Reason())
			}
		})
	}
}

// TestPolicies reads one policy in each way to write it.
func TestPolicies(t *testing.T) {
	const document = `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:*", "ecs:RunTask"], "Resource": "*"}]}`
	terraform := func(policy string) (string, map[string]string) {
		return "aws_iam_policy.p", map[string]string{"main.tf": cluster + "resource \"aws_iam_policy\" \"p\" {\n  policy = " + policy + "\n}\n" + `
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:*", "ecs:RunTask"]
    resources = ["*"]
  }
}
`, "policy.json": document}
	}
	cloudformation := func(policy string) (string, map[string]string) {
		return "P", map[string]string{"t.yaml": "Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: " + policy + "\n"}
	}
	for name, make := range map[string]func() (string, map[string]string){
		"jsonencode":       func() (string, map[string]string) { return terraform("jsonencode(" + document + ")") },
		"heredoc":          func() (string, map[string]string) { return terraform("<<-EOT\n  " + document + "\n  EOT") },
		"policy document":  func() (string, map[string]string) { return terraform("data.aws_iam_policy_document.d.json") },
		"file":             func() (string, map[string]string) { return terraform("file(\"policy.json\")") },
		"object":           func() (string, map[string]string) { return cloudformation(document) },
		"JSON in a string": func() (string, map[string]string) { return cloudformation("'" + document + "'") },
		"ToJsonString":     func() (string, map[string]string) { return cloudformation("{'Fn::ToJsonString': " + document + "}") },
	} {
		t.Run(name, func(t *testing.T) {
			address, files := make()
			entry := "main.tf"
			if address == "P" {
				entry = "t.yaml"
			}
			m := loaded(t, entry, files)
			l := &one[*model.Policy](t, m, address).Document.Statements
			var got []string
			for _, s := range l.Items {
				for _, a := range s.Actions.Items {
					text, _ := a.Known()
					got = append(got, text)
				}
				got = append(got, s.Allows().String(), s.OnEverything().String())
			}
			if diff := cmp.Diff([]string{"s3:*", "ecs:RunTask", "yes", "yes"}, got); diff != "" || l.Complete != value.Yes {
				t.Errorf("complete %s, -want +got\n%s", l.Complete, diff)
			}
		})
	}
}

func TestInlinePolicies(t *testing.T) {
	const main = `
variable "unknown" {}
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
  inline_policy {
    name   = "a"
    policy = jsonencode({ Statement = { Effect = "Allow", Action = "s3:*", Resource = "*" } })
  }
}
resource "aws_iam_role_policy" "p" {
  role   = aws_iam_role.r.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = var.unknown, Resource = "*" }] })
}
`
	m := loaded(t, "main.tf", map[string]string{"main.tf": cluster + main})
	r := one[*model.Role](t, m, "aws_iam_role.r")
	if got := r.AssumeRolePolicy.Statements.Items[0].Principals.Service.Contains("ecs-tasks.amazonaws.com"); got != value.Yes {
		t.Errorf("the service is trusted: %s", got)
	}
	policies := m.PoliciesOf(r)
	for action, want := range map[string][]value.Truth{"s3:GetObject": {value.Yes, value.Maybe}, "ecs:RunTask": {value.No, value.Maybe}} {
		var got []value.Truth
		for _, p := range policies.Items {
			got = append(got, p.Document.Statements.Any(func(s *model.Statement) value.Truth { return s.Covers(action) }))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", action, diff)
		}
	}
}

func TestRegion(t *testing.T) {
	const main = `
variable "region" {}
provider "aws" {
  region = "us-gov-west-1"
}
provider "aws" {
  alias  = "other"
  region = var.region
}
resource "aws_ecs_cluster" "a" {}
resource "aws_ecs_cluster" "b" {
  provider = aws.other
}
resource "aws_ecs_cluster" "c" {
  region = "eu-west-1"
}
module "m" {
  source = "./m"
}
module "n" {
  source    = "./m"
  providers = { aws = aws.other }
}
`
	m := loaded(t, "main.tf", map[string]string{"main.tf": main, "m/main.tf": cluster})
	for address, want := range map[string]string{
		"aws_ecs_cluster.a": "us-gov-west-1", "aws_ecs_cluster.b": "", "aws_ecs_cluster.c": "eu-west-1",
		"module.m.aws_ecs_cluster.c": "us-gov-west-1", "module.n.aws_ecs_cluster.c": "",
	} {
		region := one[*model.Cluster](t, m, address).Region
		if got, _ := region.Known(); got != want || want == "" && region.Reason() == "" {
			t.Errorf("%s is in %q, want %q (%s)", address, got, want, region.Reason())
		}
	}
	m = loaded(t, "main.tf", map[string]string{"main.tf": cluster})
	if region := one[*model.Cluster](t, m, "aws_ecs_cluster.c").Region; region.Reason() != "provider aws is given no region in the code" {
		t.Errorf("without a provider: %q", region.Reason())
	}

	set := source.NewMemory(map[string]string{"t.yaml": template})
	for name, opts := range map[string]Options{"": {}, "us-gov-east-1": {Parameters: map[string]string{"AWS::Region": "us-gov-east-1"}}} {
		units, _ := Units(set, []Input{{Name: "t.yaml", Named: true}}, opts)
		m, _ := units[0].Load(t.Context())
		if got, _ := one[*model.Cluster](t, m, "C").Region.Known(); got != name {
			t.Errorf("the template is in %q, want %q", got, name)
		}
	}
}

// TestOnlyWhatIsRead shows that what no rule can ask about is not kept: a password
// has no business in a model.
func TestOnlyWhatIsRead(t *testing.T) {
	const main = "resource \"aws_rds_cluster\" \"c\" {\n  engine = \"aurora\"\n  master_password = \"hunter2\"\n  dynamic \"s3_import\" {\n    for_each = [1]\n    content {}\n  }\n}\n"
	const template = "Resources: {C: {Type: 'AWS::RDS::DBCluster', Properties: {Engine: aurora, MasterUserPassword: hunter2}}}\n"
	for entry, text := range map[string]string{"main.tf": main, "t.yaml": template} {
		m := loaded(t, entry, map[string]string{entry: text})
		for _, in := range m.Inputs() {
			if in.Value.Len() != 1 {
				t.Errorf("%s: %s", entry, in.Value)
			}
		}
	}
}

// TestPlanPairs pairs resources of a plan without its configuration: what is known
// after apply is unknown, and not absent.
func TestPlanPairs(t *testing.T) {
	plan := func(values, unknown string) string {
		return `{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [
{"address": "aws_s3_bucket.b", "mode": "managed", "type": "aws_s3_bucket", "name": "b", "values": {"bucket": "web"}},
{"address": "aws_s3_bucket_public_access_block.b", "mode": "managed", "type": "aws_s3_bucket_public_access_block", "name": "b",
 "values": {` + values + `}}]}},
"resource_changes": [{"address": "aws_s3_bucket_public_access_block.b", "change": {"actions": ["create"], "after_unknown": {` + unknown + `}}}]}`
	}
	for _, test := range []struct {
		name, values, unknown string
		exists, acls          value.Truth
	}{
		{"known", `"bucket": "web", "block_public_acls": true`, `"id": true`, value.Yes, value.Yes},
		{"another bucket", `"bucket": "other", "block_public_acls": true`, `"id": true`, value.No, value.No},
		{"known after apply", `"block_public_acls": true`, `"id": true, "bucket": true`, value.Maybe, value.Maybe},
	} {
		m := loaded(t, "plan.json", map[string]string{"plan.json": plan(test.values, test.unknown)})
		b := m.PublicAccessBlockOf(one[*model.Bucket](t, m, "aws_s3_bucket.b"))
		if b.Exists() != test.exists || b.BlockPublicAcls.Is(true) != test.acls {
			t.Errorf("%s: exists %s, blocks ACLs %s; want %s, %s", test.name, b.Exists(), b.BlockPublicAcls.Is(true), test.exists, test.acls)
		}
	}
}

// TestPlanRules reads the rules of a plan, a part of which is known after apply.
func TestPlanRules(t *testing.T) {
	const plan = `{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [
{"address": "aws_security_group.g", "mode": "managed", "type": "aws_security_group", "name": "g",
 "values": {"name": "g", "ingress": [{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": []}, {"protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": ["10.0.0.0/8"]}]}}]}},
"resource_changes": [{"address": "aws_security_group.g", "change": {"after_unknown": {"id": true, "ingress": [{"cidr_blocks": [true]}, {"cidr_blocks": [false]}]}}}]}`
	m := loaded(t, "plan.json", map[string]string{"plan.json": plan})
	var got []value.Truth
	for _, r := range m.IngressOf(one[*model.SecurityGroup](t, m, "aws_security_group.g")).Items {
		got = append(got, r.FromAnywhere())
	}
	if diff := cmp.Diff([]value.Truth{value.Maybe, value.No}, got); diff != "" {
		t.Errorf("from anywhere: -want +got\n%s", diff)
	}
}
