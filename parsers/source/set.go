package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
)

// MaxSize is the largest file that is read, in bytes. Files of many megabytes
// take seconds each in the parsers, and no hand-written configuration is
// larger.
const MaxSize = 5 << 20

// ErrOutside is the error for a path that leads out of the root.
var ErrOutside = errors.New("path leads outside of the repository")

// ErrTooLarge is the error for a file of more than [MaxSize] bytes.
var ErrTooLarge = fmt.Errorf("file is larger than %d MiB", MaxSize>>20)

// ErrNotRegular is the error for a path that is no regular file.
var ErrNotRegular = errors.New("not a regular file")

// Set is the one door through which files are read. Each file is read once. An
// overlay stands in for a file on disk, so that an editor's unsaved text is
// what is linted. Nothing outside of the root is read, also not through
// symbolic links. A Set may be used from several goroutines.
type Set struct {
	dir  string
	root *os.Root

	mu       sync.Mutex
	files    map[string]*entry
	overlays map[string]*File
	folders  map[string]bool // whether no symbolic link leads to them
}

// entry is one file on disk. Its result is written with the set's lock held, so
// that [Set.Files] sees either nothing or all of it.
type entry struct {
	once sync.Once
	file *File
	err  error
}

// NewSet opens a set whose root is the folder dir.
func NewSet(dir string) (*Set, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(abs)
	if err != nil {
		return nil, err
	}
	return &Set{dir: abs, root: root, files: map[string]*entry{}, overlays: map[string]*File{}, folders: map[string]bool{}}, nil
}

// NewMemory gives a set that holds just the given files by name, for tests.
func NewMemory(files map[string]string) *Set {
	s := &Set{files: map[string]*entry{}, overlays: map[string]*File{}}
	for name, text := range files {
		s.Overlay(name, []byte(text))
	}
	return s
}

// Close frees the root. Files that were read stay usable.
func (s *Set) Close() error {
	if s.root == nil {
		return nil
	}
	return s.root.Close()
}

// Dir is the absolute path of the root; empty for a set in memory.
func (s *Set) Dir() string { return s.dir }

// Clean gives the name of a file as the set knows it: relative to the root,
// with slashes. The error is [ErrOutside] for a name that leaves the root.
func (s *Set) Clean(name string) (string, error) {
	if filepath.IsAbs(name) {
		rel, err := filepath.Rel(s.dir, name)
		if err != nil || s.dir == "" {
			return "", ErrOutside
		}
		name = rel
	}
	name = path.Clean(filepath.ToSlash(name))
	if name == ".." || strings.HasPrefix(name, "../") || path.IsAbs(name) {
		return "", ErrOutside
	}
	return name, nil
}

// Read gives the file of a name relative to the root (or an absolute path
// below it). Errors are [ErrOutside], [ErrTooLarge], [ErrNotRegular] or those
// of the operating system, such as [fs.ErrNotExist].
func (s *Set) Read(name string) (*File, error) {
	name, err := s.Clean(name)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	if f, ok := s.overlays[name]; ok {
		s.mu.Unlock()
		return f, nil
	}
	e, ok := s.files[name]
	if !ok {
		e = &entry{}
		s.files[name] = e
	}
	s.mu.Unlock()
	s.fill(e, func() (*File, error) { return s.load(name) })
	return e.file, e.err
}

// fill reads the file of an entry, once. The lock is for [Set.Files], which looks
// at entries whose reading it does not wait for.
func (s *Set) fill(e *entry, read func() (*File, error)) {
	e.once.Do(func() {
		file, err := read()
		s.mu.Lock()
		defer s.mu.Unlock()
		e.file, e.err = file, err
	})
}

func (s *Set) load(name string) (*File, error) {
	b, err := s.read(name, nil, false)
	if err != nil {
		return nil, err
	}
	return NewFile(name, b), nil
}

// scratch holds buffers for files that may turn out not to matter.
var scratch = sync.Pool{New: func() any { return new([]byte) }}

// ReadIf is [Set.Read] for a file of which keep decides, by its bytes, whether
// it matters. Where keep says no, nothing is kept and the result is nil without
// an error. Of a file that is too large keep sees the first [MaxSize] bytes, so
// that [ErrTooLarge] is the error only of a file that matters. The bytes are
// keep's only until it returns.
func (s *Set) ReadIf(name string, keep func([]byte) bool) (*File, error) {
	name, err := s.Clean(name)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	f := s.overlays[name]
	e, known := s.files[name]
	s.mu.Unlock()
	if f == nil && known {
		s.fill(e, func() (*File, error) { return s.load(name) })
		if e.err != nil && !errors.Is(e.err, ErrTooLarge) {
			return nil, e.err
		}
		f = e.file
	}
	if f != nil {
		if !keep(f.Bytes) {
			return nil, nil
		}
		return f, nil
	}
	buf := scratch.Get().(*[]byte) //nolint:forcetypeassert // nothing else is in the pool
	defer scratch.Put(buf)
	b, err := s.read(name, (*buf)[:0], true)
	*buf = b
	switch {
	case err != nil && !errors.Is(err, ErrTooLarge):
		return nil, err
	case !keep(b):
		return nil, nil
	case err != nil:
		return nil, err
	}
	s.mu.Lock()
	e, known = s.files[name]
	if !known {
		e = &entry{}
		s.files[name] = e
	}
	s.mu.Unlock()
	s.fill(e, func() (*File, error) { return NewFile(name, bytes.Clone(b)), nil })
	return e.file, e.err
}

// read appends the contents of a file to b. With head it gives the beginning of
// a file that is too large along with the error.
func (s *Set) read(name string, b []byte, head bool) ([]byte, error) {
	if s.root == nil {
		return b, fs.ErrNotExist
	}
	// Without O_NONBLOCK, opening a named pipe waits for its writer.
	f, err := s.root.OpenFile(filepath.FromSlash(name), os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return b, s.rootError(name, err)
	}
	defer f.Close() //nolint:errcheck // nothing was written
	info, err := f.Stat()
	if err != nil {
		return b, cause(err)
	}
	if !info.Mode().IsRegular() {
		return b, ErrNotRegular
	}
	if info.Size() > MaxSize && !head {
		return b, ErrTooLarge
	}
	// The size is a hint only: a file may grow while it is read.
	b = slices.Grow(b, int(min(info.Size(), MaxSize))+1)
	for {
		n, err := f.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if len(b) > MaxSize {
			return b[:MaxSize], ErrTooLarge
		}
		if errors.Is(err, io.EOF) {
			return b, nil
		}
		if err != nil {
			return b, cause(err)
		}
		if len(b) == cap(b) {
			b = slices.Grow(b, 512)
		}
	}
}

// Real gives the name of a file without symbolic links on the way to it; the
// name itself where the file is not on disk, or outside of the root.
func (s *Set) Real(name string) string {
	if s.root == nil {
		return name
	}
	if s.plain(path.Dir(name)) {
		if info, err := os.Lstat(filepath.Join(s.dir, filepath.FromSlash(name))); err == nil && info.Mode()&fs.ModeSymlink == 0 {
			return name
		}
	}
	real, err := Follow(s.dir, name)
	if err != nil {
		return name
	}
	return real
}

// plain reports whether there is no symbolic link on the way to a folder, nor the folder
// one. It is looked up once.
func (s *Set) plain(dir string) bool {
	s.mu.Lock()
	plain, known := s.folders[dir]
	s.mu.Unlock()
	if known {
		return plain
	}
	real, err := Follow(s.dir, dir)
	plain = err == nil && real == dir
	s.mu.Lock()
	defer s.mu.Unlock()
	s.folders[dir] = plain
	return plain
}

// downloaded reports whether a file lies where "terraform init" puts modules.
func downloaded(name string) bool {
	return strings.HasPrefix(name, ".terraform/") || strings.Contains(name, "/.terraform/")
}

// rootError names the one failure that os.Root has no exported error for: a
// symbolic link that leads out of the root.
func (s *Set) rootError(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return cause(err)
	}
	if _, e := Follow(s.dir, name); errors.Is(e, ErrOutside) {
		return ErrOutside
	}
	return cause(err)
}

// cause drops the path that package os puts into its errors: whoever reports
// the error names the file.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

// Overlay makes b the contents of name, whatever is on disk.
func (s *Set) Overlay(name string, b []byte) {
	if clean, err := s.Clean(name); err == nil {
		name = clean
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.overlays[name] = NewFile(name, b)
}

// ReadDir lists the names of the entries of a folder, sorted, with overlays
// that lie in it. Folders end in "/".
func (s *Set) ReadDir(name string) ([]string, error) {
	name, err := s.Clean(name)
	if err != nil {
		return nil, err
	}
	var names []string
	known := false
	if s.root != nil {
		d, err := s.root.Open(filepath.FromSlash(name))
		if err == nil {
			var entries []fs.DirEntry
			entries, err = d.ReadDir(-1)
			d.Close() //nolint:errcheck // nothing was written
			for _, e := range entries {
				n := e.Name()
				switch {
				case e.IsDir():
					n += "/"
				case e.Type()&fs.ModeSymlink != 0:
					if info, err := s.root.Stat(filepath.FromSlash(path.Join(name, n))); err == nil && info.IsDir() {
						n += "/"
					}
				}
				names = append(names, n)
			}
			known = err == nil
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, s.rootError(name, err)
		}
	}
	s.mu.Lock()
	for o := range s.overlays {
		rest, ok := strings.CutPrefix(o, name+"/")
		if name == "." {
			rest, ok = o, true
		}
		if !ok {
			continue
		}
		known = true
		if i := strings.IndexByte(rest, '/'); i >= 0 {
			rest = rest[:i+1]
		}
		names = append(names, rest)
	}
	s.mu.Unlock()
	if !known {
		return nil, fs.ErrNotExist
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// Files gives every file that was read so far and every overlay, sorted by name.
func (s *Set) Files() []*File {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []*File
	for name, e := range s.files {
		if _, hidden := s.overlays[name]; e.file != nil && !hidden {
			out = append(out, e.file)
		}
	}
	for _, f := range s.overlays {
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b *File) int { return strings.Compare(a.Name, b.Name) })
	return out
}
