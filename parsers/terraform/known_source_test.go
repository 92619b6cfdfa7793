package terraform

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// TestKnownModulesAgainstSource evaluates calls of known modules twice: through
// the summary, and with the module's source in each version that the summary
// names. What the summary says must be so in every version; it may leave anything
// unknown. What the evaluation of the source leaves open and the summary does not,
// a line "decides" of the archive's comment names with the reason, and a line
// "# since" of main.tf the version in which the calls become valid.
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
		if err != nil || len(found) == 0 {
			t.Fatalf("no calls in %s: %v", pattern, err)
		}
		names = append(names, found...)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			k := &knownCalls{modules: modules, files: map[string]string{}}
			for _, f := range archive.Files {
				k.files[f.Name] = string(f.Data)
			}
			delete(k.files, "want")
			for _, m := range decides.FindAllStringSubmatch(string(archive.Comment), -1) {
				k.decided = append(k.decided, regexp.MustCompile(m[1]))
			}
			versions, err := k.versions()
			if err != nil {
				t.Fatal(err)
			}
			summary, _ := NewLoader(source.NewMemory(k.files), Options{}).Load(t.Context(), ".")
			for _, v := range versions {
				k.test(t, v, summary)
			}
		})
	}
}

var (
	moduleCall = regexp.MustCompile(`source\s*=\s*"([\w-]+/[\w-]+/[\w-]+)(?://([\w/-]+))?"\s*\n\s*version\s*=\s*"([^"]*)"`)
	describes  = regexp.MustCompile(`^# \S+, (\d\S*) to \d\S*, read in(?: |\n# )\w+ \d+\.`)
	sinceLine  = regexp.MustCompile(`(?m)^# since (\S+)$`)
	decides    = regexp.MustCompile(`(?m)^decides (\S+):`)
)

// knownCalls is a configuration that calls known modules.
type knownCalls struct {
	modules string // where the sources are
	files   map[string]string
	decided []*regexp.Regexp
}

// version is one version of a module.
type version struct{ module, number string }

func (v version) String() string { return v.module + " " + v.number }

func older(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(x, y string) int {
		return cmp.Or(len(x)-len(y), strings.Compare(x, y)) // numbers without leading zeros
	})
}

// versions gives the versions of the called modules that summaries describe.
func (k *knownCalls) versions() ([]version, error) {
	out := map[version]bool{}
	for _, call := range moduleCall.FindAllStringSubmatch(k.files["main.tf"], -1) {
		major := majorVersion(call[3])
		if knownModule(call[1]+"//"+call[2], call[3]) == "" {
			continue
		}
		head, err := knownFiles.ReadFile(path.Join("known", call[1], "v"+major, call[2], "main.tf"))
		if err != nil {
			return nil, err
		}
		first := describes.FindSubmatch(head)
		if first == nil {
			return nil, fmt.Errorf("the summary of %s names no versions", call[1])
		}
		least := string(first[1])
		if m := sinceLine.FindStringSubmatch(k.files["main.tf"]); m != nil && older(m[1], least) > 0 {
			least = m[1]
		}
		dirs, err := os.ReadDir(filepath.Join(k.modules, call[1]))
		if err != nil {
			return nil, err
		}
		for _, d := range dirs {
			if strings.HasPrefix(d.Name(), major+".") && older(d.Name(), least) >= 0 {
				out[version{call[1], d.Name()}] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(out), func(a, b version) int {
		return cmp.Or(strings.Compare(a.module, b.module), older(a.number, b.number))
	}), nil
}

func (k *knownCalls) test(t *testing.T, v version, summary *model.Model) {
	t.Helper()
	files := map[string]string{}
	major, _, _ := strings.Cut(v.number, ".")
	for name, text := range k.files {
		files[name] = rewired(text, v.module, major, path.Join("modules", v.module, v.number))
	}
	if err := k.add(files, v); err != nil {
		t.Fatal(err)
	}
	full, problems := NewLoader(source.NewMemory(files), Options{}).Load(t.Context(), ".")
	for _, p := range problems {
		if p.Level == source.Error {
			t.Errorf("%s: %s", v, p.Error())
		}
	}
	c := &comparison{}
	c.models(full, summary)
	for _, w := range c.wrong {
		t.Errorf("%s: %s", v, w)
	}
	for _, d := range c.decided {
		if !slices.ContainsFunc(k.decided, func(r *regexp.Regexp) bool { return r.MatchString(d) }) {
			t.Errorf("%s: the evaluation of the source leaves %s open", v, d)
		}
	}
	slices.Sort(c.unknown)
	t.Logf("%s: %d parts equal, %d unknown in both, %d unknown in the summary alone\n%s",
		v, c.equal, c.both, len(c.unknown), strings.Join(slices.Compact(c.unknown), "\n"))
}

// add puts the source of a module into files, with those modules that it calls and
// whose source is there too.
func (k *knownCalls) add(files map[string]string, v version) error {
	dir := path.Join(v.module, v.number)
	root := filepath.Join(k.modules, filepath.FromSlash(dir))
	var calls []version
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "examples" || d.Name() == "wrappers" || d.Name() == "test") {
			return fs.SkipDir
		}
		to := path.Join("modules", dir, filepath.ToSlash(strings.TrimPrefix(name, root)))
		if _, done := files[to]; done || d.IsDir() || !isConfig(name) {
			return nil
		}
		b, err := os.ReadFile(name)
		text := string(b)
		for _, m := range moduleCall.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(k.modules, m[1], m[3])); err != nil {
				continue // not one of the known modules
			}
			calls = append(calls, version{m[1], m[3]})
			up := strings.Repeat("../", strings.Count(to, "/"))
			text = rewired(text, m[1], majorVersion(m[3]), up+path.Join("modules", m[1], m[3]))
		}
		files[to] = text
		return err
	})
	for _, c := range calls {
		err = errors.Join(err, k.add(files, c))
	}
	return err
}

// rewired makes calls of a major version of a module lead to a folder.
func rewired(text, module, major, dir string) string {
	return moduleCall.ReplaceAllStringFunc(text, func(s string) string {
		m := moduleCall.FindStringSubmatch(s)
		if m[1] != module || majorVersion(m[3]) != major {
			return s
		}
		to := path.Join(dir, m[2])
		if !strings.HasPrefix(to, ".") {
			to = "./" + to
		}
		return fmt.Sprintf("source = %q", to)
	})
}

// comparison collects how a summary differs from the source.
type comparison struct {
	wrong   []string
	unknown []string // in the summary alone
	decided []string // in the summary, but not by the evaluation of the source
	equal   int
	both    int // unknown in both
}

func (c *comparison) models(full, summary *model.Model) {
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
		real := full.Inputs()[i]
		if real.Condition != "" && in.Condition == "" {
			c.wrong = append(c.wrong, in.Address+" exists only if "+real.Condition)
		}
		if !slices.Equal(slices.Sorted(slices.Values(real.Ignored)), slices.Sorted(slices.Values(in.Ignored))) {
			c.decided = append(c.decided, in.Address+".lifecycle")
		}
		c.compare(in.Address, real.Value, in.Value)
	}
	for _, in := range full.Inputs() {
		if !said[in.Address] && model.OfECS(in.Type) {
			c.wrong = append(c.wrong, in.Address+" is left out")
		}
	}
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
		// Of several that may be there, the evaluation of the source may see the first.
		s, r := addresses(said), addresses(real)
		if len(r) == 0 && len(s) > 0 || slices.ContainsFunc(r, func(a string) bool { return !slices.Contains(s, a) }) {
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
	case strings.HasSuffix(at, ".security_groups"): // flatten() of an unknown ID leaves a list open
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
func addresses(v *value.Value) []string {
	var out []string
	for _, l := range v.Links() {
		if strings.Contains(l.Address, "aws_ecs_") {
			out = append(out, l.Address)
		}
	}
	return out
}
