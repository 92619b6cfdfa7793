package cloudformation

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// The names of members that are no members of their object but instructions.
const (
	loopPrefix = "Fn::ForEach::"
	transform  = "Fn::Transform"
)

// Bounds of an evaluation. A document is at most some hundred levels deep, and
// one of the largest size that is read has less than a million values; but
// conditions lead to each other, and are evaluated again in each branch.
const (
	maxDepth    = 1000
	maxSpent    = 200_000_000
	maxEncoding = 4 // each ToJsonString within another doubles the backslashes

	tooComplex = "the template is too complex"
)

// template is one template while it is evaluated.
type template struct {
	set  *source.Set
	file *source.File
	opts Options

	parameters, mappings, conditions, resources *value.Value

	known    map[string]*value.Value // parameters
	decided  map[string]*value.Value // conditions: a Bool or an Unknown
	included map[string]*value.Value // other files; nil for one that cannot be read

	assumed   map[string]*value.Value // conditions that cannot be decided, in one of their branches
	including map[string]bool         // the files of the include that is evaluated
	depth     int                     // of values and conditions within each other
	encoding  int                     // calls of ToJsonString within each other
	spent     int                     // work so far
	budget    int                     // what loops may still add, in values
	problems  []source.Problem
}

func newTemplate(set *source.Set, f *source.File, doc *value.Value, opts Options) *template {
	t := &template{
		set: set, file: f, opts: opts,
		parameters: doc.Get("Parameters"),
		mappings:   doc.Get("Mappings"),
		conditions: doc.Get("Conditions"),
		resources:  doc.Get("Resources"),
		known:      map[string]*value.Value{},
		decided:    map[string]*value.Value{},
		included:   map[string]*value.Value{},
		assumed:    map[string]*value.Value{},
		including:  map[string]bool{f.Name: true},
		budget:     maxAdded,
	}
	t.mappings = t.expand(t.mappings)
	t.conditions = t.expand(t.conditions)
	t.resources = t.expand(t.resources)
	return t
}

// enter counts one more step of the evaluation, if it may go on.
func (t *template) enter() bool {
	if t.depth == maxDepth || !t.spend(100) {
		return false
	}
	t.depth++
	return true
}

// spend counts work, about a byte's each, and tells whether there may be more.
func (t *template) spend(work int) bool {
	t.spent += work
	return t.spent <= maxSpent
}

func (t *template) leave() { t.depth-- }

// resolve gives what v is once its functions are evaluated. A property that is
// AWS::NoValue is not there.
func (t *template) resolve(v *value.Value) *value.Value {
	if len(v.Trail()) > 0 { // an alias
		return t.resolve(v.At(v.Range())).Along(v)
	}
	if !t.enter() {
		return value.NewUnknown(v.Range(), tooComplex)
	}
	defer t.leave()

	switch v.Kind() {
	case value.Map:
		if f, ok := function(v); ok {
			return t.dynamic(t.call(f.Key, f.Value, v.Range()))
		}
		return t.object(v)
	case value.List:
		return t.list(v)
	case value.String, value.Text:
		return t.dynamic(v)
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.Either:
	}
	return v
}

// function gives the one member of an object that is a call of a function.
func function(v *value.Value) (value.Field, bool) {
	if v.Len() != 1 || v.Open() {
		return value.Field{}, false
	}
	for f := range v.Fields() {
		return f, f.Key == "Ref" || strings.HasPrefix(f.Key, "Fn::") && !strings.HasPrefix(f.Key, loopPrefix)
	}
	return value.Field{}, false
}

func (t *template) list(v *value.Value) *value.Value {
	var elems []*value.Value
	changed := false
	for _, e := range v.Elems() {
		r := t.resolve(e)
		changed = changed || r != e
		if r.Kind() != value.Absent {
			elems = append(elems, r)
		}
	}
	if !changed {
		return v
	}
	return value.NewList(v.Range(), elems, v.Open())
}

func (t *template) object(v *value.Value) *value.Value {
	v = t.expand(v)
	var fields []value.Field
	changed := false
	for f := range v.Written() {
		r := t.resolve(f.Value)
		changed = changed || r != f.Value
		if r.Kind() == value.Absent {
			continue
		}
		f.Value = lacking(r, v.Range())
		fields = append(fields, f)
	}
	if !changed {
		return v
	}
	return value.NewMap(v.Range(), fields, v.Open())
}

// lacking gives a member of an object at r. Where it may be absent it is the
// object that lacks it.
func lacking(v *value.Value, r source.Range) *value.Value {
	if v.Kind() != value.Either || v.Exists() == value.Yes {
		return v
	}
	alts := v.Alternatives()
	for i, a := range alts {
		if a.Kind() == value.Absent {
			alts[i] = value.NewAbsent(r).Along(a)
		}
	}
	return value.NewEither(v.Range(), v.Reason(), alts...)
}
