package cloudformation

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// A cloud assembly is what a CDK app makes, in a folder: templates, and a
// manifest that says which stacks they are and in which environment, and of which
// construct each resource is a part. Source: "Cloud assembly schema",
// aws-cdk-lib/cloud-assembly-schema, November 2026.

// The types of artifacts that matter here.
const (
	assemblyStack  = "aws:cloudformation:stack"
	nestedAssembly = "cdk:cloud-assembly"
	assetManifest  = "cdk:asset-manifest"
)

// isAssembly reports whether a document is the manifest of a cloud assembly.
func isAssembly(doc *value.Value) bool {
	if _, ok := doc.Get("version").Str(); !ok {
		return false
	}
	for f := range doc.Get("artifacts").Fields() {
		switch typ, _ := f.Value.Get("type").Str(); typ {
		case assemblyStack, nestedAssembly:
			return true
		}
	}
	return false
}

// export is an output that another stack of the assembly can import.
type export struct {
	stack  *template
	output string
}

// creation is what an assembly says of how a resource came to be.
type creation struct {
	construct string       // its path, "Web/Service/Resource"
	template  string       // the base name of the template that the resource is in, if it is said
	at        source.Range // the user's line that makes it
}

// assembly evaluates the stacks of a cloud assembly and of the assemblies that
// are nested in it. They can import each other's exports.
func (r *run) assembly(f *source.File, manifest *value.Value) {
	r.app = path.Dir(path.Dir(f.Name))
	r.manifests[f.Name] = true
	stacks := r.stacksOf(f, manifest, 0)
	for _, t := range stacks {
		t.begin()
	}
	for _, t := range stacks {
		for f := range t.outputs.Fields() {
			if name, ok := t.resolve(f.Value.Get("Export").Get("Name")).Str(); ok {
				r.exports[name] = export{t, f.Key}
			}
		}
	}
	for _, t := range stacks {
		t.addResources()
	}
}

// stacksOf gives the stacks of an assembly. What the manifest says of its
// resources is kept by the stack.
func (r *run) stacksOf(f *source.File, manifest *value.Value, depth int) []*template {
	dir := path.Dir(f.Name)
	var out []*template
	assets := map[string]string{}
	for a := range manifest.Get("artifacts").Fields() {
		if typ, _ := a.Value.Get("type").Str(); typ == assetManifest {
			if name, ok := a.Value.Get("properties").Get("file").Str(); ok {
				r.readAssets(path.Join(dir, name), assets)
			}
		}
	}
	for a := range manifest.Get("artifacts").Fields() {
		properties := a.Value.Get("properties")
		switch typ, _ := a.Value.Get("type").Str(); typ {
		case nestedAssembly:
			name, ok := properties.Get("directoryName").Str()
			if !ok {
				continue
			}
			if depth >= maxNesting {
				r.tell(a.Range, tooNested, passedOver)
				continue
			}
			d := r.loader.read(path.Join(dir, name, "manifest.json"))
			if i := slices.IndexFunc(d.docs, isAssembly); i >= 0 {
				if r.manifests[d.file.Name] { // an assembly is no part of itself, nor of two others
					continue
				}
				r.manifests[d.file.Name] = true
				r.templates = append(r.templates, d.file.Name)
				out = append(out, r.stacksOf(d.file, d.docs[i], depth+1)...)
				continue
			}
			r.note(source.Problem{Range: a.Range, Level: source.Warning, Message: "assembly " + a.Key + " cannot be read: " + name + "/manifest.json"})
		case assemblyStack:
			if t := r.stackOf(dir, a); t != nil {
				t.assets = assets
				out = append(out, t)
			}
		}
	}
	return out
}

// stackOf gives the stack that an artifact is; nil, with a warning, if its
// template cannot be read.
func (r *run) stackOf(dir string, artifact value.Field) *template {
	properties := artifact.Value.Get("properties")
	name, ok := properties.Get("templateFile").Str()
	if !ok {
		return nil
	}
	if r.stacks >= maxStacks {
		r.tell(artifact.Range, tooManyStacks, passedOver)
		return nil
	}
	d := r.loader.read(path.Join(dir, name))
	i := slices.IndexFunc(d.docs, isTemplate)
	if i < 0 {
		why := "it holds no template"
		if d.err != nil {
			why = d.err.Error()
		}
		r.note(source.Problem{Range: artifact.Range, Level: source.Warning, Message: "stack " + artifact.Key + " cannot be read: " + name + ": " + why})
		return nil
	}
	t := r.newTemplate(d.file, d.docs[i])
	t.prefix = artifact.Key + "/"
	t.passed = properties.Get("parameters")
	for f := range properties.Get("tags").Fields() {
		tag := []value.Field{{Key: "Key", Value: value.NewString(f.Range, f.Key)}, {Key: "Value", Value: f.Value}}
		t.stackTags = append(slices.Clip(t.stackTags), value.NewMap(f.Range, tag, false))
	}
	t.pseudo = map[string]string{"AWS::StackName": artifact.Key}
	if s, ok := properties.Get("stackName").Str(); ok {
		t.pseudo["AWS::StackName"] = s
	}
	environment, _ := artifact.Value.Get("environment").Str()
	if account, region, ok := strings.Cut(strings.TrimPrefix(environment, "aws://"), "/"); ok {
		for name, v := range map[string]string{"AWS::AccountId": account, "AWS::Region": region} {
			if !strings.HasPrefix(v, "unknown-") {
				t.pseudo[name] = v
			}
		}
	}
	t.made = map[string][]creation{}
	r.readMetadata(artifact.Value.Get("metadata"), t.made)
	if name, ok := artifact.Value.Get("additionalMetadataFile").Str(); ok {
		if d := r.loader.read(path.Join(dir, name)); len(d.docs) == 1 {
			r.readMetadata(d.docs[0], t.made)
		}
	}
	return t
}

// isTemplate reports whether a document is a template, which in an assembly may
// have no resources.
func isTemplate(doc *value.Value) bool { return doc.Kind() == value.Map }

// readAssets notes which files of the assembly are uploaded under which names.
func (r *run) readAssets(name string, assets map[string]string) {
	for _, doc := range r.loader.read(name).docs {
		for f := range doc.Get("files").Fields() {
			file, ok := f.Value.Get("source").Get("path").Str()
			if !ok || !strings.HasSuffix(file, ".json") {
				continue
			}
			for d := range f.Value.Get("destinations").Fields() {
				if key, ok := d.Value.Get("objectKey").Str(); ok {
					assets[path.Base(key)] = path.Join(path.Dir(name), file)
				}
			}
		}
	}
}

// readMetadata notes what the metadata of constructs says of the resources that
// they are: entries of the type "aws:cdk:logicalId". The stack trace of the
// creation is a part of that entry, or one of its own.
func (r *run) readMetadata(metadata *value.Value, made map[string][]creation) {
	for f := range metadata.Fields() {
		c := creation{construct: strings.TrimPrefix(f.Key, "/")}
		id := ""
		for e := range elements(f.Value) {
			frames := value.NewAbsent(source.Range{})
			switch typ, _ := e.Get("type").Str(); typ {
			case "aws:cdk:logicalId":
				id, _ = e.Get("data").Str()
				frames = e.Get("trace")
			case "aws:cdk:creationStack":
				frames = e.Get("data")
			case "aws:cdk:templateFile":
				c.template, _ = e.Get("data").Str()
			}
			for frame := range elements(frames) {
				if c.at.IsZero() {
					c.at = r.frame(frame)
				}
			}
		}
		if id != "" {
			made[id] = append(made[id], c)
		}
	}
}

// frame gives the line of a frame of a stack trace, if it is in code of the
// repository: "new WebStack (/home/me/app/lib/web.ts:12:5)", also with "at" in
// front and without a function.
func (r *run) frame(frame *value.Value) source.Range {
	s, _ := frame.Str()
	m := framePlace().FindStringSubmatch(strings.TrimPrefix(strings.TrimSpace(s), "at "))
	if m == nil || strings.Contains(m[1], "node_modules/") || strings.HasPrefix(m[1], "node:") {
		return source.Range{}
	}
	line, err := strconv.Atoi(m[2])
	column, err2 := strconv.Atoi(m[3])
	if err != nil || err2 != nil {
		return source.Range{}
	}
	f := r.program(strings.ReplaceAll(strings.TrimPrefix(m[1], "file://"), `\`, "/"))
	if f == nil || line < 1 || line > f.Lines() {
		return source.Range{}
	}
	text := f.Line(line)
	text.Start = f.Offset(line, column)
	if text.Start >= text.End { // compiled code has other columns
		text = f.Line(line)
		text.Start += len(text.Text()) - len(strings.TrimLeft(text.Text(), " \t"))
	}
	return text.FirstLine()
}

var framePlace = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[\s(])([^\s()][^()]*?):(\d+):(\d+)\)?$`)
})

// program gives the file that a stack trace names. Where the app was synthesised
// in another place, the folders at the end of the path tell: below the root of
// the repository, or below the folder of the app.
func (r *run) program(name string) *source.File {
	if f, ok := r.programs[name]; ok {
		return f
	}
	if r.programs == nil {
		r.programs = map[string]*source.File{}
	}
	try := func(name string) *source.File {
		f, err := r.loader.set.Read(name)
		if err != nil {
			return nil
		}
		return f
	}
	f := try(name)
	for rest := strings.TrimPrefix(name, "/"); f == nil && strings.Contains(rest, "/"); _, rest, _ = strings.Cut(rest, "/") {
		if f = try(path.Join(r.app, rest)); f == nil {
			f = try(rest)
		}
	}
	r.programs[name] = f
	return f
}

// madeBy gives what the assembly says of a resource.
func (t *template) madeBy(resource value.Field) creation {
	construct, _ := resource.Value.Get("Metadata").Get("aws:cdk:path").Str()
	all := t.made[resource.Key]
	for _, c := range all {
		switch {
		case construct != "" && c.construct == construct,
			construct == "" && c.template == path.Base(t.file.Name),
			construct == "" && c.template == "" && len(all) == 1:
			return c
		}
	}
	return creation{construct: construct}
}

// importValue evaluates Fn::ImportValue for a name that is already resolved.
func (t *template) importValue(name *value.Value, at source.Range) *value.Value {
	s, ok := name.Str()
	if !ok {
		return value.NewUnknown(at, "the value is exported by another stack")
	}
	e, ok := t.exports[s]
	if !ok {
		return value.NewUnknown(at, "export "+s+" is of another stack")
	}
	return used(e.stack.output(e.output), value.Step{Range: at, Kind: value.Output, Name: s})
}
