package git

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// treeEntry is one name in a tree. The zero treeEntry is nothing.
type treeEntry struct {
	name string
	kind kind
	id   id
}

// tree reads a tree.
func (s *store) tree(i id) ([]treeEntry, error) {
	data, err := s.get(i, treeObject)
	if err != nil {
		return nil, err
	}
	out, err := parseTree(string(data), len(i))
	if err != nil {
		return nil, fmt.Errorf("tree %s is %w", i, err)
	}
	return out, nil
}

// parseTree reads the entries of a tree: a mode in octal digits, a blank, a name, a
// zero byte and an ID of idSize bytes. They are in the order of [treeEntry.key].
func parseTree(text string, idSize int) ([]treeEntry, error) {
	var out []treeEntry
	for text != "" {
		head, rest, ok := strings.Cut(text, "\x00")
		mode, name, ok2 := strings.Cut(head, " ")
		m, err := strconv.ParseUint(mode, 8, 32)
		if !ok || !ok2 || err != nil || len(rest) < idSize || !validName(name) {
			return nil, errDamaged
		}
		e := treeEntry{name: name, kind: kindOf(uint32(m)), id: id(rest[:idSize])}
		if n := len(out); e.kind == unknownKind || n > 0 && out[n-1].key() >= e.key() {
			return nil, errDamaged
		}
		out, text = append(out, e), rest[idSize:]
	}
	return out, nil
}

// key is what the entry is sorted by: a folder stands where the files in it would.
func (e treeEntry) key() string {
	if e.kind == folder {
		return e.name + "/"
	}
	return e.name
}

// difference is what a tree has otherwise than the index.
type difference struct {
	store *store
	// tracked is what the tree has under those names of the index that stand for
	// something else there, or for nothing.
	tracked map[string]treeEntry
	// dropped are the files of the tree that the index does not have.
	dropped []string
}

// compare compares the tree of a folder with the entries of the index that are in
// it. dir is "" for the root, and else ends in a slash. cached is the tree that the
// entries are known to make, so that equal folders need not be read.
func (d *difference) compare(dir string, i id, entries []entry, cached *cachedTree) error {
	switch {
	case cached.is(i):
		return nil
	case len(dir) > longestPath:
		return errors.New("folders in too many others")
	case len(entries) > 0 && entries[0].name == dir: // of which nothing is in the work tree
		return nil
	}
	tree, err := d.store.tree(i)
	if err != nil {
		return err
	}
	for _, t := range tree {
		name := dir + t.name
		if err := d.store.spend(len(name)); err != nil {
			return err
		}
		entries = d.added(entries, dir+t.key())
		switch {
		case t.kind == folder:
			n := sort.Search(len(entries), func(i int) bool { return !strings.HasPrefix(entries[i].name, name+"/") })
			if err := d.compare(name+"/", t.id, entries[:n], cached.folder(t.name)); err != nil {
				return err
			}
			entries = entries[n:]
		case t.kind == submodule: // it holds files of another repository
		case len(entries) == 0 || entries[0].name != name || entries[0].kind == submodule:
			d.dropped = append(d.dropped, name)
		default:
			if entries[0].kind != t.kind || entries[0].id != t.id {
				d.tracked[name] = t
			}
			entries = entries[1:]
		}
	}
	for _, e := range entries {
		d.tracked[e.name] = treeEntry{}
	}
	return nil
}

// added takes the entries before a key, which the tree does not have.
func (d *difference) added(entries []entry, key string) []entry {
	for len(entries) > 0 && entries[0].name < key {
		d.tracked[entries[0].name] = treeEntry{}
		entries = entries[1:]
	}
	return entries
}
