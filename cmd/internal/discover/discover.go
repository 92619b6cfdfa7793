// Package discover finds the inputs of a run: the root of the repository that
// the arguments lie in, and the files that they stand for.
package discover

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"

	"github.com/ecslint/ecslint/cmd/internal/gitignore"
	"github.com/ecslint/ecslint/parsers"
	"github.com/ecslint/ecslint/parsers/parallel"
	"github.com/ecslint/ecslint/parsers/source"
)

// Scope is where the arguments of a run lie. All paths are absolute and free of
// symbolic links.
type Scope struct {
	// Root is the root of the repository. Nothing outside of it is read, and
	// names of files are relative to it.
	Root string
	// Base is the nearest folder that holds everything that was named. What a
	// run finds depends on it and not on the working directory.
	Base string
	// Paths are the arguments.
	Paths []string
	// Folders are those that were read already; nil if none was.
	Folders *Folders
}

// Locate says where arguments lie. Without any it is the working directory.
//
// The root is the nearest folder with an entry ".git" at or above the working
// directory, if all arguments lie in it; else the nearest one above all
// arguments; else the working directory, if all arguments lie in it; else the
// folder that holds them all.
func Locate(workdir string, args []string) (Scope, error) {
	workdir, err := filepath.EvalSymlinks(workdir)
	if err != nil {
		return Scope{}, err
	}
	if len(args) == 0 {
		args = []string{"."}
	}
	var s Scope
	for _, arg := range args {
		if !filepath.IsAbs(arg) {
			arg = filepath.Join(workdir, arg)
		}
		arg = resolve(arg)
		s.Paths = append(s.Paths, arg)
		dir := arg
		if info, err := os.Stat(arg); err != nil || !info.IsDir() {
			dir = filepath.Dir(arg)
		}
		if s.Base == "" {
			s.Base = dir
		}
		for !within(s.Base, dir) {
			s.Base = filepath.Dir(s.Base)
		}
	}
	repository := repositoryOf(workdir)
	if repository == "" || !within(repository, s.Base) {
		repository = repositoryOf(s.Base)
	}
	s.Root = cmp.Or(repository, s.Base)
	if repository == "" && within(workdir, s.Base) {
		s.Root = workdir
	}
	return s, nil
}

// resolve gives a path without symbolic links, as far as it exists.
func resolve(p string) string {
	p = filepath.Clean(p)
	if r, err := filepath.EvalSymlinks(p); err == nil {
		return r
	}
	dir := filepath.Dir(p)
	if dir == p {
		return p
	}
	return filepath.Join(resolve(dir), filepath.Base(p))
}

func within(dir, p string) bool {
	rel, err := filepath.Rel(dir, p)
	return err == nil && filepath.IsLocal(rel)
}

// repositoryOf gives the nearest folder with ".git", which is a file in a
// worktree and a submodule, at or above dir; empty if there is none.
func repositoryOf(dir string) string {
	for {
		// What cannot be looked at is no reason to go on further up.
		if _, err := os.Lstat(filepath.Join(dir, ".git")); !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// Name gives the name of a path that lies in the root, as the file set has it.
func (s Scope) Name(p string) string {
	rel, err := filepath.Rel(s.Root, p)
	if err != nil {
		return filepath.ToSlash(p)
	}
	return filepath.ToSlash(rel)
}

// Inputs gives the files that the arguments stand for, each once, by name. A
// folder stands for all files below it that can be inputs, without those that
// Git ignores. A folder that cannot be read is a problem; the others are still
// read. So is, of the level missing, an argument that does not exist. Problems are
// by name, too. The files of set are those of the root.
func (s Scope) Inputs(set *source.Set, missing source.Level) ([]parsers.Input, []source.Problem) {
	w := walker{scope: s, set: set, folders: parallel.NewGroup()}
	for _, p := range s.Paths {
		info, err := os.Stat(p)
		name := s.Name(p)
		switch {
		case overlaid(set, name):
			w.add(parsers.Input{Name: name, Named: true})
		case errors.Is(err, fs.ErrNotExist):
			w.problem(missing, name, "", err)
		case err != nil:
			w.problem(source.Error, name, "", err)
		case info.IsDir():
			w.folder(name, s.ignoresAbove(set, name))
		default:
			w.add(parsers.Input{Name: name, Named: true})
		}
	}
	w.folders.Wait()
	slices.SortFunc(w.inputs, func(a, b parsers.Input) int { return strings.Compare(a.Name, b.Name) })
	out := w.inputs[:0]
	for _, in := range w.inputs {
		if n := len(out); n > 0 && out[n-1].Name == in.Name {
			out[n-1].Named = out[n-1].Named || in.Named
			out[n-1].Walked = out[n-1].Walked || in.Walked
			continue
		}
		out = append(out, in)
	}
	slices.SortFunc(w.problems, func(a, b source.Problem) int {
		return cmp.Or(strings.Compare(a.Path(), b.Path()), strings.Compare(a.Message, b.Message))
	})
	return out, w.problems
}

// overlaid reports whether the text of a file was given, so that it need not
// exist.
func overlaid(set *source.Set, name string) bool {
	return slices.ContainsFunc(set.Files(), func(f *source.File) bool { return f.Name == name })
}

// ignoresAbove gives the patterns of the folders above dir. A folder that they
// ignore is read all the same when it is named, and they then do not count.
func (s Scope) ignoresAbove(set *source.Set, dir string) *gitignore.Patterns {
	if dir == "." {
		return nil
	}
	g := readIgnores(set, nil, ".", nil)
	for i := 0; i <= len(dir); i++ {
		if i < len(dir) && dir[i] != '/' {
			continue
		}
		if g.Match(dir[:i], true) {
			return nil
		}
		if i < len(dir) {
			g = readIgnores(set, g, dir[:i], nil)
		}
	}
	return g
}

// readIgnores adds the patterns of a folder. A problem is told if there are too many.
func readIgnores(set *source.Set, g *gitignore.Patterns, dir string, tell func(source.Problem)) *gitignore.Patterns {
	f, err := set.Read(path.Join(dir, ".gitignore"))
	if err != nil {
		return g // there is none, or Git could not read it either
	}
	if dir == "." {
		dir = ""
	}
	out := g.With(dir, string(f.Bytes))
	if out != g && out.Excess() > 0 && tell != nil {
		at := f.Line(out.Excess())
		at.End = at.Start
		tell(source.Problem{Range: at, Level: source.Warning, Message: "too many patterns, or one that is too long: it is passed over"})
	}
	return out
}

// skipped are folders that hold no code of the repository's own. They are read
// when they are named.
var skipped = map[string]bool{
	".git": true, ".hg": true, ".svn": true, ".jj": true,
	".terraform": true, ".terragrunt-cache": true, ".aws-sam": true,
	"node_modules": true, "bower_components": true,
	".venv": true, ".tox": true, ".nox": true, "__pycache__": true, "site-packages": true,
}

// What a CDK app makes are a folder with a file of the same name as the folder has
// by default, and a manifest that names the templates. The others of its files
// belong to the manifest or are assets: what is copied into images and functions.
// The folder is read although most repositories ignore it, since it is what an
// app stands for: findings are shown in the app's code.
const (
	assembly = "cdk.out"
	manifest = "manifest.json"
)

// maxDepth bounds the nesting of folders that are walked.
const maxDepth = 200

// walker collects the files below folders. It goes through the folders several at a
// time, so that what it finds is in no order.
type walker struct {
	scope   Scope
	set     *source.Set
	folders *parallel.Group

	mu       sync.Mutex
	inputs   []parsers.Input
	problems []source.Problem
}

func (w *walker) add(in ...parsers.Input) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.inputs = append(w.inputs, in...)
}

func (w *walker) problem(level source.Level, name, what string, err error) {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err // whoever reports the problem names the file
	}
	w.tell(source.Problem{Name: name, Level: level, Message: what + err.Error()})
}

func (w *walker) tell(p source.Problem) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.problems = append(w.problems, p)
}

// folder walks a folder. Symbolic links to folders are not followed: what they
// lead to in the repository is found by its own name, there are no loops, and
// GitHub shows nothing at a path with a link.
func (w *walker) folder(dir string, g *gitignore.Patterns) {
	if strings.Count(dir, "/") > maxDepth {
		w.problem(source.Warning, dir, "", errors.New("not read: too many folders in each other"))
		return
	}
	entries, err := w.scope.readDir(dir)
	if err != nil {
		w.problem(source.Error, dir, "read folder: ", err)
		return
	}
	names := func(want string) bool {
		return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == want })
	}
	if path.Base(dir) == "vendor" && names("modules.txt") { // Go's
		return
	}
	if names(".gitignore") {
		g = readIgnores(w.set, g, dir, w.tell)
	}
	if names(assembly) && names(manifest) {
		w.assembly(dir)
		return
	}
	var files []parsers.Input
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case e.IsDir():
			switch ignored := g.Match(name, true); {
			case skipped[e.Name()]:
			case !ignored:
				w.folders.Do(func() { w.folder(name, g) })
			case e.Name() == assembly:
				w.assembly(name)
			}
		case !parsers.Candidate(name) || g.Match(name, false):
		case e.Type().IsRegular():
			files = append(files, parsers.Input{Name: name, Walked: true})
		case e.Type()&fs.ModeSymlink != 0:
			w.link(name)
		}
	}
	w.add(files...)
}

// assembly takes what a CDK app made, if it is that.
func (w *walker) assembly(dir string) {
	if w.scope.regular(path.Join(dir, assembly)) && w.scope.regular(path.Join(dir, manifest)) {
		w.add(parsers.Input{Name: path.Join(dir, manifest), Walked: true})
	}
}

// link takes a symbolic link to a file of the repository. The file counts under
// its own name, but for a part of a Terraform module, which belongs to the
// folder of the link.
func (w *walker) link(name string) {
	if strings.HasPrefix(path.Base(name), ".#") { // a lock of Emacs leads nowhere
		return
	}
	target, err := source.Follow(w.scope.Root, name)
	switch {
	case errors.Is(err, source.ErrOutside):
		w.problem(source.Warning, name, "symbolic link not read: ", err)
	case err != nil:
		w.problem(source.Warning, name, "symbolic link: ", err)
	case !w.scope.regular(target):
	case parsers.OfModule(name):
		w.add(parsers.Input{Name: name, Walked: true})
	default:
		w.add(parsers.Input{Name: target, Walked: true})
	}
}

// regular reports whether a name is that of a plain file.
func (s Scope) regular(name string) bool {
	info, err := os.Lstat(filepath.Join(s.Root, filepath.FromSlash(name)))
	return err == nil && info.Mode().IsRegular()
}
