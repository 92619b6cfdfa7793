package catalog_test

import (
	"slices"
	"testing"

	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

func TestProfiles(t *testing.T) {
	traps := &rules.Rule{ID: "T.1", Profile: "operations", Related: []string{"PCI DSS v4.0.1/1.4.4"}}
	for name, want := range map[string][]string{
		"ECS.2":    {"securityhub", "nist-800-53", "pci-dss", "control-tower", "fips", "operations", "all"},
		"ECS.14":   {"securityhub", "fips", "operations", "all"},
		"ECS.16":   {"securityhub", "pci-dss", "fips", "operations", "all"},
		"ECS.20":   {"securityhub", "control-tower", "fips", "operations", "all"},
		"SCHEMA.1": {"securityhub", "fips", "operations", "all"},
		"T.1":      {"pci-dss", "operations", "all"},
	} {
		rule := traps
		if i := slices.IndexFunc(catalog.All(), func(r *rules.Rule) bool { return r.ID == name }); i >= 0 {
			rule = catalog.All()[i]
		}
		if got := catalog.ProfilesOf(rule); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	if _, ok := catalog.FindProfile("cis"); ok {
		t.Error("there is a profile cis")
	}
}

// A rule that belongs to a profile belongs to one that there is.
func TestProfilesExist(t *testing.T) {
	for _, r := range catalog.All() {
		if _, ok := catalog.FindProfile(r.Profile); r.Profile != "" && !ok {
			t.Errorf("%s: no profile %q", r.ID, r.Profile)
		}
	}
}
