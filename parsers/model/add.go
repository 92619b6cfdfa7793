package model

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// few are resources that are read at once. To read more takes a good part of the time
// of a large root, and is done beside its evaluation.
const few = 64

// reading is a resource on its way into the model: its readings, and what they take.
type reading struct {
	in       Input
	done     bool
	entities []Entity
	excess   excess
}

// backlog is resources that are added and not yet in the model, in their order.
type backlog struct {
	all     []*reading
	queue   chan *reading
	workers sync.WaitGroup
	memory  atomic.Int64        // of those that are read
	cause   atomic.Pointer[any] // what reading one panicked with
}

// Add puts a resource into the model. A type that the model does not know is
// passed over. Before the model is asked, see [Model.Complete].
func (m *Model) Add(in Input) {
	if types[in.Type] == nil {
		return
	}
	if m.backlog != nil && m.backlog.memory.Load() > maxMemory {
		m.Complete() // it is full: what is added from here on is not held
	}
	if m.added++; m.added <= few || m.excess.memory > maxMemory {
		m.take(in)
		return
	}
	if m.backlog == nil {
		m.backlog = &backlog{queue: make(chan *reading, few)}
		for range max(runtime.GOMAXPROCS(0)-1, 1) {
			m.backlog.workers.Go(m.backlog.work)
		}
	}
	r := &reading{in: in}
	m.backlog.all = append(m.backlog.all, r)
	m.backlog.queue <- r
}

// work reads resources until there are no more, and passes over those behind a panic
// or behind what there is room for.
func (b *backlog) work() {
	for r := range b.queue {
		if b.cause.Load() != nil || b.memory.Load() > maxMemory {
			continue
		}
		if cause := caught(r.read); cause != nil {
			b.cause.CompareAndSwap(nil, &cause)
		}
		b.memory.Add(int64(r.excess.memory))
	}
}

// caught calls f, and gives what it panics with.
func caught(f func()) (cause any) {
	defer func() { cause = recover() }()
	f()
	return nil
}

// Complete ends adding. Whoever adds resources calls it behind the last one, whatever
// happens; only then others can ask the model. It panics with what reading a resource
// panicked with.
func (m *Model) Complete() {
	b := m.backlog
	if b == nil {
		return
	}
	m.backlog = nil
	close(b.queue)
	b.work()
	b.workers.Wait()
	if cause := b.cause.Load(); cause != nil {
		panic(*cause)
	}
	for _, r := range b.all {
		if r.done && m.excess.memory+r.excess.memory <= maxMemory {
			m.put(r)
		} else {
			m.take(r.in) // as far as there is room
		}
	}
}

// take reads a resource and puts it into the model.
func (m *Model) take(in Input) {
	r := &reading{in: in, excess: excess{memory: m.excess.memory}}
	m.excess.memory = 0
	r.read()
	m.put(r)
}

// put puts a resource that is read into the model.
func (m *Model) put(r *reading) {
	m.excess.memory += r.excess.memory
	m.excess.problems = append(m.excess.problems, r.excess.problems...)
	m.answers = nil
	if len(r.entities) == 0 {
		return
	}
	m.inputs = append(m.inputs, r.in)
	if m.byAddress == nil {
		m.byAddress = map[string][]Entity{}
	}
	for _, e := range r.entities {
		e.Base().number = len(m.resources)
		m.resources = append(m.resources, e)
		m.byAddress[r.in.Address] = append(m.byAddress[r.in.Address], e)
	}
}

// read makes entities of a resource, several of one with several readings, and none
// where there is no room.
func (r *reading) read() {
	in := r.in
	create := types[in.Type]
	e := create()
	r.done = true
	if !r.excess.room(e, perResource, in.Header) {
		return
	}
	spelling := spellingOf(in.Type)
	for i, v := range variants(in.Value, e, spelling) {
		if i > 0 {
			e = create()
		}
		into(decoder{spelling: spelling, excess: &r.excess}, e, v.At(in.Header).Along(in.Value))
		b := e.Base()
		b.Address, b.Type, b.Header, b.Condition, b.Calls, b.Ignored = in.Address, in.Type, in.Header, in.Condition, in.Calls, in.Ignored
		b.Extent, b.Creation, b.Metadata, b.Variant = in.Extent, in.Creation, in.Metadata, i
		if in.Region != nil {
			b.Region = value.NewOf[string]("region", in.Region, source.Range{}, nil)
		}
		r.entities = append(r.entities, e)
	}
}

// Inputs gives the resources as they were added, in that order.
func (m *Model) Inputs() []Input {
	m.Complete()
	return m.inputs
}
