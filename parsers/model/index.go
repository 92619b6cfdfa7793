package model

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/value"
)

// A reference leads to one of all resources of a kind, as a rule. To ask each reference
// about each resource takes a second from some hundred of both. So what a value can name
// at all, and what a resource can be named by, is kept by addresses and texts: only where
// these meet, [Model.names] is asked.

// handful are so few resources that each is asked.
const handful = 32

// lead is what a value can name: resources at the addresses, resources that are called by
// one of the texts, or any.
type lead struct {
	addresses []string
	texts     []string
	any       bool
}

// leadOf gives what a value can name of the resources of a kind.
func (m *Model) leadOf(v *value.Value, kind string) lead {
	var out lead
	sound := 0
	for _, a := range v.Alternatives() {
		if v.Kind() != value.Either || !a.Failed() {
			sound++
			m.follow(&out, a, kind)
		}
	}
	out.any = out.any || sound == 0
	return out
}

// follow adds where a value leads that is no choice.
func (m *Model) follow(l *lead, v *value.Value, kind string) {
	links := identityOf(v)
	for _, x := range links {
		l.addresses = append(l.addresses, x.Address)
	}
	if m.leadElsewhere(links, kind, "") {
		return
	}
	switch {
	case v.Is(value.Absent, value.Null):
	case v.Kind() == value.String:
		l.texts = append(l.texts, v.Content(), lastPartOf(v).Content())
	default:
		l.any = true
	}
}

// keysOf gives the texts that can name a resource beside its address; vague says that any
// other text can, too.
func keysOf(e Entity) (keys []string, vague bool) {
	for _, name := range identifiers {
		if id := e.Base().Value().Get(name); id.Kind() == value.String {
			keys = append(keys, id.Content())
		}
	}
	switch e := e.(type) {
	case selfNamed:
		return nil, true
	case named:
		own := e.named()
		switch {
		case own.Set() == value.No:
		case own.Set() == value.Yes && own.Value().Kind() == value.String:
			keys = append(keys, own.Value().Content())
		default:
			return nil, true
		}
	}
	return keys, false
}

// positions are places in a list, by what was noted for them.
type positions struct {
	at, called map[string][]int // by addresses and by texts
	texts      []int            // with a text
	any        []int            // with everything
}

func newPositions() *positions {
	return &positions{at: map[string][]int{}, called: map[string][]int{}}
}

// union gives the positions that are in one of several lists, in their order.
func union(lists ...[]int) []int {
	out := slices.Concat(lists...)
	slices.Sort(out)
	return slices.Compact(out)
}

// collected gives the lists for several keys.
func collected(by map[string][]int, keys []string) []int {
	var out []int
	for _, k := range keys {
		out = append(out, by[k]...)
	}
	return out
}

// resourcesAt are the positions of the resources of a kind, by what can name them.
type resourcesAt[E Entity] struct{}

// nameable gives the resources of a kind that a value may name, and perhaps others, in
// the order of the model.
func nameable[E Entity](m *Model, v *value.Value) []E {
	all := Of[E](m)
	if len(all) <= handful {
		return all
	}
	l := m.leadOf(v, all[0].Kind())
	if l.any {
		return all
	}
	p := once(m, resourcesAt[E]{}, func() *positions {
		p := newPositions()
		for i, e := range all {
			address := e.Base().Address
			p.at[address] = append(p.at[address], i)
			keys, vague := keysOf(e)
			for _, k := range keys {
				p.called[k] = append(p.called[k], i)
			}
			if vague {
				p.any = append(p.any, i)
			}
		}
		return p
	})
	places := collected(p.at, l.addresses)
	if len(l.texts) > 0 {
		places = union(places, collected(p.called, l.texts), p.any)
	}
	return picked(all, union(places))
}

// referring are the positions of the resources of a kind, by what a property of theirs
// can name of another kind.
type referring[C, E Entity] struct{ property string }

// referrers gives the resources of a kind of which a property may name a resource, and
// perhaps others, in the order of the model.
func referrers[C, E Entity](m *Model, to E, property string, refs func(C) *Strings) []C {
	all := Of[C](m)
	if len(all) <= handful {
		return all
	}
	p := once(m, referring[C, E]{property}, func() *positions {
		p := newPositions()
		for i, c := range all {
			s := refs(c)
			if s.Complete != value.Yes {
				p.any = append(p.any, i)
				continue
			}
			for _, x := range s.Items {
				l := m.leadOf(x.Value(), to.Kind())
				for _, a := range l.addresses {
					p.at[a] = append(p.at[a], i)
				}
				for _, t := range l.texts {
					p.called[t] = append(p.called[t], i)
				}
				if len(l.texts) > 0 {
					p.texts = append(p.texts, i)
				}
				if l.any {
					p.any = append(p.any, i)
				}
			}
		}
		return p
	})
	keys, vague := keysOf(to)
	places := union(p.at[to.Base().Address], collected(p.called, keys), p.any)
	if vague {
		places = union(places, p.texts)
	}
	return picked(all, places)
}

// picked gives the elements of a list at some positions.
func picked[E any](all []E, at []int) []E {
	out := make([]E, len(at))
	for i, n := range at {
		out[i] = all[n]
	}
	return out
}

// identityOf gives what links can tell of a value: its own, or those of the end of an
// ARN.
func identityOf(v *value.Value) []value.Link {
	if links := v.Identity(); len(links) > 0 {
		return links
	}
	return lastPartOf(v).Identity()
}

// selfNamed is a resource that is named in a way of its own.
type selfNamed interface {
	called(v *value.Value) value.Truth
}

// named is a resource that is named by its name, or by an ARN that ends with it.
type named interface {
	named() value.StringSetting
}
