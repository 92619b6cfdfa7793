package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRead(t *testing.T) {
	t.Parallel()
	set := open(t, map[string]string{"a.tf": "a", "d/b.tf": "b", "fits": "", "large": "", "secret": ""})
	if err := os.Truncate(filepath.Join(set.Dir(), "fits"), MaxSize); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(filepath.Join(set.Dir(), "large"), MaxSize+1); err != nil {
		t.Fatal(err)
	}
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.WriteFile(outside, []byte("not for us"), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, target := range map[string]string{
		"link": "d/b.tf", "d/up": "../a.tf", "folder": "d", "gone": "none", "loop": "loop",
		"out": outside, "outfolder": filepath.Dir(outside), "d/far": "../../../../../../../../etc/passwd", "hop": "out",
	} {
		if err := os.Symlink(target, filepath.Join(set.Dir(), link)); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		name, text string
		as         string // the name of the file, if it differs
		err        error
	}{
		{name: "a.tf", text: "a"},
		{name: "./d/../a.tf", text: "a", as: "a.tf"},
		{name: "d//b.tf", text: "b", as: "d/b.tf"},
		{name: filepath.Join(set.Dir(), "d/b.tf"), text: "b", as: "d/b.tf"},
		{name: "link", text: "b"},
		{name: "d/up", text: "a"},
		{name: "folder/b.tf", text: "b"},
		{name: "none", err: fs.ErrNotExist},
		{name: "a.tf/x", err: errAny},
		{name: "gone", err: fs.ErrNotExist},
		{name: "loop", err: errAny},
		{name: "", err: ErrNotRegular},
		{name: ".", err: ErrNotRegular},
		{name: "d", err: ErrNotRegular},
		{name: "folder", err: ErrNotRegular},
		{name: "large", err: ErrTooLarge},
		{name: "..", err: ErrOutside},
		{name: "../x", err: ErrOutside},
		{name: "d/../../x", err: ErrOutside},
		{name: outside, err: ErrOutside},
		{name: "/etc/passwd", err: ErrOutside},
		{name: "out", err: ErrOutside},
		{name: "outfolder/outside", err: ErrOutside},
		{name: "d/far", err: ErrOutside},
		{name: "hop", err: ErrOutside},
	} {
		f, err := set.Read(test.name)
		switch {
		case test.err == nil && err != nil:
			t.Errorf("%s: %v", test.name, err)
		case test.err == nil:
			if test.as == "" {
				test.as = test.name
			}
			if f.Name != test.as || string(f.Bytes) != test.text {
				t.Errorf("%s: got %s with %q", test.name, f.Name, f.Bytes)
			}
		case f != nil || !is(err, test.err):
			t.Errorf("%s: got %v and %v, want %v", test.name, f, err, test.err)
		}
	}
	if f, err := set.Read("fits"); err != nil || len(f.Bytes) != MaxSize {
		t.Errorf("a file of the largest size: %v", err)
	}
}

// errAny stands for any error of the operating system.
var errAny = errors.New("any error")

// is reports whether err is the error want.
func is(err, want error) bool {
	return errors.Is(err, want) || err != nil && errors.Is(want, errAny)
}

func TestEachFileIsReadOnce(t *testing.T) {
	t.Parallel()
	set := open(t, map[string]string{"a": "1"})
	first, err := set.Read("a")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(set.Dir(), "a"), []byte("2"), 0o600); err != nil {
		t.Fatal(err)
	}
	if again, err := set.Read("./a"); err != nil || again != first {
		t.Errorf("got another file: %v", err)
	}
	if err := set.Close(); err != nil {
		t.Fatal(err)
	}
	if f, err := set.Read("a"); err != nil || f != first {
		t.Errorf("a file that was read is gone with the set: %v", err)
	}
}

func TestOverlay(t *testing.T) {
	t.Parallel()
	set := open(t, map[string]string{"d/a": "disk", "d/b": "disk"})
	if _, err := set.Read("d/a"); err != nil {
		t.Fatal(err)
	}
	set.Overlay(filepath.Join(set.Dir(), "d/a"), []byte("editor"))
	set.Overlay("./d/e/new", []byte("editor"))
	set.Overlay("top", []byte("editor"))
	for name, want := range map[string]string{"d/a": "editor", "d/b": "disk", "d/e/new": "editor", "top": "editor"} {
		if f, err := set.Read(name); err != nil || string(f.Bytes) != want || f.Name != name {
			t.Errorf("%s: %v", name, err)
		}
	}
	for dir, want := range map[string][]string{".": {"d/", "top"}, "d": {"a", "b", "e/"}, "d/e": {"new"}} {
		got, err := set.ReadDir(dir)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", dir, err, diff)
		}
	}
	var names []string
	for _, f := range set.Files() {
		names = append(names, f.Name+" "+string(f.Bytes))
	}
	if diff := cmp.Diff([]string{"d/a editor", "d/b disk", "d/e/new editor", "top editor"}, names); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestReadDir(t *testing.T) {
	t.Parallel()
	set := open(t, map[string]string{"b": "", "a/x": "", "c/y": ""})
	for link, target := range map[string]string{"link": "a", "file": "b", "out": t.TempDir()} {
		if err := os.Symlink(target, filepath.Join(set.Dir(), link)); err != nil {
			t.Fatal(err)
		}
	}
	got, err := set.ReadDir(".")
	if diff := cmp.Diff([]string{"a/", "b", "c/", "file", "link/", "out"}, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	for name, want := range map[string]error{"none": fs.ErrNotExist, "..": ErrOutside, "out": ErrOutside, "b": errAny} {
		if got, err := set.ReadDir(name); !is(err, want) {
			t.Errorf("%s: got %v and %v, want %v", name, got, err, want)
		}
	}
}

func TestMemory(t *testing.T) {
	t.Parallel()
	set := NewMemory(map[string]string{"a": "1", "d/b": "2"})
	if f, err := set.Read("d/../a"); err != nil || string(f.Bytes) != "1" {
		t.Errorf("read: %v", err)
	}
	for name, want := range map[string]error{"c": fs.ErrNotExist, "../a": ErrOutside, "/a": ErrOutside} {
		if _, err := set.Read(name); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", name, err, want)
		}
	}
	if got, err := set.ReadDir("."); err != nil || !cmp.Equal(got, []string{"a", "d/"}) {
		t.Errorf("folder: %v, %v", got, err)
	}
	if _, err := set.ReadDir("e"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
	if err := set.Close(); err != nil || set.Dir() != "" {
		t.Errorf("close: %v", err)
	}
}

// TestSetFromSeveralGoroutines is for the race detector.
func TestSetFromSeveralGoroutines(t *testing.T) {
	t.Parallel()
	set := open(t, map[string]string{"0": "", "1": "", "2": ""})
	files := make([]*File, 30)
	var wg sync.WaitGroup
	for i := range files {
		wg.Go(func() {
			f, err := set.Read(strconv.Itoa(i % 3))
			if err != nil {
				t.Error(err)
			}
			files[i] = f
			set.Files()
			set.Overlay("new", nil)
			f.Position(0)
		})
	}
	wg.Wait()
	for i, f := range files {
		if f != files[i%3] {
			t.Errorf("file %d was read more than once", i%3)
		}
	}
}
