package model

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// here is a place for values in tests: the object that holds everything.
var here = source.NewFile("main.tf", []byte("resource\nblock\nvalue\n")).Whole()

// object is a map in tests, list a list.
type (
	object map[string]any
	list   []any
)

// of makes a value of Go literals; values in it stay as they are.
func of(x any) *value.Value {
	switch x := x.(type) {
	case nil:
		return value.NewNull(here)
	case *value.Value:
		return x
	case bool:
		return value.NewBool(here, x)
	case int:
		return value.NewInt(here, x)
	case string:
		return value.NewString(here, x)
	case list:
		var elems []*value.Value
		for _, e := range x {
			elems = append(elems, of(e))
		}
		return value.NewList(here, elems, false)
	case object:
		var fields []value.Field
		for _, k := range slices.Sorted(maps.Keys(x)) {
			fields = append(fields, value.Field{Key: k, Range: here, Value: of(x[k])})
		}
		return value.NewMap(here, fields, false)
	}
	panic(fmt.Sprintf("no value of %T", x))
}

func unknown() *value.Value { return value.NewUnknown(here, "var.x has no default") }

func absent() *value.Value { return value.NewAbsent(here) }

// either is one of several values by a condition that is unknown.
func either(xs ...any) *value.Value {
	var alts []*value.Value
	for _, x := range xs {
		alts = append(alts, of(x))
	}
	return value.NewEither(here, "var.on is unknown", alts...)
}

// text is a string around a part that is unknown.
func text(before, after string) *value.Value {
	var b value.Builder
	b.Literal(before, here, value.Verbatim)
	b.Interpolate(unknown(), here)
	b.Literal(after, here, value.Verbatim)
	return b.Value(here)
}

// attribute is an attribute of a resource that is known only after apply.
func attribute(address, attr string) *value.Value {
	return value.NewUnknown(here, address+"."+attr+" is known after apply").WithLink(value.Link{Address: address, Attr: attr})
}

// add puts a resource into m.
func add(m *Model, typ, address string, properties object) {
	m.Add(Input{Type: typ, Address: address, Value: of(properties), Header: here.FirstLine()})
}

// only gives the one resource of a kind that m has.
func only[E Entity](t *testing.T, m *Model) E {
	t.Helper()
	all := slices.Collect(All[E](m))
	if len(all) != 1 {
		t.Fatalf("%d resources of type %T, want 1", len(all), *new(E))
	}
	return all[0]
}

// decoded gives the resource that a type and properties make.
func decoded[E Entity](t *testing.T, typ string, properties object) E {
	t.Helper()
	m := &Model{}
	add(m, typ, "x", properties)
	return only[E](t, m)
}

func check(t *testing.T, question string, got, want value.Truth) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %s, want %s", question, got, want)
	}
}
