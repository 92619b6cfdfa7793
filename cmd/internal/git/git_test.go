package git

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
)

// repo is a work tree that Git itself made.
type repo struct {
	*testing.T
	dir string
}

// newRepo makes an empty repository; args are for "git init".
func newRepo(t *testing.T, args ...string) *repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	r := &repo{t, filepath.Join(t.TempDir(), "repo")}
	if err := os.Mkdir(r.dir, 0o755); err != nil {
		t.Fatal(err)
	}
	r.git(append([]string{"init", "-q", "-b", "main"}, args...)...)
	return r
}

// at gives another work tree.
func (r *repo) at(dir string) *repo { return &repo{r.T, dir} }

// git runs Git and gives what it prints.
func (r *repo) git(args ...string) string {
	r.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "GIT_ALLOW_PROTOCOL=file",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@b", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@b")
	out, err := cmd.Output()
	if err != nil {
		detail := ""
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			detail = string(exit.Stderr)
		}
		r.Fatalf("git %q: %v\n%s", args, err, detail)
	}
	return string(out)
}

// write writes files: names and their contents in turns.
func (r *repo) write(files ...string) {
	r.Helper()
	for i := 0; i < len(files); i += 2 {
		full := filepath.Join(r.dir, files[i])
		err := os.MkdirAll(filepath.Dir(full), 0o755)
		if err = cmp.Or(err, os.WriteFile(full, []byte(files[i+1]), 0o600)); err != nil {
			r.Fatal(err)
		}
	}
}

func (r *repo) remove(names ...string) {
	r.Helper()
	for _, name := range names {
		if err := os.RemoveAll(filepath.Join(r.dir, name)); err != nil {
			r.Fatal(err)
		}
	}
}

func (r *repo) symlink(target, name string) {
	r.Helper()
	if err := os.Symlink(target, filepath.Join(r.dir, name)); err != nil {
		r.Fatal(err)
	}
}

// commit commits all that there is.
func (r *repo) commit(message string, more ...string) {
	r.Helper()
	r.git("add", "-A")
	r.git(append([]string{"commit", "-q", "--allow-empty", "-m", message}, more...)...)
}

func noSkip(string) bool { return false }

// in reads folders below a root.
func in(root string) Lister {
	return func(dir string) ([]fs.DirEntry, error) { return os.ReadDir(filepath.Join(root, dir)) }
}

func (r *repo) changed(revision string) (*Change, error) {
	r.Helper()
	g, err := Open(r.dir)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err := g.Close(); err != nil {
			r.Error(err)
		}
	}()
	return g.Changed(revision, noSkip, in(r.dir))
}

// expect compares what changed with what is expected, and that with what Git says.
func (r *repo) expect(revision string, files, deleted []string) {
	r.Helper()
	slices.Sort(files)
	slices.Sort(deleted)
	want := &Change{Files: files, Deleted: deleted}
	if diff := gocmp.Diff(r.asGit(revision), want); diff != "" {
		r.Errorf("%s: what is expected is not what Git says: -git +want\n%s", revision, diff)
	}
	r.expectAlone(revision, want)
}

// expectAlone compares what changed with what is expected.
func (r *repo) expectAlone(revision string, want *Change) {
	r.Helper()
	got, err := r.changed(revision)
	if err != nil {
		r.Errorf("%s: %v", revision, err)
		return
	}
	got.Base = ""
	if diff := gocmp.Diff(want, got); diff != "" {
		r.Errorf("%s: -want +got\n%s", revision, diff)
	}
}

// asGit gives what Git says.
func (r *repo) asGit(revision string) *Change {
	r.Helper()
	names := func(args ...string) []string {
		var out []string
		for name := range strings.SplitSeq(r.git(args...), "\x00") {
			if name != "" {
				out = append(out, name)
			}
		}
		return out
	}
	diff := []string{"diff", "--name-only", "--no-renames", "--ignore-submodules=all", "-z", "--merge-base", revision}
	untracked := slices.DeleteFunc(names("ls-files", "-z", "--others", "--exclude-per-directory=.gitignore"), func(name string) bool {
		return strings.HasSuffix(name, "/") // another repository
	})
	c := &Change{Files: append(names(append(diff, "--diff-filter=d", "--")...), untracked...)}
	slices.Sort(c.Files)
	c.Files = slices.Compact(c.Files)
	for _, name := range names(append(diff, "--diff-filter=D", "--")...) {
		if !slices.Contains(untracked, name) {
			c.Deleted = append(c.Deleted, name)
		}
	}
	slices.Sort(c.Deleted)
	return c
}

// TestChanged has every way in which a file can change, with objects in files of
// their own, in a pack, and for all formats of the repository.
func TestChanged(t *testing.T) {
	for _, test := range []struct {
		name string
		init []string
		pack bool
	}{
		{name: "loose"},
		{name: "packed", pack: true},
		{name: "SHA-256", init: []string{"--object-format=sha256"}},
		{name: "SHA-256, packed", init: []string{"--object-format=sha256"}, pack: true},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := newRepo(t, test.init...)
			r.write("same", "1", "modified", "1", "staged", "1", "committed", "1", "deleted", "1", "removed", "1",
				"old name", "2", "back", "1", "uncached", "1", "cached/ignored", "1", "touched", "1",
				"dir/same", "1", "dir/inner/modified", "1", "dir.tf", "1", "folder/a", "1", "folder/b", "1", "becomes/folder", "1", "becomes-file", "x",
				"new\nline", "1", "b\xffd", "1", `quo"te\`, "1", "executable", "1",
				".gitignore", "*.log\n/cached/\n", "dir/.gitignore", "!keep.log\n")
			r.symlink("same", "link")
			r.symlink("same", "to-file")
			r.git("add", "-f", "cached/ignored")
			r.commit("one")
			r.write("committed", "2")
			r.commit("two")
			if test.pack {
				r.git("gc", "-q")
			}

			r.write("modified", "2", "dir/inner/modified", "2", "new\nline", "2", "b\xffd", "2", `quo"te\`, "2")
			r.write("staged", "2", "new staged", "1")
			r.git("add", "staged", "new staged")
			r.git("rm", "-q", "removed")
			r.git("mv", "old name", "new name")
			r.git("rm", "-q", "--cached", "uncached")
			r.write("back", "2")
			r.git("add", "back")
			r.write("back", "1") // as it was
			r.write("intended", "1")
			r.git("add", "-N", "intended")
			r.write("short", "1")
			r.git("add", "short")
			r.remove("deleted", "folder", "becomes", "becomes-file", "to-file", "link", "short")
			r.write("becomes", "1", "becomes-file/x", "1", "to-file", "1", "folder", "1")
			r.symlink("modified", "link")
			r.write("new", "1", "a.log", "1", "dir/a.log", "1", "dir/keep.log", "1", "cached/new", "1", "new dir/deep/x", "1")
			r.write("same", "1", "touched", "1") // with another time
			if err := os.Chmod(filepath.Join(r.dir, "touched"), 0o600); err != nil {
				t.Fatal(err)
			}

			files := []string{
				"modified", "dir/inner/modified", "new\nline", "b\xffd", `quo"te\`, "staged", "new staged", "new name", "uncached", "intended",
				"becomes", "becomes-file/x", "to-file", "folder", "link", "new", "dir/keep.log", "new dir/deep/x",
			}
			deleted := []string{"deleted", "removed", "old name", "folder/a", "folder/b", "becomes/folder", "becomes-file"}
			r.expect("HEAD", files, deleted)
			r.expect("HEAD~1", append(files, "committed"), deleted)
			r.git("update-index", "-q", "--refresh", "--index-version=4", "--unmerged", "--ignore-missing")
			r.expect("HEAD", files, deleted)
			r.commit("three")
			tracked := slices.DeleteFunc(files, func(name string) bool { return name == "uncached" }) // it is as it was
			r.expect("HEAD~1", tracked, deleted)
			r.expect("HEAD", nil, nil)
		})
	}
}

// TestPermissions has a file of which only the permissions changed: no input is
// another one for that.
func TestPermissions(t *testing.T) {
	r := newRepo(t)
	r.write("a", "1", "b", "1")
	r.commit("one")
	if err := os.Chmod(filepath.Join(r.dir, "a"), 0o700); err != nil {
		t.Fatal(err)
	}
	r.expectAlone("HEAD", &Change{})
	r.commit("two")
	r.expectAlone("HEAD~1", &Change{})
}

// TestRevisions has all spellings of a revision.
func TestRevisions(t *testing.T) {
	r := newRepo(t)
	r.write("1", "")
	r.commit("one")
	r.git("tag", "light")
	r.git("tag", "-a", "-m", "x", "annotated")
	r.git("tag", "-a", "-m", "x", "of-tag", "annotated")
	r.git("update-ref", "refs/remotes/origin/main", "HEAD")
	r.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
	r.git("branch", "feature/x")
	r.git("tag", "feature", "HEAD")
	r.write("2", "")
	r.commit("two")
	r.git("checkout", "-q", "-b", "side", "HEAD~1")
	r.write("3", "")
	r.commit("three")
	r.git("checkout", "-q", "main")
	r.git("merge", "-q", "--no-edit", "side")
	one := strings.TrimSpace(r.git("rev-parse", "light"))
	spellings := []string{
		"light", "tags/light", "refs/tags/light", "annotated", "of-tag", "annotated^{}", "annotated^{commit}", "annotated^0",
		"origin", "origin/main", "remotes/origin/main", "origin/HEAD", "feature/x", "heads/feature/x", "feature",
		"HEAD~2", "HEAD^^", "HEAD^1~1", "@~2", "HEAD^2^", "HEAD^2~1", "main~1~", one, strings.ToUpper(one), one[:4], one[:7], one[:39],
	}
	check := func() {
		t.Helper()
		for _, s := range spellings {
			got, err := r.changed(s)
			if err != nil {
				t.Error(err)
			} else if diff := gocmp.Diff(&Change{Files: []string{"2", "3"}, Base: one}, got); diff != "" {
				t.Errorf("%s: -want +got\n%s", s, diff)
			}
		}
		for _, s := range []string{
			"gone", "HEAD~9", "HEAD^3", "main..side", "", "^", "~", "HEAD^{tree}", "HEAD~x", "../HEAD", "refs/../HEAD", "config", "index",
			"refs", "refs/heads", "heads", "feature/x/y", one[:3], "zzzz", "0000", "HEAD~99999999999999999999", "main@{1}", "refs/heads/a b",
		} {
			if got, err := r.changed(s); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("unknown revision %q: no branch", s)) {
				t.Errorf("%q: %v, %v", s, got, err)
			}
		}
	}
	check()
	r.git("gc", "-q")
	r.git("pack-refs", "--all")
	check()

	tree := strings.TrimSpace(r.git("rev-parse", "HEAD^{tree}"))
	if _, err := r.changed(tree); err == nil || !strings.HasSuffix(err.Error(), "is a tree, not a commit") {
		t.Error(err)
	}
	if _, err := r.changed(strings.Repeat("1", 40)); err == nil || !strings.HasSuffix(err.Error(), "is not in the repository") {
		t.Error(err)
	}
	r.git("fetch", "-q", ".", "light")
	spellings = []string{"FETCH_HEAD"}
	check()
}

// TestMergeBase has branches that went separate ways.
func TestMergeBase(t *testing.T) {
	r := newRepo(t)
	r.write("shared", "1", "main", "1", "branch", "1")
	r.commit("one")
	r.git("checkout", "-q", "-b", "branch")
	r.write("branch", "2")
	r.commit("on the branch")
	r.git("checkout", "-q", "main")
	r.write("main", "2", "other", "1")
	r.commit("on main")
	r.git("checkout", "-q", "branch")
	r.expect("main", []string{"branch"}, nil)
	r.git("merge", "-q", "--no-edit", "main")
	r.write("shared", "2")
	r.commit("on the branch again")
	r.expect("main", []string{"branch", "shared"}, nil)
	r.git("checkout", "-q", "main")
	r.expect("branch", nil, nil)

	r.git("checkout", "-q", "--orphan", "alone")
	r.commit("another beginning")
	if _, err := r.changed("main"); err == nil || err.Error() != `revision "main": it has no commit in common with HEAD` {
		t.Error(err)
	}
}

// TestRandomHistory compares the base with Git's over histories made by chance.
func TestRandomHistory(t *testing.T) {
	r := newRepo(t)
	tree := strings.TrimSpace(r.git("write-tree"))
	rnd := rand.New(rand.NewPCG(1, 2))
	r.commit("0")
	commits := []string{strings.TrimSpace(r.git("rev-parse", "HEAD"))}
	for i := range 40 {
		args := []string{"commit-tree", tree, "-m", fmt.Sprint(i)}
		for range 1 + rnd.IntN(2) {
			args = append(args, "-p", commits[max(0, len(commits)-1-rnd.IntN(6))])
		}
		commits = append(commits, strings.TrimSpace(r.git(args...)))
	}
	g, err := Open(r.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close() //nolint:errcheck // a test
	for range 100 {
		a, b := commits[rnd.IntN(len(commits))], commits[rnd.IntN(len(commits))]
		want := strings.Fields(r.git("merge-base", "--all", a, b))
		x, _ := parseID(a)
		y, _ := parseID(b)
		got, err := g.mergeBase(x, y)
		if err != nil || !slices.Contains(want, got.String()) {
			t.Errorf("%s and %s: %s, %v, want one of %v", a, b, got, err, want)
		}
	}
}

// TestRandomChanges compares with Git over changes made by chance.
func TestRandomChanges(t *testing.T) {
	r := newRepo(t)
	rnd := rand.New(rand.NewPCG(3, 4))
	pick := func(from ...string) string { return from[rnd.IntN(len(from))] }
	commits := []string{"HEAD"}
	name := func() string {
		out := pick("a", "b", "c.tf", "a-b", "a.b")
		for range rnd.IntN(3) {
			out = pick("a", "b", "c", "a.b", "a-b") + "/" + out
		}
		return out
	}
	r.write(".gitignore", "c.tf\n!/a/\nb/c\n")
	r.commit("0")
	for i := range 25 {
		for range 12 {
			n := name()
			full := filepath.Join(r.dir, n)
			if rnd.IntN(4) == 0 {
				os.RemoveAll(full) //nolint:errcheck // a file may be in the place of a folder
			} else if os.MkdirAll(filepath.Dir(full), 0o755) == nil {
				os.WriteFile(full, []byte(pick("1", "2", "3")), 0o600) //nolint:errcheck // a folder may be in its place
			}
			if rnd.IntN(3) == 0 {
				r.git("add", "-A")
			}
		}
		if rnd.IntN(2) == 0 {
			r.commit(fmt.Sprint(i))
			commits = append(commits, strings.TrimSpace(r.git("rev-parse", "HEAD")))
		}
		if rnd.IntN(8) == 0 {
			r.git("gc", "-q")
		}
		revision := pick(commits...)
		r.expectAlone(revision, r.asGit(revision))
	}
}

// TestLayouts has what Git keeps elsewhere than usual.
func TestLayouts(t *testing.T) {
	r := newRepo(t)
	r.write("a", "1", "dir/b", "1", "sub/c", "1")
	r.commit("one")
	r.write("a", "2")
	r.commit("two")
	beside := func(name string) *repo { return r.at(filepath.Join(filepath.Dir(r.dir), name)) }

	t.Run("work tree", func(t *testing.T) {
		w := beside("linked")
		w.T = t
		r.git("worktree", "add", "-q", "-b", "linked", w.dir, "HEAD~1")
		w.write("dir/b", "2")
		w.expect("main", []string{"dir/b"}, nil)
		w.git("update-ref", "refs/worktree/own", "HEAD")
		w.expect("refs/worktree/own", []string{"dir/b"}, nil)
		if got, err := r.changed("refs/worktree/own"); err == nil {
			t.Errorf("another work tree's reference: %v", got)
		}
	})
	t.Run("shallow clone", func(t *testing.T) {
		s := beside("shallow")
		s.T = t
		r.git("checkout", "-q", "-b", "branch", "HEAD~1")
		r.write("dir/b", "3")
		r.commit("three")
		r.git("clone", "-q", "--depth=1", "--branch=branch", "file://"+r.dir, s.dir)
		r.git("checkout", "-q", "main")
		if _, err := s.changed("origin/main"); err == nil || !strings.Contains(err.Error(), "fetch-depth: 0") {
			t.Error(err)
		}
		s.git("fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main")
		s.expectAlone("origin/main", &Change{Files: []string{"a", "dir/b"}, Shallow: true})
		s.git("fetch", "-q", "--unshallow", "origin")
		s.expect("origin/main", []string{"dir/b"}, nil)
	})
	t.Run("alternates", func(t *testing.T) {
		s := beside("shared")
		s.T = t
		r.git("clone", "-q", "--shared", r.dir, s.dir)
		s.write("new", "1")
		s.commit("more")
		s.expect("HEAD~2", []string{"a", "new"}, nil)
	})
	t.Run("submodule", func(t *testing.T) {
		s := beside("outer")
		s.T = t
		if err := os.Mkdir(s.dir, 0o755); err != nil {
			t.Fatal(err)
		}
		s.git("init", "-q", "-b", "main")
		s.write("x", "1")
		s.commit("one")
		s.git("submodule", "--quiet", "add", r.dir, "module")
		s.write("module/a", "3", "module/new", "1")
		s.expect("HEAD", []string{".gitmodules"}, nil)
		s.commit("two")
		s.expect("HEAD~1", []string{".gitmodules"}, nil)
		inner := s.at(filepath.Join(s.dir, "module"))
		inner.expect("HEAD~1", []string{"a", "new"}, nil)
		// A repository in another one that does not know of it.
		s.git("clone", "-q", r.dir, "nested")
		s.expect("HEAD", nil, nil)
	})
	t.Run("sparse", func(t *testing.T) {
		for _, sparseIndex := range []string{"--no-sparse-index", "--sparse-index"} {
			s := beside("sparse" + sparseIndex)
			s.T = t
			r.git("clone", "-q", r.dir, s.dir)
			s.git("sparse-checkout", "set", "--cone", sparseIndex, "dir")
			s.write("dir/b", "2")
			s.expect("HEAD", []string{"dir/b"}, nil)
			s.expect("HEAD~1", []string{"a", "dir/b"}, nil)
		}
	})
	t.Run("conflict", func(t *testing.T) {
		s := beside("conflict")
		s.T = t
		r.git("clone", "-q", r.dir, s.dir)
		s.git("checkout", "-q", "-b", "branch", "HEAD~1")
		s.write("a", "3")
		s.commit("three")
		cmd := exec.Command("git", "-C", s.dir, "-c", "user.name=a", "-c", "user.email=a@b", "merge", "-q", "main")
		if err := cmd.Run(); err == nil {
			t.Fatal("there is no conflict")
		}
		s.expect("HEAD", []string{"a"}, nil)
	})
}

// TestLineEnds has files with CR LF in the work tree and LF in the repository.
func TestLineEnds(t *testing.T) {
	r := newRepo(t)
	r.write("a", "1\n2\n", "b", "1\n", "binary", "1\n\x00", "both", "1\r\n")
	r.git("config", "core.autocrlf", "false")
	r.commit("one")
	r.git("config", "core.autocrlf", "true")
	r.write("a", "1\r\n2\r\n", "b", "2\r\n", "binary", "1\r\n\x00")
	r.expect("HEAD", []string{"b", "binary"}, nil)
}

// TestSameTime has a file that was changed at once after it was added, to something
// as long.
func TestSameTime(t *testing.T) {
	r := newRepo(t)
	r.write("a", "1", "b", "")
	r.commit("one")
	now := time.Now()
	for _, name := range []string{"a", "b", ".git/index"} {
		if err := os.Chtimes(filepath.Join(r.dir, name), now, now); err != nil {
			t.Fatal(err)
		}
	}
	r.git("update-index", "--refresh", "-q")
	r.write("a", "2")
	for _, name := range []string{"a", ".git/index"} {
		if err := os.Chtimes(filepath.Join(r.dir, name), now, now); err != nil {
			t.Fatal(err)
		}
	}
	r.expectAlone("HEAD", &Change{Files: []string{"a"}})
}

// TestSkip has folders whose untracked files are none of the user's.
func TestSkip(t *testing.T) {
	r := newRepo(t)
	r.write("vendor/tracked", "1")
	r.commit("one")
	r.write("vendor/tracked", "2", "vendor/new", "1", "a/vendor/new", "1", "a/new", "1")
	g, err := Open(r.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close() //nolint:errcheck // a test
	got, err := g.Changed("HEAD", func(folder string) bool { return folder == "vendor" }, in(r.dir))
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff([]string{"a/new", "vendor/tracked"}, got.Files); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
