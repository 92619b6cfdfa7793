package terraform

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
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

// TestKnownModulesParse reads each summary, which nothing else may ever call.
func TestKnownModulesParse(t *testing.T) {
	err := fs.WalkDir(knownFiles, "known", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".tf") {
			return err
		}
		c := NewLoader(source.NewMemory(nil), Options{}).config(registry + path.Dir(strings.TrimPrefix(name, "known/")))
		for _, p := range c.problems {
			t.Error(p.Error())
		}
		f := c.files[registry+strings.TrimPrefix(name, "known/")]
		if f == nil {
			return fmt.Errorf("%s is not read", name)
		}
		if head, _, _ := strings.Cut(string(f.Bytes), "\n\n"); !strings.HasPrefix(head, "# ") || !strings.Contains(head, "read in") {
			t.Errorf("%s does not begin with the versions that it describes", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestKnownModulesAgainstSource evaluates calls of known modules twice: through
// the summary, and with the module's source in each of its versions. What the
// summary says must be so in every version; it may leave anything unknown. What
// the evaluation of the module leaves open and the summary does not, the archive's
// comment names with the reason.
//
// The sources are not part of this repository. $ECSLINT_MODULES names a folder
// that holds them by address and version; for a module in a git repository:
//
//	dir=$ECSLINT_MODULES/terraform-aws-modules/ecs/aws
//	for tag in $(git tag -l 'v[567].*'); do
//	  mkdir -p $dir/${tag#v} && git archive $tag | tar x -C $dir/${tag#v}
//	done
func TestKnownModulesAgainstSource(t *testing.T) {
	modules := os.Getenv("ECSLINT_MODULES")
	if modules == "" {
		t.Skip("ECSLINT_MODULES is not set")
	}
	var names []string
	for _, pattern := range []string{"../../fixtures/_terraform/known_*.txtar", "testdata/known/*.txtar"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			for _, f := range archive.Files {
				files[f.Name] = string(f.Data)
			}
			delete(files, "want")
			var decided []*regexp.Regexp
			for _, m := range regexp.MustCompile(`(?m)^decides (\S+):`).FindAllStringSubmatch(string(archive.Comment), -1) {
				decided = append(decided, regexp.MustCompile(m[1]))
			}
			compareKnown(t, files, modules, decided)
		})
	}
}

var moduleCall = regexp.MustCompile(`source\s*=\s*"([\w-]+/[\w-]+/[\w-]+)(?://([\w/-]+))?"\s*\n\s*version\s*=\s*"([^"]*)"`)

func compareKnown(t *testing.T, files map[string]string, modules string, decided []*regexp.Regexp) {
	t.Helper()
	versions := map[string]bool{}
	for _, call := range moduleCall.FindAllStringSubmatch(files["main.tf"], -1) {
		dirs, err := os.ReadDir(filepath.Join(modules, call[1]))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range dirs {
			if strings.HasPrefix(d.Name(), majorVersion(call[3])+".") {
				versions[call[1]+" "+d.Name()] = true
			}
		}
	}
	if len(versions) == 0 {
		t.Fatal("no call of a module with a version")
	}
	since := regexp.MustCompile(`(?m)^# since (\S+)$`).FindStringSubmatch(files["main.tf"])
	summary, _ := NewLoader(source.NewMemory(files), Options{}).Load(".")
	for _, v := range slices.SortedFunc(keys(versions), byVersion) {
		module, version, _ := strings.Cut(v, " ")
		if since != nil && byVersion(v, module+" "+since[1]) < 0 {
			continue
		}
		real := map[string]string{}
		for name, text := range files {
			real[name] = rewired(text, module, path.Join("modules", module, version))
		}
		if err := add(real, modules, module+"/"+version); err != nil {
			t.Fatal(err)
		}
		full, problems := NewLoader(source.NewMemory(real), Options{}).Load(".")
		for _, p := range problems {
			if p.Level == source.Error {
				t.Errorf("%s: %s", v, p.Error())
			}
		}
		c := &comparison{}
		said := map[string]bool{}
		for _, in := range summary.Inputs() {
			said[in.Address] = true
			i := slices.IndexFunc(full.Inputs(), func(x model.Input) bool { return x.Address == in.Address })
			if i < 0 {
				if in.Condition == "" {
					c.wrong = append(c.wrong, in.Address+" does not exist")
				}
				continue
			}
			if full.Inputs()[i].Condition != "" && in.Condition == "" {
				c.wrong = append(c.wrong, in.Address+" exists only if "+full.Inputs()[i].Condition)
			}
			if !slices.Equal(slices.Sorted(slices.Values(full.Inputs()[i].Ignored)), slices.Sorted(slices.Values(in.Ignored))) {
				c.decided = append(c.decided, in.Address+".lifecycle")
			}
			c.compare(in.Address, full.Inputs()[i].Value, in.Value)
		}
		for _, in := range full.Inputs() {
			if !said[in.Address] {
				c.wrong = append(c.wrong, in.Address+" is left out")
			}
		}
		for _, w := range c.wrong {
			t.Errorf("%s: %s", v, w)
		}
		for _, d := range c.decided {
			if !slices.ContainsFunc(decided, func(r *regexp.Regexp) bool { return r.MatchString(d) }) {
				t.Errorf("%s: the evaluation of the module leaves %s open", v, d)
			}
		}
		slices.Sort(c.unknown)
		t.Logf("%s: %d parts equal, %d unknown in both, %d unknown in the summary alone\n%s",
			v, c.equal, c.both, len(c.unknown), strings.Join(slices.Compact(c.unknown), "\n"))
	}
}

// add puts the source of a module into files, with those modules that it calls and
// whose source is there too.
func add(files map[string]string, modules, dir string) error {
	root := filepath.Join(modules, filepath.FromSlash(dir))
	return filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) (failed error) {
		if err != nil || d.IsDir() || !isConfig(name) {
			return err
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		to := path.Join("modules", dir, filepath.ToSlash(strings.TrimPrefix(name, root)))
		if _, done := files[to]; done || strings.Contains(to, "/examples/") || strings.Contains(to, "/wrappers/") {
			return nil
		}
		text := string(b)
		for _, m := range moduleCall.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(modules, m[1], m[3])); err != nil {
				continue
			}
			text = rewired(text, m[1], strings.Repeat("../", strings.Count(to, "/"))+path.Join("modules", m[1], m[3]))
			defer func() { failed = errors.Join(failed, add(files, modules, m[1]+"/"+m[3])) }()
		}
		files[to] = text
		return nil
	})
}

// rewired makes calls of a module lead to a folder.
func rewired(text, module, dir string) string {
	return moduleCall.ReplaceAllStringFunc(text, func(s string) string {
		m := moduleCall.FindStringSubmatch(s)
		if m[1] != module {
			return s
		}
		to := path.Join(dir, m[2])
		if !strings.HasPrefix(to, ".") {
			to = "./" + to
		}
		return fmt.Sprintf("source = %q", to)
	})
}

func keys(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func byVersion(a, b string) int {
	ma, va, _ := strings.Cut(a, " ")
	mb, vb, _ := strings.Cut(b, " ")
	if c := strings.Compare(ma, mb); c != 0 {
		return c
	}
	return slices.CompareFunc(strings.Split(va, "."), strings.Split(vb, "."), func(x, y string) int {
		i, _ := strconv.Atoi(x)
		j, _ := strconv.Atoi(y)
		return cmp.Compare(i, j)
	})
}

// comparison collects how a summary differs from the module.
type comparison struct {
	wrong   []string
	unknown []string // in the summary alone
	decided []string // in the summary, but not by the evaluation of the module
	equal   int
	both    int // unknown in both
}

// unset is what AWS takes for not written.
func unset(v *value.Value) bool {
	switch v.Kind() {
	case value.Absent, value.Null:
		return true
	case value.List:
		return v.Len() == 0 && !v.Open()
	case value.Map:
		for f := range v.Fields() {
			if !unset(f.Value) {
				return false
			}
		}
		return !v.Open()
	case value.Unknown, value.Bool, value.Number, value.String, value.Text, value.Either:
	}
	return false
}

func (c *comparison) compare(at string, real, said *value.Value) {
	switch {
	case said.Kind() == value.Unknown && real.Kind() == value.Unknown:
		if s, r := addresses(said), addresses(real); s != r {
			c.wrong = append(c.wrong, fmt.Sprintf("%s leads to %q, not %q", at, r, s))
			return
		}
		c.both++
	case said.Kind() == value.Unknown:
		c.unknown = append(c.unknown, at)
	case real.Kind() == value.Unknown && said.Kind() == value.Map && said.Open():
		for f := range said.Fields() {
			c.compare(at+"."+f.Key, real, f.Value)
		}
	case real.Kind() == value.Unknown:
		if slices.ContainsFunc(said.Alternatives(), func(a *value.Value) bool { return a.Kind() == value.Unknown }) {
			c.both++
			return
		}
		c.decided = append(c.decided, at)
	case real.Kind() == value.Either:
		c.choice(at, real, said)
	case said.Kind() == value.Either:
		if d := c.best(at, real, said.Alternatives()); d != nil {
			c.add(d)
			c.unknown = append(c.unknown, at+" (one of several)")
			return
		}
		c.differ(at, real, said)
	case said.Kind() == value.Text && real.Kind() == value.String && said.Equal(real) == value.Maybe:
		c.unknown = append(c.unknown, at)
	case unset(real) && unset(said):
		c.equal++
	case real.Kind() == value.Map && said.Kind() == value.Map:
		c.fields(at, real, said)
	case real.Kind() == value.List && said.Kind() == value.List:
		c.elems(at, real, said)
	case real.Kind() == said.Kind() && real.Content() == said.Content() && real.String() == said.String():
		c.equal++
	default:
		c.differ(at, real, said)
	}
}

func (c *comparison) differ(at string, real, said *value.Value) {
	c.wrong = append(c.wrong, fmt.Sprintf("%s is %s, not %s", at, real, said))
}

func (c *comparison) add(d *comparison) {
	c.wrong = append(c.wrong, d.wrong...)
	c.unknown = append(c.unknown, d.unknown...)
	c.decided = append(c.decided, d.decided...)
	c.equal += d.equal
	c.both += d.both
}

// best compares with the alternative that fits best, nil if none does.
func (c *comparison) best(at string, real *value.Value, said []*value.Value) (best *comparison) {
	for _, a := range said {
		d := &comparison{}
		if d.compare(at, real, a); len(d.wrong) == 0 && (best == nil || len(d.decided) < len(best.decided)) {
			best = d
		}
	}
	return best
}

// choice compares what the evaluation of the module leaves open: the summary says
// one of it, or all.
func (c *comparison) choice(at string, real, said *value.Value) {
	var fit []*comparison
	for _, a := range real.Alternatives() {
		if d := c.best(at, a, said.Alternatives()); d != nil {
			fit = append(fit, d)
		}
	}
	switch len(fit) {
	case 0:
		c.differ(at, real, said)
	case len(real.Alternatives()):
		c.both++
	default:
		c.add(fit[0])
		c.decided = append(c.decided, at)
	}
}

func (c *comparison) elems(at string, real, said *value.Value) {
	rs, _ := real.Items()
	ss, _ := said.Items()
	switch {
	case len(rs) > len(ss) && !said.Open(), len(rs) < len(ss) && !real.Open():
		c.differ(at, real, said)
		return
	case real.Open() && !said.Open():
		c.decided = append(c.decided, at)
	case said.Open() && !real.Open():
		c.unknown = append(c.unknown, at+"[…]")
	}
	for i := range min(len(rs), len(ss)) {
		c.compare(fmt.Sprintf("%s[%d]", at, i), rs[i], ss[i])
	}
}

func (c *comparison) fields(at string, real, said *value.Value) {
	var names []string
	for f := range real.Fields() {
		names = append(names, f.Key)
	}
	for f := range said.Fields() {
		names = append(names, f.Key)
	}
	slices.Sort(names)
	switch {
	case real.Open() && !said.Open():
		c.decided = append(c.decided, at)
	case said.Open() && !real.Open():
		c.unknown = append(c.unknown, at+".…")
	}
	for _, n := range slices.Compact(names) {
		c.compare(at+"."+n, real.Get(n), said.Get(n))
	}
}

// addresses are the resources of ECS that an unknown value refers to.
func addresses(v *value.Value) string {
	var out []string
	for _, l := range v.Links() {
		if strings.Contains(l.Address, "aws_ecs_") {
			out = append(out, l.Address)
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " and ")
}
