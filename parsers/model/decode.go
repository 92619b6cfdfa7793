package model

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Spelling is how an input writes the names of properties. All are read
// leniently in case: the exact spelling goes first.
type Spelling uint8

// The spellings.
const (
	Camel  Spelling = iota // the API and container JSON: readonlyRootFilesystem
	Pascal                 // CloudFormation: ReadonlyRootFilesystem
	Snake                  // Terraform: readonly_root_filesystem
)

// Node is embedded in every struct of the model that has a place of its own.
type Node struct {
	value  *value.Value
	exists value.Truth
	why    string // on what it depends whether the object exists
	path   *step
}

// step is one member of the path inside a resource.
type step struct {
	up   *step
	name string
	elem *value.Value // an element of a list: what identifies it
	num  int
}

// Value is what is known of the object.
func (n *Node) Value() *value.Value {
	if n.value == nil {
		return value.NewAbsent(source.Range{})
	}
	return n.value
}

// Range is where the object is written; where it is absent, the object that
// lacks it.
func (n *Node) Range() source.Range { return n.Value().Range() }

// Trail is the way of the object from where it is written to where it is used.
func (n *Node) Trail() []value.Step { return n.Value().Trail() }

// Exists tells whether the object is there; Maybe where that is up to an undecided
// condition. The settings of such an object may be absent too, except for an
// element of a list: its settings are what it has where it exists.
func (n *Node) Exists() value.Truth { return n.exists }

// Reason says why it is not known whether the object exists or what it holds.
func (n *Node) Reason() string {
	if n.exists == value.Maybe && n.why != "" {
		return n.why
	}
	return n.Value().Reason()
}

// Path names the object inside its resource by names, not by places:
// "containerDefinitions[web].portMappings[0]".
func (n *Node) Path() string { return n.path.String() }

func (s *step) String() string {
	if s == nil {
		return ""
	}
	var b strings.Builder
	if up := s.up.String(); up != "" {
		b.WriteString(up)
		if s.name != "" {
			b.WriteByte('.')
		}
	}
	b.WriteString(s.name)
	if s.elem != nil {
		id, ok := s.elem.Fold("name").Value.Scalar()
		if !ok {
			id = strconv.Itoa(s.num)
		}
		b.WriteString("[" + id + "]")
	}
	return b.String()
}

// List is a list of objects of the model.
type List[T any] struct {
	Node
	Items []*T
	// Complete is Maybe if more objects may exist than Items has.
	Complete value.Truth
	key      source.Range
}

// decodable is a type of field that fills itself from a value.
type decodable interface {
	decode(d decoder, v *value.Value)
}

// decoder carries what stays the same within one object.
type decoder struct {
	spelling Spelling
	path     *step
	key      source.Range // the name of what is decoded, as written
	excess   *excess
}

// Label is the list's own name, "containerDefinitions".
func (l *List[T]) Label() string {
	if l.path == nil {
		return ""
	}
	return l.path.name
}

// Any asks whether one of the objects answers q with Yes.
func (l *List[T]) Any(q func(*T) value.Truth) value.Truth {
	t := l.Complete.Not()
	for _, x := range l.Items {
		t = t.Or(existing(x).And(q(x)))
	}
	return t
}

// Count is the number of objects.
func (l *List[T]) Count() value.Span {
	return l.Sum(func(*T) value.Span { return value.Exactly(1) })
}

// Sum adds up what f gives of the objects.
func (l *List[T]) Sum(f func(*T) value.Span) value.Span {
	sum := value.Exactly(0)
	for _, x := range l.Items {
		sum = sum.Plus(f(x).If(existing(x)))
	}
	return open(sum, l.Complete)
}

// existing asks whether an element of a list is there.
func existing(x any) value.Truth {
	if e, ok := x.(interface{ Exists() value.Truth }); ok {
		return e.Exists()
	}
	return value.Yes
}

// open gives a sum over the known elements of a list as that over all.
func open(n value.Span, complete value.Truth) value.Span {
	if complete != value.Yes {
		return value.AtLeast(n.Min)
	}
	return n
}

// IsList asks whether a list stands where one belongs. Nothing at all is a list
// too.
func (l *List[T]) IsList() value.Truth {
	var answers []value.Truth
	for _, a := range l.Value().Alternatives() {
		switch a.Kind() {
		case value.Unknown:
			answers = append(answers, value.Maybe)
		case value.Absent, value.Null, value.List:
			answers = append(answers, value.Yes)
		case value.Bool, value.Number, value.String, value.Text, value.Map, value.Either:
			answers = append(answers, value.No)
		}
	}
	return agreed(answers)
}

// NotEmpty asks whether there is an object at all.
func (l *List[T]) NotEmpty() value.Truth {
	return l.Any(func(*T) value.Truth { return value.Yes })
}

// Misplaced is where something stands that is no list: an object, around which
// brackets are missing, or else the name of the list, as a text and the like may
// be right where it was written.
func (l *List[T]) Misplaced() *Node {
	n := l.Node
	if !l.key.IsZero() && !l.Value().Is(value.Map, value.Either, value.Unknown) {
		n.value = value.NewAbsent(l.key)
	}
	return &n
}

// Omitted asks whether the list is left out, or empty by the hand of who wrote
// it. One that came to be so on its way, as by the default of a variable, may be
// filled by whoever deploys the code: that is Maybe.
func (l *List[T]) Omitted() value.Truth {
	empty := l.NotEmpty().Not()
	for _, a := range l.Value().Alternatives() {
		empty = empty.And(value.True(a.Stated()).Or(value.Maybe))
	}
	return empty
}

func (l *List[T]) decode(d decoder, v *value.Value) {
	l.Node, l.key = Node{value: v, exists: value.Written(v), path: d.path}, d.key
	if twice, ok := v.Encoded(); ok {
		v = twice // what it holds is worth judging all the same
	}
	items, complete := d.excess.some(v)
	l.Complete = complete
	for i, e := range items {
		if value.Written(e) == value.No {
			continue // a null element is no object
		}
		x := new(T)
		if !d.excess.room(x, perElement, e.Range()) {
			l.Complete = value.Maybe
			break
		}
		present := e.Present()
		into(decoder{spelling: d.spelling, path: &step{up: d.path, elem: present, num: i}, excess: d.excess}, x, present)
		if n, ok := any(x).(interface{ mayLack(*value.Value) }); ok {
			n.mayLack(e)
		}
		l.Items = append(l.Items, x)
	}
}

// Strings is a list of plain strings.
type Strings struct {
	Items    []value.StringSetting
	Complete value.Truth
	value    *value.Value
	name     string
}

func (s *Strings) decode(d decoder, v *value.Value) {
	items, complete := d.excess.some(v)
	s.value, s.Complete, s.name = v, complete, d.path.name
	for i, e := range items {
		name := d.path.name + "[" + strconv.Itoa(i) + "]"
		s.Items = append(s.Items, value.NewOf[string](name, e, source.Range{}, nil))
	}
}

// Name is the list's name as the API writes it, "requiresCompatibilities".
func (s *Strings) Name() string { return s.name }

// Range is where the list is written; where it is absent, the object that lacks
// it.
func (s *Strings) Range() source.Range { return s.node().Range() }

// Trail is the way of the list from where it is written to where it is used.
func (s *Strings) Trail() []value.Step { return s.node().Trail() }

func (s *Strings) node() *Node { return &Node{value: s.value} }

// Count is the number of strings.
func (s *Strings) Count() value.Span {
	n := value.Exactly(0)
	for _, x := range s.Items {
		n = n.Plus(value.Exactly(1).If(x.Set()))
	}
	return open(n, s.Complete)
}

// First gives the string at the beginning, which is unknown if one may stand
// before it, and absent if there is none.
func (s *Strings) First() value.StringSetting {
	v := s.node().Value()
	name := s.name + "[0]"
	switch {
	case len(s.Items) > 0 && v.Kind() == value.List && v.Fixed() > 0 && s.Items[0].Set() == value.Yes:
		return s.Items[0]
	case len(s.Items) == 0 && s.Complete == value.Yes:
		return value.NewOf[string](name, value.NewAbsent(v.Range()).Along(v), source.Range{}, nil)
	}
	return value.NewOf[string](name, value.NewUnknown(v.Range(), s.Reason()).Along(v), source.Range{}, nil)
}

// Contains asks whether one of the strings is one of want.
func (s *Strings) Contains(want ...string) value.Truth {
	t := s.Complete.Not()
	for _, x := range s.Items {
		t = t.Or(x.In(want...))
	}
	return t
}

// Empty asks whether there is no string at all. Items that may be absent leave
// it open.
func (s *Strings) Empty() value.Truth {
	t := s.Complete.Not()
	for _, x := range s.Items {
		t = t.Or(x.Set())
	}
	return t.Not()
}

// Reason says why the list is not wholly known.
func (s *Strings) Reason() string {
	if s.value == nil {
		return ""
	}
	return s.value.Reason()
}

// field is how one field of a struct is read in one spelling.
type field struct {
	index  int
	holds  bool   // a setting, and no object or list
	name   string // the API's, for paths; empty for a part that is no object of its own
	ways   []way  // to the value; none where the format lacks it
	preset any    // what an absent setting means, as *string, *bool or *int; nil: nothing
	json   bool   // the members are in Camel
	onOff  []string
}

// way is the names that lead to a value, one a level. Without a name it is the
// object itself.
type way []string

// plans are made when they are first asked for: a run has some types, and most runs one
// spelling.
var plans sync.Map // planKey -> []field

type planKey struct {
	typ      reflect.Type
	spelling Spelling
}

// plan derives from a struct type how its fields are read in a spelling. The Go name
// gives all three spellings; tags hold the exceptions:
//
//	ecs:"a.b"            API name, where it differs from the Go name; a dot
//	                     leads through a wrapper object; "." is a part of the
//	                     struct that is no object of its own
//	cfn:"X" tf:"x|y"     CloudFormation's and Terraform's name, likewise; of
//	                     several names the one that is written counts; "-" is
//	                     for what the format lacks
//	default:"v"          what AWS takes an absent setting for
//	tfdefault:"v"        what Terraform makes of an absent setting, where it differs
//	bool:"ON,OFF"        the values that Terraform writes as true and false
//	format:"json"        Terraform spells the members as the API does
func plan(t reflect.Type, s Spelling) []field {
	key := planKey{t, s}
	if p, ok := plans.Load(key); ok {
		return p.([]field) //nolint:forcetypeassert // nothing else is stored
	}
	out := make([]field, 0, t.NumField())
	for i := range t.NumField() {
		f := t.Field(i)
		api := f.Tag.Get("ecs")
		if f.Anonymous || !f.IsExported() || api == "-" {
			continue
		}
		if api == "" {
			api = strings.ToLower(f.Name[:1]) + f.Name[1:]
		}
		x := field{index: i, name: strings.TrimPrefix(api, "."), holds: isSetting(f.Type)}
		if p, ok := f.Tag.Lookup("default"); ok {
			x.preset = preset(f, p)
		}
		switch s {
		case Camel:
			x.ways = ways(api, f.Tag.Get("ecs"))
		case Pascal:
			x.ways = ways(spelt(api, func(n string) string { return strings.ToUpper(n[:1]) + n[1:] }), f.Tag.Get("cfn"))
		case Snake:
			x.ways = ways(spelt(api, snake), f.Tag.Get("tf"))
			x.json = f.Tag.Get("format") == "json"
			if p, ok := f.Tag.Lookup("tfdefault"); ok {
				x.preset = preset(f, p)
			}
			if b, ok := f.Tag.Lookup("bool"); ok {
				x.onOff = strings.Split(b, ",")
			}
		}
		out = append(out, x)
	}
	plans.Store(key, out)
	return out
}

var (
	stringSetting = reflect.TypeFor[value.StringSetting]()
	boolSetting   = reflect.TypeFor[value.BoolSetting]()
	intSetting    = reflect.TypeFor[value.IntSetting]()
)

// isSetting reports whether a field of a type holds a setting.
func isSetting(t reflect.Type) bool {
	return t == stringSetting || t == boolSetting || t == intSetting
}

// roomFor gives room for the settings of an object.
func roomFor(plan []field) value.Settings {
	n := 0
	for i := range plan {
		if plan[i].holds {
			n++
		}
	}
	return make(value.Settings, n)
}

// ways gives what a tag says, or the name that a format derives from the API's.
func ways(derived, tag string) []way {
	switch tag {
	case "-":
		return nil
	case "":
		tag = derived
	}
	if !strings.ContainsAny(tag, "|.") { // as in nearly all
		return []way{{tag}}
	}
	var out []way
	for name := range strings.SplitSeq(tag, "|") {
		if name == "." {
			out = append(out, way{})
			continue
		}
		out = append(out, strings.Split(name, "."))
	}
	return out
}

// spelt writes each name of a way in another spelling.
func spelt(way string, spell func(string) string) string {
	if !strings.Contains(way, ".") { // as in nearly all
		return spell(way)
	}
	if way == "." {
		return way
	}
	names := strings.Split(way, ".")
	for i, n := range names {
		names[i] = spell(n)
	}
	return strings.Join(names, ".")
}

// find gives the value of a field in v: of several names that of the one that is
// written for certain, else of the first that may be.
func (f *field) find(v *value.Value) value.Field {
	switch len(f.ways) {
	case 0:
		return value.Field{Value: value.NewAbsent(v.Range()).Along(v)}
	case 1:
		return f.ways[0].follow(v)
	}
	var out value.Field
	best := value.No
	for i, w := range f.ways {
		m := w.follow(v)
		if t := value.Written(m.Value); i == 0 || t > best {
			out, best = m, t
		}
	}
	return out
}

// follow gives the value that a way leads to in v.
func (w way) follow(v *value.Value) value.Field {
	m := value.Field{Value: v}
	for i, name := range w {
		if i > 0 {
			m.Value = single(m.Value)
		}
		m = m.Value.Fold(name)
	}
	return m
}

// snake writes a camelCase name in Terraform's way.
func snake(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsUpper(r) {
			b.WriteByte('_')
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// into fills dst, a pointer to a struct of this package, from v. The settings of
// an object that may be absent may be absent too.
func into(d decoder, dst any, v *value.Value) {
	v = single(v)
	s := reflect.ValueOf(dst).Elem()
	if n, ok := reflect.TypeAssert[interface{ node() *Node }](s.Addr()); ok {
		*n.node() = Node{value: v.Present(), path: d.path}
		n.node().mayLack(v)
	}
	plan := plan(s.Type(), d.spelling)
	room := roomFor(plan)
	for i := range plan {
		f := &plan[i]
		m := f.find(v)
		if f.onOff != nil {
			m.Value = words(m.Value, f.onOff[0], f.onOff[1])
		}
		switch p := s.Field(f.index).Addr().Interface().(type) {
		case *value.StringSetting:
			*p = settingOf[string](&room, f, m)
		case *value.BoolSetting:
			*p = settingOf[bool](&room, f, m)
		case *value.IntSetting:
			*p = settingOf[int](&room, f, m)
		case decodable:
			p.decode(d.member(f, m.Range), m.Value)
		default:
			into(d.member(f, m.Range), p, m.Value)
		}
	}
}

// settingOf gives the setting that a field holds.
func settingOf[T bool | int | string](room *value.Settings, f *field, m value.Field) value.Of[T] {
	preset, _ := f.preset.(*T)
	return value.NewIn(room, f.name, m.Value, m.Range, preset)
}

// member is the decoder of an object or a list that a field holds.
func (d decoder) member(f *field, key source.Range) decoder {
	d.key = key
	if f.name != "" {
		d.path = &step{up: d.path, name: f.name}
	}
	if f.json {
		d.spelling = Camel
	}
	return d
}

func (n *Node) node() *Node { return n }

// mayLack takes over from v whether the object exists.
func (n *Node) mayLack(v *value.Value) {
	n.exists, n.why = value.Written(v), ""
	if n.exists == value.Maybe {
		n.why = v.Reason()
	}
}

// preset gives the default of a setting. One that does not parse is a defect of this
// package, which its tests find by decoding every type.
func preset(f reflect.StructField, text string) any {
	var out any
	var err error
	switch f.Type {
	case stringSetting:
		out = &text
	case boolSetting:
		var b bool
		b, err = strconv.ParseBool(text)
		out = &b
	case intSetting:
		var n int
		n, err = strconv.Atoi(text)
		out = &n
	default:
		err = errors.New("it is no setting")
	}
	if err != nil {
		panic(fmt.Sprintf("model: default of %s: %v", f.Name, err))
	}
	return out
}

// single gives the object where a list of at most one stands for it, as
// Terraform's nested blocks do.
func single(v *value.Value) *value.Value {
	if v.Kind() == value.Either {
		alts := v.Alternatives()
		for i, a := range alts {
			alts[i] = single(a)
		}
		return value.NewEither(v.Range(), v.Reason(), alts...)
	}
	if v.Kind() != value.List {
		return v
	}
	items, complete := v.Items()
	switch {
	case len(items) == 1 && complete == value.Yes:
		return items[0]
	case len(items) == 0 && complete == value.Yes:
		return value.NewAbsent(v.Range()).Along(v)
	case len(items) == 0:
		return value.NewUnknown(v.Range(), v.Reason()).Along(v)
	}
	return value.NewEither(v.Range(), "several blocks where one belongs", items...)
}

// words turns a bool into the words that the API uses for it.
func words(v *value.Value, on, off string) *value.Value {
	switch v.Kind() {
	case value.Either:
		alts := v.Alternatives()
		for i, a := range alts {
			alts[i] = words(a, on, off)
		}
		return value.NewEither(v.Range(), v.Reason(), alts...)
	case value.Bool, value.String:
		if b, ok := value.As[bool](v); ok {
			return v.Worded(b, on, off)
		}
	case value.Absent, value.Unknown, value.Null, value.Number, value.Text, value.List, value.Map:
	}
	return v
}
