package value

import (
	"fmt"
	"math/bits"

	"github.com/ecslint/ecslint/parsers/source"
)

// MaxSize bounds the values in a value, each counted as often as it is found there:
// lists that repeat each other hold few values and stand for exponentially many.
const MaxSize = 1_000_000

var tooLarge = fmt.Sprintf("refused: the value has more than %d parts", MaxSize)

// NewRefused is an Unknown that is not made because it would be too large.
func NewRefused(r source.Range, reason string) *Value {
	return &Value{kind: Unknown, rng: r, text: reason, more: &more{refused: true}}
}

// Refused reports whether v is Unknown because it would be too large.
func (v *Value) Refused() bool { return v.more != nil && v.more.refused }

// size is a count of 11 bits that is shifted by 5 bits: it fits where a [Value] has
// room, and its error is below a thousandth.
type size uint16

const sizeBits = 11

func packed(n int) size {
	shift := max(bits.Len(uint(n))-sizeBits, 0)
	return size(shift<<sizeBits | n>>shift)
}

func (s size) count() int { return int(s) & (1<<sizeBits - 1) << (s >> sizeBits) }

// textPerPart is the length of text that counts as one value.
const textPerPart = 64

// Size is about the number of values in v, itself included, without following them.
// Long text counts for several. Each level adds a little to what is in it, so that
// what is nested thousands of levels deep is beyond [MaxSize].
func (v *Value) Size() int {
	if v.size > 0 {
		return v.size.count()
	}
	return 1 + len(v.text)/textPerPart
}

// Width is the number of members of a List or Map as they are written.
func (v *Value) Width() int { return len(v.members()) + len(v.elements()) }

func (v *Value) elements() []*Value {
	if v.kind != List {
		return nil
	}
	return v.list
}

func sizeOf(values []*Value) int {
	n := 0
	for _, v := range values {
		n += v.Size()
	}
	return level(n)
}

func sizeOfFields(fields []Field) int {
	n := 0
	for i := range fields {
		n += fields[i].Value.Size()
	}
	return level(n)
}

// level is the size of a collection with n values in it.
func level(n int) int { return n + n>>9 + 1 }
