package git

import (
	"bytes"
	"cmp"
	"container/heap"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// commit is what history needs of a commit.
type commit struct {
	tree    id
	parents []id
	date    int64 // when it was made, in seconds
}

// commit reads a commit. One at the boundary of a shallow clone has no parents.
func (r *Repository) commit(i id) (*commit, error) {
	data, err := r.store.get(i, commitObject)
	if err != nil {
		return nil, err
	}
	c, ok := parseCommit(data)
	if !ok {
		return nil, fmt.Errorf("commit %s is %w", i, errDamaged)
	}
	if r.boundary()[i] {
		c.parents = nil
	}
	return c, nil
}

// parseCommit reads the head of a commit, which ends with an empty line.
func parseCommit(data []byte) (*commit, bool) {
	c := &commit{}
	for line := range bytes.Lines(data) {
		key, text, _ := strings.Cut(strings.TrimSuffix(string(line), "\n"), " ")
		switch key {
		case "":
			return c, c.tree != ""
		case "tree", "parent":
			i, ok := parseID(text)
			if !ok {
				return nil, false
			}
			if key == "tree" {
				c.tree = i
			} else {
				c.parents = append(c.parents, i)
			}
		case "committer":
			// The date follows the name and the address. One that is wrong is the oldest.
			if fields := strings.Fields(text[strings.LastIndexByte(text, '>')+1:]); len(fields) > 0 {
				c.date, _ = strconv.ParseInt(fields[0], 10, 64) //nolint:errcheck // as it says
			}
		}
	}
	return c, c.tree != ""
}

// boundary gives the commits at which a shallow clone ends.
func (r *Repository) boundary() map[id]bool {
	if r.shallow == nil {
		r.shallow = map[id]bool{}
		text, err := readFile(r.common, "shallow", maxLarge)
		if err != nil {
			return r.shallow // the clone is not shallow
		}
		for line := range strings.Lines(string(text)) {
			if i, ok := parseID(strings.TrimSpace(line)); ok {
				r.shallow[i] = true
			}
		}
	}
	return r.shallow
}

func (r *Repository) isShallow() bool { return len(r.boundary()) > 0 }

// errUnrelated is the error for two commits without a common ancestor.
var errUnrelated = errors.New("it has no commit in common with HEAD")

// From which of two commits another one is reached. What is reached from a common
// ancestor is stale: it is no better an answer.
const (
	ofFirst = 1 << iota
	ofSecond
	stale
)

// step is a commit on the way back from two others.
type step struct {
	*commit
	id     id
	marks  uint8
	queued bool
	order  int // in which it was reached
}

// mergeBase gives the best common ancestor of two commits: one from which no other
// one is reached. Where there are several it is the youngest. The error is
// errUnrelated if there is none.
//
// It goes back from both at the same time, from younger commits to older ones,
// until all that is left to visit is reached from common ancestors.
func (r *Repository) mergeBase(a, b id) (id, error) {
	w := walk{repository: r, steps: map[id]*step{}}
	if err := errors.Join(w.reach(a, ofFirst), w.reach(b, ofSecond)); err != nil {
		return "", err
	}
	var common []*step
	for w.fresh > 0 || w.undecided(common) {
		s := w.next()
		marks := s.marks
		if marks == ofFirst|ofSecond {
			common = append(common, s)
			marks |= stale
		}
		for _, p := range s.parents {
			if err := w.reach(p, marks); err != nil {
				return "", err
			}
		}
	}
	for _, s := range common {
		if s.marks&stale == 0 {
			return s.id, nil
		}
	}
	return "", errUnrelated
}

// walk is the commits that were reached. Those still to visit are a heap with the
// youngest on top.
type walk struct {
	repository *Repository
	steps      map[id]*step
	queue      []*step
	fresh      int // how many in queue are not stale
}

// undecided reports whether of several common ancestors one may yet turn out to be
// an ancestor of another. They are found in the wrong order if they were made in
// the same second, or by clocks that differ.
func (w *walk) undecided(common []*step) bool {
	best := slices.DeleteFunc(slices.Clone(common), func(s *step) bool { return s.marks&stale != 0 })
	if len(best) < 2 || len(w.queue) == 0 {
		return false
	}
	oldest := slices.MinFunc(best, func(a, b *step) int { return cmp.Compare(a.date, b.date) })
	return w.queue[0].date >= oldest.date
}

// reach marks a commit, and queues it if that is new.
func (w *walk) reach(i id, marks uint8) error {
	s := w.steps[i]
	if s == nil {
		c, err := w.repository.commit(i)
		if err != nil {
			return err
		}
		s = &step{commit: c, id: i, order: len(w.steps)}
		w.steps[i] = s
	}
	if s.marks&marks == marks {
		return nil
	}
	if s.queued && s.marks&stale == 0 {
		w.fresh--
	}
	s.marks |= marks
	if s.marks&stale == 0 {
		w.fresh++
	}
	if !s.queued {
		s.queued = true
		heap.Push(w, s)
	}
	return nil
}

// next takes the youngest commit from the queue.
func (w *walk) next() *step {
	s := heap.Pop(w).(*step) //nolint:forcetypeassert // nothing else is in it
	s.queued = false
	if s.marks&stale == 0 {
		w.fresh--
	}
	return s
}

// Len, Less, Swap, Push and Pop are for package heap.
func (w *walk) Len() int { return len(w.queue) }

// Less puts younger commits first.
func (w *walk) Less(i, j int) bool {
	a, b := w.queue[i], w.queue[j]
	return cmp.Or(cmp.Compare(b.date, a.date), cmp.Compare(a.order, b.order)) < 0
}

// Swap swaps two commits.
func (w *walk) Swap(i, j int) { w.queue[i], w.queue[j] = w.queue[j], w.queue[i] }

// Push adds a commit at the end.
func (w *walk) Push(x any) { w.queue = append(w.queue, x.(*step)) } //nolint:forcetypeassert // as in next

// Pop takes the commit at the end.
func (w *walk) Pop() any {
	last := len(w.queue) - 1
	s := w.queue[last]
	w.queue = w.queue[:last]
	return s
}
