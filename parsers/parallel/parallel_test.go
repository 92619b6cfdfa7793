package parallel_test

import (
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ecslint/ecslint/parsers/parallel"
)

func TestEachCallsForEveryNumber(t *testing.T) {
	for _, jobs := range []int{1, 2, 7, 100} {
		for _, n := range []int{0, 1, 2, 50} {
			calls := make([]atomic.Int64, n)
			parallel.Each(n, jobs, func(i int) { calls[i].Add(1) })
			for i := range calls {
				if c := calls[i].Load(); c != 1 {
					t.Errorf("%d jobs: %d of %d was called %d times", jobs, i, n, c)
				}
			}
		}
	}
}

func TestEachHasNoMoreAtATime(t *testing.T) {
	const jobs = 3
	var now, most atomic.Int64
	parallel.Each(200, jobs, func(int) {
		n := now.Add(1)
		for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
		}
		now.Add(-1)
	})
	if most.Load() > jobs {
		t.Errorf("%d at a time, want at most %d", most.Load(), jobs)
	}
}

func TestEachPanicsWithTheFirstCause(t *testing.T) {
	for _, jobs := range []int{1, 4} {
		var calls atomic.Int64
		cause := recovered(func() {
			parallel.Each(20, jobs, func(i int) {
				calls.Add(1)
				if i >= 5 {
					panic(i)
				}
			})
		})
		if cause != 5 {
			t.Errorf("%d jobs: panicked with %v, want 5", jobs, cause)
		}
		if calls.Load() != 20 {
			t.Errorf("%d jobs: %d calls: a panic kept others from being made", jobs, calls.Load())
		}
	}
}

func TestGroupDoesWhatComesUpOnTheWay(t *testing.T) {
	g := parallel.NewGroup()
	var mu sync.Mutex
	var got []int
	var split func(from, to int)
	split = func(from, to int) {
		if to-from == 1 {
			mu.Lock()
			defer mu.Unlock()
			got = append(got, from)
			return
		}
		half := (from + to) / 2
		g.Do(func() { split(from, half) })
		g.Do(func() { split(half, to) })
	}
	split(0, 1000)
	g.Wait()
	slices.Sort(got)
	for i, n := range got {
		if i != n {
			t.Fatalf("number %d is %d", i, n)
		}
	}
	if len(got) != 1000 {
		t.Errorf("%d numbers, want 1000", len(got))
	}
}

func TestGroupPanicsWhereItIsWaitedFor(t *testing.T) {
	g := parallel.NewGroup()
	done := false
	for i := range 10 {
		g.Do(func() {
			if i == 3 {
				panic("broken")
			}
		})
	}
	done = true
	if cause := recovered(g.Wait); cause != "broken" || !done {
		t.Errorf("panicked with %v, want broken", cause)
	}
}

// recovered gives what f panics with.
func recovered(f func()) (cause any) {
	defer func() { cause = recover() }()
	f()
	return nil
}
