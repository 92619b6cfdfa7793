package value

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/ecslint/ecslint/parsers/source"
)

// Segment says where bytes [Off, Off+Len) of a string came from: literal text
// written at Range, or the Value that is interpolated at Range. Segments are
// sorted and do not overlap.
type Segment struct {
	Off, Len int
	Range    source.Range
	Coding   Coding
	Value    *Value // nil for literal text

	alignment *alignment // nil for literal text that is written byte for byte
}

// Builder puts a string together from literal text and interpolated values.
// The zero Builder is an empty string.
type Builder struct {
	text     []byte
	segments []Segment
	holes    bool
	full     bool
}

// MaxText bounds the text of a string that is put together, in bytes: texts that
// repeat each other double in size with every step.
const MaxText = 8 << 20

// Literal adds text that is written at r.
func (b *Builder) Literal(s string, r source.Range, c Coding) {
	if s == "" {
		return
	}
	seg := Segment{Range: r, Coding: c}
	if c != Verbatim && !holds(r, s) {
		seg.alignment = &alignment{}
	}
	b.segment(s, seg)
}

// Interpolate adds a value that is interpolated at r. What is unknown of it
// becomes a hole.
func (b *Builder) Interpolate(v *Value, r source.Range) {
	off := len(b.text)
	s, ok := v.Scalar()
	if b.full = b.full || off+len(v.Content()) > MaxText; b.full {
		return
	}
	switch {
	case ok:
		b.text = append(b.text, s...)
	case v.kind == Text:
		b.text = append(b.text, v.content()...)
		b.holes = true
	default:
		b.text = append(b.text, Hole)
		b.holes = true
	}
	b.segments = append(b.segments, Segment{Off: off, Len: len(b.text) - off, Range: r, Value: v})
}

// Part adds bytes [off, end) of the string v, each of which keeps its place and
// its way.
func (b *Builder) Part(v *Value, off, end int) {
	segs := v.Segments()
	if len(segs) == 0 {
		b.piece(v, nil, off, end)
		return
	}
	for i := find(segs, off); i < len(segs) && segs[i].Off <= end; i++ {
		s := &segs[i]
		lo, hi := max(off, s.Off), min(end, s.Off+s.Len)
		if lo > hi || lo == hi && s.Len > 0 {
			continue
		}
		b.piece(v, nil, off, lo) // punctuation of an encoded structure
		off = hi
		switch {
		case s.Value == nil:
			b.piece(v, s, lo, hi)
		case hi-lo == s.Len:
			b.segment(v.content()[lo:hi], Segment{Range: s.Range, Value: s.Value.along(v.trail)})
		case s.Value.Is(String, Text) && !s.Value.isAtomic():
			b.Part(s.Value.along(v.trail), lo-s.Off, hi-s.Off)
		default:
			b.piece(v, nil, lo, hi)
		}
	}
	b.piece(v, nil, off, end)
}

// piece adds bytes [off, end) of v that lie in the literal s or, if s is nil, in
// none.
func (b *Builder) piece(v *Value, s *Segment, off, end int) {
	if off == end {
		return
	}
	part := &Value{kind: String, text: v.content()[off:end]}
	part.rng, part.trail = v.place(off, end)
	var literal Builder
	switch {
	case s != nil:
		literal.Literal(part.text, part.rng, s.Coding)
	case holds(part.rng, part.text):
		literal.Literal(part.text, part.rng, Verbatim)
	case strings.IndexByte(part.text, Hole) >= 0:
		part.kind = Text
	}
	switch {
	case len(literal.segments) == 0:
		b.segment(part.text, Segment{Range: part.rng, Value: part})
	case part.trail == nil:
		b.segment(part.text, literal.segments[0])
	default:
		part.more = &more{segments: literal.segments}
		b.segment(part.text, Segment{Range: part.rng, Value: part})
	}
}

// segment adds text of which the segment says where it comes from.
func (b *Builder) segment(text string, s Segment) {
	if b.full = b.full || len(b.text)+len(text) > MaxText; b.full {
		return
	}
	s.Off, s.Len = len(b.text), len(text)
	b.segments = append(b.segments, s)
	b.text = append(b.text, text...)
	b.holes = b.holes || s.Value != nil && strings.IndexByte(text, Hole) >= 0
}

// Value gives the string, a [String] or, if it has holes, a [Text]. One that is
// too long is Unknown.
func (b *Builder) Value(r source.Range) *Value {
	if b.full {
		return NewRefused(r, "refused: the text is longer than "+strconv.Itoa(MaxText>>20)+" MiB")
	}
	kind := String
	if b.holes {
		kind = Text
	}
	return &Value{kind: kind, rng: r, text: string(b.text), more: &more{segments: b.segments}}
}

// Segments gives the segments of a String or Text; none for a string whose
// place is its Range as a whole.
func (v *Value) Segments() []Segment {
	if v.more == nil || v.more.atomic {
		return nil
	}
	if v.more.encoded != nil && v.more.segments == nil {
		v.more.encoded.make()
		return v.more.encoded.segments
	}
	return v.more.segments
}

// content is the text of a string; that of an encoded structure is made when it
// is first asked for.
func (v *Value) content() string {
	if v.more != nil && v.more.encoded != nil && v.text == "" {
		v.more.encoded.make()
		return v.more.encoded.text
	}
	return v.text
}

// place gives where bytes [off, end) of the string s are written and the way
// from there. Where they lie in one interpolated value, that is the value's.
func (v *Value) place(off, end int) (source.Range, *trail) {
	segs := v.Segments()
	if len(segs) == 0 {
		return v.inside(off, end), v.trail
	}
	i := find(segs, off)
	j := i
	if end > off {
		j = find(segs, end-1)
	}
	a, z := &segs[i], &segs[j]
	if end > off && (off < a.Off || off >= a.Off+a.Len) {
		return v.rng, v.trail // punctuation of an encoded structure
	}
	if i == j && a.Value != nil {
		if a.Value.kind == String || a.Value.kind == Text {
			r, t := a.Value.place(off-a.Off, end-a.Off)
			return r, t.join(v.trail)
		}
		return a.Value.rng, a.Value.trail.join(v.trail)
	}
	r := a.Range
	if a.Value == nil {
		r.Start = a.source(v.content(), off).start
		r.End = r.Start
	}
	if z.Range.File == r.File {
		last := z.Range.End
		if z.Value == nil && end > off {
			last = z.source(v.content(), end-1).end
		}
		r.End = max(r.End, last)
	}
	return r, v.trail
}

// compared is how much of a string is compared with its source to learn whether
// it is written there. Of a longer one only the part in question is, since who
// cuts it into parts asks for the place of each.
const compared = 1 << 10

// inside gives the place of bytes [off, end) of a string without segments. It
// is known where the text stands as it is at the string's range, with or without
// quotes; otherwise it is the range.
func (v *Value) inside(off, end int) source.Range {
	if v.isAtomic() || off < 0 || end < off || end > len(v.text) {
		return v.rng
	}
	whole := v.rng
	switch whole.End - whole.Start - len(v.text) {
	case 0:
	case 2:
		whole.Start, whole.End = whole.Start+1, whole.End-1
	default:
		return v.rng
	}
	part := whole
	part.Start, part.End = whole.Start+off, whole.Start+end
	if !holds(part, v.text[off:end]) || len(v.text) <= compared && !holds(whole, v.text) {
		return v.rng
	}
	return part
}

// holds reports whether the source has the text s at r, byte for byte.
func holds(r source.Range, s string) bool {
	return r.File != nil && 0 <= r.Start && r.Start <= r.End && r.End <= len(r.File.Bytes) &&
		string(r.File.Bytes[r.Start:r.End]) == s
}

// Place gives where bytes [off, end) of a String or Text are written.
func (v *Value) Place(off, end int) source.Range {
	r, _ := v.place(off, end)
	return r
}

// Literal gives where bytes [off, end) of a String or Text are written, if the
// first and the last of them are literal text of one file: what is between them
// is then the source of all.
func (v *Value) Literal(off, end int) (source.Range, bool) {
	first, ok := v.letter(off)
	if !ok || end <= off {
		return source.Range{}, false
	}
	last, ok := v.letter(end - 1)
	if !ok || last.File != first.File || last.End < first.End {
		return source.Range{}, false
	}
	first.End = last.End
	return first, true
}

// letter gives where byte off of a String or Text is written, if that is literal
// text.
func (v *Value) letter(off int) (source.Range, bool) {
	segs := v.Segments()
	if len(segs) == 0 {
		r := v.inside(off, off+1)
		return r, !v.isAtomic() && off < len(v.text) && holds(r, v.text[off:off+1])
	}
	s := &segs[find(segs, off)]
	switch {
	case off < s.Off || off >= s.Off+s.Len:
		return source.Range{}, false
	case s.Value == nil:
		at := s.source(v.content(), off)
		return source.Range{File: s.Range.File, Start: at.start, End: at.end}, !s.Range.IsZero()
	case s.Value.Is(String, Text):
		return s.Value.letter(off - s.Off)
	}
	return source.Range{}, false
}

// Within gives u, the value that bytes [off, end) of the string v stand for,
// the place and the way of these bytes.
func (v *Value) Within(u *Value, off, end int) *Value {
	w := *u
	w.rng, w.trail = v.place(off, end)
	return &w
}

// Interpolated gives the value whose interpolation is exactly bytes [off, end)
// of the string v, with its own place and way, or nil if they are anything else.
func (v *Value) Interpolated(off, end int) *Value {
	segs := v.Segments()
	if len(segs) == 0 {
		return nil
	}
	s := &segs[find(segs, off)]
	if off == end {
		if s = empty(segs, off); s == nil {
			return nil
		}
	}
	if s.Value == nil || off < s.Off || end > s.Off+s.Len {
		return nil
	}
	if s.Value.kind == String || s.Value.kind == Text {
		if inner := s.Value.Interpolated(off-s.Off, end-s.Off); inner != nil {
			return inner.along(v.trail)
		}
	}
	if off == s.Off && end == s.Off+s.Len {
		return s.Value.along(v.trail)
	}
	return nil
}

// empty gives the interpolation of an empty string at off, if it is the only one.
func empty(segs []Segment, off int) *Segment {
	i, _ := slices.BinarySearchFunc(segs, off, func(s Segment, off int) int { return s.Off - off })
	if i == len(segs) || segs[i].Off != off || segs[i].Len > 0 {
		return nil
	}
	if i+1 < len(segs) && segs[i+1].Off == off && segs[i+1].Len == 0 {
		return nil
	}
	return &segs[i]
}

// find gives the segment that holds byte off, or the nearest before it.
func find(segs []Segment, off int) int {
	i, _ := slices.BinarySearchFunc(segs, off+1, func(s Segment, off int) int { return s.Off - off })
	for i--; i > 0 && segs[i].Len == 0; {
		i-- // an empty interpolation at the end
	}
	return max(i, 0)
}

// source gives the bytes of the file that stand for byte off of the whole text.
// A place behind the segment is its end.
func (s *Segment) source(text string, off int) (at struct{ start, end int }) {
	off -= s.Off
	switch {
	case off < 0 || off >= s.Len:
		at.start, at.end = s.Range.End, s.Range.End
	case s.alignment == nil:
		at.start = min(s.Range.Start+off, s.Range.End)
		at.end = min(at.start+1, s.Range.End)
	default:
		s.alignment.once.Do(func() {
			s.alignment.spans = align(text[s.Off:s.Off+s.Len], s.Range.Text(), s.Coding)
		})
		at.start = s.Range.Start + int(s.alignment.spans[off].start)
		at.end = s.Range.Start + int(s.alignment.spans[off].end)
	}
	return at
}

// encoded is the structure that a string encodes as JSON, and its text once
// somebody asked for it.
type encoded struct {
	structure *Value
	once      sync.Once
	text      string
	segments  []Segment
}

func (e *encoded) make() {
	e.once.Do(func() {
		var b Builder
		b.encode(e.structure)
		e.text, e.segments = string(b.text), b.segments
	})
}

// NewEncoded is the string that encodes a structure as JSON, as Terraform's
// jsonencode does: keys sorted, no white space. The text is made only when it
// is asked for; [Value.Encoded] gives the structure back. The text has several parts
// for each value, and quotes within quotes make it longer with every level.
func NewEncoded(r source.Range, structure *Value) *Value {
	const parts = 4
	n := parts * structure.Size()
	if n > MaxSize {
		return NewRefused(r, tooLarge)
	}
	kind := Text
	if structure.WhollyKnown() {
		kind = String
	}
	return &Value{kind: kind, rng: r, size: packed(n), more: &more{encoded: &encoded{structure: structure}}}
}

// Encoded gives the structure that v encodes, if v was made by [NewEncoded].
func (v *Value) Encoded() (*Value, bool) {
	if v.more == nil || v.more.encoded == nil {
		return nil, false
	}
	return v.part(v.more.encoded.structure), true
}

// encode adds v as JSON. A part that is unknown is a hole, also between members.
func (b *Builder) encode(v *Value) {
	switch v.kind {
	case Null:
		b.text = append(b.text, "null"...)
	case String:
		off := len(b.text)
		b.text = appendJSON(b.text, v.content())
		b.segments = append(b.segments, Segment{Off: off, Len: len(b.text) - off, Range: v.rng, Value: v.atomic()})
	case Bool, Number:
		b.Interpolate(v, v.rng)
	case Text:
		b.text = append(b.text, '"')
		off := len(b.text)
		for i, part := range strings.Split(v.content(), string([]byte{Hole})) {
			if i > 0 {
				b.text = append(b.text, Hole)
			}
			q := appendJSON(nil, part)
			b.text = append(b.text, q[1:len(q)-1]...)
		}
		b.segments = append(b.segments, Segment{Off: off, Len: len(b.text) - off, Range: v.rng, Value: v.atomic()})
		b.holes = true
		b.text = append(b.text, '"')
	case List:
		b.text = append(b.text, '[')
		for i, e := range v.Elems() {
			if i > 0 {
				b.text = append(b.text, ',')
			}
			b.encode(e)
		}
		b.more(v, v.Len())
		b.text = append(b.text, ']')
	case Map:
		fields := slices.Collect(v.Fields())
		slices.SortFunc(fields, func(a, b Field) int { return strings.Compare(a.Key, b.Key) })
		b.text = append(b.text, '{')
		for i, f := range fields {
			if i > 0 {
				b.text = append(b.text, ',')
			}
			off := len(b.text)
			b.text = appendJSON(b.text, f.Key)
			if !f.Range.IsZero() {
				key := NewString(f.Range, f.Key).atomic()
				b.segments = append(b.segments, Segment{Off: off, Len: len(b.text) - off, Range: f.Range, Value: key})
			}
			b.text = append(b.text, ':')
			b.encode(f.Value)
		}
		b.more(v, len(fields))
		b.text = append(b.text, '}')
	case Absent, Unknown, Either:
		b.Interpolate(v, v.rng)
	}
}

// atomic gives a string without its inner places: the text that stands for it is
// escaped, so offsets in it do not apply.
func (v *Value) atomic() *Value {
	w, m := v.extended()
	m.atomic = true
	m.links, m.segments = v.Links(), nil
	return w
}

func (v *Value) isAtomic() bool { return v.more != nil && v.more.atomic }

func (b *Builder) more(v *Value, n int) {
	if !v.open {
		return
	}
	if n > 0 {
		b.text = append(b.text, ',')
	}
	b.Interpolate(v.unknown(v.Reason()), v.rng)
}

// appendJSON writes a string as Terraform's jsonencode does, which is what
// encoding/json does with HTML escapes.
func appendJSON(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, w := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && w == 1:
				b = append(b, `\ufffd`...)
			case r == '\u2028' || r == '\u2029':
				b = append(b, `\u202`...)
				b = append(b, hex[r&0xF])
			default:
				b = append(b, s[i:i+w]...)
			}
			i += w
			continue
		}
		i++
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		case '\b':
			b = append(b, '\\', 'b')
		case '\f':
			b = append(b, '\\', 'f')
		case '<', '>', '&':
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xF])
		default:
			if c < 0x20 {
				b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xF])
				continue
			}
			b = append(b, c)
		}
	}
	return append(b, '"')
}

// Before gives the part of a string before the first sep, or all of it. A Text
// is known that far if no hole stands before sep.
func (v *Value) Before(sep string) *Value {
	switch v.kind {
	case String, Text:
		head, _, found := strings.Cut(v.content(), sep)
		if !found || strings.Contains(head, string([]byte{Hole})) {
			return v
		}
		return &Value{kind: String, text: head, rng: v.rng, trail: v.trail}
	case Either:
		alts := make([]*Value, len(v.list))
		for i, a := range v.Alternatives() {
			alts[i] = a.Before(sep)
		}
		return NewEither(v.rng, v.text, alts...)
	case Number:
		return &Value{kind: String, text: v.text, rng: v.rng, trail: v.trail}
	case Absent, Unknown, Null, Bool, List, Map:
	}
	return v
}
