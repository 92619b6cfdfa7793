package model

import (
	"fmt"
	"reflect"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Bounds of what is judged. ECS and its neighbours take far less; but a few lines of
// code can make more of it.
const (
	// maxElements bounds the elements of one list. Some rules compare each with all.
	maxElements = 1000
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
	problems []source.Problem
}

// room reports whether there is room for one more object at a place, a pointer to its
// struct, that takes n bytes besides.
func (x *excess) room(object any, n int, at source.Range) bool {
	if x == nil {
		return true
	}
	full := x.memory > maxMemory
	x.memory += n + perStruct*int(reflect.TypeOf(object).Elem().Size())
	if !full && x.memory > maxMemory {
		x.problems = append(x.problems, source.Problem{
			Range: at, Message: fmt.Sprintf("the resources take more than %d MiB: from here on nothing is judged", maxMemory>>20),
		})
	}
	return x.memory <= maxMemory
}

// elements gives the elements of a list that are judged, and whether these are all.
func (x *excess) elements(list *value.Value) ([]*value.Value, value.Truth) {
	items, complete := list.Items()
	if len(items) <= maxElements {
		return items, complete
	}
	if x != nil {
		x.problems = append(x.problems, source.Problem{
			Range: items[maxElements].Range(), Level: source.Warning,
			Message: fmt.Sprintf("only the first %d of %d elements are judged", maxElements, len(items)),
		})
	}
	return items[:maxElements], value.Maybe
}

// Problems say what is left out of the model as there is too much of it.
func (m *Model) Problems() []source.Problem { return m.excess.problems }
