package terraform

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

var record = flag.Bool("record", false, "record the answers of terraform 1.11, which must be on the PATH")

// oracle is the folder of what the real Terraform has computed.
const oracle = "../../fixtures/_terraform/oracle"

// question is an expression of cases.txt.
type question struct {
	line    int
	expr    string
	unknown string // why its value is not told
	later   string // what a newer Terraform does differently
}

// answer is what Terraform says to one expression, as it stands in answers.json.
type answer struct {
	Expr  string          `json:"expr"`
	Error bool            `json:"error,omitempty"`
	Type  json.RawMessage `json:"type,omitempty"`
	Value json.RawMessage `json:"value,omitempty"`
}

// TestOracle compares the evaluator with the real Terraform: what it tells must
// be what Terraform computes, in type and in value, and it must tell whatever is
// not marked as unknown. With -record it asks Terraform again.
func TestOracle(t *testing.T) {
	questions := readQuestions(t)
	if *record {
		tf := terraformIn(t, t.TempDir())
		writeAnswers(t, tf.answers(t, questions))
		writeFunctions(t, tf)
	}
	answers := readAnswers(t, questions)
	files, err := source.NewSet(filepath.Join(oracle, "module"))
	if err != nil {
		t.Fatal(err)
	}
	defer files.Close() //nolint:errcheck // nothing was written
	loader := NewLoader(files, Options{})
	undecided := 0
	for i, q := range questions {
		got, err := q.evaluate(loader)
		if err != nil {
			t.Errorf("cases.txt:%d: %s\n%v", q.line, q.expr, err)
			continue
		}
		if fault := judge(q, answers[i], got); fault != "" {
			t.Errorf("cases.txt:%d: %s\n%s", q.line, q.expr, fault)
		}
		if answers[i].Error && !got.Failed() {
			undecided++
			t.Logf("cases.txt:%d: %s: Terraform fails, but got %s", q.line, q.expr, got)
		}
	}
	t.Logf("%d expressions; of those that fail %d are merely unknown", len(questions), undecided)
}

// evaluate gives the value of the expression in the oracle's module; what does
// not parse fails.
func (q question) evaluate(l *Loader) (v *value.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	v, problems := l.evaluate(".", q.expr+"\n") // a heredoc ends with its line
	if v == nil && len(problems) == 0 {
		return nil, errors.New("neither a value nor a problem")
	}
	if v == nil {
		v = value.NewFailed(source.Range{}, problems[0].Message)
	}
	return v, nil
}

// judge says what is wrong with a value; it is empty where nothing is.
func judge(q question, a answer, got *value.Value) string {
	switch {
	case q.later != "":
		return ""
	case a.Error && got.WhollyKnown():
		return fmt.Sprintf("got  %s\nwant an error", got)
	case a.Error:
		return ""
	}
	want, err := a.value()
	if err != nil {
		return err.Error()
	}
	switch {
	case got.Failed() && q.unknown == "":
		return fmt.Sprintf("got  the error %q\nwant %s", got.Reason(), a.Value)
	case !got.WhollyKnown() && q.unknown == "":
		return fmt.Sprintf("got  %s\nwant %s %s", got, a.Type, a.Value)
	case !got.WhollyKnown():
		return ""
	}
	switch diff := difference(want, got); {
	case diff != "":
		return fmt.Sprintf("%s\ngot  %s\nwant %s %s", diff, got, a.Type, a.Value)
	case q.unknown != "":
		return "it is told, and need not be marked as unknown"
	}
	return ""
}

// difference compares a value of Terraform's with ours. A null has no type here.
func difference(want cty.Value, got *value.Value) string { return differs(want, got, true) }

// differs is [difference]; without forms a list may be a tuple, and a map an object.
func differs(want cty.Value, got *value.Value, forms bool) string {
	t := want.Type()
	form, kind := value.Structural, value.Null
	switch {
	case want.IsNull():
	case t == cty.String:
		kind = value.String
	case t == cty.Number:
		kind = value.Number
	case t == cty.Bool:
		kind = value.Bool
	case t.IsTupleType():
		kind = value.List
	case t.IsListType():
		kind, form = value.List, value.Uniform
	case t.IsSetType():
		kind, form = value.List, value.Set
	case t.IsObjectType():
		kind = value.Map
	case t.IsMapType():
		kind, form = value.Map, value.Uniform
	}
	if got.Kind() != kind {
		return fmt.Sprintf("a %s, not a %s", got.Kind(), t.FriendlyName())
	}
	switch kind {
	case value.String:
		if want.AsString() != got.Content() {
			return fmt.Sprintf("%q, not %q", got.Content(), want.AsString())
		}
	case value.Bool:
		if b, _ := got.Bool(); b != want.True() {
			return fmt.Sprintf("%v, not %v", b, want.True())
		}
	case value.Number:
		n, _, err := big.ParseFloat(got.Content(), 10, 512, big.ToNearestEven)
		if err != nil || !nearly(n, want.AsBigFloat()) {
			return fmt.Sprintf("%s, not %s", got.Content(), want.AsBigFloat().Text('f', -1))
		}
	case value.List, value.Map:
		if got.Form() != form && forms {
			return fmt.Sprintf("its form is %d, not that of a %s", got.Form(), t.FriendlyName())
		}
		return differentMember(want, got, forms)
	case value.Absent, value.Unknown, value.Null, value.Text, value.Either:
	}
	return ""
}

// nearly reports whether two numbers are the same but for what is lost when the
// result of log or pow, which has 53 bits, is written as text.
func nearly(a, b *big.Float) bool {
	if a.IsInf() || b.IsInf() {
		return a.Cmp(b) == 0
	}
	d := new(big.Float).Sub(a, b)
	return d.Sign() == 0 || d.MantExp(nil) <= b.MantExp(nil)-50
}

func differentMember(want cty.Value, got *value.Value, forms bool) string {
	if got.Len() != want.LengthInt() {
		return fmt.Sprintf("%d members, not %d", got.Len(), want.LengthInt())
	}
	i := -1
	for k, e := range want.Elements() {
		i++
		var member *value.Value
		name := fmt.Sprint(i)
		if got.Kind() == value.Map {
			name = k.AsString()
			member = got.Get(name)
		} else {
			for j, m := range got.Elems() {
				if j == i {
					member = m
				}
			}
		}
		if d := differs(e, member, forms); d != "" {
			return name + ": " + d
		}
	}
	return ""
}

func (a answer) value() (cty.Value, error) {
	t, err := ctyjson.UnmarshalType(a.Type)
	if err != nil {
		return cty.NilVal, err
	}
	return ctyjson.Unmarshal(a.Value, t)
}

// readQuestions reads cases.txt, which says what stands in it.
func readQuestions(t testing.TB) []question {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(oracle, "cases.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []question
	var next question
	seen := map[string]int{}
	for i, line := range strings.Split(string(text), "\n") {
		more, goesOn := strings.CutPrefix(line, "|")
		unknown, isUnknown := strings.CutPrefix(line, "unknown: ")
		later, isLater := strings.CutPrefix(line, "later: ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case isUnknown:
			next.unknown = unknown
		case isLater:
			next.later = later
		case goesOn:
			out[len(out)-1].expr += "\n" + more
		default:
			next.line, next.expr = i+1, line
			out = append(out, next)
			next = question{}
		}
	}
	for _, q := range out {
		if seen[q.expr] > 0 {
			t.Errorf("cases.txt:%d: %s stands in line %d already", q.line, q.expr, seen[q.expr])
		}
		seen[q.expr] = q.line
	}
	return out
}

func readAnswers(t testing.TB, questions []question) []answer {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(oracle, "answers.json"))
	if err != nil {
		t.Fatal(err)
	}
	var out []answer
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	for i, q := range questions {
		if i >= len(out) || out[i].Expr != q.expr {
			t.Fatalf("cases.txt:%d: there is no answer to %s: run with -record", q.line, q.expr)
		}
	}
	return out
}

// writeAnswers writes one answer a line.
func writeAnswers(t testing.TB, answers []answer) {
	t.Helper()
	b := []byte("[\n")
	for i, a := range answers {
		var line bytes.Buffer
		e := json.NewEncoder(&line)
		e.SetEscapeHTML(false)
		if err := e.Encode(a); err != nil {
			t.Fatal(err)
		}
		b = append(b, bytes.TrimSpace(line.Bytes())...)
		if i < len(answers)-1 {
			b = append(b, ',')
		}
		b = append(b, '\n')
	}
	if err := os.WriteFile(filepath.Join(oracle, "answers.json"), append(b, "]\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
}

// writeFunctions lists the functions that Terraform has.
func writeFunctions(t *testing.T, tf terraform) {
	t.Helper()
	out, err := tf.run("metadata", "functions", "-json")
	if err != nil {
		t.Fatal(err)
	}
	var metadata struct {
		Signatures map[string]json.RawMessage `json:"function_signatures"`
	}
	if err := json.Unmarshal(out, &metadata); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, name := range sortedKeys(metadata.Signatures) {
		if !strings.HasPrefix(name, "core::") { // the same again
			b.WriteString(name + "\n")
		}
	}
	if err := os.WriteFile(filepath.Join(oracle, "functions.txt"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// answers evaluates each expression as an output of one module, in a file of its
// own. Terraform names the files of the outputs that fail; without them it runs
// again, until all that are left have a value.
func (tf terraform) answers(t *testing.T, questions []question) []answer {
	t.Helper()
	if err := os.CopyFS(tf.dir, os.DirFS(filepath.Join(oracle, "module"))); err != nil {
		t.Fatal(err)
	}
	name := func(i int) string { return fmt.Sprintf("case_%d", i) }
	left := map[string]bool{}
	for i, q := range questions {
		// The list keeps an output that is null.
		text := fmt.Sprintf("output %q {\n  sensitive = true\n  value = [\n%s\n  ]\n}\n", name(i), q.expr)
		if err := os.WriteFile(filepath.Join(tf.dir, name(i)+".tf"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		left[name(i)] = true
	}
	for {
		failed := tf.apply(t)
		if len(failed) == 0 {
			break
		}
		for _, f := range failed {
			delete(left, f)
			if err := os.Remove(filepath.Join(tf.dir, f+".tf")); err != nil {
				t.Fatal(err)
			}
		}
	}
	out, err := tf.run("output", "-json")
	if err != nil {
		t.Fatal(err)
	}
	var outputs map[string]struct {
		Type  [2]json.RawMessage
		Value []json.RawMessage
	}
	if err := json.Unmarshal(out, &outputs); err != nil {
		t.Fatal(err)
	}
	answers := make([]answer, len(questions))
	for i, q := range questions {
		answers[i] = answer{Expr: q.expr, Error: !left[name(i)]}
		if answers[i].Error {
			continue
		}
		o := outputs[name(i)]
		var types []json.RawMessage
		if err := json.Unmarshal(o.Type[1], &types); err != nil || len(types) != 1 || len(o.Value) != 1 {
			t.Fatalf("cases.txt:%d: %s: no expression of its own: %s", q.line, q.expr, o.Type[1])
		}
		answers[i].Type, answers[i].Value = types[0], o.Value[0]
	}
	return answers
}

// terraform is the program, run in a folder.
type terraform struct {
	dir    string
	config string // an empty configuration of the command itself
}

func terraformIn(t *testing.T, dir string) terraform {
	t.Helper()
	tf := terraform{dir: dir, config: filepath.Join(t.TempDir(), "terraformrc")}
	if err := os.WriteFile(tf.config, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := tf.run("version", "-json")
	if err != nil {
		t.Fatal(err)
	}
	var v struct {
		Version string `json:"terraform_version"`
	}
	if err := json.Unmarshal(out, &v); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(v.Version, "1.11.") {
		t.Fatalf("terraform is of version %s; the answers are those of 1.11", v.Version)
	}
	return tf
}

// run gives what the program writes to its standard output. A failure is an
// error, but there may be output all the same.
func (tf terraform) run(args ...string) ([]byte, error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.Command("terraform", args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = tf.dir, &stdout, &stderr
	cmd.Env = append(os.Environ(), "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1", "TF_CLI_CONFIG_FILE="+tf.config)
	err := cmd.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); ok {
		err = fmt.Errorf("terraform %s: %w: %s", strings.Join(args, " "), err, stderr.Bytes())
	}
	return stdout.Bytes(), err
}

// nameOfCase finds a case in the name of its file, or in the message that its
// value is infinite and cannot be saved.
var nameOfCase = regexp.MustCompile(`^case_[0-9]+|"case_[0-9]+": cannot serialize infinity`)

// apply computes the outputs and gives the names of those that fail.
func (tf terraform) apply(t *testing.T) []string {
	t.Helper()
	if _, err := tf.run("init", "-backend=false", "-no-color"); err != nil {
		if failed := tf.diagnosed(t, "validate", "-json"); len(failed) > 0 {
			return failed // syntax errors
		}
		t.Fatal(err)
	}
	return tf.diagnosed(t, "apply", "-auto-approve", "-json", "-no-color")
}

// diagnosed runs a command and gives the names of the cases that it finds errors
// in.
func (tf terraform) diagnosed(t *testing.T, args ...string) []string {
	t.Helper()
	out, err := tf.run(args...)
	if err == nil {
		return nil
	}
	type diagnostic struct {
		Severity string
		Detail   string
		Range    struct{ Filename string }
	}
	seen := map[string]bool{}
	var names []string
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var message struct {
			Diagnostic  diagnostic
			Diagnostics []diagnostic
		}
		if err := d.Decode(&message); err != nil {
			t.Fatalf("%v in %s", err, out)
		}
		for _, x := range append(message.Diagnostics, message.Diagnostic) {
			where := cmp.Or(nameOfCase.FindString(x.Range.Filename), nameOfCase.FindString(x.Detail))
			name, _, _ := strings.Cut(strings.TrimPrefix(where, `"`), `"`)
			if x.Severity == "error" && name != "" && !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 {
		t.Fatalf("%v: %s", err, out[max(0, len(out)-2000):])
	}
	return names
}
