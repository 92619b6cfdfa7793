package terraform

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// scalarFunction gives a pure function of Terraform 1.11 by its name. It works
// on arguments that are wholly known; an argument of another type is converted
// by the caller, as HCL does. Where Terraform has a result that is not computed
// here, the error is a [refusal].
//
// Most functions are cty's, and so are Terraform's. The others follow
// https://developer.hashicorp.com/terraform/language/functions, read in 2026-11,
// and where that is silent what terraform 1.11 answers to the expressions in
// fixtures/_terraform/oracle.
func scalarFunction(name string) (function.Function, bool) {
	f, ok := scalarFunctions()[name]
	return f, ok
}

// impure says why the result of a function cannot be told.
func impure(name string) (reason string, ok bool) {
	switch name {
	case "plantimestamp", "timestamp":
		return name + " is the time of the run", true
	case "bcrypt", "uuid":
		return name + " gives another result each time", true
	case "rsadecrypt":
		return "rsadecrypt gives a secret", true
	case "base64gzip", "yamlencode":
		return "the exact text that " + name + " gives depends on the version of Terraform", true
	case "ephemeralasnull", "issensitive":
		return name + " depends on marks that are not followed", true
	}
	if strings.HasPrefix(name, "provider::") {
		return name + " is a function of a provider", true
	}
	return "", false
}

// scalarFunctions is made when the first function is called: most runs over
// other formats call none.
var scalarFunctions = sync.OnceValue(func() map[string]function.Function {
	functions := map[string]function.Function{
		// Numbers.
		"abs":      stdlib.AbsoluteFunc,
		"ceil":     stdlib.CeilFunc,
		"floor":    stdlib.FloorFunc,
		"log":      finite(stdlib.LogFunc),
		"max":      stdlib.MaxFunc,
		"min":      stdlib.MinFunc,
		"parseint": stdlib.ParseIntFunc,
		"pow":      finite(stdlib.PowFunc),
		"signum":   stdlib.SignumFunc,
		"sum":      computed(sumOf, anything("list")),

		// Text.
		"chomp":       stdlib.ChompFunc,
		"endswith":    textTest(strings.HasSuffix, "suffix"),
		"format":      stdlib.FormatFunc,
		"formatlist":  stdlib.FormatListFunc,
		"indent":      stdlib.IndentFunc,
		"join":        stdlib.JoinFunc,
		"lower":       stdlib.LowerFunc,
		"regex":       stdlib.RegexFunc,
		"regexall":    stdlib.RegexAllFunc,
		"replace":     computed(replaceAll, text("str"), text("substr"), text("replace")),
		"split":       stdlib.SplitFunc,
		"startswith":  textTest(strings.HasPrefix, "prefix"),
		"strcontains": textTest(strings.Contains, "substr"),
		"strrev":      stdlib.ReverseFunc,
		"substr":      stdlib.SubstrFunc,
		"title":       stdlib.TitleFunc,
		"trim":        stdlib.TrimFunc,
		"trimprefix":  stdlib.TrimPrefixFunc,
		"trimspace":   stdlib.TrimSpaceFunc,
		"trimsuffix":  stdlib.TrimSuffixFunc,
		"upper":       stdlib.UpperFunc,

		// Collections.
		"alltrue":         computed(allTrue, listOf("list", cty.Bool)),
		"anytrue":         computed(anyTrue, listOf("list", cty.Bool)),
		"chunklist":       stdlib.ChunklistFunc,
		"coalesce":        variadic(coalesceAny, nullable("vals")),
		"coalescelist":    stdlib.CoalesceListFunc,
		"compact":         stdlib.CompactFunc,
		"concat":          stdlib.ConcatFunc,
		"contains":        stdlib.ContainsFunc,
		"distinct":        stdlib.DistinctFunc,
		"element":         stdlib.ElementFunc,
		"flatten":         stdlib.FlattenFunc,
		"index":           computed(indexOf, anything("list"), anything("value")),
		"keys":            stdlib.KeysFunc,
		"length":          computed(lengthOf, anything("value")),
		"lookup":          variadic(lookupIn, nullable("default"), anything("inputMap"), text("key")),
		"matchkeys":       computed(matchKeys, anyList("values"), anyList("keys"), anyList("searchset")),
		"merge":           stdlib.MergeFunc,
		"one":             computed(oneOrNull, anything("list")),
		"range":           stdlib.RangeFunc, // at most 1024 elements, which is Terraform's bound
		"reverse":         stdlib.ReverseListFunc,
		"setintersection": stdlib.SetIntersectionFunc,
		"setproduct":      stdlib.SetProductFunc,
		"setsubtract":     stdlib.SetSubtractFunc,
		"setunion":        stdlib.SetUnionFunc,
		"slice":           stdlib.SliceFunc,
		"sort":            stdlib.SortFunc,
		"transpose":       computed(transposed, of("values", cty.Map(cty.List(cty.String)))),
		"values":          stdlib.ValuesFunc,
		"zipmap":          stdlib.ZipmapFunc,

		// Encodings.
		"base64decode":     computed(base64Decode, text("str")),
		"base64encode":     textTo(base64Encode),
		"csvdecode":        stdlib.CSVDecodeFunc,
		"jsondecode":       stdlib.JSONDecodeFunc,
		"jsonencode":       stdlib.JSONEncodeFunc,
		"textdecodebase64": computed(textDecodeBase64, text("source"), text("encoding")),
		"textencodebase64": computed(textEncodeBase64, text("string"), text("encoding")),
		"urlencode":        textTo(url.QueryEscape),

		// Hashes.
		"base64sha256": textTo(base64SHA256),
		"base64sha512": textTo(base64SHA512),
		"md5":          textTo(hexMD5),
		"sha1":         textTo(hexSHA1),
		"sha256":       textTo(hexSHA256),
		"sha512":       textTo(hexSHA512),
		"uuidv5":       computed(uuidV5, text("namespace"), text("name")),

		// Paths. Terraform's are those of the machine it runs on, which is rarely
		// Windows.
		"abspath":    computed(absolutePath, text("path")),
		"basename":   textTo(path.Base),
		"dirname":    textTo(path.Dir),
		"pathexpand": computed(expandedPath, text("path")),

		// Times.
		"formatdate": stdlib.FormatDateFunc,
		"timeadd":    stdlib.TimeAddFunc,
		"timecmp":    computed(timeCompare, text("timestamp_a"), text("timestamp_b")),

		// Addresses.
		"cidrhost":    computed(cidrHost, text("prefix"), number("hostnum")),
		"cidrnetmask": computed(cidrNetmask, text("prefix")),
		"cidrsubnet":  computed(cidrSubnet, text("prefix"), number("newbits"), number("netnum")),
		"cidrsubnets": variadic(cidrSubnets, number("newbits"), text("prefix")),

		// Types.
		"nonsensitive": computed(identity, nullable("value")),
		"sensitive":    computed(identity, nullable("value")),
		"tobool":       stdlib.MakeToFunc(cty.Bool),
		"tolist":       stdlib.MakeToFunc(cty.List(cty.DynamicPseudoType)),
		"tomap":        stdlib.MakeToFunc(cty.Map(cty.DynamicPseudoType)),
		"tonumber":     stdlib.MakeToFunc(cty.Number),
		"toset":        stdlib.MakeToFunc(cty.Set(cty.DynamicPseudoType)),
		"tostring":     stdlib.MakeToFunc(cty.String),
	}
	for name, f := range functions {
		functions[name] = bounded(f, bounds(name))
	}
	return functions
})

// implementation computes the result of a function. Arguments are known and of
// the types of the parameters; they are not null unless the parameter says so.
type implementation func(args []cty.Value) (cty.Value, error)

// computed gives a function with the given parameters.
func computed(f implementation, params ...function.Parameter) function.Function {
	return function.New(&function.Spec{
		Params: params,
		Type:   function.StaticReturnType(cty.DynamicPseudoType),
		Impl:   func(args []cty.Value, _ cty.Type) (cty.Value, error) { return f(args) },
	})
}

// variadic gives a function that takes any number of arguments of one kind behind
// the others.
func variadic(f implementation, more function.Parameter, params ...function.Parameter) function.Function {
	return function.New(&function.Spec{
		Params:   params,
		VarParam: &more,
		Type:     function.StaticReturnType(cty.DynamicPseudoType),
		Impl:     func(args []cty.Value, _ cty.Type) (cty.Value, error) { return f(args) },
	})
}

func of(name string, t cty.Type) function.Parameter { return function.Parameter{Name: name, Type: t} }

func text(name string) function.Parameter { return of(name, cty.String) }

func number(name string) function.Parameter { return of(name, cty.Number) }

func listOf(name string, elem cty.Type) function.Parameter { return of(name, cty.List(elem)) }

func anyList(name string) function.Parameter { return listOf(name, cty.DynamicPseudoType) }

func anything(name string) function.Parameter { return of(name, cty.DynamicPseudoType) }

func nullable(name string) function.Parameter {
	return function.Parameter{Name: name, Type: cty.DynamicPseudoType, AllowNull: true, AllowDynamicType: true}
}

// textTo gives a function from text to text.
func textTo(f func(string) string) function.Function {
	return computed(func(args []cty.Value) (cty.Value, error) {
		return cty.StringVal(f(args[0].AsString())), nil
	}, text("str"))
}

// textTest gives a function that looks for one text in another.
func textTest(f func(s, part string) bool, part string) function.Function {
	return computed(func(args []cty.Value) (cty.Value, error) {
		return cty.BoolVal(f(args[0].AsString(), args[1].AsString())), nil
	}, text("str"), text(part))
}

func identity(args []cty.Value) (cty.Value, error) { return args[0], nil }

// finite refuses the infinite results of a function: they can be compared, but
// not be written anywhere.
func finite(f function.Function) function.Function {
	return computed(func(args []cty.Value) (cty.Value, error) {
		v, err := f.Call(args)
		if err == nil && v.AsBigFloat().IsInf() {
			return cty.NilVal, refusal("the result is infinite")
		}
		return v, err
	}, f.Params()...)
}

// sumOf adds numbers, some of which may be written as text.
func sumOf(args []cty.Value) (cty.Value, error) {
	elems, err := elements(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	if len(elems) == 0 {
		return cty.NilVal, errors.New("an empty list has no sum")
	}
	total := cty.Zero
	for _, e := range elems {
		n, err := convert.Convert(e, cty.Number)
		switch {
		case err != nil:
			return cty.NilVal, err
		case n.IsNull():
			return cty.NilVal, errors.New("null cannot be summed")
		}
		total = total.Add(n)
	}
	return total, nil
}

// absolutePath is abspath() of a path that is absolute.
func absolutePath(args []cty.Value) (cty.Value, error) {
	if p := args[0].AsString(); path.IsAbs(p) {
		return cty.StringVal(path.Clean(p)), nil
	}
	return cty.NilVal, elsewhere("the folder that Terraform runs in is unknown")
}

// expandedPath is pathexpand() of a path that is not below a home folder.
func expandedPath(args []cty.Value) (cty.Value, error) {
	if strings.HasPrefix(args[0].AsString(), "~") {
		return cty.NilVal, elsewhere("the home folder is unknown")
	}
	return args[0], nil
}

// timeCompare orders two timestamps: -1, 0 or 1.
func timeCompare(args []cty.Value) (cty.Value, error) {
	a, err := timestamp(args[0])
	if err != nil {
		return cty.NilVal, function.NewArgError(0, err)
	}
	b, err := timestamp(args[1])
	if err != nil {
		return cty.NilVal, function.NewArgError(1, err)
	}
	return cty.NumberIntVal(int64(a.Compare(b))), nil
}

// timestamp reads a time. cty accepts less than Go, and so does Terraform.
func timestamp(v cty.Value) (time.Time, error) {
	if _, err := stdlib.TimeAdd(v, cty.StringVal("0s")); err != nil {
		return time.Time{}, err
	}
	return time.Parse(time.RFC3339, v.AsString())
}

// refusal is the error of a call that Terraform computes and ecslint does not,
// because it would take too much or serves nobody. The result is unknown; it is
// no failure that try and can would see.
type refusal string

func (r refusal) Error() string { return "refused: " + string(r) }

// elsewhere is the error of a call whose result depends on where Terraform runs: it
// is unknown as any other value that is, and nothing to tell about.
type elsewhere string

func (e elsewhere) Error() string { return string(e) }

// ended reports whether the call of a function ended with an error of a type.
func ended[E error](diags hcl.Diagnostics) bool {
	for _, d := range diags {
		if call, ok := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](d); ok {
			if _, ok := errors.AsType[E](call.FunctionCallError()); ok {
				return true
			}
		}
	}
	return false
}

// brief gives an error without the stack that cty adds where it catches a panic,
// which is what it does with a negative count.
func brief(err error) error {
	if p, ok := errors.AsType[function.PanicError](err); ok {
		return fmt.Errorf("%v", p.Value)
	}
	return err
}
