package cloudformation

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// taggable are the types of ECS resources to which CloudFormation gives the tags
// of their stack. Source: "Resource tag" in the CloudFormation user guide, and the
// resource reference, November 2026.
var taggable = map[string]bool{
	"AWS::ECS::CapacityProvider": true, "AWS::ECS::Cluster": true, "AWS::ECS::Service": true,
	"AWS::ECS::TaskDefinition": true, "AWS::ECS::TaskSet": true,
}

// tag is an entry of a list of tags of which only the key is known.
func tag(at source.Range, key string) *value.Value {
	return value.NewMap(at, []value.Field{
		{Key: "Key", Value: value.NewString(at, key)},
		{Key: "Value", Value: value.NewUnknown(at, "the value of a stack's tag is given at deployment")},
	}, false)
}

// tagsOf gives the entries of a list of tags, without AWS's own.
func tagsOf(tags *value.Value) []*value.Value {
	var out []*value.Value
	for e := range elements(tags) {
		if key, ok := e.Get("Key").Str(); !ok || !strings.HasPrefix(key, "aws:") {
			out = append(out, e)
		}
	}
	return out
}

// tagged gives the properties of a resource with the tags that it has from its
// stack. Where the resource itself has a tag of that key, its own holds.
func (t *template) tagged(typ string, header source.Range, properties *value.Value) *value.Value {
	if len(t.stackTags) == 0 || !taggable[typ] {
		return properties
	}
	own := properties.Field("Tags")
	if own.Range.IsZero() {
		own.Range = header
	}
	own.Value = t.withTags(own.Value, header)
	var fields []value.Field
	for f := range properties.Fields() {
		if f.Key != own.Key {
			fields = append(fields, f)
		}
	}
	return value.NewMap(properties.Range(), append(fields, own), properties.Open()).Along(properties)
}

// withTags adds the stack's tags to a list of tags, whatever is known of it.
func (t *template) withTags(own *value.Value, header source.Range) *value.Value {
	switch own.Kind() {
	case value.Either:
		alts := own.Alternatives()
		for i, a := range alts {
			alts[i] = t.withTags(a, header)
		}
		return value.NewEither(own.Range(), own.Reason(), alts...)
	case value.List, value.Unknown, value.Absent, value.Null:
	case value.Bool, value.Number, value.String, value.Text, value.Map: // no tags
		return own
	}
	var tags []*value.Value
	has := map[string]bool{}
	for e := range elements(own) {
		tags = append(tags, e)
		key, _ := e.Get("Key").Str()
		has[key] = true
	}
	fixed := len(tags)
	for _, e := range t.stackTags {
		key, _ := e.Get("Key").Str()
		if has[key] {
			continue
		}
		if e.Range().IsZero() { // it is said outside of all files of the run
			e = tag(header, key)
		}
		tags = append(tags, e)
	}
	at := own.Range()
	if own.Is(value.Absent, value.Null) {
		at = header
	}
	if own.Open() || own.Kind() == value.Unknown {
		return value.NewScattered(at, tags, min(fixed, own.Fixed())).Along(own)
	}
	return value.NewList(at, tags, false).Along(own)
}

func members(v *value.Value) []value.Field {
	var out []value.Field
	for f := range v.Written() {
		out = append(out, f)
	}
	return out
}
