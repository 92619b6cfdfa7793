package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/cmd/internal/sarif"
)

// maxSARIF is the largest log that is read, in bytes. GitHub's uploader holds a
// log in one string, and Node.js knows none that is longer.
const maxSARIF = 512 << 20

const sarifCheckHelp = `Apply the rules of GitHub code scanning to SARIF files of any tool.

Usage:
  ecslint sarif-check FILE…    "-" reads standard input

Each line is one fault, with the path of the property. An error makes GitHub
reject the file. A warning is about what GitHub leaves out or shows wrongly.

Exit status: 0 without errors, 1 with, 2 if a file is no JSON that can be a log.
`

// sarifCheck applies GitHub's rules to SARIF files.
func sarifCheck(_ command, args []string, s streams) int {
	set := pflag.NewFlagSet("sarif-check", pflag.ContinueOnError)
	if status, done := parse(set, args, s, func() string { return sarifCheckHelp }); done {
		return status
	}
	if set.NArg() == 0 {
		return s.fail(errors.New("sarif-check: name a SARIF file (see ecslint sarif-check --help)"))
	}
	status := exitClean
	for _, name := range set.Args() {
		faults, err := checkFile(name, s.in)
		if err != nil {
			status = s.fail(fmt.Errorf("%s: %w", name, err))
			continue
		}
		var b strings.Builder
		for _, f := range faults {
			level := "warning"
			if f.Rejected {
				level = "error"
				status = max(status, exitFound)
			}
			place := name + ": "
			if f.Path != "" {
				place += f.Path + ": "
			}
			b.WriteString(place + level + ": " + f.Message + "\n")
		}
		if written := s.print(b.String()); written != exitClean {
			return written
		}
	}
	return status
}

// checkFile gives the faults of a file.
func checkFile(name string, stdin io.Reader) ([]sarif.Fault, error) {
	from := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, cause(err)
		}
		defer f.Close() //nolint:errcheck // nothing was written
		from = f
	}
	text, err := io.ReadAll(io.LimitReader(from, maxSARIF+1))
	if err != nil {
		return nil, cause(err)
	}
	if len(text) > maxSARIF {
		return nil, fmt.Errorf("it is larger than %d MiB, which is more than GitHub's uploader can read", maxSARIF>>20)
	}
	return sarif.Check(text)
}

// cause gives an error without the name of the file.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}
