// Package gitignore tells what the .gitignore files of a repository leave out.
package gitignore

import (
	"cmp"
	"strings"
)

// Patterns are the patterns of the .gitignore files that apply to a folder: its
// own and those of the folders above it. Patterns are Git's: see
// gitignore(5). What a user has ignored outside of the repository
// (core.excludesFile, .git/info/exclude) does not count, so that a run is the
// same for everybody. The nil *Patterns matches nothing.
type Patterns struct {
	up       *Patterns
	n        int    // of patterns, with those of up
	dir      string // of the .gitignore file, relative to the root, "" for the root itself
	patterns []pattern
	excess   int // see Excess
}

// pattern is one line of a .gitignore file.
type pattern struct {
	parts    []string // between slashes
	anchored bool     // matched against the whole path, not the last name of it
	negated  bool
	folders  bool // matches only folders
}

// Bounds of patterns: of those that apply to one folder, with all of which each file
// is compared, and of the bytes of one.
const (
	maxPatterns = 2000
	maxLength   = 1000
)

// With adds the patterns of a .gitignore file in dir, which is relative to the
// root and empty for the root itself.
func (g *Patterns) With(dir, text string) *Patterns {
	out := &Patterns{up: g, dir: dir}
	if g != nil {
		out.n = g.n
	}
	number := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		number++
		p, ok := parsePattern(strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r"))
		switch {
		case !ok:
		case out.n == maxPatterns || len(line) > maxLength:
			out.excess = cmp.Or(out.excess, number)
		default:
			out.n++
			out.patterns = append(out.patterns, p)
		}
	}
	if out.patterns == nil && out.excess == 0 {
		return g
	}
	return out
}

// Excess is the number of the first line of the folder's own file that is left out,
// as there are too many patterns or it is too long; 0 if there is none.
func (g *Patterns) Excess() int { return g.excess }

func parsePattern(s string) (p pattern, ok bool) {
	if strings.HasPrefix(s, "#") {
		return p, false
	}
	s = trimBlanks(s)
	s, p.negated = strings.CutPrefix(s, "!")
	s, p.folders = strings.CutSuffix(s, "/")
	if s == "" {
		return p, false
	}
	p.anchored = strings.Contains(s, "/")
	p.parts = strings.Split(strings.TrimPrefix(s, "/"), "/")
	return p, true
}

// trimBlanks removes blanks at the end of a pattern, up to one that is escaped.
func trimBlanks(s string) string {
	end := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ':
			continue
		case '\\':
			i++
		}
		end = min(i+1, len(s))
	}
	return s[:end]
}

// Match reports whether a path, relative to the root, is ignored. The last
// pattern that matches decides, and those of the nearest folder go first. It
// does not look at the folders above the path: what is in an ignored folder is
// ignored whatever the patterns say.
func (g *Patterns) Match(path string, folder bool) bool {
	for ; g != nil; g = g.up {
		rel, base := path, path[strings.LastIndexByte(path, '/')+1:]
		var names []string
		if g.dir != "" {
			var below bool
			if rel, below = strings.CutPrefix(path, g.dir+"/"); !below {
				continue
			}
		}
		for i := len(g.patterns) - 1; i >= 0; i-- {
			p := &g.patterns[i]
			if p.folders && !folder {
				continue
			}
			if p.anchored && names == nil {
				names = strings.Split(rel, "/")
			}
			if p.anchored && globPath(p.parts, names) || !p.anchored && glob(p.parts[0], base) {
				return !p.negated
			}
		}
	}
	return false
}

// globPath matches a path. A part "**" stands for any number of folders; at the
// end it stands for anything in the folder before it.
//
// Where a part does not match it goes on behind the last "**", which there
// stands for one folder more. Going back to earlier ones is never needed.
func globPath(parts, path []string) bool {
	i, j := 0, 0
	star, mark := -1, 0
	for j < len(path) {
		switch {
		case i < len(parts) && parts[i] == "**":
			if i == len(parts)-1 {
				return true
			}
			star, mark = i, j
			i++
		case i < len(parts) && glob(parts[i], path[j]):
			i++
			j++
		case star >= 0:
			mark++
			i, j = star+1, mark
		default:
			return false
		}
	}
	return i == len(parts)
}

// glob matches one name. It goes back in the same way as [globPath].
func glob(pattern, name string) bool {
	i, j := 0, 0
	star, mark := -1, 0
	for j < len(name) {
		if i < len(pattern) && pattern[i] == '*' {
			star, mark = i, j
			i++
			continue
		}
		if n := globByte(pattern[i:], name[j]); n > 0 {
			i += n
			j++
			continue
		}
		if star < 0 {
			return false
		}
		mark++
		i, j = star+1, mark
	}
	return strings.Trim(pattern[i:], "*") == ""
}

// globByte matches one byte with the beginning of a pattern and gives the length
// of that, 0 if it does not match. Like Git it counts bytes, not characters.
func globByte(pattern string, c byte) int {
	switch {
	case pattern == "":
		return 0
	case pattern[0] == '?':
		return 1
	case pattern[0] == '[':
		n, ok := class(pattern, c)
		if !ok {
			return 0
		}
		return n
	case pattern[0] == '\\':
		if len(pattern) < 2 || pattern[1] != c {
			return 0
		}
		return 2
	case pattern[0] == c:
		return 1
	}
	return 0
}

// class matches a byte with the bracket expression at the start of a pattern and
// gives its length. One without an end matches nothing.
func class(pattern string, c byte) (n int, ok bool) {
	i := 1
	negated := i < len(pattern) && (pattern[i] == '!' || pattern[i] == '^')
	if negated {
		i++
	}
	for first := true; i < len(pattern); first = false {
		if pattern[i] == ']' && !first {
			return i + 1, ok != negated
		}
		if strings.HasPrefix(pattern[i:], "[:") {
			name, _, found := strings.Cut(pattern[i+2:], ":]")
			if found {
				ok = ok || inClass(name, c)
				i += len(name) + len("[::]")
				continue
			}
		}
		low, w := classByte(pattern[i:])
		i += w
		high := low
		if i+1 < len(pattern) && pattern[i] == '-' && pattern[i+1] != ']' {
			high, w = classByte(pattern[i+1:])
			i += 1 + w
		}
		ok = ok || low <= c && c <= high
	}
	return 0, false
}

func classByte(s string) (c byte, width int) {
	if s[0] == '\\' && len(s) > 1 {
		return s[1], 2
	}
	return s[0], 1
}

// inClass is a POSIX character class in the C locale.
func inClass(name string, c byte) bool {
	lower, upper, digit := 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9'
	switch name {
	case "alnum":
		return lower || upper || digit
	case "alpha":
		return lower || upper
	case "blank":
		return c == ' ' || c == '\t'
	case "cntrl":
		return c < ' ' || c == 0x7F
	case "digit":
		return digit
	case "graph":
		return ' ' < c && c < 0x7F
	case "lower":
		return lower
	case "print":
		return ' ' <= c && c < 0x7F
	case "punct":
		return ' ' < c && c < 0x7F && !lower && !upper && !digit
	case "space":
		return c == ' ' || '\t' <= c && c <= '\r'
	case "upper":
		return upper
	case "xdigit":
		return digit || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
	}
	return false
}
