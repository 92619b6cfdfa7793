package git

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// index is what Git tracks in the work tree:
// https://git-scm.com/docs/index-format.
type index struct {
	// entries are by name, each name once.
	entries []entry
	// tree has the IDs that folders would have if they were committed; nil if they
	// are not known.
	tree *cachedTree
	// written is when the file was written. An entry that is not older than that may
	// have changed since without a trace in its time and size.
	written time.Time
}

// entry is one tracked file.
type entry struct {
	name string
	kind kind
	// id is that of the contents; empty for a file with a conflict, which has several.
	id id
	// size, in bytes and cut to 32 bits, and modified are those of the file when its
	// contents were last compared with id.
	size     uint32
	modified time.Time
	// assumed is a file that the user says does not change.
	assumed bool
	// sparse is a file that need not be in the work tree, or a folder of such, whose
	// name then ends in a slash.
	sparse bool
}

// kind is what a name stands for, in the index and in a tree.
type kind uint8

const (
	unknownKind kind = iota
	file
	symlink
	folder
	submodule
)

// kindOf gives the kind that a mode stands for. Whether a file is executable is
// nobody's concern here.
func kindOf(mode uint32) kind {
	switch mode >> 12 {
	case 0o04:
		return folder
	case 0o10:
		return file
	case 0o12:
		return symlink
	case 0o16:
		return submodule
	}
	return unknownKind
}

// readIndex reads the index. One that does not exist is empty.
func (r *Repository) readIndex() (*index, error) {
	info, err := r.own.Stat("index")
	if err != nil {
		return &index{}, nil //nolint:nilerr // as it says
	}
	b, err := readFile(r.own, "index", maxLarge)
	if err != nil {
		return nil, err
	}
	x, err := parseIndex(b, len(r.head), r.store.spend)
	if err != nil {
		return nil, fmt.Errorf("the index: %w", err)
	}
	x.written = info.ModTime()
	return x, nil
}

// parseIndex reads an index whose IDs have idSize bytes. What its names take is
// given to spend.
func parseIndex(b []byte, idSize int, spend func(int) error) (*index, error) {
	const header = 12
	if len(b) < header+idSize || string(b[:4]) != "DIRC" {
		return nil, errDamaged
	}
	p := indexParser{
		// The checksum at the end is left out by many settings of Git.
		text: string(b[:len(b)-idSize]), off: header, idSize: idSize, spend: spend,
		version: binary.BigEndian.Uint32(b[4:]),
	}
	if p.version < 2 || p.version > 4 {
		return nil, fmt.Errorf("version %d is not supported", p.version)
	}
	x := &index{}
	for range binary.BigEndian.Uint32(b[8:]) {
		e, err := p.entry()
		if err != nil {
			return nil, err
		}
		n := len(x.entries)
		switch {
		case n == 0 || x.entries[n-1].name < e.name:
			x.entries = append(x.entries, e)
		case x.entries[n-1].name != e.name || e.id != "": // another side of a conflict is passed over
			return nil, errDamaged
		}
	}
	var err error
	x.tree, err = p.extensions()
	return x, err
}

// indexParser is a place in an index.
type indexParser struct {
	text    string
	off     int
	version uint32
	idSize  int
	last    string // the name of the last entry
	spend   func(int) error
}

// take gives the next n bytes.
func (p *indexParser) take(n int) (string, error) {
	if n < 0 || n > len(p.text)-p.off {
		return "", errDamaged
	}
	p.off += n
	return p.text[p.off-n : p.off], nil
}

// until gives what comes before a byte, and goes behind that.
func (p *indexParser) until(c byte) (string, error) {
	s, _, ok := strings.Cut(p.text[p.off:], string(c))
	if !ok {
		return "", errDamaged
	}
	p.off += len(s) + 1
	return s, nil
}

// ReadByte gives the next byte.
func (p *indexParser) ReadByte() (byte, error) {
	s, err := p.take(1)
	if err != nil {
		return 0, err
	}
	return s[0], nil
}

// number is the number in the four bytes at an offset.
func number(s string, off int) uint32 { return binary.BigEndian.Uint32([]byte(s[off : off+4])) }

// Flags of an entry, in sixteen bits and, of some, in sixteen further ones.
const (
	flagAssumed  = 1 << 15
	flagExtended = 1 << 14
	maskStage    = 3 << 12
	flagSparse   = 1 << 14 // a further one
)

// entry reads an entry: forty bytes about the file, its ID, flags, and the name.
func (p *indexParser) entry() (e entry, err error) {
	start := p.off
	const aboutSize, flagsSize = 40, 2
	s, err := p.take(aboutSize + p.idSize + flagsSize)
	if err != nil {
		return e, err
	}
	e = entry{
		modified: time.Unix(int64(number(s, 8)), int64(number(s, 12))),
		kind:     kindOf(number(s, 24)),
		size:     number(s, 36),
		id:       id(s[aboutSize : aboutSize+p.idSize]),
	}
	flags := int(s[len(s)-2])<<8 | int(s[len(s)-1])
	e.assumed = flags&flagAssumed != 0
	if flags&maskStage != 0 {
		e.id = ""
	}
	if flags&flagExtended != 0 && p.version > 2 {
		if s, err = p.take(flagsSize); err != nil {
			return e, err
		}
		e.sparse = int(s[0])<<8&flagSparse != 0
	}
	if e.name, err = p.name(); err != nil {
		return e, err
	}
	if p.version < 4 { // zero bytes up to a multiple of eight
		_, err = p.take((start - p.off) & 7)
	}
	if !validPath(strings.TrimSuffix(e.name, "/")) || strings.HasSuffix(e.name, "/") != (e.kind == folder) || e.kind == unknownKind {
		return e, errDamaged
	}
	e.sparse = e.sparse || e.kind == folder
	return e, err
}

// longestPath bounds paths. It is what operating systems allow.
const longestPath = 4096

// name reads a name. In version 4 it says what of the last one's end is replaced.
func (p *indexParser) name() (name string, err error) {
	drop := int64(len(p.last))
	if p.version == 4 {
		if drop, err = readOffset(p); err != nil || drop > int64(len(p.last)) {
			return "", errDamaged
		}
	}
	rest, err := p.until(0)
	if err != nil {
		return "", err
	}
	name = rest
	if kept := p.last[:len(p.last)-int(drop)]; kept != "" {
		name = kept + rest
		if err := p.spend(len(name)); err != nil {
			return "", err
		}
	}
	if len(name) > longestPath {
		return "", errDamaged
	}
	p.last = name
	return name, nil
}

// validPath reports whether a path in an index leads to a place below the root.
func validPath(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if !validName(part) {
			return false
		}
	}
	return true
}

// validName reports whether a folder can have an entry of a name.
func validName(name string) bool {
	return name != "" && name != "." && name != ".." && !strings.EqualFold(name, ".git") && !strings.ContainsAny(name, "/\x00")
}

// extensions reads what follows the entries: parts with a name of four letters.
// Those whose name begins with a capital can be passed over.
func (p *indexParser) extensions() (*cachedTree, error) {
	var tree *cachedTree
	for p.off < len(p.text) {
		head, err := p.take(8)
		if err != nil {
			return nil, err
		}
		data, err := p.take(int(number(head, 4)))
		if err != nil {
			return nil, err
		}
		switch name := head[:4]; {
		case name == "TREE":
			t := indexParser{text: data, idSize: p.idSize}
			if _, tree, err = t.cachedTree(0); err != nil {
				return nil, err
			}
		case name == "link":
			return nil, errors.New(`it is split in two, which is not supported: "git update-index --no-split-index" joins them`)
		case name == "sdir": // there are folders among the entries
		case name[0] < 'A' || name[0] > 'Z':
			return nil, fmt.Errorf("extension %q is not supported", name)
		}
	}
	return tree, nil
}

// cachedTree has the IDs of the trees that the index was last read from or written
// to, as far as they still hold.
type cachedTree struct {
	id      id // empty if the tree has changed
	folders map[string]*cachedTree
}

// folder gives the tree of a folder; nil if it is not known.
func (t *cachedTree) folder(name string) *cachedTree {
	if t == nil {
		return nil
	}
	return t.folders[name]
}

// is reports whether the tree is known and is the one given.
func (t *cachedTree) is(i id) bool { return t != nil && t.id == i }

// maxFolders bounds folders in each other. A path cannot have more.
const maxFolders = 2048

// cachedTree reads a tree: its name, the number of entries that it covers, or one
// below zero, and of folders in it, its ID, and these folders.
func (p *indexParser) cachedTree(depth int) (name string, t *cachedTree, err error) {
	if depth > maxFolders {
		return "", nil, errDamaged
	}
	var entries, folders string
	if name, err = p.until(0); err == nil {
		if entries, err = p.until(' '); err == nil {
			folders, err = p.until('\n')
		}
	}
	n, err1 := strconv.Atoi(entries)
	children, err2 := strconv.Atoi(folders)
	if err = cmp.Or(err, err1, err2); err != nil {
		return "", nil, errDamaged
	}
	t = &cachedTree{folders: map[string]*cachedTree{}}
	if n >= 0 {
		s, err := p.take(p.idSize)
		if err != nil {
			return "", nil, err
		}
		t.id = id(s)
	}
	for range children {
		name, child, err := p.cachedTree(depth + 1)
		if err != nil {
			return "", nil, err
		}
		t.folders[name] = child
	}
	return name, t, nil
}
