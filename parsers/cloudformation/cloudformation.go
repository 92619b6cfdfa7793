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
	"context"
	"regexp"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Mentions reports whether a file can be a template or a cloud assembly that has
// to do with ECS: one that names neither a type of ECS resource nor a stack cannot.
// It reads no structure and is fast, so that it can be asked of every file.
func Mentions(text []byte) bool {
	return namesTypes(text) && (namesResources(text) || nestsStacks(text)) || isOfAssembly(text)
}

// namesTypes reports whether a text names a type of anything: most files do not, which
// one look tells.
func namesTypes(text []byte) bool { return bytes.Contains(text, []byte("AWS::")) }

// namesResources reports whether a text names a type of ECS resource.
func namesResources(text []byte) bool { return bytes.Contains(text, []byte("AWS::ECS::")) }

// makesStacks reports whether a text names what makes stacks of other files.
func makesStacks(text []byte) bool {
	return namesTypes(text) && nestsStacks(text) || isOfAssembly(text)
}

// nestsStacks reports whether a text names what makes a nested stack.
func nestsStacks(text []byte) bool {
	return bytes.Contains(text, []byte(nestedStack)) || bytes.Contains(text, []byte(nestedApplication))
}

// isOfAssembly reports whether a text names what is in a cloud assembly. Both names have
// one part.
func isOfAssembly(text []byte) bool {
	const part = ":cloud"
	return bytes.Contains(text, []byte(part)) && (bytes.Contains(text, []byte(assemblyStack)) || bytes.Contains(text, []byte(nestedAssembly)))
}

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

// Load reads one template; see [Loader.Load].
func Load(ctx context.Context, set *source.Set, f *source.File, opts Options) (*model.Model, []source.Problem) {
	l, others := NewLoader(set, opts)
	m, problems := l.Load(ctx, f, false)
	return m, append(others, problems...)
}

// meant reports whether a text that cannot be read was certainly to be a
// template: it declares an ECS resource, and is no AppSpec of CodeDeploy.
func meant(text []byte) bool {
	return typed().Match(text) && !bytes.Contains(text, []byte("TargetService"))
}

var typed = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)(?:^|[\s{,"'])Type["']?\s*:\s*["']?AWS::ECS::\w`)
})

// template evaluates a template that is deployed by itself.
func (r *run) template(f *source.File, doc *value.Value) {
	t := r.newTemplate(f, doc)
	t.begin()
	t.addResources()
}

// addResources puts the resources of the template, and of the stacks that are
// nested in it, into the model.
func (t *template) addResources() {
	if t.resources.Open() {
		t.model.AddMissing("", "not all resources of "+t.file.Name+" are known: "+t.resources.Reason())
	}
	for f := range t.resources.Fields() {
		if !t.spend(perResource) {
			t.giveUp(f.Range)
			t.model.AddMissing("", tooComplex)
			return
		}
		typ, _ := f.Value.Get("Type").Str()
		switch {
		case locations[typ] != "":
			if child := t.child(f.Key); child != nil {
				child.addResources()
			}
		case strings.HasPrefix(typ, "AWS::") && model.Known(typ):
			if properties, condition, exists := t.properties(f); exists {
				t.model.Add(model.Input{
					Type: typ, Address: t.address(f.Key), Header: f.Range, Condition: both(t.condition, condition),
					Value: t.tagged(typ, f.Range, object(f, decoded(typ, properties))), Calls: t.calls, Creation: t.madeBy(f).at,
					Metadata: t.metadataOf(f), Extent: f.Value.Range(), Region: t.ref("AWS::Region", source.Range{}),
				})
			}
		}
	}
}

// metadataOf gives the Metadata of a resource and of what is around it, as far as
// there is any.
func (t *template) metadataOf(resource value.Field) []*value.Value {
	if own := resource.Value.Get("Metadata"); own.Kind() == value.Map {
		return append([]*value.Value{own}, t.metadata...)
	}
	return t.metadata
}

// both joins two conditions, either of which may be empty.
func both(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " and " + b
}

// address gives the address of a resource of the template.
func (t *template) address(id string) string {
	if a, ok := t.addresses[id]; ok {
		return a
	}
	return t.prefix + id
}

// properties gives the properties of a resource and on what its existence
// depends, if that is undecided.
func (t *template) properties(resource value.Field) (properties *value.Value, condition string, exists bool) {
	properties = reduced(resource.Value)
	named := resource.Value.Get("Condition")
	name, ok := named.Str()
	if !ok {
		return t.resolve(properties), "", true
	}
	c := t.decision(name)
	switch exists, decided := c.Bool(); {
	case !decided:
		condition = "condition " + name
		properties = t.under(name, true, properties)
	case exists:
		properties = t.resolve(properties)
	default:
		return nil, "", false
	}
	step := value.Step{Range: named.Range(), Kind: value.Condition, Name: name}
	return properties.Along(c).With(step), condition, true
}

// reduced gives the properties of a resource as they are written; of a neighbour of
// ECS those that the model reads.
func reduced(resource *value.Value) *value.Value {
	properties := resource.Get("Properties")
	typ, _ := resource.Get("Type").Str()
	if _, call := function(properties); call || properties.Kind() != value.Map || !model.Known(typ) || model.OfECS(typ) {
		return properties
	}
	var fields []value.Field
	for f := range properties.Written() {
		if model.Reads(typ, f.Key) || strings.HasPrefix(f.Key, "Fn::") {
			fields = append(fields, f)
		}
	}
	return value.NewMap(properties.Range(), fields, properties.Open())
}

// decoded gives the properties of a resource of IAM with policies that are written
// as JSON in a string as what they encode.
func decoded(typ string, v *value.Value) *value.Value {
	if !strings.HasPrefix(typ, "AWS::IAM::") || v.Kind() != value.Map {
		return v
	}
	var fields []value.Field
	for f := range v.Fields() {
		switch f.Key {
		case "PolicyDocument", "AssumeRolePolicyDocument":
			f.Value = policy(f.Value)
		case "Policies":
			if f.Value.Kind() == value.List && !f.Value.Open() {
				var policies []*value.Value
				for e := range elements(f.Value) {
					policies = append(policies, decoded(typ, e))
				}
				f.Value = value.NewList(f.Value.Range(), policies, false)
			}
		}
		fields = append(fields, f)
	}
	return value.NewMap(v.Range(), fields, v.Open())
}

// policy gives a policy as an object, which it usually is already.
func policy(v *value.Value) *value.Value {
	switch v.Kind() {
	case value.String, value.Text:
		return jsondoc.Decode(v)
	case value.Either:
		alts := v.Alternatives()
		for i, a := range alts {
			alts[i] = policy(a)
		}
		return value.NewEither(v.Range(), v.Reason(), alts...)
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.List, value.Map:
	}
	return v
}

// object gives the properties of a resource as a Map, whatever they are.
func object(resource value.Field, properties *value.Value) *value.Value {
	v := properties
	switch {
	case v.Is(value.Absent, value.Null):
		v = value.NewMap(resource.Range, nil, false).InsteadOf(v).Along(properties)
	case v.Kind() != value.Map:
		v = value.NewMap(v.Range(), nil, true).Along(properties)
	}
	if resource.Value.Get(transform).Kind() != value.Absent { // a macro sees all of the resource
		v = v.Opened()
	}
	return v
}
