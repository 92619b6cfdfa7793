package cloudformation

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// readParameters takes the values of parameters, and the tags of stacks, from a
// file in one of the forms that tools for deployments read:
//
//   - the AWS CLI's list of {"ParameterKey": …, "ParameterValue": …}, or of
//     "KEY=VALUE"
//   - CodePipeline's template configuration {"Parameters": {…}, "Tags": {…}},
//     which is also the input of create-stack as a whole, with lists
//   - a plain map
//   - the configuration of the SAM CLI, samconfig.toml or in YAML, with
//     parameter_overrides and tags
//
// Each may be JSON or YAML.
func (l *Loader) readParameters(f *source.File) []source.Problem {
	if strings.HasSuffix(f.Name, ".toml") {
		return l.readSAM(f, tomlSettings(f))
	}
	docs, problems := parse(f)
	if len(docs) == 0 {
		if len(problems) == 0 {
			problems = []source.Problem{{Name: f.Name, Message: "there are no parameters in it"}}
		}
		return problems
	}
	doc := docs[0]
	if isSAM(doc) {
		return append(problems, l.readSAM(f, yamlSettings(doc))...)
	}
	parameters := doc
	if p := doc.Get("Parameters"); p.Is(value.Map, value.List) {
		parameters = p
		l.addTags(doc.Get("Tags"))
	}
	if !parameters.Is(value.Map, value.List) {
		return append(problems, source.Problem{Range: parameters.Range().FirstLine(), Message: "this is no list and no map of parameters"})
	}
	return append(problems, l.addParameters(parameters)...)
}

// addParameters takes values from a map or from a list of entries.
func (l *Loader) addParameters(parameters *value.Value) []source.Problem {
	for f := range parameters.Fields() {
		l.give(f.Key, f.Range, f.Value)
	}
	var problems []source.Problem
	for e := range elements(parameters) {
		if key := e.Get("ParameterKey"); key.Kind() == value.String {
			v := e.Field("ParameterValue")
			if previous, ok := value.As[bool](e.Get("UsePreviousValue")); ok && previous {
				v.Value = value.NewUnknown(e.Range(), "the parameter keeps the value that the stack has")
			}
			if v.Value.Kind() != value.Absent {
				l.give(key.Content(), key.Range(), v.Value)
			}
			continue
		}
		if !l.addOverrides(e) {
			problems = append(problems, source.Problem{Range: e.Range().FirstLine(), Message: "this is no parameter: use ParameterKey and ParameterValue, or KEY=VALUE"})
		}
	}
	return problems
}

// give notes the value of a parameter. Later ones win.
func (l *Loader) give(name string, key source.Range, v *value.Value) {
	if !v.Is(value.Null, value.Absent) {
		l.given[name] = v.With(value.Step{Range: key, Kind: value.ParameterFile, Name: name})
	}
}

// addTags takes the tags of stacks from a map or from a list of entries.
func (l *Loader) addTags(tags *value.Value) {
	for f := range tags.Fields() {
		entry := []value.Field{{Key: "Key", Range: f.Range, Value: value.NewString(f.Range, f.Key)}, {Key: "Value", Value: f.Value}}
		l.stackTags = append(l.stackTags, value.NewMap(f.Range, entry, false))
	}
	for _, e := range tagsOf(tags) {
		if e.Kind() == value.Map {
			l.stackTags = append(l.stackTags, e)
		}
	}
}

// addOverrides takes values from text as the command lines of the AWS CLI and the
// SAM CLI have it: "A=b C='d e'", or "ParameterKey=A,ParameterValue=b".
func (l *Loader) addOverrides(text *value.Value) bool {
	found := false
	for _, p := range pairs(text.Content()) {
		at := text.Place(p.off, p.end)
		l.give(p.name, at, value.NewString(at, p.text))
		found = true
	}
	return found
}

// pair is a parameter in a text, at bytes [off, end).
type pair struct {
	name, text string
	off, end   int
}

// pairs takes apart what a shell would pass as arguments. A value may have blanks
// in quotes or behind backslashes.
func pairs(s string) []pair {
	var out []pair
	for off := 0; off < len(s); {
		if strings.IndexByte(" \t\r\n", s[off]) >= 0 {
			off++
			continue
		}
		word, n := unquote(s[off:])
		end := off + n
		key, text, ok := strings.Cut(word, "=")
		if key == "ParameterKey" {
			key, text, ok = strings.Cut(text, ",ParameterValue=")
		}
		if ok && key != "" {
			out = append(out, pair{key, text, off, end})
		}
		off = end
	}
	return out
}

// unquote gives the first word of a text without its quotes, and how long it is
// with them.
func unquote(s string) (word string, n int) {
	var b strings.Builder
	quote := byte(0)
	for ; n < len(s); n++ {
		c := s[n]
		switch {
		case c == '\\' && quote != '\'' && n+1 < len(s):
			n++
			b.WriteByte(s[n])
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case quote == 0 && strings.IndexByte(" \t\r\n", c) >= 0:
			return b.String(), n
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), n
}

// setting is a value of the SAM CLI's configuration.
type setting struct {
	environment, command, key string
	value                     *value.Value
}

// samKeys are the settings of "sam deploy" that say something about a stack.
var samKeys = []string{"parameter_overrides", "tags"}

// isSAM reports whether a document is a configuration of the SAM CLI.
func isSAM(doc *value.Value) bool {
	return doc.Get("version").Kind() != value.Absent && len(yamlSettings(doc)) > 0
}

// yamlSettings gives the settings of a configuration in YAML.
func yamlSettings(doc *value.Value) []setting {
	var out []setting
	for environment := range doc.Fields() {
		for command := range environment.Value.Fields() {
			for f := range command.Value.Get("parameters").Fields() {
				if slices.Contains(samKeys, f.Key) {
					out = append(out, setting{environment.Key, command.Key, f.Key, f.Value})
				}
			}
		}
	}
	return out
}

// readSAM takes the settings of the environment "default", or of the only one.
// Those for "deploy" go before those for all commands.
func (l *Loader) readSAM(f *source.File, settings []setting) []source.Problem {
	var environments []string
	for _, s := range settings {
		if s.key == "parameter_overrides" && !slices.Contains(environments, s.environment) {
			environments = append(environments, s.environment)
		}
	}
	chosen := "default"
	switch {
	case len(environments) == 0:
		return []source.Problem{{Name: f.Name, Message: "it has no parameter_overrides"}}
	case len(environments) == 1:
		chosen = environments[0]
	case !slices.Contains(environments, chosen):
		return []source.Problem{{Name: f.Name, Message: "it has no environment \"default\", and several others: " + strings.Join(environments, ", ")}}
	}
	var problems []source.Problem
	for _, command := range []string{"global", "deploy"} {
		for _, s := range settings {
			switch {
			case s.environment != chosen || s.command != command:
			case s.key == "tags":
				l.addSAMTags(s.value)
			case s.value.Is(value.Map, value.List):
				problems = append(problems, l.addParameters(s.value)...)
			case !l.addOverrides(s.value) && s.value.Content() != "":
				problems = append(problems, source.Problem{Range: s.value.Range().FirstLine(), Message: "there are no parameters in it: use KEY=VALUE"})
			}
		}
	}
	return problems
}

// addSAMTags takes tags in the forms that "sam deploy" has them.
func (l *Loader) addSAMTags(tags *value.Value) {
	l.addTags(value.NewMap(tags.Range(), members(tags), false))
	texts := []*value.Value{tags}
	if tags.Kind() == value.List {
		texts = slices.Collect(elements(tags))
	}
	for _, text := range texts {
		for _, p := range pairs(text.Content()) {
			l.stackTags = append(l.stackTags, tag(text.Place(p.off, p.end), p.name))
		}
	}
}
