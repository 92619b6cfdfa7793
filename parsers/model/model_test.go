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
	add(m, "aws_s3_bucket", "x", object{})
	if n := len(slices.Collect(m.Resources())); n != 0 {
		t.Errorf("%d resources, want none", n)
	}
	if Known("aws_s3_bucket") || !Known("AWS::ECS::TaskSet") {
		t.Error("Known is wrong")
	}
}
