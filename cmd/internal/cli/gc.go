package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A run is short, so that most of the work of collecting garbage would be for
// nothing: the heap may grow further than Go's 100 % between collections, as long
// as it stays small.
const (
	lavish = 400       // per cent
	small  = 104 << 20 // bytes, all memory of the program
)

// tuneGC sets how far the heap may grow, unless the user did.
func tuneGC() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(lavish)
	debug.SetMemoryLimit(small)
	afterGC(small)
}

// afterGC raises the limit where there is more to hold than fits well below it. It
// calls itself after the next collection, by way of an object that nothing holds.
// To set a limit stops the program, so that only another one is set.
func afterGC(limit int64) {
	type sentinel struct{ _ [16]byte }
	runtime.AddCleanup(&sentinel{}, func(int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		next := memoryLimit(live[0].Value.Uint64())
		if next != limit {
			debug.SetMemoryLimit(next)
		}
		afterGC(next)
	}, 0)
}

// memoryLimit is the limit for a heap of so many live bytes: twice as much, as
// without a limit, unless that is small.
func memoryLimit(live uint64) int64 { return int64(max(small, 2*min(live, 1<<60))) }
