package main

import (
	"context"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMain lets this program start others, as the real one does, and stand for
// those that are measured.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == launchCommand {
		main()
		return
	}
	if say, ok := os.LookupEnv("BENCH_SAY"); ok {
		os.Exit(pretend(say))
	}
	os.Exit(m.Run())
}

// pretend stands for ecslint, which prints a text with the number of the run for
// RUN, and for the floor.
func pretend(say string) (exit int) {
	if os.Args[1] == "-j" {
		fmt.Println("1 files, 10 bytes, 0 not parsed")
		return 0
	}
	runs, err := os.OpenFile("runs", os.O_CREATE|os.O_APPEND|os.O_RDWR, 0o600)
	if err != nil {
		panic(err)
	}
	if _, err := runs.WriteString("x"); err != nil {
		panic(err)
	}
	info, err := runs.Stat()
	if err != nil {
		panic(err)
	}
	fmt.Println(strings.ReplaceAll(say, "RUN", strconv.FormatInt(info.Size(), 10)))
	exit, err = strconv.Atoi(os.Getenv("BENCH_EXIT"))
	if err != nil {
		panic(err)
	}
	return exit
}

// TestMeasure measures everything on small inputs: each row has findings, the same
// in each run, and a floor.
func TestMeasure(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command")
	}
	o := options{services: 2, fleet: 4, definitions: 4, runs: 1, jobs: 2, linear: true, only: regexp.MustCompile("")}
	o.repositories = []string{filepath.Join("..", "..", "..", "fixtures", "demo")}
	results, err := measure(context.Background(), o, t.TempDir(), log.New(t.Output(), "", 0))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range results {
		names = append(names, r.name)
		for what, samples := range map[string][]sample{"ecslint": r.ours, "the floor": r.floor} {
			if len(samples) != 1 || samples[0].Wall <= 0 || samples[0].CPU <= 0 {
				t.Errorf("%s: %s: %+v", r.name, what, samples)
			}
		}
		if r.findings == 0 || len(r.base) != map[bool]int{true: 1}[r.name == "linear"] {
			t.Errorf("%s: %d findings, %d runs on a tenth", r.name, r.findings, len(r.base))
		}
	}
	want := []string{
		"on-save", "on-save-sarif", "stdin", "template", "taskdef", "fleet", "large-template", "since", "monorepo",
		"linear", "repository/demo",
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestBrokenRuns: what did not do its work is not measured.
func TestBrokenRuns(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		say, exit string
		any       bool
		findings  int
		err       string
	}{
		{say: "3 findings (3 high) in 2 resources (2 clusters).", exit: "1", findings: 3},
		{say: "1 new finding (1 high), 1 error in 1 resource (1 cluster).", exit: "1", findings: 1},
		{say: `{"results": [{"ruleId": "ECS.1"}, {"ruleId": "ECS.2"}]}`, exit: "1", findings: 2},
		{say: "No findings in 2 resources (2 clusters).", exit: "0", any: true},
		{say: "No findings in 2 resources (2 clusters).", exit: "0", err: "no findings"},
		{say: "No ECS resources found.", exit: "0", any: true, err: "no resources"},
		{say: "RUN findings in 2 resources (2 clusters).", exit: "1", err: `one run says "1", another "2"`},
		{say: "3 findings in 2 resources (2 clusters).", exit: "2", any: true, findings: 3},
		{say: "3 findings in 2 resources (2 clusters).", exit: "2", err: "exit status 2"},
		{say: "3 findings in 2 resources (2 clusters).", exit: "3", any: true, err: "exit status 3"},
	} {
		t.Setenv("BENCH_SAY", test.say)
		t.Setenv("BENCH_EXIT", test.exit)
		b := &bench{
			options: options{runs: 2, jobs: 1}, dir: t.TempDir(), self: self, ecslint: self, floor: self,
			progress: log.New(t.Output(), "", 0),
		}
		r, err := b.measure(context.Background(), row{input: t.TempDir(), floor: []string{"."}, any: test.any})
		if test.err == "" && err != nil || test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)) {
			t.Errorf("%s, status %s: error %v, want %q", test.say, test.exit, err, test.err)
		}
		if err == nil && (r.findings != test.findings || len(r.ours) != 2 || len(r.floor) != 2) {
			t.Errorf("%s: %d findings, %d and %d runs", test.say, r.findings, len(r.ours), len(r.floor))
		}
	}
}

// TestLaunch: the exit status of the program is a part of the sample, and memory of
// this process is not.
func TestLaunch(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sample.json")
	var out strings.Builder
	if err := launch([]string{file, "go", "nonsense"}, strings.NewReader(""), &out, &out); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var s sample
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	if s.Exit != 2 || s.Wall <= 0 || !strings.Contains(out.String(), "nonsense") {
		t.Errorf("%+v, prints %q", s, &out)
	}
	if err := launch([]string{file, filepath.Join(t.TempDir(), "missing")}, nil, &out, &out); err == nil {
		t.Error("a missing program is no error")
	}
	if err := launch([]string{file}, nil, &out, &out); err == nil {
		t.Error("a missing argument is no error")
	}
}

func TestOptions(t *testing.T) {
	var out strings.Builder
	o, err := parseOptions(strings.Fields("--repository a --repository b --services 3 --run since"), &out)
	if err != nil {
		t.Fatal(err)
	}
	if !o.only.MatchString("since") || o.only.MatchString("monorepo") {
		t.Errorf("--run is %s", o.only)
	}
	if diff := cmp.Diff([]string{"a", "b"}, o.repositories); diff != "" || o.services != 3 {
		t.Errorf("%d services, repositories -want +got:\n%s", o.services, diff)
	}
	for _, args := range []string{"x", "--services 0", "--runs 0", "--jobs 0", "--format x", "--run ("} {
		if _, err := parseOptions(strings.Fields(args), &out); err == nil {
			t.Errorf("%s is taken", args)
		}
	}
}

// TestFloorGC: the floor collects garbage as ecslint does.
func TestFloorGC(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "cli", "gc.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	constants := map[string]string{}
	ast.Inspect(f, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
			if v, err := types.Eval(token.NewFileSet(), nil, token.NoPos, types.ExprString(spec.Values[0])); err == nil {
				constants[spec.Names[0].Name] = v.Value.String()
			}
		}
		return true
	})
	want := []string{"GOGC=" + constants["lavish"], "GOMEMLIMIT=" + constants["small"]}
	if diff := cmp.Diff(want, floorGC); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
