package git

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
)

// pack is a file of many objects with an index of where each is:
// https://git-scm.com/docs/gitformat-pack.
type pack struct {
	name   string
	idSize int
	index  *os.File
	// fanout has for each first byte of an ID the number of objects up to and with
	// it, and the last is the number of all.
	fanout [256]uint32
	root   *os.Root
	data   *os.File // opened on first use
	end    int64    // where the objects end in data
}

// Where the parts of an index begin: the fanout and the IDs. Behind the IDs it has
// a checksum of four bytes for each object, an offset of four bytes for each, and
// the offsets that need eight.
const (
	fanoutStart = 8
	idsStart    = fanoutStart + 256*4
)

// openPack opens the index of a pack; name is without the suffix.
func openPack(root *os.Root, name string, idSize int) (*pack, error) {
	f, _, err := openFile(root, name+".idx")
	if err != nil {
		return nil, err
	}
	p := &pack{name: name + ".pack", idSize: idSize, root: root, index: f}
	if err := p.readFanout(); err != nil {
		return nil, errors.Join(err, p.close())
	}
	return p, nil
}

func (p *pack) readFanout() error {
	var b [idsStart]byte
	if _, err := p.index.ReadAt(b[:], 0); err != nil {
		return errDamaged
	}
	if string(b[:fanoutStart]) != "\xfftOc\x00\x00\x00\x02" {
		return errors.New("an index of another version than 2")
	}
	for i := range p.fanout {
		p.fanout[i] = binary.BigEndian.Uint32(b[fanoutStart+4*i:])
	}
	if !slices.IsSorted(p.fanout[:]) {
		return errDamaged
	}
	return nil
}

func (p *pack) close() error {
	err := p.index.Close()
	if p.data != nil {
		err = errors.Join(err, p.data.Close())
	}
	return err
}

// id gives the n-th ID of the index.
func (p *pack) id(n int64) (id, error) {
	b := make([]byte, p.idSize)
	_, err := p.index.ReadAt(b, idsStart+n*int64(p.idSize))
	return id(b), damaged(err)
}

// search gives the place in the index of the first ID that does not come before
// the one given, and the number of IDs with its first byte that come from there.
func (p *pack) search(i id) (at, rest int64, err error) {
	end := int64(p.fanout[i[0]])
	if i[0] > 0 {
		at = int64(p.fanout[i[0]-1])
	}
	for high := end; at < high; {
		middle := at + (high-at)/2
		x, err := p.id(middle)
		if err != nil {
			return 0, 0, err
		}
		if x < i {
			at = middle + 1
		} else {
			high = middle
		}
	}
	return at, end - at, nil
}

// find gives the offset of an object.
func (p *pack) find(i id) (off int64, ok bool, err error) {
	at, rest, err := p.search(i)
	if err != nil || rest == 0 {
		return 0, false, err
	}
	if x, err := p.id(at); err != nil || x != i {
		return 0, false, err
	}
	off, err = p.offset(at)
	return off, err == nil, err
}

// offset gives the offset of the n-th object of the index.
func (p *pack) offset(n int64) (int64, error) {
	count := int64(p.fanout[255])
	short := idsStart + count*int64(p.idSize+4)
	var b [8]byte
	if _, err := p.index.ReadAt(b[:4], short+4*n); err != nil {
		return 0, damaged(err)
	}
	off := int64(binary.BigEndian.Uint32(b[:]))
	const long = 1 << 31
	if off < long {
		return off, nil
	}
	if _, err := p.index.ReadAt(b[:], short+4*count+8*(off-long)); err != nil {
		return 0, damaged(err)
	}
	return int64(binary.BigEndian.Uint64(b[:])), nil
}

// withPrefix gives the IDs that begin with at least two hexadecimal digits.
func (p *pack) withPrefix(digits string) ([]id, error) {
	low, err := hex.DecodeString(digits[:len(digits)/2*2])
	if err != nil {
		return nil, nil // they are no digits
	}
	at, rest, err := p.search(id(low))
	var out []id
	for ; err == nil && rest > 0; at, rest = at+1, rest-1 {
		var i id
		if i, err = p.id(at); err != nil || !strings.HasPrefix(string(i), string(low)) {
			break
		}
		if strings.HasPrefix(i.String(), digits) {
			out = append(out, i)
		}
	}
	return out, err
}

// open opens the pack itself.
func (p *pack) open() error {
	if p.data != nil {
		return nil
	}
	f, size, err := openFile(p.root, p.name)
	if err != nil {
		return err
	}
	var b [8]byte
	_, err = f.ReadAt(b[:], 0)
	if version := string(b[4:]); err != nil || string(b[:4]) != "PACK" || version != "\x00\x00\x00\x02" && version != "\x00\x00\x00\x03" {
		return errors.Join(errDamaged, f.Close())
	}
	p.data, p.end = f, size-int64(p.idSize)
	return nil
}

// The types of objects in a pack by number. Two more are deltas, which make an
// object of another one: that at an offset before it, or that of an ID.
var packTypes = map[byte]string{1: commitObject, 2: treeObject, 3: blobObject, 4: tagObject}

const (
	offsetDelta = 6
	idDelta     = 7
)

// maxChain bounds the deltas that an object is made by. It is Git's own bound.
const maxChain = 4095

// record is one object as it is in a pack.
type record struct {
	typ  byte
	size uint64 // of what is compressed
	data int64  // the offset of that
	base int64  // the offset of the object that a delta starts from
}

// read gives the object at an offset.
func (p *pack) read(s *store, off int64) (object, error) {
	if err := p.open(); err != nil {
		return object{}, err
	}
	var deltas []record
	for {
		r, err := p.record(off)
		if err != nil {
			return object{}, err
		}
		if r.typ != offsetDelta && r.typ != idDelta {
			return p.build(s, r, deltas)
		}
		if len(deltas) == maxChain {
			return object{}, errors.New("too many deltas")
		}
		deltas, off = append(deltas, r), r.base
	}
}

// build makes an object of a base and the deltas that follow from it, the last one
// first.
func (p *pack) build(s *store, base record, deltas []record) (object, error) {
	typ := packTypes[base.typ]
	if typ == "" {
		return object{}, errDamaged
	}
	if typ == blobObject {
		return object{typ: typ}, nil
	}
	data, err := p.inflated(s, base)
	for _, d := range slices.Backward(deltas) {
		if err != nil {
			break
		}
		var delta []byte
		if delta, err = p.inflated(s, d); err == nil {
			data, err = s.patch(data, delta)
		}
	}
	return object{typ, data}, err
}

// inflated gives what is compressed in a record.
func (p *pack) inflated(s *store, r record) ([]byte, error) {
	z, err := s.inflate(io.NewSectionReader(p.data, r.data, p.end-r.data))
	if err != nil {
		return nil, damaged(err)
	}
	return s.inflated(z, r.size)
}

// record reads the head of the object at an offset: its type with the size, and
// of a delta where its base is.
func (p *pack) record(off int64) (r record, err error) {
	if off < 0 || off >= p.end {
		return r, errDamaged
	}
	var b [64]byte // more than any head has
	n, err := p.data.ReadAt(b[:min(int64(len(b)), p.end-off)], off)
	if err != nil && !errors.Is(err, io.EOF) {
		return r, err
	}
	head := bytes.NewReader(b[:n])
	c, err := head.ReadByte()
	if err != nil {
		return r, errDamaged
	}
	r.typ, r.size = c>>4&7, uint64(c&15)
	if c&0x80 != 0 {
		rest, err := binary.ReadUvarint(head)
		if err != nil || rest > maxObject {
			return r, errDamaged
		}
		r.size |= rest << 4
	}
	switch r.typ {
	case offsetDelta:
		back, err := readOffset(head)
		if err != nil || back <= 0 || back > off {
			return r, errDamaged
		}
		r.base = off - back
	case idDelta:
		base := make([]byte, p.idSize)
		if _, err := io.ReadFull(head, base); err != nil {
			return r, errDamaged
		}
		at, ok, err := p.find(id(base))
		if err != nil {
			return r, err
		}
		if !ok {
			return r, errDamaged
		}
		r.base = at
	}
	r.data = off + int64(n-head.Len())
	return r, nil
}
