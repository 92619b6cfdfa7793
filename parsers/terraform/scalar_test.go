package terraform

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/ecslint/ecslint/parsers/source"
)

// TestEveryFunction tells that each function of Terraform 1.11 is known, and that
// no other one is.
func TestEveryFunction(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(oracle, "functions.txt"))
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for name := range strings.FieldsSeq(string(text)) {
		listed[name] = true
		_, pure := scalarFunction(name)
		_, unknowable := impure(name)
		if !pure && !unknowable && structural(name) == nil && name != "try" && name != "can" {
			t.Errorf("%s is not known", name)
		}
		if pure && unknowable {
			t.Errorf("%s is both computed and impure", name)
		}
	}
	for name := range scalarFunctions() {
		if !listed[name] {
			t.Errorf("%s is no function of Terraform", name)
		}
	}
}

// No function breaks down, whatever it is given and however much.
func TestAnyArguments(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(oracle, "functions.txt"))
	if err != nil {
		t.Fatal(err)
	}
	root, m := NewLoader(source.NewMemory(oracleModule(t)), Options{}).open(t.Context(), ".")
	atoms := []string{"null", "-1", `"a"`, "[]", "{}", "var.unknown"}
	lists := []string{""}
	for range 3 {
		for _, l := range lists {
			for _, a := range atoms {
				lists = append(lists, strings.TrimPrefix(l+", "+a, ", "))
			}
		}
		slices.Sort(lists)
		lists = slices.Compact(lists)
	}
	for name := range strings.FieldsSeq(string(text)) {
		for _, args := range lists {
			file := root.virtual(name + "(" + args + ")\n")
			e, diags := hclsyntax.ParseExpression(file.Bytes, file.Name, hcl.InitialPos)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			func() {
				defer func() {
					if cause := recover(); cause != nil {
						t.Errorf("%s(%s): %v", name, args, cause)
					}
				}()
				m.eval(e, nil)
			}()
			delete(root.files, file.Name)
		}
	}
}

// called evaluates the call of a function as HCL does, which converts arguments.
func called(name string, args ...cty.Value) (cty.Value, hcl.Diagnostics) {
	call := &hclsyntax.FunctionCallExpr{Name: name}
	for _, a := range args {
		call.Args = append(call.Args, &hclsyntax.LiteralValueExpr{Val: a})
	}
	return call.Value(&hcl.EvalContext{Functions: refereeFunctions(call)})
}

func TestRefusals(t *testing.T) {
	str := cty.StringVal
	num := cty.NumberIntVal
	long := str(strings.Repeat("a", maxText/2))
	list := func(n int, v cty.Value) cty.Value {
		elems := make([]cty.Value, n)
		for i := range elems {
			elems[i] = v
		}
		return cty.ListVal(elems)
	}
	numbers := make([]cty.Value, 3000)
	for i := range numbers {
		numbers[i] = num(int64(i))
	}
	for _, c := range []struct {
		name string
		f    string
		args []cty.Value
	}{
		{"many bytes of arguments", "upper", []cty.Value{str(strings.Repeat("a", maxText))}},
		{"many elements", "reverse", []cty.Value{list(maxElems+1, num(1))}},
		{"many elements below", "length", []cty.Value{cty.TupleVal([]cty.Value{list(maxElems+1, num(1))})}},
		{"wide indentation", "indent", []cty.Value{num(1e9), str("a\nb")}},
		{"wide indentation of many lines", "indent", []cty.Value{num(1000), str(strings.Repeat("\n", 2000))}},
		{"width", "format", []cty.Value{str("%1000000000d"), num(1)}},
		{"width beyond int", "format", []cty.Value{str("%99999999999999999999999d"), num(1)}},
		{"flagged width", "format", []cty.Value{str("%-+09999999d"), num(1)}},
		{"width behind an index", "format", []cty.Value{str("%[1]9999999d"), num(1)}},
		{"precision", "format", []cty.Value{str("%.99999999f"), num(1)}},
		{"many widths", "format", []cty.Value{str(strings.Repeat("%[1]99999d", 20)), num(1)}},
		{"one argument many times", "format", []cty.Value{str(strings.Repeat("%[1]s", 10)), long}},
		{"a wide list", "formatlist", []cty.Value{str("%2000d"), cty.ListVal(numbers)}},
		{"one argument in each row", "formatlist", []cty.Value{str("%d%s"), cty.ListVal(numbers), long}},
		{"long separator", "join", []cty.Value{long, list(5, str("x"))}},
		{"long replacement", "replace", []cty.Value{str("aaaa"), str("a"), long}},
		{"replacement between characters", "replace", []cty.Value{str("aaaa"), str(""), long}},
		{"long replacement of matches", "replace", []cty.Value{str("aaaa"), str("/a/"), long}},
		{"replacement by groups", "replace", []cty.Value{long, str("/(.*)/"), str("$1$1$1$1")}},
		{"long pattern", "regex", []cty.Value{str(strings.Repeat("a", maxPattern+1)), str("a")}},
		{"large program", "regex", []cty.Value{str(strings.Repeat(".{1000}", 200)), long}},
		{"many matches", "regexall", []cty.Value{str("a"), long}},
		{"many slow matches", "regexall", []cty.Value{str("a.*b|a"), str(strings.Repeat("a", 100_000))}},
		{"many parts", "split", []cty.Value{str(""), long}},
		{"combinations", "setproduct", []cty.Value{cty.ListVal(numbers), cty.ListVal(numbers), cty.ListVal(numbers)}},
		{"many comparisons", "distinct", []cty.Value{cty.ListVal(numbers)}},
		{"many comparisons with keys", "matchkeys", []cty.Value{cty.ListVal(numbers), cty.ListVal(numbers), cty.ListVal(numbers)}},
		{"many digits", "parseint", []cty.Value{str(strings.Repeat("9", maxDigits+1)), num(10)}},
		{"deep document", "jsondecode", []cty.Value{str(strings.Repeat("[", 100_000))}},
		{"wide document", "jsondecode", []cty.Value{str("[" + strings.Repeat("0,", maxCells) + "0]")}},
		{"large table", "csvdecode", []cty.Value{str(strings.Repeat("a\n", maxCells+1))}},
		{"infinity", "pow", []cty.Value{num(10), num(400)}},
		{"infinity below zero", "log", []cty.Value{num(0), num(10)}},
		{"relative path", "abspath", []cty.Value{str("x")}},
		{"home", "pathexpand", []cty.Value{str("~/x")}},
		{"encoding", "textencodebase64", []cty.Value{str("x"), str("EBCDIC")}},
		{"mapped address", "cidrhost", []cty.Value{str("::ffff:10.0.0.0/120"), num(1)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, diags := called(c.f, c.args...)
			if !diags.HasErrors() {
				t.Fatalf("%s gives %.100s", c.f, v.GoString())
			}
			if !refused(diags) {
				t.Errorf("%s fails instead: %v", c.f, diags)
			}
		})
	}
}

// TestAlmostRefused tells that bounds do not stand in the way of what is near
// them and ends at once.
func TestAlmostRefused(t *testing.T) {
	str := cty.StringVal
	num := cty.NumberIntVal
	for _, c := range []struct {
		name string
		f    string
		args []cty.Value
	}{
		{"offset beyond the text", "substr", []cty.Value{str("abc"), num(1e15), num(1e15)}},
		{"an empty factor", "setproduct", []cty.Value{cty.ListVal(make1024()), cty.ListVal(make1024()), cty.EmptyTupleVal}},
		{"no widths", "format", []cty.Value{str("100000000 %s 999999999"), str("x")}},
		{"brackets in text", "jsondecode", []cty.Value{str(`"` + strings.Repeat("[", 10_000) + `"`)}},
		{"escaped quotes", "jsondecode", []cty.Value{str(`"` + strings.Repeat(`\"[`, 10_000) + `"`)}},
		{"policy with many statements", "regexall", []cty.Value{str(`"Action":\s*"([a-z]+):\*"`), str(strings.Repeat(`{"Action": "s3:*"},`, 500))}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, diags := called(c.f, c.args...); diags.HasErrors() {
				t.Error(diags)
			}
		})
	}
}

func make1024() []cty.Value {
	out := make([]cty.Value, 1024)
	for i := range out {
		out[i] = cty.NumberIntVal(int64(i))
	}
	return out
}

// TestErrorsAreNoRefusals tells that what fails in Terraform is a failure here,
// which try and can see.
func TestErrorsAreNoRefusals(t *testing.T) {
	for _, c := range []struct {
		f    string
		args []cty.Value
	}{
		{"range", []cty.Value{cty.NumberIntVal(1e9)}},
		{"indent", []cty.Value{cty.NumberIntVal(-1), cty.StringVal("a\nb")}},
		{"pow", []cty.Value{cty.NumberIntVal(-8), cty.NumberFloatVal(1.0 / 3)}},
		{"regex", []cty.Value{cty.StringVal("("), cty.StringVal("a")}},
		{"replace", []cty.Value{cty.StringVal("a"), cty.StringVal("/(/"), cty.StringVal("a")}},
		{"cidrhost", []cty.Value{cty.StringVal("10.0.0.0"), cty.NumberIntVal(1)}},
	} {
		t.Run(c.f, func(t *testing.T) {
			v, diags := called(c.f, c.args...)
			switch {
			case !diags.HasErrors():
				t.Errorf("it gives %#v", v)
			case refused(diags):
				t.Errorf("it is refused: %v", diags)
			case strings.Contains(diags.Error(), "goroutine"):
				t.Errorf("a stack is in the message: %v", diags)
			}
		})
	}
}

func FuzzReplaceMatches(f *testing.F) {
	f.Add("hello world", "(w)(.*)d", "$2-$1")
	f.Add("baab", "a*", "x")
	f.Add("", "", "a")
	f.Add("aéb", "|é", "<$0>")
	f.Add("a\nb", "(?m)^", "${x}$$")
	f.Fuzz(func(t *testing.T, s, pattern, with string) {
		re, err := regexp.Compile(pattern)
		if err != nil {
			return
		}
		got, err := replaceMatches(s, pattern, with)
		_, tooMuch := errors.AsType[refusal](err)
		switch {
		case tooMuch:
		case err != nil:
			t.Errorf("%q in %q: %v", pattern, s, err)
		case !got.RawEquals(cty.StringVal(re.ReplaceAllString(s, with))):
			t.Errorf("%q in %q by %q: got %q, want %q", pattern, s, with, got.AsString(), re.ReplaceAllString(s, with))
		}
	})
}

// FuzzScalarFunctions calls a function with the elements of a JSON list. It must
// end soon, and what it gives must be wholly known.
func FuzzScalarFunctions(f *testing.F) {
	for _, q := range readQuestions(f) {
		e, diags := hclsyntax.ParseExpression([]byte(q.expr), "", hcl.InitialPos)
		call, ok := e.(*hclsyntax.FunctionCallExpr)
		if diags.HasErrors() || !ok {
			continue
		}
		args, diags := (&hclsyntax.TupleConsExpr{Exprs: call.Args}).Value(nil)
		if diags.HasErrors() {
			continue
		}
		text, err := ctyjson.Marshal(args, args.Type())
		if err == nil {
			f.Add(call.Name, string(text))
		}
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		if _, ok := scalarFunction(name); !ok || jsonBound([]cty.Value{cty.StringVal(text)}) != nil {
			return
		}
		ty, err := ctyjson.ImpliedType([]byte(text))
		if err != nil || !ty.IsTupleType() {
			return
		}
		args, err := ctyjson.Unmarshal([]byte(text), ty)
		if err != nil || hugeIn(args) {
			return
		}
		v, diags := called(name, args.AsValueSlice()...)
		if !diags.HasErrors() && !v.IsWhollyKnown() && args.IsWhollyKnown() && !hasNull(args) {
			t.Errorf("%s(%s) is %#v", name, text, v)
		}
	})
}

// hugeIn reports whether a value has a number that the evaluator does not compute
// with.
func hugeIn(v cty.Value) bool {
	return hasLeaf(v, func(v cty.Value) bool {
		return !v.IsNull() && v.Type() == cty.Number && !sane(v.AsBigFloat())
	})
}

// hasNull reports whether there is a null in a value. Of one without a type cty
// cannot tell the result of most functions.
func hasNull(v cty.Value) bool { return hasLeaf(v, cty.Value.IsNull) }

func hasLeaf(v cty.Value, is func(cty.Value) bool) bool {
	if is(v) {
		return true
	}
	if !v.IsNull() && v.CanIterateElements() {
		for _, e := range v.Elements() {
			if hasLeaf(e, is) {
				return true
			}
		}
	}
	return false
}

// refused reports whether a call ended with what ecslint does not compute.
func refused(diags hcl.Diagnostics) bool { return ended[refusal](diags) || ended[elsewhere](diags) }
