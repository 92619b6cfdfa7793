// Package cloudformation reads CloudFormation templates, in YAML and in JSON,
// into the model.
//
// What an intrinsic function gives is computed as far as it can be told before
// a deployment. A parameter has its default, unless the user gives another
// value; the way of a value says so. What depends on the account, on another
// stack or on a service that is asked during the deployment is unknown, with a
// reason. Where a condition cannot be decided both branches are kept. See
// "Intrinsic function reference" and "Dynamic references" in the CloudFormation
// user guide, read in November 2026.
package cloudformation

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/parsers/yamldoc"
)

// Options are what a user says about a deployment.
type Options struct {
	// Parameters are the values of parameters by name, as text. They go before
	// defaults. Pseudo parameters can be given too: "AWS::Region".
	Parameters map[string]string
}

// Mentions reports whether a file can be a template with ECS resources: one that
// does not name a type of ECS resource cannot. It reads no structure and is
// fast, so that it can be asked of every file.
func Mentions(text []byte) bool { return bytes.Contains(text, []byte("AWS::ECS::")) }

// Recognise reports whether a document is a CloudFormation template: it has a
// map of resources, one of which at least has a type that CloudFormation knows.
// The version of the format is optional, and many templates leave it out.
func Recognise(doc *value.Value) bool {
	for f := range doc.Get("Resources").Fields() {
		typ, _ := f.Value.Get("Type").Str()
		if strings.HasPrefix(typ, "AWS::") || strings.HasPrefix(f.Key, loopPrefix) {
			return true
		}
	}
	return false
}

// Load reads the template in f. The model is nil if f holds no template; then
// there are problems only if f was certainly meant to be one. Files that the
// template includes are read through set.
func Load(set *source.Set, f *source.File, opts Options) (*model.Model, []source.Problem) {
	if !Mentions(f.Bytes) {
		return nil, nil
	}
	docs, problems := parse(f)
	for _, doc := range docs {
		if Recognise(doc) {
			m := &model.Model{Name: f.Name}
			t := newTemplate(set, f, doc, opts)
			t.addTo(m)
			return m, append(problems, t.problems...)
		}
	}
	broken := func(p source.Problem) bool { return p.Level == source.Error }
	if (len(docs) == 0 || slices.ContainsFunc(problems, broken)) && meant(f.Bytes) {
		return nil, problems
	}
	return nil, nil
}

// meant reports whether a text that cannot be read was certainly to be a
// template: it declares an ECS resource, and is no AppSpec of CodeDeploy.
func meant(text []byte) bool {
	return typed.Match(text) && !bytes.Contains(text, []byte("TargetService"))
}

var typed = regexp.MustCompile(`(?m)(?:^|[\s{,"'])Type["']?\s*:\s*["']?AWS::ECS::\w`)

// parse reads the documents of a file; none if it cannot be read. Which of the
// two languages it is shows in the text, not in the file's name.
func parse(f *source.File) ([]*value.Value, []source.Problem) {
	text := bytes.TrimLeft(f.Bytes, "\xef\xbb\xbf \t\r\n")
	if !bytes.HasPrefix(text, []byte("{")) {
		return yamldoc.Parse(f)
	}
	doc, problems := jsondoc.Parse(f)
	if doc != nil {
		return []*value.Value{doc}, problems
	}
	// A YAML document may be written in braces too.
	if docs, others := yamldoc.Parse(f); slices.ContainsFunc(docs, Recognise) {
		return docs, others
	}
	return nil, problems
}

// addTo puts the resources of the template into m.
func (t *template) addTo(m *model.Model) {
	for f := range t.resources.Fields() {
		typ, _ := f.Value.Get("Type").Str()
		if !strings.HasPrefix(typ, "AWS::") || !model.Known(typ) {
			continue
		}
		in := model.Input{Type: typ, Address: f.Key, Header: f.Range}
		properties := f.Value.Get("Properties")
		condition := f.Value.Get("Condition")
		if name, ok := condition.Str(); ok {
			c := t.condition(name)
			switch exists, decided := c.Bool(); {
			case !decided:
				in.Condition = "condition " + name
				properties = t.under(name, true, properties)
			case exists:
				properties = t.resolve(properties)
			default:
				continue
			}
			properties = properties.Along(c).With(value.Step{Range: condition.Range(), Kind: value.Condition, Name: name})
		} else {
			properties = t.resolve(properties)
		}
		in.Value = object(f, properties)
		m.Add(in)
	}
}

// object gives the properties of a resource as a Map, whatever they are.
func object(resource value.Field, properties *value.Value) *value.Value {
	v := properties
	switch {
	case v.Is(value.Absent, value.Null):
		v = value.NewMap(resource.Range, nil, false).Along(properties)
	case v.Kind() != value.Map:
		v = value.NewMap(v.Range(), nil, true).Along(properties)
	}
	if resource.Value.Get(transform).Kind() != value.Absent { // a macro sees all of the resource
		v = v.Opened()
	}
	return v
}
