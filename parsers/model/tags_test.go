package model

import (
	"testing"

	"github.com/ecslint/ecslint/parsers/value"
)

func TestTags(t *testing.T) {
	team := object{"team": "web"}
	aws := object{"aws:cloudformation:stack-name": "s"}
	open := of(object{}).Opened()
	for _, test := range []struct {
		name     string
		tags     any
		any, has value.Truth // any tag, the tag "team"
	}{
		{"absent", absent(), value.No, value.No},
		{"null", nil, value.No, value.No},
		{"empty", object{}, value.No, value.No},
		{"map", team, value.Yes, value.Yes},
		{"list", list{object{"Key": "team", "Value": ""}}, value.Yes, value.Yes},
		{"in another case", object{"Team": "web"}, value.Yes, value.No},
		{"AWS's own", aws, value.No, value.No},
		{"unknown", unknown(), value.Maybe, value.Maybe},
		{"unknown value", object{"team": unknown()}, value.Yes, value.Yes},
		{"null value", object{"team": nil}, value.No, value.No},
		{"open", open, value.Maybe, value.Maybe},
		{"open with one", of(team).Opened(), value.Yes, value.Yes},
		{"one that may be absent", object{"team": either("web", absent())}, value.Maybe, value.Maybe},
		{"this or that", either(team, object{"name": "x"}), value.Yes, value.Maybe},
		{"both ways", either(team, object{"team": "api"}), value.Yes, value.Yes},
		{"some or none", either(team, absent()), value.Maybe, value.Maybe},
		{"no tags both ways", either(object{}, absent()), value.No, value.No},
		{"unknown key", list{object{"Key": unknown()}}, value.Maybe, value.Maybe},
		{"partly known key", list{object{"Key": text("app-", "")}}, value.Yes, value.No},
		{"partly known key of AWS", list{object{"Key": text("aws:", "")}}, value.No, value.No},
		{"key that may be AWS's", list{object{"Key": text("a", "")}}, value.Maybe, value.No},
		{"entry that may be absent", list{either(object{"Key": "team"}, absent())}, value.Maybe, value.Maybe},
	} {
		tags := &decoded[*TaskDefinition](t, cfnTask, object{"Tags": test.tags}).Tags
		check(t, test.name+": any", tags.Any(), test.any)
		check(t, test.name+": has", tags.Has("team"), test.has)
	}
}
