package cloudformation

import (
	"bytes"
	"context"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/parallel"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/parsers/yamldoc"
)

// Options are what a user says about deployments.
type Options struct {
	// Parameters are the values of parameters by name, as text. They go before
	// those of files and before defaults. Pseudo parameters can be given too:
	// "AWS::Region".
	Parameters map[string]string
	// ParameterFiles are names of files with values of parameters; later ones win.
	ParameterFiles []string
	// StackTags are the keys of the tags that stacks are deployed with.
	StackTags []string
}

// Loader evaluates templates and cloud assemblies of the CDK. It reads each
// document once, however many stacks are made of it, and may be used from
// several goroutines.
type Loader struct {
	set       *source.Set
	opts      Options
	given     map[string]*value.Value // parameters, by the files
	stackTags []*value.Value
	listing   func() map[string][]string // the files of the repository by base name
	documents *documents
}

// documents are the files that loaders have in common.
type documents struct {
	mu     sync.Mutex
	byName map[string]*document
}

// document is a file that was read.
type document struct {
	once     sync.Once
	file     *source.File
	err      error
	docs     []*value.Value
	problems []source.Problem
}

// NewLoader gives a loader over a set of files. Problems are those of the files
// with parameters.
func NewLoader(set *source.Set, opts Options) (*Loader, []source.Problem) {
	l := &Loader{
		set: set, opts: opts, documents: &documents{byName: map[string]*document{}},
		listing: sync.OnceValue(func() map[string][]string { return list(set) }),
	}
	return l.With(opts.ParameterFiles)
}

// With gives a loader that takes parameters from other files, and shares what is
// read. Problems are those of the files.
func (l *Loader) With(parameterFiles []string) (*Loader, []source.Problem) {
	other := *l
	l = &other
	l.given, l.stackTags = map[string]*value.Value{}, nil
	for _, key := range l.opts.StackTags {
		l.stackTags = append(l.stackTags, tag(source.Range{}, key))
	}
	var problems []source.Problem
	for _, name := range parameterFiles {
		f, err := l.set.Read(name)
		if err != nil {
			problems = append(problems, source.Problem{Name: name, Message: err.Error()})
			continue
		}
		problems = append(problems, l.readParameters(f)...)
	}
	return l, problems
}

// Load reads a template, or the manifest of a cloud assembly. The model is nil if
// f holds neither, or nothing about ECS; then there are problems only if f was
// certainly meant to be one. A file that the user asks for need only have a
// resource that the model knows. Files that the template includes and the
// templates of its nested stacks are read through the loader's set. Once the context
// is done, everything further is unknown.
func (l *Loader) Load(ctx context.Context, f *source.File, asked bool) (*model.Model, []source.Problem) {
	if !Mentions(f.Bytes) && !(asked && bytes.Contains(f.Bytes, []byte("AWS::"))) {
		return nil, nil
	}
	r, problems := l.evaluate(ctx, f)
	if r == nil {
		return nil, problems
	}
	for e := range r.model.Resources() {
		if asked || model.OfECS(e.Base().Type) {
			return r.model, append(problems, r.problems...)
		}
	}
	if !namesResources(f.Bytes) { // it makes stacks, and none of them is about ECS
		return nil, nil
	}
	return r.model, append(problems, r.problems...)
}

// evaluate evaluates what is in a file; nil if that is no template.
func (l *Loader) evaluate(ctx context.Context, f *source.File) (*run, []source.Problem) {
	docs, problems := l.parse(f)
	for _, doc := range docs {
		r := newRun(ctx, l, f.Name)
		defer r.model.Complete()
		switch {
		case Recognise(doc):
			r.template(f, doc)
		case isAssembly(doc):
			r.assembly(f, doc)
			l.forget(path.Dir(f.Name))
		default:
			continue
		}
		return r, problems
	}
	broken := func(p source.Problem) bool { return p.Level == source.Error }
	if (len(docs) == 0 || slices.ContainsFunc(problems, broken)) && meant(f.Bytes) {
		return nil, problems
	}
	return nil, nil
}

// read gives the file of a name and what is in it.
func (l *Loader) read(name string) *document {
	name = path.Clean(name)
	l.documents.mu.Lock()
	d := l.documents.byName[name]
	if d == nil {
		d = &document{}
		l.documents.byName[name] = d
	}
	l.documents.mu.Unlock()
	d.once.Do(func() {
		if d.file, d.err = l.set.Read(name); d.err == nil {
			d.docs, d.problems = parse(d.file)
		}
	})
	return d
}

// parse gives what is in a file, which need not be one of the set.
func (l *Loader) parse(f *source.File) ([]*value.Value, []source.Problem) {
	l.documents.mu.Lock()
	d := l.documents.byName[f.Name]
	l.documents.mu.Unlock()
	if d != nil && l.read(f.Name).file == f {
		return d.docs, d.problems
	}
	return parse(f)
}

// forget drops what was read below a folder that nobody else reads.
func (l *Loader) forget(dir string) {
	l.documents.mu.Lock()
	defer l.documents.mu.Unlock()
	maps.DeleteFunc(l.documents.byName, func(name string, _ *document) bool { return strings.HasPrefix(name, dir+"/") })
}

// parse reads the documents of a file; none if it cannot be read. Which of the
// two languages it is shows in the text, not in the file's name.
func parse(f *source.File) ([]*value.Value, []source.Problem) {
	text := bytes.TrimLeft(f.Bytes, "\ufeff \t\r\n")
	if !bytes.HasPrefix(text, []byte("{")) && !bytes.HasPrefix(text, []byte("/")) { // a comment is no YAML
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

// Roots gives those of the files that are not evaluated with another one of
// them: the templates of nested stacks are linted with the parameters that they
// are given, and those of a cloud assembly with what its manifest says. Of
// templates that only make each other in a circle it is the first.
func (l *Loader) Roots(files []*source.File) []string {
	var names []string
	makes := map[string][]string{} // the templates that a file's evaluation reads
	made := map[string]bool{}
	templates := make([][]string, len(files))
	parallel.Each(len(files), runtime.GOMAXPROCS(0), func(i int) { templates[i] = l.templatesOf(files[i]) })
	for i, f := range files {
		names = append(names, f.Name)
		for _, t := range templates[i] {
			if t != f.Name {
				makes[f.Name] = append(makes[f.Name], t)
				made[t] = true
			}
		}
	}
	slices.Sort(names)
	var roots []string
	covered := map[string]bool{}
	take := func(name string) {
		roots = append(roots, name)
		for _, t := range makes[name] {
			covered[t] = true
		}
	}
	for _, name := range names {
		if !made[name] {
			take(name)
		}
	}
	for _, name := range names {
		if made[name] && !covered[name] {
			take(name)
		}
	}
	slices.Sort(roots)
	return roots
}

// templatesOf gives the templates that are read where a file is evaluated.
func (l *Loader) templatesOf(f *source.File) []string {
	// A breakdown is a defect that is reported where the file is loaded.
	defer func() { recover() }() //nolint:errcheck // as it says
	if !makesStacks(f.Bytes) {
		return nil
	}
	r, _ := l.evaluate(context.Background(), f)
	if r == nil {
		return nil
	}
	return r.templates
}

// notListed are folders in which the repository has no templates of its own.
var notListed = map[string]bool{"node_modules/": true, "site-packages/": true, "__pycache__/": true}

// Bounds of a listing: of folders in each other, and of files and folders.
const (
	maxFolders = 32
	maxListed  = 500_000
)

// list gives the files of a set by their base name, sorted. Folders whose name starts
// with a dot are left out. Those at one depth are read several at a time.
func list(set *source.Set) map[string][]string {
	out := map[string][]string{}
	n := 0
	level := []string{"."}
	for depth := 0; depth <= maxFolders && len(level) > 0; depth++ {
		entries := make([][]string, len(level))
		parallel.Each(len(level), runtime.GOMAXPROCS(0), func(i int) {
			entries[i], _ = set.ReadDir(level[i]) //nolint:errcheck // what cannot be read is as if it were not there
		})
		var below []string
		for i, dir := range level {
			for _, e := range entries[i] {
				if n++; n > maxListed {
					break
				}
				name, folder := strings.CutSuffix(e, "/")
				switch {
				case !folder:
					out[name] = append(out[name], path.Join(dir, name))
				case !strings.HasPrefix(name, ".") && !notListed[e]:
					below = append(below, path.Join(dir, name))
				}
			}
		}
		if n > maxListed {
			break
		}
		level = below
	}
	for _, paths := range out {
		slices.Sort(paths)
	}
	return out
}
