package value

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
)

// Style says how an object is written, and so how one more member is added to it.
type Style uint8

// The styles.
const (
	// Computed is an object that is written nowhere as it is: the result of a
	// function, or one whose members stand in several places.
	Computed     Style = iota
	HCLObject          // { key = value }
	HCLBody            // the body of a block
	JSONObject         // { "key": value }
	BlockMapping       // of YAML: one member a line
	FlowMapping        // of YAML: { key: value }
)

// Hold says what may not be changed where a value is written, as something that
// the value itself does not show depends on it.
type Hold uint8

// The holds, which can be joined.
const (
	// Shape: no object in the value may get other keys, since it has to be of one
	// type with others.
	Shape Hold = 1 << iota
	// Content: nothing of the value may be changed, since it is checked by rules of
	// its own or used elsewhere.
	Content
)

// NewObject is [NewMap] for an object that is written in a style, by members that
// tell where they end.
func NewObject(r source.Range, fields []Field, open bool, s Style) *Value {
	v := NewMap(r, fields, open)
	v.style = s
	return v
}

// Like gives v, the same object as u read in another way, the style of u.
func (v *Value) Like(u *Value) *Value {
	if v.style == u.style && v.held == u.held {
		return v
	}
	w := *v
	w.style, w.held = u.style, u.held
	return &w
}

// Without gives a Map that lacks members of the given keys although they are
// written.
func (v *Value) Without(keys ...string) *Value {
	if len(keys) == 0 {
		return v
	}
	w, m := v.extended()
	m.dropped = keys
	return w
}

// InsteadOf gives v, an empty Map, that is taken for an absent one: what it lacks
// is written by writing that one first.
func (v *Value) InsteadOf(absent *Value) *Value {
	w := *v
	w.list = []*Value{absent}
	return &w
}

// Style is how a Map is written.
func (v *Value) Style() Style { return v.style }

// Held gives v with a hold on it and on all that is in it.
func (v *Value) Held(h Hold) *Value {
	w := *v
	w.held |= h
	return &w
}

// Holds reports whether a hold is on v.
func (v *Value) Holds(h Hold) bool { return v.held&h != 0 }

// inherited gives the holds that a member m of v has from v.
func (v *Value) inherited(m *Value) Hold {
	h := v.held
	if v.form != Structural {
		h |= Shape // all members are of one type
	}
	if m.kind < List {
		h &^= Shape
	}
	return h
}

// lacks gives the member of a Map, or of one that is absent itself, that nobody
// wrote.
func (v *Value) lacks(key string) *Value {
	if v.kind == Absent && v.style == Computed && v.held == 0 {
		return v // as for all that an absent object lacks in turn: there is much of it
	}
	a := &Value{kind: Absent, rng: v.rng, trail: v.trail}
	if v.kind != Map {
		return a
	}
	switch {
	case v.more != nil && slices.Contains(v.more.dropped, key):
	case v.style != Computed:
		a.style, a.held, a.text, a.fields = v.style, v.held, key, v.fields
	case len(v.list) == 1: // it is taken for an absent one
		outer := v.list[0]
		a.style, a.held, a.text, a.fields = outer.style, v.held|outer.held, outer.text+within+key, outer.fields
	}
	return a
}

// within stands between the keys of objects in each other. No key has it.
const within = "\x00"

// Gap is the place for a member that an object lacks.
type Gap struct {
	// Keys are that of the member, in the spelling of the format, and in front of it
	// those of the objects around it that are lacking too.
	Keys    []string
	Style   Style   // of the object that is there; never Computed
	Members []Field // of that object
}

// Gap gives the place where an Absent value can be written, if the object that
// lacks it is written in one piece and may get the member.
func (v *Value) Gap() (Gap, bool) {
	if v.kind != Absent || v.style == Computed || v.held != 0 {
		return Gap{}, false
	}
	return Gap{Keys: strings.Split(v.text, within), Style: v.style, Members: v.fields}, true
}

// Worded gives the word, on or off, that stands for a true or false as it is
// written: a String in the place of v.
func (v *Value) Worded(b bool, on, off string) *Value {
	w := *v
	w.kind, w.text, w.truth = String, off, false
	if b {
		w.text = on
	}
	w.more = &more{words: &[2]string{on, off}}
	return &w
}

// Words gives the words for true and for false, if v was made by [Value.Worded].
func (v *Value) Words() (on, off string, ok bool) {
	if v.more == nil || v.more.words == nil {
		return "", "", false
	}
	return v.more.words[0], v.more.words[1], true
}
