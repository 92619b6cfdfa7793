package terraform

import (
	"regexp/syntax"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// The bounds of one call are far above what configuration computes. A call
// beyond them is refused.
const (
	maxText  = 1 << 20 // bytes of the arguments together, and of the result
	maxElems = 10_000  // elements of a list
	maxPairs = 1 << 22 // comparisons of elements with each other
	maxCells = 100_000 // values in a document that is decoded
	// maxDigits is above the digits, in the smallest base, of the largest number
	// that is computed with; see maxExponent.
	maxDigits = 2000
	// maxPattern bounds the length of a regular expression: a few hundred
	// characters with counts compile to megabytes.
	maxPattern = 2000
	// maxMatching bounds the instructions of a regular expression times the bytes
	// it looks at, which is less than a few seconds.
	maxMatching = 1 << 27
)

// bounded gives f, which is called only if neither [affordable] nor check objects
// to the arguments.
func bounded(f function.Function, check func(args []cty.Value) error) function.Function {
	return function.New(&function.Spec{
		Params:   f.Params(),
		VarParam: f.VarParam(),
		Type: func(args []cty.Value) (cty.Type, error) {
			if err := affordable(args); err != nil {
				return cty.NilType, err
			}
			if check != nil {
				if err := check(args); err != nil {
					return cty.NilType, err
				}
			}
			t, err := f.ReturnTypeForValues(args)
			return t, brief(err)
		},
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			v, err := f.Call(args)
			return v, brief(err)
		},
	})
}

// bounds gives the check of a function whose result may be much larger than its
// arguments, or take much longer; nil for any other.
func bounds(name string) func(args []cty.Value) error {
	switch name {
	case "csvdecode":
		return func(args []cty.Value) error {
			s := args[0].AsString()
			return atMost(maxCells, strings.Count(s, ",")+strings.Count(s, "\n"), "fields to decode")
		}
	case "distinct":
		return func(args []cty.Value) error {
			n := args[0].LengthInt()
			return atMost(maxPairs, n*n, "comparisons")
		}
	case "format", "formatlist":
		return formatBound
	case "indent":
		return func(args []cty.Value) error {
			return atMost(maxText, times(strings.Count(args[1].AsString(), "\n"), clamped(args[0])), "bytes of text")
		}
	case "join":
		return func(args []cty.Value) error {
			n := 0
			for _, list := range args[1:] {
				n += list.LengthInt()
			}
			return atMost(maxText, times(n, len(args[0].AsString())), "bytes of text")
		}
	case "jsondecode":
		return jsonBound
	case "matchkeys":
		return func(args []cty.Value) error {
			return atMost(maxPairs, times(args[1].LengthInt(), args[2].LengthInt()), "comparisons")
		}
	case "parseint":
		return func(args []cty.Value) error {
			if args[0].Type() != cty.String {
				return nil // an error of its own
			}
			return atMost(maxDigits, len(args[0].AsString()), "digits")
		}
	case "regex":
		return func(args []cty.Value) error {
			_, err := matches(args[0].AsString(), args[1].AsString())
			return err
		}
	case "regexall":
		return func(args []cty.Value) error {
			return matchesBound(args[0].AsString(), args[1].AsString())
		}
	case "setproduct":
		return func(args []cty.Value) error {
			n := 1
			for _, a := range args {
				if a.CanIterateElements() {
					n = times(n, a.LengthInt())
				}
			}
			return atMost(maxElems, n, "combinations")
		}
	case "split":
		return func(args []cty.Value) error {
			return atMost(maxElems, strings.Count(args[1].AsString(), args[0].AsString()), "parts")
		}
	}
	return nil
}
