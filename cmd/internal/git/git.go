// Package git tells which files of a work tree have changed since a commit. It
// reads the object store, the references and the index as Git lays them out on
// disk, without the program git: https://git-scm.com/docs/gitrepository-layout.
//
// It reads as much of a repository as the question needs: commits, trees and
// tags, never the contents of files in the object store. A repository is input
// like any other: what is damaged or made to harm is an error, within bounds of
// memory and time.
package git

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// ErrNoRepository is the error for a folder that is not the root of a work tree.
var ErrNoRepository = errors.New("not a Git repository")

// Repository is the work tree of a repository with what Git keeps about it. It is
// used by one goroutine at a time.
type Repository struct {
	work   *os.Root
	own    *os.Root // the work tree's own part: HEAD and the index
	common *os.Root // what all work trees share: objects and references
	store  *store
	// head is the commit that is checked out. The length of its ID is that of all
	// IDs: SHA-1's or SHA-256's.
	head id
	// shallow are the commits at which a shallow clone ends; read on first use.
	shallow map[id]bool
}

// Bounds of the files of a repository, in bytes. The index of a repository of a
// million files has about 100 MB.
const (
	maxSmall = 1 << 20   // one reference, the path of a folder
	maxLarge = 256 << 20 // the index, all packed references
)

// Open opens the repository whose work tree has the root given. That is the folder
// with ".git", which is a folder itself, or the file that a linked work tree and
// a submodule have in its place. The error is [ErrNoRepository] if there is none.
func Open(root string) (*Repository, error) {
	r := &Repository{}
	if err := r.open(root); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

func (r *Repository) open(root string) (err error) {
	if r.work, err = os.OpenRoot(root); err != nil {
		return err
	}
	own, err := r.ownFolder(root)
	if err != nil {
		return err
	}
	if r.own, err = os.OpenRoot(own); err != nil {
		return fmt.Errorf("%w: %w", ErrNoRepository, err)
	}
	common := own
	if text, err := readFile(r.own, "commondir", maxSmall); err == nil {
		common = join(own, strings.TrimRight(string(text), "\r\n"))
	}
	if r.common, err = os.OpenRoot(common); err != nil {
		return fmt.Errorf("%w: %w", ErrNoRepository, err)
	}
	if info, err := r.common.Stat("reftable"); err == nil && info.IsDir() {
		return errors.New(`its references are a reftable, which is not supported: "git refs migrate --ref-format=files" converts them`)
	}
	if r.head, err = r.reference("HEAD"); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = errors.New("nothing is committed yet")
		}
		return err
	}
	if r.store, err = openStore(filepath.Join(common, "objects"), len(r.head)); err != nil {
		return fmt.Errorf("%w: %w", ErrNoRepository, err)
	}
	return nil
}

// ownFolder gives the folder that ".git" is or names.
func (r *Repository) ownFolder(root string) (string, error) {
	info, err := r.work.Lstat(".git")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", ErrNoRepository
	case err != nil:
		return "", err
	case info.IsDir():
		return filepath.Join(root, ".git"), nil
	case info.Mode()&fs.ModeSymlink != 0:
		return "", fmt.Errorf("%w: .git is a symbolic link", ErrNoRepository)
	}
	text, err := readFile(r.work, ".git", maxSmall)
	if err != nil {
		return "", err
	}
	to, ok := strings.CutPrefix(string(text), "gitdir: ")
	if !ok {
		return "", fmt.Errorf("%w: .git is a file that names no folder", ErrNoRepository)
	}
	return join(root, strings.TrimRight(to, "\r\n")), nil
}

// join gives the path that another one, in a file of base, stands for.
func join(base, to string) string {
	to = filepath.FromSlash(to)
	if filepath.IsAbs(to) {
		return filepath.Clean(to)
	}
	return filepath.Join(base, to)
}

// Close frees what the repository holds open.
func (r *Repository) Close() error {
	var errs []error
	for _, root := range []*os.Root{r.work, r.own, r.common} {
		if root != nil {
			errs = append(errs, root.Close())
		}
	}
	if r.store != nil {
		errs = append(errs, r.store.close())
	}
	return errors.Join(errs...)
}

// errTooLarge is the error for a file or object over its bound.
var errTooLarge = errors.New("too large")

// openFile opens a regular file and gives its size.
func openFile(root *os.Root, name string) (*os.File, int64, error) {
	// Without O_NONBLOCK, opening a named pipe waits for its writer.
	f, err := root.OpenFile(filepath.FromSlash(name), os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

// readFile reads a regular file of a folder up to a size. What is there and is no
// regular file counts as not there.
func readFile(root *os.Root, name string, limit int64) ([]byte, error) {
	f, size, err := openFile(root, name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	if size > limit {
		return nil, fmt.Errorf("%s: %w", name, errTooLarge)
	}
	b := make([]byte, size)
	n, err := io.ReadFull(f, b)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return b[:n], nil
}
