package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// style is the part of an SGR sequence that sets how text looks.
type style string

// The styles of a text report.
const (
	plain  style = ""
	bold   style = "1"
	dim    style = "2"
	red    style = "31"
	alert  style = "1;31"
	yellow style = "33"
	blue   style = "34"
	cyan   style = "36"
)

// paint gives text in a style, if colour is on.
func (s style) paint(on bool, text string) string {
	if !on || s == plain || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// harmless reports whether a character can be shown as it is. Control characters
// could command the terminal, and those for the direction of text could make it
// read as what it is not; U+FFFE and U+FFFF are no characters in XML.
func harmless(r rune) bool {
	switch {
	case unicode.IsControl(r), r == '\u2028', r == '\u2029', r == '\ufeff', r == '\ufffe', r == '\uffff':
		return false
	case r == '\u061c', r == '\u200e', r == '\u200f', '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069':
		return false
	}
	return true
}

// escape shows the character at the start of s, of the given width in bytes.
func escape(s string, r rune, width int) string {
	switch {
	case r == utf8.RuneError && width == 1:
		return fmt.Sprintf(`\x%02x`, s[0])
	case harmless(r):
		return s[:width]
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r < utf8.RuneSelf:
		return fmt.Sprintf(`\x%02x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

// Clean is for text from the input that other packages write to a terminal.
func Clean(s string) string { return clean(s) }

// clean shows text from the input so that it cannot do anything to a terminal.
func clean(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r == utf8.RuneError || !harmless(r) }) < 0 {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, w := utf8.DecodeRuneInString(s)
		b.WriteString(escape(s, r, w))
		s = s[w:]
	}
	return b.String()
}

// wide are the characters that take two columns: East Asian Wide and Fullwidth,
// and emoji, by blocks (Unicode 16, EastAsianWidth.txt).
var wide = [...][2]rune{
	{0x1100, 0x115F},
	{0x231A, 0x231B},
	{0x23E9, 0x23EC},
	{0x2E80, 0x303E},
	{0x3041, 0x4DBF},
	{0x4E00, 0xA4CF},
	{0xA960, 0xA97C},
	{0xAC00, 0xD7A3},
	{0xF900, 0xFAFF},
	{0xFE30, 0xFE6F},
	{0xFF01, 0xFF60},
	{0xFFE0, 0xFFE6},
	{0x16FE0, 0x18D08},
	{0x1AFF0, 0x1B2FB},
	{0x1F300, 0x1F64F},
	{0x1F680, 0x1F6FF},
	{0x1F900, 0x1F9FF},
	{0x20000, 0x3FFFD},
}

// columns gives the number of columns that a character takes on a terminal.
func columns(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	for _, w := range wide {
		if w[0] <= r && r <= w[1] {
			return 2
		}
	}
	return 1
}
