package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestFollow(t *testing.T) {
	top, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(top, "repo")
	for _, name := range []string{"a/b/file", "a/other", "a/\xff\n", "../outside"} {
		full := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.WriteFile(full, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{
		"file": "a/b/file", "folder": "a/b", "a/b/up": "../other", "hop": "folder", "long": "folder/../other", "here": ".",
		"absolute": filepath.Join(dir, "a/other"), "itself": "itself", "ping": "pong", "pong": "ping", "gone": "none",
		"out": "../outside", "far": "/etc/hostname", "absent": "/none/at/all", "in-and-out": "../repo/a/other", "up": "..",
	} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		name, want string
		err        error
	}{
		{name: "a/b/file", want: "a/b/file"},
		{name: "a/b/", want: "a/b"},
		{name: "a/./b//../other", want: "a/other"},
		{name: "a/\xff\n", want: "a/\xff\n"},
		{name: ".", want: "."},
		{name: "", want: "."},
		{name: "file", want: "a/b/file"},
		{name: "folder", want: "a/b"},
		{name: "folder/file", want: "a/b/file"},
		{name: "hop/up", want: "a/other"},
		{name: "long", want: "a/other"}, // ".." is that of what the link stands for
		{name: "here/here/folder", want: "a/b"},
		{name: "absolute", want: "a/other"},
		{name: "itself", err: syscall.ELOOP},
		{name: "ping", err: syscall.ELOOP},
		{name: "gone", err: fs.ErrNotExist},
		{name: "a/none", err: fs.ErrNotExist},
		{name: "out", err: ErrOutside},
		{name: "far", err: ErrOutside},
		{name: "absent", err: ErrOutside}, // whether it is there is nobody's business
		{name: "in-and-out", err: ErrOutside},
		{name: "up/repo/a", err: ErrOutside},
		{name: "../outside", err: ErrOutside},
		{name: "a/../../outside", err: ErrOutside},
	} {
		got, err := Follow(dir, test.name)
		if got != test.want || !errors.Is(err, test.err) {
			t.Errorf("%s: got %q and %v, want %q and %v", test.name, got, err, test.want, test.err)
		}
	}
}
