package cloudformation

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// The types of resources that are stacks of a template elsewhere.
const (
	nestedStack       = "AWS::CloudFormation::Stack"
	nestedApplication = "AWS::Serverless::Application"
)

// locations are the properties that say where the template of a stack is.
var locations = map[string]string{nestedStack: "TemplateURL", nestedApplication: "Location"}

// Bounds of stacks: in each other, and of one root. CloudFormation allows as many
// resources in all stacks of a tree as maxStacks, and few trees are deeper than
// three.
const (
	maxNesting = 16
	maxStacks  = 2500
)

var (
	tooNested     = fmt.Sprintf("stacks within each other, more than %d levels deep", maxNesting)
	tooManyStacks = fmt.Sprintf("more than %d stacks", maxStacks)
)

const passedOver = "from here on they are not looked into"

// child gives the stack that a resource of the template is, ready to be asked
// for its outputs; nil if the resource is none, or if the stack's template is not
// here.
func (t *template) child(id string) *template {
	if child, ok := t.children[id]; ok {
		return child
	}
	resource := t.resources.Field(id)
	typ, _ := resource.Value.Get("Type").Str()
	property := locations[typ]
	if property == "" {
		return nil
	}
	t.children[id] = nil // while its parameters are evaluated, nothing is known of its outputs
	// In the branch of a condition from which it is asked for, its parameters may
	// look otherwise.
	t.apart(func() {
		properties, condition, exists := t.properties(resource)
		if !exists {
			return
		}
		name := t.address(id)
		file, doc := t.locate(resource, properties.Get(property), name)
		if doc == nil {
			t.model.AddOutside("nested stack "+name, properties.Get("Parameters"))
			return
		}
		child := t.newTemplate(file, doc)
		child.parent = t
		child.passed = passed(properties.Get("Parameters"), name)
		child.pseudo = maps.Clone(t.pseudo)
		maps.DeleteFunc(child.pseudo, func(name, _ string) bool { return ofOneStack[name] })
		child.assets, child.made = t.assets, t.made
		child.metadata = slices.Concat(child.metadata, t.metadataOf(resource))
		child.stackTags = slices.Concat(t.stackTags, tagsOf(properties.Get("Tags")))
		child.prefix = t.prefix + id + "/"
		child.condition = both(t.condition, condition)
		child.calls = append(slices.Clip(t.calls), value.Step{Range: resource.Range, Kind: value.NestedStack, Name: name})
		child.begin()
		t.children[id] = child
	})
	return t.children[id]
}

// apart evaluates something outside of all branches of conditions.
func (t *template) apart(f func()) {
	assumed, decided := t.assumed, t.decided
	defer func() { t.assumed, t.decided = assumed, decided }()
	if len(assumed) > 0 {
		t.assumed, t.decided = map[string]*value.Value{}, map[string]*value.Value{}
	}
	f()
}

// passed gives the parameters of a nested stack, with the step that passes each
// of them.
func passed(parameters *value.Value, stack string) *value.Value {
	if parameters.Kind() != value.Map {
		return parameters
	}
	var fields []value.Field
	for f := range parameters.Written() {
		f.Value = used(f.Value, value.Step{Range: f.Range, Kind: value.StackParameter, Name: stack})
		fields = append(fields, f)
	}
	return value.NewMap(parameters.Range(), fields, parameters.Open())
}

// output gives the value of an output of the stack.
func (t *template) output(name string) *value.Value {
	if v, ok := t.results[name]; ok {
		return v
	}
	f := t.outputs.Field(name)
	if f.Value.Kind() != value.Map {
		return value.NewUnknown(f.Value.Range(), "the stack has no output "+name)
	}
	t.results[name] = value.NewUnknown(f.Range, "the output "+name+" depends on itself")
	t.apart(func() { t.results[name] = t.resolve(f.Value.Get("Value")) })
	return t.results[name]
}

// locate gives the template of a nested stack; nil, with a note, if it is not
// here.
func (t *template) locate(resource value.Field, location *value.Value, name string) (*source.File, *value.Value) {
	at := location.Range()
	if at.IsZero() {
		at = resource.Range
	}
	note := func(message string) {
		t.note(source.Problem{Range: at, Level: source.Note, Message: "nested stack " + name + " " + message})
	}
	file, remark := t.fileOf(resource, location)
	if file == "" {
		note("is not looked into: " + remark)
		return nil, nil
	}
	d := t.loader.read(file)
	switch {
	case d.err != nil:
		note("is not looked into: " + file + ": " + d.err.Error())
		return nil, nil
	case t.within(d.file):
		note("is not looked into: " + file + " is a template of itself")
		return nil, nil
	case len(t.calls) >= maxNesting:
		t.tell(at, tooNested, passedOver)
		return nil, nil
	case t.stacks >= maxStacks:
		t.tell(at, tooManyStacks, passedOver)
		return nil, nil
	}
	if i := slices.IndexFunc(d.docs, Recognise); i >= 0 {
		for _, p := range d.problems {
			t.note(p)
		}
		if remark != "" {
			note(remark)
		}
		return d.file, d.docs[i]
	}
	if meant(d.file.Bytes) {
		for _, p := range d.problems {
			t.note(p)
		}
	}
	note("is not looked into: " + file + " holds no template")
	return nil, nil
}

// within reports whether the template or one that it is nested in is f.
func (t *template) within(f *source.File) bool {
	for ; t != nil; t = t.parent {
		if t.file == f {
			return true
		}
	}
	return false
}

// fileOf gives the name of the file that a location means, and a remark where
// that is a guess; without a file the remark says why.
//
// A location is a path relative to the template before "aws cloudformation
// package" or "sam package" uploads it, else an address in S3.
func (t *template) fileOf(resource value.Field, location *value.Value) (file, remark string) {
	dir := path.Dir(t.file.Name)
	if asset, ok := resource.Value.Get("Metadata").Get("aws:asset:path").Str(); ok {
		return path.Join(dir, asset), ""
	}
	if !location.Is(value.String, value.Text) {
		if reason := location.Reason(); reason != "" {
			return "", "where its template is cannot be told: " + reason
		}
		return "", "its template is in no file"
	}
	url := location.Content()
	if s, ok := location.Str(); ok && !strings.Contains(s, "://") {
		return path.Join(dir, s), ""
	}
	shown := strings.ReplaceAll(url, string([]byte{value.Hole}), "…")
	url, _, _ = strings.Cut(url, "?")
	base := path.Base(url)
	if asset, ok := t.assets[base]; ok {
		return asset, ""
	}
	candidates := t.loader.listing()[base]
	for known := base; len(candidates) > 1; { // go on with the folders before the name
		up := path.Base(strings.TrimSuffix(url, known))
		known = up + "/" + known
		if strings.ContainsAny(up, "./:"+string([]byte{value.Hole})) || !strings.HasSuffix(url, "/"+known) {
			break
		}
		candidates = slices.Clone(candidates)
		candidates = slices.DeleteFunc(candidates, func(c string) bool { return !strings.HasSuffix("/"+c, "/"+known) })
	}
	switch len(candidates) {
	case 0:
		return "", "no file of the repository has the name of " + shown
	case 1:
		return candidates[0], "is taken to be of " + candidates[0] + ": no other file has the name of " + shown
	}
	return "", "several files of the repository have the name of " + shown
}
