package catalog

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/rules"
)

// Profile is a choice of rules.
type Profile struct {
	Name  string
	About string // one line
	has   func(*rules.Rule) bool
}

// Has reports whether a profile turns a rule on.
func (p Profile) Has(r *rules.Rule) bool { return p.has(r) }

// DefaultProfile is the name of the profile that is taken where none is named.
const DefaultProfile = "securityhub"

// Profiles lists every profile, in the order of the documentation.
var Profiles = []Profile{
	{DefaultProfile, "what Security Hub reports, and what Amazon ECS itself rejects", byDefault},
	{"nist-800-53", "the rules that stand for requirements of NIST SP 800-53 Revision 5", requiredBy("NIST.800-53.r5 ")},
	{"pci-dss", "the rules that stand for requirements of PCI DSS", requiredBy("PCI DSS ")},
	{"control-tower", "the rules that stand for proactive controls of AWS Control Tower", requiredBy("CT.")},
	{"fips", "the default, and what FIPS 140 on Fargate needs", withRulesOf("fips")},
	{"operations", "the default, and traps of operation", withRulesOf("operations")},
	{"all", "every rule", func(*rules.Rule) bool { return true }},
}

func byDefault(r *rules.Rule) bool { return r.Profile == "" }

func withRulesOf(profile string) func(*rules.Rule) bool {
	return func(r *rules.Rule) bool { return byDefault(r) || r.Profile == profile }
}

func requiredBy(prefix string) func(*rules.Rule) bool {
	return func(r *rules.Rule) bool {
		return slices.ContainsFunc(r.Related, func(s string) bool { return strings.HasPrefix(s, prefix) })
	}
}

// FindProfile gives the profile of a name.
func FindProfile(name string) (Profile, bool) {
	i := slices.IndexFunc(Profiles, func(p Profile) bool { return p.Name == name })
	if i < 0 {
		return Profile{}, false
	}
	return Profiles[i], true
}

// ProfilesOf gives the names of the profiles that turn a rule on.
func ProfilesOf(r *rules.Rule) []string {
	var out []string
	for _, p := range Profiles {
		if p.Has(r) {
			out = append(out, p.Name)
		}
	}
	return out
}
