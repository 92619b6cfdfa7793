package source

import (
	"fmt"
)

// Level tells how much a [Problem] matters.
type Level uint8

// The levels of a problem.
const (
	// Error is an input that could not be understood: the run exits with 2.
	Error Level = iota
	// Warning is worth knowing and has no effect on the exit status.
	Warning
	// Note tells what was left out on purpose, such as a module that is not here.
	Note
)

// String gives the name of the level as it is shown.
func (l Level) String() string {
	switch l {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Note:
		return "note"
	}
	return fmt.Sprintf("Level(%d)", uint8(l))
}

// Problem says why some input could not be read or understood. It is not a
// finding: it speaks of the input, not of what is deployed.
type Problem struct {
	// Range is where the input stops making sense. It may be zero for an input
	// that could not be read at all; then Name says which.
	Range   Range
	Name    string // the input, where Range is zero
	Message string // lower case, no full stop
	Level   Level
	// Refused is an input that is too much to be read, and need not be wrong.
	Refused bool
	// Group says the same of several subjects, of which Subject is one; a report
	// has one problem for all of them. The message of that is the group's name,
	// and behind it the subjects.
	Group, Subject string
}

// Error gives "file:line:column: message".
func (p Problem) Error() string {
	if p.Range.IsZero() {
		return p.Name + ": " + p.Message
	}
	pos := p.Range.File.Position(p.Range.Start)
	return fmt.Sprintf("%s:%d:%d: %s", p.Range.File.Name, pos.Line, pos.Rune, p.Message)
}

// Path gives the name of the input the problem is about.
func (p Problem) Path() string {
	if p.Range.IsZero() {
		return p.Name
	}
	return p.Range.File.Name
}
