package git

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
)

// The types of objects.
const (
	commitObject = "commit"
	treeObject   = "tree"
	blobObject   = "blob"
	tagObject    = "tag"
)

// object is what the store holds under an ID. The contents of a blob are left out:
// nobody asks for them.
type object struct {
	typ  string
	data []byte
}

// errMissing is the error for an object that the store does not have.
var errMissing = errors.New("is not in the repository")

// Bounds of what is read. A tree of a million files in one folder has about 40 MB;
// the budget is for all of a run, in bytes that are read or made, and looking an
// object up costs something too. It is enough for the way back over 200,000
// commits, and ends what repeats itself without end within seconds.
const (
	maxObject     = 64 << 20
	budget        = 1 << 30
	objectCost    = 1 << 12
	maxAlternates = 5 // within each other, as for Git
)

// store reads objects by ID: from files of their own, from packs, and from the
// stores that are named as alternates.
type store struct {
	idSize int // the length of all IDs, in bytes
	dirs   []*os.Root
	packs  []*pack
	found  bool // packs are those of dirs
	left   int64
	z      io.Reader // that of package zlib, which is costly to make
}

// openStore opens the folder "objects" of a repository whose IDs have idSize bytes.
func openStore(dir string, idSize int) (*store, error) {
	s := &store{idSize: idSize, left: budget}
	if err := s.add(dir, 0); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

// add opens a folder of objects with its alternates. One of these that is not
// there is passed over, as by Git.
func (s *store) add(dir string, depth int) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	s.dirs = append(s.dirs, root)
	text, err := readFile(root, "info/alternates", maxSmall)
	if err != nil || depth == maxAlternates {
		return nil //nolint:nilerr // there are none
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := s.add(join(dir, line), depth+1); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("alternate store of objects: %w", err)
		}
		if len(s.dirs) > maxPacks {
			return errors.New("too many alternate stores of objects")
		}
	}
	return nil
}

func (s *store) close() error {
	var errs []error
	for _, p := range s.packs {
		errs = append(errs, p.close())
	}
	for _, root := range s.dirs {
		errs = append(errs, root.Close())
	}
	return errors.Join(errs...)
}

// spend takes what is read or made from the budget.
func (s *store) spend(n int) error {
	if s.left -= int64(n); s.left < 0 {
		return errors.New("the repository takes too much to read")
	}
	return nil
}

// read gives an object.
func (s *store) read(i id) (object, error) {
	if err := s.spend(objectCost); err != nil {
		return object{}, err
	}
	o, err := s.find(i)
	if err != nil {
		return object{}, fmt.Errorf("object %s %w", i, err)
	}
	return o, nil
}

func (s *store) find(i id) (object, error) {
	if err := s.findPacks(); err != nil {
		return object{}, err
	}
	for _, p := range s.packs {
		off, ok, err := p.find(i)
		if err != nil {
			return object{}, fmt.Errorf("cannot be looked up in %s: %w", p.name, err)
		}
		if !ok {
			continue
		}
		o, err := p.read(s, off)
		if err != nil {
			return object{}, fmt.Errorf("cannot be read from %s: %w", p.name, err)
		}
		return o, nil
	}
	for _, dir := range s.dirs {
		o, err := s.loose(dir, i)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return object{}, fmt.Errorf("cannot be read: %w", err)
		}
		return o, nil
	}
	return object{}, errMissing
}

// get gives the contents of an object that must be of a type.
func (s *store) get(i id, typ string) ([]byte, error) {
	o, err := s.read(i)
	if err == nil && o.typ != typ {
		err = fmt.Errorf("object %s is a %s, not a %s", i, o.typ, typ)
	}
	return o.data, err
}

// maxPacks bounds the number of packs; Git gathers them into one from fifty up.
const maxPacks = 10_000

// findPacks opens the packs, once.
func (s *store) findPacks() error {
	if s.found {
		return nil
	}
	s.found = true
	for _, dir := range s.dirs {
		d, err := dir.Open("pack")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		names, err := d.Readdirnames(-1)
		if err = errors.Join(err, d.Close()); err != nil {
			return err
		}
		slices.Sort(names)
		for _, name := range names {
			name, ok := strings.CutSuffix(name, ".idx")
			if !ok {
				continue
			}
			if len(s.packs) == maxPacks {
				return errors.New("too many packs")
			}
			p, err := openPack(dir, "pack/"+name, s.idSize)
			if err != nil {
				return fmt.Errorf("cannot be looked up in %s: %w", name, err)
			}
			s.packs = append(s.packs, p)
		}
	}
	return nil
}

// loose reads an object from its own file.
func (s *store) loose(dir *os.Root, i id) (object, error) {
	digits := i.String()
	f, _, err := openFile(dir, digits[:2]+"/"+digits[2:])
	if err != nil {
		return object{}, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	z, err := s.inflate(f)
	if err != nil {
		return object{}, damaged(err)
	}
	// "tree 1234" and a zero byte
	header := make([]byte, 0, 32)
	for {
		var c [1]byte
		if _, err := io.ReadFull(z, c[:]); err != nil {
			return object{}, errDamaged
		}
		if c[0] == 0 {
			break
		}
		if header = append(header, c[0]); len(header) == cap(header) {
			return object{}, errDamaged
		}
	}
	typ, digits, _ := strings.Cut(string(header), " ")
	size, err := strconv.ParseUint(digits, 10, 63)
	if err != nil || !slices.Contains([]string{commitObject, treeObject, blobObject, tagObject}, typ) {
		return object{}, errDamaged
	}
	if typ == blobObject {
		return object{typ: typ}, nil
	}
	data, err := s.inflated(z, size)
	return object{typ, data}, err
}

// errDamaged is the error for what is not in the form that Git gives it.
var errDamaged = errors.New("damaged")

// damaged gives the error for reading: what ends too soon is damaged.
func damaged(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errDamaged
	}
	return err
}

// inflate gives what is compressed. It is to be read before the next call.
func (s *store) inflate(r io.Reader) (io.Reader, error) {
	if z, ok := s.z.(zlib.Resetter); ok {
		return s.z, z.Reset(r, nil)
	}
	z, err := zlib.NewReader(r)
	if err == nil {
		s.z = z
	}
	return z, err
}

// inflated reads what is compressed, which must have the size given.
func (s *store) inflated(r io.Reader, size uint64) ([]byte, error) {
	if size > maxObject {
		return nil, errTooLarge
	}
	if err := s.spend(int(size)); err != nil {
		return nil, err
	}
	// It grows as it is read: the size may be a lie.
	b := bytes.NewBuffer(make([]byte, 0, min(size+bytes.MinRead, 1<<16)))
	n, err := b.ReadFrom(io.LimitReader(r, int64(size)+1))
	if err != nil {
		return nil, damaged(err)
	}
	if uint64(n) != size {
		return nil, errDamaged
	}
	return b.Bytes(), nil
}

// abbreviated gives the commits whose IDs begin with hexadecimal digits.
func (s *store) abbreviated(digits string) ([]id, error) {
	all, err := s.withPrefix(digits)
	if err != nil {
		return nil, err
	}
	var out []id
	for _, i := range all {
		o, err := s.read(i)
		if err != nil {
			return nil, err
		}
		if o.typ == commitObject || o.typ == tagObject {
			out = append(out, i)
		}
	}
	return out, nil
}

// withPrefix gives the objects whose IDs begin with at least two hexadecimal
// digits, each once.
func (s *store) withPrefix(digits string) ([]id, error) {
	if err := s.findPacks(); err != nil {
		return nil, err
	}
	var out []id
	for _, p := range s.packs {
		more, err := p.withPrefix(digits)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	for _, dir := range s.dirs {
		d, err := dir.Open(digits[:2])
		if err != nil {
			continue // there are none
		}
		names, err := d.Readdirnames(-1)
		if err = errors.Join(err, d.Close()); err != nil {
			return nil, err
		}
		for _, name := range names {
			if i, ok := parseID(digits[:2] + name); ok && strings.HasPrefix(name, digits[2:]) {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
