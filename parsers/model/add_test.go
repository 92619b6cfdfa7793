package model

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// What is read beside the evaluation is in the model in the order in which it was
// added, with all its readings.
func TestAddMany(t *testing.T) {
	m := &Model{}
	var want []string
	for i := range 3 * few {
		address := fmt.Sprintf("task %d", i)
		containers := either(list{object{"name": "a"}}, list{object{"name": "b"}, object{"name": "c"}})
		add(m, tfTask, address, object{"family": address, "container_definitions": containers})
		want = append(want, fmt.Sprintf("%s: 1 of %q", address, address), fmt.Sprintf("%s: 2 of %q", address, address))
	}
	m.Complete()
	var got []string
	for task := range All[*TaskDefinition](m) {
		if task.Number() != len(got) {
			t.Errorf("%s is number %d, want %d", task.Address, task.Number(), len(got))
		}
		got = append(got, fmt.Sprintf("%s: %d of %s", task.Address, len(task.Containers.Items), task.Family))
	}
	if !slices.Equal(got, want) {
		t.Errorf("resources %v\nwant %v", got, want)
	}
	if n := len(m.Inputs()); n != 3*few {
		t.Errorf("%d inputs", n)
	}
}

// A model that is full takes no more, at the same resource however many are read at a
// time, and what it lacks may be anything.
func TestAddTooMuch(t *testing.T) {
	var elements list
	for range 100 {
		elements = append(elements, object{"name": "a"})
	}
	fill := func() (int, string) {
		m := &Model{}
		for i := range 4 * few {
			add(m, tfTask, fmt.Sprintf("task %d", i), object{"container_definitions": elements})
		}
		m.Complete()
		if n := len(m.Problems()); n != 1 {
			t.Fatalf("%d problems", n)
		}
		return m.Len(), m.Problems()[0].Message
	}
	n, message := fill()
	if n < few || n >= 4*few {
		t.Errorf("%d resources, of which some should be read beside others and some not at all", n)
	}
	for range 3 {
		if again, text := fill(); again != n || text != message {
			t.Errorf("%d resources, %s; the first time %d, %s", again, text, n, message)
		}
	}
}

// What reading a resource panics with is the panic of who completes the model.
func TestAddBroken(t *testing.T) {
	m := &Model{}
	for range few {
		add(m, tfTask, "task", object{})
	}
	m.Add(Input{Type: tfTask, Address: "broken"}) // without a value
	m.Add(Input{Type: tfTask, Address: "behind it", Value: value.NewAbsent(source.Range{})})
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
		m.Complete() // has nothing more to say
	}()
	m.Complete()
}
