package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var untaggedTaskDefinition = &rules.Rule{
	ID:       "ECS.15",
	Slug:     "untagged-task-definition",
	Severity: rules.Low,
	Title:    "Task definition has no tags or lacks required ones",
	Why:      whyTags,
	Fix:      fixTags,
	Notes:    notesTags,
	Docs:     []rules.Link{control("ECS.15")},
	Params:   tagParams,
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		judgeTags(p, &t.Tags, "task definition", t)
	}),
}
