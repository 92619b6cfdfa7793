package cloudformation

import (
	"context"
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// The names of members that are no members of their object but instructions.
const (
	loopPrefix = "Fn::ForEach::"
	transform  = "Fn::Transform"
)

// Bounds of an evaluation. A document of the largest size that is read is at most
// some hundred levels deep and has less than a million values; but conditions
// lead to each other, and are evaluated again in each branch.
const (
	maxDepth    = 1000
	maxSpent    = 200_000_000 // two million values
	perResource = 500         // the work for a resource besides its values
	maxEncoding = 4           // each ToJsonString within another doubles the backslashes

	tooComplex = "the template is too complex"
)

var (
	tooDeep  = fmt.Sprintf("the template nests more than %d levels deep", maxDepth)
	tooCoded = fmt.Sprintf("JSON in JSON, more than %d times within each other", maxEncoding)
	tooLong  = fmt.Sprintf("a text of more than %d bytes", maxText)
)

// run is the evaluation of one root: a template, or the stacks of a cloud
// assembly, with all stacks that are nested in them.
type run struct {
	ctx       context.Context // once it is done, everything further is unknown
	loader    *Loader
	model     *model.Model
	problems  []source.Problem
	noted     map[source.Problem]bool // the same problems
	templates []string                // the files that were evaluated: templates and nested manifests
	taken     map[string]bool         // addresses of resources
	exports   map[string]export       // what the stacks of an assembly export, by name
	manifests map[string]bool         // those that were read
	app       string                  // the folder of the CDK app; empty if there is none
	programs  map[string]*source.File // files that an assembly names in stack traces; nil for one that is not here
	stacks    int

	told     map[string]bool // of what there is too much
	depth    int             // of values and conditions within each other
	encoding int             // calls of ToJsonString within each other
	spent    int             // work so far
	looked   int             // the work after which the context was looked at
	budget   int             // what loops may still add, in values
}

// newRun begins the evaluation of a root.
func newRun(ctx context.Context, l *Loader, root string) *run {
	return &run{
		ctx: ctx, loader: l, model: &model.Model{Name: root}, budget: maxAdded, taken: map[string]bool{},
		exports: map[string]export{}, manifests: map[string]bool{}, noted: map[source.Problem]bool{}, told: map[string]bool{},
	}
}

// note adds a problem, once.
func (r *run) note(p source.Problem) {
	if !r.noted[p] {
		r.noted[p] = true
		r.problems = append(r.problems, p)
	}
}

// template is one template while it is evaluated, as a stack.
type template struct {
	*run
	file   *source.File
	parent *template // of a nested stack
	// What it is deployed with.
	passed    *value.Value      // parameters by name, by the parent stack or the assembly
	pseudo    map[string]string // pseudo parameters that the assembly knows
	stackTags []*value.Value
	// What the assembly says of it.
	assets map[string]string     // files, by the names that they have in S3
	made   map[string][]creation // resources, by logical ID
	// Where it stands.
	prefix    string         // of the addresses of its resources
	calls     []value.Step   // the nested stacks that lead to it
	condition string         // on what the existence of the stack depends
	metadata  []*value.Value // its own and that of the stacks around it

	parameters, mappings, conditions, resources, outputs *value.Value

	addresses map[string]string       // of resources
	known     map[string]*value.Value // parameters
	uses      map[string]int          // of parameters; made on first use
	decided   map[string]*value.Value // conditions: a Bool or an Unknown
	results   map[string]*value.Value // outputs
	children  map[string]*template    // nested stacks; nil for one whose template is not known

	assumed   map[string]*value.Value // conditions that cannot be decided, in one of their branches
	including map[string]bool         // the files of the include that is evaluated
}

// newTemplate begins the evaluation of a template that is a stack of its own.
func (r *run) newTemplate(f *source.File, doc *value.Value) *template {
	r.templates = append(r.templates, f.Name)
	r.stacks++
	if r.app != "" {
		r.model.Generated = append(r.model.Generated, f)
	}
	t := &template{
		run: r, file: f, passed: value.NewAbsent(source.Range{}), stackTags: r.loader.stackTags,
		known:     map[string]*value.Value{},
		decided:   map[string]*value.Value{},
		results:   map[string]*value.Value{},
		children:  map[string]*template{},
		assumed:   map[string]*value.Value{},
		including: map[string]bool{f.Name: true},
	}
	t.take(doc)
	t.take(t.includeSections(doc))
	if own := doc.Get("Metadata"); own.Kind() == value.Map {
		t.metadata = []*value.Value{own}
	}
	clear(t.known) // what is included may declare more
	// Rules are passed over: what they assert of parameters decides whether a
	// stack is made, and not what is in it.
	return t
}

// take takes the sections of a template.
func (t *template) take(doc *value.Value) {
	t.parameters = doc.Get("Parameters")
	t.mappings = doc.Get("Mappings")
	t.conditions = doc.Get("Conditions")
	t.resources = doc.Get("Resources")
	t.outputs = doc.Get("Outputs")
}

// begin writes out what loops and macros make of the sections, once it is known
// with what the stack is deployed.
func (t *template) begin() {
	t.mappings = t.expand(t.mappings)
	t.conditions = t.expand(t.conditions)
	t.resources = t.expand(t.resources)
	t.outputs = t.expand(t.outputs)
	t.addresses = map[string]string{}
	for f := range t.resources.Fields() {
		t.spend(perResource)
		t.addresses[f.Key] = t.newAddress(f)
	}
}

// newAddress gives a resource its address: the path of the construct that the CDK
// made it for, else its logical ID below the stacks that it is nested in.
func (t *template) newAddress(resource value.Field) string {
	address := t.prefix + resource.Key
	if c := t.madeBy(resource).construct; c != "" && !t.taken[c] {
		address = c
	}
	t.taken[address] = true
	return address
}

// enter begins the evaluation of a value or condition, if it may go on.
func (r *run) enter() bool {
	if r.depth == maxDepth || !r.spend(100) {
		return false
	}
	r.depth++
	return true
}

// giveUp gives an Unknown for what stands at a place and takes too much.
func (r *run) giveUp(at source.Range) *value.Value {
	if r.depth == maxDepth {
		return r.refuse(at, tooDeep, "from here on some of it is unknown")
	}
	return r.refuse(at, tooComplex, "from here on some of it is unknown")
}

// refuse gives an Unknown for what stands at a place, and tells why.
func (r *run) refuse(at source.Range, reason, outcome string) *value.Value {
	r.tell(at, reason, outcome)
	return value.NewUnknown(at, reason)
}

// tell warns of something that is too much, and of what follows from it, at the first
// place. Where that is since no time is left, whoever gave the time tells.
func (r *run) tell(at source.Range, reason, outcome string) {
	if !r.told[reason] && r.ctx.Err() == nil {
		r.told[reason] = true
		r.note(source.Problem{Range: at, Name: r.model.Name, Level: source.Warning, Message: reason + ": " + outcome})
	}
}

// leave ends what enter began.
func (r *run) leave() { r.depth-- }

// workPerLook is how much work is done from one look at the context to the next.
const workPerLook = 2000

// spend counts work, about a byte's each, and tells whether there may be more.
func (r *run) spend(work int) bool {
	r.spent += work
	if r.spent-r.looked > workPerLook {
		if r.looked = r.spent; r.ctx.Err() != nil {
			r.spent = maxSpent + 1
		}
	}
	return r.spent <= maxSpent
}

// resolve gives what v is once its functions are evaluated. A property that is
// AWS::NoValue is not there.
func (t *template) resolve(v *value.Value) *value.Value {
	if len(v.Trail()) > 0 { // an alias
		return t.resolve(v.At(v.Range())).Along(v)
	}
	if !t.enter() {
		return t.giveUp(v.Range())
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
	f, ok := member(v)
	return f, ok && (f.Key == "Ref" || strings.HasPrefix(f.Key, "Fn::") && !strings.HasPrefix(f.Key, loopPrefix))
}

// member gives the only member of an object.
func member(v *value.Value) (value.Field, bool) {
	if v.Len() != 1 || v.Open() {
		return value.Field{}, false
	}
	for f := range v.Fields() {
		return f, true
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
	var dropped []string
	for f := range v.Written() {
		r := t.resolve(f.Value)
		changed = changed || r != f.Value
		if r.Kind() == value.Absent {
			dropped = append(dropped, f.Key)
			continue
		}
		f.Value = lacking(r, v.Range())
		fields = append(fields, f)
	}
	if !changed {
		return v
	}
	return value.NewMap(v.Range(), fields, v.Open()).Like(v).Without(dropped...)
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
