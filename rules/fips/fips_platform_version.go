package fips

import (
	"fmt"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var fipsPlatformVersion = &rules.Rule{
	ID:       "FIPS.3",
	Slug:     "fips-platform-version",
	Severity: rules.Medium,
	Title:    "Fargate platform version has no FIPS mode",
	Why:      "Only tasks on platform version 1.4.0 or later run in FIPS mode.",
	Fix:      "Delete `platformVersion`, or set it to `LATEST` or to 1.4.0 or later.",
	Notes:    "An absent version is `LATEST`. The versions for Windows, which has no FIPS mode, are older by their numbers.",
	Profile:  profile,
	Docs:     []rules.Link{docs},
	Check: rules.Checks(
		onFargate(func(p *rules.Pass, s *model.Service) {
			p.When(withoutFips(s.PlatformVersion), s.PlatformVersion, "service %s has Fargate platform version %s, which has no FIPS mode", s, s.PlatformVersion)
		}),
		rules.On(func(p *rules.Pass, s *model.TaskSet) {
			if p.Scope(p.Model.TaskSetRunsOn(s, model.Fargate), s.LaunchType) {
				p.When(withoutFips(s.PlatformVersion), s.PlatformVersion, "task set %s has Fargate platform version %s, which has no FIPS mode", s, s.PlatformVersion)
			}
		}),
	),
}

// withoutFips asks whether a platform version is a number that is lower than 1.4.0.
func withoutFips(v value.StringSetting) value.Truth {
	return v.Satisfies(func(s string) bool {
		var major, minor int
		_, err := fmt.Sscanf(s, "%d.%d", &major, &minor)
		return err == nil && (major < 1 || major == 1 && minor < 4)
	})
}
