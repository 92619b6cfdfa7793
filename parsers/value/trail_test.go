package value

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// way gives the names of the steps that led to v.
func way(v *Value) []string {
	var names []string
	for _, s := range v.Trail() {
		names = append(names, s.Name)
	}
	return names
}

func step(name string) Step { return Step{Kind: Local, Name: name} }

// TestPartsInheritTheWay takes a value out of collections that came their own
// ways: its own steps come first.
func TestPartsInheritTheWay(t *testing.T) {
	t.Parallel()
	leaf := num("1").With(step("leaf"))
	inner := object("k", leaf).With(step("inner"))
	outer := list(inner).With(step("outer"))
	want := []string{"leaf", "inner", "outer"}
	first := func(v *Value) *Value {
		for _, e := range v.Elems() {
			return e
		}
		return absent()
	}
	items, _ := outer.Items()
	field := func(v *Value) *Value {
		for f := range v.Fields() {
			return f.Value
		}
		return absent()
	}
	written := func(v *Value) *Value {
		for f := range v.Written() {
			return f.Value
		}
		return absent()
	}
	for name, got := range map[string]*Value{
		"get":         first(outer).Get("k"),
		"field":       first(outer).Field("k").Value,
		"fold":        first(outer).Fold("K").Value,
		"items":       items[0].Get("k"),
		"fields":      field(items[0]),
		"written":     written(items[0]),
		"alternative": either(inner, absent()).With(step("outer")).Alternatives()[0].Get("k"),
	} {
		if diff := cmp.Diff(want, way(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if diff := cmp.Diff([]string{"leaf"}, way(leaf)); diff != "" {
		t.Errorf("the value itself has changed (-want +got):\n%s", diff)
	}
	for name, v := range map[string]*Value{
		"of an absent member":  inner.Get("none"),
		"of an unknown member": inner.Opened().Get("none"),
	} {
		if got := way(v); len(got) == 0 || got[0] != "inner" {
			t.Errorf("the way %s is %v", name, got)
		}
	}
	if got := way(leaf.At(none)); got != nil {
		t.Errorf("at another place: %v", got)
	}
	if diff := cmp.Diff([]string{"leaf", "inner"}, way(leaf.Along(inner))); diff != "" {
		t.Error(diff)
	}
}

func TestStepsAreNotRepeated(t *testing.T) {
	t.Parallel()
	v := num("1").With(step("a")).With(step("b")).With(step("a"))
	if diff := cmp.Diff([]string{"a", "b"}, way(v.Along(v))); diff != "" {
		t.Error(diff)
	}
}

func TestTrailIsBounded(t *testing.T) {
	t.Parallel()
	v := num("1")
	for i := range 100 {
		v = v.With(step(fmt.Sprint(i)))
	}
	if got := way(v); len(got) != maxSteps || got[0] != "0" {
		t.Errorf("got %v", got)
	}
}

func TestStepString(t *testing.T) {
	t.Parallel()
	for want, s := range map[string]Step{
		"local.a":               {Kind: Local, Name: "local.a"},
		"default of variable a": {Kind: VariableDefault, Name: "a"},
		"argument of module b":  {Kind: ModuleArgument, Name: "b"},
		"alias c":               {Kind: Alias, Name: "c"},
		"condition":             {Kind: Condition},
		"StepKind(200) x":       {Kind: 200, Name: "x"},
	} {
		if got := s.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
