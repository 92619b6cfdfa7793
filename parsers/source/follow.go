package source

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
)

// maxLinks bounds the symbolic links on the way to one file, as Linux does.
const maxLinks = 40

// Follow gives the name of what a name in a folder stands for, relative to the
// folder and without symbolic links. Nothing outside of the folder is looked at:
// the error is [ErrOutside] for a link that leads there, and else that of the
// operating system, such as [fs.ErrNotExist]. The path of the folder must be
// absolute and free of symbolic links for an absolute link to lead into it.
func Follow(dir, name string) (string, error) {
	at, links := ".", 0
	for rest := filepath.ToSlash(name); rest != ""; {
		var part string
		part, rest, _ = strings.Cut(rest, "/")
		next := path.Join(at, part)
		if next == ".." {
			return "", ErrOutside
		}
		full := filepath.Join(dir, filepath.FromSlash(next))
		info, err := os.Lstat(full)
		if err != nil {
			return "", cause(err)
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			at = next
			continue
		}
		if links++; links > maxLinks {
			return "", syscall.ELOOP
		}
		target, err := os.Readlink(full)
		if err != nil {
			return "", cause(err)
		}
		if filepath.IsAbs(target) {
			if target, err = filepath.Rel(dir, target); err != nil {
				return "", ErrOutside
			}
			at = "."
		}
		rest = strings.TrimSuffix(filepath.ToSlash(target)+"/"+rest, "/")
	}
	return at, nil
}
