package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var incompleteSplunk = &rules.Rule{
	ID:       "DEPLOY.85",
	Slug:     "incomplete-splunk",
	Severity: rules.High,
	Title:    "Log driver splunk lacks its token or address",
	Why:      "Docker does not start a container whose logs it cannot send.",
	Fix:      "Set the option `splunk-url`, and `splunk-token` as one of the `secretOptions`.",
	Notes:    "AWS documents both as required; the message of the live API was not seen. Either may be a secret option.",
	Docs:     []rules.Link{apiPage("LogConfiguration")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Containers.Any(usesDriver("splunk")), &t.Containers) {
			return
		}
		for c := range rules.Each(p, &t.Containers) {
			used, log := usesDriver("splunk")(c), &c.LogConfiguration
			for _, name := range []string{"splunk-token", "splunk-url"} {
				secret := log.SecretOptions.Any(func(s *model.Secret) value.Truth { return s.Name.Is(name) })
				option := log.Options.Get(name)
				p.When(used.And(option.Omitted()).And(secret.Not()), option, "container %s logs to Splunk without %s", c, name)
			}
		}
	}),
}
