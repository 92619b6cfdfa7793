package cli

import (
	"os"
	"path/filepath"

	"github.com/ecslint/ecslint/cmd/internal/config"
	"github.com/ecslint/ecslint/parsers/source"
)

// read reads a file of settings, of up to limit bytes. One that the user named may
// be anywhere. Any other is a plain file of the repository: who wrote that does not
// decide what is read elsewhere.
func (j *job) read(file string, named bool, limit int64) ([]byte, error) {
	if named {
		return config.ReadFile(file, limit)
	}
	name, err := j.plain(file)
	if err != nil {
		return nil, err
	}
	return config.ReadFileIn(j.scope.Root, name, limit)
}

// plain gives the name of a plain file of the repository without symbolic links. The
// error is [source.ErrOutside] or [source.ErrNotRegular] for what is none.
func (j *job) plain(file string) (string, error) {
	name, err := source.Follow(j.scope.Root, j.scope.Name(file))
	if err != nil {
		return "", err
	}
	info, err := os.Lstat(filepath.Join(j.scope.Root, filepath.FromSlash(name)))
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", source.ErrNotRegular
	}
	return name, nil
}
