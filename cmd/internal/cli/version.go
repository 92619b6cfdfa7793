package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// fallback is the version of a build that does not know its own, such as a test
// binary.
const fallback = "0.1.0-dev"

// version is that of the module as it was built, without the "v": SARIF wants it
// to begin with a digit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return fallback
	}
	v := strings.TrimPrefix(info.Main.Version, "v")
	if v == "" || v[0] < '0' || v[0] > '9' {
		return fallback
	}
	return v
}

func printVersion(c command, args []string, s streams) int {
	fs := c.flags()
	if status, done := parse(fs, args, s, func() string { return c.usage(fs) }); done {
		return status
	}
	if err := noArguments(fs); err != nil {
		return s.fail(err)
	}
	return s.print(fmt.Sprintf("ecslint %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH))
}
