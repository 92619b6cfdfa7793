package discover

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestFoldersAreReadOnce(t *testing.T) {
	root := t.TempDir()
	write := func(name string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(root, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(root, "a"), 0o700); err != nil {
		t.Fatal(err)
	}
	write("a/one")
	f := NewFolders(root)
	for range 2 {
		entries, err := f.Read("a")
		if err != nil || len(entries) != 1 || entries[0].Name() != "one" {
			t.Fatalf("a: %v, %v; want one", entries, err)
		}
		write("a/two")
	}
	for _, name := range []string{"", "."} {
		entries, err := f.Read(name)
		if err != nil || len(entries) != 1 || entries[0].Name() != "a" {
			t.Errorf("%q: %v, %v; want a", name, entries, err)
		}
	}
	if _, err := f.Read("b"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("b: %v, want that it does not exist", err)
	}
	if err := os.Mkdir(filepath.Join(root, "b"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Read("b"); err != nil {
		t.Errorf("b: %v, want that it is tried again", err)
	}
}
