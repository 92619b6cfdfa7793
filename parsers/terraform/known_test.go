package terraform

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers/source"
)

func TestMajorVersion(t *testing.T) {
	for _, c := range []struct{ constraint, want string }{
		{"7.5.0", "7"},
		{"= 7.5.0", "7"},
		{" 7.5 ", "7"},
		{"~> 7.0", "7"},
		{"~>7.1.2", "7"},
		{"~> 0.58.1", "0"},
		{"~> 7.1, != 7.2.0", "7"},
		// These allow more than one major version, or may.
		{"", ""},
		{"~> 7", ""},
		{">= 7.0", ""},
		{">= 7.0, < 8.0", ""},
		{"!= 7.0.0", ""},
		{"latest", ""},
	} {
		if got := majorVersion(c.constraint); got != c.want {
			t.Errorf("majorVersion(%q) = %q, want %q", c.constraint, got, c.want)
		}
	}
}

// TestKnownVersions shows that a version outside of what a summary describes is
// not taken for one that it describes.
func TestKnownVersions(t *testing.T) {
	for _, c := range []struct {
		src, version string
		want         bool
	}{
		{"terraform-aws-modules/ecs/aws//modules/service", "~> 7.0", true},
		{"registry.terraform.io/terraform-aws-modules/ecs/aws", "7.5.0", true},
		{"terraform-aws-modules/ecs/aws", "7.99.0", false},
		{"terraform-aws-modules/ecs/aws", "4.1.3", false},
		{"terraform-aws-modules/ecs/aws//modules/nothing", "7.5.0", false},
		{"terraform-aws-modules/ecs/aws", "", false},
		{"cloudposse/ecs-container-definition/aws", "0.58.1", true},
		{"cloudposse/ecs-container-definition/aws", "0.21.0", false},
		{"example/ecs/aws", "7.5.0", false},
	} {
		if got := knownModule(c.src, c.version) != ""; got != c.want {
			t.Errorf("%s %s is known: %v, want %v", c.src, c.version, got, c.want)
		}
	}
}

var knownFolder = regexp.MustCompile(`/v\d+/?(.*)$`)

// TestKnownModulesAreWhole reads each summary, and what it calls.
func TestKnownModulesAreWhole(t *testing.T) {
	l := NewLoader(source.NewMemory(nil), Options{})
	err := fs.WalkDir(knownFiles, "known", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isConfig(name) {
			return err
		}
		dir := registry + path.Dir(strings.TrimPrefix(name, "known/"))
		c := l.config(dir)
		for _, p := range c.problems {
			t.Error(p.Error())
		}
		f := c.files[path.Join(dir, path.Base(name))]
		if f == nil {
			return fmt.Errorf("%s is not read", name)
		}
		address := knownFolder.ReplaceAllString(strings.TrimPrefix(path.Dir(name), "known/"), "//$1")
		head := strings.ReplaceAll(string(f.Bytes), "\n# ", " ")
		if !strings.HasPrefix(head, "# "+strings.TrimSuffix(address, "//")+", ") || !describes.MatchString(head) {
			first, _, _ := strings.Cut(head, ".")
			t.Errorf("%s does not begin with the module and versions that it describes: %s", name, first)
		}
		for call, b := range c.calls {
			v, diags := b.Body.Attributes["source"].Expr.Value(nil)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			if files, err := knownFiles.ReadDir(path.Join(path.Dir(name), v.AsString())); err != nil || len(files) == 0 {
				t.Errorf("%s: module %s is not here", name, call)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
