package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var untaggedService = &rules.Rule{
	ID:       "ECS.13",
	Slug:     "untagged-service",
	Severity: rules.Low,
	Title:    "Service has no tags or lacks required ones",
	Why:      whyTags,
	Fix:      fixTags,
	Notes:    notesTags,
	Docs:     []rules.Link{control("ECS.13")},
	Params:   tagParams,
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		judgeTags(p, &s.Tags, "service", s)
	}),
}
