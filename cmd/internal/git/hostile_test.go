package git

import (
	"bytes"
	"compress/zlib"
	"crypto/sha1"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// byHand is a repository of files that the test makes byte by byte.
type byHand struct {
	*testing.T
	dir string
}

func newByHand(t *testing.T) *byHand {
	h := &byHand{t, t.TempDir()}
	h.write(".git/HEAD", "ref: refs/heads/main\n")
	h.mkdir(".git/objects/pack")
	return h
}

func (h *byHand) mkdir(name string) {
	h.Helper()
	if err := os.MkdirAll(filepath.Join(h.dir, name), 0o755); err != nil {
		h.Fatal(err)
	}
}

func (h *byHand) write(name, text string) {
	h.Helper()
	h.mkdir(filepath.Dir(name))
	if err := os.WriteFile(filepath.Join(h.dir, name), []byte(text), 0o600); err != nil {
		h.Fatal(err)
	}
}

func (h *byHand) symlink(target, name string) {
	h.Helper()
	if err := os.Symlink(target, filepath.Join(h.dir, name)); err != nil {
		h.Fatal(err)
	}
}

// object writes a loose object under an ID that need not be its own.
func (h *byHand) object(i id, text string) {
	h.Helper()
	h.write(".git/objects/"+i.String()[:2]+"/"+i.String()[2:], deflate(text))
}

// head makes a commit what is checked out.
func (h *byHand) head(i id) {
	h.Helper()
	h.write(".git/refs/heads/main", i.String()+"\n")
}

// pack writes a pack with its index.
func (h *byHand) pack(records map[id]string) {
	h.Helper()
	pack, idx := packOf(records)
	h.write(".git/objects/pack/pack-1.pack", pack)
	h.write(".git/objects/pack/pack-1.idx", idx)
}

// fails expects an error that has a text in it.
func (h *byHand) fails(revision, want string) {
	h.Helper()
	g, err := Open(h.dir)
	if err == nil {
		g.store.left = 1 << 24 // so that what would take all of it takes less time
		_, err = g.Changed(revision, noSkip, in(h.dir))
		err = errors.Join(err, g.Close())
	}
	if err == nil || !strings.Contains(err.Error(), want) {
		h.Errorf("error %v, want %q", err, want)
	}
}

// named gives an ID that is easy to tell.
func named(n int) id {
	return id(fmt.Sprintf("%c%019d", 'a'+n%26, n))
}

func deflate(text string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(text)) //nolint:errcheck // a buffer has no errors
	z.Close()             //nolint:errcheck // a buffer has no errors
	return b.String()
}

func loose(typ, text string) string { return fmt.Sprintf("%s %d\x00%s", typ, len(text), text) }

func commitText(tree id, parents ...id) string {
	s := fmt.Sprintf("tree %s\n", tree)
	for _, p := range parents {
		s += fmt.Sprintf("parent %s\n", p)
	}
	return s + "author a <b> 1 +0000\ncommitter a <b> 1 +0000\n\nmessage\n"
}

// packed gives a record of a pack.
func packed(typ byte, size uint64, base, text string) string {
	b := []byte{typ<<4 | byte(size&15)}
	if size >>= 4; size > 0 {
		b[0] |= 0x80
		b = binary.AppendUvarint(b, size)
	}
	return string(b) + base + deflate(text)
}

// packOf gives a pack of records and its index.
func packOf(records map[id]string) (pack, idx string) {
	var ids []id
	for i := range records {
		ids = append(ids, i)
	}
	slices.Sort(ids)
	pack = "PACK\x00\x00\x00\x02" + string(binary.BigEndian.AppendUint32(nil, uint32(len(ids))))
	head := []byte("\xfftOc\x00\x00\x00\x02")
	for c := range 256 {
		n, _ := slices.BinarySearch(ids, id([]byte{byte(c), 0xff}))
		for n < len(ids) && int(ids[n][0]) <= c {
			n++
		}
		head = binary.BigEndian.AppendUint32(head, uint32(n))
	}
	var names, sums, offsets []byte
	for _, i := range ids {
		names = append(names, i...)
		sums = append(sums, 0, 0, 0, 0)
		offsets = binary.BigEndian.AppendUint32(offsets, uint32(len(pack)))
		pack += records[i]
	}
	sum := strings.Repeat("\x00", sha1.Size)
	return pack + sum, string(slices.Concat(head, names, sums, offsets)) + sum + sum
}

// bomb gives a commit of trees that each have the next one twice.
func bomb(c id, commit string) map[id]string {
	out := map[id]string{c: commit}
	for n := range 60 {
		next := string(named(n + 3))
		out[named(n+2)] = loose(treeObject, "40000 a\x00"+next+"40000 b\x00"+next)
	}
	out[named(62)] = loose(treeObject, "")
	return out
}

// TestHostileObjects has objects that no Git writes.
func TestHostileObjects(t *testing.T) {
	c, tree := named(1), named(2)
	good := loose(commitObject, commitText(tree))
	huge := uint64(math.MaxInt64)
	for _, test := range []struct {
		name    string
		objects map[id]string // loose ones
		packed  map[id]string
		want    string
	}{
		{name: "no commit", want: "object " + c.String() + " is not in the repository"},
		{name: "no tree", objects: map[id]string{c: good}, want: "object " + tree.String() + " is not in the repository"},
		{name: "not a commit", objects: map[id]string{c: loose(treeObject, "")}, want: "is a tree, not a commit"},
		{name: "empty commit", objects: map[id]string{c: loose(commitObject, "")}, want: "damaged"},
		{name: "commit of nothing", objects: map[id]string{c: loose(commitObject, "tree 12\n\n")}, want: "damaged"},
		{name: "unknown type", objects: map[id]string{c: loose("x", "")}, want: "damaged"},
		{name: "no type", objects: map[id]string{c: ""}, want: "damaged"},
		{name: "endless type", objects: map[id]string{c: strings.Repeat("x", 1<<20)}, want: "damaged"},
		{name: "negative size", objects: map[id]string{c: "commit -1\x00"}, want: "damaged"},
		{name: "huge size", objects: map[id]string{c: fmt.Sprintf("commit %d\x00", huge)}, want: "too large"},
		{name: "longer than it says", objects: map[id]string{c: "commit 3\x00tree"}, want: "damaged"},
		{name: "shorter than it says", objects: map[id]string{c: "commit 6000000\x00tree"}, want: "damaged"},
		{
			name: "tree in itself", want: "folders in too many others",
			objects: map[id]string{c: good, tree: loose(treeObject, "40000 folder\x00"+string(tree))},
		},
		{name: "tree of more names than there are grains of sand", objects: bomb(c, good), want: "takes too much to read"},
		{name: "tree out of order", objects: map[id]string{c: good, tree: loose(treeObject, "100644 b\x00"+string(c)+"100644 a\x00"+string(c))}, want: "damaged"},
		{name: "tree of names out of it", objects: map[id]string{c: good, tree: loose(treeObject, "40000 ..\x00"+string(tree))}, want: "damaged"},
		{name: "tree of Git's own", objects: map[id]string{c: good, tree: loose(treeObject, "40000 .GIT\x00"+string(tree))}, want: "damaged"},
		{name: "tree that ends too soon", objects: map[id]string{c: good, tree: loose(treeObject, "40000 a\x00123")}, want: "damaged"},
		{name: "tree of unknown modes", objects: map[id]string{c: good, tree: loose(treeObject, "0 a\x00"+string(tree))}, want: "damaged"},

		{name: "delta of itself", packed: map[id]string{c: packed(idDelta, 1, string(c), "x")}, want: "too many deltas"},
		{
			name: "deltas of each other", want: "too many deltas",
			packed: map[id]string{c: packed(idDelta, 1, string(tree), "x"), tree: packed(idDelta, 1, string(c), "x")},
		},
		{name: "delta of nothing", packed: map[id]string{c: packed(idDelta, 1, string(named(9)), "x")}, want: "damaged"},
		{name: "delta of what comes before the pack", packed: map[id]string{c: packed(offsetDelta, 1, "\x7f", "x")}, want: "damaged"},
		{name: "delta of its own offset", packed: map[id]string{c: packed(offsetDelta, 1, "\x00", "x")}, want: "damaged"},
		{name: "delta of an endless offset", packed: map[id]string{c: packed(offsetDelta, 1, strings.Repeat("\xff", 60), "x")}, want: "damaged"},
		{name: "unknown type in a pack", packed: map[id]string{c: packed(5, 1, "", "x")}, want: "damaged"},
		{name: "huge size in a pack", packed: map[id]string{c: packed(1, huge, "", "x")}, want: "damaged"},
		{name: "large size in a pack", packed: map[id]string{c: packed(1, maxObject+1, "", "x")}, want: "too large"},
		{name: "wrong size in a pack", packed: map[id]string{c: packed(1, 7, "", "x")}, want: "damaged"},
		{name: "not compressed", packed: map[id]string{c: "\x11\x01\x02\x03"}, want: "zlib: invalid header"},
		{name: "ends too soon", packed: map[id]string{c: packed(1, 100, "", strings.Repeat("abc", 99))[:10]}, want: "damaged"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := newByHand(t)
			h.head(c)
			for i, text := range test.objects {
				h.object(i, text)
			}
			if test.packed != nil {
				h.pack(test.packed)
			}
			h.fails("HEAD", test.want)
		})
	}
}

// TestHostilePacks has packs and indexes that are cut off at every place, and some
// that lie.
func TestHostilePacks(t *testing.T) {
	c := named(1)
	text := commitText(named(2))
	pack, idx := packOf(map[id]string{c: packed(1, uint64(len(text)), "", text)})
	try := func(pack, idx string) error {
		h := newByHand(t)
		h.write(".git/objects/pack/pack-1.pack", pack)
		h.write(".git/objects/pack/pack-1.idx", idx)
		s, err := openStore(filepath.Join(h.dir, ".git/objects"), sha1.Size)
		if err != nil {
			t.Fatal(err)
		}
		defer s.close() //nolint:errcheck // a test
		_, err = s.read(c)
		return err
	}
	if err := try(pack, idx); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(pack); n += 3 {
		if err := try(pack[:n], idx); err == nil {
			t.Errorf("the first %d bytes of the pack are enough", n)
		}
	}
	for n := 0; n < len(idx)-2*sha1.Size; n += 7 {
		if err := try(pack, idx[:n]); err == nil {
			t.Errorf("the first %d bytes of its index are enough", n)
		}
	}
	for _, lie := range []struct{ what, old, new, want string }{
		{"version", "\xfftOc\x00\x00\x00\x02", "\xfftOc\x00\x00\x00\x03", "another version"},
		{"offset", "\x00\x00\x00\x0c", "\x00\xff\xff\xff", "damaged"},
		{"long offset", "\x00\x00\x00\x0c", "\xff\xff\xff\xff", "damaged"},
		{"number", "\x00\x00\x00\x01", "\x7f\xff\xff\xff", "damaged"},
		{"order", "\x00\x00\x00\x01\x00\x00\x00\x01", "\x00\x00\x00\x02\x00\x00\x00\x01", "damaged"},
	} {
		if err := try(pack, strings.Replace(idx, lie.old, lie.new, 1)); err == nil || !strings.Contains(err.Error(), lie.want) {
			t.Errorf("%s: error %v, want %q", lie.what, err, lie.want)
		}
	}
}

// TestHostileHistory has a history that is a circle, as far as IDs can lie.
func TestHostileHistory(t *testing.T) {
	a, b, tree := named(1), named(2), named(3)
	h := newByHand(t)
	h.head(a)
	h.object(a, loose(commitObject, commitText(tree, b)))
	h.object(b, loose(commitObject, commitText(tree, a, a, b)))
	h.object(tree, loose(treeObject, ""))
	h.fails("HEAD~1000000000", "takes too much to read")
	h.fails(b.String(), "no commit in common")
	h.object(a, loose(tagObject, fmt.Sprintf("object %s\ntype tag\n", a)))
	h.fails(a.String(), "a tag of too many tags")
}

// TestHostileFiles has files of Git's that are not what they should be.
func TestHostileFiles(t *testing.T) {
	outside := t.TempDir()
	if err := os.WriteFile(filepath.Join(outside, "file"), []byte(named(1).String()), 0o600); err != nil {
		t.Fatal(err)
	}
	good := func(h *byHand) {
		h.head(named(1))
		h.object(named(1), loose(commitObject, commitText(named(2))))
		h.object(named(2), loose(treeObject, ""))
	}
	for _, test := range []struct {
		name string
		make func(h *byHand)
		want string
	}{
		{"no .git", func(h *byHand) { h.remove(".git") }, "not a Git repository"},
		{"nothing in .git", func(h *byHand) { h.remove(".git"); h.mkdir(".git") }, "nothing is committed yet"},
		{"no objects", func(h *byHand) { good(h); h.remove(".git/objects") }, "not a Git repository"},
		{"no commit", func(*byHand) {}, "nothing is committed yet"},
		{"link in the place of .git", func(h *byHand) { good(h); h.remove(".git"); h.symlink(outside, ".git") }, ".git is a symbolic link"},
		{"file that names no folder", func(h *byHand) { h.remove(".git"); h.write(".git", "x") }, "names no folder"},
		{"file that names nothing", func(h *byHand) { h.remove(".git"); h.write(".git", "gitdir: gone\n") }, "not a Git repository"},
		{"endless file", func(h *byHand) { h.remove(".git"); h.write(".git", strings.Repeat("x", maxSmall+1)) }, "too large"},
		{"pipe in the place of .git", func(h *byHand) { h.remove(".git"); h.pipe(".git") }, "not exist"},
		{"pipe in the place of HEAD", func(h *byHand) { h.remove(".git/HEAD"); h.pipe(".git/HEAD") }, "nothing is committed yet"},
		{"common folder that is not there", func(h *byHand) { good(h); h.write(".git/commondir", "gone") }, "not a Git repository"},
		{"reftable", func(h *byHand) { good(h); h.mkdir(".git/reftable") }, "reftable, which is not supported"},
		{"link to a reference outside", func(h *byHand) { h.mkdir(".git/refs/heads"); h.symlink(outside+"/file", ".git/refs/heads/main") }, "nothing is committed yet"},
		{"no ID in a reference", func(h *byHand) { h.write(".git/refs/heads/main", "x") }, "reference refs/heads/main is damaged"},
		{"empty reference", func(h *byHand) { h.write(".git/refs/heads/main", "") }, "reference refs/heads/main is damaged"},
		{"references in a circle", func(h *byHand) { h.write(".git/refs/heads/main", "ref: refs/heads/main") }, "name each other"},
		{"reference out of the folder", func(h *byHand) { h.write(".git/HEAD", "ref: refs/../../../file") }, "nothing is committed yet"},
		{"no ID in packed-refs", func(h *byHand) { h.write(".git/packed-refs", "x refs/heads/main\n") }, "packed-refs is damaged"},
		{"alternates in a circle", func(h *byHand) { good(h); h.write(".git/objects/info/alternates", "../objects\n../objects\n") }, ""},
		{"alternates that are not there", func(h *byHand) { good(h); h.write(".git/objects/info/alternates", "# x\n\n/gone\n") }, ""},
		{"too many alternates", func(h *byHand) { good(h); h.write(".git/objects/info/alternates", strings.Repeat("../objects\n", 50)) }, "too many alternate"},
		{"split index", func(h *byHand) { good(h); h.write(".git/index", indexOf(2, "")+"link\x00\x00\x00\x00"+sum) }, "split in two"},
		{"pipe in the place of the index", func(h *byHand) { good(h); h.pipe(".git/index") }, "not exist"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := newByHand(t)
			test.make(h)
			if test.want != "" {
				h.fails("HEAD", test.want)
				return
			}
			g, err := Open(h.dir)
			if err != nil {
				t.Fatal(err)
			}
			defer g.Close() //nolint:errcheck // a test
			if _, err := g.Changed("HEAD", noSkip, in(h.dir)); err != nil {
				t.Error(err)
			}
		})
	}
}

func (h *byHand) remove(name string) {
	h.Helper()
	if err := os.RemoveAll(filepath.Join(h.dir, name)); err != nil {
		h.Fatal(err)
	}
}

func (h *byHand) pipe(name string) {
	h.Helper()
	if err := syscall.Mkfifo(filepath.Join(h.dir, name), 0o600); err != nil {
		h.Fatal(err)
	}
}

const sum = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

// indexOf gives an index without its checksum, with files of the names given, for
// version 4 as they stand in it.
func indexOf(version byte, names ...string) string {
	var n uint32
	body := ""
	for _, name := range names {
		if name == "" {
			continue
		}
		n++
		e := strings.Repeat("\x00", 24) + "\x00\x00\x81\xa4" + strings.Repeat("\x00", 12) + string(named(1)) + "\x00\x00" + name + "\x00"
		if version < 4 {
			e += strings.Repeat("\x00", -len(e)&7)
		}
		body += e
	}
	return "DIRC\x00\x00\x00" + string(version) + string(binary.BigEndian.AppendUint32(nil, n)) + body
}

// TestHostileIndex has indexes that no Git writes.
func TestHostileIndex(t *testing.T) {
	deep := "TREE" + string(binary.BigEndian.AppendUint32(nil, 6*10_000)) + strings.Repeat("a\x00-1 1\n", 10_000)[:6*10_000]
	long := "\x00" + strings.Repeat("a", longestPath)
	for _, test := range []struct {
		name, text, want string
	}{
		{"empty", "", "damaged"},
		{"another file", strings.Repeat("x", 100), "damaged"},
		{"version", indexOf(5) + sum, "version 5 is not supported"},
		{"good", indexOf(2, "a", "b/c") + sum, ""},
		{"good, version 4", indexOf(4, "\x00a", "\x01b/c") + sum, ""},
		{"names out of order", indexOf(2, "b", "a") + sum, "damaged"},
		{"the same name twice", indexOf(2, "a", "a") + sum, "damaged"},
		{"name out of the root", indexOf(2, "../a") + sum, "damaged"},
		{"name from the root of the system", indexOf(2, "/a") + sum, "damaged"},
		{"name of Git's own", indexOf(2, "a/.git/b") + sum, "damaged"},
		{"name without an end", indexOf(2, "abcdefgh")[:80] + sum, "damaged"},
		{"name that drops more than there is", indexOf(4, "\x01a") + sum, "damaged"},
		{"endless name", indexOf(4, long, "\x00b", "\x00b") + sum, "damaged"},
		{"more entries than there are", strings.Replace(indexOf(2, "a"), "\x00\x00\x00\x01", "\xff\xff\xff\xff", 1) + sum, "damaged"},
		{"extension that is longer than the file", indexOf(2) + "TREE\xff\xff\xff\xff" + sum, "damaged"},
		{"extension that must be known", indexOf(2) + "abcd\x00\x00\x00\x00" + sum, `extension "abcd" is not supported`},
		{"extension that need not be known", indexOf(2) + "ABCD\x00\x00\x00\x00" + sum, ""},
		{"trees in each other", indexOf(2) + deep + sum, "damaged"},
		{"tree without an ID", indexOf(2) + "TREE\x00\x00\x00\x05\x000 0\n" + sum, "damaged"},
		{"tree without a number", indexOf(2) + "TREE\x00\x00\x00\x05\x00x 0\n" + sum, "damaged"},
	} {
		_, err := parseIndex([]byte(test.text), sha1.Size, func(int) error { return nil })
		if got := fmt.Sprint(err); test.want == "" && err != nil || !strings.Contains(got, test.want) {
			t.Errorf("%s: error %v, want %q", test.name, err, test.want)
		}
	}
	left := 1 << 20
	spend := func(n int) error {
		if left -= n; left < 0 {
			return errTooLarge
		}
		return nil
	}
	names := []string{"\x00" + strings.Repeat("a", longestPath-1000)}
	for range 999 {
		names = append(names, "\x00b")
	}
	if _, err := parseIndex([]byte(indexOf(4, names...)+sum), sha1.Size, spend); !errors.Is(err, errTooLarge) {
		t.Errorf("names that share their beginning: %v", err)
	}
}
