// Package value holds what can be known of a configuration value before
// anything runs, where it was written, and how it came to where it is used.
//
// A value that is partly unknown keeps everything that is known of it: a map
// with one unknown member keeps the others, a list that may be longer keeps the
// elements that are certain, a string with an unknown part keeps its text
// around a hole, and a choice by an unknown condition keeps all alternatives.
package value

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
)

// Kind tells what is known of a value.
type Kind uint8

// The kinds of values.
const (
	Absent  Kind = iota // not written, and nothing unknown could supply it
	Unknown             // cannot be told without running something
	Null
	Bool
	Number
	String
	Text // a string some parts of which are unknown
	List
	Map
	Either // one of several, by a condition that is unknown
)

var kindNames = [...]string{
	Absent: "absent", Unknown: "unknown", Null: "null", Bool: "bool", Number: "number",
	String: "string", Text: "text", List: "list", Map: "map", Either: "either",
}

// String gives the kind in lower case.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// Hole stands for an unknown part in the text of a [Text]. It cannot occur in
// UTF-8.
const Hole = 0xFF

// MaxAlternatives bounds an [Either]: more alternatives become Unknown.
const MaxAlternatives = 32

// Form tells collections apart that are written alike but that Terraform's type
// system distinguishes.
type Form uint8

// The forms of a List or Map.
const (
	Structural Form = iota // a tuple or an object, as literals are; any JSON or YAML collection
	Uniform                // a list or a map, whose members are of one type
	Set                    // a set: its elements have no index
)

// Value is what is known of one value. It is immutable: methods that change
// something give a new Value. No method returns nil, and all accept any kind.
type Value struct {
	kind   Kind
	form   Form
	open   bool
	truth  bool
	style  Style    // Map: how it is written; Absent: how the object is that lacks it
	held   Hold     // what may not be changed where it is written
	size   size     // List, Map, Either, encoded String and Text: the values in it
	text   string   // String, Text, Number: the text; Unknown, Either: the reason; Absent: its key
	list   []*Value // List: elements; Either: alternatives
	fields []Field  // Map: members; Absent: those of the object that lacks it
	rng    source.Range
	trail  *trail
	more   *more
}

// more is what few values have.
type more struct {
	segments []Segment
	encoded  *encoded // the structure that a string encodes
	links    []Link
	failed   bool           // Unknown: evaluation fails
	refused  bool           // Unknown: it would be too large
	atomic   bool           // String, Text: its bytes have no places of their own
	fixed    int            // open List: number of leading elements whose index is certain
	index    map[string]int // large Map: position of the last field of a key
	words    *[2]string     // String: the words for the true and the false that are written
	dropped  []string       // Map: keys of members that are written and not there
	cause    source.Range   // Unknown: what would have to be known
}

// Field is one member of a Map. A member that may be absent is an Either with
// an Absent alternative.
type Field struct {
	Key   string
	Range source.Range // the key as written; zero where nobody wrote it
	// End is where the member ends, in the file of Range; 0 where that is not known.
	// What the member refers to is its Value and may be elsewhere.
	End   int
	Value *Value
}

// Link says that a value is, or contains, an attribute of a resource that is
// only known after it exists.
type Link struct {
	Address string // "module.svc.aws_ecs_cluster.main[0]", or a logical ID
	Attr    string // "arn"; "Ref" for CloudFormation's Ref
	// Loose says that the value is not the attribute itself: it is computed from
	// the attribute, or may be something else.
	Loose bool
}

// Loosened gives the link for a value that is computed from the attribute.
func (l Link) Loosened() Link {
	l.Loose = true
	return l
}

// NewAbsent is a value that nobody wrote; r is the object that lacks it.
func NewAbsent(r source.Range) *Value { return &Value{kind: Absent, rng: r} }

// NewUnknown is a value that cannot be told; r is the place of use. The reason
// is for people: "var.image has no default".
func NewUnknown(r source.Range, reason string) *Value {
	return &Value{kind: Unknown, rng: r, text: reason}
}

// NewFailed is an Unknown whose evaluation is certain to fail, as an index out
// of range does. Functions that catch errors go on behind it.
func NewFailed(r source.Range, reason string) *Value {
	return &Value{kind: Unknown, rng: r, text: reason, more: &more{failed: true}}
}

// NewNull is an explicit null.
func NewNull(r source.Range) *Value { return &Value{kind: Null, rng: r} }

// NewBool is true or false.
func NewBool(r source.Range, b bool) *Value { return &Value{kind: Bool, rng: r, truth: b} }

// NewNumber is a number by its text, in the syntax of JSON. The text is kept,
// as it may be out of range of any machine type.
func NewNumber(r source.Range, text string) *Value { return &Value{kind: Number, rng: r, text: text} }

// NewInt is a whole number.
func NewInt(r source.Range, n int) *Value { return NewNumber(r, strconv.Itoa(n)) }

// NewString is a wholly known string.
func NewString(r source.Range, s string) *Value { return &Value{kind: String, rng: r, text: s} }

// NewList is a list of the given elements. If open, more elements may exist
// behind them.
func NewList(r source.Range, elems []*Value, open bool) *Value {
	n := sizeOf(elems)
	if n > MaxSize {
		return NewRefused(r, tooLarge)
	}
	v := &Value{kind: List, rng: r, list: elems, open: open, size: packed(n)}
	if open {
		v.more = &more{fixed: len(elems)}
	}
	return v
}

// NewScattered is an open list: unknown elements may stand behind the first
// fixed elements and between the others.
func NewScattered(r source.Range, elems []*Value, fixed int) *Value {
	v := NewList(r, elems, true)
	if v.kind == List {
		v.more.fixed = fixed
	}
	return v
}

// indexed is the number of fields from which a map keeps an index.
const indexed = 24

// NewMap is a map; where a key is repeated the last one counts. If open, other
// keys may exist.
func NewMap(r source.Range, fields []Field, open bool) *Value {
	n := sizeOfFields(fields)
	if n > MaxSize {
		return NewRefused(r, tooLarge)
	}
	v := &Value{kind: Map, rng: r, fields: fields, open: open, size: packed(n)}
	if len(fields) >= indexed {
		m := make(map[string]int, len(fields))
		for i, f := range fields {
			m[f.Key] = i
		}
		v.more = &more{index: m}
	}
	return v
}

// NewEither is one of several values, by a condition that is unknown; the
// reason names it. Nested choices are flattened. One alternative is no choice.
func NewEither(r source.Range, reason string, alts ...*Value) *Value {
	var flat []*Value
	for _, a := range alts {
		for _, b := range a.Alternatives() {
			if !slices.ContainsFunc(flat, b.same) {
				flat = append(flat, b)
			}
		}
	}
	switch {
	case len(flat) == 1:
		return flat[0]
	case len(flat) == 0 || len(flat) > MaxAlternatives:
		return NewUnknown(r, reason)
	}
	if kind := flat[0].kind; kind == Absent || kind == Null {
		if !slices.ContainsFunc(flat, func(a *Value) bool { return a.kind != kind }) {
			return &Value{kind: kind, rng: r} // nothing, whichever it is
		}
	}
	if !slices.ContainsFunc(flat, func(a *Value) bool { return a.kind != Unknown }) {
		return merged(r, flat)
	}
	n := sizeOf(flat)
	if n > MaxSize {
		return NewRefused(r, tooLarge)
	}
	return &Value{kind: Either, rng: r, text: reason, list: flat, size: packed(n)}
}

// merged is one of several unknown values. It is an attribute of a resource only
// if all are that do not fail.
func merged(r source.Range, alts []*Value) *Value {
	u := NewUnknown(r, alts[0].text)
	first := slices.IndexFunc(alts, func(a *Value) bool { return !a.Failed() })
	sure := !slices.ContainsFunc(alts, func(a *Value) bool {
		return !a.Failed() && !slices.Equal(a.Links(), alts[max(first, 0)].Links())
	})
	for i, a := range alts {
		if sure && i != first {
			continue
		}
		for _, l := range a.Links() {
			l.Loose = l.Loose || !sure
			u = u.WithLink(l)
		}
	}
	return u
}

// same reports whether two values are equal in every respect that can be told
// at once, places included.
func (v *Value) same(u *Value) bool {
	return v == u || v.kind == u.kind && v.kind != List && v.kind != Map && v.kind != Either &&
		v.text == u.text && v.truth == u.truth && v.rng == u.rng && v.trail == u.trail && v.more == nil && u.more == nil
}

// Form gives the form of a List or Map.
func (v *Value) Form() Form { return v.form }

// As gives a List or Map in another form. The caller sorts the elements of a set
// and removes duplicates.
func (v *Value) As(f Form) *Value {
	if v.form == f {
		return v
	}
	w := *v
	w.form = f
	return &w
}

// Kind tells what is known of v.
func (v *Value) Kind() Kind { return v.kind }

// Is reports whether v is of one of the kinds.
func (v *Value) Is(kinds ...Kind) bool { return slices.Contains(kinds, v.kind) }

// Open reports whether v, a List or Map, may have more members.
func (v *Value) Open() bool { return v.open }

// Failed reports whether v is Unknown because its evaluation is certain to fail.
func (v *Value) Failed() bool { return v.more != nil && v.more.failed }

// Fixed is the number of leading elements of a List whose index is certain.
func (v *Value) Fixed() int {
	if v.kind != List {
		return 0
	}
	if v.open && v.more != nil {
		return v.more.fixed
	}
	return len(v.list)
}

// Range is where v is written: for Absent the object that lacks it, for Unknown
// the place of use.
func (v *Value) Range() source.Range { return v.rng }

// Trail is the way from where v is written to where it is used.
func (v *Value) Trail() []Step { return v.trail.steps() }

// Cause is what would have to be known for an Unknown to be known, such as the
// declaration of a variable; zero where there is no such place.
func (v *Value) Cause() source.Range {
	if v.more == nil {
		return source.Range{}
	}
	return v.more.cause
}

// Reason says for people why v is not wholly known; empty if it is.
func (v *Value) Reason() string {
	switch v.kind {
	case Unknown, Either:
		return v.text
	case Text:
		for _, s := range v.Segments() {
			if s.Value != nil {
				if r := s.Value.Reason(); r != "" {
					return r
				}
			}
		}
		return "a part of the text is unknown"
	case List:
		for _, e := range v.list {
			if r := e.Reason(); r != "" {
				return r
			}
		}
		if v.open {
			return "the list may have more elements"
		}
	case Map:
		for i, f := range v.fields {
			if r := f.Value.Reason(); r != "" && v.find(f.Key) == i {
				return r
			}
		}
		if v.open {
			return "other keys may exist"
		}
	case Absent, Null, Bool, Number, String:
	}
	return ""
}

// Bool gives the value of a Bool.
func (v *Value) Bool() (b, ok bool) { return v.truth, v.kind == Bool }

// Str gives the text of a String.
func (v *Value) Str() (string, bool) {
	if v.kind != String {
		return "", false
	}
	return v.content(), true
}

// Scalar gives the text of a Bool, Number or String as Terraform and
// CloudFormation write it in strings.
func (v *Value) Scalar() (string, bool) {
	switch v.kind {
	case Bool:
		return strconv.FormatBool(v.truth), true
	case Number:
		return v.text, true
	case String:
		return v.content(), true
	case Absent, Unknown, Null, Text, List, Map, Either:
	}
	return "", false
}

// Content gives the text of a String, or of a Text with [Hole] bytes for its
// unknown parts, or of a Number.
func (v *Value) Content() string {
	if v.kind == String || v.kind == Text || v.kind == Number {
		return v.content()
	}
	return ""
}

// Int gives the value of a Number that is a whole number and fits, such as 1,
// 1.0 or 1e3.
func (v *Value) Int() (int, bool) {
	if v.kind != Number {
		return 0, false
	}
	return wholeNumber(v.text)
}

// wholeNumber reads the text of a number that is a whole one.
func wholeNumber(s string) (int, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return n, true
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f != float64(int(f)) || f > 1<<53 || f < -(1<<53) {
		return 0, false
	}
	return int(f), true
}

// part gives a member of v: it came the way that v came.
func (v *Value) part(m *Value) *Value {
	if h := v.inherited(m); h&^m.held != 0 {
		m = m.Held(h)
	}
	if v.trail == nil {
		return m
	}
	return m.along(v.trail)
}

func (v *Value) along(t *trail) *Value {
	if t == nil {
		return v
	}
	w := *v
	w.trail = v.trail.join(t)
	return &w
}

// Along gives v with the steps of u's way appended to its own, for a value that
// is a part of u by other means than [Value.Get] and [Value.Elems].
func (v *Value) Along(u *Value) *Value { return v.along(u.trail) }

// Get gives the member of a Map by its key, in the exact spelling. A member
// that nobody wrote is Absent, or Unknown if the map is open. Of an Unknown it
// is Unknown, of an Either the members of all alternatives.
func (v *Value) Get(key string) *Value { return v.Field(key).Value }

// Field is [Value.Get] with the place of the key.
func (v *Value) Field(key string) Field {
	if v.kind == Map {
		if i := v.find(key); i >= 0 {
			f := v.fields[i]
			f.Value = v.part(f.Value)
			return f
		}
	}
	return v.missing(key, (*Value).Get)
}

// Fold is [Value.Field] with a key that may differ in case. The exact spelling
// goes first.
func (v *Value) Fold(key string) Field {
	if v.kind == Map {
		i := v.find(key)
		for j := len(v.fields) - 1; i < 0 && j >= 0; j-- {
			if len(v.fields[j].Key) == len(key) && strings.EqualFold(v.fields[j].Key, key) {
				i = j
			}
		}
		if i >= 0 {
			f := v.fields[i]
			f.Value = v.part(f.Value)
			return f
		}
	}
	return v.missing(key, func(a *Value, key string) *Value { return a.Fold(key).Value })
}

func (v *Value) missing(key string, get func(*Value, string) *Value) Field {
	switch v.kind {
	case Unknown:
		u := *v
		if u.more != nil {
			u.more = &more{failed: u.more.failed, cause: u.more.cause}
		}
		return Field{Key: key, Value: &u}
	case Text:
		return Field{Key: key, Value: v.unknown("a part of the text is unknown")}
	case Either:
		alts := make([]*Value, len(v.list))
		for i, a := range v.list {
			alts[i] = get(v.part(a), key)
		}
		return Field{Key: key, Value: NewEither(v.rng, v.text, alts...)}
	case Map:
		if v.open {
			if links := v.Links(); len(links) > 0 {
				u := v.unknown(links[0].Address + "." + key + " is known after apply")
				return Field{Key: key, Value: u.WithLink(Link{Address: links[0].Address, Attr: key})}
			}
			return Field{Key: key, Value: v.unknown(strconv.Quote(key) + " may come from a part that is unknown")}
		}
	case Absent, Null, Bool, Number, String, List:
	}
	return Field{Key: key, Value: v.lacks(key)}
}

func (v *Value) unknown(reason string) *Value {
	return &Value{kind: Unknown, text: reason, rng: v.rng, trail: v.trail}
}

func (v *Value) find(key string) int {
	if v.more != nil && v.more.index != nil {
		if i, ok := v.more.index[key]; ok {
			return i
		}
		return -1
	}
	for i, f := range slices.Backward(v.fields) {
		if f.Key == key {
			return i
		}
	}
	return -1
}

// Fields goes over the members of a Map in the order in which they are written,
// each key once with its last value.
func (v *Value) Fields() iter.Seq[Field] {
	return func(yield func(Field) bool) {
		for i, f := range v.members() {
			if v.find(f.Key) != i {
				continue
			}
			f.Value = v.part(f.Value)
			if !yield(f) {
				return
			}
		}
	}
}

// Written goes over the members of a Map as they are written, repeated keys
// included.
func (v *Value) Written() iter.Seq[Field] {
	return func(yield func(Field) bool) {
		for _, f := range v.members() {
			f.Value = v.part(f.Value)
			if !yield(f) {
				return
			}
		}
	}
}

func (v *Value) members() []Field {
	if v.kind != Map {
		return nil
	}
	return v.fields
}

// Elems goes over the elements of a List. An element that may be absent is an
// Either with an Absent alternative.
func (v *Value) Elems() iter.Seq2[int, *Value] {
	return func(yield func(int, *Value) bool) {
		if v.kind != List {
			return
		}
		for i, e := range v.list {
			if !yield(i, v.part(e)) {
				return
			}
		}
	}
}

// Len is the number of elements of a List or of distinct keys of a Map that are
// known to be written.
func (v *Value) Len() int {
	if v.kind == List {
		return len(v.list)
	}
	n := 0
	for range v.Fields() {
		n++
	}
	return n
}

// Items is the view of v where a list is expected. It gives the elements that
// are known, each of which may be an Either with an Absent alternative, and
// whether these are all: Yes, or Maybe where more may exist. Null and Absent
// are the empty list; a Map is a list of itself, as some formats let a single
// object stand for a list of one. Of an Either it is the elements of all
// alternatives, each of which may be absent.
func (v *Value) Items() (items []*Value, complete Truth) {
	switch v.kind {
	case List:
		items = make([]*Value, len(v.list))
		for i, e := range v.list {
			items[i] = v.part(e)
		}
		if v.open {
			return items, Maybe
		}
		return items, Yes
	case Map:
		return []*Value{v}, Yes
	case Either:
		complete = Yes
		for _, a := range v.list {
			xs, c := v.part(a).Items()
			complete = complete.And(c)
			for _, x := range xs {
				items = append(items, NewEither(x.rng, v.text, x, NewAbsent(v.rng)))
			}
		}
		return items, complete
	case Absent, Null:
		return nil, Yes
	case Unknown, Text, Bool, Number, String:
	}
	return nil, Maybe
}

// Stated reports whether v is absent, or is written where it is used as a null or
// as an empty string or list, rather than having become so on its way there.
func (v *Value) Stated() bool {
	if v.kind == Absent {
		return true
	}
	switch strings.Trim(v.rng.Text(), "\"'[] \t\r\n") {
	case "", "null", "~":
		return v.trail == nil
	}
	return false
}

// Alternatives gives the alternatives of an Either; any other value is its own
// only alternative.
func (v *Value) Alternatives() []*Value {
	if v.kind != Either {
		return []*Value{v}
	}
	out := make([]*Value, len(v.list))
	for i, a := range v.list {
		out[i] = v.part(a)
	}
	return out
}

// Exists tells whether v is written at all: No for Absent, Yes for a value,
// Maybe where one alternative is Absent. A null exists.
func (v *Value) Exists() Truth {
	switch v.kind {
	case Absent:
		return No
	case Either:
		t := v.list[0].Exists()
		for _, a := range v.list[1:] {
			t = t.Agree(a.Exists())
		}
		return t
	case Unknown, Null, Bool, Number, String, Text, List, Map:
	}
	return Yes
}

// Present gives v without its Absent alternatives.
func (v *Value) Present() *Value {
	if v.kind != Either {
		return v
	}
	var alts []*Value
	for _, a := range v.Alternatives() {
		if a.kind != Absent {
			alts = append(alts, a)
		}
	}
	return NewEither(v.rng, v.text, alts...)
}

// WhollyKnown reports whether nothing in v is unknown.
func (v *Value) WhollyKnown() bool {
	switch v.kind {
	case Unknown, Text, Either, Absent:
		return false
	case List:
		return !v.open && !slices.ContainsFunc(v.list, func(e *Value) bool { return !e.WhollyKnown() })
	case Map:
		for i, f := range v.fields {
			if v.find(f.Key) == i && !f.Value.WhollyKnown() {
				return false
			}
		}
		return !v.open
	case Null, Bool, Number, String:
	}
	return true
}

// Links gives the resources on which v depends directly: its own links, those
// of its alternatives and of the parts of a string.
func (v *Value) Links() []Link {
	var out []Link
	if v.more != nil {
		out = append(out, v.more.links...)
	}
	switch v.kind {
	case Either:
		for _, a := range v.list {
			out = append(out, a.Links()...)
		}
	case String, Text:
		if v.more != nil {
			for _, s := range v.more.segments {
				if s.Value != nil {
					out = append(out, s.Value.Links()...)
				}
			}
		}
	case Absent, Unknown, Null, Bool, Number, List, Map:
	}
	return out
}

// Identity gives the attributes of resources that v is, each of which names the
// same thing: an attribute may be written as an attribute of another resource.
// Unlike [Value.Links] it has none that is only a part of a text, or one of several
// alternatives, or that v is computed from.
func (v *Value) Identity() []Link {
	var out []Link
	if v.more != nil {
		for _, l := range v.more.links {
			if !l.Loose && !v.more.atomic {
				out = append(out, l)
			}
		}
	}
	if v.kind == String || v.kind == Text {
		if whole := v.Interpolated(0, len(v.content())); whole != nil {
			out = append(out, whole.Identity()...)
		}
	}
	return out
}

func (v *Value) extended() (*Value, *more) {
	w := *v
	m := more{}
	if v.more != nil {
		m = *v.more
	}
	w.more = &m
	return &w, &m
}

// WithLink gives v with a link to a resource.
func (v *Value) WithLink(l Link) *Value {
	w, m := v.extended()
	m.links = append(slices.Clip(m.links), l)
	return w
}

// Loosened gives v as something that is computed from it: with loose links.
func (v *Value) Loosened() *Value {
	if v.more == nil || len(v.more.links) == 0 {
		return v
	}
	w, m := v.extended()
	m.links = slices.Clone(m.links)
	for i := range m.links {
		m.links[i].Loose = true
	}
	return w
}

// WithCause gives an Unknown with the place that would have to be known.
func (v *Value) WithCause(r source.Range) *Value {
	w, m := v.extended()
	m.cause = r
	return w
}

// With gives v with one more step at the end of its way.
func (v *Value) With(s Step) *Value {
	w := *v
	w.trail = v.trail.add(s)
	return &w
}

// At gives v as if written at r, without a trail. It serves values that are
// shown where they are used, as unknown ones are.
func (v *Value) At(r source.Range) *Value {
	w := *v
	w.rng, w.trail = r, nil
	return &w
}

// Opened gives a List or Map to which more members may belong, anywhere.
func (v *Value) Opened() *Value {
	if v.kind != List && v.kind != Map {
		return v
	}
	w, m := v.extended()
	w.open, m.fixed = true, 0
	return w
}

// Equal tells whether v and u are the same value, wherever they are written.
func (v *Value) Equal(u *Value) Truth {
	switch {
	case v.kind == Either || u.kind == Either:
		vs, us := v.Alternatives(), u.Alternatives()
		t := vs[0].Equal(us[0])
		for _, a := range vs {
			for _, b := range us {
				t = t.Agree(a.Equal(b))
			}
		}
		return t
	case v.kind == Unknown || u.kind == Unknown:
		return Maybe
	case v.kind == Text && (u.kind == String || u.kind == Text):
		if u.kind == String && !couldBe(v.content(), u.content()) {
			return No
		}
		return Maybe
	case u.kind == Text && v.kind == String:
		return u.Equal(v)
	case v.kind != u.kind:
		return No
	case v.kind == Number:
		if v.text == u.text {
			return Yes
		}
		a, err1 := strconv.ParseFloat(v.text, 64)
		b, err2 := strconv.ParseFloat(u.text, 64)
		return True(err1 == nil && err2 == nil && a == b)
	case v.kind == List:
		if !v.open && !u.open && len(v.list) != len(u.list) {
			return No
		}
		t := Yes
		if v.open || u.open {
			t = Maybe
		}
		for i := range min(v.Fixed(), u.Fixed()) {
			t = t.And(v.list[i].Equal(u.list[i]))
		}
		return t
	case v.kind == Map:
		t := Yes
		if v.open || u.open {
			t = Maybe
		}
		for f := range v.Fields() {
			g := u.Get(f.Key)
			t = t.And(f.Value.Equal(g))
		}
		for f := range u.Fields() {
			if v.find(f.Key) < 0 && !v.open {
				t = t.And(f.Value.Exists().Not())
			}
		}
		return t
	}
	return True(v.truth == u.truth && v.Content() == u.Content())
}

// couldBe reports whether the text, with any string for each hole, could be s.
func couldBe(text, s string) bool {
	parts := strings.Split(text, string([]byte{Hole}))
	if len(parts) == 1 {
		return text == s
	}
	first, last := parts[0], parts[len(parts)-1]
	if len(s) < len(first)+len(last) || !strings.HasPrefix(s, first) || !strings.HasSuffix(s, last) {
		return false
	}
	s = s[len(first) : len(s)-len(last)]
	for _, p := range parts[1 : len(parts)-1] {
		i := strings.Index(s, p)
		if i < 0 {
			return false
		}
		s = s[i+len(p):]
	}
	return true
}

// String shows v on one line, for tests and messages about the program itself.
// It shows the contents of strings, so it is not for reports.
func (v *Value) String() string {
	var b strings.Builder
	v.write(&b)
	return b.String()
}

func (v *Value) write(b *strings.Builder) {
	switch v.kind {
	case Absent, Null:
		b.WriteString(v.kind.String())
	case Unknown:
		b.WriteString("unknown(" + v.text + ")")
	case Bool:
		b.WriteString(strconv.FormatBool(v.truth))
	case Number:
		b.WriteString(v.text)
	case String:
		b.WriteString(strconv.Quote(v.content()))
	case Text:
		b.WriteString(strings.ReplaceAll(strconv.Quote(v.content()), `\xff`, "◌"))
	case List:
		b.WriteByte('[')
		for i, e := range v.list {
			if i > 0 {
				b.WriteString(", ")
			}
			e.write(b)
		}
		v.writeOpen(b, len(v.list))
		b.WriteByte(']')
	case Map:
		b.WriteByte('{')
		n := 0
		for f := range v.Fields() {
			if n > 0 {
				b.WriteString(", ")
			}
			n++
			b.WriteString(f.Key + ": ")
			f.Value.write(b)
		}
		v.writeOpen(b, n)
		b.WriteByte('}')
	case Either:
		b.WriteByte('(')
		for i, a := range v.list {
			if i > 0 {
				b.WriteString(" | ")
			}
			a.write(b)
		}
		b.WriteByte(')')
	}
}

func (v *Value) writeOpen(b *strings.Builder, n int) {
	if !v.open {
		return
	}
	if n > 0 {
		b.WriteString(", ")
	}
	b.WriteString("…")
}
