package report

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"unicode/utf8"

	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

// TestSARIFRules checks every rule against what GitHub and the multitool want.
func TestSARIFRules(t *testing.T) {
	pascalCase := regexp.MustCompile(`^(\p{Lu}[\p{Ll}\p{Nd}]+)*$`)
	names := map[string]bool{}
	for _, r := range catalog.All() {
		s := sarifRule(r, catalog.Terraform)
		if !pascalCase.MatchString(s.Name) || s.Name == s.ID || len(s.Name) > 255 || names[s.Name] {
			t.Errorf("%s: name %q", s.ID, s.Name)
		}
		names[s.Name] = true
		for what, text := range map[string]string{
			"short": s.ShortDescription.Text, "full": s.FullDescription.Text, "help": s.Help.Text, "markdown": s.Help.Markdown,
		} {
			if text == "" || what != "help" && what != "markdown" && utf8.RuneCountInString(text) > maxDescription {
				t.Errorf("%s: %s description %q", s.ID, what, text)
			}
		}
		tags := slices.Clone(s.Properties.Tags)
		slices.Sort(tags)
		if n := len(tags); n == 0 || n > maxTags || len(slices.Compact(tags)) != n {
			t.Errorf("%s: tags %q", s.ID, s.Properties.Tags)
		}
		if n, err := strconv.ParseFloat(s.Properties.SecuritySeverity, 64); err != nil || n <= 0 || n > 10 {
			t.Errorf("%s: security-severity %q", s.ID, s.Properties.SecuritySeverity)
		}
		if u, err := url.Parse(s.HelpURI); err != nil || !u.IsAbs() {
			t.Errorf("%s: helpUri %q", s.ID, s.HelpURI)
		}
		if !slices.Contains([]string{"error", "warning", "note"}, s.DefaultConfiguration.Level) {
			t.Errorf("%s: level %q", s.ID, s.DefaultConfiguration.Level)
		}
	}
}

func TestSeverities(t *testing.T) {
	for s, want := range map[rules.Severity][2]string{
		rules.Critical: {"error", "9.5"}, rules.High: {"error", "8.0"}, rules.Medium: {"warning", "5.5"}, rules.Low: {"note", "2.0"},
	} {
		if got := [2]string{level(s), securitySeverity(s)}; got != want {
			t.Errorf("%s: %v, want %v", s, got, want)
		}
	}
}

func TestShorten(t *testing.T) {
	for text, want := range map[string]string{"": "", "äöü": "äöü", "äöüß": "äö…"} {
		if got := shorten(text, 3); got != want {
			t.Errorf("shorten(%s) = %s, want %s", text, got, want)
		}
	}
}

func TestPascal(t *testing.T) {
	for slug, want := range map[string]string{"public-ip": "PublicIp", "a": "A", "not-a-list": "NotAlist", "bad--thing-": "BadThing"} {
		if got := pascal(slug); got != want {
			t.Errorf("pascal(%s) = %s, want %s", slug, got, want)
		}
	}
}
