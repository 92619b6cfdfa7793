package terraform

import (
	"bytes"
	"context"
	"path"
	"slices"

	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// IsPlan reports whether a file is the output of "terraform show -json", by its
// content.
func IsPlan(f *source.File) bool {
	head := f.Bytes[:min(len(f.Bytes), 4096)]
	return bytes.Contains(head, []byte(`"format_version"`)) && bytes.Contains(head, []byte(`"terraform_version"`)) &&
		(bytes.Contains(f.Bytes, []byte(`"planned_values"`)) || bytes.Contains(f.Bytes, []byte(`"values"`)))
}

// LoadPlan gives the resources of a plan or state as Terraform prints it in
// JSON. The values are the plan's. Their places are those of the configuration
// in the same folder, if there is one and it says where a value comes from; else
// they are in the plan itself. Once the context is done, everything further is left
// out.
// https://developer.hashicorp.com/terraform/internals/json-format
func (l *Loader) LoadPlan(ctx context.Context, f *source.File) (*model.Model, []source.Problem) {
	doc, problems := jsondoc.Parse(f)
	if doc == nil {
		return nil, problems
	}
	written := map[string]model.Input{}
	dir := path.Dir(f.Name)
	if names, err := l.set.ReadDir(dir); err == nil && len(configFiles(names)) > 0 {
		m, configured := l.Load(ctx, dir)
		problems = append(problems, configured...)
		for _, in := range m.Inputs() {
			written[in.Address] = in
		}
	}
	out := &model.Model{Name: f.Name, Generated: []*source.File{f}}
	defer out.Complete()
	values := doc.Get("planned_values")
	if values.Kind() != value.Map {
		values = doc.Get("values")
	}
	p := plan{ctx: ctx, out: out, written: written, pending: map[string]*value.Value{}}
	changes, _ := doc.Get("resource_changes").Items()
	for _, c := range changes {
		if address, ok := c.Get("address").Str(); ok {
			p.pending[address] = c.Get("change").Get("after_unknown")
		}
	}
	p.module(values.Get("root_module"))
	return out, problems
}

// plan is a plan while it is read.
type plan struct {
	ctx     context.Context
	out     *model.Model
	written map[string]model.Input  // the configuration's resources by address
	pending map[string]*value.Value // what the plan says of each to be known after apply
}

// module adds the resources of one module of a plan and of those within it.
func (p *plan) module(module *value.Value) {
	resources, _ := module.Get("resources").Items()
	for _, r := range resources {
		if p.ctx.Err() != nil {
			return
		}
		typ, _ := r.Get("type").Str()
		address, _ := r.Get("address").Str()
		if mode, _ := r.Get("mode").Str(); mode != "managed" || !model.Known(typ) {
			continue
		}
		values := r.Get("values")
		if !model.OfECS(typ) {
			// What a resource of ECS leaves to AWS is known here; whom a neighbour
			// belongs to is not.
			values = awaited(values, p.pending[address])
		}
		var fields []value.Field
		for f := range values.Fields() {
			if !model.Reads(typ, f.Key) {
				continue
			}
			f.Value = decoded(typ, f)
			switch f.Key {
			case "tags_all": // the provider's default tags are in it
				f.Key = "tags"
			case "tags":
				if values.Get("tags_all").Kind() == value.Map {
					continue
				}
			}
			fields = append(fields, f)
		}
		in, ok := p.written[address]
		if !ok {
			in = model.Input{Header: r.Range().FirstLine(), Value: value.NewAbsent(source.Range{})}
		}
		in.Type, in.Address, in.Condition = typ, address, ""
		in.Value = placed(value.NewMap(values.Range(), fields, false), in.Value)
		p.out.Add(in)
	}
	children, _ := module.Get("child_modules").Items()
	for _, c := range children {
		p.module(c)
	}
}

// awaited gives a value of a plan with what is to be known after apply, which the
// plan leaves out of it.
func awaited(v, pending *value.Value) *value.Value {
	if pending == nil {
		return v
	}
	switch pending.Kind() {
	case value.Bool:
		if unknown, _ := pending.Bool(); unknown {
			return value.NewUnknown(pending.Range(), "it is known after apply")
		}
	case value.Map:
		if !v.Is(value.Map, value.Absent, value.Null) {
			return v
		}
		fields := slices.Collect(v.Fields())
		for f := range pending.Fields() {
			f.Value = awaited(v.Get(f.Key), f.Value)
			if f.Value.Kind() != value.Absent {
				fields = append(fields, f)
			}
		}
		return value.NewMap(v.Range(), fields, false)
	case value.List:
		items, _ := v.Items()
		var elems []*value.Value
		for i, e := range pending.Elems() {
			own := value.NewAbsent(v.Range())
			if i < len(items) {
				own = items[i]
			}
			elems = append(elems, awaited(own, e))
		}
		for i := len(elems); i < len(items); i++ {
			elems = append(elems, items[i])
		}
		return value.NewList(v.Range(), elems, false)
	case value.Absent, value.Unknown, value.Null, value.Number, value.String, value.Text, value.Either:
	}
	return v
}

// placed gives a value of a plan the places that the configuration has for it.
// What the plan leaves out because it is known only after apply stays as the
// configuration has it.
func placed(plan, written *value.Value) *value.Value {
	if written.Kind() == value.Absent && written.Range().IsZero() {
		return plan
	}
	switch plan.Kind() {
	case value.Map:
		if written.Kind() != value.Map {
			return relaid(plan, written)
		}
		var fields []value.Field
		for f := range plan.Fields() {
			w := written.Field(f.Key)
			f.Range, f.Value = w.Range, placed(f.Value, w.Value)
			fields = append(fields, f)
		}
		for w := range written.Fields() {
			if w.Value.Kind() == value.Unknown && plan.Get(w.Key).Kind() == value.Absent {
				fields = append(fields, w)
			}
		}
		return value.NewMap(written.Range(), fields, false).Along(written)
	case value.List:
		if written.Kind() != value.List {
			return relaid(plan, written)
		}
		items, _ := written.Items()
		var elems []*value.Value
		for i, e := range plan.Elems() {
			w := matching(e, items, i)
			if w == nil {
				w = value.NewAbsent(written.Range()).Along(written)
			}
			elems = append(elems, placed(e, w.Present()))
		}
		return value.NewList(written.Range(), elems, false).Along(written)
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text, value.Either:
	}
	for _, a := range written.Alternatives() {
		if a.Equal(plan) == value.Yes {
			return plan.At(a.Range()).Along(a)
		}
	}
	return plan.At(written.Range()).Along(written)
}

// relaid places a whole collection where the configuration has something that is
// none.
func relaid(plan, written *value.Value) *value.Value {
	at := written.Range()
	switch plan.Kind() {
	case value.Map:
		var fields []value.Field
		for f := range plan.Fields() {
			f.Range, f.Value = source.Range{}, relaid(f.Value, written)
			fields = append(fields, f)
		}
		return value.NewMap(at, fields, false).Along(written)
	case value.List:
		var elems []*value.Value
		for _, e := range plan.Elems() {
			elems = append(elems, relaid(e, written))
		}
		return value.NewList(at, elems, false).Along(written)
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text, value.Either:
	}
	return plan.At(at).Along(written)
}

// matching finds the written element for one of the plan: the one of the same
// name, else the one at the same index.
func matching(e *value.Value, items []*value.Value, i int) *value.Value {
	if name := e.Get("name"); name.Kind() == value.String {
		if j := slices.IndexFunc(items, func(w *value.Value) bool { return w.Present().Get("name").Equal(name) == value.Yes }); j >= 0 {
			return items[j]
		}
	}
	if i < len(items) {
		return items[i]
	}
	return nil
}
