package lint

import (
	"bytes"
	"slices"

	"github.com/ecslint/ecslint/cmd/internal/redact"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// whereabouts moves findings to places that the user can edit.
type whereabouts struct {
	bases map[string]*model.Resource // by address
	// creations are the lines of a program by the address of the resource that they
	// make, and generated the files that it wrote; nil if no program did.
	creations map[string]source.Range
	generated map[*source.File]bool
}

func newWhereabouts(m *model.Model) *whereabouts {
	w := &whereabouts{bases: map[string]*model.Resource{}}
	for e := range m.Resources() {
		b := e.Base()
		w.bases[b.Address] = b
		if b.Creation.IsZero() {
			continue
		}
		if w.creations == nil {
			w.creations, w.generated = map[string]source.Range{}, map[*source.File]bool{}
		}
		w.creations[b.Address] = b.Creation
		w.generated[b.Header.File] = true
	}
	return w
}

// foreign reports whether a place is in a module that is no part of the
// repository. Git does not know such files, and GitHub rejects results in them.
func foreign(r source.Range) bool { return !r.IsZero() && r.File.External }

// locate says where a finding of a unit is shown.
func (w *whereabouts) locate(f *rules.Finding, u parsers.Unit) *raw {
	b := w.base(f.Address)
	x := &raw{
		Finding: f, unit: u.Name, set: u.Set, resource: w.resource(f),
		calls: b.Calls, block: block(b), metadata: b.Metadata,
	}
	x.place, x.inside = w.place(f)
	if line := w.creation(f); !line.IsZero() {
		x.place, x.inside, x.generated = line, f.Range, true
	}
	return x
}

// creation gives the line of the program that made the resource of a finding, if
// what the finding is about is in what that program wrote.
func (w *whereabouts) creation(f *rules.Finding) source.Range {
	if !w.generated[f.Range.File] {
		return source.Range{}
	}
	return w.creations[f.Address]
}

// place gives the place at which a finding is shown. One in a downloaded module
// is shown at the nearest step of its trail outside of it, else at the call of
// the module, else at the resource; inside is then its own place.
func (w *whereabouts) place(f *rules.Finding) (place, inside source.Range) {
	if !foreign(f.Range) {
		return f.Range, source.Range{}
	}
	if i := slices.IndexFunc(f.Trail, own); i >= 0 {
		return f.Trail[i].Range.FirstLine(), f.Range
	}
	if r := w.resource(f); !r.IsZero() && !foreign(r) {
		return r, f.Range
	}
	return f.Range, source.Range{} // the user named the folder of the module
}

// resource gives the line that opens the resource of a finding, or the call of
// the downloaded module that has it.
func (w *whereabouts) resource(f *rules.Finding) source.Range {
	if foreign(f.Resource) {
		if call := w.call(f.Address); !call.IsZero() {
			return call
		}
	}
	return f.Resource
}

// own reports whether a step is in a file of the repository.
func own(s value.Step) bool { return !s.Range.IsZero() && !foreign(s.Range) }

// call gives the innermost call in the repository on the way to a resource.
func (w *whereabouts) call(address string) source.Range {
	for _, s := range slices.Backward(w.base(address).Calls) {
		if own(s) {
			return s.Range.FirstLine()
		}
	}
	return source.Range{}
}

// base gives the resource of an address.
func (w *whereabouts) base(address string) *model.Resource {
	if b := w.bases[address]; b != nil {
		return b
	}
	return &model.Resource{}
}

// block is a resource from the line that opens it to its end.
func block(b *model.Resource) source.Range {
	out := b.Header
	if !out.IsZero() && b.Extent.File == out.File {
		out.End = max(out.End, b.Extent.End)
	}
	return out
}

// visible gives the steps of a trail that tell the user something: those that
// are in files of the repository, without the place itself and without repeats.
func visible(trail []value.Step, place source.Range) []value.Step {
	var out []value.Step
	for _, s := range trail {
		if !own(s) || s.Range.FirstLine() == place {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Range == s.Range {
			continue
		}
		out = append(out, s)
	}
	return out
}

// undoLinks gives places their file's own name where it was read through a
// symbolic link, so that a file that several modules link to has each finding
// once, and GitHub finds the file.
func (e *engine) undoLinks(mask *redact.Mask, all ...[]*raw) {
	resolve := func(place *source.Range) {
		if place.IsZero() {
			return
		}
		f := e.target(place.File)
		mask.Alias(place.File, f)
		place.File = f
	}
	for _, findings := range all {
		for _, x := range findings {
			resolve(&x.place)
			resolve(&x.inside)
			resolve(&x.resource)
			for j := range x.Trail {
				resolve(&x.Trail[j].Range)
			}
			for _, fix := range x.Fixes {
				for j := range fix.Edits {
					resolve(&fix.Edits[j].Range)
				}
			}
		}
	}
}

// target gives the file that f was read from.
func (e *engine) target(f *source.File) *source.File {
	t, known := e.targets[f]
	if !known {
		t = e.followLink(f)
		e.targets[f] = t
	}
	return t
}

func (e *engine) followLink(f *source.File) *source.File {
	name := e.set.Real(f.Name)
	if name == f.Name {
		return f
	}
	if target, err := e.set.Read(name); err == nil && bytes.Equal(target.Bytes, f.Bytes) {
		return target
	}
	return f
}
