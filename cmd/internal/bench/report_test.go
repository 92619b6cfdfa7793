package main

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// samples gives runs of so many milliseconds, half of which is CPU time, and so
// many MB each.
func samples(numbers ...time.Duration) []sample {
	var out []sample
	for _, n := range numbers {
		out = append(out, sample{Wall: n * time.Millisecond, CPU: n * time.Millisecond / 2, Peak: int64(n) * mb})
	}
	return out
}

func TestFigures(t *testing.T) {
	r := result{ours: samples(9, 4, 5), floor: samples(2, 1, 4, 3), base: samples(1, 1)}
	want := figures{
		wall: 5 * time.Millisecond, fastest: 4 * time.Millisecond, cpu: 2500 * time.Microsecond,
		floorWall: 2500 * time.Microsecond, ratio: 2, cpuRatio: 2, peak: 9 * mb, growth: 0.5,
	}
	if diff := cmp.Diff(want, r.figures(), cmp.AllowUnexported(figures{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	r.base = nil
	if got := r.figures().growth; got != 0 {
		t.Errorf("growth %v was not measured", got)
	}
}

func TestTarget(t *testing.T) {
	f := figures{wall: 5 * time.Millisecond, peak: 20 * mb, ratio: 1.5, growth: 1.15}
	for _, test := range []struct {
		target    target
		text, met string
	}{
		{target{}, "", ""},
		{target{wall: 5 * time.Millisecond, peak: 20 * mb}, "5 ms, 20 MB", "yes"},
		{target{wall: 4 * time.Millisecond, peak: 20 * mb}, "4 ms, 20 MB", "no"},
		{target{wall: 5 * time.Millisecond, peak: 19 * mb}, "5 ms, 19 MB", "no"},
		{target{ratio: 1.5}, "ratio 1.50", "yes"},
		{target{ratio: 1.4}, "ratio 1.40", "no"},
		{target{growth: 1.15}, "growth 1.15", "yes"},
		{target{growth: 1.1}, "growth 1.10", "no"},
	} {
		if got := test.target.String(); got != test.text {
			t.Errorf("%+v is %q, want %q", test.target, got, test.text)
		}
		if got := test.target.met(f); got != test.met {
			t.Errorf("%s is met: %q, want %q", test.text, got, test.met)
		}
	}
}

func TestReports(t *testing.T) {
	results := []result{
		{
			row: row{name: "on-save", target: target{wall: 4 * time.Millisecond}}, findings: 2,
			ours: samples(3, 5), floor: samples(2, 2),
		},
		{row: row{name: "linear"}, findings: 10, ours: samples(110), floor: samples(100), base: samples(10)},
	}
	for _, test := range []struct {
		name  string
		write func(*strings.Builder) error
		want  string
	}{
		{
			"table", func(b *strings.Builder) error { return writeTable(b, results) },
			`
  row         ms  min ms  floor ms  ratio  cpu ms  cpu ratio  peak MB  growth  findings  target  met
  on-save    4.0     3.0       2.0   2.00     2.0       2.00      5.0                 2    4 ms  yes
  linear   110.0   110.0     100.0   1.10    55.0       1.10    110.0    1.10        10             
`,
		},
		{
			"benchstat", func(b *strings.Builder) error { return writeBenchstat(b, results[:1]) },
			fmt.Sprintf("\ngoos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH) + `pkg: github.com/ecslint/ecslint/cmd/ecslint
BenchmarkProcess/on-save 1 3000000 ns/op 1500000 cpu-ns/op 3.0 MB-peak
BenchmarkProcess/on-save 1 5000000 ns/op 2500000 cpu-ns/op 5.0 MB-peak
BenchmarkFloor/on-save 1 2000000 ns/op 1000000 cpu-ns/op 2.0 MB-peak
BenchmarkFloor/on-save 1 2000000 ns/op 1000000 cpu-ns/op 2.0 MB-peak
`,
		},
	} {
		var b strings.Builder
		if err := test.write(&b); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, "\n"+b.String()); diff != "" {
			t.Errorf("%s, -want +got:\n%s", test.name, diff)
		}
	}
}
