package cli

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/cmd/internal/config"
	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/near"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

// selection says which rules are on, with which settings: by the profiles, the
// configuration, and before both the flags.
type selection struct {
	rules  []*rules.Rule // those that are on somewhere
	params rules.Params

	config   config.Config
	dir      string // of the configuration, relative to the root of the repository
	profiles []catalog.Profile
	least    rules.Severity
	enable   targets
	disable  targets
	set      map[string]map[string][]string // --param

	mu   sync.Mutex
	memo map[string]*lint.Settings // by the overrides that hold
}

// knownRules is what a configuration and flags can name.
func knownRules() config.Catalog {
	out := config.Catalog{Rules: catalog.All(), Groups: map[string][]*rules.Rule{"all": catalog.All()}}
	for _, m := range catalog.Modules {
		out.Groups[m.Name] = m.Rules
	}
	for _, p := range catalog.Profiles {
		out.Profiles = append(out.Profiles, p.Name)
	}
	return out
}

// newSelection applies the configuration in the folder dir to the catalogue, and
// then the flags.
func newSelection(f *flags, c config.Config, dir string) (*selection, error) {
	s := &selection{config: c, dir: dir, memo: map[string]*lint.Settings{}}
	known := catalog.All()
	var err1, err2, err3, err4, err5 error
	s.least, err1 = rules.ParseSeverity(f.minSeverity)
	s.enable, err2 = newTargets("enable", f.enable, known)
	s.disable, err3 = newTargets("disable", f.disable, known)
	if f.module != "" {
		c.Profiles = nil // they may leave out the module
	}
	s.profiles, err4 = profiles(f.profiles, c.Profiles)
	s.set, err5 = parameters(f.params, known)
	if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
		return nil, err
	}
	for _, rule := range known {
		if e := s.enable.exactness(rule); e > 0 && e == s.disable.exactness(rule) {
			return nil, fmt.Errorf("both --enable and --disable name %s", rule.ID)
		}
		if f.module != "" && catalog.ModuleOf(rule).Name != f.module {
			continue
		}
		_, on := s.rule(rule, c.Rules)
		for i := range c.Overrides {
			_, there := s.rule(rule, s.layers([]int{i}))
			on = on || there
		}
		if !on {
			continue
		}
		if said := c.Rules[rule.ID].Severity; said != nil {
			changed := *rule
			changed.Severity = *said
			rule = &changed
		}
		s.rules = append(s.rules, rule)
	}
	s.params = s.parameters(c.Rules)
	return s, nil
}

// profiles gives the profiles that the flags name, else those of the
// configuration.
func profiles(flags, configured []string) ([]catalog.Profile, error) {
	names := flags
	if len(names) == 0 {
		names = configured
	}
	if len(names) == 0 {
		names = []string{catalog.DefaultProfile}
	}
	var out []catalog.Profile
	for _, name := range names {
		p, ok := catalog.FindProfile(name)
		if !ok {
			all := knownRules().Profiles
			return nil, fmt.Errorf("--profile: unknown profile %q%s: use %s", name, near.Hint(name, all), strings.Join(all, ", "))
		}
		out = append(out, p)
	}
	return out, nil
}

// layers gives what the configuration says of rules with some of its overrides.
func (s *selection) layers(overrides []int) map[string]config.Rule {
	out := maps.Clone(s.config.Rules)
	for _, i := range overrides {
		for id, r := range s.config.Overrides[i].Rules {
			if out == nil {
				out = map[string]config.Rule{}
			}
			out[id] = r.Over(out[id])
		}
	}
	return out
}

// rule gives the severity of a rule, and whether it is on.
func (s *selection) rule(r *rules.Rule, layers map[string]config.Rule) (rules.Severity, bool) {
	said := layers[r.ID]
	severity := r.Severity
	if said.Severity != nil {
		severity = *said.Severity
	}
	on := slices.ContainsFunc(s.profiles, func(p catalog.Profile) bool { return p.Has(r) })
	if said.Enabled != nil {
		on = *said.Enabled
	}
	switch e, d := s.enable.exactness(r), s.disable.exactness(r); {
	case e > d:
		on = true
	case d > e:
		on = false
	}
	return severity, on && severity >= s.least
}

// parameters gives those of rules, the flags before the configuration.
func (s *selection) parameters(layers map[string]config.Rule) rules.Params {
	out := rules.Params{}
	for id, r := range layers {
		if len(r.Parameters) > 0 {
			out[id] = r.Parameters
		}
	}
	for id, values := range s.set {
		out[id] = config.Rule{Parameters: values}.Over(config.Rule{Parameters: out[id]}).Parameters
	}
	return out
}

// at gives what holds for findings in a file; nil if that is the same for all.
func (s *selection) at() func(file string) *lint.Settings {
	if len(s.config.Overrides) == 0 {
		return nil
	}
	return s.settings
}

// settings gives what holds for a file: one value for all files for which the
// same overrides do.
func (s *selection) settings(file string) *lint.Settings {
	var overrides []int
	for i, o := range s.config.Overrides {
		if o.Paths.Match(s.relative(file)) {
			overrides = append(overrides, i)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	key := fmt.Sprint(overrides)
	if s.memo[key] == nil {
		layers := s.layers(overrides)
		s.memo[key] = &lint.Settings{Rule: func(r *rules.Rule) (rules.Severity, bool) { return s.rule(r, layers) }}
		if len(overrides) > 0 {
			s.memo[key].Params = s.parameters(layers)
		}
	}
	return s.memo[key]
}

// relative gives a name as the patterns of the configuration have it.
func (s *selection) relative(file string) string {
	if s.dir == "." {
		return file
	}
	if rest, ok := strings.CutPrefix(file, s.dir+"/"); ok {
		return rest
	}
	return path.Join("..", file) // no pattern means it
}

// ignores gives those of the configuration.
func (s *selection) ignores() []lint.Ignore {
	var out []lint.Ignore
	for _, i := range s.config.Ignores {
		x := lint.Ignore{Kind: lint.Configured, Range: i.Range, Rules: i.Rules, Reason: i.Reason, Until: i.Until}
		if i.Paths != nil {
			x.Paths = func(file string) bool { return i.Paths.Match(s.relative(file)) }
		}
		if i.Addresses != nil {
			x.Addresses = i.Addresses.Match
		}
		out = append(out, x)
	}
	return out
}

// files gives the names of files of values for a root module or template,
// relative to the root of the repository; nil if there are none for any.
func (s *selection) files(all []config.Files) func(unit string) []string {
	if len(all) == 0 {
		return nil
	}
	return func(unit string) []string {
		var out []string
		for _, f := range all {
			if !f.Paths.Match(s.relative(unit)) {
				continue
			}
			for _, name := range f.Names {
				out = append(out, path.Join(s.dir, name))
			}
		}
		return out
	}
}

// valueFiles gives the names of all files of values that the configuration names,
// relative to the root of the repository.
func (s *selection) valueFiles() []string {
	var out []string
	for _, f := range slices.Concat(s.config.Variables, s.config.Parameters) {
		for _, name := range f.Names {
			out = append(out, path.Join(s.dir, name))
		}
	}
	return out
}

// parameters reads the values of --param, "RULE.NAME=VALUE[,VALUE]".
func parameters(params []string, known []*rules.Rule) (map[string]map[string][]string, error) {
	out := map[string]map[string][]string{}
	for _, p := range params {
		name, value, ok := strings.Cut(p, "=")
		dot := strings.LastIndexByte(name, '.')
		if !ok || dot < 0 {
			return nil, fmt.Errorf("--param %s: use RULE.NAME=VALUE[,VALUE]", p)
		}
		rule, err := config.FindRule(name[:dot], known)
		if err != nil {
			return nil, fmt.Errorf("--param %s: %w", p, err)
		}
		values := []string{}
		if value != "" {
			values = strings.Split(value, ",")
		}
		if err := config.CheckParameter(rule, name[dot+1:], values); err != nil {
			return nil, fmt.Errorf("--param %s: %w", p, err)
		}
		if out[rule.ID] == nil {
			out[rule.ID] = map[string][]string{}
		}
		out[rule.ID][name[dot+1:]] = values
	}
	return out, nil
}

// targets are what --enable or --disable names.
type targets struct {
	all     bool
	modules []string
	ids     []string
}

func newTargets(flag string, names []string, known []*rules.Rule) (targets, error) {
	var out targets
	for _, name := range names {
		isModule := slices.ContainsFunc(catalog.Modules, func(m catalog.Module) bool { return m.Name == name })
		rule, err := config.FindRule(name, known)
		switch {
		case name == "all":
			out.all = true
		case isModule:
			out.modules = append(out.modules, name)
		case err == nil:
			out.ids = append(out.ids, rule.ID)
		default:
			others := []string{"all"}
			for _, m := range catalog.Modules {
				others = append(others, m.Name)
			}
			if hint := near.Hint(name, others); hint != "" {
				err = fmt.Errorf("unknown rule %q%s", name, hint)
			}
			return out, fmt.Errorf("--%s: %w", flag, err)
		}
	}
	return out, nil
}

// exactness tells how exactly a rule is named: 3 by itself, 2 by its module, 1
// by "all", 0 not at all.
func (t targets) exactness(r *rules.Rule) int {
	switch {
	case slices.Contains(t.ids, r.ID):
		return 3
	case len(t.modules) > 0 && slices.Contains(t.modules, catalog.ModuleOf(r).Name):
		return 2
	case t.all:
		return 1
	}
	return 0
}
