package model

import (
	"slices"
	"testing"

	"github.com/ecslint/ecslint/parsers/value"
)

func TestVariants(t *testing.T) {
	small, large := list{object{"name": "a"}}, list{object{"name": "a"}, object{"name": "b"}}
	for _, test := range []struct {
		name       string
		containers any
		want       []int // number of containers of each reading
	}{
		{"one definition", small, []int{1}},
		{"one of two", either(small, large), []int{1, 2}},
		{"one is unknown", either(large, unknown()), []int{2, 0}},
		{"none", absent(), []int{0}},
	} {
		m := &Model{}
		add(m, tfTask, "x", object{"family": "a", "container_definitions": test.containers})
		var got []int
		for task := range All[*TaskDefinition](m) {
			if task.Variant != len(got) || task.Address != "x" {
				t.Errorf("%s: reading %d is %d of %s", test.name, len(got), task.Variant, task.Address)
			}
			check(t, test.name+": family", task.Family.Is("a"), value.Yes)
			got = append(got, len(task.Containers.Items))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: readings with %v containers, want %v", test.name, got, test.want)
		}
	}
}

func TestTooManyVariants(t *testing.T) {
	var alts []any
	for i := range maxVariants + 1 {
		alts = append(alts, list{object{"name": "a", "cpu": i}})
	}
	m := &Model{}
	add(m, tfTask, "x", object{"container_definitions": either(alts...)})
	task := only[*TaskDefinition](t, m)
	if len(task.Containers.Items) != maxVariants+1 {
		t.Fatalf("%d containers, want all of the alternatives", len(task.Containers.Items))
	}
	check(t, "each may be absent", task.Containers.Items[0].Exists(), value.Maybe)
}

func TestAddUnknownType(t *testing.T) {
	m := &Model{}
	add(m, "aws_sqs_queue", "x", object{})
	if n := len(slices.Collect(m.Resources())); n != 0 {
		t.Errorf("%d resources, want none", n)
	}
	if Known("aws_sqs_queue") || !Known("AWS::ECS::TaskSet") || !Known("aws_s3_bucket") {
		t.Error("Known is wrong")
	}
}

func TestReads(t *testing.T) {
	for _, test := range []struct {
		typ, name string
		want      bool
	}{
		{"aws_ecs_service", "anything", true},
		{"aws_s3_bucket", "bucket", true},
		{"aws_s3_bucket", "policy", false},
		{"aws_rds_cluster", "master_password", false},
		{"aws_security_group_rule", "cidr_blocks", true}, // of a part of the struct
		{"aws_security_group_rule", "CidrIp", false},     // of another format
		{"aws_vpc_security_group_ingress_rule", "cidr_ipv4", true},
		{"aws_instance", "metadata_options", true},
		{"aws_instance", "id", true}, // in a state
		{"AWS::EC2::LaunchTemplate", "LaunchTemplateData", true},
		{"AWS::EC2::LaunchTemplate", "ImageId", false},
		{"AWS::S3::Bucket", "PublicAccessBlockConfiguration", true},
		{"AWS::S3::Bucket", "id", false},
		{"aws_sqs_queue", "name", false},
	} {
		if got := Reads(test.typ, test.name); got != test.want {
			t.Errorf("%s.%s is read: %v, want %v", test.typ, test.name, got, test.want)
		}
	}
}

// TestOwn shows that the resources of ECS are told from their neighbours alike by
// type and by struct.
func TestOwn(t *testing.T) {
	for typ, create := range types {
		if _, own := create().(Own); own != OfECS(typ) {
			t.Errorf("%s is of ECS: %v by its struct", typ, own)
		}
	}
}
