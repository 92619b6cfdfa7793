package rulestest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// forEach gives a rule about containers.
func forEach(id string, f func(p *rules.Pass, c *model.Container)) *rules.Rule {
	return &rules.Rule{ID: id, Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			f(p, c)
		}
	})}
}

// privileged gives a rule whose remedy for what is privileged is another value.
func privileged(remedy bool) *rules.Rule {
	return forEach("TEST.2", func(p *rules.Pass, c *model.Container) {
		p.When(c.Privileged.Is(true), c.Privileged, "%s is privileged", c).Fix(rules.Set(c.Privileged, remedy))
	})
}

func TestMend(t *testing.T) {
	writable := forEach("TEST.3", func(p *rules.Pass, c *model.Container) {
		p.When(c.Privileged.Is(false), c.ReadonlyRootFilesystem, "%s is writable", c)
	})
	noFix := forEach("TEST.4", func(p *rules.Pass, c *model.Container) {
		p.When(c.Privileged.Is(true), c.Privileged, "%s is privileged", c)
	})
	const change = "-          Privileged: true\n+          Privileged: false\n"
	for _, test := range []struct {
		name   string
		rules  []*rules.Rule
		change string
		faults []string
	}{
		{"mended", []*rules.Rule{privileged(false)}, change, nil},
		{"no fix", []*rules.Rule{noFix}, "", nil},
		{"not mended", []*rules.Rule{privileged(true)}, "", []string{"TEST.2 at Task containerDefinitions[web].privileged is still there"}},
		{"mended at the cost of another finding", []*rules.Rule{privileged(false), writable}, change, []string{
			"new: TEST.3 at Task containerDefinitions[web].readonlyRootFilesystem",
		}},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(template("          Privileged: true")), 0o600); err != nil {
			t.Fatal(err)
		}
		u := Unit{Dir: dir, Name: "a.yaml", Inputs: []parsers.Input{{Name: "a.yaml"}}, Rules: test.rules, Only: test.rules[0]}
		all := u.Mend(t)
		if len(all) != 1 {
			t.Fatalf("%s: %d findings", test.name, len(all))
		}
		if d := cmp.Diff(test.change, all[0].Change); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
		if d := cmp.Diff(test.faults, all[0].Faults); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
	}
}

// settings is the state of a unit without findings.
func settings(problem string, fields ...value.Field) *state {
	s := &state{problems: map[string]int{problem: 1}, settings: map[string]string{}}
	s.flatten("x", value.NewMap(source.Range{}, fields, false))
	return s
}

func TestCompare(t *testing.T) {
	word := func(key, text string) value.Field {
		return value.Field{Key: key, Value: value.NewString(source.Range{}, text)}
	}
	f := &rules.Finding{Rule: rule, Path: "containerDefinitions[web].privileged", Fixes: []rules.Fix{{Message: "Set privileged to false"}}}
	renamed := &rules.Finding{Rule: rule, Path: "privilaged", Fixes: []rules.Fix{{Message: "Rename privilaged to privileged"}}}
	before := settings("old", word("name", "a"), word("privilaged", "a"))
	for _, test := range []struct {
		name  string
		fixed *rules.Finding
		after *state
		want  []string
	}{
		{"nothing", f, before, nil},
		{"the setting", f, settings("old", word("name", "a"), word("privilaged", "a"), word("Privileged", "b")), nil},
		{"another setting", f, settings("old", word("name", "b"), word("privilaged", "a")), []string{"changed: x.name"}},
		{"a setting that is gone", f, settings("old", word("privilaged", "a")), []string{"changed: x.name"}},
		{"a problem", f, settings("new", word("name", "a"), word("privilaged", "a")), []string{"new problem: new"}},
		{"its name", renamed, settings("old", word("name", "a"), word("privileged", "a")), nil},
		{"another name", renamed, settings("old", word("nam", "a"), word("privileged", "a")), []string{"changed: x.nam", "changed: x.name"}},
	} {
		if d := cmp.Diff(test.want, compare(before, test.after, test.fixed)); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
	}
}

func TestApply(t *testing.T) {
	f := source.NewFile("a", []byte("one two"))
	edit := func(off, end int, text string) rules.TextEdit {
		return rules.TextEdit{Range: source.Range{File: f, Start: off, End: end}, NewText: text}
	}
	for _, test := range []struct {
		name  string
		edits []rules.TextEdit
		want  string // empty for an error
	}{
		{"in any order", []rules.TextEdit{edit(0, 3, "1"), edit(7, 7, "!"), edit(4, 7, "2")}, "1 2!"},
		{"overlapping", []rules.TextEdit{edit(0, 4, ""), edit(3, 5, "")}, ""},
		{"outside", []rules.TextEdit{edit(3, 8, "")}, ""},
		{"backwards", []rules.TextEdit{edit(3, 2, "")}, ""},
	} {
		texts, err := Apply(rules.Fix{Edits: test.edits})
		if texts[f] != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%s: %q, %v", test.name, texts[f], err)
		}
	}
}
