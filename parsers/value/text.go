package value

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/ecslint/ecslint/parsers/source"
)

// Coding says how the text of a segment is written in its source.
type Coding uint8

// The codings.
const (
	Verbatim Coding = iota // byte for byte
	Quoted                 // with the escapes of a quoted HCL template
	Heredoc                // as in Quoted, without backslashes; indentation may have been trimmed
	JSON                   // with the escapes of a JSON string
)

// Segment says where bytes [Off, Off+Len) of a string came from: literal text
// written at Range, or the Value that is interpolated at Range. Segments are
// sorted and do not overlap.
type Segment struct {
	Off, Len int
	Range    source.Range
	Coding   Coding
	Value    *Value // nil for literal text

	offsets *offsets
}

// offsets maps each byte of a segment's text to its source, made on first use.
type offsets struct {
	once sync.Once
	at   []int32 // one more than the text has bytes
}

// Builder puts a string together from literal text and interpolated values.
// The zero Builder is an empty string.
type Builder struct {
	text     []byte
	segments []Segment
	holes    bool
}

// Literal adds text that is written at r.
func (b *Builder) Literal(s string, r source.Range, c Coding) {
	if s == "" {
		return
	}
	seg := Segment{Off: len(b.text), Len: len(s), Range: r, Coding: c}
	if c != Verbatim && r.End-r.Start != len(s) {
		seg.offsets = &offsets{}
	}
	b.segments = append(b.segments, seg)
	b.text = append(b.text, s...)
}

// Interpolate adds a value that is interpolated at r. What is unknown of it
// becomes a hole.
func (b *Builder) Interpolate(v *Value, r source.Range) {
	off := len(b.text)
	s, ok := v.Scalar()
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

// Value gives the string, a [String] or, if it has holes, a [Text].
func (b *Builder) Value(r source.Range) *Value {
	kind := String
	if b.holes {
		kind = Text
	}
	return &Value{kind: kind, rng: r, text: string(b.text), more: &more{segments: b.segments}}
}

// Segments gives the segments of a String or Text; none for a string whose
// place is its Range as a whole.
func (v *Value) Segments() []Segment {
	if v.more == nil {
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
		return v.rng, v.trail
	}
	i := find(segs, off)
	j := i
	if end > off {
		j = find(segs, end-1)
	}
	a, z := &segs[i], &segs[j]
	if i == j && a.Value != nil {
		if a.Value.kind == String || a.Value.kind == Text {
			r, t := a.Value.place(off-a.Off, end-a.Off)
			return r, t.join(v.trail)
		}
		return a.Value.rng, a.Value.trail.join(v.trail)
	}
	r := a.Range
	if a.Value == nil {
		r.Start = a.source(v.content(), off)
		r.End = r.Start
	}
	if z.Range.File == r.File {
		last := z.Range.End
		if z.Value == nil {
			last = z.source(v.content(), end-1) + 1
			if end-1 >= z.Off && z.offsets != nil {
				last = z.source(v.content(), end)
			}
		}
		if last >= r.Start {
			r.End = last
		}
	}
	return r, v.trail
}

// Place gives where bytes [off, end) of a String or Text are written.
func (v *Value) Place(off, end int) source.Range {
	r, _ := v.place(off, end)
	return r
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
	s := segs[find(segs, off)]
	if s.Value == nil || off < s.Off || end > s.Off+s.Len {
		return nil
	}
	if off == s.Off && end == s.Off+s.Len {
		if s.Value.kind == String || s.Value.kind == Text {
			if inner := s.Value.Interpolated(0, s.Len); inner != nil {
				return inner.along(s.Value.trail).along(v.trail)
			}
		}
		return s.Value.along(v.trail)
	}
	if s.Value.kind == String || s.Value.kind == Text {
		if inner := s.Value.Interpolated(off-s.Off, end-s.Off); inner != nil {
			return inner.along(v.trail)
		}
	}
	return nil
}

// find gives the segment that holds byte off, or the nearest.
func find(segs []Segment, off int) int {
	i, ok := slices.BinarySearchFunc(segs, off, func(s Segment, off int) int { return s.Off - off })
	if !ok {
		i--
	}
	for i > 0 && segs[i].Len == 0 {
		i--
	}
	return min(max(i, 0), len(segs)-1)
}

// source maps byte off of the whole string to the file.
func (s *Segment) source(text string, off int) int {
	off -= s.Off
	if s.offsets == nil {
		return min(s.Range.Start+off, s.Range.End)
	}
	s.offsets.once.Do(func() {
		s.offsets.at = offsetsOf(text[s.Off:s.Off+s.Len], s.Range.Text(), s.Coding)
	})
	return s.Range.Start + int(s.offsets.at[min(max(off, 0), s.Len)])
}

// offsetsOf walks a text and its source side by side and gives for each byte of
// the text where it is written. What the text lacks, escapes aside, is
// indentation that the parser trimmed, which is only ever white space.
func offsetsOf(text, src string, c Coding) []int32 {
	at := make([]int32, len(text)+1)
	i := 0
	for j := 0; j < len(text); {
		width, n := 1, 1 // of the source and of the text
		switch {
		case i >= len(src):
			width = 0
		case src[i] == '\\' && (c == Quoted || c == JSON):
			width, n = escape(src[i:], text[j:])
		case c != JSON && (strings.HasPrefix(src[i:], "$${") || strings.HasPrefix(src[i:], "%%{")):
			width, n = 3, 2
		case src[i] != text[j]:
			i++
			continue
		}
		for k := range min(n, len(text)-j) {
			at[j+k] = int32(i) //nolint:gosec // files are at most MaxSize bytes
		}
		i += width
		j += n
	}
	at[len(text)] = int32(min(i, len(src))) //nolint:gosec // as above
	return at
}

// escape gives the width of the escape sequence at the start of src and of the
// text that it stands for.
func escape(src, text string) (width, n int) {
	if len(src) < 2 {
		return 1, 1
	}
	switch src[1] {
	case 'u':
		width = 6
	case 'U':
		width = 10
	default:
		return 2, 1
	}
	r, n := utf8.DecodeRuneInString(text)
	if r > 0xFFFF && src[1] == 'u' {
		width = 12 // a surrogate pair
	}
	return min(width, len(src)), n
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
// is asked for; [Value.Encoded] gives the structure back.
func NewEncoded(r source.Range, structure *Value) *Value {
	kind := Text
	if structure.WhollyKnown() {
		kind = String
	}
	return &Value{kind: kind, rng: r, more: &more{encoded: &encoded{structure: structure}}}
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
			b.text = appendJSON(b.text, f.Key)
			b.text = append(b.text, ':')
			b.encode(f.Value)
		}
		b.more(v, len(fields))
		b.text = append(b.text, '}')
	case Absent, Unknown, Either:
		b.Interpolate(v, v.rng)
	}
}

// atomic gives a string without its inner segments: the text that stands for it
// is escaped, so offsets in it do not apply.
func (v *Value) atomic() *Value {
	if v.more == nil || v.more.segments == nil {
		return v
	}
	w, m := v.extended()
	m.segments = nil
	m.links = v.Links()
	return w
}

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
		if hole := strings.IndexByte(head, Hole); hole >= 0 || !found {
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
