package cli

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// patience is how long a run says nothing of its progress.
const patience = 500 * time.Millisecond

// interval is the time between two lines of progress.
const interval = 100 * time.Millisecond

// progress is a line on a terminal that says how far a run is. It is written only
// if the run takes long, and is gone when the run ends.
type progress struct {
	out         io.Writer
	mu          sync.Mutex
	done, total int
	stop        chan struct{}
	stopped     sync.WaitGroup
}

// newProgress begins to show progress on out.
func newProgress(out io.Writer) *progress {
	p := &progress{out: out, stop: make(chan struct{})}
	p.stopped.Go(p.show)
	return p
}

// set notes how many units are done.
func (p *progress) set(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done, p.total = max(p.done, done), total
}

func (p *progress) show() {
	shown := false
	for wait := patience; ; wait = interval {
		select {
		case <-p.stop:
			if shown {
				io.WriteString(p.out, "\r\x1b[K") //nolint:errcheck // it is a courtesy
			}
			return
		case <-time.After(wait):
			p.mu.Lock()
			line := fmt.Sprintf("\r\x1b[Kecslint: %d of %d", p.done, p.total)
			p.mu.Unlock()
			io.WriteString(p.out, line) //nolint:errcheck // it is a courtesy
			shown = true
		}
	}
}

// end removes the line.
func (p *progress) end() {
	close(p.stop)
	p.stopped.Wait()
}
