package terraform

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// maxExponent bounds the numbers that are computed with: writing out 1e99999999
// takes a minute and a gigabyte.
const maxExponent = 400

// sane reports whether a number is of a size that can be computed with.
func sane(f *big.Float) bool {
	return f.MantExp(nil) < maxExponent*4 && f.MantExp(nil) > -maxExponent*4
}

// numberText writes a number as Terraform does. Writing out a number of 512 bits
// is slow, and nearly all are small integers.
func numberText(f *big.Float) string {
	if n, exact := f.Int64(); exact == big.Exact && (n != 0 || !f.Signbit()) {
		return strconv.FormatInt(n, 10)
	}
	return f.Text('f', -1)
}

// fromCty gives a wholly known value of cty at a place.
func fromCty(c cty.Value, r source.Range) *value.Value {
	c, _ = c.UnmarkDeep()
	ty := c.Type()
	switch {
	case !c.IsKnown():
		return value.NewUnknown(r, "it is known only when Terraform runs")
	case c.IsNull():
		return value.NewNull(r)
	case ty == cty.String:
		return value.NewString(r, c.AsString())
	case ty == cty.Bool:
		return value.NewBool(r, c.True())
	case ty == cty.Number:
		f := c.AsBigFloat()
		if f.IsInf() || !sane(f) {
			return value.NewUnknown(r, "the number is too large to look at")
		}
		return value.NewNumber(r, numberText(f))
	case ty.IsTupleType() || ty.IsListType() || ty.IsSetType():
		var elems []*value.Value
		for it := c.ElementIterator(); it.Next(); {
			_, e := it.Element()
			elems = append(elems, fromCty(e, r))
		}
		v := value.NewList(r, elems, false)
		switch {
		case ty.IsListType():
			return v.As(value.Uniform)
		case ty.IsSetType():
			return v.As(value.Set)
		}
		return v
	case ty.IsObjectType() || ty.IsMapType():
		var fields []value.Field
		for it := c.ElementIterator(); it.Next(); {
			k, e := it.Element()
			fields = append(fields, value.Field{Key: k.AsString(), Value: fromCty(e, r)})
		}
		v := value.NewMap(r, fields, false)
		if ty.IsMapType() {
			return v.As(value.Uniform)
		}
		return v
	}
	return value.NewUnknown(r, "a value of type "+ty.FriendlyName())
}

// typeOf gives the type of a value in Terraform, with dynamic parts where it is not
// known.
func typeOf(v *value.Value) cty.Type {
	if c, ok := toCty(v); ok {
		return c.Type()
	}
	switch {
	case v.Kind() == value.Text:
		return cty.String
	case v.Form() != value.Structural || v.Open():
	case v.Kind() == value.List:
		types := make([]cty.Type, 0, v.Len())
		for _, e := range v.Elems() {
			if e.Exists() != value.Yes {
				return cty.DynamicPseudoType
			}
			types = append(types, typeOf(e))
		}
		return cty.Tuple(types)
	case v.Kind() == value.Map:
		types := map[string]cty.Type{}
		for f := range v.Fields() {
			if f.Value.Exists() != value.Yes {
				return cty.DynamicPseudoType
			}
			types[f.Key] = typeOf(f.Value)
		}
		return cty.Object(types)
	}
	return cty.DynamicPseudoType
}

// toCty gives the value for HCL to compute with; false if v is not wholly known
// or does not make a value of Terraform's type system.
func toCty(v *value.Value) (cty.Value, bool) {
	switch v.Kind() {
	case value.Null:
		return cty.NullVal(cty.DynamicPseudoType), true
	case value.Bool:
		b, _ := v.Bool()
		return cty.BoolVal(b), true
	case value.String:
		return cty.StringVal(v.Content()), true
	case value.Number:
		text := v.Content()
		if i := strings.IndexAny(text, "eE"); i >= 0 && len(text)-i > 5 {
			return cty.NilVal, false
		}
		n, err := cty.ParseNumberVal(text)
		if err != nil || !sane(n.AsBigFloat()) {
			return cty.NilVal, false
		}
		return n, true
	case value.List:
		if v.Open() {
			return cty.NilVal, false
		}
		elems := make([]cty.Value, 0, v.Len())
		for _, e := range v.Elems() {
			c, ok := toCty(e)
			if !ok {
				return cty.NilVal, false
			}
			elems = append(elems, c)
		}
		tuple := cty.TupleVal(elems)
		switch v.Form() {
		case value.Structural:
			return tuple, true
		case value.Uniform:
			return converted(tuple, cty.List(cty.DynamicPseudoType))
		case value.Set:
			return converted(tuple, cty.Set(cty.DynamicPseudoType))
		}
	case value.Map:
		if v.Open() {
			return cty.NilVal, false
		}
		fields := map[string]cty.Value{}
		for f := range v.Fields() {
			c, ok := toCty(f.Value)
			if !ok {
				return cty.NilVal, false
			}
			fields[f.Key] = c
		}
		if v.Form() == value.Uniform {
			return converted(cty.ObjectVal(fields), cty.Map(cty.DynamicPseudoType))
		}
		return cty.ObjectVal(fields), true
	case value.Absent, value.Unknown, value.Text, value.Either:
	}
	return cty.NilVal, false
}

func converted(v cty.Value, t cty.Type) (cty.Value, bool) {
	c, err := convert.Convert(v, t)
	return c, err == nil
}
