package git

import (
	"bytes"
	"crypto/sha1"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// fuzzBudget is what one input may take.
const fuzzBudget = 1 << 22

func FuzzIndex(f *testing.F) {
	for _, text := range []string{
		indexOf(2, "a", "b/c") + "TREE\x00\x00\x00\x06\x00-1 0\n" + sum,
		indexOf(3, "a", "b/c") + "TREE\x00\x00\x00\x1a\x002 0\n" + string(named(1)) + sum,
		indexOf(4, "\x00a", "\x01b/c") + "sdir\x00\x00\x00\x00" + sum,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		s := store{left: fuzzBudget}
		x, err := parseIndex(text, sha1.Size, s.spend)
		if err != nil {
			return
		}
		for i, e := range x.entries {
			if i > 0 && x.entries[i-1].name >= e.name {
				t.Errorf("%q stands before %q", x.entries[i-1].name, e.name)
			}
			if name := strings.TrimSuffix(e.name, "/"); !filepath.IsLocal(name) || filepath.Clean(name) != name {
				t.Errorf("%q leads out of the root", e.name)
			}
		}
	})
}

func FuzzTree(f *testing.F) {
	f.Add("40000 a\x00" + string(named(1)) + "100644 b\x00" + string(named(2)) + "120000 c\x00" + string(named(3)) + "160000 d\x00" + string(named(4)))
	f.Fuzz(func(t *testing.T, text string) {
		entries, err := parseTree(text, sha1.Size)
		if err != nil {
			return
		}
		if !slices.IsSortedFunc(entries, func(a, b treeEntry) int { return strings.Compare(a.key(), b.key()) }) {
			t.Errorf("%v is not sorted", entries)
		}
		for _, e := range entries {
			if !filepath.IsLocal(e.name) || strings.Contains(e.name, "/") || len(e.id) != sha1.Size {
				t.Errorf("%v", e)
			}
		}
	})
}

func FuzzCommit(f *testing.F) {
	f.Add(commitText(named(1), named(2), named(3)))
	f.Fuzz(func(t *testing.T, text string) {
		if c, ok := parseCommit([]byte(text)); ok && c.tree == "" {
			t.Error("a commit of nothing")
		}
	})
}

func FuzzDelta(f *testing.F) {
	f.Add([]byte("0123456789"), []byte("\x0a\x0b\x90\x05\x02ab\xb1\x02\x00\x04"))
	f.Fuzz(func(t *testing.T, old, delta []byte) {
		s := store{left: fuzzBudget}
		out, err := s.patch(old, delta)
		if err != nil {
			return
		}
		_, n := binary.Uvarint(delta)
		if size, _ := binary.Uvarint(delta[n:]); uint64(len(out)) != size {
			t.Errorf("%d bytes, want %d", len(out), size)
		}
	})
}

// FuzzPack reads every object of a pack that its index has.
func FuzzPack(f *testing.F) {
	text := commitText(named(2))
	delta := "\x05\x06\x91\x00\x05\x01b"
	for _, records := range []map[id]string{
		{named(1): packed(1, uint64(len(text)), "", text)},
		{named(1): packed(2, 5, "", "12345"), named(2): packed(idDelta, uint64(len(delta)), string(named(1)), delta)},
		{named(1): packed(2, 5, "", "12345"), named(2): packed(offsetDelta, uint64(len(delta)), "\x0e", delta)},
	} {
		pack, idx := packOf(records)
		f.Add([]byte(pack), []byte(idx))
	}
	f.Fuzz(func(t *testing.T, data, idx []byte) {
		dir := t.TempDir()
		for name, b := range map[string][]byte{"p.pack": data, "p.idx": idx} {
			if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close() //nolint:errcheck // a test
		p, err := openPack(root, "p", sha1.Size)
		if err != nil {
			return
		}
		defer p.close() //nolint:errcheck // a test
		s := store{left: fuzzBudget, packs: []*pack{p}, found: true}
		for at := idsStart; at+sha1.Size <= len(idx) && at < idsStart+8*sha1.Size; at += sha1.Size {
			i := id(idx[at : at+sha1.Size])
			if o, err := s.read(i); err == nil && o.typ == "" {
				t.Errorf("%s has no type", i)
			}
			if _, err := p.withPrefix(i.String()[:5]); err != nil {
				break
			}
		}
	})
}

// TestDelta has deltas with what they make.
func TestDelta(t *testing.T) {
	large := strings.Repeat("0123456789abcdef", 1<<14)
	for _, test := range []struct{ old, delta, want string }{
		{"0123456789", "\x0a\x0b\x90\x05\x02ab\x93\x02\x00\x04", "01234ab2345"},
		{large, "\x80\x80\x10\x80\x80\x04\x80", large[:1<<16]},          // no size is the largest
		{large, "\x80\x80\x10\x01\x94\x03\x01", large[3<<16 : 3<<16+1]}, // the third byte of the offset
		{"", "\x00\x00", ""},
	} {
		s := store{left: fuzzBudget}
		got, err := s.patch([]byte(test.old), []byte(test.delta))
		if err != nil || !bytes.Equal(got, []byte(test.want)) {
			t.Errorf("%q: %.50q, %v, want %.50q", test.delta, got, err, test.want)
		}
	}
	for _, delta := range []string{
		"", "\x0a", "\x09\x00", "\x0a\x01", "\x0a\x01\x00", "\x0a\x01\x02ab", "\x0a\x05\x05abc", "\x0a\x0b\x90\x0b", "\x0a\x01\x91\x0a\x01",
		"\x0a\x01\x91", "\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x01a", "\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
	} {
		s := store{left: fuzzBudget}
		if got, err := s.patch([]byte("0123456789"), []byte(delta)); err == nil {
			t.Errorf("%q: %q, want an error", delta, got)
		}
	}
}
