package discover

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Folders reads folders of a repository, each once, for a run that looks at all of it
// several times. They may be used from several goroutines.
type Folders struct {
	root string

	mu   sync.Mutex
	read map[string][]fs.DirEntry
}

// NewFolders gives the folders below a root.
func NewFolders(root string) *Folders {
	return &Folders{root: root, read: map[string][]fs.DirEntry{}}
}

// Read gives what is in a folder, by name. The name is relative to the root, with
// slashes; "" and "." are the root. What cannot be read is tried again the next time.
func (f *Folders) Read(dir string) ([]fs.DirEntry, error) {
	if dir == "" {
		dir = "."
	}
	f.mu.Lock()
	entries, ok := f.read[dir]
	f.mu.Unlock()
	if ok {
		return entries, nil
	}
	entries, err := readDir(f.root, dir)
	if err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.read[dir] = entries
	return entries, nil
}

// readDir gives what is in a folder of the root.
func (s Scope) readDir(dir string) ([]fs.DirEntry, error) {
	if s.Folders != nil {
		return s.Folders.Read(dir)
	}
	return readDir(s.Root, dir)
}

func readDir(root, dir string) ([]fs.DirEntry, error) {
	return os.ReadDir(filepath.Join(root, filepath.FromSlash(dir)))
}
