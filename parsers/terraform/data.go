package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/parsers/yamldoc"
)

// pure gives the attributes of data sources that need nothing but their
// arguments, or nil.
func (m *module) pure(key string, b *hclsyntax.Block, i instance, name string, r source.Range) *value.Value {
	if b.Type != "data" || b.Labels[0] != "template_file" || name != "rendered" {
		return nil
	}
	return m.once(m.address(key)+i.suffix+".rendered", r, func() *value.Value {
		vars := value.NewMap(r, nil, false)
		if a, ok := b.Body.Attributes["vars"]; ok {
			vars = m.eval(a.Expr, i.scope)
		} else if v := m.blocks(b.Body, i.scope)["vars"]; v != nil { // Terraform 0.11
			if items, _ := v.Items(); len(items) == 1 {
				vars = items[0]
			}
		}
		a, ok := b.Body.Attributes["template"]
		if !ok {
			return value.NewUnknown(r, key+" has no template")
		}
		c := &call{m: m, r: m.rng(a.Expr.Range()), name: "templatestring", args: []*value.Value{m.eval(a.Expr, i.scope), vars}}
		return c.rendered()
	})
}

// rendered evaluates a template that is a string, with the places of the file
// that it was read from if it is the whole of one.
func (c *call) rendered() *value.Value {
	return each(c.args[0], func(t *value.Value) *value.Value {
		if f := t.Range().File; f != nil && t.Kind() == value.String && t.Range() == f.Whole() && t.Content() == string(f.Bytes) {
			return c.m.templateIn(f, c.args[1], c.r)
		}
		d := *c
		d.args = []*value.Value{t, c.args[1]}
		return d.templatestring()
	})
}

func (c *call) yamldecode() *value.Value {
	text, ok := c.args[0].Str()
	if !ok {
		return unknownOperand(c.r, c.args[0])
	}
	f := c.args[0].Range().File
	if f == nil || string(f.Bytes) != text {
		f = source.NewFile("<yaml>", []byte(text))
	}
	docs, problems := yamldoc.Parse(f)
	for _, p := range problems {
		if p.Level == source.Error {
			return value.NewFailed(c.r, "yamldecode: "+p.Message)
		}
	}
	if len(docs) != 1 {
		return value.NewFailed(c.r, "yamldecode: not one document")
	}
	if f.Name == "<yaml>" {
		if x, ok := toCty(docs[0]); ok {
			return fromCty(x, c.r)
		}
		return value.NewUnknown(c.r, "yamldecode of a text that is put together")
	}
	return docs[0].Along(c.args[0])
}
