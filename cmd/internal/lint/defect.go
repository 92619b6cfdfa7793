package lint

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/ecslint/ecslint/cmd/internal/redact"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
)

// Defect is a failure of ecslint: a rule or the evaluation of a unit broke down.
type Defect struct {
	Unit  string // or the input, if it was not yet told what to evaluate
	Error string
	Stack string
}

// newDefect is for where a panic is recovered.
func newDefect(unit string, cause any) Defect {
	return Defect{Unit: unit, Error: redact.Panic(cause), Stack: string(debug.Stack())}
}

// catch calls f. What it panics with becomes a defect.
func catch(unit string, f func()) (defects []Defect) {
	defer func() {
		if cause := recover(); cause != nil {
			defects = append(defects, newDefect(unit, cause))
		}
	}()
	f()
	return nil
}

// Load evaluates a unit. Of one that takes longer than a limit, if that is not 0,
// there is nothing but a problem.
func Load(ctx context.Context, u parsers.Unit, limit time.Duration) (m *model.Model, problems []source.Problem, defects []Defect) {
	ctx, cancel := within(ctx, limit)
	defer cancel()
	defects = catch(u.Name, func() { m, problems = u.Load(ctx) })
	if ctx.Err() != nil {
		m, problems = nil, []source.Problem{overdue(u, limit)}
	}
	return m, problems, defects
}

// within gives a context that is done after a time; 0 is for ever.
func within(ctx context.Context, limit time.Duration) (context.Context, context.CancelFunc) {
	if limit == 0 {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, limit)
}

// overdue says that a unit took longer than a limit.
func overdue(u parsers.Unit, limit time.Duration) source.Problem {
	with := ""
	if u.Set != "" {
		with = " with " + u.Set
	}
	return source.Problem{Name: u.Name, Message: fmt.Sprintf("not judged%s, as it takes longer than %v: raise --root-timeout", with, limit)}
}

// Units gives the units that inputs belong to. An input at which already this breaks
// down is left out, and a defect names it.
func Units(set *source.Set, inputs []parsers.Input, o parsers.Options) ([]parsers.Unit, []source.Problem, []Defect) {
	type found struct {
		units    []parsers.Unit
		problems []source.Problem
	}
	f, defects := isolate(inputs, func(inputs []parsers.Input) (f found) {
		f.units, f.problems = parsers.Units(set, inputs, o)
		return f
	})
	return f.units, f.problems, defects
}

// isolate gives what f makes of inputs. If it breaks down, that is what it makes of
// those at which it does not break down alone; a defect names each of the others.
func isolate[T any](inputs []parsers.Input, f func([]parsers.Input) T) (out T, defects []Defect) {
	try := func(unit string, inputs []parsers.Input) (out T, defects []Defect) {
		defects = catch(unit, func() { out = f(inputs) })
		return out, defects
	}
	if out, defects = try(".", inputs); defects == nil {
		return out, nil
	}
	var sound []parsers.Input
	defects = nil
	for i, in := range inputs {
		_, broken := try(in.Name, inputs[i:i+1])
		if broken == nil {
			sound = append(sound, in)
		}
		defects = append(defects, broken...)
	}
	out, together := try(".", sound)
	return out, append(defects, together...)
}
