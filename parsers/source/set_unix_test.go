//go:build unix

package source

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
)

// Opening a named pipe would wait for somebody to write to it.
func TestReadNamedPipe(t *testing.T) {
	set := open(t, nil)
	if err := syscall.Mkfifo(filepath.Join(set.Dir(), "pipe"), 0o600); err != nil {
		t.Skip(err)
	}
	if _, err := set.Read("pipe"); !errors.Is(err, ErrNotRegular) {
		t.Errorf("got %v", err)
	}
}
