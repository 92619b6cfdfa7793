package model

import (
	"fmt"
	"reflect"
	"sync"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Bounds of what is judged. ECS and its neighbours take far less; but a few lines of
// code can make more of it.
const (
	// maxElements bounds the elements of all lists of one resource, those within others
	// included. Some rules compare each with all. A task definition has at most 64 KiB.
	maxElements = 2000
	// maxMemory bounds what the resources of a model take, in bytes. A thousand
	// services, each with ten neighbours, take about half of it.
	maxMemory = 128 << 20
	// perStruct is how many times its struct an object takes, with the values in it;
	// perResource and perElement are what a resource and an element of a list take
	// besides.
	perStruct   = 3
	perResource = 2 << 10
	perElement  = 256
)

// excess is what a model leaves out as there is too much of it. The nil *excess counts
// nothing.
type excess struct {
	memory   int
	elements int // of the latest resource
	problems []source.Problem
}

// room reports whether there is room for one more object at a place, a pointer to its
// struct, that takes n bytes besides.
func (x *excess) room(object any, n int, at source.Range) bool {
	if x == nil {
		return true
	}
	full := x.memory > maxMemory
	x.memory += n + perStruct*footprint(reflect.ValueOf(object).Elem())
	if !full && x.memory > maxMemory {
		x.problems = append(x.problems, source.Problem{
			Range: at, Message: fmt.Sprintf("the resources take more than %d MiB: from here on nothing is judged", maxMemory>>20),
		})
	}
	return x.memory <= maxMemory
}

// perSetting is what a setting takes besides its place in a struct.
const perSetting = 64

var footprints sync.Map // reflect.Type -> int

// footprint is what a struct and its settings take.
func footprint(v reflect.Value) int {
	t := v.Type()
	if n, ok := footprints.Load(t); ok {
		return n.(int) //nolint:forcetypeassert // nothing else is stored
	}
	n := int(t.Size()) + perSetting*countSettings(v)
	footprints.Store(t, n)
	return n
}

// countSettings counts the settings of an object, with those of the objects in it.
func countSettings(v reflect.Value) int {
	n := 0
	for i := range v.NumField() { //nolint:modernize // an iterator makes a description of each field
		switch f := v.Field(i); {
		case isSetting(f.Type()):
			n++
		case f.Kind() == reflect.Struct:
			n += countSettings(f)
		}
	}
	return n
}

// some gives the elements of a list that are judged, and whether these are all.
func (x *excess) some(list *value.Value) ([]*value.Value, value.Truth) {
	items, complete := list.Items()
	if x == nil {
		return items, complete
	}
	room := max(maxElements-x.elements, 0)
	x.elements += len(items)
	if len(items) <= room {
		return items, complete
	}
	if x.elements-len(items) <= maxElements { // the first such list of the resource
		x.problems = append(x.problems, source.Problem{
			Range: items[room].Range(), Level: source.Warning,
			Message: fmt.Sprintf("more than %d elements in the lists of one resource: the others are unknown", maxElements),
		})
	}
	return items[:room], value.Maybe
}

// Memory is about how many bytes the resources of the model take.
func (m *Model) Memory() int {
	m.Complete()
	return m.excess.memory
}

// Problems say what is left out of the model as there is too much of it.
func (m *Model) Problems() []source.Problem {
	m.Complete()
	return m.excess.problems
}

// missing says why there are resources that the model does not have; empty if it has
// all.
func (x *excess) missing() string {
	if x.memory > maxMemory {
		return "not all resources are looked at"
	}
	return ""
}
