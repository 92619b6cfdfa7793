package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestPosition(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text string
		off        int
		want       Position
	}{
		{"start", "ab", 0, Position{1, 1, 1}},
		{"behind the last byte", "ab", 2, Position{1, 3, 3}},
		{"before the file", "ab", -5, Position{1, 1, 1}},
		{"behind the file", "ab", 99, Position{1, 3, 3}},
		{"empty file", "", 0, Position{1, 1, 1}},
		{"second line", "a\nb", 2, Position{2, 1, 1}},
		{"line break", "a\nb", 1, Position{1, 2, 2}},
		{"behind the last line break", "a\n", 2, Position{2, 1, 1}},
		{"carriage return", "a\r\nb", 1, Position{1, 2, 2}},
		{"line feed behind it", "a\r\nb", 2, Position{1, 3, 3}},
		{"line behind both", "a\r\nb", 3, Position{2, 1, 1}},
		{"lone carriage return", "a\rb", 2, Position{1, 3, 3}},
		{"behind é", "éx", 2, Position{1, 2, 2}},
		{"inside of é", "éx", 1, Position{1, 1, 1}},
		{"behind 𝄞", "𝄞x", 4, Position{1, 2, 3}},
		{"inside of 𝄞", "a𝄞x", 3, Position{1, 2, 2}},
		{"behind both", "é𝄞é", 6, Position{1, 3, 4}},
		{"on the second line", "𝄞\né𝄞x", 11, Position{2, 3, 4}},
		{"at an order mark", "\ufeffa", 0, Position{1, 1, 1}},
		{"behind an order mark", "\ufeffa", 3, Position{1, 1, 1}},
		{"on a line with an order mark", "\ufeffab", 4, Position{1, 2, 2}},
		{"below an order mark", "\ufeffa\nb", 5, Position{2, 1, 1}},
		{"an order mark on a later line", "a\n\ufeffb", 5, Position{2, 2, 2}},
		{"a byte that is not UTF-8", "\xffx", 1, Position{1, 2, 2}},
		{"tabs are one column", "\t\tx", 2, Position{1, 3, 3}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, NewFile("f", []byte(test.text)).Position(test.off)); diff != "" {
				t.Errorf("position (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOffset(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text   string
		line, column int
		want         int
	}{
		{"start", "ab", 1, 1, 0},
		{"second column", "ab", 1, 2, 1},
		{"behind the line", "ab\nc", 1, 9, 2},
		{"behind a line with a carriage return", "ab\r\nc", 1, 9, 2},
		{"behind the file", "ab\nc", 9, 1, 4},
		{"no line", "ab", 0, 1, 2},
		{"no column", "ab", 1, 0, 0},
		{"behind é and 𝄞", "é𝄞x", 1, 3, 6},
		{"behind an order mark", "\ufeffab", 1, 2, 4},
		{"last line", "a\nbc", 2, 2, 3},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := NewFile("f", []byte(test.text)).Offset(test.line, test.column); got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
		})
	}
}

// TestOffsetInvertsPosition goes from each rune to its position and back.
func TestOffsetInvertsPosition(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "a", "a\nb\n", "é𝄞\r\n\r\n𝄞é", "\ufeffé\n\ufeff𝄞", strings.Repeat("é𝄞a", 3000) + "\nx"} {
		f := NewFile("f", []byte(text))
		for off := f.Line(1).Start; off <= len(text); {
			p := f.Position(off)
			// The bytes of a line break all lie behind the line's last column.
			if end := f.Line(p.Line).End; off <= end && f.Offset(p.Line, p.Rune) != off {
				t.Errorf("%.20q: byte %d is at %v, which is byte %d", text, off, p, f.Offset(p.Line, p.Rune))
			}
			_, w := utf8.DecodeRuneInString(text[off:])
			off += max(w, 1)
		}
	}
}

func TestLines(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"":                  {""},
		"a":                 {"a"},
		"a\n":               {"a"},
		"a\n\n":             {"a", ""},
		"a\r\nb\r\n":        {"a", "b"},
		"a\r\nb\r":          {"a", "b\r"},
		"\ufeffa\nb":        {"a", "b"},
		"\ufeff":            {""},
		"a\rb\u0085c\u2028": {"a\rb\u0085c\u2028"},
	} {
		f := NewFile("f", []byte(text))
		var got []string
		for n := range f.Lines() {
			got = append(got, f.Line(n+1).Text())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("lines of %q (-want +got):\n%s", text, diff)
		}
	}
}

func TestRange(t *testing.T) {
	t.Parallel()
	f := NewFile("f", []byte("ab  \r\ncd\n"))
	r := func(start, end int) Range { return Range{File: f, Start: start, End: end} }
	if got := r(0, 7).Text(); got != "ab  \r\nc" {
		t.Errorf("text is %q", got)
	}
	for _, bad := range []Range{{}, r(-1, 2), r(2, 1), r(0, 99)} {
		if got := bad.Text(); got != "" {
			t.Errorf("text of %d to %d is %q", bad.Start, bad.End, got)
		}
	}
	if got := r(0, 7).FirstLine(); got != r(0, 2) {
		t.Errorf("first line is %q", got.Text())
	}
	if got := r(4, 8).FirstLine(); got != r(4, 4) {
		t.Errorf("first line from a line break on is %q", got.Text())
	}
	if got := (Range{}).FirstLine(); !got.IsZero() {
		t.Errorf("first line of no place is %v", got)
	}
	if start, end := r(6, 8).Positions(); start != (Position{2, 1, 1}) || end != (Position{2, 3, 3}) {
		t.Errorf("positions are %v and %v", start, end)
	}
	if !r(0, 8).Contains(r(0, 8)) || r(1, 8).Contains(r(0, 2)) || (Range{}).Contains(Range{}) || f.Whole().Contains(Range{}) {
		t.Error("contains")
	}
	other := Range{File: NewFile("e", nil)}
	for _, test := range []struct {
		a, b Range
		want int
	}{
		{Range{}, Range{}, 0},
		{Range{}, r(0, 0), -1},
		{other, r(0, 0), -1},
		{r(0, 1), r(1, 1), -1},
		{r(0, 1), r(0, 2), -1},
		{r(0, 1), r(0, 1), 0},
	} {
		if got := test.a.Compare(test.b); sign(got) != test.want || sign(test.b.Compare(test.a)) != -test.want {
			t.Errorf("%v and %v compare as %d", test.a, test.b, got)
		}
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func TestProblem(t *testing.T) {
	t.Parallel()
	f := NewFile("d/f.tf", []byte("a\né b"))
	p := Problem{Range: Range{File: f, Start: 5, End: 6}, Message: "m", Level: Warning}
	if got, want := p.Error(), "d/f.tf:2:3: m"; got != want || p.Path() != "d/f.tf" {
		t.Errorf("got %q of %q, want %q", got, p.Path(), want)
	}
	p = Problem{Name: "e.tf", Message: "m"}
	if got, want := p.Error(), "e.tf: m"; got != want || p.Path() != "e.tf" {
		t.Errorf("got %q of %q, want %q", got, p.Path(), want)
	}
}
