package main

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// median gives the middle of what was measured, of two middles the mean.
func median(samples []sample, of func(sample) time.Duration) time.Duration {
	if len(samples) == 0 {
		return 0
	}
	all := make([]time.Duration, len(samples))
	for i, s := range samples {
		all[i] = of(s)
	}
	slices.Sort(all)
	return (all[(len(all)-1)/2] + all[len(all)/2]) / 2
}

func wall(s sample) time.Duration { return s.Wall }
func cpu(s sample) time.Duration  { return s.CPU }

// figures are those of a result.
type figures struct {
	wall, fastest, cpu time.Duration
	floorWall          time.Duration
	ratio, cpuRatio    float64 // to the floor
	peak               int64   // bytes; the largest
	growth             float64 // of the time for one service; 0: it was not measured
}

func (r *result) figures() figures {
	f := figures{wall: median(r.ours, wall), cpu: median(r.ours, cpu), floorWall: median(r.floor, wall)}
	f.fastest = slices.MinFunc(r.ours, func(a, b sample) int { return int(a.Wall - b.Wall) }).Wall
	f.peak = slices.MaxFunc(r.ours, func(a, b sample) int { return int(a.Peak - b.Peak) }).Peak
	f.ratio = quotient(f.wall, f.floorWall)
	f.cpuRatio = quotient(f.cpu, median(r.floor, cpu))
	f.growth = quotient(f.wall/10, median(r.base, wall))
	return f
}

// quotient gives a/b; 0 if there is no b.
func quotient(a, b time.Duration) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// String gives what is to be kept to: "5 ms, 20 MB".
func (t target) String() string {
	var out []string
	if t.wall > 0 {
		out = append(out, fmt.Sprintf("%d ms", t.wall.Milliseconds()))
	}
	if t.ratio > 0 {
		out = append(out, fmt.Sprintf("ratio %.2f", t.ratio))
	}
	if t.peak > 0 {
		out = append(out, fmt.Sprintf("%d MB", t.peak/mb))
	}
	if t.growth > 0 {
		out = append(out, fmt.Sprintf("growth %.2f", t.growth))
	}
	return strings.Join(out, ", ")
}

// met says whether a target is met: "yes", "no", and nothing if there is none.
func (t target) met(f figures) string {
	switch {
	case t == target{}:
		return ""
	case t.wall > 0 && f.wall > t.wall, t.ratio > 0 && f.ratio > t.ratio,
		t.peak > 0 && f.peak > t.peak, t.growth > 0 && f.growth > t.growth:
		return "no"
	}
	return "yes"
}

// writeTable writes the results for people.
func writeTable(w io.Writer, results []result) error {
	name := 0 // the width of names, which are to start on the left
	for _, r := range results {
		name = max(name, len(r.name))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-*s\tms\tmin ms\tfloor ms\tratio\tcpu ms\tcpu ratio\tpeak MB\tgrowth\tfindings\ttarget\tmet\t\n", name, "row")
	for _, r := range results {
		f := r.figures()
		growth := ""
		if f.growth > 0 {
			growth = fmt.Sprintf("%.2f", f.growth)
		}
		fmt.Fprintf(&b, "%-*s\t%s\t%s\t%s\t%.2f\t%s\t%.2f\t%.1f\t%s\t%d\t%s\t%s\t\n",
			name, r.name, ms(f.wall), ms(f.fastest), ms(f.floorWall), f.ratio, ms(f.cpu), f.cpuRatio,
			float64(f.peak)/mb, growth, r.findings, r.target, r.target.met(f))
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	if _, err := io.WriteString(t, b.String()); err != nil {
		return err
	}
	return t.Flush()
}

// ms gives milliseconds.
func ms(d time.Duration) string { return fmt.Sprintf("%.1f", float64(d)/float64(time.Millisecond)) }

// writeBenchstat writes every run as "go test -bench" would, for benchstat.
func writeBenchstat(w io.Writer, results []result) error {
	if _, err := fmt.Fprintf(w, "goos: %s\ngoarch: %s\npkg: github.com/ecslint/ecslint/cmd/ecslint\n", runtime.GOOS, runtime.GOARCH); err != nil {
		return err
	}
	for _, r := range results {
		for _, of := range []struct {
			benchmark string
			samples   []sample
		}{{"Process", r.ours}, {"Floor", r.floor}} {
			for _, s := range of.samples {
				_, err := fmt.Fprintf(w, "Benchmark%s/%s 1 %d ns/op %d cpu-ns/op %.1f MB-peak\n",
					of.benchmark, r.name, s.Wall.Nanoseconds(), s.CPU.Nanoseconds(), float64(s.Peak)/mb)
				if err != nil {
					return err
				}
			}
		}
	}
	return nil
}
