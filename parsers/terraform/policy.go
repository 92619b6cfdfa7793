package terraform

import (
	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// policyDocument gives the policy that an aws_iam_policy_document stands for, as
// the string that its json attribute is. Lists stay lists, also of one element:
// IAM reads both alike.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
func policyDocument(doc *value.Value, r source.Range) *value.Value {
	var statements []*value.Value
	open := false
	add := func(list *value.Value) {
		items, complete := list.Items()
		open = open || complete != value.Yes
		statements = append(statements, items...)
	}
	documents := func(name string) {
		items, complete := doc.Get(name).Items()
		open = open || complete != value.Yes
		for _, d := range items {
			add(jsondoc.Decode(d).Get("Statement"))
		}
	}
	for _, old := range []string{"source_json", "override_json"} { // before provider version 5
		if d := doc.Get(old); value.Written(d) != value.No {
			add(jsondoc.Decode(d).Get("Statement"))
		}
	}
	documents("source_policy_documents")
	own, complete := doc.Get("statement").Items()
	open = open || complete != value.Yes
	for _, s := range own {
		statements = append(statements, statement(s))
	}
	documents("override_policy_documents")
	statements, replaced := bySid(statements)
	list := value.NewList(r, statements, false)
	if open || replaced == value.Maybe {
		list = value.NewScattered(r, statements, 0)
	}
	version := doc.Get("version")
	if value.Written(version) == value.No {
		version = value.NewString(r, "2012-10-17")
	}
	return value.NewEncoded(r, value.NewMap(r, []value.Field{
		{Key: "Version", Value: version},
		{Key: "Statement", Value: list},
	}, false))
}

// bySid drops a statement that a later one with the same Sid takes the place of.
// The second result is Maybe where an unknown Sid leaves that open.
func bySid(in []*value.Value) ([]*value.Value, value.Truth) {
	sure := value.Yes
	var out []*value.Value
	for i, s := range in {
		sid := s.Present().Get("Sid")
		covered := value.No
		for _, later := range in[i+1:] {
			if other := later.Present().Get("Sid"); !sid.Is(value.Absent, value.Null) && !other.Is(value.Absent, value.Null) {
				covered = covered.Or(sid.Equal(other))
			}
		}
		switch covered {
		case value.Yes:
			continue
		case value.Maybe:
			sure = value.Maybe
		case value.No:
		}
		out = append(out, s)
	}
	return out, sure
}

// statement gives one statement block as a policy writes it.
func statement(s *value.Value) *value.Value {
	return each(s, func(s *value.Value) *value.Value {
		if s.Kind() != value.Map {
			return s
		}
		effect := s.Field("effect")
		if value.Written(effect.Value) == value.No {
			effect.Value = value.NewString(s.Range(), "Allow").Along(s)
		}
		fields := []value.Field{{Key: "Effect", Range: effect.Range, Value: effect.Value}}
		for _, name := range [...][2]string{
			{"sid", "Sid"},
			{"actions", "Action"},
			{"not_actions", "NotAction"},
			{"resources", "Resource"},
			{"not_resources", "NotResource"},
		} {
			if f := s.Field(name[0]); value.Written(f.Value) != value.No {
				fields = append(fields, value.Field{Key: name[1], Range: f.Range, Value: f.Value})
			}
		}
		for _, name := range [...][2]string{{"principals", "Principal"}, {"not_principals", "NotPrincipal"}} {
			if f := s.Field(name[0]); value.Written(f.Value) != value.No {
				fields = append(fields, value.Field{Key: name[1], Range: f.Range, Value: principals(f.Value)})
			}
		}
		if f := s.Field("condition"); value.Written(f.Value) != value.No {
			fields = append(fields, value.Field{Key: "Condition", Range: f.Range, Value: conditions(f.Value)})
		}
		return value.NewMap(s.Range(), fields, s.Open()).Along(s)
	})
}

// principals gives blocks of a type and identifiers as a map of lists; "*" of
// type "*" stands for everybody.
func principals(v *value.Value) *value.Value {
	items, complete := v.Items()
	var fields []value.Field
	open := complete != value.Yes
	for _, p := range items {
		typ, ok := p.Present().Get("type").Str()
		if !ok || p.Exists() != value.Yes {
			open = true
			continue
		}
		ids := p.Field("identifiers")
		if typ == "*" && len(items) == 1 {
			return value.NewString(ids.Value.Range(), "*").Along(ids.Value)
		}
		fields = append(fields, value.Field{Key: typ, Range: ids.Range, Value: ids.Value})
	}
	return value.NewMap(v.Range(), fields, open)
}

// conditions gives blocks of a test, a variable and values as a map of maps.
func conditions(v *value.Value) *value.Value {
	items, complete := v.Items()
	open := complete != value.Yes
	var order []string
	tests := map[string][]value.Field{}
	for _, c := range items {
		test, ok1 := c.Present().Get("test").Str()
		variable, ok2 := c.Present().Get("variable").Str()
		if !ok1 || !ok2 || c.Exists() != value.Yes {
			open = true
			continue
		}
		if tests[test] == nil {
			order = append(order, test)
		}
		values := c.Field("values")
		tests[test] = append(tests[test], value.Field{Key: variable, Range: values.Range, Value: values.Value})
	}
	var fields []value.Field
	for _, t := range order {
		fields = append(fields, value.Field{Key: t, Value: value.NewMap(v.Range(), tests[t], false)})
	}
	return value.NewMap(v.Range(), fields, open)
}
