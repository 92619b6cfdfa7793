package discover

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/source"
)

// tree makes files, by name with their text, in a new folder. A name that ends
// in "/" is a folder, a text that starts with "->" a symbolic link.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		switch {
		case name[len(name)-1] == '/':
			err = os.MkdirAll(full, 0o755)
		case len(text) > 2 && text[:2] == "->":
			err = os.Symlink(text[2:], full)
		default:
			err = os.WriteFile(full, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRoot(t *testing.T) {
	dir := tree(t, map[string]string{
		"repo/.git/": "", "repo/a/b/": "", "repo/sub/.git": "gitdir: elsewhere", "repo/sub/x/": "",
		"plain/a/": "", "plain/b/": "", "link": "->repo",
	})
	for _, test := range []struct {
		name, workdir string
		args          []string
		root, base    string
	}{
		{"no argument", "repo/a", nil, "repo", "repo/a"},
		{"below", "repo", []string{"a/b", "a"}, "repo", "repo/a"},
		{"a file that does not exist", "repo", []string{"a/none.tf"}, "repo", "repo/a"},
		{"submodule", "repo", []string{"sub/x"}, "repo", "repo/sub/x"},
		{"in a submodule", "repo/sub", []string{"x"}, "repo/sub", "repo/sub/x"},
		{"above a submodule", "repo/sub", []string{"x", ".."}, "repo", "repo"},
		{"another repository", "plain", []string{"../repo/a"}, "repo", "repo/a"},
		{"no repository", "plain", []string{"a"}, "plain", "plain/a"},
		{"no repository, elsewhere", "plain/a", []string{"../b", "."}, "plain", "plain"},
		{"through a link", "link/a", []string{"b"}, "repo", "repo/a/b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := Locate(filepath.Join(dir, test.workdir), test.args)
			if err != nil {
				t.Fatal(err)
			}
			got := [2]string{s.Root, s.Base}
			want := [2]string{filepath.Join(dir, test.root), filepath.Join(dir, test.base)}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestInputs(t *testing.T) {
	dir := tree(t, map[string]string{
		".git/x.yaml": "", ".gitignore": "*.gen.json\n/out\nignored/\n",
		"main.tf": "", "x.tofu": "", "readme.md": "", "vars.tfvars": "", "t.yaml": "", "a.gen.json": "",
		".aws/task.json":        "",
		"out/t.yaml":            "",
		"sub/.gitignore":        "!*.gen.json\nt.yaml\n",
		"sub/b.gen.json":        "",
		"sub/t.yaml":            "",
		"sub/out/t.yml":         "",
		"sub/ignored/t.yml":     "",
		".terraform/m/main.tf":  "",
		"node_modules/x/t.json": "",
		"vendor/modules.txt":    "", "vendor/t.json": "",
		"sub/vendor/t.template": "",
		"loop":                  "->.",
		"away":                  "->/",
		"app/.gitignore":        "cdk.out\n",
		"app/cdk.out/cdk.out":   "", "app/cdk.out/manifest.json": "", "app/cdk.out/tree.json": "",
		"app/cdk.out/asset.1/t.json": "", "app/cdk.out/assembly-P/manifest.json": "", "app/cdk.out/assembly-P/cdk.out": "",
		"app/x/cdk.out/t.json": "", "app/snapshot/cdk.out": "", "app/snapshot/manifest.json": "", "app/snapshot/t.template.json": "",
		"file.json":     "->sub/out/t.yml",
		"link.tf":       "->main.tf",
		"dangling.yaml": "->none",
		".#main.tf":     "->user@host.1:2",
		"circle.yaml":   "->circle.yaml",
		"outside.yaml":  "->/etc/hostname",
		"folder.json/":  "",
	})
	for _, test := range []struct {
		name           string
		args           []string
		inputs, faults []string
	}{
		{"everything", nil, []string{
			".aws/task.json", "app/cdk.out/manifest.json", "app/snapshot/manifest.json", "link.tf", "main.tf", "sub/b.gen.json", "sub/out/t.yml", "sub/vendor/t.template", "t.yaml", "x.tofu",
		}, []string{
			"circle.yaml: symbolic link: too many levels of symbolic links: warning",
			"dangling.yaml: symbolic link: no such file or directory: warning",
			"outside.yaml: symbolic link not read: path leads outside of the repository: warning",
		}},
		{"folder with the patterns above it", []string{"sub"}, []string{
			"sub/b.gen.json", "sub/out/t.yml", "sub/vendor/t.template",
		}, nil},
		{"ignored folder that is named", []string{"out"}, []string{"out/t.yaml"}, nil},
		{"skipped folder that is named", []string{"node_modules"}, []string{"node_modules/x/t.json"}, nil},
		{"files that are named", []string{"a.gen.json", "readme.md", "vars.tfvars", "t.yaml", "t.yaml"}, []string{
			"a.gen.json!", "readme.md!", "t.yaml!", "vars.tfvars!",
		}, nil},
		{"named and walked", []string{"sub", "sub/out/t.yml"}, []string{
			"sub/b.gen.json", "sub/out/t.yml", "sub/out/t.yml!", "sub/vendor/t.template",
		}, nil},
		{"what cannot be read", []string{"none.tf", "dangling.yaml", "circle.yaml"}, nil, []string{
			"circle.yaml: too many levels of symbolic links: error",
			"dangling.yaml: no such file or directory: error",
			"none.tf: no such file or directory: error",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := Locate(dir, test.args)
			if err != nil {
				t.Fatal(err)
			}
			set, err := source.NewSet(s.Root)
			if err != nil {
				t.Fatal(err)
			}
			defer set.Close() //nolint:errcheck // a test
			inputs, problems := s.Inputs(set, source.Error)
			var got, faults []string
			for _, in := range inputs {
				if in.Walked {
					got = append(got, in.Name)
				}
				if in.Named {
					got = append(got, in.Name+"!")
				}
			}
			for _, p := range problems {
				faults = append(faults, p.Error()+": "+p.Level.String())
			}
			if diff := cmp.Diff(test.inputs, got); diff != "" {
				t.Errorf("inputs: -want +got\n%s", diff)
			}
			if diff := cmp.Diff(test.faults, faults); diff != "" {
				t.Errorf("problems: -want +got\n%s", diff)
			}
		})
	}
}

func TestInputsOfOverlay(t *testing.T) {
	dir := tree(t, map[string]string{"a/": ""})
	s, err := Locate(dir, []string{"a/new.tf"})
	if err != nil {
		t.Fatal(err)
	}
	set, err := source.NewSet(s.Root)
	if err != nil {
		t.Fatal(err)
	}
	defer set.Close() //nolint:errcheck // a test
	set.Overlay("a/new.tf", nil)
	inputs, problems := s.Inputs(set, source.Error)
	if len(inputs) != 1 || inputs[0].Name != "a/new.tf" || !inputs[0].Named || problems != nil {
		t.Errorf("got %+v, %v", inputs, problems)
	}
}

func TestUnreadableFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	dir := tree(t, map[string]string{"locked/x.tf": "", "open/x.tf": ""})
	if err := os.Chmod(filepath.Join(dir, "locked"), 0); err != nil {
		t.Fatal(err)
	}
	s, err := Locate(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	set, err := source.NewSet(s.Root)
	if err != nil {
		t.Fatal(err)
	}
	defer set.Close() //nolint:errcheck // a test
	inputs, problems := s.Inputs(set, source.Error)
	if len(inputs) != 1 || len(problems) != 1 || problems[0].Error() != "locked: read folder: permission denied" {
		t.Errorf("got %v, %v", inputs, problems)
	}
}

// Folders are walked at the same time; what there is to tell of them is in order all
// the same.
func TestProblemsAreSorted(t *testing.T) {
	files := map[string]string{}
	for i := range 60 {
		files[fmt.Sprintf("d%02d/x.tf", i)] = "->../../outside.tf"
	}
	root := tree(t, files)
	set, err := source.NewSet(root)
	if err != nil {
		t.Fatal(err)
	}
	defer set.Close() //nolint:errcheck // a test
	for range 5 {
		_, problems := Scope{Root: root, Paths: []string{root}}.Inputs(set, source.Error)
		var got []string
		for _, p := range problems {
			got = append(got, p.Name)
		}
		if d := cmp.Diff(slices.Sorted(maps.Keys(files)), got); d != "" {
			t.Fatalf("-want +got\n%s", d)
		}
	}
}
