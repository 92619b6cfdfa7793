package terraform

import (
	"errors"
	"fmt"
	"slices"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// elements gives the elements of a list, a set or a tuple.
func elements(v cty.Value) ([]cty.Value, error) {
	if t := v.Type(); t.IsListType() || t.IsSetType() || t.IsTupleType() {
		return v.AsValueSlice(), nil
	}
	return nil, fmt.Errorf("a list, a set or a tuple is required, not a %s", v.Type().FriendlyName())
}

// allTrue is alltrue(): a null is not true.
func allTrue(args []cty.Value) (cty.Value, error) {
	return cty.BoolVal(!slices.ContainsFunc(args[0].AsValueSlice(), func(v cty.Value) bool {
		return v.IsNull() || v.False()
	})), nil
}

func anyTrue(args []cty.Value) (cty.Value, error) {
	return cty.BoolVal(slices.ContainsFunc(args[0].AsValueSlice(), func(v cty.Value) bool {
		return !v.IsNull() && v.True()
	})), nil
}

// coalesceAny is coalesce(): the first argument that is neither null nor an empty
// string, in the type that unifies all arguments.
func coalesceAny(args []cty.Value) (cty.Value, error) {
	types := make([]cty.Type, len(args))
	for i, a := range args {
		types[i] = a.Type()
	}
	t, _ := convert.UnifyUnsafe(types)
	if t == cty.NilType {
		return cty.NilVal, errors.New("the arguments have no common type")
	}
	for i, a := range args {
		v, err := convert.Convert(a, t)
		if err != nil {
			return cty.NilVal, function.NewArgError(i, err)
		}
		if v.IsNull() || v.RawEquals(cty.StringVal("")) {
			continue
		}
		return v, nil
	}
	return cty.NilVal, errors.New("every argument is null or empty")
}

// indexOf is index(): where an element stands first.
func indexOf(args []cty.Value) (cty.Value, error) {
	if args[0].Type().IsSetType() {
		return cty.NilVal, errors.New("the elements of a set have no index")
	}
	elems, err := elements(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	for i, e := range elems {
		eq, err := stdlib.Equal(e, args[1])
		if err != nil {
			return cty.NilVal, err
		}
		if eq.True() {
			return cty.NumberIntVal(int64(i)), nil
		}
	}
	return cty.NilVal, errors.New("there is no such element")
}

// lengthOf is length(): of a string it is the number of characters as people
// count them, of an object that of attributes.
func lengthOf(args []cty.Value) (cty.Value, error) {
	switch t := args[0].Type(); {
	case t == cty.String:
		return stdlib.Strlen(args[0])
	case t.IsObjectType():
		return cty.NumberIntVal(int64(len(t.AttributeTypes()))), nil
	case t.IsTupleType() || t.IsCollectionType():
		return cty.NumberIntVal(int64(args[0].LengthInt())), nil
	default:
		return cty.NilVal, fmt.Errorf("a %s has no length", t.FriendlyName())
	}
}

// lookupIn is lookup(): the member of a map or an object, or the default. That of
// a map is converted to the type of its elements.
func lookupIn(args []cty.Value) (cty.Value, error) {
	if len(args) > 3 {
		return cty.NilVal, errors.New("at most one default is allowed")
	}
	in, key := args[0], args[1].AsString()
	var preset cty.Value
	var present bool
	switch t := in.Type(); {
	case t.IsObjectType():
		present = t.HasAttribute(key)
		if len(args) == 3 {
			preset = args[2]
		}
		if present {
			return in.GetAttr(key), nil
		}
	case t.IsMapType():
		if len(args) == 3 {
			v, err := convert.Convert(args[2], t.ElementType())
			if err != nil {
				return cty.NilVal, function.NewArgError(2, err)
			}
			preset = v
		}
		if in.HasIndex(args[1]).True() {
			return in.Index(args[1]), nil
		}
	default:
		return cty.NilVal, fmt.Errorf("a map is required, not a %s", t.FriendlyName())
	}
	if len(args) < 3 {
		return cty.NilVal, fmt.Errorf("there is no key %q", key)
	}
	return preset, nil
}

// matchKeys is matchkeys(): the elements of one list whose counterparts in a
// second one are in a third one.
func matchKeys(args []cty.Value) (cty.Value, error) {
	values, keys, wanted := args[0], args[1], args[2]
	if values.LengthInt() != keys.LengthInt() {
		return cty.NilVal, errors.New("there must be as many keys as values")
	}
	t, _ := convert.UnifyUnsafe([]cty.Type{keys.Type(), wanted.Type()})
	if t == cty.NilType {
		return cty.NilVal, errors.New("the keys and those that are searched for have no common type")
	}
	keys, err := convert.Convert(keys, t)
	if err != nil {
		return cty.NilVal, function.NewArgError(1, err)
	}
	wanted, err = convert.Convert(wanted, t)
	if err != nil {
		return cty.NilVal, function.NewArgError(2, err)
	}
	search := wanted.AsValueSlice()
	var out []cty.Value
	for i, k := range keys.AsValueSlice() {
		if slices.ContainsFunc(search, k.RawEquals) {
			out = append(out, values.Index(cty.NumberIntVal(int64(i))))
		}
	}
	if len(out) == 0 {
		return cty.ListValEmpty(values.Type().ElementType()), nil
	}
	return cty.ListVal(out), nil
}

// oneOrNull is one(): the only element, or null where there is none.
func oneOrNull(args []cty.Value) (cty.Value, error) {
	elems, err := elements(args[0])
	switch {
	case err != nil:
		return cty.NilVal, err
	case len(elems) == 0:
		return cty.NullVal(cty.DynamicPseudoType), nil
	case len(elems) > 1:
		return cty.NilVal, errors.New("there is more than one element")
	}
	return elems[0], nil
}

// transposed is transpose(): a map from each element of the lists to the keys of
// the lists that hold it, in the order of these.
func transposed(args []cty.Value) (cty.Value, error) {
	out := map[string][]cty.Value{}
	for key, list := range args[0].Elements() {
		if list.IsNull() {
			return cty.NilVal, errors.New("a list is null")
		}
		for _, e := range list.Elements() {
			if e.IsNull() {
				return cty.NilVal, errors.New("an element of a list is null")
			}
			out[e.AsString()] = append(out[e.AsString()], key)
		}
	}
	if len(out) == 0 {
		return cty.MapValEmpty(cty.List(cty.String)), nil
	}
	lists := make(map[string]cty.Value, len(out))
	for e, keys := range out {
		lists[e] = cty.ListVal(keys)
	}
	return cty.MapVal(lists), nil
}
