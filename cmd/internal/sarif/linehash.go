package sarif

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// window is the number of code units that a line's hash covers.
const window = 100

const (
	factor    uint64 = 37
	endOfFile uint64 = 65535
)

// LineHashes gives for each line of a file the fingerprint that GitHub's
// uploader computes for a result on it, primaryLocationLineHash, byte for byte
// (codeql-action, src/fingerprints.ts; read in November 2026). Element 0 is
// line 1.
//
// It is a rolling hash over the UTF-16 code units of the file without spaces
// and tabs. A line is told by the 100 units that begin with its first. "\r",
// "\n" and "\r\n" end a line, and a byte order mark counts as text. Bytes that
// are not UTF-8 count as U+FFFD. Lines of equal hash are numbered.
func LineHashes(text []byte) []string {
	var (
		h      uint64
		units  [window]uint64
		starts [window]bool // whether a line starts at the unit in this place
		next   int          // the oldest unit, which the next one replaces
		out    []string
		seen   = map[uint64]int{}
		power  = uint64(1) // 37^100
	)
	for range window {
		power *= factor
	}
	emit := func() {
		if starts[next] {
			starts[next] = false
			seen[h]++
			out = append(out, strconv.FormatUint(h, 16)+":"+strconv.Itoa(seen[h]))
		}
	}
	push := func(unit uint64) {
		h = factor*h + unit - power*units[next]
		units[next] = unit
		next = (next + 1) % window
	}

	fresh, afterCR := true, false
	add := func(unit uint64) {
		if unit == ' ' || unit == '\t' || afterCR && unit == '\n' {
			afterCR = false
			return
		}
		afterCR = unit == '\r'
		if afterCR {
			unit = '\n'
		}
		emit()
		starts[next] = fresh
		fresh = unit == '\n'
		push(unit)
	}
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			if r, n = utf8.DecodeRune(text[i:]); r == utf8.RuneError && n == 1 {
				n = broken(text[i:])
			}
		}
		i += n
		if r > 0xFFFF {
			r -= 0x10000
			add(0xD800 + uint64(r>>10))
			r = 0xDC00 + r&0x3FF
		}
		add(uint64(r))
	}
	add(endOfFile)
	for range window {
		emit()
		push(0)
	}
	return out
}

// broken gives the length of the sequence at the start of text, which is not
// UTF-8, for which browsers and Node.js put one U+FFFD: the beginning of a
// character as far as it goes, else one byte (the Unicode Standard, section 3.9,
// "U+FFFD substitution of maximal subparts").
func broken(text []byte) int {
	n := 1
	for n < min(len(text), utf8.UTFMax) && begins(text[:n+1]) {
		n++
	}
	return n
}

// begins reports whether some character is longer than b and begins with it.
func begins(b []byte) bool {
	for _, fill := range []byte{0x80, 0xBF} {
		whole := append(slices.Clone(b), fill, fill, fill)
		if r, n := utf8.DecodeRune(whole); n > len(b) && r != utf8.RuneError {
			return true
		}
	}
	return false
}
