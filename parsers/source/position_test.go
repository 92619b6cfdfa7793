package source

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// Places in lines that are counted through and in lines that are not must be the
// same as by counting.
func TestPositionInLongLines(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for range 3 * stride {
		b.WriteString([]string{"a", "é", "漢", "𝄞", "\xff", "\xe2\x82", "\x80"}[rnd.IntN(7)])
		if rnd.IntN(5000) == 0 {
			b.WriteString("\r\n")
		}
	}
	f := NewFile("x", []byte("\xef\xbb\xbf"+b.String()))
	for range 2000 {
		off := rnd.IntN(len(f.Bytes) + 1)
		got := f.Position(off)
		want := Position{Line: 1, Rune: 1, UTF16: 1}
		for i := 3; i < off; {
			r, w := utf8.DecodeRune(f.Bytes[i:])
			if i+w > off {
				break
			}
			i += w
			want.Rune++
			want.UTF16++
			if r > 0xFFFF {
				want.UTF16++
			}
			if r == '\n' {
				want = Position{Line: want.Line + 1, Rune: 1, UTF16: 1}
			}
		}
		if got != want {
			t.Fatalf("Position(%d) = %+v, want %+v", off, got, want)
		}
	}
}

func BenchmarkPositionInLongLine(b *testing.B) {
	f := NewFile("x", []byte(strings.Repeat("a", MaxSize)))
	for b.Loop() {
		f.Position(MaxSize - 1)
	}
}
