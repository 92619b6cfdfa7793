// Package source holds the inputs of a run and the places in them.
//
// A place is a range of bytes of a file; it is the only coordinate that is
// kept. Lines and columns are computed when something is shown, by
// [File.Position], which is the one home of the three column units:
//
//   - bytes, as HCL counts offsets;
//   - runes, as yaml.v3 counts columns and people count characters;
//   - UTF-16 code units, as SARIF and the Language Server Protocol count.
//
// A byte order mark is not counted in any column. A line ends with "\n" or
// "\r\n".
package source

import (
	"bytes"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// File is one input as it was read. It never changes.
type File struct {
	// Name is the path relative to the root of the run, with slashes. Names are
	// unique within a [Set].
	Name  string
	Bytes []byte
	// External is a file that nobody edits here, such as a downloaded module: a
	// finding in it is shown where it is used.
	External bool

	once  sync.Once
	lines []int // offset of the first byte of each line

	counting sync.Once
	counts   []count // at every stride; made for files with long lines
}

// NewFile gives a file that is not on disk, for text that a test or an editor
// holds.
func NewFile(name string, b []byte) *File {
	return &File{Name: name, Bytes: b, External: downloaded(name)}
}

// Position is a place for people and for machines. All numbers count from 1;
// the zero Position is no place.
type Position struct {
	Line  int
	Rune  int // column in runes
	UTF16 int // column in UTF-16 code units
}

// bom is a byte order mark in UTF-8.
var bom = []byte("\xef\xbb\xbf")

func (f *File) index() []int {
	f.once.Do(func() {
		f.lines = make([]int, 1, 1+bytes.Count(f.Bytes, []byte{'\n'}))
		for i, c := range f.Bytes {
			if c == '\n' {
				f.lines = append(f.lines, i+1)
			}
		}
	})
	return f.lines
}

// Lines gives the number of lines. A file that ends with a line break has no
// further empty line; an empty file has one line.
func (f *File) Lines() int {
	n := len(f.index())
	if n > 1 && f.lines[n-1] == len(f.Bytes) {
		n--
	}
	return n
}

// Line gives line n, counted from 1, without its line break and without a byte
// order mark. A line that does not exist is empty.
func (f *File) Line(n int) Range {
	lines := f.index()
	if n < 1 || n > len(lines) {
		return Range{File: f, Start: len(f.Bytes), End: len(f.Bytes)}
	}
	start, end := lines[n-1], len(f.Bytes)
	if n < len(lines) {
		end = lines[n] - 1
	}
	if end > start && f.Bytes[end-1] == '\r' && n < len(lines) {
		end--
	}
	if n == 1 && bytes.HasPrefix(f.Bytes, bom) {
		start = len(bom)
	}
	return Range{File: f, Start: start, End: end}
}

// LineAt gives the line that holds byte off, as [File.Line] does.
func (f *File) LineAt(off int) Range { return f.Line(sort.SearchInts(f.index(), off+1)) }

// Position gives the place of byte off. An offset outside the file is moved to
// its nearest end, one inside a rune to the rune's start.
func (f *File) Position(off int) Position {
	lines := f.index()
	off = min(max(off, 0), len(f.Bytes))
	n := sort.SearchInts(lines, off+1) // the first line that starts behind off
	start := f.Line(n).Start
	c := count{off: start}
	if off-start > stride {
		c, start := f.countTo(off), f.countTo(start)
		return Position{Line: n, Rune: 1 + c.runes - start.runes, UTF16: 1 + c.units - start.units}
	}
	c = f.countOn(c, off)
	return Position{Line: n, Rune: 1 + c.runes, UTF16: 1 + c.units}
}

// count is the number of runes and UTF-16 code units in front of a byte.
type count struct{ off, runes, units int }

// stride is the length from which a line is not counted through for each place
// in it: JSON and templates may have megabytes in one line.
const stride = 4 << 10

// countOn goes on from c to the last rune that starts at or before off.
func (f *File) countOn(c count, off int) count {
	for c.off < off {
		r, w := utf8.DecodeRune(f.Bytes[c.off:])
		if c.off+w > off {
			break
		}
		c.off += w
		c.runes++
		c.units++
		if r > 0xFFFF {
			c.units++
		}
	}
	return c
}

// countTo counts from the start of the file, by way of counts that are kept for
// every stride.
func (f *File) countTo(off int) count {
	f.counting.Do(func() {
		c := count{}
		for next := 0; next <= len(f.Bytes); next += stride {
			c = f.countOn(c, next)
			f.counts = append(f.counts, c)
		}
	})
	return f.countOn(f.counts[off/stride], off)
}

// Offset is the inverse of [File.Position] for a line and a column in runes,
// both from 1. Places behind the end of the line or file are moved to it.
func (f *File) Offset(line, column int) int {
	l := f.Line(line)
	off := l.Start
	for range column - 1 {
		if off >= l.End {
			break
		}
		_, w := utf8.DecodeRune(f.Bytes[off:l.End])
		off += w
	}
	return off
}

// Whole is the range of the whole file.
func (f *File) Whole() Range {
	return Range{File: f, End: len(f.Bytes)}
}

// Range is bytes [Start, End) of a file. The zero Range is no place.
type Range struct {
	File       *File
	Start, End int
}

// IsZero reports whether r is no place.
func (r Range) IsZero() bool { return r.File == nil }

// Text gives the bytes of the range as they are written.
func (r Range) Text() string { return string(r.bytes()) }

func (r Range) bytes() []byte {
	if r.File == nil || r.Start < 0 || r.End > len(r.File.Bytes) || r.Start > r.End {
		return nil
	}
	return r.File.Bytes[r.Start:r.End]
}

// Positions gives the places of the first byte and of the byte behind the last.
func (r Range) Positions() (start, end Position) {
	if r.File == nil {
		return Position{}, Position{}
	}
	return r.File.Position(r.Start), r.File.Position(r.End)
}

// FirstLine cuts r at the end of its first line, without trailing white space,
// so that it can be shown as one line. A range that starts at a line break
// becomes empty there.
func (r Range) FirstLine() Range {
	if r.File == nil {
		return r
	}
	s := r.bytes()
	if len(s) > stride {
		s = s[:max(0, min(r.End, r.File.LineAt(r.Start).End)-r.Start)]
	} else if i := bytes.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	r.End = r.Start + len(bytes.TrimRight(s, " \t\r"))
	return r
}

// Contains reports whether s lies within r.
func (r Range) Contains(s Range) bool {
	return r.File != nil && r.File == s.File && r.Start <= s.Start && s.End <= r.End
}

// Compare orders ranges by file name, start and end. The zero Range comes first.
func (r Range) Compare(s Range) int {
	switch {
	case r.File == nil && s.File == nil:
		return 0
	case r.File == nil:
		return -1
	case s.File == nil:
		return 1
	}
	if r.File != s.File {
		if c := strings.Compare(r.File.Name, s.File.Name); c != 0 {
			return c
		}
	}
	if r.Start != s.Start {
		return r.Start - s.Start
	}
	return r.End - s.End
}
