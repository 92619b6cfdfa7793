package terraform

import (
	"io/fs"
	"os"
	"testing"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/ecslint/ecslint/parsers/fixtures"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// maxFuzzed bounds the expressions and templates that are fuzzed, in bytes: HCL,
// to which they are given too, counts no steps.
const maxFuzzed = 1 << 11

// oracleModule gives the files of the oracle's module, and variables of which
// nothing is known.
func oracleModule(tb testing.TB) map[string]string {
	tb.Helper()
	root := os.DirFS(oracle + "/module")
	files := map[string]string{"unknown.tf": "variable \"unknown\" {}\nvariable \"unknown_list\" {\n  type = list(string)\n}\n"}
	for _, name := range []string{
		"main.tf", "terraform.tfvars", "more.auto.tfvars", "plain.txt", "greeting.tftpl", "containers.json.tftpl", "data.json", "data.yaml", "table.csv",
	} {
		text, err := fs.ReadFile(root, name)
		if err != nil {
			tb.Fatal(err)
		}
		files[name] = string(text)
	}
	return files
}

// FuzzExpression compares the evaluation of an expression, and of all in it that
// can be evaluated alone, with HCL's.
func FuzzExpression(f *testing.F) {
	for _, q := range readQuestions(f) {
		if q.later == "" {
			f.Add(q.expr)
		}
	}
	for _, text := range []string{
		`[for x in var.unknown_list : x if x != "a"]`, `merge({ a = var.unknown }, { a = 1 })`, `var.unknown ? [1] : [1]`, `"${var.unknown}-${local.base.cpu}"`,
	} {
		f.Add(text)
	}
	root, m := NewLoader(source.NewMemory(oracleModule(f)), Options{}).open(f.Context(), ".")
	ctx := (&referee{}).context(root, m)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > maxFuzzed {
			t.Skip("too large")
		}
		if !utf8.ValidString(text) {
			t.Skip("HCL is written in UTF-8; of what is not, its scanner takes some for letters")
		}
		file := root.virtual(text + "\n")
		defer delete(root.files, file.Name)
		if refuse(file) != nil {
			return
		}
		e, diags := hclsyntax.ParseExpression(file.Bytes, file.Name, hcl.InitialPos)
		if diags.HasErrors() {
			return
		}
		root.problems = nil
		r := &referee{t: t, lax: true}
		r.expression(m, e, nil, ctx)
	})
}

// FuzzTemplateFile compares what templatefile makes of a file with what HCL does,
// as text and as JSON.
func FuzzTemplateFile(f *testing.F) {
	for _, text := range fixtures.Seeds(f, ".tftpl") {
		f.Add(text)
	}
	for _, text := range []string{
		"[%{ for i, p in ports ~}\n{\"port\": ${p}}%{ if i < 1 },%{ endif }\n%{~ endfor }]", `{"name": "${name}", "cpu": ${cpu}, "tag": "$${x}%%{y}"}`,
		`[{"name": "${unknown}", "image": "a"}]`, "${jsonencode([{ name = name }])}", "${ports}", "%{ if on }a%{ else }b%{ endif }", "${nothing}",
	} {
		f.Add(text)
	}
	const variables = `{ name = "web", image = "nginx", cpu = 10, ports = [80, 443], env = { B = "2", A = "1" }, on = true, nothing = null, unknown = var.unknown }`
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > maxFuzzed {
			t.Skip("too large")
		}
		set := source.NewMemory(map[string]string{"main.tf": "variable \"unknown\" {}\n", "t.tftpl": text})
		e, diags := hclsyntax.ParseTemplate([]byte(text), "t.tftpl", hcl.InitialPos)
		if diags.HasErrors() || hugeNumber(e) {
			return
		}
		ctx := &hcl.EvalContext{Functions: refereeFunctions(e), Variables: map[string]cty.Value{
			"name": cty.StringVal("web"), "image": cty.StringVal("nginx"), "cpu": cty.NumberIntVal(10),
			"ports": cty.TupleVal([]cty.Value{cty.NumberIntVal(80), cty.NumberIntVal(443)}),
			"env":   cty.ObjectVal(map[string]cty.Value{"B": cty.StringVal("2"), "A": cty.StringVal("1")}),
			"on":    cty.True, "nothing": cty.NullVal(cty.DynamicPseudoType), "unknown": cty.DynamicVal,
		}}
		want, diags := e.Value(ctx)
		if diags.HasErrors() && (openTo(e, ctx) || ofType[diags[0].Summary]) {
			return // see referee.lax
		}
		check := func(call string, want cty.Value, diags hcl.Diagnostics) {
			got, problems := NewLoader(set, Options{}).evaluate(".", call)
			if got == nil {
				t.Fatal(problems)
			}
			inFiles(t, got)
			if fault := disagree(got, want, diags); fault != "" {
				t.Errorf("%s: %s", call, fault)
			}
		}
		check(`templatefile("t.tftpl", `+variables+`)`, want, diags)
		if !diags.HasErrors() {
			want, diags = called("jsondecode", want)
		}
		check(`jsondecode(templatefile("t.tftpl", `+variables+`))`, want, diags)
	})
}

// inFiles checks that all places of a value are in their files.
func inFiles(t *testing.T, v *value.Value) {
	t.Helper()
	check := func(r source.Range) {
		if r.File != nil && (r.Start < 0 || r.Start > r.End || r.End > len(r.File.Bytes)) {
			t.Errorf("%s: bytes %d to %d of %s, which has %d", v, r.Start, r.End, r.File.Name, len(r.File.Bytes))
		}
	}
	check(v.Range())
	for _, s := range v.Segments() {
		check(v.Place(s.Off, s.Off+s.Len))
	}
	for f := range v.Written() {
		check(f.Range)
		inFiles(t, f.Value)
	}
	for _, e := range v.Elems() {
		inFiles(t, e)
	}
	if v.Kind() == value.Either {
		for _, a := range v.Alternatives() {
			inFiles(t, a)
		}
	}
}
