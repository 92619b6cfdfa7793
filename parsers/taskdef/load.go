package taskdef

import (
	"fmt"
	"path"
	"slices"
	"sync"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Loader reads files with those that they name. It may be used from several
// goroutines.
type Loader struct {
	set     *source.Set
	mu      sync.Mutex
	units   map[string]func() *unit
	folders map[string]func() []sibling
	refused map[string]bool // files by name; only [Loader.Covered] adds to them
}

// NewLoader gives a loader over a set of files.
func NewLoader(set *source.Set) *Loader {
	return &Loader{set: set, units: map[string]func() *unit{}, folders: map[string]func() []sibling{}, refused: map[string]bool{}}
}

// unit is what one file leads to.
type unit struct {
	loader   *Loader
	file     *source.File
	model    *model.Model // nil if there is nothing in it
	problems []source.Problem
	others   []string // files that are read through this one
}

// Load reads the task definitions and services in f. The model is nil if f holds
// none; then there are problems only if f was certainly meant to be one.
func (l *Loader) Load(f *source.File) (*model.Model, []source.Problem) {
	if !Mentions(f.Bytes) {
		return nil, nil
	}
	if l.refused[f.Name] {
		return nil, []source.Problem{refusal(f)}
	}
	u := l.unit(f)
	l.forget(f)
	return u.model, u.problems
}

// forget drops the model of a file: those of thousands would fill the memory.
func (l *Loader) forget(f *source.File) {
	l.mu.Lock()
	delete(l.units, f.Name)
	l.mu.Unlock()
}

// Bounds of what files lead to: thousands of small ones may lead to the same large one.
const (
	// maxKept bounds the models that are kept from [Loader.Covered] to [Loader.Load], in
	// bytes.
	maxKept = 16 << 20
	// maxRepeated bounds the files that are read for one more file that leads to them, in
	// bytes.
	maxRepeated = 2 << 20
)

// Covered gives the names of files that are read through one of the files given,
// and need not be read alone. From the file on with which too much is read again,
// those that lead to others are not read.
func (l *Loader) Covered(files []*source.File) map[string]bool {
	out := map[string]bool{}
	kept, repeated := 0, 0
	for _, f := range files {
		if !leads(f.Bytes) {
			continue
		}
		if repeated > maxRepeated {
			l.refused[f.Name] = true
			continue
		}
		u := l.unit(f)
		for _, name := range u.others {
			if other, err := l.set.Read(name); err == nil && out[name] {
				repeated += len(other.Bytes)
			}
			out[name] = true
		}
		if u.model == nil {
			continue
		}
		if kept += u.model.Memory(); kept > maxKept {
			l.forget(f)
		}
	}
	return out
}

// refusal is the problem of a file that is not read.
func refusal(f *source.File) source.Problem {
	why := fmt.Sprintf("what files like this lead to has been read again and again, more than %d MiB", maxRepeated>>20)
	return source.Problem{Name: f.Name, Message: "not judged: " + why, Group: "not judged, as " + why, Subject: f.Name}
}

func (l *Loader) unit(f *source.File) *unit {
	l.mu.Lock()
	load := l.units[f.Name]
	if load == nil {
		load = sync.OnceValue(func() *unit { return l.read(f) })
		l.units[f.Name] = load
	}
	l.mu.Unlock()
	return load()
}

// read reads what f leads to.
func (l *Loader) read(f *source.File) *unit {
	u := &unit{loader: l, file: f, model: &model.Model{Name: f.Name}}
	defer u.model.Complete()
	docs, problems := parse(f)
	var own []item
	for _, doc := range docs {
		switch {
		case isConfig(doc):
			u.config(doc)
		case isParams(doc):
			u.params(doc)
		case isManifest(f, doc):
			return &unit{problems: []source.Problem{{
				Range: doc.Range().FirstLine(), Level: source.Note,
				Message: `a manifest of AWS Copilot is not read: lint the templates of "copilot svc package" or "copilot job package"`,
			}}}
		default:
			own = append(own, items(doc)...)
		}
	}
	u.add(f, own)
	for _, i := range own {
		if i.typ == model.ServiceFile {
			u.beside(i.value)
		}
	}
	empty := true
	for range u.model.Resources() {
		empty = false
	}
	switch {
	case !empty:
		u.problems = append(problems, u.problems...)
	case len(docs) == 0 && (meant().Match(f.Bytes) || refused(problems)):
		u.model, u.problems = nil, problems
	default:
		u.model = nil
	}
	return u
}

// refused reports whether a file is not read since there is too much in it.
func refused(problems []source.Problem) bool {
	return slices.ContainsFunc(problems, func(p source.Problem) bool { return p.Refused })
}

// add puts the resources of a file into the model, and gives their addresses.
func (u *unit) add(f *source.File, found []item) []string {
	var addresses []string
	for i, x := range found {
		address := f.Name
		if len(found) > 1 {
			address = fmt.Sprintf("%s[%d]", f.Name, i)
		}
		u.model.Add(model.Input{Type: x.typ, Address: address, Value: x.value, Header: opening(x.value)})
		addresses = append(addresses, address)
	}
	return addresses
}

// sibling is a file in a folder with what is in it.
type sibling struct {
	file  *source.File
	items []item
}

// siblings gives the files of a folder in which there are task definitions.
func (l *Loader) siblings(dir string) []sibling {
	l.mu.Lock()
	list := l.folders[dir]
	if list == nil {
		list = sync.OnceValue(func() []sibling { return l.list(dir) })
		l.folders[dir] = list
	}
	l.mu.Unlock()
	return list()
}

func (l *Loader) list(dir string) []sibling {
	names, err := l.set.ReadDir(dir)
	if err != nil {
		return nil // a text from standard input has no folder
	}
	var out []sibling
	for _, n := range names {
		if !hasSuffix(n, ".json", ".yaml", ".yml") {
			continue
		}
		f, err := l.set.ReadIf(path.Join(dir, n), mentionsDefinition)
		if err != nil || f == nil {
			continue // it is a problem where it is linted itself
		}
		docs, _ := parse(f)
		s := sibling{file: f}
		for _, doc := range docs {
			s.items = append(s.items, items(doc)...)
		}
		out = append(out, s)
	}
	return out
}

// maxBeside bounds the files that are read for a service that stands beside them.
const maxBeside = 20

// beside adds the task definitions of the folder that have the family which a
// service names.
func (u *unit) beside(service *value.Value) {
	family := model.FamilyOf(service.Get("taskDefinition"))
	if family == "" {
		return
	}
	var found []sibling
	for _, s := range u.loader.siblings(path.Dir(u.file.Name)) {
		ofFamily := slices.ContainsFunc(s.items, func(i item) bool {
			name, _ := i.value.Get("family").Str()
			return i.typ == model.TaskDefinitionFile && name == family
		})
		if ofFamily && s.file.Name != u.file.Name && !slices.Contains(u.others, s.file.Name) {
			found = append(found, s)
		}
	}
	if len(found) > maxBeside {
		u.problems = append(u.problems, source.Problem{
			Range: opening(service), Level: source.Warning,
			Message: fmt.Sprintf("the service is judged without its task definition: more than %d files of the folder have the family %s", maxBeside, family),
			Group:   fmt.Sprintf("services that are judged without their task definition, as more than %d files of the folder have its family", maxBeside),
			Subject: u.file.Name,
		})
		return
	}
	for _, s := range found {
		u.add(s.file, s.items)
		u.others = append(u.others, s.file.Name)
	}
}

// isManifest reports whether a document is a manifest of AWS Copilot.
func isManifest(f *source.File, doc *value.Value) bool {
	return doc.Kind() == value.Map && doc.Get("name").Is(value.String, value.Text) && copilot().Match(f.Bytes)
}
