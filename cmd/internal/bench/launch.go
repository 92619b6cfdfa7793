package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// launchCommand is the first argument with which this program starts another one
// and measures it. It is a process of its own because Linux counts the memory that
// a process had when it started another one as used by that one, too: what starts
// the programs has to be small itself.
const launchCommand = "launch"

// sample is what one run took.
type sample struct {
	Wall, CPU time.Duration
	Peak      int64 // bytes of memory that were resident at once; 0 if it is not known
	Exit      int   // the exit status
}

// launch runs a program and writes a sample to a file: FILE PROGRAM [ARGUMENT…].
func launch(args []string, in io.Reader, out, errs io.Writer) error {
	if len(args) < 2 {
		return fmt.Errorf("%s: a file and a program are missing", launchCommand)
	}
	cmd := exec.Command(args[1], args[2:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = in, out, errs
	start := time.Now()
	err := cmd.Run()
	s := sample{Wall: time.Since(start)}
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return err
	}
	s.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	s.Peak = peak(cmd.ProcessState)
	s.Exit = cmd.ProcessState.ExitCode()
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return os.WriteFile(args[0], text, 0o600)
}
