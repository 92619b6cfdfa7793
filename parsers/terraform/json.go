package terraform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// parseJSON reads a file in Terraform's JSON syntax into the syntax tree of the
// native one, so that the evaluator sees only one. HCL's own JSON parser is not
// used: it is recursive without bound.
// https://developer.hashicorp.com/terraform/language/syntax/json
//
// A string with escapes is parsed as a file of its own. Escaped gets the string
// for the name of that file, so that places in it can be told.
func parseJSON(f *source.File, escaped map[string]*value.Value) (*hclsyntax.Body, []source.Problem) {
	j := jsonSyntax{escaped}
	doc, problems := jsondoc.Parse(f)
	if doc == nil || doc.Kind() != value.Map {
		return nil, problems
	}
	body := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}
	for x := range doc.Written() {
		labels, ok := blockLabels[x.Key]
		if !ok {
			continue
		}
		j.blocks(body, x.Key, nil, x, labels)
	}
	return body, problems
}

// jsonSyntax turns values of JSON into HCL's syntax tree.
type jsonSyntax struct {
	escaped map[string]*value.Value
}

// blockLabels says how many labels each type of block has.
var blockLabels = map[string]int{
	"resource": 2, "data": 2, "module": 1, "variable": 1, "output": 1, "provider": 1, "locals": 0,
}

// blocks adds the blocks that a member stands for: one level of objects for
// each label, and then an object or a list of objects.
func (j jsonSyntax) blocks(body *hclsyntax.Body, typ string, labels []string, x value.Field, more int) {
	items, _ := x.Value.Items()
	for _, v := range items {
		if v.Kind() != value.Map {
			continue
		}
		if more > 0 {
			for y := range v.Written() {
				if y.Key != "//" {
					j.blocks(body, typ, append(slices.Clip(labels), y.Key), y, more-1)
				}
			}
			continue
		}
		b := &hclsyntax.Block{Type: typ, Labels: labels, Body: j.body(v), TypeRange: hclRange(x.Range)}
		for range labels {
			b.LabelRanges = append(b.LabelRanges, hclRange(x.Range))
		}
		end := v.Range()
		end.Start = max(end.Start, end.End-1)
		b.OpenBraceRange, b.CloseBraceRange = hclRange(v.Range()), hclRange(end)
		body.Blocks = append(body.Blocks, b)
	}
}

// body reads an object as the contents of a block. Nested blocks are not told
// from attributes, as that takes the provider's schema; both read alike.
func (j jsonSyntax) body(v *value.Value) *hclsyntax.Body {
	body := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, SrcRange: hclRange(v.Range())}
	for x := range v.Written() {
		switch x.Key {
		case "//":
		case "dynamic":
			for y := range x.Value.Fields() {
				items, _ := y.Value.Items()
				for _, d := range items {
					body.Blocks = append(body.Blocks, j.dynamic(y, d))
				}
			}
		default:
			body.Attributes[x.Key] = &hclsyntax.Attribute{
				Name: x.Key, NameRange: hclRange(x.Range), Expr: j.expr(x.Value, keywordAttribute(x.Key)),
				SrcRange: hclRange(source.Range{File: x.Range.File, Start: x.Range.Start, End: x.Value.Range().End}),
			}
		}
	}
	return body
}

func (j jsonSyntax) dynamic(name value.Field, v *value.Value) *hclsyntax.Block {
	b := &hclsyntax.Block{
		Type: "dynamic", Labels: []string{name.Key}, Body: &hclsyntax.Body{Attributes: hclsyntax.Attributes{}},
		TypeRange: hclRange(name.Range), LabelRanges: []hcl.Range{hclRange(name.Range)}, CloseBraceRange: hclRange(name.Range),
	}
	for x := range v.Fields() {
		if x.Key == "content" {
			content, _ := x.Value.Items()
			for _, c := range content {
				b.Body.Blocks = append(b.Body.Blocks, &hclsyntax.Block{
					Type: "content", Body: j.body(c), TypeRange: hclRange(x.Range), CloseBraceRange: hclRange(x.Range),
				})
			}
			continue
		}
		b.Body.Attributes[x.Key] = &hclsyntax.Attribute{
			Name: x.Key, NameRange: hclRange(x.Range), SrcRange: hclRange(x.Range), Expr: j.expr(x.Value, x.Key == "iterator"),
		}
	}
	return b
}

// keywordAttribute reports whether the string of an attribute is an expression
// itself and not a template.
func keywordAttribute(name string) bool {
	switch name {
	case "type", "provider":
		return true
	}
	return false
}

// expr gives the expression that a JSON value stands for.
func (j jsonSyntax) expr(v *value.Value, bare bool) hclsyntax.Expression {
	r := hclRange(v.Range())
	switch v.Kind() {
	case value.Map:
		o := &hclsyntax.ObjectConsExpr{SrcRange: r, OpenRange: r}
		for x := range v.Written() {
			if x.Key == "//" {
				continue
			}
			o.Items = append(o.Items, hclsyntax.ObjectConsItem{
				KeyExpr:   j.expr(value.NewString(x.Range, x.Key), false),
				ValueExpr: j.expr(x.Value, false),
			})
		}
		return o
	case value.List:
		t := &hclsyntax.TupleConsExpr{SrcRange: r, OpenRange: r}
		for _, e := range v.Elems() {
			t.Exprs = append(t.Exprs, j.expr(e, false))
		}
		return t
	case value.String:
		return j.text(v, bare)
	case value.Bool, value.Number:
		if c, ok := toCty(v); ok {
			return &hclsyntax.LiteralValueExpr{Val: c, SrcRange: r}
		}
	case value.Absent, value.Unknown, value.Null, value.Text, value.Either:
	}
	return &hclsyntax.LiteralValueExpr{Val: cty.NullVal(cty.DynamicPseudoType), SrcRange: r}
}

// text reads a string as a template, at its own place where no escapes shift
// it. A bare one may also be an expression, as the type of a variable is.
func (j jsonSyntax) text(v *value.Value, bare bool) hclsyntax.Expression {
	text, r := v.Content(), v.Range()
	plain := &hclsyntax.LiteralValueExpr{Val: cty.StringVal(text), SrcRange: hclRange(r)}
	start := hclRange(r).Start
	start.Byte++
	exact := strings.TrimSuffix(strings.TrimPrefix(r.Text(), `"`), `"`) == text
	probe := source.NewFile(r.File.Name, []byte(text))
	if bare {
		if !exact || refuse(probe) != nil {
			return plain
		}
		if e, diags := hclsyntax.ParseExpression([]byte(text), r.File.Name, start); !diags.HasErrors() {
			return e
		}
		return plain
	}
	if !strings.Contains(text, "${") && !strings.Contains(text, "%{") || refuseTemplate(probe) != nil {
		return plain
	}
	name := r.File.Name
	if !exact {
		name = fmt.Sprintf("%s at byte %d", name, r.Start)
		start = hcl.InitialPos
		j.escaped[name] = v
	}
	e, diags := hclsyntax.ParseTemplate([]byte(text), name, start)
	if diags.HasErrors() {
		return plain
	}
	return e
}

func hclRange(r source.Range) hcl.Range {
	if r.File == nil {
		return hcl.Range{}
	}
	// Lines and columns are computed from bytes when something is shown.
	return hcl.Range{Filename: r.File.Name, Start: hcl.Pos{Line: 1, Column: 1, Byte: r.Start}, End: hcl.Pos{Line: 1, Column: 1, Byte: r.End}}
}
