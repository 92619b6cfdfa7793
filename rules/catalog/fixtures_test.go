package catalog_test

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
	"github.com/ecslint/ecslint/rules/rulestest"
)

const fixtures = "../../fixtures"

// eachRule runs f for each rule with the fixtures of its folder.
func eachRule(t *testing.T, f func(*testing.T, *rules.Rule, *rulestest.Folder)) {
	t.Helper()
	for _, rule := range catalog.All() {
		t.Run(rule.Slug, func(t *testing.T) {
			t.Parallel()
			f(t, rule, rulestest.Load(t, filepath.Join(fixtures, rule.Slug)))
		})
	}
}

func TestFixtures(t *testing.T) {
	eachRule(t, func(t *testing.T, rule *rules.Rule, folder *rulestest.Folder) {
		folder.Check(t, rule)
		folder.Survive(t, catalog.All())
	})
}

// canBeOutside reports whether a rule has resources of a format to which it does
// not apply: it asks for its scope then.
func canBeOutside(rule *rules.Rule, scoped map[string]bool, f rulestest.Format) bool {
	switch rule.ID {
	case "SCHEMA.1", // Terraform itself knows the names of all attributes
		"EC2.21": // the default network ACL is no resource in CloudFormation
		return f == rulestest.Terraform
	}
	return scoped[rule.Slug]
}

// inTerraformAlone are the rules about what no template can say: the settings of an
// account, and the region. Whatever is in a template, it cannot be told there.
var inTerraformAlone = map[string]bool{"FIPS.4": true, "FIPS.5": true}

// canBe reports whether a rule can give a verdict on a resource in a format.
func canBe(v rules.Verdict, rule *rules.Rule, f rulestest.Format) bool {
	return v == rules.Undecided || f == rulestest.Terraform || !inTerraformAlone[rule.ID]
}

// TestEveryVerdictHasAFixture wants each verdict that a rule can give in each
// format that can express the kinds of resources.
func TestEveryVerdictHasAFixture(t *testing.T) {
	scoped := scopedRules(t)
	eachRule(t, func(t *testing.T, rule *rules.Rule, folder *rulestest.Folder) {
		kinds := make(map[string]bool)
		seen := make(map[rulestest.Format]map[rules.Verdict]bool)
		for _, f := range rulestest.Formats {
			seen[f] = make(map[rules.Verdict]bool)
		}
		for _, x := range folder.Fixtures {
			for _, j := range x.Judge(t, rule) {
				kinds[j.Entity.Kind()] = true
				seen[x.Format][j.Verdict] = true
			}
		}
		for _, f := range rulestest.Formats {
			if f == rulestest.TaskDef && (len(kinds) > 1 || !kinds["taskDefinition"]) {
				continue
			}
			for _, v := range []rules.Verdict{rules.Failed, rules.Passed, rules.Undecided, rules.NotApplicable} {
				wanted := v != rules.NotApplicable && canBe(v, rule, f) || v == rules.NotApplicable && canBeOutside(rule, scoped, f)
				if seen[f][v] != wanted {
					t.Errorf("%s: verdict %s seen: %t, want %t", f, v, seen[f][v], wanted)
				}
			}
		}
	})
}

// TestFormatsAgree compares the verdicts on resources of one name: whichever
// format they are written in, they are the same.
func TestFormatsAgree(t *testing.T) {
	eachRule(t, func(t *testing.T, rule *rules.Rule, folder *rulestest.Folder) {
		verdicts := map[string]map[rulestest.Format][]rules.Verdict{}
		for _, x := range folder.Fixtures {
			for _, j := range x.Judge(t, rule) {
				name := path.Join(group(x), rulestest.Subject(j))
				if verdicts[name] == nil {
					verdicts[name] = make(map[rulestest.Format][]rules.Verdict)
				}
				verdicts[name][x.Format] = append(verdicts[name][x.Format], j.Verdict)
			}
		}
		common := make(map[rules.Verdict]bool)
		for name, by := range verdicts {
			for f, vs := range by {
				for g, ws := range by {
					if !slices.Equal(slices.Compact(slices.Sorted(slices.Values(vs))), slices.Compact(slices.Sorted(slices.Values(ws)))) {
						t.Errorf("%s: %s says %v, %s says %v", name, f, vs, g, ws)
					}
				}
				if len(by) > 2 {
					common[vs[0]] = true
				}
			}
		}
		for _, v := range []rules.Verdict{rules.Failed, rules.Passed, rules.Undecided} {
			if !common[v] && canBe(v, rule, rulestest.JSON) {
				t.Errorf("no resource of one name has the verdict %s in three formats", v)
			}
		}
	})
}

// group is the folder of which a fixture is a part: resources in different ones
// have nothing to do with each other.
func group(x *rulestest.Fixture) string {
	switch {
	case x.Format != rulestest.Terraform:
		return path.Dir(x.Name)
	case x.Name == "terraform":
		return "."
	}
	return x.Name
}

// TestExamples holds the examples of the documentation to what they are for. One
// in Terraform is there for each rule.
func TestExamples(t *testing.T) {
	eachRule(t, func(t *testing.T, rule *rules.Rule, folder *rulestest.Folder) {
		for name, want := range map[string]rules.Verdict{"avoid": rules.Failed, "prefer": rules.Passed} {
			inTerraform := false
			for _, x := range folder.Fixtures {
				if group(x) != name {
					continue
				}
				inTerraform = inTerraform || x.Format == rulestest.Terraform
				js := x.Judge(t, rule)
				if len(js) == 0 {
					t.Errorf("example %s has nothing to judge", x.Name)
				}
				for _, j := range js {
					if j.Verdict == want || want == rules.Passed && j.Verdict == rules.NotApplicable {
						continue
					}
					t.Errorf("example %s: %s has the verdict %s", x.Name, j.Entity.Base().Address, j.Verdict)
				}
			}
			if !inTerraform {
				t.Errorf("no example %s in Terraform", name)
			}
		}
	})
}

// TestEveryFolderIsOfARule finds fixtures that nothing reads. Folders that begin
// with an underscore are of other tests, demo is a project for people.
func TestEveryFolderIsOfARule(t *testing.T) {
	slugs := map[string]bool{}
	for _, r := range catalog.All() {
		slugs[r.Slug] = true
	}
	entries, err := os.ReadDir(fixtures)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); !slugs[name] && !strings.HasPrefix(name, "_") && name != "demo" {
			t.Errorf("fixtures/%s: no rule has this slug; rules are %v", name, slices.Sorted(maps.Keys(slugs)))
		}
	}
}

// TestDemo compares what fails by default in the formats of the demonstration,
// which are about the same service.
func TestDemo(t *testing.T) {
	failing := make(map[rulestest.Format][]string)
	for _, x := range rulestest.Load(t, filepath.Join(fixtures, "demo")).Fixtures {
		for _, rule := range catalog.All() {
			if rule.Profile != "" {
				continue
			}
			fails := func(j *rules.Judgement) bool { return j.Verdict == rules.Failed }
			if slices.ContainsFunc(x.Judge(t, rule), fails) {
				failing[x.Format] = append(failing[x.Format], rule.ID)
			}
		}
	}
	everything := []string{"ECS.2", "ECS.5", "ECS.8", "ECS.9", "ECS.12", "ECS.18", "ECS.20"}
	for _, test := range []struct {
		format rulestest.Format
		want   []string
	}{
		{rulestest.Terraform, everything},
		{rulestest.YAML, everything},
		{rulestest.TaskDef, []string{"ECS.5", "ECS.8", "ECS.9", "ECS.18", "ECS.20"}}, // it has no service and no cluster
	} {
		if d := cmp.Diff(test.want, failing[test.format]); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.format, d)
		}
	}
}
