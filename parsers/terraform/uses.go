package terraform

import (
	"bytes"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/parsers/value"
)

// uses tells for what a module uses its variables and locals. It is made on first
// use.
type uses struct {
	once  sync.Once
	other map[string]bool // "var.x": something else depends on it than settings of its name
}

// shared gives a scalar that is used by a name such as "var.read_only". If it is
// used for anything else than settings that are called alike, as in a condition,
// it is not changed for the sake of one of them.
func (c *config) shared(name string, v *value.Value) *value.Value {
	if !v.Is(value.Bool, value.String, value.Null) {
		return v
	}
	c.uses.once.Do(func() {
		c.uses.other = map[string]bool{}
		for _, f := range c.files {
			c.uses.read(f.Bytes, "var.")
			c.uses.read(f.Bytes, "local.")
		}
	})
	if c.uses.other[name] {
		return v.Held(value.Content)
	}
	return v
}

// read notes the uses in a text of names that begin with a prefix.
func (u *uses) read(text []byte, prefix string) {
	for off := 0; ; {
		i := bytes.Index(text[off:], []byte(prefix))
		if i < 0 {
			return
		}
		start := off + i
		off = start + len(prefix)
		for off < len(text) && inName(text[off]) {
			off++
		}
		name := string(text[start:off])
		if !u.other[name] && !assigned(text, start, off) {
			u.other[name] = true
		}
	}
}

// assigned reports whether the reference at [start, end) is all of the value of a
// setting whose name is a part of its own.
func assigned(text []byte, start, end int) bool {
	before := bytes.TrimRight(text[max(0, start-64):start], " \t")
	key, ok := bytes.CutSuffix(before, []byte("="))
	if !ok {
		return false
	}
	key = bytes.TrimRight(key, " \t\"")
	from := len(key)
	for from > 0 && inName(key[from-1]) {
		from--
	}
	rest := bytes.TrimLeft(text[end:min(len(text), end+64)], " \t")
	return from < len(key) && strings.Contains(letters(text[start:end]), letters(key[from:])) &&
		(len(rest) == 0 || strings.IndexByte(",}#\r\n", rest[0]) >= 0)
}

func inName(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-'
}

// letters gives a name without what differs between spellings.
func letters(name []byte) string {
	return strings.ReplaceAll(strings.ToLower(string(name)), "_", "")
}
