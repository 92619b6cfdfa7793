package source

// Bounds of a pattern for names of files: of its bytes, and of the patterns without
// braces that it stands for.
const (
	maxPattern      = 1000
	maxAlternatives = 100
)

// Alternatives gives the patterns without braces that a pattern for names of files
// stands for: a{b,c} is ab and ac. To match braces as they are takes exponential time.
// It is not ok if the pattern is too long or there are too many.
func Alternatives(pattern string) (all []string, ok bool) {
	if len(pattern) > maxPattern {
		return nil, false
	}
	all = []string{""}
	for i := 0; i < len(pattern); {
		var choice []string
		if pattern[i] == '{' {
			parts, n := braces(pattern[i:])
			for _, p := range parts {
				alternatives, ok := Alternatives(p)
				if choice = append(choice, alternatives...); !ok || len(choice) > maxAlternatives {
					return nil, false
				}
			}
			i += n
		} else {
			n := plain(pattern[i:])
			choice = []string{pattern[i : i+n]}
			i += n
		}
		if len(all)*len(choice) > maxAlternatives {
			return nil, false
		}
		var next []string
		for _, a := range all {
			for _, c := range choice {
				next = append(next, a+c)
			}
		}
		all = next
	}
	return all, true
}

// plain gives the length of what stands before the next brace that opens a choice.
func plain(s string) int {
	for i := 0; i < len(s); i += width(s[i:]) {
		if s[i] == '{' {
			return i
		}
	}
	return len(s)
}

// width is the length of a character of a pattern: a backslash and what it escapes,
// or a class, are one.
func width(s string) int {
	switch {
	case s[0] == '\\' && len(s) > 1:
		return 2
	case s[0] == '[':
		for i := 1; i < len(s); i++ {
			switch {
			case s[i] == '\\':
				i++
			case s[i] == ']' && i > 1:
				return i + 1
			}
		}
	}
	return 1
}

// braces takes a choice apart at its commas, and gives its length. What does not end
// is no choice.
func braces(s string) (parts []string, n int) {
	depth, start := 0, 1
	for i := 0; i < len(s); i += width(s[i:]) {
		switch s[i] {
		case '{':
			depth++
		case ',':
			if depth == 1 {
				parts, start = append(parts, s[start:i]), i+1
			}
		case '}':
			if depth--; depth == 0 {
				return append(parts, s[start:i]), i + 1
			}
		}
	}
	return []string{`\{`}, 1
}
