package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/config"
	"github.com/ecslint/ecslint/cmd/internal/near"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

// selection says which rules are on, with which settings.
type selection struct {
	rules     []*rules.Rule
	params    rules.Params
	stackTags []string // of CloudFormation stacks
}

// newSelection applies the configuration to the catalogue, and then the flags.
func newSelection(f *flags, c config.Config) (selection, error) {
	out := selection{params: rules.Params{}, stackTags: c.StackTags}
	least, err := rules.ParseSeverity(f.minSeverity)
	if err != nil {
		return out, err
	}
	known := catalog.All()
	enable, err1 := newTargets("enable", f.enable, known)
	disable, err2 := newTargets("disable", f.disable, known)
	if err := errors.Join(err1, err2); err != nil {
		return out, err
	}
	for _, rule := range known {
		said := c.Rules[rule.ID]
		on := said.Enabled == nil || *said.Enabled
		switch e, d := enable.exactness(rule), disable.exactness(rule); {
		case e == d && e > 0:
			return out, fmt.Errorf("both --enable and --disable name %s", rule.ID)
		case e > d:
			on = true
		case d > e:
			on = false
		}
		if said.Severity != nil {
			changed := *rule
			changed.Severity = *said.Severity
			rule = &changed
		}
		if !on || rule.Severity < least {
			continue
		}
		out.rules = append(out.rules, rule)
		if len(said.Parameters) > 0 {
			out.params[rule.ID] = said.Parameters
		}
	}
	return out, out.set(f.params, known)
}

// set applies the values of --param, "RULE.NAME=VALUE[,VALUE]".
func (s *selection) set(params []string, known []*rules.Rule) error {
	for _, p := range params {
		name, value, ok := strings.Cut(p, "=")
		dot := strings.LastIndexByte(name, '.')
		if !ok || dot < 0 {
			return fmt.Errorf("--param %s: use RULE.NAME=VALUE[,VALUE]", p)
		}
		rule, err := config.FindRule(name[:dot], known)
		if err != nil {
			return fmt.Errorf("--param %s: %w", p, err)
		}
		values := []string{}
		if value != "" {
			values = strings.Split(value, ",")
		}
		if err := config.CheckParameter(rule, name[dot+1:], values); err != nil {
			return fmt.Errorf("--param %s: %w", p, err)
		}
		if s.params[rule.ID] == nil {
			s.params[rule.ID] = map[string][]string{}
		}
		s.params[rule.ID][name[dot+1:]] = values
	}
	return nil
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
	case slices.Contains(t.modules, catalog.ModuleOf(r).Name):
		return 2
	case t.all:
		return 1
	}
	return 0
}
