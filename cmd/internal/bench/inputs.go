package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/ecslint/ecslint/parsers/parserstest"
)

// single gives files of which there is one.
func single(name, text string) parserstest.Files {
	return func(yield func(string, string) bool) { yield(name, text) }
}

// inFolder gives a function that writes files to a folder.
func inFolder(files parserstest.Files) func(context.Context, string) error {
	return func(_ context.Context, dir string) error { return parserstest.Write(dir, files) }
}

// demo writes a file of fixtures/demo alone.
func demo(root, name string) func(context.Context, string) error {
	return func(_ context.Context, dir string) error {
		text, err := os.ReadFile(filepath.Join(root, "fixtures", "demo", filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		return parserstest.Write(dir, single(filepath.Base(name), string(text)))
	}
}

// faulty is the number of a service that has findings in each format.
const faulty = 1

// changedFile is a file of that service, and what differs between the branch "main"
// and the work tree of [clone].
const changedFile = "terraform/s00001/main.tf"

// clone writes files and makes a Git repository of them as a clone has it, in a pack,
// with one changed file on a branch.
func clone(files parserstest.Files) func(context.Context, string) error {
	return func(ctx context.Context, dir string) error {
		if err := parserstest.Write(dir, files); err != nil {
			return err
		}
		if err := git(ctx, dir, "init -q -b main", "add .", "commit -q -m before", "repack -a -d -q", "switch -q -c change"); err != nil {
			return err
		}
		f, err := os.OpenFile(filepath.Join(dir, filepath.FromSlash(changedFile)), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		if _, err := f.WriteString("# changed\n"); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		return git(ctx, dir, "commit -q -a -m after")
	}
}

// git runs commands of Git that do not depend on the user's settings.
func git(ctx context.Context, dir string, commands ...string) error {
	for _, command := range commands {
		cmd := exec.CommandContext(ctx, "git", strings.Fields(command)...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(),
			"GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
			"GIT_AUTHOR_NAME=bench", "GIT_AUTHOR_EMAIL=bench@example.com", "GIT_AUTHOR_DATE=2026-01-01T00:00:00Z",
			"GIT_COMMITTER_NAME=bench", "GIT_COMMITTER_EMAIL=bench@example.com", "GIT_COMMITTER_DATE=2026-01-01T00:00:00Z",
		)
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("git %s: %w\n%s", command, err, out)
		}
	}
	return nil
}
