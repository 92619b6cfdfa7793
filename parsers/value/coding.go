package value

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Coding says how the text of a segment is written in its source.
type Coding uint8

// The codings.
const (
	Verbatim   Coding = iota // byte for byte
	Quoted                   // with the escapes of a quoted HCL template
	Heredoc                  // as in Quoted, without backslashes; indentation may have been trimmed
	JSON                     // with the escapes of a JSON string
	YAML                     // as a plain or a block scalar: lines trimmed and folded
	YAMLSingle               // as in YAML, with the doubled quotes of a single-quoted scalar
	YAMLDouble               // as in YAML, with the escapes of a double-quoted scalar
)

// span is the bytes of a source that stand for one byte of a text, relative to
// the start of the source.
type span struct{ start, end int32 }

// alignment is the spans of each byte of a segment's text, made on first use.
type alignment struct {
	once  sync.Once
	spans []span
}

// align walks a text and its source side by side and gives for each byte of the
// text where it is written. Bytes of the text that the source does not have, as
// the final line break that YAML adds, are written at its end.
func align(text, src string, c Coding) []span {
	spans := make([]span, 0, len(text))
	for i := 0; len(spans) < len(text); {
		width, n := c.step(src[i:], text[len(spans):])
		if width == 0 && n == 0 {
			n = len(text) // the source is at its end
		}
		for k := range min(n, len(text)-len(spans)) {
			at := span{int32(i), int32(i + width)}
			if width == n {
				at = span{at.start + int32(k), at.start + int32(k) + 1}
			}
			spans = append(spans, at)
		}
		i += width
	}
	return spans
}

// step gives the number of bytes at the start of src that stand for n bytes at
// the start of text: each for one if the numbers are equal, else all for all.
// Where n is 0 the parser dropped these bytes of the source. Both are 0 only at
// the end of the source.
func (c Coding) step(src, text string) (width, n int) {
	k := 0
	for k < len(src) && k < len(text) && src[k] == text[k] && !c.special(src[k]) {
		k++
	}
	if k > 0 || src == "" {
		return k, k
	}
	switch c {
	case Verbatim:
	case Quoted, Heredoc:
		return stepHCL(src, text, c == Quoted)
	case JSON:
		return stepJSON(src, text)
	case YAML, YAMLSingle, YAMLDouble:
		return c.stepYAML(src, text)
	}
	return 1, 1
}

// special reports whether a byte of a source may stand for something else than
// itself.
func (c Coding) special(b byte) bool {
	switch c {
	case Quoted:
		return b == '\\' || b == '$' || b == '%'
	case Heredoc:
		return b == '$' || b == '%'
	case JSON:
		return b == '\\' || b >= utf8.RuneSelf
	case YAML, YAMLSingle, YAMLDouble:
		return b <= ' ' || b == 0xC2 || b == 0xE2 || // white space; see whiteYAML
			b == '\'' && c == YAMLSingle || b == '\\' && c == YAMLDouble
	case Verbatim:
	}
	return false
}

// stepHCL undoes the escapes of a template and the trimming of a heredoc's
// indentation. Only white space is ever trimmed.
func stepHCL(src, text string, quoted bool) (width, n int) {
	switch {
	case quoted && src[0] == '\\':
		return escape(src, text)
	case doubled(src) && !doubled(text) && src[0] == text[0]:
		return 2, 1 // of $${ or %%{
	case src[0] == text[0]:
		return 1, 1
	}
	return 1, 0
}

// doubled reports whether s starts with $$ or %%.
func doubled(s string) bool {
	return strings.HasPrefix(s, "$$") || strings.HasPrefix(s, "%%")
}

// stepJSON undoes the escapes of a JSON string. A byte that is not UTF-8 reads
// as U+FFFD.
func stepJSON(src, text string) (width, n int) {
	if src[0] == '\\' {
		return escape(src, text)
	}
	r, w := utf8.DecodeRuneInString(src)
	if r == utf8.RuneError && w == 1 {
		return 1, len("\uFFFD")
	}
	return w, w
}

// escape gives the width of the escape sequence at the start of src and of the
// text that it stands for.
func escape(src, text string) (width, n int) {
	if len(src) < 2 {
		return 1, 1
	}
	switch src[1] {
	case 'x': // of YAML only
		width = 4
	case 'u':
		width = 6
	case 'U':
		width = 10
	default:
		width = 2
	}
	r, n := utf8.DecodeRuneInString(text)
	if r > 0xFFFF && src[1] == 'u' {
		width = 12 // a surrogate pair
	}
	return min(width, len(src)), n
}

// stepYAML follows the folding of lines. Outside of escapes a scalar and its
// source have the same characters but for white space: a parser trims it at both
// ends of a line and turns one line break into a space, or drops one of several.
func (c Coding) stepYAML(src, text string) (width, n int) {
	if c == YAMLDouble && src[0] == '\\' {
		if w, lineBreak := whiteYAML(src[1:]); lineBreak {
			return continuation(src, 1+w)
		}
		return escape(src, text)
	}
	w, lineBreak := whiteYAML(src)
	switch {
	case w == 0 && src[0] == text[0]:
		if c == YAMLSingle && strings.HasPrefix(src, "''") {
			return 2, 1
		}
		return 1, 1
	case w == 0:
		return 1, 0
	case lineBreak:
		tw, textBreak := whiteYAML(text)
		if tw > 0 && (textBreak || text[0] == ' ') {
			return w, tw
		}
		return w, 0
	}
	// Of the blanks of a line those before the indentation are trimmed, so the
	// last ones are those of the text.
	blanks := countBlanks(src)
	kept := min(countBlanks(text), blanks)
	if kept < blanks {
		return blanks - kept, 0
	}
	return kept, kept
}

// continuation gives the step of an escaped line break of w bytes. The white
// space behind it is dropped but for further line breaks.
func continuation(src string, w int) (width, n int) {
	for width = w; width < len(src); {
		w, lineBreak := whiteYAML(src[width:])
		if w == 0 {
			break
		}
		if lineBreak {
			n++
		}
		width += w
	}
	return width, n
}

// whiteYAML gives the width of the blank or line break at the start of s, and
// which of both it is. YAML 1.1 breaks lines at more characters than two.
func whiteYAML(s string) (width int, lineBreak bool) {
	switch {
	case s == "":
		return 0, false
	case s[0] == ' ' || s[0] == '\t':
		return 1, false
	case strings.HasPrefix(s, "\r\n"), strings.HasPrefix(s, "\u0085"):
		return 2, true
	case s[0] == '\n' || s[0] == '\r':
		return 1, true
	case strings.HasPrefix(s, "\u2028"), strings.HasPrefix(s, "\u2029"):
		return 3, true
	}
	return 0, false
}

func countBlanks(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }
