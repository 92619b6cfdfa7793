// Package fips holds rules about the FIPS-140 mode of AWS Fargate, in which tasks
// encrypt with validated modules only. All of them belong to the profile "fips".
//
// The facts are those of the Amazon ECS Developer Guide's page "AWS Fargate Federal
// Information Processing Standard (FIPS-140)", as of November 2026. A task complies
// when all conditions hold: there is one rule for each, which says what is missing
// and passes over what cannot be told. For managed instances see MI.10.
//
// CloudFormation has no type for the settings of an account, and a template does not
// say in which Region it is deployed: of those two nothing can be told there.
package fips

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// Rules lists the module's rules, in the order of the documentation.
var Rules = []*rules.Rule{
	fipsOperatingSystem,
	fipsArchitecture,
	fipsPlatformVersion,
	fipsModeOff,
	fipsRegion,
	fipsWithoutTrail,
}

// profile is the profile that turns all rules of the module on.
const profile = "fips"

// docs is the page that the rules come from.
var docs = rules.Link{
	Title: "AWS Fargate Federal Information Processing Standard (FIPS-140)",
	URL:   "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-fips-compliance.html",
}

// explicit is the parameter of rules about a setting whose default complies.
var explicit = rules.Param{
	Name:    "requireExplicit",
	About:   "whether to report a setting that is left to its default",
	Default: []string{"false"},
}

// reportsDefault asks whether a rule is to report that a setting is not written.
func reportsDefault(p *rules.Pass, s value.StringSetting) value.Truth {
	return value.True(p.Bool(explicit.Name)).And(s.Set().Not())
}

// onFargate gives a check that calls f for each service on Fargate.
func onFargate(f func(p *rules.Pass, s *model.Service)) rules.Check {
	return rules.On(func(p *rules.Pass, s *model.Service) {
		if p.Scope(p.Model.ServiceRunsOn(s, model.Fargate), s.LaunchType) {
			f(p, s)
		}
	})
}

// unsaid is the place of what the code of a service does not say.
type unsaid struct {
	*model.Service
	why string
}

// Reason says what is missing.
func (u unsaid) Reason() string { return u.why }
