package git

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
)

// Change is what differs between a commit and the work tree. Names are relative to
// the root, with slashes, and sorted.
type Change struct {
	// Files are those that were added or modified, or became a file from a symbolic
	// link or the other way round; one that was renamed is under its new name. They
	// are in the work tree.
	Files []string
	// Deleted are those that were deleted; one that was renamed is under its old
	// name.
	Deleted []string
	// Base is the ID of the commit, in hexadecimal digits.
	Base string
	// Shallow reports that Base is the revision itself, as the commit from which HEAD
	// and it went separate ways is not in the clone.
	Shallow bool
}

// Lister reads a folder by its name relative to the root, "a/b"; "" is the root.
type Lister func(dir string) ([]fs.DirEntry, error)

// Changed tells what was changed on the way to the work tree since it left a
// revision: what differs from the best common ancestor of that and HEAD, be it
// committed, staged or not, and files that are not tracked and not ignored. That
// is "git diff --merge-base" with untracked files.
//
// A revision is a branch, tag, other reference or the ID of a commit, which may be
// cut short, with ~N or ^N behind it. skip names folders, by the last part of their
// path, whose untracked files do not count. list reads a folder of the work tree, by
// its name relative to the root.
//
// It differs from Git in this: a file is compared by its kind and contents, not by
// its permissions; line ends CR LF are the same as LF if Git could have made them
// so; filters (such as Git LFS) are not run; untracked files are ignored by
// .gitignore alone; a file in a submodule is none of the repository's.
func (r *Repository) Changed(revision string, skip func(folder string) bool, list Lister) (*Change, error) {
	to, err := r.resolve(revision)
	if err != nil {
		return nil, err
	}
	out := &Change{}
	base, err := r.mergeBase(r.head, to)
	if errors.Is(err, errUnrelated) && r.isShallow() {
		base, err, out.Shallow = to, nil, true
	}
	if err != nil {
		return nil, fmt.Errorf("revision %q: %w", revision, err)
	}
	out.Base = base.String()
	c, err := r.commit(base)
	if err != nil {
		return nil, err
	}
	x, err := r.readIndex()
	if err != nil {
		return nil, err
	}
	d := &difference{store: r.store, tracked: map[string]treeEntry{}}
	if err := d.compare("", c.tree, x.entries, x.tree); err != nil {
		return nil, err
	}
	s := newScan(r, x, d.tracked, skip, list)
	if err := s.run(); err != nil {
		return nil, err
	}
	out.Files = s.changed
	slices.Sort(out.Files)
	for _, name := range append(d.dropped, s.gone()...) {
		// What is no longer tracked may still be there.
		if _, there := slices.BinarySearch(out.Files, name); !there {
			out.Deleted = append(out.Deleted, name)
		}
	}
	slices.Sort(out.Deleted)
	return out, nil
}
