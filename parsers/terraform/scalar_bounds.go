package terraform

import (
	"fmt"
	"math"
	"regexp"
	"regexp/syntax"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/ecslint/ecslint/parsers/value"
)

// The bounds of one call are far above what configuration computes. A call
// beyond them is refused.
const (
	maxText  = 1 << 20 // bytes of the arguments together, and of the result
	maxElems = 10_000  // elements of a list
	maxPairs = 1 << 20 // comparisons of elements with each other
	maxCells = 100_000 // values in a document that is decoded
	// maxDigits is above the digits, in the smallest base, of the largest number
	// that is computed with; see maxExponent.
	maxDigits = 2000
	// maxPattern bounds the length of a regular expression: a few hundred
	// characters with counts compile to megabytes.
	maxPattern = 2000
	// maxMatching bounds the instructions of a regular expression times the bytes
	// that it looks at, at worst: a second or two.
	maxMatching = 1 << 27
	// maxMatchings bounds the same for all matches in a text. One that goes on
	// where the last one ended takes much less.
	maxMatchings = 1 << 28
)

// bounded gives f, which is called only if neither [affordable] nor check objects
// to the arguments.
func bounded(f function.Function, check func(args []cty.Value) error) function.Function {
	return function.New(&function.Spec{
		Params:   f.Params(),
		VarParam: f.VarParam(),
		Type: func(args []cty.Value) (cty.Type, error) {
			if known(args) {
				if err := affordable(args); err != nil {
					return cty.NilType, err
				}
				if check != nil {
					if err := check(args); err != nil {
						return cty.NilType, err
					}
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
			_, err := mostMatches(args[0].AsString(), args[1].AsString())
			return err
		}
	case "regexall":
		return func(args []cty.Value) error {
			_, err := allMatches(args[0].AsString(), args[1].AsString())
			return err
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

// atMost refuses n things of which there may be no more than limit.
func atMost(limit, n int, things string) error {
	if n > limit {
		return refusal(fmt.Sprintf("more than %d %s", limit, things))
	}
	return nil
}

// times multiplies counts without overflow. A negative count is none.
func times(a, b int) int {
	switch {
	case a <= 0 || b <= 0:
		return 0
	case a > math.MaxInt/b:
		return math.MaxInt
	}
	return a * b
}

// clamped gives a number as the nearest int.
func clamped(v cty.Value) int {
	n, _ := v.AsBigFloat().Int64()
	return int(n)
}

func known(args []cty.Value) bool {
	for _, a := range args {
		if !a.IsWhollyKnown() {
			return false
		}
	}
	return true
}

// affordable bounds what the arguments hold.
func affordable(args []cty.Value) error {
	total := 0
	for _, a := range args {
		n, err := extent(a)
		if err != nil {
			return err
		}
		total += n
	}
	return atMost(maxText, total, "bytes of arguments")
}

// extent is about the number of bytes that a value takes when it is written out.
// No list in it may be longer than maxElems.
func extent(v cty.Value) (int, error) {
	t := v.Type()
	switch {
	case v.IsNull() || t == cty.Bool:
		return len("false"), nil
	case t == cty.String:
		return len(v.AsString()) + 2, nil
	case t == cty.Number:
		f := v.AsBigFloat()
		e := f.MantExp(nil)
		return max(e, -e) + int(f.MinPrec()) + 2, nil
	case !v.CanIterateElements():
		return 0, nil
	}
	if err := atMost(maxElems, v.LengthInt(), "elements"); err != nil {
		return 0, err
	}
	total := 2
	for k, e := range v.Elements() {
		n, err := extent(e)
		if err != nil {
			return 0, err
		}
		total += n + 1
		if k.Type() == cty.String && !t.IsSetType() {
			total += len(k.AsString()) + 3
		}
	}
	return total, nil
}

// formatBound bounds the text that format makes: its specification, the widths
// and precisions in there, and the longest argument for each verb; and all that
// for each element of the longest list where there is one.
func formatBound(args []cty.Value) error {
	spec := args[0].AsString()
	longest, rows := 0, 1
	for _, a := range args[1:] {
		items := []cty.Value{a}
		if t := a.Type(); !a.IsNull() && (t.IsListType() || t.IsSetType() || t.IsTupleType()) {
			items = append(items, a.AsValueSlice()...)
			rows = max(rows, a.LengthInt())
		}
		for _, x := range items {
			n, err := extent(x)
			if err != nil {
				return err
			}
			longest = max(longest, n)
		}
	}
	width, verb := len(spec), false
	for i := 0; i < len(spec); i++ {
		switch c := spec[i]; {
		case c == '%':
			verb = true
			width += longest
		case verb && '1' <= c && c <= '9':
			n := 0
			for ; i < len(spec) && '0' <= spec[i] && spec[i] <= '9'; i++ {
				n = min(n*10+int(spec[i]-'0'), maxText+1)
			}
			i--
			width += n
		case verb && !strings.ContainsRune(" +-0#.[]", rune(c)):
			verb = false
		}
	}
	return atMost(maxText, times(rows, width), "bytes of text")
}

// jsonBound bounds the values and the nesting of a document: cty's decoder is
// recursive.
func jsonBound(args []cty.Value) error {
	depth, deepest, cells := 0, 0, 1
	quoted := false
	doc := args[0].AsString()
	for i := 0; i < len(doc); i++ {
		switch c := doc[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' || c == '{':
			depth++
			deepest = max(deepest, depth)
		case c == ']' || c == '}':
			depth--
		case c == ',':
			cells++
		}
	}
	if err := atMost(maxCells, cells, "values to decode"); err != nil {
		return err
	}
	return atMost(maxNesting, deepest, "levels")
}

// regularExpression gives what replace takes for one: what stands in slashes.
func regularExpression(s string) (string, bool) {
	if len(s) > 1 && strings.HasPrefix(s, "/") && strings.HasSuffix(s, "/") {
		return s[1 : len(s)-1], true
	}
	return "", false
}

// perComparison is the work to compare two values.
const perComparison = 3

// stepsPerWork is how many steps of a regular expression take as long as going over
// one value.
const stepsPerWork = 20

// searching is the work to compile a pattern and to look for it in a text.
func searching(pattern, s string) int {
	n := instructions(pattern)
	return perValue*n + times(n, len(s)+1)/stepsPerWork
}

// price is the work of a call beyond going over its arguments.
func price(name string, args []hclsyntax.Expression) int {
	argument := func(i int) cty.Value {
		if i >= len(args) {
			return cty.DynamicVal // the call fails
		}
		v, _ := args[i].Value(nil) //nolint:errcheck // it is a literal
		return v
	}
	text := func(i int) string {
		if v := argument(i); v.Type() == cty.String && v.IsKnown() && !v.IsNull() {
			return v.AsString()
		}
		return ""
	}
	switch name {
	case "distinct":
		if v := argument(0); v.CanIterateElements() {
			return times(v.LengthInt(), v.LengthInt()) * perComparison
		}
	case "regex", "regexall":
		return searching(text(0), text(1))
	case "replace":
		if pattern, ok := regularExpression(text(1)); ok {
			return searching(pattern, text(0))
		}
	}
	return 0
}

// decoding is the work to decode a text.
func decoding(v *value.Value) int {
	if _, encoded := v.Encoded(); encoded || !v.Is(value.String, value.Text) {
		return v.Size()
	}
	return perByte * len(v.Content())
}

// instructions is about the number of those that a pattern compiles to; 0 for one with
// a mistake or of too many bytes.
func instructions(pattern string) int {
	if len(pattern) > maxPattern {
		return 0
	}
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return 0
	}
	return 2 + compiled(re)
}

// compiled is the number of instructions for a part of a pattern. One that is repeated
// is there as often as it may be.
func compiled(re *syntax.Regexp) int {
	n := 2 + len(re.Rune)
	for _, sub := range re.Sub {
		n += compiled(sub)
	}
	if re.Op == syntax.OpRepeat {
		return times(n, max(re.Min+1, re.Max))
	}
	return n
}

// mostMatches gives the number of matches that may be looked for in a text, and
// refuses a pattern for which one is too much. A pattern with a mistake has none;
// the function that uses it says so.
func mostMatches(pattern, s string) (int, error) {
	if err := atMost(maxPattern, len(pattern), "bytes of a regular expression"); err != nil {
		return 0, err
	}
	steps := times(instructions(pattern), len(s)+1)
	if steps == 0 {
		return 0, nil
	}
	return min(maxMatchings/steps, maxElems), atMost(maxMatching, steps, "steps of a regular expression")
}

// allMatches gives the matches of a pattern in a text with their groups, as
// regexp does.
func allMatches(pattern, s string) ([][]int, error) {
	most, err := mostMatches(pattern, s)
	if err != nil {
		return nil, err
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		return nil, err
	}
	found := re.FindAllStringSubmatchIndex(s, most+1)
	return found, atMost(most, len(found), "matches of a regular expression")
}
