package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/fixtures"
	"github.com/ecslint/ecslint/parsers/source"
)

// FuzzParse reads any text as a configuration, and matches its patterns: there are
// settings, or else problems that have a place.
func FuzzParse(f *testing.F) {
	f.Add(Example, "a/b.tf")
	f.Add("rules: {all: true, module: {severity: high}, ECS.13: {parameters: {strict: [true]}}}\noverrides: [{paths: 'a/{b,c}/[!d]*', rules: {ECS.2: false}}]\n", "a/b/c.tf")
	f.Add("ignores:\n  - rules: ECS.2\n    paths: [\"**/x\", '\\*']\n    addresses: a*b*\n    reason: r\n    until: 2027-01-31\n", "aab")
	for _, text := range fixtures.Seeds(f, FileName) {
		f.Add(text, "main.tf")
	}
	f.Fuzz(func(t *testing.T, text, name string) {
		if len(text) > 1<<14 || len(name) > 1<<8 {
			t.Skip("too large")
		}
		file := source.NewFile(FileName, []byte(text))
		c, problems := Parse(file, known)
		for _, p := range problems {
			if p.Range.File != file || p.Range.Start < 0 || p.Range.Start > p.Range.End || p.Range.End > len(text) {
				t.Errorf("%s: bytes %d to %d of %d", p.Message, p.Range.Start, p.Range.End, len(text))
			}
			if p.Message == "" || strings.ContainsAny(p.Message, "\r\n") {
				t.Errorf("the message %q", p.Message)
			}
		}
		if len(problems) > 0 && !cmp.Equal(c, Config{}) {
			t.Errorf("there are problems and settings: %v, %+v", problems, c)
		}
		for id := range c.Rules {
			if id != "ECS.2" && id != "ECS.13" {
				t.Errorf("a setting for rule %q", id)
			}
		}
		for _, o := range c.Overrides {
			o.Paths.Match(name)
		}
		for _, i := range c.Ignores {
			i.Paths.Match(name)
			i.Addresses.Match(name)
			if len(i.Rules) == 0 || i.Reason == "" {
				t.Errorf("an ignore of %q for %q", i.Rules, i.Reason)
			}
		}
	})
}
