package model

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Ref is what a setting refers to. It is a place for findings: that of the
// setting, with the reason why it is not known where it leads.
type Ref[E Entity] struct {
	value.StringSetting
	// Items are the resources that it leads to, or may lead to.
	Items []E
	// Sure is Yes if the setting certainly names the one resource in Items, No if it
	// is not set, and Maybe if it is not known what it names or if that is not here.
	Sure value.Truth
	why  string
}

// One gives the resource that the setting certainly names.
func (r Ref[E]) One() (E, bool) {
	if r.Sure != value.Yes {
		var none E
		return none, false
	}
	return r.Items[0], true
}

// Ask asks q about the resource that the setting names. It is No where the setting
// names none, and Maybe where it is not known which.
func (r Ref[E]) Ask(q func(E) value.Truth) value.Truth {
	if e, ok := r.One(); ok {
		return q(e)
	}
	return r.Sure.And(value.Maybe)
}

// Lacks asks whether a setting that names a resource is left out by the hand of who
// wrote it: see [value.Of.Omitted].
func Lacks(s value.StringSetting) value.Truth { return s.Omitted().And(s.Given().Not()) }

// Reason says why it is not known where the setting leads; empty if it is.
func (r Ref[E]) Reason() string {
	if r.Sure != value.Maybe {
		return ""
	}
	return cmp.Or(r.why, r.StringSetting.Reason(), "what "+r.String()+" names is unknown")
}

// referred is a value that refers to a resource of a kind.
type referred[E Entity] struct{ *value.Value }

// resolve gives the resources of a kind that a setting refers to. Many rules ask
// that of the same setting.
func resolve[E Entity](m *Model, s value.StringSetting) Ref[E] {
	r := once(m, referred[E]{s.Value()}, func() Ref[E] { return lookUp[E](m, s) })
	r.StringSetting = s
	return r
}

// lookUp is [resolve] where the answer is not known yet.
func lookUp[E Entity](m *Model, s value.StringSetting) Ref[E] {
	r := Ref[E]{StringSetting: s, Sure: value.No}
	for _, e := range nameable[E](m, s.Value()) {
		switch t := m.names(s.Value(), e); {
		case t == value.No || t < r.Sure:
		case t > r.Sure:
			r.Items, r.Sure = []E{e}, t
		default:
			r.Items = append(r.Items, e)
		}
	}
	switch {
	case len(r.Items) > 1 && r.Sure == value.Yes:
		r.Sure, r.why = value.Maybe, "several resources have the name "+s.String()
	case len(r.Items) == 0 && s.Set() != value.No:
		r.Sure = value.Maybe
		r.why = cmp.Or(s.Reason(), s.String()+" is not in the code")
	}
	return r
}

// names asks whether v is an attribute or a name of a resource.
func (m *Model) names(v *value.Value, e Entity) value.Truth {
	if v.Kind() != value.Either {
		return m.isOf(v, e)
	}
	var answers []value.Truth
	for _, a := range v.Alternatives() {
		if !a.Failed() { // what fails is never deployed
			answers = append(answers, m.isOf(a, e))
		}
	}
	if len(answers) == 0 {
		return value.Maybe
	}
	return agreed(answers)
}

// isOf is [Model.names] for a value that is no choice.
func (m *Model) isOf(v *value.Value, e Entity) value.Truth {
	if t, ok := m.linked(identityOf(v), e); ok {
		return t
	}
	switch v.Kind() {
	case value.Absent, value.Null:
		return value.No
	case value.String, value.Text:
		if t, ok := identified(e, v); ok {
			return t
		}
		switch e := e.(type) {
		case selfNamed:
			return e.called(v)
		case named:
			return isName(e.named(), v)
		}
		return partlyUnknown(v)
	case value.Unknown, value.Bool, value.Number, value.List, value.Map, value.Either:
	}
	return value.Maybe
}

// linked asks whether what has these links is e, if that can be told of links: they
// lead to it, or to another resource that cannot have the same attribute.
func (m *Model) linked(links []value.Link, e Entity) (value.Truth, bool) {
	own := e.Base().Address
	same := slices.ContainsFunc(links, func(l value.Link) bool { return l.Address == own })
	other := m.leadElsewhere(links, e.Kind(), own)
	switch {
	case same && other:
		return value.Maybe, true
	case same:
		return value.Yes, true
	case other:
		return value.No, true
	}
	return value.Maybe, false
}

// leadElsewhere reports whether one of the links leads to another resource than that at
// an address, so that what has the links cannot name that one, if it is of a kind.
func (m *Model) leadElsewhere(links []value.Link, kind, address string) bool {
	for _, l := range links {
		if l.Address == address {
			continue
		}
		for _, x := range m.byAddress[l.Address] {
			_, borrows := x.(*BucketPublicAccessBlock) // its ID is its bucket's
			if x.Kind() == kind || primary[l.Attr] && !borrows {
				return true
			}
		}
	}
	return false
}

// primary are the attributes that a resource shares with no other one.
var primary = map[string]bool{"arn": true, "id": true, "Arn": true, "Ref": true}

// identified asks whether v is what AWS identifies e by, if the code says that: a
// state and a plan do, of what exists.
func identified(e Entity, v *value.Value) (value.Truth, bool) {
	known := false
	for _, name := range identifiers {
		id := e.Base().Value().Get(name)
		if id.Kind() != value.String {
			continue
		}
		if known = true; id.Equal(v) == value.Yes {
			return value.Yes, true
		}
	}
	return value.No, known && v.Kind() == value.String
}

// partlyUnknown is whether v may be a name that AWS makes up: nobody can write it
// before the resource exists.
func partlyUnknown(v *value.Value) value.Truth {
	if v.Kind() == value.String {
		return value.No
	}
	return value.Maybe
}

// isName asks whether v is a name, or an ARN that ends with it.
func isName(own value.StringSetting, v *value.Value) value.Truth {
	if own.Set() == value.No {
		return partlyUnknown(v)
	}
	return own.Value().Equal(lastPartOf(v))
}

// lastPartOf gives the end of an ARN, or the whole of any other text.
func lastPartOf(v *value.Value) *value.Value {
	text := v.Content()
	if !strings.HasPrefix(text, "arn:") {
		return v
	}
	return part(v, strings.LastIndexAny(text, "/:")+1, len(text))
}

// part gives bytes [off, end) of a text: the value that is interpolated there, if
// it is just one.
func part(v *value.Value, off, end int) *value.Value {
	if inner := v.Interpolated(off, end); inner != nil {
		return inner
	}
	var b value.Builder
	b.Part(v, off, end)
	return b.Value(v.Range())
}

// each applies f to the alternatives of a value.
func each(v *value.Value, f func(*value.Value) *value.Value) *value.Value {
	if v.Kind() != value.Either {
		return f(v)
	}
	alts := v.Alternatives()
	for i, a := range alts {
		alts[i] = f(a)
	}
	return value.NewEither(v.Range(), v.Reason(), alts...)
}

// OneOrMany is a list of strings for which a single string may stand. An attribute
// of a resource that is only known later is taken for a single one.
type OneOrMany struct {
	Strings
}

func (s *OneOrMany) decode(d decoder, v *value.Value) {
	s.Strings.decode(d, each(v, func(v *value.Value) *value.Value {
		if v.Is(value.String, value.Text, value.Number, value.Bool) || v.Kind() == value.Unknown && len(v.Identity()) > 0 {
			return value.NewList(v.Range(), []*value.Value{v}, false)
		}
		return v
	}))
}

// Attached are the resources that refer to another one, and so belong to it. It
// is a place for findings: that of the resource to which they belong.
type Attached[E Entity] struct {
	Node
	Items []Attachment[E]
	// Complete is Maybe if more may belong to it than Items has.
	Complete value.Truth
}

// Attachment is one resource that belongs to another one, or may.
type Attachment[E Entity] struct {
	Item E
	Sure value.Truth // Yes or Maybe
	why  string
}

// Any asks whether one of them answers q with Yes.
func (a *Attached[E]) Any(q func(E) value.Truth) value.Truth {
	t := a.Complete.Not()
	for _, x := range a.Items {
		t = t.Or(x.Sure.And(q(x.Item)))
	}
	return t
}

// attached gives the resources of a kind that belong to one because a property of
// theirs names it.
func attached[C, E Entity](m *Model, to E, property string, ref func(C) value.StringSetting) *Attached[C] {
	return attachedBy(m, to, property, func(c C) *Strings {
		return &Strings{Items: []value.StringSetting{ref(c)}, Complete: value.Yes}
	})
}

// attachedBy is [attached] for lists of names.
func attachedBy[C, E Entity](m *Model, to E, property string, refs func(C) *Strings) *Attached[C] {
	out := &Attached[C]{Complete: value.Yes}
	header := to.Base().Header
	out.Node = Node{value: value.NewAbsent(header), exists: value.No}
	for _, c := range referrers(m, to, property, refs) {
		t, why := m.among(refs(c), to)
		if t == value.No {
			continue
		}
		if s := existsWith(c.Base(), to.Base()); s != value.Yes {
			t, why = t.And(s), cmp.Or(why, c.Base().Address+" exists only if "+c.Base().Condition)
		}
		out.Items = append(out.Items, Attachment[C]{c, t, why})
		out.exists, out.why = out.exists.Or(t), cmp.Or(out.why, why)
	}
	var c C
	if why := m.mayHaveMore(c.Kind(), to.Base().Address); why != "" {
		out.Complete, out.exists = value.Maybe, out.exists.Or(value.Maybe)
		out.why = cmp.Or(out.why, why)
		out.value = value.NewUnknown(header, out.why)
	}
	return out
}

// through adds what belongs to a resource by way of another one, which itself
// belongs to it with some certainty, and whose setting refers to it.
func through[E Entity](a *Attached[E], t value.Truth, why string, ref Ref[E]) {
	if len(ref.Items) == 0 {
		a.via(ref.Sure.Not(), ref.Reason())
	}
	for _, x := range ref.Items {
		a.Items = append(a.Items, Attachment[E]{x, t.And(ref.Sure), cmp.Or(why, ref.Reason())})
		a.exists = a.exists.Or(t.And(ref.Sure))
		a.why = cmp.Or(a.why, why, ref.Reason())
	}
}

// via says whether all that leads to what belongs to a resource is known.
func (a *Attached[E]) via(complete value.Truth, why string) {
	if complete != value.Yes {
		a.Complete, a.exists = value.Maybe, a.exists.Or(value.Maybe)
		a.why = cmp.Or(a.why, why)
	}
}

// among asks whether one of the names is that of a resource, and says why that is
// not known.
func (m *Model) among(refs *Strings, to Entity) (value.Truth, string) {
	t, why := refs.Complete.Not(), ""
	if t == value.Maybe {
		why = refs.Reason()
	}
	for _, s := range refs.Items {
		u := m.names(s.Value(), to)
		if u == value.Maybe {
			why = cmp.Or(why, s.Reason(), "what "+s.String()+" names is unknown")
		}
		t = t.Or(u)
	}
	if t != value.Maybe {
		why = ""
	}
	return t, why
}

// existsWith asks whether one resource exists where another one does.
func existsWith(r, other *Resource) value.Truth {
	switch {
	case r.Condition == "":
		return value.Yes
	case moduleOf(r.Address) != moduleOf(other.Address):
		return value.Maybe // the same words may mean something else there
	case r.Condition == other.Condition, strings.HasPrefix(other.Condition, r.Condition+" and "):
		return value.Yes
	}
	return value.Maybe
}

// moduleOf gives the module or nested stack that an address is in.
func moduleOf(address string) string {
	if i := strings.LastIndexByte(address, '/'); i >= 0 && !strings.Contains(address, "aws_") {
		return address[:i]
	}
	i := strings.LastIndex(address, ".aws_")
	return address[:max(i, 0)]
}

// AddMissing says that there may be more resources of a type than the model has,
// and why; an empty type stands for all types.
func (m *Model) AddMissing(typ, why string) {
	kind := ""
	if create := types[typ]; create != nil {
		kind = create().Kind()
	} else if typ != "" {
		return
	}
	if m.missing == nil {
		m.missing = map[string]string{}
	}
	m.missing[kind] = cmp.Or(m.missing[kind], why)
}

// AddOutside says that code which is not here, such as a module that is not
// downloaded, is given a value. It may add to the resources that the value refers
// to.
func (m *Model) AddOutside(name string, given *value.Value) {
	if m.given == nil {
		m.given = map[string]string{}
	}
	m.give(name, given, 0)
}

// maxGiven bounds how deep into a value its links are looked for.
const maxGiven = 16

func (m *Model) give(name string, v *value.Value, depth int) {
	for _, l := range v.Links() {
		m.given[l.Address] = name
	}
	if depth == maxGiven {
		return
	}
	for _, a := range v.Alternatives() {
		for _, e := range a.Elems() {
			m.give(name, e, depth+1)
		}
		for f := range a.Fields() {
			m.give(name, f.Value, depth+1)
		}
	}
}

// mayHaveMore says why more resources of a kind may belong to the one at an
// address than the model has; empty if that is not so.
func (m *Model) mayHaveMore(kind, address string) string {
	why := cmp.Or(m.missing[kind], m.missing[""], m.excess.missing())
	if name := m.given[address]; why == "" && name != "" {
		why = name + ", which is not here, is given " + address
	}
	return why
}

// Answer is what can be told of a question that several resources decide. It is a
// place for findings: that of the resource which is asked about, with the
// resources that decide it for a trail.
type Answer struct {
	Truth value.Truth
	at    source.Range
	trail []value.Step
	why   string
}

// Range is the place of what is asked about.
func (a Answer) Range() source.Range { return a.at }

// Trail leads over the resources that decide the question.
func (a Answer) Trail() []value.Step { return a.trail }

// Reason says why the answer is not known.
func (a Answer) Reason() string { return a.why }

// And is whether both hold. The trails follow each other.
func (a Answer) And(b Answer) Answer {
	out := Answer{Truth: a.Truth.And(b.Truth), at: a.at, trail: append(append([]value.Step(nil), a.trail...), b.trail...)}
	switch {
	case out.Truth != value.Maybe:
	case a.Truth == value.Maybe:
		out.why = a.why
	default:
		out.why = b.why
	}
	return out
}

// onlyIf is the answer where it is not certain that it is to the question.
func (a Answer) onlyIf(t value.Truth, why string) Answer {
	if t != value.Yes {
		a.Truth, a.why = value.Maybe, cmp.Or(a.why, why)
	}
	return a
}

// over is the step over a resource.
func over(e Entity) value.Step {
	r := e.Base()
	return value.Step{Range: r.Header, Kind: value.Attribute, Name: r.Address}
}
