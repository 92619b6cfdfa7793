package fips

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var fipsWithoutTrail = &rules.Rule{
	ID:       "FIPS.6",
	Slug:     "fips-without-trail",
	Severity: rules.Low,
	Title:    "CloudTrail does not record changes of the FIPS mode",
	Why: "Who turned the FIPS mode of Fargate on or off, and when, stands in CloudTrail alone: as the call " +
		"`PutAccountSettingDefault` for `fargateFIPSMode`.",
	Fix: "Turn the logging of the trail on, or keep a trail for the whole organisation.",
	Notes: "AWS does not demand it; the rule informs. Trails are usually in other code: of services on Fargate in " +
		"code without one that cannot be told.",
	Profile: profile,
	Docs: []rules.Link{docs, {
		Title: "Logging Amazon ECS API calls using AWS CloudTrail",
		URL:   "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/logging-using-cloudtrail.html",
	}},
	Check: rules.Checks(
		rules.On(func(p *rules.Pass, t *model.Trail) {
			p.When(t.IsLogging.Is(true).Not(), t.IsLogging, "trail %s does not log", t).Fix(rules.Set(t.IsLogging, true))
		}),
		onFargate(func(p *rules.Pass, s *model.Service) {
			for range model.All[*model.Trail](p.Model) {
				return // which is judged itself
			}
			p.When(value.Maybe, unsaid{s, "no trail is in the code"}, "no trail may record what changes the FIPS mode of service %s", s)
		}),
	),
}
