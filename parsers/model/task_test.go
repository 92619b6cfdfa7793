package model

import (
	"testing"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// containers gives a task definition of containers.
func containers(t *testing.T, all ...any) *TaskDefinition {
	t.Helper()
	return decoded[*TaskDefinition](t, tfTask, object{"container_definitions": list(all)})
}

func TestOmitted(t *testing.T) {
	file := source.NewFile("main.tf", []byte("\"\" null [] f(x)\n"))
	at := func(start, end int) source.Range { return source.Range{File: file, Start: start, End: end} }
	empty, null, computed := value.NewString(at(0, 2), ""), value.NewNull(at(3, 7)), value.NewString(at(11, 15), "")
	byDefault := null.With(value.Step{Kind: value.VariableDefault, Name: "var.x"})
	for _, test := range []struct {
		name string
		v    any
		want value.Truth
	}{
		{"absent", absent(), value.Yes},
		{"empty", empty, value.Yes},
		{"null", null, value.Yes},
		{"given", "web", value.No},
		{"unknown", unknown(), value.Maybe},
		{"empty, but computed", computed, value.Maybe},
		{"null by default", byDefault, value.Maybe},
		{"absent or null", either(absent(), null), value.Yes},
		{"absent or given", either(absent(), "web"), value.Maybe},
	} {
		task := decoded[*TaskDefinition](t, tfTask, object{"family": test.v})
		check(t, test.name, task.MissesFamily(), test.want)
		c := containers(t, object{"image": test.v})
		check(t, test.name+", image", c.MissesImage(c.Containers.Items[0]), test.want)
	}
	none := value.NewList(at(8, 10), nil, false)
	for _, test := range []struct {
		name string
		v    any
		want value.Truth
	}{
		{"no list", absent(), value.Yes},
		{"an empty list", none, value.Yes},
		{"a list that became empty", none.With(value.Step{Kind: value.VariableDefault}), value.Maybe},
		{"an unknown list", unknown(), value.Maybe},
		{"one container", list{object{"name": "web"}}, value.No},
	} {
		task := decoded[*TaskDefinition](t, tfTask, object{"container_definitions": test.v})
		check(t, test.name, task.Containers.Omitted(), test.want)
	}
}

// What deploys a file of its own may fill what is missing in it.
func TestFilesHaveGaps(t *testing.T) {
	task := decoded[*TaskDefinition](t, TaskDefinitionFile, object{
		"containerDefinitions": list{object{"name": "web", "image": nil}, object{"name": "proxy"}},
	})
	check(t, "family", task.MissesFamily(), value.Maybe)
	check(t, "image", task.MissesImage(task.Containers.Items[1]), value.Yes)
	check(t, "CloudFormation's family", decoded[*TaskDefinition](t, cfnTask, object{}).MissesFamily(), value.No)
}

func TestIsList(t *testing.T) {
	encoded := value.NewEncoded(here, of(list{object{"name": "web"}}))
	for _, test := range []struct {
		name  string
		v     any
		want  value.Truth
		known int // containers
	}{
		{"absent", absent(), value.Yes, 0},
		{"a list", list{object{"name": "web"}}, value.Yes, 1},
		{"an object", object{"name": "web"}, value.No, 1},
		{"a text", "web", value.No, 0},
		{"a text that encodes a list", encoded, value.No, 1},
		{"unknown", unknown(), value.Maybe, 0},
	} {
		task := decoded[*TaskDefinition](t, tfTask, object{"container_definitions": test.v})
		check(t, test.name, task.Containers.IsList(), test.want)
		if got := len(task.Containers.Items); got != test.known {
			t.Errorf("%s: %d containers, want %d", test.name, got, test.known)
		}
	}
}

func TestSums(t *testing.T) {
	cpu := func(c *Container) value.Span { return c.Cpu.Span(func(n int) (int, bool) { return n, true }) }
	for _, test := range []struct {
		name       string
		v          any
		count, sum value.Span
	}{
		{"none", list{}, value.Exactly(0), value.Exactly(0)},
		{"two", list{object{"cpu": 1}, object{"cpu": 2}}, value.Exactly(2), value.Exactly(3)},
		{"one unknown", list{object{"cpu": 1}, object{"cpu": unknown()}}, value.Exactly(2), value.AtLeast(1)},
		{"one perhaps", list{object{"cpu": 1}, either(object{"cpu": 2}, absent())}, value.Span{Min: 1, Max: 2}, value.Span{Min: 1, Max: 3}},
		{"more", value.NewList(here, []*value.Value{of(object{"cpu": 1})}, true), value.AtLeast(1), value.AtLeast(1)},
	} {
		task := decoded[*TaskDefinition](t, tfTask, object{"container_definitions": test.v})
		if got := task.Containers.Count(); got != test.count {
			t.Errorf("%s: count %v, want %v", test.name, got, test.count)
		}
		if got := task.Containers.Sum(cpu); got != test.sum {
			t.Errorf("%s: sum %v, want %v", test.name, got, test.sum)
		}
	}
}

func TestReservedMemory(t *testing.T) {
	for _, test := range []struct {
		limit, reserved any
		want            value.Span
	}{
		{512, absent(), value.Exactly(512)},
		{512, 256, value.Exactly(256)},
		{absent(), 256, value.Exactly(256)},
		{512, unknown(), value.AtLeast(0)},
		{512, either(256, absent()), value.Span{Min: 0, Max: 512}},
	} {
		c := containers(t, object{"memory": test.limit, "memoryReservation": test.reserved}).Containers.Items[0]
		if got := c.ReservedMemory(); got != test.want {
			t.Errorf("%v and %v: %v, want %v", test.limit, test.reserved, got, test.want)
		}
	}
}

func TestStringsInOrder(t *testing.T) {
	for _, test := range []struct {
		name  string
		links any
		first value.Truth // is "db"
		count value.Span
	}{
		{"absent", absent(), value.No, value.Exactly(0)},
		{"one", list{"db"}, value.Yes, value.Exactly(1)},
		{"another", list{"web", "db"}, value.No, value.Exactly(2)},
		{"perhaps behind another", list{either("web", absent()), "db"}, value.Maybe, value.Span{Min: 1, Max: 2}},
		{"unknown", unknown(), value.Maybe, value.AtLeast(0)},
		{"open", of(list{"db"}).Opened(), value.Maybe, value.AtLeast(1)},
	} {
		links := &containers(t, object{"links": test.links}).Containers.Items[0].Links
		check(t, test.name, links.First().Is("db"), test.first)
		if got := links.Count(); got != test.count {
			t.Errorf("%s: %v, want %v", test.name, got, test.count)
		}
	}
}

func TestCircles(t *testing.T) {
	node := func(name any, on ...any) object {
		var deps list
		for _, o := range on {
			deps = append(deps, object{"containerName": o})
		}
		return object{"name": name, "dependsOn": deps, "links": list(on)}
	}
	var many []any
	for range maxSearched + 1 {
		many = append(many, node("web", "web"))
	}
	for _, test := range []struct {
		name string
		all  []any
		want value.Truth // that the first container depends on itself by way of its first dependency
	}{
		{"none", []any{node("a", "b"), node("b", "c"), node("c")}, value.No},
		{"itself", []any{node("a", "a")}, value.Yes},
		{"two", []any{node("a", "b"), node("b", "a")}, value.Yes},
		{"three", []any{node("a", "b"), node("b", "c"), node("c", "a")}, value.Yes},
		{"beside", []any{node("a", "b"), node("b", "c"), node("c", "b")}, value.No},
		{"nobody", []any{node("a", "x")}, value.No},
		{"unknown", []any{node("a", "b"), node("b", unknown())}, value.Maybe},
		{"perhaps", []any{node("a", "b"), either(node("b", "a"), absent())}, value.Maybe},
		{"too many", many, value.Maybe},
	} {
		task := containers(t, test.all...)
		c := task.Containers.Items[0]
		check(t, test.name, task.DependsBack(c, c.DependsOn.Items[0]), test.want)
		check(t, test.name+", links", task.LinksBack(c, c.Links.Items[0]), test.want)
	}
}

func TestOptions(t *testing.T) {
	c := containers(t, object{"logConfiguration": object{"options": object{"awslogs-group": "g"}}}).Containers.Items[0]
	check(t, "given", c.LogConfiguration.Options.Get("awslogs-group").Is("g"), value.Yes)
	check(t, "in another case", c.LogConfiguration.Options.Get("AWSLOGS-GROUP").Set(), value.No)
	check(t, "absent", c.Firelens.Options.Get("config-file-type").Set(), value.No)
}

func TestAllTags(t *testing.T) {
	for _, test := range []struct {
		name  string
		tags  any
		count value.Span
		team  value.Truth // a tag team=web
	}{
		{"absent", absent(), value.Exactly(0), value.No},
		{"map", object{"team": "web", "x": nil}, value.Exactly(1), value.Yes},
		{"list", list{object{"Key": "team", "Value": "web"}}, value.Exactly(1), value.Yes},
		{"one perhaps", object{"team": either("web", absent())}, value.Span{Min: 0, Max: 1}, value.Maybe},
		{"this or that", either(object{"team": "web"}, object{"team": "api"}), value.Span{Min: 0, Max: 2}, value.Maybe},
		{"unknown", unknown(), value.AtLeast(0), value.Maybe},
	} {
		tags := &decoded[*TaskDefinition](t, tfTask, object{"tags": test.tags}).Tags.All
		if got := tags.Count(); got != test.count {
			t.Errorf("%s: %v tags, want %v", test.name, got, test.count)
		}
		check(t, test.name, tags.Any(func(g *Tag) value.Truth { return g.Key.Is("team").And(g.Value.Is("web")) }), test.team)
	}
}

func TestMisplaced(t *testing.T) {
	file := source.NewFile("main.tf", []byte("container_definitions = x"))
	key, place := source.Range{File: file, End: 21}, source.Range{File: file, Start: 24, End: 25}
	for _, test := range []struct {
		v    *value.Value
		want source.Range
	}{
		{value.NewString(place, "[]"), key},
		{value.NewMap(place, nil, false), place},
		{value.NewUnknown(place, "why"), place},
	} {
		m := &Model{}
		fields := []value.Field{{Key: "container_definitions", Range: key, Value: test.v}}
		m.Add(Input{Type: tfTask, Address: "x", Header: here.FirstLine(), Value: value.NewMap(here, fields, false)})
		if got := only[*TaskDefinition](t, m).Containers.Misplaced().Range(); got != test.want {
			t.Errorf("%v: at %q, want %q", test.v, got.Text(), test.want.Text())
		}
	}
}

func TestNear(t *testing.T) {
	for _, test := range []struct {
		word, known string
		want        bool
	}{
		{"HEALTHY", "HEALTHY", true},
		{"healthy", "HEALTHY", true},
		{"HEALTY", "HEALTHY", true},
		{"fluent-bit", "fluentbit", true},
		{"READY", "HEALTHY", false},
		{"efs", "s3", false},
	} {
		if got := Near(test.word, test.known); got != test.want {
			t.Errorf("Near(%s, %s) is %t", test.word, test.known, got)
		}
	}
}
