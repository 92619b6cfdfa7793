package jsondoc

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// maxPlaceholder bounds the length of a placeholder, so that looking for its end
// takes no time.
const maxPlaceholder = 256

// maxPlaceholders bounds those of one string.
const maxPlaceholders = 10_000

// MarkPlaceholders gives v with a hole for every placeholder in its strings,
// which are Texts then. A map with a placeholder in one of its keys is open.
//
// Placeholders are what deployment tools replace in files of their own: AWS
// CodeDeploy <IMAGE1_NAME>, envsubst ${VAR}, ecspresso {{ must_env "X" }}, batch
// files %VAR%, Azure Pipelines $(VAR) and others @@X@@. Strings such as
// "echo $(date)", "%H:%M" or "<br>" mean themselves, so a name has to look like
// that of a variable. Where no string is, there are also @X@ and a shell's $VAR.
func MarkPlaceholders(v *value.Value) *value.Value {
	changed := false
	mark := func(e *value.Value) *value.Value {
		m := MarkPlaceholders(e)
		changed = changed || m != e
		return m
	}
	switch v.Kind() {
	case value.String:
		return markString(v)
	case value.List:
		elems := make([]*value.Value, 0, v.Len())
		for _, e := range v.Elems() {
			elems = append(elems, mark(e))
		}
		switch {
		case changed && v.Open():
			return value.NewScattered(v.Range(), elems, v.Fixed()).Along(v)
		case changed:
			return value.NewList(v.Range(), elems, false).Along(v)
		}
	case value.Map:
		var fields []value.Field
		open := v.Open()
		for f := range v.Written() {
			if _, n := nextPlaceholder(f.Key); n > 0 {
				open, changed = true, true
				continue
			}
			f.Value = mark(f.Value)
			fields = append(fields, f)
		}
		if changed {
			return value.NewMap(v.Range(), fields, open).Like(v).Along(v)
		}
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.Text, value.Either:
	}
	return v
}

// mayHavePlaceholders is a quick look at a text.
func mayHavePlaceholders(text string) bool {
	return strings.ContainsAny(text, "<%@$") || strings.Contains(text, "{{")
}

// markString gives a string with holes for its placeholders.
func markString(v *value.Value) *value.Value {
	text := v.Content()
	off, n := nextPlaceholder(text)
	if n == 0 {
		return v
	}
	plain := v.At(v.Range()) // the way is put back on the result
	var b value.Builder
	from, count := 0, 0
	for n > 0 {
		if count++; count > maxPlaceholders {
			return value.NewRefused(v.Range(), fmt.Sprintf("refused: more than %d placeholders in a text", maxPlaceholders)).Along(v)
		}
		b.Part(plain, from, off)
		from = off + n
		r := plain.Place(off, from)
		b.Interpolate(value.NewUnknown(r, "placeholder "+text[off:from]), r)
		off, n = nextPlaceholder(text[from:])
		off += from
	}
	b.Part(plain, from, len(text))
	return b.Value(v.Range()).Along(v)
}

// nextPlaceholder finds the first placeholder in a string. Its length is 0 if
// there is none.
func nextPlaceholder(s string) (off, n int) {
	for {
		i := strings.IndexAny(s[off:], "<%@${")
		if i < 0 {
			return off, 0
		}
		off += i
		if n := placeholder(s[off:], false); n > 0 {
			return off, n
		}
		off++
	}
}

// placeholder gives the length of the placeholder at the start of s, 0 if there
// is none. Where it is bare, outside of a string, it cannot be anything else.
func placeholder(s string, bare bool) int {
	s = s[:min(len(s), maxPlaceholder)]
	switch {
	case strings.HasPrefix(s, "<"):
		return enclosed(s, 1, ">", func(name string) bool {
			return capitals(name, "-") && (bare || len(name) > 1)
		})
	case strings.HasPrefix(s, "%"):
		// Formats of dates and logs have short or lower-case names: %H:%M, %msg%n.
		return enclosed(s, 1, "%", func(name string) bool {
			return bare && identifier(name) || capitals(name, "") && len(name) > 2
		})
	case strings.HasPrefix(s, "@@"):
		return enclosed(s, 2, "@@", identifier)
	case strings.HasPrefix(s, "@"):
		// Inside of a string it is rather a part of an address or of a digest.
		return enclosed(s, 1, "@", func(name string) bool { return bare && identifier(name) })
	case strings.HasPrefix(s, "$("):
		// A shell's commands are in lower case: $(date).
		return enclosed(s, 2, ")", func(name string) bool {
			return identifier(name) && (bare || 'A' <= name[0] && name[0] <= 'Z')
		})
	case strings.HasPrefix(s, "${"):
		n := balanced(s[1:])
		if n == 0 || !bare && s[2] != '{' && !letter(s[2]) {
			return 0 // a shell's ${#list} or ${!name}
		}
		return 1 + n
	case strings.HasPrefix(s, "{{"):
		return enclosed(s, 2, "}}", func(name string) bool { return strings.TrimSpace(name) != "" })
	case bare && len(s) > 1 && s[0] == '$' && letter(s[1]):
		// A variable of a shell that writes the file.
		name := strings.IndexFunc(s[1:], func(r rune) bool { return r > 'z' || !letter(byte(r)) && (r < '0' || r > '9') })
		if name < 0 {
			return len(s)
		}
		return 1 + name
	}
	return 0
}

// enclosed gives the length of an acceptable name with its brackets, the opening
// one of which has n bytes.
func enclosed(s string, n int, end string, accept func(string) bool) int {
	name, _, found := strings.Cut(s[n:], end)
	if !found || name == "" || strings.ContainsAny(name, "\r\n") || !accept(name) {
		return 0
	}
	return n + len(name) + len(end)
}

// balanced gives the length of the braces at the start of s with what is in
// them, on one line.
func balanced(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth > 0 {
				continue
			}
			if i == 1 {
				return 0 // nothing in them
			}
			return i + 1
		case '\r', '\n':
			return 0
		}
	}
	return 0
}

// identifier reports whether s is a name of letters, digits, "_", "." and "-".
func identifier(s string) bool {
	for i := range len(s) {
		if c := s[i]; !letter(c) && (i == 0 || (c < '0' || c > '9') && c != '.' && c != '-') {
			return false
		}
	}
	return s != ""
}

// capitals reports whether s is a name of capital letters, digits, "_" and extra
// characters.
func capitals(s, extra string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z', c == '_':
		case i > 0 && ('0' <= c && c <= '9' || strings.IndexByte(extra, c) >= 0):
		default:
			return false
		}
	}
	return s != ""
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' }

// inner recognises a quote inside of a string that belongs to a placeholder, as
// in "{{ must_env "X" }}". It gives the number of bytes up to behind its closing
// quote, 0 for the quote that ends the string that starts at start.
func (p *parser) inner(start, quote int) int {
	if !p.placeholders {
		return 0
	}
	head := p.text[max(start, quote-maxPlaceholder):quote]
	open := strings.LastIndex(head, "{{")
	if open < 0 || strings.Contains(head[open:], "}}") {
		return 0
	}
	rest, _, _ := strings.Cut(p.text[quote+1:min(len(p.text), quote+maxPlaceholder)], "\n")
	argument, rest, found := strings.Cut(rest, `"`)
	if !found || !strings.Contains(rest, "}}") {
		return 0
	}
	if s := strings.TrimLeft(argument, " \t\r"); s == "" || strings.IndexByte(",:]}", s[0]) >= 0 {
		return 0 // JSON goes on behind the quote
	}
	return len(argument) + 2
}

// placeholder reads a value that is a placeholder, or several, as in
// ${PREFIX}80.
func (p *parser) placeholder() *value.Value {
	off := p.i
	n := placeholder(p.text[off:], true)
	if n == 0 {
		return nil
	}
	p.several = true
	reason := "placeholder " + p.text[off:off+n]
	for n > 0 {
		p.i += n
		if n = placeholder(p.text[p.i:], true); n == 0 {
			n = p.word()
		}
	}
	return value.NewUnknown(source.Range{File: p.file, Start: off, End: p.i}, reason)
}
