package report

import (
	"strings"
	"unicode/utf8"

	"github.com/ecslint/ecslint/cmd/internal/redact"
	"github.com/ecslint/ecslint/parsers/source"
)

// frame is one line of code with a part of it marked, as a terminal shows it.
type frame struct {
	code  string // the line, or a part of it between "…"
	start int    // the column at which the mark begins, from 0
	width int    // of the mark, at least 1
}

// defaultWidth is the number of columns where there is no terminal; minWidth is
// what is used of one however narrow it is.
const (
	defaultWidth = 160
	minWidth     = 40
)

// tabWidth is the number of columns between tab stops.
const tabWidth = 4

// reach is how far from the mark, in bytes, a line is looked at: minified JSON
// has lines of megabytes.
const reach = 2 << 10

// cell is what stands for one character, or for one secret.
type cell struct {
	text  string
	width int
	off   int // where it starts in the file
}

// newFrame shows the line of r, in at most width columns.
func newFrame(r source.Range, mask *redact.Mask, width int) frame {
	pos := r.File.Position(r.Start)
	line := r.File.Line(pos.Line)
	part := source.Range{File: r.File, Start: max(line.Start, r.Start-reach), End: min(line.End, r.Start+reach)}
	for part.Start > line.Start && !utf8.RuneStart(r.File.Bytes[part.Start]) {
		part.Start--
	}
	for part.End < line.End && !utf8.RuneStart(r.File.Bytes[part.End]) {
		part.End++
	}
	cells := cellsOf(part, mask.Spans(part))

	// The cells of the mark, [from, to).
	from := len(cells)
	for i, c := range cells {
		if c.off <= r.Start {
			from = i
		}
	}
	if r.Start >= part.End {
		from = len(cells)
	}
	to := from
	for to < len(cells) && cells[to].off < r.End {
		to++
	}

	// The cells to show, [first, last): the whole line if it fits, else the mark
	// with what precedes it in a third of the width.
	first, last := 0, len(cells)
	cut := part.Start > line.Start || part.End < line.End
	if cut || total(cells) > width {
		budget := width - 2 // for the two ellipses
		first = from
		for used := 0; first > 0 && used+cells[first-1].width <= budget/3; first-- {
			used += cells[first-1].width
		}
		last = first
		for used := 0; last < len(cells) && used+cells[last].width <= budget; last++ {
			used += cells[last].width
		}
	}
	to = max(min(to, last), from)

	var b strings.Builder
	f := frame{width: max(1, total(cells[from:to]))}
	if first > 0 || part.Start > line.Start {
		b.WriteString("…")
		f.start++
	}
	f.start += total(cells[first:from])
	for _, c := range cells[first:last] {
		b.WriteString(c.text)
	}
	if last < len(cells) || part.End < line.End {
		b.WriteString("…")
	}
	f.code = strings.TrimRight(b.String(), " ")
	return f
}

func total(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}

// cellsOf splits a part of a line into cells. Tabs become blanks, what is hidden
// one cell, and characters that a terminal would obey are written out.
func cellsOf(r source.Range, hidden []redact.Span) []cell {
	out := make([]cell, 0, r.End-r.Start)
	column := 0
	add := func(text string, width, off int) {
		out = append(out, cell{text, width, off})
		column += width
	}
	for off := r.Start; off < r.End; {
		if len(hidden) > 0 && off >= hidden[0].Start {
			add(redact.Hidden, len(redact.Hidden), off)
			off = max(hidden[0].End, off+1)
			hidden = hidden[1:]
			continue
		}
		c, w := utf8.DecodeRune(r.File.Bytes[off:r.End])
		s := string(r.File.Bytes[off : off+w])
		switch {
		case c == '\t':
			n := tabWidth - column%tabWidth
			add(strings.Repeat(" ", n), n, off)
		case c == utf8.RuneError && w == 1 || !harmless(c):
			e := escape(s, c, w)
			add(e, len(e), off)
		default:
			add(s, columns(c), off)
		}
		off += w
	}
	return out
}
