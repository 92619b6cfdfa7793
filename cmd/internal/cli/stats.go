package cli

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/report"
)

// stopwatch measures the stages of a run, one after the other.
type stopwatch struct {
	start  time.Time
	stages []stage
}

type stage struct {
	name string
	time time.Duration
}

// lap ends a stage.
func (w *stopwatch) lap(name string) {
	now := time.Now()
	w.stages = append(w.stages, stage{name, now.Sub(w.start)})
	w.start = now
}

// slowest is how many units --stats names.
const slowest = 5

// stats writes how long the stages took, and the units that took longest.
func (w *stopwatch) stats(out io.Writer, units []lint.UnitTime) {
	var b strings.Builder
	var total time.Duration
	for _, s := range w.stages {
		fmt.Fprintf(&b, "%10s  %s\n", milliseconds(s.time), s.name)
		total += s.time
	}
	fmt.Fprintf(&b, "%10s  total\n", milliseconds(total))
	units = slices.Clone(units)
	slices.SortStableFunc(units, func(a, b lint.UnitTime) int { return cmp.Compare(b.Time, a.Time) })
	for i, u := range units[:min(slowest, len(units))] {
		if i == 0 {
			fmt.Fprintf(&b, "slowest of %d roots:\n", len(units))
		}
		fmt.Fprintf(&b, "%10s  %s\n", milliseconds(u.Time), report.Clean(u.Unit))
	}
	io.WriteString(out, b.String()) //nolint:errcheck // there is no other way to tell
}

func milliseconds(d time.Duration) string {
	return fmt.Sprintf("%.1f ms", float64(d)/float64(time.Millisecond))
}
