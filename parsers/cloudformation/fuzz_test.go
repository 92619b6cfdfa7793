package cloudformation_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ecslint/ecslint/parsers/internal/golden"
	"github.com/ecslint/ecslint/parsers/model"
)

// substituted finds the references of Fn::Sub.
var substituted = regexp.MustCompile(`\$\{([^}]*)\}`)

// FuzzSub compares what Fn::Sub makes of a text with a replacement of its
// references, where only those to two parameters have a known value.
func FuzzSub(f *testing.F) {
	for _, text := range []string{
		"${Name}", "a${Name}b${ N }", "${!Name}${Name}", "${AWS::Region}", "${C.Arn}-${Name}", "$${Name}", "${", "${}", "${! Name", "{{resolve:ssm:${Name}}}", "${!${Name}}",
	} {
		f.Add(text)
	}
	known := map[string]string{"Name": "web", "N": "7"}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 || !utf8.ValidString(text) {
			t.Skip("too large, or no JSON")
		}
		quoted, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		m, problems := load(t, "t.json", fmt.Sprintf(`{
			"Parameters": {"Name": {"Type": "String", "Default": "web"}, "N": {"Type": "Number", "Default": 7}},
			"Resources": {"C": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": {"Fn::Sub": %s}}}}
		}`, quoted))
		if m == nil {
			t.Fatal(problems)
		}
		golden.CheckPlaces(t, m, problems)
		sure := true
		want := substituted.ReplaceAllStringFunc(text, func(ref string) string {
			name := strings.TrimSpace(ref[len("${") : len(ref)-len("}")])
			if strings.HasPrefix(name, "!") {
				_, literal, _ := strings.Cut(ref, "!")
				return "${" + literal
			}
			v, ok := known[name]
			sure = sure && ok
			return v
		})
		for c := range model.All[*model.Cluster](m) {
			got, ok := c.Name.Known()
			// Some pseudo parameters are known, and braces are for others to replace.
			if ok != sure && !strings.Contains(text, "AWS::") && !strings.Contains(want, "{{") {
				t.Errorf("%q: known is %t, want %t", text, ok, sure)
			}
			if ok && sure && got != want {
				t.Errorf("%q: got %q, want %q", text, got, want)
			}
		}
	})
}
