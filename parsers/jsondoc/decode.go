package jsondoc

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

const (
	// maxDocuments bounds how many documents a text is taken for whose structure
	// depends on unknown conditions. Each condition doubles them.
	maxDocuments = 8
	// maxWork bounds the bytes that are read for one string, choices within
	// choices included. It is several times the largest file.
	maxWork = 16 << 20
	// overhead is what reading a text costs besides its length.
	overhead = 64
)

// Decode gives what a string encodes as JSON. Every scalar, key and collection
// has its place in the source of the string, and a value that is interpolated as
// a whole, in quotes or without, is that value itself with its own place and way.
//
// Where a part of the string is unknown, the rest is kept. The part may stand
//
//   - for a value: it is that value, or the choice between the values that it
//     may be the JSON text of;
//   - inside of a string, which is a Text then;
//   - between members or around them: the collection is open. If the part is one
//     of several known texts, as that of a condition in a template is, the result
//     is a choice between the documents that these make.
//
// Of a choice between strings Decode gives the choice between their structures.
// An Unknown, a number and a bool are given as they are, a number or a bool
// being its own JSON text. Everything else that cannot be decoded has failed,
// except that a text with unknown parts is Unknown if it does not read as JSON.
// Comments, trailing commas and placeholders are not accepted, as Terraform and
// AWS refuse them here.
func Decode(s *value.Value) *value.Value {
	d := decoder{left: maxWork}
	return d.either(s)
}

// decoder counts the work for one string.
type decoder struct {
	left int
}

// either decodes a string, taking an error for its result.
func (d *decoder) either(s *value.Value) *value.Value {
	v, err := d.decode(s, maxDocuments)
	if err != nil {
		return err.value(s)
	}
	return v
}

// value gives what a string is taken for that is not JSON.
func (e *syntaxError) value(s *value.Value) *value.Value {
	if e.refused {
		return s.Within(value.NewRefused(source.Range{}, "refused: "+e.message), e.off, e.end)
	}
	if s.Kind() == value.Text {
		return s.Within(value.NewUnknown(source.Range{}, "not JSON as far as it is known: "+e.message), e.off, e.end)
	}
	return s.Within(value.NewFailed(source.Range{}, "not JSON: "+e.message), e.off, e.end)
}

func (d *decoder) decode(s *value.Value, documents int) (*value.Value, *syntaxError) {
	if v, ok := s.Encoded(); ok {
		return v, nil
	}
	switch s.Kind() {
	case value.String, value.Text:
		return d.text(s, documents)
	case value.Either:
		alts := s.Alternatives()
		for i, a := range alts {
			alts[i] = d.either(a)
		}
		return value.NewEither(s.Range(), s.Reason(), alts...), nil
	case value.Null, value.List, value.Map:
		return value.NewFailed(s.Range(), "a "+s.Kind().String()+" is no JSON text").Along(s), nil
	case value.Absent, value.Unknown, value.Bool, value.Number:
	}
	return s, nil
}

// text reads the text of a string as at most so many documents.
func (d *decoder) text(s *value.Value, documents int) (*value.Value, *syntaxError) {
	text := s.Content()
	if d.left -= len(text) + overhead; d.left < 0 {
		return nil, &syntaxError{message: "too many alternatives"}
	}
	if len(s.Segments()) == 0 {
		// One segment makes each place a matter of arithmetic.
		var b value.Builder
		b.Part(s.At(s.Range()), 0, len(text))
		s = b.Value(s.Range()).Along(s)
	}
	p := parser{text: text, hollow: newHollow(d, s)}
	v := p.document()
	off := p.choice()
	if off < 0 {
		return v, p.failure
	}
	part := s.Interpolated(off, off+1)
	alts := part.Alternatives()
	if len(alts) > documents {
		return v, p.failure
	}
	known := false
	for i, a := range alts {
		w := substitute(s, off, a)
		v, err := d.text(w, documents/len(alts))
		if err != nil {
			v = err.value(w)
		}
		known = known || err == nil
		alts[i] = v
	}
	if !known && p.failure != nil {
		return nil, p.failure
	}
	return value.NewEither(s.Range(), part.Reason(), alts...), nil
}

// substitute gives the string s with a for the hole at off.
func substitute(s *value.Value, off int, a *value.Value) *value.Value {
	plain := s.At(s.Range()) // the way is put back on the result
	var b value.Builder
	b.Part(plain, 0, off)
	b.Interpolate(a, s.Place(off, off+1))
	b.Part(plain, off+1, len(s.Content()))
	return b.Value(s.Range()).Along(s)
}

// hollow is the string that is decoded, with its unknown parts.
type hollow struct {
	decoder      *decoder
	whole        *value.Value
	holes        bool // whole is a Text
	segments     []value.Segment
	nth          int  // the first segment that does not lie before the parser
	interpolates bool // a segment is an interpolated value

	// The value that was read last is an unknown part that holds more text than
	// this value; or that may be several values, or none.
	ragged, several bool
	// choices are the holes that decide about the structure and that are one of
	// several known texts.
	choices []int
}

func newHollow(d *decoder, s *value.Value) hollow {
	h := hollow{decoder: d, whole: s, holes: s.Kind() == value.Text, segments: s.Segments()}
	for i := range h.segments {
		h.interpolates = h.interpolates || h.segments[i].Value != nil
	}
	return h
}

// put gives v the place and way of the text from off to here. In Parse the value
// has its place.
func (p *parser) put(v *value.Value, off int) *value.Value {
	if p.whole == nil {
		return v
	}
	return p.whole.Within(v, off, p.i)
}

// place gives the place of bytes [off, end).
func (p *parser) place(off, end int) source.Range {
	if p.whole == nil {
		return p.at(off, end)
	}
	return p.whole.Place(off, end)
}

// scalar gives the number or bool v that was read from off to here, or the
// interpolated value that it is.
func (p *parser) scalar(v *value.Value, off int) *value.Value {
	if p.interpolates {
		if u := p.whole.Interpolated(off, p.i); u != nil && u.Kind() == v.Kind() {
			return u
		}
	}
	return p.put(v, off)
}

// within gives the value of a string that was read from q.off to here.
func (p *parser) within(q quoted) *value.Value {
	if p.interpolates {
		u := p.whole.Interpolated(q.off+1, p.i-1)
		if u == nil {
			u = p.whole.Interpolated(q.off, p.i) // its quotes are interpolated too
		}
		if u != nil && reads(u, q.text) {
			return asString(u)
		}
	}
	if !q.escaped && !q.holes {
		v := p.put(value.NewString(source.Range{}, q.text), q.off)
		if r := v.Range(); r.End-r.Start == p.i-q.off {
			return v // written as it is, so that its parts need no segments
		}
	}
	return p.put(p.pieces(q), q.off)
}

// reads reports whether the interpolation of v gives the text, which it does not
// where JSON takes a part of it for an escape.
func reads(v *value.Value, text string) bool {
	if s, ok := v.Scalar(); ok {
		return s == text
	}
	if v.Kind() == value.Text {
		return v.Content() == text
	}
	return text == string([]byte{value.Hole})
}

// pieces puts a string together such that each part of it has its place.
func (p *parser) pieces(q quoted) *value.Value {
	plain := p.whole.At(p.whole.Range())
	var b value.Builder
	from := q.off + 1
	for i := from; i < p.i-1; {
		if p.text[i] != '\\' {
			i++
			continue
		}
		r, n := escape(p.text[i:])
		b.Part(plain, from, i)
		e := plain.Within(value.NewString(source.Range{}, string(r)), i, i+n)
		b.Interpolate(e, e.Range())
		i += n
		from = i
	}
	b.Part(plain, from, p.i-1)
	return b.Value(source.Range{})
}

// asString gives the string that a value becomes where it is interpolated.
func asString(v *value.Value) *value.Value {
	switch v.Kind() {
	case value.Bool, value.Number:
		s, _ := v.Scalar()
		return value.NewString(v.Range(), s).Along(v)
	case value.Either:
		alts := v.Alternatives()
		for i, a := range alts {
			alts[i] = asString(a)
		}
		return value.NewEither(v.Range(), v.Reason(), alts...)
	case value.Absent, value.Null, value.List, value.Map:
		return value.NewFailed(v.Range(), "a "+v.Kind().String()+" cannot be a part of a string").Along(v)
	case value.Unknown, value.String, value.Text:
	}
	return v
}

// structure gives the structure whose JSON text is interpolated here and is all
// of a value.
func (p *parser) structure() *value.Value {
	if !p.interpolates {
		return nil
	}
	for ; p.nth < len(p.segments) && p.segments[p.nth].Off <= p.i; p.nth++ {
		s := &p.segments[p.nth]
		if s.Off < p.i || s.Value == nil || !p.delimited(s.Off+s.Len) {
			continue
		}
		if v, ok := s.Value.Encoded(); ok {
			p.i = s.Off + s.Len
			return v.Along(p.whole)
		}
	}
	return nil
}

// atHole reports whether an unknown part stands here.
func (p *parser) atHole() bool {
	return p.holes && p.i < len(p.text) && p.text[p.i] == value.Hole
}

// delimited reports whether a value may end before off.
func (p *parser) delimited(off int) bool {
	rest := strings.TrimLeft(p.text[off:], " \t\r\n")
	return rest == "" || strings.IndexByte(",]}", rest[0]) >= 0
}

// gap skips an unknown part that is no value.
func (p *parser) gap() {
	p.choose(p.i)
	p.i++
}

// choose notes a hole that decides about the structure.
func (p *parser) choose(off int) {
	if p.isChoice(off) {
		p.choices = append(p.choices, off)
	}
}

// isChoice reports whether the hole at off is one of several texts.
func (p *parser) isChoice(off int) bool {
	v := p.whole.Interpolated(off, off+1)
	if v == nil || v.Kind() != value.Either {
		return false
	}
	for _, a := range v.Alternatives() {
		if !a.Is(value.Bool, value.Number, value.String, value.Text) {
			return false
		}
	}
	return true
}

// choice gives the hole to substitute, if any. Where the text is not JSON that
// may be due to any of them.
func (p *parser) choice() int {
	if len(p.choices) > 0 {
		return p.choices[0]
	}
	if p.failure == nil || !p.holes {
		return -1
	}
	for off := range len(p.text) {
		if p.text[off] == value.Hole && p.isChoice(off) {
			return off
		}
	}
	return -1
}

// unknown reads a value that is unknown.
func (p *parser) unknown() *value.Value {
	if p.file != nil && !isWord(p.text[p.i]) {
		return p.placeholder()
	}
	if !p.holes {
		return nil
	}
	off, first := p.i, -1
	for ; p.i < len(p.text) && (p.atHole() || isWord(p.text[p.i])); p.i++ {
		if first < 0 && p.atHole() {
			first = p.i
		}
	}
	switch {
	case first < 0:
		p.i = off
		return nil
	case p.i == off+1 && p.delimited(p.i):
		if v := p.part(off); v != nil {
			p.several = v.Kind() == value.Unknown
			return v
		}
	}
	p.ragged = true
	for i := first; i < p.i; i++ {
		if p.text[i] == value.Hole {
			p.choose(i)
		}
	}
	return p.put(p.reason(first), off)
}

// reason gives an Unknown for what the hole at off makes unknown.
func (p *parser) reason(off int) *value.Value {
	if v := p.whole.Interpolated(off, off+1); v != nil && v.Reason() != "" {
		return value.NewUnknown(source.Range{}, v.Reason()).WithCause(v.Cause())
	}
	return value.NewUnknown(source.Range{}, "a part of the text is unknown")
}

// part gives the value that the hole at off stands for, nil if it may be
// something else than a value.
func (p *parser) part(off int) *value.Value {
	v := p.whole.Interpolated(off, off+1)
	switch {
	case v == nil || v.Is(value.String, value.Text):
		return nil
	case v.Kind() != value.Either:
		return p.decoder.either(v)
	}
	alts := v.Alternatives()
	for i, a := range alts {
		d, err := p.decoder.decode(a, maxDocuments)
		if err != nil {
			return nil
		}
		alts[i] = d
	}
	return value.NewEither(v.Range(), v.Reason(), alts...)
}
