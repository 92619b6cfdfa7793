package yamldoc

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/ecslint/ecslint/parsers/source"
)

// white gives the width of the blank or line break at the start of s, and which
// of both it is. yaml.v3 breaks lines as YAML 1.1 does: also at a lone carriage
// return, U+0085, U+2028 and U+2029.
func white(s string) (width int, lineBreak bool) {
	if s == "" {
		return 0, false
	}
	switch s[0] {
	case ' ', '\t':
		return 1, false
	case '\n':
		return 1, true
	case '\r':
		if strings.HasPrefix(s, "\r\n") {
			return 2, true
		}
		return 1, true
	case 0xC2:
		if strings.HasPrefix(s, "\u0085") {
			return 2, true
		}
	case 0xE2:
		if strings.HasPrefix(s, "\u2028") || strings.HasPrefix(s, "\u2029") {
			return 3, true
		}
	}
	return 0, false
}

// lineStarts gives the offset of the first character of each line. A byte order
// mark is none.
func lineStarts(src string) []int {
	starts := make([]int, 1, 2+strings.Count(src, "\n"))
	starts[0] = len(src) - len(strings.TrimPrefix(src, "\ufeff"))
	for i := starts[0]; i < len(src); {
		w, lineBreak := white(src[i:])
		i += max(w, 1)
		if lineBreak {
			starts = append(starts, i)
		}
	}
	return starts
}

// cursor is a place in the coordinates of yaml.v3 and in bytes. Nodes come in
// the order of the text, so that finding a place goes on from the one before.
type cursor struct {
	line, column, off int
}

// offset gives the byte at a line and a column in runes, both from 1.
func (p *parser) offset(line, column int) int {
	if line > len(p.lines) {
		return len(p.src)
	}
	if line != p.cursor.line || column < p.cursor.column {
		p.cursor = cursor{line: line, column: 1, off: p.lines[line-1]}
	}
	c := &p.cursor
	for c.column < column && c.off < len(p.src) {
		w := 1
		if p.src[c.off] >= utf8.RuneSelf {
			_, w = utf8.DecodeRuneInString(p.src[c.off:])
		}
		c.off += w
		c.column++
	}
	return c.off
}

func (p *parser) at(off, end int) source.Range {
	return source.Range{File: p.file, Start: off, End: end}
}

// skipWhite gives the first byte from off on that is no white space and in no
// comment.
func (p *parser) skipWhite(off int) int {
	for off < len(p.src) {
		w, _ := white(p.src[off:])
		switch {
		case w > 0:
			off += w
		case p.src[off] == '#':
			off = p.lineEnd(off)
		default:
			return off
		}
	}
	return off
}

// lineEnd gives the next line break from off on.
func (p *parser) lineEnd(off int) int {
	for off < len(p.src) {
		w, lineBreak := white(p.src[off:])
		if lineBreak {
			break
		}
		off += max(w, 1)
	}
	return off
}

// properties finds the tag and the anchor of a node that starts at off. The
// content begins at body. The properties end at end, which is off if there are
// none.
func (p *parser) properties(n *yaml.Node, off int) (tag source.Range, body, end int) {
	body, end = off, off
	tagged, anchored := false, n.Anchor == ""
	for body < len(p.src) {
		next := body + 1
		switch c := p.src[body]; {
		case c == '!' && !tagged:
			tagged = true
			for next < len(p.src) {
				if w, _ := white(p.src[next:]); w > 0 {
					break
				}
				next++
			}
			tag = p.at(body, next)
		case c == '&' && !anchored:
			anchored = true
			next += len(n.Anchor)
		default:
			return tag, body, end
		}
		end = next
		body = p.skipWhite(next)
	}
	return tag, body, end
}

// closing gives the end of a flow collection whose last member ends at off.
func (p *parser) closing(off int, bracket byte) int {
	for off < len(p.src) {
		switch p.src[off] {
		case bracket:
			return off + 1
		case '#':
			off = p.lineEnd(off)
		default:
			off++
		}
	}
	return off
}

// scalarEnd gives the end of a scalar whose content starts at off.
func (p *parser) scalarEnd(n *yaml.Node, off int) int {
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for i := off + 1; i < len(p.src); i++ {
			switch p.src[i] {
			case '\\':
				i++
			case '"':
				return i + 1
			}
		}
	case n.Style&yaml.SingleQuotedStyle != 0:
		for i := off + 1; i < len(p.src); i++ {
			if p.src[i] != '\'' {
				continue
			}
			if i++; i == len(p.src) || p.src[i] != '\'' {
				return i
			}
		}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return p.blockEnd(n.Value, off)
	case strings.HasPrefix(p.src[off:], n.Value):
		return off + len(n.Value)
	default:
		return p.words(n.Value, off)
	}
	return len(p.src)
}

// words gives the end of the last word of a text that is written from off on
// with other white space between the words. That is how a scalar without escapes
// is written.
func (p *parser) words(text string, off int) int {
	end := off
	for j := 0; j < len(text) && off < len(p.src); {
		if w, _ := white(text[j:]); w > 0 {
			j += w
			continue
		}
		if w, _ := white(p.src[off:]); w > 0 {
			off += w
			continue
		}
		if text[j] != p.src[off] {
			break
		}
		j++
		off++
		end = off
	}
	return end
}

// blockEnd gives the end of a block scalar whose header starts at off: that of
// the last line that has a part in its text, without the line break.
func (p *parser) blockEnd(text string, off int) int {
	header := p.lineEnd(off)
	if text == "" || header == len(p.src) {
		return p.trimmed(off, header)
	}
	w, _ := white(p.src[header:])
	end := p.words(text, header+w)
	// What follows the last word: white space of its line, and more lines.
	tail := text
	for i := 0; i < len(text); {
		w, _ := white(text[i:])
		i += max(w, 1)
		if w == 0 {
			tail = text[i:]
		}
	}
	for tail != "" {
		end = p.lineEnd(end)
		for i := 0; ; {
			w, lineBreak := white(tail[i:])
			i += w
			if lineBreak || i == len(tail) {
				tail = tail[i:]
				break
			}
		}
		if tail != "" {
			w, _ := white(p.src[end:])
			end += w
		}
	}
	return end
}

// trimmed gives the end of the header of a block scalar without a comment.
func (p *parser) trimmed(off, end int) int {
	text, _, _ := strings.Cut(p.src[off:end], "#")
	return off + len(strings.TrimRight(text, " \t"))
}
