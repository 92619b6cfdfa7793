package rules

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
)

// Reported is what [Pass.When] reported: a finding, or nothing that is certain.
type Reported struct {
	model   *model.Model
	finding *Finding // nil for nothing, and where no fixes are wanted
}

// Fix gives the finding the first of the remedies that can be written. There is
// none where that is not certain, and none in files that nobody edits here.
func (r Reported) Fix(remedies ...Remedy) { r.FixIf(value.Yes, remedies...) }

// FixIf is [Reported.Fix] where t is Yes: for remedies that otherwise are none.
func (r Reported) FixIf(t value.Truth, remedies ...Remedy) {
	if r.finding == nil || t != value.Yes {
		return
	}
	for _, m := range remedies {
		message, edits := m.write()
		if len(edits) == 0 || slices.ContainsFunc(edits, r.elsewhere) {
			continue
		}
		if m.Message != "" {
			message = m.Message
		}
		r.finding.Fixes = []Fix{{Message: message, Edits: edits}}
		return
	}
}

// elsewhere reports whether an edit is in a file that nobody edits here.
func (r Reported) elsewhere(e TextEdit) bool {
	return e.Range.File.External || slices.Contains(r.model.Generated, e.Range.File)
}

// Remedy is a change that removes a finding, in the words of the model. Make one
// with [Set], [Add] or [Rename].
type Remedy struct {
	// Message says what the change does, where the usual words do not fit; a verb
	// phrase.
	Message string
	// write gives the usual words and the edits; no edits where it is not certain
	// how to write the change.
	write func() (message string, edits []TextEdit)
}

// Set is the remedy that gives a setting another value: in the place of the one
// that is written, or in the object that lacks the setting.
func Set[T bool | int | string](o value.Of[T], want T) Remedy {
	return Remedy{write: func() (string, []TextEdit) {
		_, quoted := any(want).(string)
		m := member{text: fmt.Sprint(want), bare: !quoted}
		message := fmt.Sprintf("Set %s to %s", o.Name(), m.text)
		if gap, ok := o.Value().Gap(); ok {
			return message, insert(gap, m)
		}
		return message, replace(o.Value(), o.Name(), m)
	}}
}

// Pair is a setting of an object that a remedy adds, by the name that the API has
// for it.
type Pair struct{ Name, Value string }

// Add is the remedy that writes a list, of one object, which is absent so far.
func Add[T any](l *model.List[T], object ...Pair) Remedy {
	return Remedy{write: func() (string, []TextEdit) {
		gap, ok := l.Value().Gap()
		if !ok {
			return "", nil
		}
		m := member{list: true}
		for _, p := range object {
			m.object = append(m.object, member{key: spelt(p.Name, gap.Keys[0]), text: p.Value})
		}
		return "Add " + l.Label(), insert(gap, m)
	}}
}

// spelt writes a name of one word in the spelling of another name.
func spelt(name, like string) string {
	first, _ := utf8.DecodeRuneInString(like)
	if !unicode.IsUpper(first) {
		return name
	}
	c, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(c)) + name[n:]
}

// Rename is the remedy that gives a member the name that was meant.
func Rename(m *model.Misspelling) Remedy {
	return Remedy{write: func() (string, []TextEdit) {
		return fmt.Sprintf("Rename %s to %s", m.Written, m.Meant), rename(m)
	}}
}
