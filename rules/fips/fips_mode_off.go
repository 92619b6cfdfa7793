package fips

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var fipsModeOff = &rules.Rule{
	ID:       "FIPS.4",
	Slug:     "fips-mode-off",
	Severity: rules.Medium,
	Title:    "Account setting fargateFIPSMode is not enabled",
	Why:      "Tasks on Fargate run in FIPS mode only if the account setting `fargateFIPSMode` is enabled in their Region. It is disabled by default.",
	Fix:      "Set the value of `fargateFIPSMode` to `enabled`.",
	Notes: "The setting is that of a whole account and Region, and often made elsewhere: of services whose code does " +
		"not have it that cannot be told. CloudFormation has no type for it.",
	Profile: profile,
	Docs: []rules.Link{docs, {
		Title: "Access Amazon ECS features with account settings",
		URL:   "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html",
	}},
	Check: rules.Checks(
		rules.On(func(p *rules.Pass, s *model.AccountSetting) {
			if !p.Scope(s.Name.Is(mode), s.Name) {
				return
			}
			p.When(s.Value.Is("enabled").Not(), s.Value, "the account setting %s is %s", mode, s.Value).Fix(rules.Set(s.Value, "enabled"))
		}),
		onFargate(func(p *rules.Pass, s *model.Service) {
			elsewhere := unsaid{s, "the setting is not in the code"}
			p.When(made(p.Model).Not().And(value.Maybe), elsewhere, "the account setting %s that service %s needs is not enabled", mode, s)
		}),
	),
}

// mode is the name of the account setting.
const mode = "fargateFIPSMode"

// made asks whether the code makes the account setting, whatever it sets it to.
func made(m *model.Model) value.Truth {
	out := value.No
	for s := range model.All[*model.AccountSetting](m) {
		out = out.Or(s.Name.Is(mode))
	}
	return out
}
