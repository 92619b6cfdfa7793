package lint

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
)

// An input that breaks down before it is told what to evaluate leaves the others.
func TestIsolate(t *testing.T) {
	var a, b, c parsers.Input
	a.Name, b.Name, c.Name = "a", "b", "c"
	for _, test := range []struct {
		name   string
		broken string // the inputs that break down, or "*" for all together
		want   string
	}{
		{"all well", "", "a,b,c"},
		{"one", "b", "a,c; b: out of order"},
		{"all", "abc", "; a: out of order; b: out of order; c: out of order"},
		{"together", "*", "; .: out of order"},
	} {
		out, defects := isolate([]parsers.Input{a, b, c}, func(inputs []parsers.Input) []string {
			var names []string
			for _, in := range inputs {
				if strings.Contains(test.broken, in.Name) || test.broken == "*" && len(inputs) > 1 {
					panic("out of order")
				}
				names = append(names, in.Name)
			}
			return names
		})
		got := strings.Join(out, ",")
		for _, d := range defects {
			got += "; " + d.Unit + ": " + d.Error
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// A breakdown while files are read is the defect of each of them.
func TestDefectWhileReading(t *testing.T) {
	units, problems, defects := Units(nil, []parsers.Input{{Name: "a.json", Walked: true}, {Name: "b.yaml", Walked: true}}, parsers.Options{})
	if len(units) != 2 || len(problems) > 0 || len(defects) > 0 {
		t.Fatalf("%d units, problems %v, defects %v", len(units), problems, defects)
	}
	var got []string
	for _, u := range units {
		_, _, defects := Load(t.Context(), u, 0)
		for _, d := range defects {
			got = append(got, d.Unit+": "+d.Error)
		}
	}
	const message = "runtime error: invalid memory address or nil pointer dereference"
	if diff := cmp.Diff([]string{"a.json: " + message, "b.yaml: " + message}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// What a panic says of the input is not shown.
func TestDefectHidesValues(t *testing.T) {
	e := newEngine(source.NewMemory(nil), Options{})
	out := e.evaluate(t.Context(), parsers.Unit{Name: "a", Load: func(context.Context) (*model.Model, []source.Problem) { panic(`no number: "hunter2"`) }})
	if len(out.defects) != 1 || out.defects[0].Error != `no number: "***"` {
		t.Errorf("got %+v", out.defects)
	}
}
