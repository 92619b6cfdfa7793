package git

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/cmd/internal/gitignore"
	"github.com/ecslint/ecslint/parsers/parallel"
)

// scan compares the work tree with the index and a tree. It goes through the
// folders several at a time.
type scan struct {
	repository *Repository
	index      *index
	// tree is what the tree has under names for which it differs from the index.
	tree map[string]treeEntry
	skip func(folder string) bool
	list Lister
	// found are the entries of the index that are in the work tree.
	found   []bool
	folders *parallel.Group

	mu      sync.Mutex
	changed []string
	errs    []error
}

func newScan(r *Repository, x *index, tree map[string]treeEntry, skip func(string) bool, list Lister) *scan {
	return &scan{
		repository: r, index: x, tree: tree, skip: skip, list: list, found: make([]bool, len(x.entries)), folders: parallel.NewGroup(),
	}
}

// run goes through the work tree.
func (s *scan) run() error {
	s.folder(place{end: len(s.index.entries), untracked: true})
	s.folders.Wait()
	return errors.Join(s.errs...)
}

// place is a folder of the work tree.
type place struct {
	dir        string // "" for the root, else with a slash at the end
	start, end int    // the entries of the index that are in it
	ignores    *gitignore.Patterns
	untracked  bool // what is not tracked counts
}

// folder goes through a folder and those in it. Symbolic links are not followed.
func (s *scan) folder(p place) {
	entries, err := s.list(strings.TrimSuffix(p.dir, "/"))
	if err != nil {
		if p.start < p.end && !errors.Is(err, fs.ErrNotExist) {
			s.add(nil, err)
		}
		return
	}
	for _, e := range entries {
		switch e.Name() {
		case ".git":
			p.untracked = p.untracked && p.dir == "" // below is another repository
		case ".gitignore":
			if text, err := readFile(s.repository.work, p.dir+e.Name(), maxSmall); err == nil {
				p.ignores = p.ignores.With(strings.TrimSuffix(p.dir, "/"), string(text))
			}
		}
	}
	var changed []string
	for _, e := range entries {
		name := p.dir + e.Name()
		i, tracked := s.lookup(p, name)
		switch {
		case e.Name() == ".git":
		case e.IsDir():
			if !tracked || s.index.entries[i].kind != submodule {
				s.below(p, name, e.Name())
			}
		case e.Type()&^fs.ModeSymlink != 0: // no file: a device, a named pipe
		case tracked:
			s.found[i] = true
			if s.differs(&s.index.entries[i], e) {
				changed = append(changed, name)
			}
		case p.untracked && !p.ignores.Match(name, false):
			changed = append(changed, name)
		}
	}
	s.add(changed, nil)
}

// add keeps what a folder gave.
func (s *scan) add(changed []string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changed = append(s.changed, changed...)
	if err != nil {
		s.errs = append(s.errs, err)
	}
}

// lookup finds the entry of the index for a name in a folder.
func (s *scan) lookup(p place, name string) (i int, ok bool) {
	i = s.search(p, name)
	return i, i < p.end && s.index.entries[i].name == name
}

// search gives the first entry in a folder that does not come before a name.
func (s *scan) search(p place, name string) int {
	return p.start + sort.Search(p.end-p.start, func(i int) bool { return s.index.entries[p.start+i].name >= name })
}

// below goes on to a folder in another one, if there is something that counts.
func (s *scan) below(p place, name, last string) {
	in := place{dir: name + "/", start: s.search(p, name+"/"), end: s.search(p, name+"0"), ignores: p.ignores} // "0" is next to "/"
	if in.start < in.end && s.index.entries[in.start].kind == folder {                                         // none of it is to be in the work tree
		return
	}
	in.untracked = p.untracked && !s.skip(last) && !p.ignores.Match(name, true)
	if in.untracked || in.start < in.end {
		s.folders.Do(func() { s.folder(in) })
	}
}

// differs reports whether a tracked file is not what the tree has. It is read only
// if its size and time do not show that it is what the index has.
func (s *scan) differs(e *entry, d fs.DirEntry) bool {
	info, err := d.Info()
	if err != nil {
		return true // it is gone since the folder was read
	}
	base, known := s.tree[e.name]
	if !known {
		base = treeEntry{kind: e.kind, id: e.id}
	}
	is := kindIn(info.Mode())
	if s.unchanged(e, is, info) {
		return known
	}
	ids := s.contents(e.name, is)
	if is == e.kind && slices.Contains(ids, e.id) {
		return known
	}
	return is != base.kind || !slices.Contains(ids, base.id)
}

// kindIn gives the kind of what is no folder in the work tree.
func kindIn(m fs.FileMode) kind {
	if m&fs.ModeSymlink != 0 {
		return symlink
	}
	return file
}

// unchanged reports whether a file shows to be what the index has. Git sets the
// size of an entry to zero if it cannot tell by the time.
func (s *scan) unchanged(e *entry, is kind, info fs.FileInfo) bool {
	if e.assumed {
		return true
	}
	size := uint32(info.Size()) // cut as in the index
	return e.id != "" && is == e.kind && size == e.size && info.ModTime().Equal(e.modified) && e.modified.Before(s.index.written) &&
		(size != 0 || e.id == blobID(nil, len(e.id)))
}

// maxContents is the largest file whose contents are compared, in bytes. One that is
// larger is taken for changed if its size or time are: none of ecslint's inputs is
// as large.
const maxContents = 16 << 20

// contents gives the IDs of what is in a file: as it is, and with line ends as Git
// makes them of CR LF; none if it cannot be read.
func (s *scan) contents(name string, is kind) []id {
	size := len(s.repository.head)
	if is == symlink {
		to, err := s.repository.work.Readlink(filepath.FromSlash(name))
		if err != nil {
			return nil
		}
		return []id{blobID([]byte(filepath.ToSlash(to)), size)}
	}
	b, err := readFile(s.repository.work, name, maxContents)
	if err != nil {
		return nil
	}
	ids := []id{blobID(b, size)}
	// Git takes a file for binary by a zero byte near its beginning.
	const beginning = 8000
	if bytes.Contains(b, []byte("\r\n")) && bytes.IndexByte(b[:min(len(b), beginning)], 0) < 0 {
		ids = append(ids, blobID(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")), size))
	}
	return ids
}

// gone gives the files that the tree has and the work tree has not, of those that
// the index has.
func (s *scan) gone() []string {
	var out []string
	for i := range s.index.entries {
		e := &s.index.entries[i]
		if s.found[i] || e.sparse || e.kind == submodule {
			continue
		}
		if base, known := s.tree[e.name]; !known || base.kind != unknownKind {
			out = append(out, e.name)
		}
	}
	return out
}
