package model

import (
	"slices"
	"testing"

	"github.com/ecslint/ecslint/parsers/value"
)

// names of resources in the tests
const (
	tfGroup  = "aws_security_group"
	tfBucket = "aws_s3_bucket"
	tfBlock  = "aws_s3_bucket_public_access_block"
	tfRole   = "aws_iam_role"
)

func setting(x any) value.StringSetting {
	return value.NewOf[string]("x", of(x), here, nil)
}

// loose is computed from an attribute.
func loose(address string) *value.Value { return attribute(address, "id").Loosened() }

// around is the text before and after the value, as Fn::Sub makes it.
func around(before string, v *value.Value, after string) *value.Value {
	var b value.Builder
	b.Literal(before, here, value.Verbatim)
	b.Interpolate(v, here)
	b.Literal(after, here, value.Verbatim)
	return b.Value(here)
}

func addresses[E Entity](items []E) []string {
	var out []string
	for _, x := range items {
		out = append(out, x.Base().Address)
	}
	return out
}

func TestRoleOf(t *testing.T) {
	const web, api = "aws_iam_role.web", "module.api.aws_iam_role.this[0]"
	m := &Model{}
	add(m, tfRole, web, object{"name": "web"})
	add(m, tfRole, api, object{"name": text("", "-api")})
	add(m, tfRole, "aws_iam_role.unnamed", object{})
	add(m, tfBucket, "aws_s3_bucket.b", object{})
	for _, test := range []struct {
		name string
		ref  any
		want []string
		sure value.Truth
	}{
		{"link", attribute(web, "arn"), []string{web}, value.Yes},
		{"link across modules", attribute(api, "name"), []string{api}, value.Yes},
		{"a name that is the attribute of a resource", of("web").WithLink(value.Link{Address: web, Attr: "name"}), []string{web}, value.Yes},
		{"name", "web", []string{web}, value.Yes},
		{"ARN with a path", "arn:aws:iam::123456789012:role/service/web", []string{web}, value.Yes},
		{"ARN that is put together", around("arn:aws:iam::123456789012:role/", attribute(web, "name"), ""), []string{web}, value.Yes},
		{"whole text", around("", attribute(web, "name"), ""), []string{web}, value.Yes},
		{"a name that may be the one", "blue-api", []string{api}, value.Maybe},
		{"another name", "worker", nil, value.Maybe},
		{"AWS makes the name", attribute("aws_iam_role.unnamed", "name"), []string{"aws_iam_role.unnamed"}, value.Yes},
		{"a part of the name only", around("", attribute(web, "name"), "-2"), []string{api, "aws_iam_role.unnamed"}, value.Maybe},
		{"computed", loose(web), []string{web, api, "aws_iam_role.unnamed"}, value.Maybe},
		{"either", either(attribute(web, "arn"), attribute(api, "arn")), []string{web, api, "aws_iam_role.unnamed"}, value.Maybe},
		{"either, or an index that fails", either(of("web").WithLink(value.Link{Address: web, Attr: "name"}), value.NewFailed(here, "index out of range")), []string{web}, value.Yes},
		{"the ARN of something else", attribute("aws_s3_bucket.b", "arn"), nil, value.Maybe},
		{"a data source", attribute("data.aws_iam_role.x", "arn"), []string{web, api, "aws_iam_role.unnamed"}, value.Maybe},
		{"unknown", unknown(), []string{web, api, "aws_iam_role.unnamed"}, value.Maybe},
		{"absent", absent(), nil, value.No},
		{"null", nil, nil, value.No},
	} {
		ref := m.RoleOf(setting(test.ref))
		check(t, test.name, ref.Sure, test.sure)
		if got := addresses(ref.Items); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
		if (ref.Reason() == "") == (test.sure == value.Maybe) {
			t.Errorf("%s: the reason is %q", test.name, ref.Reason())
		}
		if r, ok := ref.One(); ok != (test.sure == value.Yes) || ok && r.Address != test.want[0] {
			t.Errorf("%s: the one is %v, %v", test.name, r, ok)
		}
	}
}

// TestSameName shows that a name which two resources have names neither.
func TestSameName(t *testing.T) {
	m := &Model{}
	add(m, tfRole, "aws_iam_role.a", object{"name": "web"})
	add(m, tfRole, "aws_iam_role.b", object{"name": "web"})
	ref := m.RoleOf(setting("web"))
	check(t, "name", ref.Sure, value.Maybe)
	if want := `several resources have the name "web"`; ref.Reason() != want {
		t.Errorf("reason %q, want %q", ref.Reason(), want)
	}
}

// TestIdentified is about states and plans, which know what AWS calls things.
func TestIdentified(t *testing.T) {
	m := &Model{}
	add(m, tfGroup, "aws_security_group.a", object{"id": "sg-1", "name": "a"})
	add(m, tfGroup, "aws_security_group.b", object{"id": "sg-2", "name": "b"})
	ref := m.SecurityGroupOf(setting("sg-2"))
	check(t, "by id", ref.Sure, value.Yes)
	if got := addresses(ref.Items); !slices.Equal(got, []string{"aws_security_group.b"}) {
		t.Errorf("%v, want b", got)
	}
	check(t, "an id of something else", m.SecurityGroupOf(setting("sg-3")).Sure, value.Maybe)
}

func TestPublicAccessBlockOf(t *testing.T) {
	const bucket = "aws_s3_bucket.web"
	all := func(on any, ref any) object {
		return object{"bucket": ref, "block_public_acls": on, "block_public_policy": on, "ignore_public_acls": on, "restrict_public_buckets": on}
	}
	closed := func(b *PublicAccessBlock) value.Truth {
		return b.BlockPublicAcls.Is(true).And(b.BlockPublicPolicy.Is(true)).And(b.IgnorePublicAcls.Is(true)).And(b.RestrictPublicBuckets.Is(true))
	}
	for _, test := range []struct {
		name           string
		prepare        func(m *Model)
		exists, closed value.Truth
	}{
		{"none", func(*Model) {}, value.No, value.No},
		{"linked", func(m *Model) { add(m, tfBlock, "b", all(true, attribute(bucket, "id"))) }, value.Yes, value.Yes},
		{"linked and open", func(m *Model) { add(m, tfBlock, "b", all(false, attribute(bucket, "id"))) }, value.Yes, value.No},
		{"by name", func(m *Model) { add(m, tfBlock, "b", all(true, "web")) }, value.Yes, value.Yes},
		{"one switch is missing", func(m *Model) {
			add(m, tfBlock, "b", object{"bucket": "web", "block_public_acls": true})
		}, value.Yes, value.No},
		{"a switch is unknown", func(m *Model) { add(m, tfBlock, "b", all(unknown(), "web")) }, value.Yes, value.Maybe},
		{"of another bucket", func(m *Model) {
			add(m, tfBucket, "aws_s3_bucket.other", object{"bucket": "other"})
			add(m, tfBlock, "b", all(true, attribute("aws_s3_bucket.other", "id")))
		}, value.No, value.No},
		{"of another name", func(m *Model) { add(m, tfBlock, "b", all(true, "other")) }, value.No, value.No},
		{"of the ID of another block, which is that of its bucket", func(m *Model) {
			add(m, tfBlock, "aws_s3_bucket_public_access_block.other", object{"bucket": "other"})
			add(m, tfBlock, "b", all(true, attribute("aws_s3_bucket_public_access_block.other", "id")))
		}, value.Maybe, value.Maybe},
		{"of an unknown bucket", func(m *Model) { add(m, tfBlock, "b", all(true, unknown())) }, value.Maybe, value.Maybe},
		{"of an unknown bucket, and open", func(m *Model) { add(m, tfBlock, "b", all(false, unknown())) }, value.Maybe, value.No},
		{"either bucket", func(m *Model) {
			add(m, tfBlock, "b", all(true, either(attribute(bucket, "id"), "other")))
		}, value.Maybe, value.Maybe},
		{"if a condition holds", func(m *Model) {
			m.Add(Input{Type: tfBlock, Address: "aws_s3_bucket_public_access_block.x[0]", Value: of(all(true, attribute(bucket, "id"))), Condition: "count = var.on"})
		}, value.Maybe, value.Maybe},
		{"not all blocks are known", func(m *Model) { m.AddMissing(tfBlock, "for_each is unknown") }, value.Maybe, value.Maybe},
		{"not all resources are known", func(m *Model) { m.AddMissing("", "for_each is unknown") }, value.Maybe, value.Maybe},
		{"not all of something else are known", func(m *Model) { m.AddMissing(tfGroup, "for_each is unknown") }, value.No, value.No},
		{"given to a module that is not here", func(m *Model) {
			m.AddOutside("module.x", of(object{"settings": list{object{"bucket": attribute(bucket, "id")}}}))
		}, value.Maybe, value.Maybe},
		{"another one is given away", func(m *Model) {
			m.AddOutside("module.x", of(object{"bucket": attribute("aws_s3_bucket.other", "id")}))
		}, value.No, value.No},
	} {
		m := &Model{}
		add(m, tfBucket, bucket, object{"bucket": "web"})
		test.prepare(m)
		for b := range All[*Bucket](m) {
			if b.Address != bucket {
				continue
			}
			got := m.PublicAccessBlockOf(b)
			check(t, test.name+": exists", got.Exists(), test.exists)
			check(t, test.name+": closed", closed(got), test.closed)
			if test.exists == value.Maybe && got.Reason() == "" {
				t.Errorf("%s: no reason", test.name)
			}
			if test.exists == value.No && got.Range() != here.FirstLine() {
				t.Errorf("%s: the place is %v", test.name, got.Range())
			}
		}
	}
}

func TestPublicAccessBlockInTemplate(t *testing.T) {
	m := &Model{}
	add(m, "AWS::S3::Bucket", "Web", object{"PublicAccessBlockConfiguration": object{"BlockPublicAcls": true}})
	b := m.PublicAccessBlockOf(only[*Bucket](t, m))
	check(t, "exists", b.Exists(), value.Yes)
	check(t, "acls", b.BlockPublicAcls.Is(true), value.Yes)
	check(t, "policy", b.BlockPublicPolicy.Is(true), value.No)

	m = &Model{}
	add(m, "AWS::S3::Bucket", "Web", object{"PublicAccessBlockConfiguration": either(object{"BlockPublicAcls": true}, absent())})
	b = m.PublicAccessBlockOf(only[*Bucket](t, m))
	check(t, "either exists", b.Exists(), value.Maybe)
	check(t, "either acls", b.BlockPublicAcls.Is(true), value.Maybe)
}

// TestExistsWith is about conditions that two resources share.
func TestExistsWith(t *testing.T) {
	for _, test := range []struct {
		name                         string
		address, condition           string
		otherAddress, otherCondition string
		want                         value.Truth
	}{
		{"none", "aws_x.a", "", "aws_y.b", "", value.Yes},
		{"only the other", "aws_x.a", "", "aws_y.b", "count = var.on", value.Yes},
		{"the same", "aws_x.a[0]", "count = var.on", "aws_y.b[0]", "count = var.on", value.Yes},
		{"that of the module around", "module.m.aws_x.a", "count = var.on", "module.m.aws_y.b[0]", "count = var.on and count = var.b", value.Yes},
		{"another", "aws_x.a[0]", "count = var.a", "aws_y.b[0]", "count = var.on", value.Maybe},
		{"one more", "aws_x.a[0]", "count = var.on and count = var.b", "aws_y.b[0]", "count = var.on", value.Maybe},
		{"the same words in another module", "module.m.aws_x.a[0]", "count = var.on", "aws_y.b[0]", "count = var.on", value.Maybe},
		{"the same in a template", "A", "condition On", "B", "condition On", value.Yes},
		{"the same words in another stack", "Inner/A", "condition On", "B", "condition On", value.Maybe},
	} {
		r, other := &Resource{Address: test.address, Condition: test.condition}, &Resource{Address: test.otherAddress, Condition: test.otherCondition}
		check(t, test.name, existsWith(r, other), test.want)
	}
}

func TestOneOrMany(t *testing.T) {
	for _, test := range []struct {
		name            string
		roles           any
		n               int
		contains, empty value.Truth
	}{
		{"one", "web", 1, value.Yes, value.No},
		{"many", list{"api", "web"}, 2, value.Yes, value.No},
		{"none", absent(), 0, value.No, value.Yes},
		{"either", either("web", list{"web", "api"}), 3, value.Maybe, value.Maybe},
		{"unknown", unknown(), 0, value.Maybe, value.Maybe},
		{"partly unknown", text("", "-web"), 1, value.No, value.No},
		{"an attribute", attribute("aws_iam_role.x", "name"), 1, value.Maybe, value.Maybe},
	} {
		p := decoded[*InstanceProfile](t, "aws_iam_instance_profile", object{"role": test.roles})
		if len(p.Roles.Items) != test.n {
			t.Errorf("%s: %d items, want %d", test.name, len(p.Roles.Items), test.n)
		}
		check(t, test.name+": contains", p.Roles.Contains("web"), test.contains)
		check(t, test.name+": empty", p.Roles.Empty(), test.empty)
	}
}

func TestAnswerAnd(t *testing.T) {
	step := func(name string) []value.Step { return []value.Step{{Kind: value.Attribute, Name: name}} }
	yes := Answer{Truth: value.Yes, at: here, trail: step("a")}
	maybe := Answer{Truth: value.Maybe, trail: step("b"), why: "it is unknown"}
	both := yes.And(maybe)
	check(t, "both", both.Truth, value.Maybe)
	if both.Reason() != "it is unknown" || both.Range() != here || len(both.Trail()) != 2 {
		t.Errorf("reason %q, place %v, %d steps", both.Reason(), both.Range(), len(both.Trail()))
	}
	if got := maybe.And(Answer{Truth: value.No}); got.Truth != value.No || got.Reason() != "" {
		t.Errorf("no: %v, %q", got.Truth, got.Reason())
	}
}
