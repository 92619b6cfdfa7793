package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// template puts a string together from the parts of a template at r. What is
// unknown becomes a hole.
func (m *module) template(parts []hclsyntax.Expression, r source.Range, s *scope) *value.Value {
	coding := m.coding
	defer func() { m.coding = coding }()
	if len(parts) > 0 && m.rng(parts[0].Range()).Start > r.Start {
		// The parts of %{ if } and %{ for } start where their template starts;
		// those of a template of its own start behind its opening marker.
		switch text := r.Text(); {
		case strings.HasPrefix(text, `"`):
			m.coding = value.Quoted
		case strings.HasPrefix(text, "<<"):
			m.coding = value.Heredoc
		}
	}
	if len(parts) == 1 {
		if l, ok := parts[0].(*hclsyntax.LiteralValueExpr); ok && l.Val.Type() == cty.String && !strings.ContainsAny(l.Val.AsString(), "{[\"") {
			return value.NewString(r, l.Val.AsString())
		}
	}
	values := make([]*value.Value, len(parts))
	structured := false
	for i, p := range parts {
		if l, ok := p.(*hclsyntax.LiteralValueExpr); ok && l.Val.Type() == cty.String {
			structured = structured || strings.ContainsAny(l.Val.AsString(), "{[\"")
			continue
		}
		v := m.eval(p, s)
		switch {
		case v.Failed():
			return value.NewFailed(r, v.Reason())
		case v.Kind() == value.Null:
			return value.NewFailed(r, "null in a template")
		case v.Is(value.List, value.Map):
			return value.NewFailed(r, "a "+v.Kind().String()+" in a template")
		}
		values[i] = v
	}
	return m.alternatives(parts, values, r, structured)
}

// alternatives gives the text of a template. A choice within plain text is a
// choice of texts; within JSON it stays a part, so that it is one of the JSON
// value there.
func (m *module) alternatives(parts []hclsyntax.Expression, values []*value.Value, r source.Range, structured bool) *value.Value {
	if !structured && combinations(values) <= value.MaxAlternatives {
		for i, v := range values {
			if v == nil || v.Kind() != value.Either {
				continue
			}
			alts := v.Alternatives()
			if len(alts) > 4 {
				break
			}
			for j, a := range alts {
				chosen := append([]*value.Value(nil), values...)
				chosen[i] = a
				alts[j] = m.alternatives(parts, chosen, r, false)
			}
			return value.NewEither(r, v.Reason(), alts...)
		}
	}
	var b value.Builder
	for i, p := range parts {
		if values[i] == nil {
			l, _ := p.(*hclsyntax.LiteralValueExpr)
			b.Literal(l.Val.AsString(), m.rng(l.SrcRange), m.coding)
			continue
		}
		b.Interpolate(values[i], m.rng(p.Range()))
	}
	v := composed(&b, r)
	if !m.root.spend(perPart*v.Size(), r) {
		return m.root.giveUp(r)
	}
	return v
}

// combinations is the number of ways to choose an alternative of each value that is
// there.
func combinations(values []*value.Value) int {
	n := 1
	for _, v := range values {
		if v != nil {
			n = times(n, len(v.Alternatives()))
		}
	}
	return n
}

// joined gives the text of %{ for }.
func (m *module) joined(e *hclsyntax.TemplateJoinExpr, s *scope) *value.Value {
	r := m.rng(e.Range())
	t := m.eval(e.Tuple, s)
	if t.Kind() != value.List {
		return unknownOperand(r, t)
	}
	return joinText(t, "", r)
}

// joinText joins the elements of a list. Where elements are unknown there is a
// hole between the others.
func joinText(list *value.Value, sep string, r source.Range) *value.Value {
	var b value.Builder
	n := 0
	for i, e := range list.Elems() {
		if i >= list.Fixed() && i == list.Fixed() {
			b.Interpolate(value.NewUnknown(r, list.Reason()), r)
		}
		if n > 0 && e.Exists() == value.Yes {
			b.Literal(sep, r, value.Quoted)
		}
		n++
		switch e.Kind() {
		case value.Null, value.Map, value.List:
			return value.NewFailed(r, "a "+e.Kind().String()+" cannot be joined")
		case value.Either:
			e = each(e, func(a *value.Value) *value.Value {
				if a.Kind() == value.Absent {
					return value.NewString(r, "")
				}
				return a
			})
		case value.Absent, value.Unknown, value.Bool, value.Number, value.String, value.Text:
		}
		b.Interpolate(e, e.Range())
	}
	if list.Open() && list.Fixed() >= list.Len() {
		b.Interpolate(value.NewUnknown(r, list.Reason()), r)
	}
	v := composed(&b, r)
	if n == 1 && !list.Open() {
		for _, e := range list.Elems() {
			if e.Kind() == value.Either {
				return each(e, func(a *value.Value) *value.Value {
					if a.Kind() == value.Absent {
						return value.NewString(r, "")
					}
					return a
				})
			}
		}
	}
	return v
}

// composed gives the text that is put together.
func composed(b *value.Builder, r source.Range) *value.Value { return normalised(b.Value(r)) }

// normalised gives a string in Unicode's form NFC, as all of Terraform's are. One that is
// not, such as where a letter and its accent come together, loses the places of its
// parts; if some of them are unknown, so is the text.
func normalised(v *value.Value) *value.Value {
	text := v.Content()
	n := cty.NormalizeString(text)
	switch {
	case n == text:
		return v
	case v.Kind() == value.Text:
		return unknownOperand(v.Range(), v)
	}
	return value.NewString(v.Range(), n).Along(v)
}
