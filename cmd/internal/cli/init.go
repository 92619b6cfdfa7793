package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/ecslint/ecslint/cmd/internal/config"
)

// initConfig writes a configuration that says what can be said, all of it in
// comments.
func initConfig(c command, args []string, s streams) int {
	flags := c.flags()
	if status, done := parse(flags, args, s, func() string { return c.usage(flags) }); done {
		return status
	}
	if err := noArguments(flags); err != nil {
		return s.fail(err)
	}
	f, err := os.OpenFile(config.FileName, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // others read it too
	if errors.Is(err, fs.ErrExist) {
		return s.fail(fmt.Errorf("init: there is a %s already", config.FileName))
	}
	if err != nil {
		return s.fail(fmt.Errorf("init: %w", err))
	}
	_, err = f.WriteString(config.Example)
	if err := errors.Join(err, f.Close()); err != nil {
		return s.fail(errors.Join(fmt.Errorf("init: %w", err), os.Remove(config.FileName)))
	}
	fmt.Fprintf(s.err, "ecslint: wrote %s\n", config.FileName) //nolint:errcheck // there is no other way to tell
	return exitClean
}
