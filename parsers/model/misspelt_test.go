package model

import (
	"testing"

	"github.com/ecslint/ecslint/parsers/value"
)

func TestSlips(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, known string
		want        int
	}{
		{"Privileged", "privileged", 0},
		{"port_mappings", "portMappings", 0},
		{"log-configuration", "logConfiguration", 0},
		{"logConfig", "logConfiguration", 1},
		{"AuthorizationConfiguration", "AuthorizationConfig", 1},
		{"Privilaged", "Privileged", 1},
		{"Protcol", "protocol", 1},
		{"iamge", "image", 1}, // exchanged
		{"readonlyRootFileSystems", "readonlyRootFilesystem", 1},
		{"evironmnt", "environment", 2},
		{"Prvilegd", "Privileged", 2},
		{"user", "users", 1},
		{"comment", "command", farAway}, // words of their own
		{"gpu", "cpu", farAway},
		{"ipcMode", "pidMode", farAway},
		{"max", "min", farAway},
		{"<image>", "image", farAway},
		{"image ", "image", farAway},
		{"ïmage", "image", farAway},
		{"$", "a", farAway},
		{"", "user", farAway},
		{"_", "user", farAway},
		{"memoryLimitMib", "memory", farAway},
	} {
		if got := slips(c.name, c.known); got != c.want {
			t.Errorf("%q for %q: %d slips, want %d", c.name, c.known, got, c.want)
		}
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"a", "", 1},
		{"", "ab", 2},
		{"abc", "abc", 0},
		{"abc", "acb", 1},
		{"abcd", "badc", 2},
		{"kitten", "sitting", 3},
		{"ca", "abc", 3}, // no letter is exchanged twice
	} {
		if got := distance(c.a, c.b, 5); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := distance(c.b, c.a, 5); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.b, c.a, got, c.want)
		}
	}
	if got := distance("short", "very much longer", 2); got <= 2 {
		t.Errorf("of very different lengths: %d", got)
	}
}

// TestNamesOf judges objects that may have a member "setting", and "object" with
// a member "inner".
func TestNamesOf(t *testing.T) {
	t.Parallel()
	with := func(members map[string]*Schema) *Schema {
		return &Schema{Members: func() map[string]*Schema { return members }}
	}
	schema := with(map[string]*Schema{"setting": nil, "labels": nil, "object": with(map[string]*Schema{"inner": nil})})
	anyCase := *schema
	anyCase.AnyCase = true
	partial := *schema
	partial.Partial = true
	open := func(x object) *value.Value { return of(x).Opened() }
	for _, c := range []struct {
		name   string
		schema *Schema
		object any
		want   value.Truth // there is a wrong name
		unread int
		path   string
	}{
		{"none", schema, object{"setting": 1, "other": 2}, value.No, 0, ""},
		{"wrong", schema, object{"seting": 1}, value.Yes, 0, "seting"},
		{"wrong and null", schema, object{"seting": nil}, value.Yes, 0, "seting"},
		{"wrong and unknown", schema, object{"seting": unknown()}, value.Yes, 0, "seting"},
		{"beside the right one", schema, object{"seting": 1, "setting": 1}, value.No, 0, ""},
		{"beside null for the right one", schema, object{"seting": 1, "setting": nil}, value.Yes, 0, "seting"},
		{"beside what may be null", schema, object{"seting": 1, "setting": unknown()}, value.Maybe, 0, "seting"},
		{"of an open object", schema, open(object{"seting": 1}), value.Maybe, 1, "seting"},
		{"case", schema, object{"Setting": 1}, value.Yes, 0, "setting"},
		{"case that does not matter", &anyCase, object{"SETTING": 1, "OBJECT": object{"INNER": 1}}, value.No, 0, ""},
		{"wrong in any case", &anyCase, object{"SETING": 1}, value.Yes, 0, "sETING"},
		{"beside the right one in another case", &anyCase, object{"seting": 1, "SETTING": 1}, value.No, 0, ""},
		{"hyphens in any case", &anyCase, object{"set_ting": 1}, value.Yes, 0, "setTing"},
		{"inside", schema, object{"object": object{"iner": 1}}, value.Yes, 0, "object.iner"},
		{"inside an element", schema, object{"object": list{object{"name": "a", "iner": 1}}}, value.Yes, 0, "object[a].iner"},
		{"inside what may be absent", schema, object{"object": either(object{"iner": 1}, absent())}, value.Maybe, 0, "object.iner"},
		{"inside both alternatives", schema, object{"object": either(object{"iner": 1}, object{"innner": 1})}, value.Yes, 0, "object.iner"},
		{"inside one of two", schema, object{"object": either(object{"iner": 1}, object{"inner": 1})}, value.Maybe, 0, "object.iner"},
		{"inside what users name", schema, object{"labels": object{"seting": 1, "Setting": 1}}, value.No, 0, ""},
		{"unknown object", schema, object{"object": unknown()}, value.No, 1, ""},
		{"no object", schema, object{"object": "text"}, value.No, 0, ""},
		{"names that others judge", &partial, object{"seting": 1, "object": object{"iner": 1}}, value.Yes, 0, "object.iner"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m := &Model{Schema: func(string) *Schema { return c.schema }}
			m.Add(Input{Type: TaskDefinitionFile, Address: "x", Value: of(c.object), Header: here.FirstLine()})
			names, judged := m.NamesOf(only[*TaskDefinition](t, m).Base())
			if !judged {
				t.Fatal("there is a schema, but it is not judged")
			}
			got, path := value.No, ""
			for _, x := range names.Misspelt {
				got = got.Or(x.Exists())
				if path == "" {
					path = x.Path()
				}
				if x.Exists() == value.Maybe && x.Reason() == "" {
					t.Errorf("%s: no reason", x.Written)
				}
			}
			check(t, "a wrong name", got, c.want)
			if path != c.path {
				t.Errorf("the path is %q, want %q", path, c.path)
			}
			if len(names.Unread) != c.unread {
				t.Errorf("%d objects are not known wholly, want %d", len(names.Unread), c.unread)
			}
		})
	}
}

func TestNamesWithoutSchema(t *testing.T) {
	t.Parallel()
	m := &Model{}
	add(m, TaskDefinitionFile, "x", object{"famly": "a"})
	r := only[*TaskDefinition](t, m).Base()
	if _, judged := m.NamesOf(r); judged {
		t.Error("names are judged without schemas")
	}
	m.Schema = func(string) *Schema { return nil }
	if _, judged := m.NamesOf(r); judged {
		t.Error("names are judged of a type without schema")
	}
}
