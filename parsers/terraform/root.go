package terraform

import (
	"context"
	"fmt"
	"path"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Options are what the user says about the variables of root modules.
type Options struct {
	// Environment are the values of TF_VAR_NAME by name; everything else goes
	// before them.
	Environment map[string]string
	// Settings are what --var and --var-file give, in that order; later ones win.
	Settings []Setting
}

// Setting is one value of a variable, or a file with some.
type Setting struct {
	// Name and Text are of a single variable: an HCL expression for one of a
	// collection type, else plain text.
	Name, Text string
	File       string // else the name of a file
}

// Loader evaluates root modules. It parses each folder once, however many
// modules call it, and may be used from several goroutines.
type Loader struct {
	set  *source.Set
	opts Options

	parsed *cache
}

// cache is the folders that were parsed.
type cache struct {
	mu      sync.Mutex
	configs map[string]*parsed
}

type parsed struct {
	once   sync.Once
	config *config
}

// NewLoader gives a loader over a set of files.
func NewLoader(set *source.Set, opts Options) *Loader {
	return &Loader{set: set, opts: opts, parsed: &cache{configs: map[string]*parsed{}}}
}

// With gives a loader that takes the values of variables from other files. It
// shares what is parsed.
func (l *Loader) With(settings []Setting) *Loader {
	other := *l
	other.opts.Settings = settings
	return &other
}

// config gives the parsed configuration of a folder.
func (l *Loader) config(dir string) *config {
	l.parsed.mu.Lock()
	p, ok := l.parsed.configs[dir]
	if !ok {
		p = &parsed{}
		l.parsed.configs[dir] = p
	}
	l.parsed.mu.Unlock()
	p.once.Do(func() { p.config = readConfig(l.set, dir) })
	return p.config
}

// drop forgets the syntax trees of a root module. Nobody else calls it, and those
// of a thousand roots would fill the memory.
func (l *Loader) drop(dir string) {
	l.parsed.mu.Lock()
	delete(l.parsed.configs, dir)
	l.parsed.mu.Unlock()
}

// Bounds of the evaluation of one root module, so that loops within loops end.
const (
	// maxSteps bounds the expressions that are evaluated and the instances that are
	// made. A thousand services from one module take 37,000.
	maxSteps = 500_000
	// maxWork bounds the work of functions and operators: in units of 100 ns it is about
	// two seconds, in units of 5 bytes about 100 MB. One unit is to go over one value.
	maxWork = 20_000_000
	// perValue is the work to make one value.
	perValue = 20
	// perPart is the work for a part of a text; see [value.Value.Size].
	perPart = 12
	// perArgument is the work for each value in the arguments of a function that HCL
	// computes.
	perArgument = 40
	// perParse and perByte are the work to parse a text and each byte of it.
	perParse = 1000
	perByte  = 3
	// perModule and perCall are the steps that an instance of a module and a call of
	// one count for.
	perModule = 20
	perCall   = 5
	// stepsPerLook is how many steps are taken from one look at the context to the
	// next.
	stepsPerLook = 16
)

// root is one run of the evaluator: a root module and all that it calls.
type root struct {
	ctx       context.Context // once it is done, everything further is unknown
	loader    *Loader
	dir       string
	values    map[string]*value.Value // what the user set, by variable
	files     map[string]*source.File // files other than configuration: templates, tfvars
	texts     map[*source.File]bool   // those of files that are in no file; see virtual
	held      tally                   // of tfvars
	manifest  map[string]string       // folders of downloaded modules by key
	problems  []source.Problem
	noted     map[note]bool
	templates map[*source.File]template
	seen      map[string]bool // absent modules that were noted
	remaining int             // steps
	work      int             // that may still be done
	tired     bool            // nothing is evaluated any more, and why is noted
	nesting   int             // expressions within each other that are being evaluated
	failures  int             // expressions that failed, for try and can
}

func (l *Loader) open(ctx context.Context, dir string) (*root, *module) {
	r := &root{
		ctx: ctx, loader: l, dir: dir, values: map[string]*value.Value{}, files: map[string]*source.File{},
		texts: map[*source.File]bool{}, seen: map[string]bool{}, noted: map[note]bool{}, templates: map[*source.File]template{},
		remaining: maxSteps, work: maxWork,
	}
	cfg := l.config(dir)
	m := r.module(cfg, nil, "", nil, instance{})
	var problems []source.Problem
	r.manifest, problems = readManifest(l.set, dir)
	r.problems = append(r.problems, problems...)
	r.readSettings(m)
	return r, m
}

func (r *root) module(cfg *config, parent *module, name string, call *hclsyntax.Block, i instance) *module {
	m := &module{
		config: cfg, root: r, parent: parent, call: call, scope: i.scope,
		memo: map[string]*value.Value{}, busy: map[string]bool{},
		children: map[string]*calls{}, expanded: map[string]*expansion{},
	}
	r.remaining = r.after(perModule)
	if parent != nil {
		m.depth = parent.depth + 1
		m.addr = parent.address("module." + name + i.suffix)
		m.key = strings.TrimPrefix(parent.key+"."+name, ".")
	}
	return m
}

// exhausted counts a step and reports whether there were too many, or no time is
// left.
func (r *root) exhausted() bool {
	r.remaining--
	if r.remaining%stepsPerLook == 0 && r.ctx.Err() != nil {
		r.remaining = -1
	}
	return r.remaining <= 0
}

// after gives the steps that are left after n more.
func (r *root) after(n int) int { return max(r.remaining-n, min(r.remaining, 0)) }

// spend counts work for what stands at a place, and reports whether it may be done.
func (r *root) spend(work int, at source.Range) bool {
	r.work -= work
	if r.work < 0 || work > maxWork/1000 && r.ctx.Err() != nil {
		r.remaining = -1
		r.giveUp(at)
	}
	return r.remaining > 0
}

// giveUp gives an Unknown for what stands at a place and is not evaluated any more.
// Where that is since no time is left, whoever gave the time tells.
func (r *root) giveUp(at source.Range) *value.Value {
	if !r.tired {
		r.tired = true
		if r.ctx.Err() != nil {
			return value.NewUnknown(at, "no time is left")
		}
		r.note(source.Problem{Range: at, Name: r.dir, Level: source.Warning, Message: "the module takes too many steps to evaluate; from here on it is unknown"})
	}
	return value.NewUnknown(at, "the configuration takes too many steps to evaluate")
}

// template is a template in a file, or why it is none.
type template struct {
	expr  hclsyntax.Expression
	fault string
}

// note is what is told once.
type note struct {
	at      source.Range
	message string
}

func (r *root) note(p source.Problem) {
	if r.texts[p.Range.File] {
		p.Range, p.Name = source.Range{}, r.dir // nobody can go there
	}
	n := note{p.Range, p.Message}
	if !r.noted[n] {
		r.noted[n] = true
		r.problems = append(r.problems, p)
	}
}

// absent notes that a module is not here, once for each source.
func (r *root) absent(src string, at source.Range) {
	if !r.seen[src] {
		r.seen[src] = true
		r.note(source.Problem{
			Range: at, Level: source.Note, Message: "module " + src + " is not downloaded: what comes from it is unknown",
			Group: "modules that are not downloaded, and what comes from them is unknown", Subject: src,
		})
	}
}

// virtual gives a file for text that is parsed but is in no file. What is
// evaluated from it must be given other places.
func (r *root) virtual(text string) *source.File {
	f := source.NewFile(fmt.Sprintf("<text %d>", len(r.files)), []byte(text))
	r.files[f.Name], r.texts[f] = f, true
	return f
}

func (r *root) file(name string) *source.File { return r.files[name] }

// read gives a file that a function names, relative to the root module's folder
// as Terraform has it. The problem of one that may not be read is noted.
func (r *root) read(name string, at source.Range) (*source.File, string) {
	full := name
	if !path.IsAbs(name) {
		full = path.Join(r.dir, name)
		if r.dir == "." {
			full = path.Clean(name)
		}
	}
	f, err := r.loader.set.Read(full)
	if err != nil {
		if err == source.ErrOutside || err == source.ErrTooLarge { //nolint:errorlint // returned as they are
			r.note(source.Problem{Range: at, Level: source.Warning, Message: "not read: " + name + ": " + err.Error()})
		}
		return nil, "cannot read " + name + ": " + err.Error()
	}
	r.files[f.Name] = f
	return f, ""
}

// readManifest gives the folders of the modules that "terraform init" downloaded
// for a root module, by the keys of their calls.
func readManifest(set *source.Set, dir string) (map[string]string, []source.Problem) {
	f, err := set.Read(path.Join(dir, ".terraform/modules/modules.json"))
	if err != nil {
		return nil, nil // nothing is downloaded
	}
	doc, problems := jsondoc.Parse(f)
	if doc == nil {
		return nil, problems
	}
	out := map[string]string{}
	for _, e := range doc.Get("Modules").Elems() {
		key, ok1 := e.Get("Key").Str()
		to, ok2 := e.Get("Dir").Str()
		if ok1 && ok2 && key != "" {
			out[key] = path.Join(dir, to)
		}
	}
	return out, problems
}

func (r *root) downloaded(key string) string { return r.manifest[key] }

// setting gives the value of a root module's variable that the user set, or nil.
func (r *root) setting(name string) *value.Value { return r.values[name] }

// readSettings collects what the user set, in ascending precedence.
// https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
func (r *root) readSettings(m *module) {
	for _, name := range sortedKeys(r.loader.opts.Environment) {
		r.values[name] = m.commandLine(name, r.loader.opts.Environment[name])
	}
	for _, f := range m.config.values {
		r.readValues(m, f)
	}
	for _, s := range r.loader.opts.Settings {
		if s.File == "" {
			r.values[s.Name] = m.commandLine(s.Name, s.Text)
			continue
		}
		f, err := r.loader.set.Read(s.File)
		if err != nil {
			r.problems = append(r.problems, source.Problem{Name: s.File, Message: err.Error()})
			continue
		}
		r.readValues(m, f)
	}
}

func (r *root) readValues(m *module, f *source.File) {
	r.files[f.Name] = f
	step := func(name string, key source.Range) value.Step {
		return value.Step{Range: key, Kind: value.VariableFile, Name: "var." + name}
	}
	if strings.HasSuffix(f.Name, ".json") {
		doc, problems := jsondoc.Parse(f)
		r.problems = append(r.problems, problems...)
		if doc == nil {
			return
		}
		for x := range doc.Fields() {
			r.values[x.Key] = x.Value.With(step(x.Key, x.Range))
		}
		return
	}
	if p := r.held.add(f); p != nil {
		r.problems = append(r.problems, *p)
		return
	}
	body, problems := parse(f, nil)
	r.problems = append(r.problems, problems...)
	if body == nil {
		return
	}
	for _, name := range sortedKeys(body.Attributes) {
		a := body.Attributes[name]
		r.values[name] = m.eval(a.Expr, &scope{sealed: true}).With(step(name, m.rng(a.NameRange)))
	}
}

// commandLine gives the value of --var or TF_VAR_NAME. Text for a variable of a primitive type
// is taken as it is.
func (m *module) commandLine(name, text string) *value.Value {
	f := m.root.virtual(text)
	at := source.Range{}
	if b, ok := m.variables[name]; ok {
		at = m.rng(b.DefRange())
		if kind := m.constraint(b).kind; kind != "" && kind != "string" && kind != "number" && kind != "bool" {
			if refuse(f) == nil {
				if e, diags := hclsyntax.ParseExpression(f.Bytes, f.Name, hcl.InitialPos); !diags.HasErrors() {
					return relocated(m.eval(e, &scope{sealed: true}), at, value.Step{Range: at, Kind: value.VariableFile, Name: "var." + name})
				}
			}
		}
	}
	return value.NewString(at, text).With(value.Step{Range: at, Kind: value.VariableFile, Name: "var." + name})
}

// relocated gives a value whose parts are all placed at r, for text that is in no
// file.
func relocated(v *value.Value, r source.Range, s value.Step) *value.Value {
	c, ok := toCty(v)
	if !ok {
		return value.NewUnknown(r, "the value that is given is not a literal").With(s)
	}
	return fromCty(c, r).With(s)
}

// evaluate gives the value of an expression in the root module of a folder.
func (l *Loader) evaluate(dir, expr string) (*value.Value, []source.Problem) {
	r, m := l.open(context.Background(), dir)
	f := r.virtual(expr)
	if p := refuse(f); p != nil {
		return nil, []source.Problem{*p}
	}
	e, diags := hclsyntax.ParseExpression(f.Bytes, f.Name, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, problemsOf(f, diags)
	}
	return m.eval(e, nil), r.problems
}
