package discover

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/parallel"
	"github.com/ecslint/ecslint/parsers/source"
)

// Skipped reports whether a folder holds no code of the repository's own, by the
// last part of its path.
func Skipped(folder string) bool { return skipped[folder] }

// Of gives the scope of files, by their absolute paths: of those that lie in what
// the arguments stand for. A symbolic link counts as in a folder that is walked.
func (s Scope) Of(files []string) Scope {
	arguments := s.Paths
	s.Paths = nil
	for _, p := range files {
		p = filepath.Join(resolve(filepath.Dir(p)), filepath.Base(p))
		if !slices.ContainsFunc(arguments, func(dir string) bool { return within(dir, p) }) {
			continue
		}
		if info, err := os.Lstat(p); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			target, err := source.Follow(s.Root, s.Name(p))
			if err != nil || !s.regular(target) {
				continue
			}
			if !parsers.OfModule(p) {
				p = filepath.Join(s.Root, filepath.FromSlash(target))
			}
		}
		s.Paths = append(s.Paths, p)
	}
	return s
}

// Readers gives inputs that are to be evaluated for the sake of those that were
// named, as they may read them: a Terraform module that renders a template or
// decodes a file, a template with nested stacks, a list of the files of a
// deployment. These are
//
//   - the nearest Terraform module in the folders above a file, as the name by which
//     it reads the file may be put together,
//   - files in these folders that mention the file's name,
//   - if none does, the Terraform modules of the repository that do so, unless the
//     file is a template of CloudFormation, which they do not read, or is open in an
//     editor, which does not wait, and
//   - the Terraform modules that call the module of a file, and those that call
//     them in turn, unless the module configures a provider or its state: then it
//     is a root, and
//   - inputs of which uses says that they are given one of the files; it may be nil.
func (s Scope) Readers(set *source.Set, inputs []parsers.Input, uses func(name string) bool) []parsers.Input {
	r := readers{scope: s, set: set, above: map[string]*level{}, missing: map[string]bool{}, found: map[string]bool{}}
	for _, in := range inputs {
		if in.Named && !parsers.OfModule(in.Name) {
			r.climb(in.Name)
		}
	}
	r.mention()
	r.callers(inputs)
	if uses != nil {
		for _, name := range r.everything() {
			if uses(name) {
				r.found[name] = true
			}
		}
	}
	for _, in := range inputs {
		delete(r.found, in.Name)
	}
	var out []parsers.Input
	for _, name := range slices.Sorted(maps.Keys(r.found)) {
		out = append(out, parsers.Input{Name: name})
	}
	return out
}

// readers looks for what reads files.
type readers struct {
	scope Scope
	set   *source.Set
	above map[string]*level // the folders that the files are in, and those above
	// missing are the words that are looked for anywhere if they are not in above.
	missing map[string]bool
	found   map[string]bool
}

// level is a folder above some files.
type level struct {
	candidates []string        // the files in it that can be inputs
	words      map[string]bool // what is looked for in them
}

// climb notes the folders above a file, and takes the nearest module.
func (r *readers) climb(name string) {
	w := word(path.Base(name))
	if !overlaid(r.set, name) {
		template, err := r.set.ReadIf(name, parsers.MentionsTemplate)
		r.missing[w] = r.missing[w] || template == nil && err == nil
	}
	nearest := -1
	for dir := path.Dir(name); ; dir = path.Dir(dir) {
		l := r.above[dir]
		if l == nil {
			l = &level{candidates: r.candidates(dir), words: map[string]bool{}}
			r.above[dir] = l
		}
		l.words[w] = true
		if nearest < 0 {
			if nearest = slices.IndexFunc(l.candidates, parsers.OfModule); nearest >= 0 {
				r.found[l.candidates[nearest]] = true
			}
		}
		if dir == "." {
			return
		}
	}
}

// candidates gives the files in a folder that can be inputs.
func (r *readers) candidates(dir string) []string {
	names, err := r.set.ReadDir(dir)
	if err != nil {
		return nil // there is no such folder any more
	}
	ignored := r.scope.ignoresAbove(r.set, dir)
	var out []string
	for _, n := range names {
		if name := path.Join(dir, n); !strings.HasSuffix(n, "/") && parsers.Candidate(name) && !ignored.Match(name, false) {
			out = append(out, name)
		}
	}
	return out
}

// everything gives all that can be an input in the repository.
func (r *readers) everything() []string {
	inputs, _ := Scope{Root: r.scope.Root, Paths: []string{r.scope.Root}, Folders: r.scope.Folders}.Inputs(r.set, source.Note)
	out := make([]string, len(inputs))
	for i, in := range inputs {
		out[i] = in.Name
	}
	return out
}

// mention takes what mentions the files: in the folders above them, else anywhere.
func (r *readers) mention() {
	var tasks []task
	for _, l := range r.above {
		for _, name := range l.candidates {
			tasks = append(tasks, task{name: name, words: l.words})
		}
	}
	found := r.scan(tasks)
	maps.DeleteFunc(r.missing, func(w string, missing bool) bool { return !missing || found[w] })
	if len(r.missing) == 0 {
		return
	}
	tasks = nil
	for _, name := range r.everything() {
		if parsers.OfModule(name) {
			tasks = append(tasks, task{name: name, words: r.missing})
		}
	}
	r.scan(tasks)
}

// callers takes the modules that call those of inputs, however many calls lie
// between them.
func (r *readers) callers(inputs []parsers.Input) {
	var called []string
	seen := map[string]bool{}
	for _, in := range inputs {
		dir := path.Dir(in.Name)
		if in.Named && parsers.OfModule(in.Name) && !overlaid(r.set, in.Name) && !seen[dir] && !r.isRoot(dir) {
			called = append(called, dir)
		}
		seen[dir] = true
	}
	if len(called) == 0 {
		return
	}
	by := r.calls()
	for len(called) > 0 {
		dir := called[0]
		called = called[1:]
		for _, file := range by[dir] {
			r.found[file] = true
			if caller := path.Dir(file); !seen[caller] {
				seen[caller] = true
				called = append(called, caller)
			}
		}
	}
}

// isRoot reports whether a module is one that nothing calls.
func (r *readers) isRoot(dir string) bool {
	return slices.ContainsFunc(r.candidates(dir), func(name string) bool {
		root := false
		r.set.ReadIf(name, func(text []byte) bool { //nolint:errcheck // what cannot be read is no sign
			root = parsers.OfModule(name) && (bytes.Contains(text, []byte("\nprovider \"")) || bytes.HasPrefix(text, []byte("provider \"")) ||
				bytes.Contains(text, []byte("\n  backend \"")))
			return false
		})
		return root
	})
}

// calls gives the files that call a module, by its folder, in all of the
// repository.
func (r *readers) calls() map[string][]string {
	names := slices.DeleteFunc(r.everything(), func(name string) bool { return !parsers.OfModule(name) })
	found := make([][]string, len(names))
	parallel.Each(len(names), runtime.GOMAXPROCS(0), func(i int) {
		r.set.ReadIf(names[i], func(text []byte) bool { //nolint:errcheck // what cannot be read calls nothing
			found[i] = sources(path.Dir(names[i]), text)
			return false
		})
	})
	out := map[string][]string{}
	for i, dirs := range found {
		for _, dir := range dirs {
			out[dir] = append(out[dir], names[i])
		}
	}
	return out
}

// sources gives the folders that strings in a file of a module name as the source
// of another module has to: from its own folder dir.
func sources(dir string, text []byte) []string {
	var out []string
	for {
		i := bytes.Index(text, []byte(`".`))
		if i < 0 {
			return out
		}
		text = text[i+1:]
		end := bytes.IndexAny(text, "\"\n")
		if end < 0 {
			return out
		}
		if s := string(text[:end]); strings.HasPrefix(s, "./") || strings.HasPrefix(s, "../") {
			out = append(out, path.Join(dir, s))
		}
		text = text[end:]
	}
}

// task is a file to look into.
type task struct {
	name  string
	words map[string]bool
	found []string // which of them are in it
}

// scan looks into files, some at a time. It takes those that mention one of their
// words, and gives the words that are mentioned.
func (r *readers) scan(tasks []task) map[string]bool {
	parallel.Each(len(tasks), runtime.GOMAXPROCS(0), func(i int) { tasks[i].run(r.set) })
	out := map[string]bool{}
	for _, t := range tasks {
		for _, w := range t.found {
			out[w] = true
			r.found[t.name] = true
		}
	}
	return out
}

// run looks into the file. That it mentions itself says nothing.
func (t *task) run(set *source.Set) {
	own := word(path.Base(t.name))
	set.ReadIf(t.name, func(text []byte) bool { //nolint:errcheck // what cannot be read reads nothing
		t.found = slices.DeleteFunc(mentioned(text, t.words), func(w string) bool { return w == own })
		return len(t.found) > 0
	})
}

// mentioned gives the words that stand in a text.
func mentioned(text []byte, wanted map[string]bool) []string {
	var out []string
	var lengths [256]bool // most words of a text can be told by their length
	for w := range wanted {
		lengths[uint8(len(w))] = true
	}
	for len(text) > 0 {
		n := 0
		for n < len(text) && inWord(text[n]) {
			n++
		}
		if n > 0 && lengths[uint8(n)] && wanted[string(text[:n])] {
			out = append(out, string(text[:n]))
		}
		text = text[min(n+1, len(text)):]
	}
	return out
}

// word gives what to look for in the place of a name: the longest part of it that
// no language puts in quotes or escapes.
func word(name string) string {
	longest := ""
	for w := range strings.FieldsFuncSeq(name, func(c rune) bool { return c < utf8.RuneSelf && !inWord(byte(c)) }) {
		if len(w) > len(longest) {
			longest = w
		}
	}
	return longest
}

// inWord reports whether a byte is a part of a word.
func inWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '.' || c == '_' || c == '-' || c >= utf8.RuneSelf
}
