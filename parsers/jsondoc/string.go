package jsondoc

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ecslint/ecslint/parsers/value"
)

// quoted is a string that was read from its opening quote at off to behind its
// closing one.
type quoted struct {
	off     int
	text    string // without quotes and escapes
	escaped bool   // text differs from what is written
	holes   bool   // text has unknown parts
}

// str reads a string that is a value.
func (p *parser) str() *value.Value {
	q, ok := p.quoted()
	switch {
	case !ok:
		return nil
	case p.file == nil:
		return p.within(q)
	case !q.escaped:
		return value.NewString(p.at(q.off, p.i), q.text)
	}
	var b value.Builder
	b.Literal(q.text, p.at(q.off+1, p.i-1), value.JSON)
	return b.Value(p.at(q.off, p.i))
}

// quoted reads a string.
func (p *parser) quoted() (q quoted, ok bool) {
	q.off = p.i
	start := p.i + 1
	var done strings.Builder // the text before from, if there are escapes
	for i, from := start, start; i < len(p.text); {
		switch c := p.text[i]; {
		case c == '"':
			if n := p.inner(start, i); n > 0 {
				i += n
				continue
			}
			q.text = p.text[from:i]
			if q.escaped {
				done.WriteString(q.text)
				q.text = done.String()
			}
			p.i = i + 1
			q.holes = p.hollow.holes && strings.IndexByte(q.text, value.Hole) >= 0
			p.repair(&q)
			return q, true
		case c == '\\':
			r, n := escape(p.text[i:])
			if n == 0 {
				_, w := utf8.DecodeRuneInString(p.text[i+1:])
				p.fail(i, i+1+w, fmt.Sprintf("%s is no escape of JSON", p.text[i:i+1+w]))
				return q, false
			}
			q.escaped = true
			done.WriteString(p.text[from:i])
			done.WriteRune(r)
			i += n
			from = i
		case c == '\n' || c == '\r':
			p.fail(q.off, i, "the string has no closing quote on its line")
			return q, false
		case c < ' ':
			p.fail(i, i+1, fmt.Sprintf("the control character %U stands in a string", c))
			return q, false
		default:
			i++
		}
	}
	p.fail(q.off, q.off+1, "the string has no closing quote")
	return q, false
}

// repair replaces each byte that is not UTF-8, as encoding/json does.
func (p *parser) repair(q *quoted) {
	if !p.dirty || utf8.ValidString(q.text) {
		return
	}
	q.text, q.escaped = string([]rune(q.text)), true
	for i := q.off; i < p.i; {
		r, w := utf8.DecodeRuneInString(p.text[i:])
		if r == utf8.RuneError && w == 1 {
			p.warn(notUTF8, i, i+1)
			return
		}
		i += w
	}
}

// escape reads the escape sequence at the start of s. Its length is 0 if it is
// none. Half of a surrogate pair reads as U+FFFD, as in encoding/json.
func escape(s string) (r rune, n int) {
	if len(s) < 2 {
		return 0, 0
	}
	switch c := s[1]; c {
	case '"', '\\', '/':
		return rune(c), 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		r, ok := hex(s)
		if !ok {
			return 0, 0
		}
		if !utf16.IsSurrogate(r) {
			return r, 6
		}
		if low, ok := hex(s[6:]); ok {
			if r := utf16.DecodeRune(r, low); r != utf8.RuneError {
				return r, 12
			}
		}
		return utf8.RuneError, 6
	}
	return 0, 0
}

// hex reads \u and four hexadecimal digits.
func hex(s string) (rune, bool) {
	if len(s) < 6 || s[:2] != `\u` {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(n), err == nil
}
