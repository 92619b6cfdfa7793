package cloudformation

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// tomlSettings gives the settings of samconfig.toml. It reads just what they need
// of TOML: headers of tables, and keys with a string or a list of strings. What
// else there is is passed over.
func tomlSettings(f *source.File) []setting {
	var out []setting
	var table []string
	p := tomlScanner{file: f, text: string(f.Bytes)}
	for p.off < len(p.text) {
		start := p.off
		line := p.line()
		switch trimmed := strings.TrimSpace(line); {
		case trimmed == "" || trimmed[0] == '#':
		case trimmed[0] == '[':
			name, _, _ := strings.Cut(strings.TrimLeft(trimmed, "["), "]")
			table = dotted(name)
		default:
			key, _, ok := strings.Cut(line, "=")
			if !ok {
				continue
			}
			path := slices.Concat(table, dotted(key))
			p.off = start + len(key) + len("=")
			v := p.value()
			p.line()
			n := len(path)
			if v != nil && n == 4 && path[2] == "parameters" && slices.Contains(samKeys, path[3]) {
				out = append(out, setting{path[0], path[1], path[3], v})
			}
		}
	}
	return out
}

// dotted gives the parts of a dotted key.
func dotted(key string) []string {
	parts := strings.Split(key, ".")
	for i, p := range parts {
		parts[i] = strings.Trim(p, " \t\"'")
	}
	return parts
}

// tomlScanner is a place in a text.
type tomlScanner struct {
	file *source.File
	text string
	off  int
}

// line gives the rest of the line and goes behind it.
func (p *tomlScanner) line() string {
	rest := p.text[p.off:]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		p.off += i + 1
		return rest[:i]
	}
	p.off = len(p.text)
	return rest
}

// skip goes over blanks, and in a list over line breaks and comments.
func (p *tomlScanner) skip(list bool) {
	for p.off < len(p.text) {
		switch c := p.text[p.off]; {
		case c == ' ' || c == '\t':
			p.off++
		case list && (c == '\n' || c == '\r' || c == ','):
			p.off++
		case list && c == '#':
			p.line()
		default:
			return
		}
	}
}

// value reads a string or a list of strings; nil for anything else.
func (p *tomlScanner) value() *value.Value {
	p.skip(false)
	if !strings.HasPrefix(p.text[p.off:], "[") {
		return p.string()
	}
	start := p.off
	p.off++
	var elems []*value.Value
	for {
		p.skip(true)
		if strings.HasPrefix(p.text[p.off:], "]") {
			p.off++
			return value.NewList(source.Range{File: p.file, Start: start, End: p.off}, elems, false)
		}
		e := p.string()
		if e == nil {
			return nil
		}
		elems = append(elems, e)
	}
}

// string reads a string in one of TOML's four forms.
func (p *tomlScanner) string() *value.Value {
	rest := p.text[p.off:]
	for _, quote := range []string{`"""`, `'''`, `"`, `'`} {
		inner, ok := strings.CutPrefix(rest, quote)
		if !ok {
			continue
		}
		end := 0
		for ; end < len(inner) && !strings.HasPrefix(inner[end:], quote); end++ {
			if inner[end] == '\\' && quote[0] == '"' {
				end++
			}
			if len(quote) == 1 && end < len(inner) && inner[end] == '\n' {
				return nil
			}
		}
		if end >= len(inner) {
			return nil
		}
		text := inner[:end]
		at := source.Range{File: p.file, Start: p.off, End: p.off + end + 2*len(quote)}
		p.off = at.End
		if quote[0] == '"' {
			text = unescape(text)
		}
		return value.NewString(at, text)
	}
	return nil
}

// unescape undoes the escapes of a basic string. A backslash at the end of a line
// joins it to the next.
func unescape(s string) string {
	var b strings.Builder
	for s != "" {
		if rest, ok := strings.CutPrefix(s, "\\\n"); ok {
			s = strings.TrimLeft(rest, " \t\r\n")
			continue
		}
		if c, _, rest, err := strconv.UnquoteChar(s, '"'); err == nil && s[0] == '\\' {
			b.WriteRune(c)
			s = rest
			continue
		}
		b.WriteByte(s[0])
		s = s[1:]
	}
	return b.String()
}
