package report

import (
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/sarif"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/fixtures"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules/catalog"
)

// FuzzTerraform lints a root module and a file of values for its variables.
func FuzzTerraform(f *testing.F) {
	for _, text := range fixtures.Seeds(f, ".tf", ".tofu") {
		f.Add(text, "")
	}
	for _, text := range fixtures.Seeds(f, ".tfvars") {
		f.Add("variable \"name\" {}\nresource \"aws_ecs_cluster\" \"c\" {\n  name = var.name\n}\n", text)
	}
	f.Fuzz(func(t *testing.T, module, values string) {
		survives(t, map[string]string{"main.tf": module, "terraform.tfvars": values})
	})
}

// FuzzTerraformJSON lints a plan, and the same text as a root module in JSON.
func FuzzTerraformJSON(f *testing.F) {
	for _, text := range fixtures.Seeds(f, ".tf.json", "plan.json", ".tfvars.json") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		survives(t, map[string]string{"plan.json": text, "module/main.tf.json": text})
	})
}

// FuzzTemplate lints a CloudFormation template, in YAML or JSON.
func FuzzTemplate(f *testing.F) {
	for _, text := range fixtures.Seeds(f, "template.yaml", "template.json", ".template") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { survives(t, map[string]string{"template.yaml": text}) })
}

// FuzzTaskDefinition lints a task definition, or what the tools that deploy some
// are told by.
func FuzzTaskDefinition(f *testing.F) {
	for _, text := range fixtures.Seeds(f, "taskdef.json", "task.json", "service.json", "ecspresso.yml", "ecs-params.yml", "manifest.yml") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { survives(t, map[string]string{"taskdef.json": text}) })
}

// maxFuzzed bounds the files of one input, in bytes, so that each takes
// milliseconds.
const maxFuzzed = 1 << 16

// survives lints files twice: nothing may break down, every place is one, and a
// report is what its readers take, both times the same. Which report that is
// follows from the length of the input: to write all of them takes many times as
// long as to lint. What takes long, as evaluation has its bounds, is linted once:
// ten seconds for an input are a failure.
func survives(t *testing.T, files map[string]string) {
	t.Helper()
	size := 0
	for _, text := range files {
		size += len(text)
	}
	if size > maxFuzzed {
		t.Skip("too large")
	}
	run := fuzzedRun(t, files)
	checkPlaces(t, run.Result)
	name := Names()[size%len(Formats)]
	out := render(t, Formats[name], run)
	if !utf8.ValidString(out) {
		t.Errorf("%s: not UTF-8", name)
	}
	if i := strings.IndexFunc(out, func(c rune) bool { return c != '\n' && !harmless(c) }); i >= 0 {
		t.Errorf("%s: %q is in it", name, out[i:min(len(out), i+10)])
	}
	if check := readers[name]; check != nil {
		check(t, out)
	}
	slow := slices.ContainsFunc(run.Times, func(u lint.UnitTime) bool { return u.Time > time.Second })
	if !slow && out != render(t, Formats[name], fuzzedRun(t, files)) {
		t.Errorf("%s: differs from run to run", name)
	}
}

// fuzzedRun lints files in memory.
func fuzzedRun(t *testing.T, files map[string]string) *Run {
	t.Helper()
	var inputs []parsers.Input
	for name := range files {
		if parsers.Candidate(name) {
			inputs = append(inputs, parsers.Input{Name: name, Named: true, Walked: true})
		}
	}
	today := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	result, err := lint.Run(t.Context(), source.NewMemory(files), inputs, lint.Options{
		Rules: catalog.All(), Known: catalog.All(), Judgements: true, Undecided: true, Fixes: true, Keys: true, HonourForeign: true, Everything: true, Jobs: 2, Today: today,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Defects {
		t.Errorf("%s: %s\n%s", d.Unit, d.Error, d.Stack)
	}
	return &Run{
		Result: result, Version: "1.2.3", Today: today, ShowUndecided: true, IncludeSuppressed: true, IncludeUnknown: true,
		Width: 80,
	}
}

// checkPlaces checks that all places of a result are in their files, and those of
// findings within one line that exists.
func checkPlaces(t *testing.T, r *lint.Result) {
	t.Helper()
	check := func(what string, at source.Range) {
		if at.File != nil && (at.Start < 0 || at.Start > at.End || at.End > len(at.File.Bytes)) {
			t.Errorf("%s: bytes %d to %d of %s, which has %d", what, at.Start, at.End, at.File.Name, len(at.File.Bytes))
		}
	}
	for _, p := range r.Problems {
		check(p.Message, p.Range)
	}
	for _, f := range slices.Concat(r.Findings, r.Suppressed, r.Undecided) {
		check(f.Message, f.Range)
		check(f.Message, f.Inside)
		if start, end := f.Range.Positions(); start.Line != end.Line || start.Line > f.Range.File.Lines() {
			t.Errorf("%s: lines %d to %d of %d", f.Message, start.Line, end.Line, f.Range.File.Lines())
		}
		for _, s := range f.Trail {
			check(s.String(), s.Range)
		}
		for _, i := range f.Instances {
			check(i.Address, i.Resource)
		}
	}
	for _, j := range r.Judgements {
		check(j.Address, j.Resource)
	}
}

// readers read the formats again that have a syntax.
var readers = map[string]func(t *testing.T, out string){
	"asff":       isJSON,
	"checkstyle": isXML,
	"gitlab":     isJSON,
	"html":       func(t *testing.T, out string) { t.Helper(); parsePage(t, out) },
	"json":       isJSON,
	"junit":      isXML,
	"sarif":      isSARIF,
}

// isSARIF wants a log with which GitHub has no fault but that it shows what is
// suppressed or undecided like all others.
func isSARIF(t *testing.T, out string) {
	t.Helper()
	faults, err := sarif.Check([]byte(out))
	if err != nil {
		t.Error(err)
	}
	for _, f := range faults {
		if !strings.HasSuffix(f.Path, ".kind") && !strings.HasSuffix(f.Path, ".suppressions") {
			t.Errorf("SARIF: %s: %s", f.Path, f.Message)
		}
	}
}

func isJSON(t *testing.T, out string) {
	t.Helper()
	if !json.Valid([]byte(out)) {
		t.Errorf("no JSON: %s", out)
	}
}

func isXML(t *testing.T, out string) {
	t.Helper()
	if err := xml.Unmarshal([]byte(out), new(struct{})); err != nil {
		t.Errorf("no XML: %v\n%s", err, out)
	}
}
