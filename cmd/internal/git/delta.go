package git

import (
	"bytes"
	"encoding/binary"
	"io"
	"math"
)

// patch makes an object of another one by a delta: the sizes of both, and then
// pieces that are copied from the old one or stand in the delta.
func (s *store) patch(old, delta []byte) ([]byte, error) {
	d := bytes.NewReader(delta)
	from, err1 := binary.ReadUvarint(d)
	size, err2 := binary.ReadUvarint(d)
	switch {
	case err1 != nil || err2 != nil || from != uint64(len(old)):
		return nil, errDamaged
	case size > maxObject:
		return nil, errTooLarge
	}
	if err := s.spend(int(size)); err != nil {
		return nil, err
	}
	var out []byte // it grows by what there is: the size may be a lie
	for d.Len() > 0 {
		piece, err := nextPiece(d, old)
		if err != nil || uint64(len(piece)) > size-uint64(len(out)) {
			return nil, errDamaged
		}
		out = append(out, piece...)
	}
	if uint64(len(out)) != size {
		return nil, errDamaged
	}
	return out, nil
}

// nextPiece reads one instruction of a delta and gives what it adds.
func nextPiece(d *bytes.Reader, old []byte) ([]byte, error) {
	op, err := d.ReadByte()
	if err != nil {
		return nil, err
	}
	if op == 0 { // reserved
		return nil, errDamaged
	}
	if op < 0x80 {
		piece := make([]byte, op)
		_, err := io.ReadFull(d, piece)
		return piece, err
	}
	// Four bits say which bytes of the offset follow, and three which of the size.
	var numbers [8]byte
	for i := range 7 {
		if op>>i&1 == 1 {
			if numbers[i], err = d.ReadByte(); err != nil {
				return nil, err
			}
		}
	}
	off := uint64(binary.LittleEndian.Uint32(numbers[:4]))
	size := uint64(binary.LittleEndian.Uint32(numbers[4:]))
	if size == 0 {
		size = 0x10000
	}
	if off+size > uint64(len(old)) {
		return nil, errDamaged
	}
	return old[off : off+size], nil
}

// readOffset reads a number as it stands before the base of a delta and in names
// of an index of version 4: seven bits in a byte, the highest ones first, and one
// added for each further byte.
func readOffset(r io.ByteReader) (int64, error) {
	c, err := r.ReadByte()
	n := int64(c & 0x7F)
	for err == nil && c&0x80 != 0 {
		if n > math.MaxInt64>>8 {
			return 0, errDamaged
		}
		c, err = r.ReadByte()
		n = (n+1)<<7 | int64(c&0x7F)
	}
	return n, err
}
