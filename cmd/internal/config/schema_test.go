package config_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"github.com/ecslint/ecslint/cmd/internal/config"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

var update = flag.Bool("update", false, "write docs/config.schema.json anew")

const schemaFile = "../../../docs/config.schema.json"

type object = map[string]any

// schema is the JSON schema of a configuration.
func schema() object {
	var names []string
	named := object{}
	for _, r := range catalog.All() {
		names = append(names, r.ID, r.Slug)
		s := object{"description": r.Title, "anyOf": []any{object{"type": "boolean"}, ruleSchema(r)}}
		named[r.ID], named[r.Slug] = s, s
	}
	several := object{"anyOf": []any{object{"type": "boolean"}, ruleSchema(&rules.Rule{})}}
	named["all"] = several
	names = append(names, "all")
	for _, m := range catalog.Modules {
		named[m.Name] = several
		names = append(names, m.Name)
	}
	var profiles []any
	for _, p := range catalog.Profiles {
		profiles = append(profiles, object{"const": p.Name, "description": p.About})
	}
	texts := object{"anyOf": []any{object{"type": "string"}, object{"type": "array", "items": object{"type": "string"}}}}
	files := func(about string) object {
		return object{"type": "array", "description": about, "items": closed(object{"paths": texts, "files": texts}, "paths", "files")}
	}
	out := closed(object{
		"profile": object{
			"description": "the rules that are on; several add up",
			"anyOf":       []any{object{"oneOf": profiles}, object{"type": "array", "items": object{"oneOf": profiles}}},
		},
		"rules": object{"$ref": "#/$defs/rules"},
		"overrides": object{
			"description": "what holds for some files; the last that holds for a file goes first",
			"type":        "array", "items": closed(object{"paths": texts, "rules": object{"$ref": "#/$defs/rules"}}, "paths"),
		},
		"ignores": object{
			"description": "findings that are left out",
			"type":        "array", "items": ignoreSchema(names, texts),
		},
		"baseline":       object{"type": "string", "description": "the file of known findings"},
		"terraform":      closed(object{"variables": files("files with values of variables, by root module")}),
		"cloudformation": closed(object{"stackTags": texts, "parameters": files("files with values of parameters, by template")}),
	})
	out["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	out["title"] = "The configuration of ecslint, .ecslint.yaml"
	out["type"] = []any{"object", "null"}
	out["$defs"] = object{"rules": closed(named)}
	return out
}

func ruleSchema(r *rules.Rule) object {
	properties := object{
		"enabled":  object{"type": "boolean"},
		"severity": object{"enum": []any{"low", "medium", "high", "critical"}},
	}
	if len(r.Params) > 0 {
		params := object{}
		for _, p := range r.Params {
			text := object{"type": []any{"string", "number", "boolean"}}
			params[p.Name] = object{"description": p.About, "anyOf": []any{text, object{"type": "array", "items": text}}}
		}
		properties["parameters"] = closed(params)
	}
	return closed(properties)
}

func ignoreSchema(names []string, texts object) object {
	rule := object{"enum": names}
	out := closed(object{
		"rules": object{"anyOf": []any{rule, object{"type": "array", "items": rule, "minItems": 1}}},
		"paths": texts, "addresses": texts,
		"reason": object{"type": "string", "minLength": 1},
		"until":  object{"type": "string", "format": "date", "description": "the last day on which it holds"},
	}, "rules", "reason")
	out["anyOf"] = []any{object{"required": []any{"paths"}}, object{"required": []any{"addresses"}}}
	return out
}

// closed is an object of these properties and no others.
func closed(properties object, required ...any) object {
	out := object{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

func TestSchemaCurrent(t *testing.T) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(schema()); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(schemaFile, b.Bytes(), 0o644); err != nil { //nolint:gosec // it is documentation
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b.String(), string(got)); diff != "" {
		t.Errorf("run go test ./cmd/internal/config -update: -want +got\n%s", diff)
	}
}

// The schema and the program agree on what is a configuration.
func TestSchemaAgrees(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource("config.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("config.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	known := config.Catalog{Rules: catalog.All(), Groups: map[string][]*rules.Rule{"all": catalog.All()}}
	for _, m := range catalog.Modules {
		known.Groups[m.Name] = m.Rules
	}
	for _, p := range catalog.Profiles {
		known.Profiles = append(known.Profiles, p.Name)
	}
	for text, valid := range map[string]bool{
		config.Example: true,
		spoken():       true,
		"profile: [fips, pci-dss]\nrules: {securityhub: false, ECS.5: {enabled: true}}": true,
		"rules: {ECS.13: {parameters: {requiredTagKeys: owner}}}":                       true,
		"profile: cis": false,
		"rules: {ECS.5: {parameters: {requiredTagKeys: owner}}}": false,
		"rules: {ECS.6: true}":                                              false,
		"rules: {ECS.5: {severity: severe}}":                                false,
		"ignores: [{rules: ECS.5, reason: x}]":                              false,
		"ignores: [{rules: ECS.5, paths: x}]":                               false,
		"ignores: [{rules: ECS.5, paths: x, reason: y, until: 2027-02-30}]": false,
		"overrides: [{rules: {}}]":                                          false,
		"terraform: {variables: [{paths: x}]}":                              false,
		"cloudformation: {tags: x}":                                         false,
		"[]":                                                                false,
	} {
		_, problems := config.Parse(source.NewFile("x.yaml", []byte(text)), known)
		if got := len(problems) == 0; got != valid {
			t.Errorf("%s\nread: %v, want valid: %t", text, problems, valid)
		}
		if err := s.Validate(plainly(t, text)); (err == nil) != valid {
			t.Errorf("%s\nschema: %v, want valid: %t", text, err, valid)
		}
	}
}

// spoken is the example with everything said that is in its comments.
func spoken() string {
	_, text, _ := strings.Cut(config.Example, "\n#\n") // the first line is for editors
	return regexp.MustCompile(`(?m)^# ( *(?:- )?[\w.-]+:(?: .*)?)$`).ReplaceAllString(text, "$1")
}

func TestExampleSaysEverything(t *testing.T) {
	var doc map[string]any
	if err := yaml.Unmarshal([]byte(spoken()), &doc); err != nil {
		t.Fatalf("%v\n%s", err, spoken())
	}
	for key := range schema()["properties"].(object) {
		if doc[key] == nil {
			t.Errorf("the example says nothing of %s:\n%s", key, spoken())
		}
	}
	if strings.Contains(config.Example, "\t") {
		t.Error("tabs")
	}
}

// plainly reads YAML as the JSON that editors validate: dates are texts.
func plainly(t *testing.T, text string) any {
	t.Helper()
	text = regexp.MustCompile(`(\d{4}-\d\d-\d\d)`).ReplaceAllString(text, `"$1"`)
	var doc any
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return out
}
