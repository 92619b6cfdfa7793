// Package parallel does several things at the same time. What one of them panics with
// is met by who waits for them, and not by the runtime, which would end the process.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls f for 0 to n-1, up to jobs at a time, and returns when all are done. If
// some panic, so does Each, with the cause of the first of them.
func Each(n, jobs int, f func(int)) {
	var next atomic.Int64
	var b breakdown
	work := func() {
		for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
			b.guard(int(i), func() { f(int(i)) })
		}
	}
	var wg sync.WaitGroup
	for range min(jobs, n) - 1 {
		wg.Go(work)
	}
	work()
	wg.Wait()
	b.rethrow()
}

// Group does what comes up on the way, such as the folders in a folder, as many at a
// time as Go uses processors.
type Group struct {
	free chan struct{} // one for each further goroutine
	wg   sync.WaitGroup
	breakdown
}

// NewGroup gives a group that does nothing yet.
func NewGroup() *Group {
	return &Group{free: make(chan struct{}, runtime.GOMAXPROCS(0)-1)}
}

// Do calls f, in another goroutine if there is one to spare, else before it returns.
// f may call Do.
func (g *Group) Do(f func()) {
	select {
	case g.free <- struct{}{}:
		g.wg.Go(func() {
			defer func() { <-g.free }()
			g.guard(0, f)
		})
	default:
		g.guard(0, f)
	}
}

// Wait returns when all that was given to Do is done. If some of it panicked, so does
// Wait, with the cause of one of them.
func (g *Group) Wait() {
	g.wg.Wait()
	g.rethrow()
}

// breakdown keeps what the first of several functions panicked with.
type breakdown struct {
	mu     sync.Mutex
	broken bool
	number int
	cause  any
}

// guard calls f. If it panics, that is kept, unless one with a smaller number does.
func (b *breakdown) guard(number int, f func()) {
	defer func() {
		if cause := recover(); cause != nil {
			b.mu.Lock()
			defer b.mu.Unlock()
			if !b.broken || number < b.number {
				b.broken, b.number, b.cause = true, number, cause
			}
		}
	}()
	f()
}

// rethrow panics with what was kept. Nothing is running any more.
func (b *breakdown) rethrow() {
	if b.broken {
		panic(b.cause)
	}
}
