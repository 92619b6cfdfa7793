package parserstest_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/parserstest"
	"github.com/ecslint/ecslint/parsers/source"
)

// understood counts what the parsers find in files, without any problem.
func understood(t *testing.T, files map[string]string) map[string]int {
	t.Helper()
	var inputs []parsers.Input
	for _, name := range slices.Sorted(maps.Keys(files)) {
		inputs = append(inputs, parsers.Input{Name: name, Walked: true})
	}
	units, problems := parsers.Units(source.NewMemory(files), inputs, parsers.Options{})
	counts := map[string]int{}
	for _, u := range units {
		m, p := u.Load(context.Background())
		problems = append(problems, p...)
		if m == nil {
			t.Errorf("%s: no model", u.Name)
			continue
		}
		counts["units"]++
		for r := range m.Resources() {
			counts[r.Kind()]++
		}
	}
	for _, p := range problems {
		t.Error(p.Error())
	}
	return counts
}

func TestMonorepo(t *testing.T) {
	files := maps.Collect(parserstest.Monorepo(30))
	if got, want := len(files), 30*3+30+15; got != want {
		t.Errorf("%d files, want %d", got, want)
	}
	want := map[string]int{
		"units": 75, "taskDefinition": 75, "service": 60, "cluster": 60,
		"logGroup": 60, "role": 60, "inlinePolicy": 30, "securityGroup": 60,
	}
	if diff := cmp.Diff(want, understood(t, files)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff(files, maps.Collect(parserstest.Monorepo(30))); diff != "" {
		t.Errorf("the second time it differs, -first +second:\n%s", diff)
	}
	for name, text := range parserstest.Monorepo(7) {
		if files[name] != text {
			t.Errorf("%s depends on the number of services", name)
		}
	}
}

func TestFleet(t *testing.T) {
	want := map[string]int{"units": 1, "taskDefinition": 12, "service": 12, "cluster": 1}
	if diff := cmp.Diff(want, understood(t, maps.Collect(parserstest.Fleet(12)))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestLargeTemplate(t *testing.T) {
	want := map[string]int{"units": 1, "taskDefinition": 40}
	if diff := cmp.Diff(want, understood(t, map[string]string{"template.yaml": parserstest.LargeTemplate(40)})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	if err := parserstest.Write(dir, parserstest.Terraform(3)); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, name := range []string{"main.tf", "variables.tf", "terraform.tfvars"} {
		name = "terraform/s00003/" + name
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		got[name] = string(text)
	}
	if diff := cmp.Diff(maps.Collect(parserstest.Terraform(3)), got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
