package yamldoc

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
)

// excessive reports, as a problem, a text that has too much in it for yaml.v3.
func (p *parser) excessive() bool {
	refuse := func(off int, format string, n int) {
		p.problems = append(p.problems, source.Problem{Range: p.at(off, off+1), Message: fmt.Sprintf(format, n), Refused: true})
	}
	if off := nth(p.src, maxMarks, isMark); off >= 0 {
		refuse(off, "more than %d values", maxMarks)
		return true
	}
	if strings.Count(p.src, "\n%") > maxDirectives {
		off := nth(p.src, maxDirectives, func(s string, i int) bool { return s[i] == '\n' && strings.HasPrefix(s[i+1:], "%") }) + 1
		refuse(off, "more than %d directives", maxDirectives)
		return true
	}
	return false
}

// nth gives the place of the byte for which is holds that has n such in front of it,
// or -1.
func nth(s string, n int, is func(s string, i int) bool) int {
	if len(s) <= n {
		return -1 // as for nearly all files
	}
	for i := range len(s) {
		if is(s, i) {
			if n--; n < 0 {
				return i
			}
		}
	}
	return -1
}

// isMark reports whether a byte may separate two nodes, or a node and its comment.
func isMark(s string, i int) bool {
	switch s[i] {
	case ',', '[', '{':
		return true
	case ':', '-', '?', '#':
		return i+1 == len(s) || strings.IndexByte(" \t\r\n\"'", s[i+1]) >= 0
	}
	return false
}
