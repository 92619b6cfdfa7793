package value

import (
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/parsers/source"
)

// StepKind says by what a value travelled.
type StepKind uint8

// The kinds of steps.
const (
	Local StepKind = iota
	Variable
	VariableDefault
	VariableFile // a value in a .tfvars file or on the command line
	OptionalDefault
	ModuleArgument
	Output
	Attribute // an attribute of another resource
	Template
	Iteration
	Parameter
	ParameterDefault
	ParameterFile  // a value in a file of parameters
	StackParameter // a parameter that is given to a nested stack
	NestedStack    // the resource that is a nested stack
	Condition
	Mapping
	Alias
	ReadFile // file(), templatefile()
)

var stepNames = [...]string{
	Local: "local", Variable: "variable", VariableDefault: "default of variable", VariableFile: "value of variable",
	OptionalDefault: "optional() default", ModuleArgument: "argument of module", Output: "output",
	ParameterFile: "value of parameter", StackParameter: "parameter of nested stack", NestedStack: "nested stack",
	Attribute: "attribute", Template: "template", Iteration: "iteration", Parameter: "parameter",
	ParameterDefault: "default of parameter", Condition: "condition", Mapping: "mapping", Alias: "alias", ReadFile: "file",
}

// String gives the kind for people, "argument of module".
func (k StepKind) String() string {
	if int(k) < len(stepNames) {
		return stepNames[k]
	}
	return fmt.Sprintf("StepKind(%d)", uint8(k))
}

// Step is one hop on the way of a value from where it was written to where it
// is used.
type Step struct {
	Range source.Range // where the hop is written
	Kind  StepKind
	Name  string // "local.defaults", "module.svc", "var.image"
}

// String gives the step for people, "local local.defaults" shortened to the
// name where that says it all.
func (s Step) String() string {
	switch s.Kind {
	case Local, Attribute, Output:
		return s.Name
	case VariableDefault, VariableFile, ModuleArgument, Parameter, ParameterDefault, ParameterFile,
		StackParameter, NestedStack, Variable, OptionalDefault,
		Template, Iteration, Condition, Mapping, Alias, ReadFile:
	}
	if s.Name == "" {
		return s.Kind.String()
	}
	return s.Kind.String() + " " + s.Name
}

// maxSteps bounds a trail: what a person can follow is far shorter, and a
// recursive configuration must not grow without end.
const maxSteps = 24

// trail is a way as a list that shares its beginning; the last step is first.
type trail struct {
	step Step
	up   *trail
	n    int
}

func (t *trail) add(s Step) *trail {
	if t == nil {
		return &trail{step: s, n: 1}
	}
	if t.n >= maxSteps || t.has(s) {
		return t
	}
	return &trail{step: s, up: t, n: t.n + 1}
}

// has reports whether s is a step of t. Going the same way twice says nothing
// new; the parts of a string and the string itself share steps.
func (t *trail) has(s Step) bool {
	for ; t != nil; t = t.up {
		if t.step == s {
			return true
		}
	}
	return false
}

// join appends the steps of u to t.
func (t *trail) join(u *trail) *trail {
	if u == nil || t == u {
		return t
	}
	if t == nil {
		return u
	}
	return t.join(u.up).add(u.step)
}

func (t *trail) steps() []Step {
	var out []Step
	for ; t != nil; t = t.up {
		out = append(out, t.step)
	}
	slices.Reverse(out)
	return out
}
