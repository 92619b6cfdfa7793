package lint

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/fixtures"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// FuzzIgnores lints a file with requests to ignore findings, in Terraform or in a
// template: what they suppress is what is found where they are no requests, and a
// baseline of the rest leaves nothing.
func FuzzIgnores(f *testing.F) {
	names := []string{"main.tf", "template.yaml"}
	for i, suffix := range []string{".tf", ".yaml"} {
		for _, text := range fixtures.Seeds(f, suffix) {
			if strings.Contains(text, marker) || mentionsForeign([]byte(text)) {
				f.Add(byte(i), text)
			}
		}
	}
	f.Add(byte(0), "# ecslint:ignore T.2 -- for a while, until=2027-01-01\nresource \"aws_ecs_cluster\" \"a\" {} # ecslint:ignore all\n")
	f.Add(byte(0), "resource \"aws_ecs_cluster\" \"a\" { // ecslint:ignore T.1,unnamed until=2026-01-01 -- r\n  for_each = toset([\"#\", \" \", \"\\\"\"])\n}\n")
	f.Add(byte(0), "#checkov:skip=CKV_AWS_65:r\nresource \"aws_ecs_cluster\" \"a\" {\n  #tfsec:ignore:*\n  /* trivy:ignore:AVD-AWS-0034 */\n}\n")
	f.Add(byte(1), "Resources:\n  C: # ecslint:ignore T.2 -- r\n    Type: AWS::ECS::Cluster\n    Metadata: {ecslint: {ignore: [{rule: T.1, reason: r, until: 2027-03-31}]}}\n")
	f.Fuzz(func(t *testing.T, n byte, text string) {
		if len(text) > 1<<13 {
			t.Skip("too large")
		}
		name := names[int(n)%len(names)]
		o := Options{Undecided: true, Known: []*rules.Rule{privileged, unnamed}, Today: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), Jobs: 1}
		with := run(t, map[string]string{"!" + name: text}, o)
		without := run(t, map[string]string{"!" + name: strings.ReplaceAll(text, marker, "ecslint-ignore")}, o)
		places := func(r *Result) []string {
			var out []string
			for _, x := range slices.Concat(r.Findings, r.Suppressed) {
				start, end := x.Range.Positions()
				out = append(out, fmt.Sprint(x.Rule.ID, start, end))
			}
			slices.Sort(out)
			return slices.Compact(out)
		}
		broken := func(p source.Problem) bool { return p.Level == source.Error } // by a marker that is code
		if diff := cmp.Diff(places(without), places(with)); diff != "" && !slices.ContainsFunc(slices.Concat(with.Problems, without.Problems), broken) {
			t.Errorf("findings without and with ignores (-without +with):\n%s", diff)
		}
		for _, i := range with.Ignores {
			if r := i.Range; r.File.Name != name || r.Start < 0 || r.Start > r.End || r.End > len(text) {
				t.Errorf("an ignore at bytes %d to %d of %d", r.Start, r.End, len(text))
			}
		}
		var b bytes.Buffer
		if _, err := WriteBaseline(&b, with, nil); err != nil {
			t.Fatal(err)
		}
		known, problems := ReadBaseline(source.NewFile("baseline", b.Bytes()))
		if len(problems) > 0 {
			t.Fatalf("the baseline %q: %v", b.String(), problems)
		}
		o.Baseline, o.HonourForeign = known, true
		if left := run(t, map[string]string{"!" + name: text}, o).Findings; len(left) > 0 {
			t.Errorf("the baseline %q leaves %v", b.String(), describeAll(left))
		}
	})
}

// FuzzBaseline reads any text as a baseline. Written anew it says the same.
func FuzzBaseline(f *testing.F) {
	for _, text := range fixtures.Seeds(f, "baseline") {
		f.Add(text)
	}
	f.Add(baselineHeader + "ECS.4 main.tf aws_ecs_task_definition.a containerDefinitions[a].privileged\r\nECS.4 \"a b\\t\" \"\" \"#\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			t.Skip("too large")
		}
		file := source.NewFile("baseline", []byte(text))
		b, problems := ReadBaseline(file)
		for _, p := range problems {
			if p.Range.File != file || p.Range.Start < 0 || p.Range.Start > p.Range.End || p.Range.End > len(text) {
				t.Errorf("%s: bytes %d to %d of %d", p.Message, p.Range.Start, p.Range.End, len(text))
			}
		}
		var out bytes.Buffer
		if n, err := WriteBaseline(&out, &Result{}, b); err != nil || n != len(b.entries) {
			t.Fatalf("%d entries of %d, %v", n, len(b.entries), err)
		}
		again, problems := ReadBaseline(source.NewFile("baseline", out.Bytes()))
		if len(problems) > 0 || !maps.EqualFunc(b.entries, again.entries, func(_, _ *known) bool { return true }) {
			t.Errorf("%q is written as %q: %v", text, out.String(), problems)
		}
	})
}
