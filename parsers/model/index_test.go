package model

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ecslint/ecslint/parsers/value"
)

// crowd is a model with more than a handful of resources of several kinds, of which the
// names are known, or not, in all ways; and with values that may name them.
func crowd() (m *Model, refs []*value.Value) {
	m = &Model{}
	named := []func(i int) object{
		func(i int) object { return object{"name": fmt.Sprint("n", i)} },
		func(int) object { return object{} },
		func(int) object { return object{"name": nil} },
		func(int) object { return object{"name": unknown()} },
		func(i int) object { return object{"name": text(fmt.Sprint("n", i), "")} },
		func(i int) object { return object{"name": either(fmt.Sprint("n", i), "n1")} },
		func(i int) object { return object{"name": either("n2", absent())} },
		func(int) object { return object{"name": 7} },
		func(i int) object { return object{"name": "n1", "id": fmt.Sprint("i", i)} },
		func(i int) object { return object{"arn": fmt.Sprint("arn:aws:x:::n", i), "name": unknown()} },
		func(int) object { return object{"id": unknown(), "name": "n1"} },
	}
	types := []string{tfRole, tfGroup, tfBucket, "aws_cloudwatch_log_group", "aws_api_gateway_stage", "aws_vpc"}
	for _, typ := range types {
		for i := range 3 * handful / 2 {
			properties := named[i%len(named)](i)
			properties["stage_name"], properties["rest_api_id"], properties["bucket"] = properties["name"], "api", properties["name"]
			add(m, typ, fmt.Sprintf("%s.x%d", typ, i), properties)
		}
	}
	for i := range 3 {
		add(m, tfBlock, fmt.Sprintf("%s.x%d", tfBlock, i), object{"bucket": attribute(fmt.Sprintf("%s.x%d", tfBucket, i), "id")})
	}
	refs = []*value.Value{
		absent(), of(nil), unknown(), of(7), of(true), of(""), of("n1"), of("n2"), of("i8"), of("7"), of("none"),
		text("n", ""), text("arn:aws:iam::1:role/", ""), of("arn:aws:x:::n9"), of("arn:aws:iam::1:role/path/n1"),
		of("arn:aws:logs:eu:1:log-group:n1:*"), of("arn:aws:apigateway:eu::/restapis/api/stages/n1"),
		either("n1", "none"), either("none", unknown()), either(absent(), "n2"), either(nil, absent()),
		either(value.NewFailed(here, "x"), "n1"), either(value.NewFailed(here, "x"), value.NewFailed(here, "y")), around("arn:aws:iam::1:role/", of(7), ""), of(list{"n1"}),
	}
	for _, typ := range append(types, tfBlock, "aws_nothing") {
		for _, attr := range []string{"id", "arn", "name"} {
			link := value.Link{Address: typ + ".x1", Attr: attr}
			a := attribute(link.Address, attr)
			refs = append(refs, a, a.Loosened(), of("n1").WithLink(link), of("other").WithLink(link), of(nil).WithLink(link),
				a.WithLink(value.Link{Address: tfRole + ".x2", Attr: "arn"}), either(a, "n1"), either(a, attribute(tfGroup+".x2", "id")),
				around("arn:aws:iam::1:role/", a, ""), around("n", a, ""))
		}
	}
	return m, refs
}

// What the index leaves out is never what a value names.
func TestNameableLeavesOutNothing(t *testing.T) {
	t.Parallel()
	m, refs := crowd()
	left := checkNameable[*Role](t, m, refs) + checkNameable[*SecurityGroup](t, m, refs) + checkNameable[*Bucket](t, m, refs) +
		checkNameable[*LogGroup](t, m, refs) + checkNameable[*Stage](t, m, refs) + checkNameable[*Vpc](t, m, refs)
	if left < 1000 {
		t.Errorf("only %d resources are left out", left)
	}
}

// checkNameable counts what is left out.
func checkNameable[E Entity](t *testing.T, m *Model, refs []*value.Value) int {
	t.Helper()
	left := 0
	for i, v := range refs {
		some := nameable[E](m, v)
		for e := range All[E](m) {
			if slices.ContainsFunc(some, func(x E) bool { return x.Base() == e.Base() }) {
				continue
			}
			left++
			if got := m.names(v, e); got != value.No {
				t.Errorf("value %d, of kind %v: names %s: %v, which is left out", i, v.Kind(), e.Base().Address, got)
			}
		}
		at := -1
		for _, e := range some {
			if e.Base().Number() <= at {
				t.Errorf("value %d: %s is not in the order of the model", i, e.Base().Address)
			}
			at = e.Base().Number()
		}
	}
	return left
}

// What the index leaves out never refers to a resource.
func TestReferrersLeaveOutNothing(t *testing.T) {
	t.Parallel()
	m, refs := crowd()
	for i, v := range refs {
		add(m, "aws_s3_bucket_public_access_block", fmt.Sprintf("aws_s3_bucket_public_access_block.r%d", i), object{"bucket": v})
		add(m, "aws_iam_role_policy", fmt.Sprintf("aws_iam_role_policy.r%d", i), object{"role": v})
		add(m, "aws_wafv2_web_acl_association", fmt.Sprintf("aws_wafv2_web_acl_association.r%d", i), object{"resource_arn": v})
	}
	for i := range 3 {
		add(m, "aws_iam_policy_attachment", fmt.Sprintf("aws_iam_policy_attachment.r%d", i), object{"roles": list{refs[i], unknown(), "n1"}})
	}
	m.Complete()
	left := checkReferrers[*Bucket](t, m, func(x *BucketPublicAccessBlock) *Strings {
		return &Strings{Items: []value.StringSetting{x.Bucket}, Complete: value.Yes}
	}) + checkReferrers[*Stage](t, m, func(a *WebAclAssociation) *Strings {
		return &Strings{Items: []value.StringSetting{a.ResourceArn}, Complete: value.Yes}
	}) + checkReferrers[*Role](t, m, func(p *SeparateInlinePolicy) *Strings { return &p.Roles.Strings })
	if left < 1000 {
		t.Errorf("only %d resources are left out", left)
	}
}

func checkReferrers[E, C Entity](t *testing.T, m *Model, refs func(C) *Strings) int {
	t.Helper()
	left := 0
	for to := range All[E](m) {
		some := referrers(m, to, "x", refs)
		for c := range All[C](m) {
			if slices.ContainsFunc(some, func(x C) bool { return x.Base() == c.Base() }) {
				continue
			}
			left++
			if got, _ := m.among(refs(c), to); got != value.No {
				t.Errorf("%s refers to %s: %v, which is left out", c.Base().Address, to.Base().Address, got)
			}
		}
	}
	return left
}
