// Package jsondoc reads JSON as abstract values: whole files, and JSON text in
// strings of other formats, some parts of which may be unknown.
//
// It has its own parser because every scalar, key and collection needs its exact
// bytes, which encoding/json does not tell, and because of the unknown parts. It
// accepts what RFC 8259 allows and what encoding/json accepts, except that
//
//   - a byte order mark at the start of a file is skipped;
//   - repeated keys are kept, the last of which counts;
//   - numbers keep their text and may be out of range of any machine type;
//   - collections may be nested 512 deep, and there may be 500,000 values;
//   - [Parse] also takes comments, trailing commas, bytes that are not UTF-8
//     (they read as U+FFFD, as in encoding/json) and placeholders.
package jsondoc

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// maxDepth bounds how deep collections are nested. It keeps every walk over a
// document clear of the end of the stack; real documents are below 30.
const maxDepth = 512

// maxValues bounds the values of a document: the largest file has room for more than
// a million, each of which takes far more than its text.
const maxValues = 500_000

// Option changes what [Parse] accepts.
type Option uint8

// Placeholders makes every string with placeholders in it, such as
// "repo/${VAR}:latest" or "<IMAGE1_NAME>", a Text with holes; see
// [MarkPlaceholders]. It is for files that a tool fills in before AWS sees them.
// Such a tool does not know JSON: in "{{ must_env "X" }}" the inner quotes belong
// to the placeholder.
const Placeholders Option = 1

// Parse reads a JSON document.
//
// Of a document that is not JSON the value is nil, and the last problem says
// what is wrong at which place: an Error, or a Warning if the file is visibly a
// template of another language. Otherwise the value is complete, and every
// problem is a Warning about something that AWS would refuse: the first comment,
// the first trailing comma, the first byte that is not UTF-8.
//
// A placeholder without quotes that stands for a value, such as ${VAR}, is an
// Unknown whose reason names it.
func Parse(f *source.File, opts ...Option) (*value.Value, []source.Problem) {
	p := parser{text: string(f.Bytes), file: f, placeholders: slices.Contains(opts, Placeholders)}
	p.i = len(p.text) - len(strings.TrimPrefix(p.text, "\ufeff"))
	p.dirty = !utf8.ValidString(p.text)
	if strings.HasPrefix(p.text, "\xfe\xff") || strings.HasPrefix(p.text, "\xff\xfe") {
		p.fail(0, 2, "the file is written in UTF-16, not in UTF-8")
	}
	v := p.document()
	if p.failure != nil {
		return nil, append(p.problems, p.failure.problem(f))
	}
	if p.placeholders && mayHavePlaceholders(p.text) {
		v = MarkPlaceholders(v)
	}
	return v, p.problems
}

// syntaxError says why a text is not JSON, at its bytes [off, end).
type syntaxError struct {
	off, end int
	message  string
	refused  bool // it may be JSON all the same
}

func (e *syntaxError) problem(f *source.File) source.Problem {
	p := source.Problem{Range: source.Range{File: f, Start: e.off, End: e.end}, Message: e.message, Refused: e.refused}
	if e.refused {
		return p
	}
	if language := source.Templated(f); language != "" {
		p.Level = source.Warning
		p.Message = "not JSON before the " + language + " is rendered: " + e.message
	}
	return p
}

// parser reads one text. Of its methods those that read something start where
// it begins, white space skipped, and end behind it. After an error they give a
// nil value.
type parser struct {
	text    string
	i       int
	depth   int
	values  int
	comma   int          // where the last comma between members stands
	failure *syntaxError // the first error

	file         *source.File // the file of the text; nil in Decode
	placeholders bool         // the option
	dirty        bool         // the text has bytes that are not UTF-8
	warned       [warnings]bool
	problems     []source.Problem

	hollow // the string of the text; its zero value in Parse
}

// warning is something that Parse accepts and AWS does not.
type warning int

const (
	comment warning = iota
	trailingComma
	notUTF8
	warnings
)

var warningMessages = [warnings]string{
	comment:       "JSON has no comments: AWS refuses the file",
	trailingComma: "JSON has no comma before a closing bracket: AWS refuses the file",
	notUTF8:       "the byte is not UTF-8: AWS refuses the file",
}

// warn reports the first thing of a kind that is accepted nevertheless.
func (p *parser) warn(w warning, off, end int) {
	if !p.warned[w] {
		p.warned[w] = true
		p.problems = append(p.problems, source.Problem{Range: p.at(off, end), Message: warningMessages[w], Level: source.Warning})
	}
}

// fail keeps the first error and goes to the end of the text.
func (p *parser) fail(off, end int, message string) {
	if p.failure == nil {
		p.failure = &syntaxError{off: off, end: end, message: message}
	}
	p.i = len(p.text)
}

// refuse fails because there is too much of something.
func (p *parser) refuse(message string) {
	if p.failure == nil {
		p.failure = &syntaxError{off: p.i, end: p.i + 1, message: message, refused: true}
	}
	p.i = len(p.text)
}

// expected fails because of what stands here.
func (p *parser) expected(what string) {
	if p.i >= len(p.text) {
		p.fail(p.i, p.i, "expected "+what+" before the end")
		return
	}
	end := p.i + min(p.word(), 40)
	if end == p.i {
		_, w := utf8.DecodeRuneInString(p.text[p.i:])
		end += w
	}
	p.fail(p.i, end, fmt.Sprintf("expected %s, found %q", what, p.text[p.i:end]))
}

// word gives the length of the number or word that begins here.
func (p *parser) word() int {
	n := 0
	for p.i+n < len(p.text) && isWord(p.text[p.i+n]) {
		n++
	}
	return n
}

func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
		c == '_' || c == '-' || c == '.' || c == '+'
}

// at gives the place of bytes [off, end) in a file. In Decode, put does that.
func (p *parser) at(off, end int) source.Range {
	if p.file == nil {
		return source.Range{}
	}
	return source.Range{File: p.file, Start: off, End: end}
}

// peek skips white space and, in files, comments. It gives the byte behind, 0 at
// the end.
func (p *parser) peek() byte {
	for p.i < len(p.text) {
		switch c := p.text[p.i]; c {
		case ' ', '\t', '\n', '\r':
			p.i++
		case '/', '#':
			if p.file == nil || !p.comment() {
				return c
			}
		default:
			return c
		}
	}
	return 0
}

// comment skips a comment, if there is one.
func (p *parser) comment() bool {
	rest := p.text[p.i:]
	end := len(rest)
	switch {
	case strings.HasPrefix(rest, "/*"):
		n := strings.Index(rest[2:], "*/")
		if n < 0 {
			p.fail(p.i, p.i+2, "the comment has no end")
			return true
		}
		end = n + 4
	case rest[0] == '#' || strings.HasPrefix(rest, "//"):
		if n := strings.IndexByte(rest, '\n'); n >= 0 {
			end = n
		}
	default:
		return false
	}
	p.warn(comment, p.i, p.i+len(strings.TrimRight(rest[:end], "\r")))
	p.i += end
	return true
}

// document reads the whole text.
func (p *parser) document() *value.Value {
	if p.peek() == 0 && p.i == len(p.text) {
		p.fail(p.i, p.i, "the text is empty")
		return nil
	}
	for p.atHole() && !p.delimited(p.i+1) {
		p.gap()
	}
	v := p.value()
	for p.peek(); p.atHole(); p.peek() {
		p.gap()
	}
	if p.i < len(p.text) {
		p.expected("the end of the document")
	}
	if p.failure != nil {
		return nil
	}
	return v
}

// value reads a value.
func (p *parser) value() *value.Value {
	p.ragged, p.several = false, false
	if p.i >= len(p.text) {
		p.expected("a value")
		return nil
	}
	if v := p.structure(); v != nil {
		return v
	}
	if v := p.unknown(); v != nil {
		return v
	}
	if p.values++; p.values > maxValues {
		p.refuse(fmt.Sprintf("more than %d values", maxValues))
		return nil
	}
	off, n := p.i, p.word()
	switch c := p.text[p.i]; {
	case c == '{':
		return p.object()
	case c == '[':
		return p.list()
	case c == '"':
		return p.str()
	case c == '\'':
		p.fail(p.i, p.i+1, "a string stands in double quotes")
		return nil
	case c == '-' || '0' <= c && c <= '9':
		text := p.text[off : off+n]
		if !validNumber(text) {
			p.fail(off, off+n, fmt.Sprintf("%q is no number of JSON", text))
			return nil
		}
		p.i += n
		if p.holes && off > 0 && p.text[off-1] == value.Hole { // the number may begin in it
			return p.put(p.reason(off-1), off)
		}
		return p.scalar(value.NewNumber(p.at(off, p.i), text), off)
	}
	p.i += n
	switch p.text[off:p.i] {
	case "true":
		return p.scalar(value.NewBool(p.at(off, p.i), true), off)
	case "false":
		return p.scalar(value.NewBool(p.at(off, p.i), false), off)
	case "null":
		return p.put(value.NewNull(p.at(off, p.i)), off)
	}
	p.i = off
	p.expected("a value")
	return nil
}

// validNumber checks the grammar of a number.
func validNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	n := digits(s)
	if n == 0 || n > 1 && s[0] == '0' {
		return false
	}
	s = s[n:]
	if strings.HasPrefix(s, ".") {
		if n = digits(s[1:]); n == 0 {
			return false
		}
		s = s[1+n:]
	}
	if s == "" {
		return true
	}
	if s[0] != 'e' && s[0] != 'E' {
		return false
	}
	s = s[1:]
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	return s != "" && digits(s) == len(s)
}

// digits counts the decimal digits at the start of s.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// enter steps into a collection, unless it is too deep.
func (p *parser) enter() bool {
	if p.depth == maxDepth {
		p.refuse(fmt.Sprintf("nested more than %d levels deep", maxDepth))
		return false
	}
	p.depth++
	p.i++
	return true
}

// leave steps out of a collection. What its last member was says nothing of it.
func (p *parser) leave() {
	p.depth--
	p.ragged, p.several = false, false
}

// list reads a list.
func (p *parser) list() *value.Value {
	off := p.i
	if !p.enter() {
		return nil
	}
	var elems []*value.Value
	fixed := -1 // number of elements before the first unknown part
	for after := bracket; ; {
		switch p.next(']', after) {
		case closed:
			p.leave()
			if fixed >= 0 {
				return p.put(value.NewScattered(p.at(off, p.i), elems, fixed), off)
			}
			return p.put(value.NewList(p.at(off, p.i), elems, false), off)
		case unknown:
			if fixed < 0 {
				fixed = len(elems)
			}
			after = hole
		case member:
			v := p.value()
			if p.failure != nil {
				return nil
			}
			if fixed < 0 && (p.ragged || p.several) {
				fixed = len(elems)
			}
			elems = append(elems, v)
			after = p.behind()
		case failed:
			return nil
		}
	}
}

// object reads an object.
func (p *parser) object() *value.Value {
	off := p.i
	if !p.enter() {
		return nil
	}
	var fields []value.Field
	open := false
	for after := bracket; ; {
		switch p.next('}', after) {
		case closed:
			p.leave()
			return p.put(value.NewObject(p.at(off, p.i), fields, open, p.style()), off)
		case unknown:
			open = true
			after = hole
			if p.peek() == ':' { // the part is a key
				p.i++
				p.peek()
				p.value()
				after = p.behind()
			}
		case member:
			f, known := p.member()
			if known {
				fields = append(fields, f)
			}
			open = open || !known || p.ragged
			after = p.behind()
		case failed:
			return nil
		}
		if p.failure != nil {
			return nil
		}
	}
}

// member reads a key and its value. It reports false for a key that is unknown.
func (p *parser) member() (f value.Field, known bool) {
	if p.text[p.i] != '"' {
		p.expected("a key in double quotes")
		return f, false
	}
	key, ok := p.quoted()
	if !ok {
		return f, false
	}
	f.Key, f.Range = key.text, p.place(key.off, p.i)
	switch c := p.peek(); {
	case c == ':':
		p.i++
		p.peek()
		f.Value = p.value()
	case p.atHole(): // the colon is a part of it
		f.Value = p.put(p.reason(p.i), p.i)
		p.gap()
		p.ragged = true
	default:
		p.expected("a colon behind a key")
	}
	f.End = p.end()
	return f, !key.holes
}

// style is how an object is written. Where there are comments it is not easy to
// add something to it.
func (p *parser) style() value.Style {
	if p.warned[comment] {
		return value.Computed
	}
	return value.JSONObject
}

// end gives where the text behind which the parser is ends in its file; 0 where
// that is not known, as at the end of an interpolation.
func (p *parser) end() int {
	if p.whole == nil {
		return p.i
	}
	r, _ := p.whole.Literal(p.i-1, p.i)
	return r.End
}

// position is what has been read of a collection.
type position int

const (
	bracket position = iota // the opening bracket
	comma
	element // a member
	hole    // an unknown part that is no member
)

// behind gives the position behind the value that has just been read.
func (p *parser) behind() position {
	if p.ragged {
		return hole
	}
	return element
}

// event is what comes next in a collection.
type event int

const (
	failed event = iota
	closed
	member
	unknown // an unknown part that is no member
)

// next goes to the next member of a collection, or behind its end or the next
// unknown part.
func (p *parser) next(end byte, after position) event {
	for {
		switch c := p.peek(); {
		case p.i >= len(p.text):
			p.expected(expectation(end, after))
			return failed
		case p.atHole() && (end == '}' || after == element || after == hole || !p.delimited(p.i+1)):
			p.gap()
			return unknown
		case c == end && after == comma && p.file == nil:
			p.fail(p.comma, p.comma+1, fmt.Sprintf("a comma stands before %c", end))
			return failed
		case c == end:
			if after == comma {
				p.warn(trailingComma, p.comma, p.comma+1)
			}
			p.i++
			return closed
		case c == ',' && (after == element || after == hole):
			p.comma = p.i
			p.i++
			after = comma
		case after == element:
			p.expected(expectation(end, after))
			return failed
		default:
			return member
		}
	}
}

// expectation names what must come next.
func expectation(end byte, after position) string {
	switch {
	case after == element || after == hole:
		return fmt.Sprintf("a comma or %c after a member", end)
	case end == '}':
		return "a key in double quotes"
	}
	return "a value"
}
