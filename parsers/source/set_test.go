package source

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// open gives a set over a new folder with files in it.
func open(t *testing.T, files map[string]string) *Set {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set, err := NewSet(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { set.Close() }) //nolint:errcheck // nothing was written
	return set
}

func TestReadIf(t *testing.T) {
	set := open(t, map[string]string{"a": "wanted", "b": "other", "big": "wanted", "huge": "other"})
	for _, name := range []string{"big", "huge"} {
		if err := os.Truncate(filepath.Join(set.Dir(), name), MaxSize+1); err != nil {
			t.Fatal(err)
		}
	}
	wanted := func(b []byte) bool { return bytes.HasPrefix(b, []byte("wanted")) }
	for range 2 { // the second time from memory
		for _, test := range []struct {
			name string
			text string
			err  error
		}{
			{"a", "wanted", nil},
			{"b", "", nil},
			{"big", "", ErrTooLarge},
			{"huge", "", nil},
			{"none", "", fs.ErrNotExist},
			{"../x", "", ErrOutside},
		} {
			f, err := set.ReadIf(test.name, wanted)
			if !errors.Is(err, test.err) || (f != nil) != (test.text != "") || f != nil && string(f.Bytes) != test.text {
				t.Errorf("ReadIf(%s) = %v, %v", test.name, f, err)
			}
		}
	}
	if files := set.Files(); len(files) != 1 || files[0].Name != "a" {
		t.Errorf("kept %v", files)
	}
	if f, err := set.Read("a"); err != nil || f != set.Files()[0] {
		t.Errorf("Read gives another file: %v, %v", f, err)
	}
	set.Overlay("b", []byte("wanted"))
	if f, err := set.ReadIf("b", wanted); err != nil || f == nil {
		t.Errorf("overlay: %v, %v", f, err)
	}
}

func TestReal(t *testing.T) {
	set := open(t, map[string]string{"a/b/c": ""})
	for link, target := range map[string]string{"dir": "a/b", "file": "a/b/c", "out": "/etc/hostname", "gone": "none"} {
		if err := os.Symlink(target, filepath.Join(set.Dir(), link)); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{
		"a/b/c": "a/b/c", "dir/c": "a/b/c", "file": "a/b/c", "out": "out", "gone": "gone", "none": "none",
	} {
		if got := set.Real(name); got != want {
			t.Errorf("Real(%s) = %s, want %s", name, got, want)
		}
	}
	if got := NewMemory(map[string]string{"a": ""}).Real("a"); got != "a" {
		t.Errorf("in memory: %s", got)
	}
}
