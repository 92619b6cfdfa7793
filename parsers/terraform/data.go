package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// pure gives the attributes of data sources that need nothing but their
// arguments, or nil.
func (m *module) pure(key string, b *hclsyntax.Block, i instance, name string, r source.Range) *value.Value {
	if b.Type != "data" {
		return nil
	}
	var f func() *value.Value
	switch b.Labels[0] + "." + name {
	case "template_file.rendered":
		f = func() *value.Value { return m.templateFile(key, b, i.scope, r) }
	case "aws_iam_policy_document.json", "aws_iam_policy_document.minified_json":
		f = func() *value.Value { return policyDocument(m.body(b.Body, m.block(b), i.scope), m.rng(b.DefRange())) }
	default:
		return nil
	}
	v := m.once(m.address(key)+i.suffix+"."+name, r, f)
	return used(v, r, value.Step{Range: r, Kind: value.Attribute, Name: m.address(key) + i.suffix + "." + name})
}

// templateFile gives what the template provider, which Terraform 0.12 made
// needless, renders.
func (m *module) templateFile(key string, b *hclsyntax.Block, s *scope, r source.Range) *value.Value {
	vars := value.NewMap(r, nil, false)
	if a, ok := b.Body.Attributes["vars"]; ok {
		vars = m.eval(a.Expr, s)
	} else if v := m.blocks(b.Body, s)["vars"]; v != nil { // Terraform 0.11
		vars = oldBlock(v)
	}
	a, ok := b.Body.Attributes["template"]
	if !ok {
		return value.NewUnknown(r, key+" has no template")
	}
	return each(m.eval(a.Expr, s), func(t *value.Value) *value.Value {
		c := &call{m: m, r: m.rng(a.Expr.Range()), name: "templatestring", args: []*value.Value{t, vars}}
		// The text of a file keeps its places when it is parsed as that file.
		if f := t.Range().File; f != nil && t.Kind() == value.String && t.Range() == f.Whole() && t.Content() == string(f.Bytes) {
			return m.templateIn(f, vars, c.r)
		}
		return c.templatestring()
	})
}
