package git

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
)

// maxSymbolic bounds references that name others. It is Git's own bound.
const maxSymbolic = 5

// places are where a short name is looked for, in Git's order:
// https://git-scm.com/docs/gitrevisions.
var places = []string{"%s", "refs/%s", "refs/tags/%s", "refs/heads/%s", "refs/remotes/%s", "refs/remotes/%s/HEAD"}

// resolve gives the commit that a revision stands for: a reference or the ID of
// an object, which may be cut short, with any number of ~N and ^N behind it.
func (r *Repository) resolve(revision string) (id, error) {
	name, suffix := revision, ""
	if i := strings.IndexAny(revision, "~^"); i >= 0 {
		name, suffix = revision[:i], revision[i:]
	}
	if name == "@" {
		name = "HEAD"
	}
	i, err := r.named(name)
	if err == nil {
		i, err = r.commitOf(i)
	}
	for err == nil && suffix != "" {
		i, suffix, err = r.ancestor(i, suffix)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) && r.isShallow():
		return "", fmt.Errorf("unknown revision %q: the clone is shallow, and a branch or commit that it lacks must be fetched first "+
			"(with actions/checkout: fetch-depth: 0)", revision)
	case errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("unknown revision %q: no branch, tag or commit has this name", revision)
	case err != nil:
		return "", fmt.Errorf("revision %q: %w", revision, err)
	}
	return i, nil
}

// named gives the object that a name stands for.
func (r *Repository) named(name string) (id, error) {
	if i, ok := parseID(name); ok && len(i) == len(r.head) {
		return i, nil
	}
	for _, p := range places {
		i, err := r.reference(fmt.Sprintf(p, name))
		if !errors.Is(err, fs.ErrNotExist) {
			return i, err
		}
	}
	const least = 4
	digits := strings.ToLower(name)
	if len(digits) < least || len(digits) >= 2*len(r.head) || strings.Trim(digits, "0123456789abcdef") != "" {
		return "", fs.ErrNotExist
	}
	found, err := r.store.abbreviated(digits)
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", fs.ErrNotExist
	case len(found) > 1:
		return "", errors.New("more than one commit begins with it")
	}
	return found[0], nil
}

// commitOf gives the commit that an object is, or that a tag is for.
func (r *Repository) commitOf(i id) (id, error) {
	const maxTags = 10 // of tags
	for range maxTags {
		o, err := r.store.read(i)
		if err != nil {
			return "", err
		}
		switch o.typ {
		case commitObject:
			return i, nil
		case tagObject:
			line, _, _ := bytes.Cut(o.data, []byte("\n"))
			digits, ok := bytes.CutPrefix(line, []byte("object "))
			to, valid := parseID(string(digits))
			if !ok || !valid {
				return "", fmt.Errorf("tag %s is %w", i, errDamaged)
			}
			i = to
		default:
			return "", fmt.Errorf("is a %s, not a commit", o.typ)
		}
	}
	return "", errors.New("is a tag of too many tags")
}

// ancestor takes the first ~N, ^N or ^{…} of a suffix.
func (r *Repository) ancestor(i id, suffix string) (next id, rest string, err error) {
	if rest, ok := cutAny(suffix, "^{}", "^{commit}"); ok {
		return i, rest, nil
	}
	op, digits := suffix[0], suffix[1:]
	end := 0
	for end < len(digits) && '0' <= digits[end] && digits[end] <= '9' {
		end++
	}
	n, rest := 1, digits[end:]
	if end > 0 {
		if n, err = strconv.Atoi(digits[:end]); err != nil {
			return "", "", fs.ErrNotExist
		}
	}
	if op == '^' && n == 0 {
		return i, rest, nil
	}
	if op == '^' {
		i, err = r.parent(i, n)
		return i, rest, err
	}
	if op != '~' {
		return "", "", fs.ErrNotExist
	}
	for ; n > 0 && err == nil; n-- {
		i, err = r.parent(i, 1)
	}
	return i, rest, err
}

// cutAny cuts one of several prefixes.
func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// parent gives the n-th parent of a commit.
func (r *Repository) parent(i id, n int) (id, error) {
	c, err := r.commit(i)
	if err != nil {
		return "", err
	}
	if n > len(c.parents) {
		return "", fs.ErrNotExist
	}
	return c.parents[n-1], nil
}

// reference gives the object that a reference names, by its full name. The error
// is [fs.ErrNotExist] if there is none.
func (r *Repository) reference(name string) (id, error) {
	for range maxSymbolic {
		if !validReference(name) {
			return "", fs.ErrNotExist
		}
		text, err := r.looseReference(name)
		if errors.Is(err, fs.ErrNotExist) {
			return r.packedReference(name)
		}
		if err != nil {
			return "", err
		}
		to, symbolic := strings.CutPrefix(text, "ref:")
		if !symbolic {
			// FETCH_HEAD has more behind the ID.
			if fields := strings.Fields(text); len(fields) > 0 {
				if i, ok := parseID(fields[0]); ok {
					return i, nil
				}
			}
			return "", fmt.Errorf("reference %s is %w", name, errDamaged)
		}
		name = strings.TrimSpace(to)
	}
	return "", fmt.Errorf("reference %s: too many references that name each other", name)
}

// looseReference gives the contents of a reference's own file.
func (r *Repository) looseReference(name string) (string, error) {
	folder := r.common
	if _, shared := strings.CutPrefix(name, "refs/"); !shared || ofWorkTree(name) {
		folder = r.own
	}
	text, err := readFile(folder, name, maxSmall)
	// A name below that of another reference is no name either.
	if _, isFile := errors.AsType[*os.PathError](err); isFile && !errors.Is(err, fs.ErrPermission) {
		err = fs.ErrNotExist
	}
	return string(text), err
}

// ofWorkTree reports whether each work tree has its own reference of a name.
func ofWorkTree(name string) bool {
	return slices.ContainsFunc([]string{"refs/bisect/", "refs/worktree/", "refs/rewritten/"}, func(p string) bool {
		return strings.HasPrefix(name, p)
	})
}

// validReference reports whether a reference can have a name: one of the capital
// letters that HEAD and its like have, or one below refs. It leads out of no
// folder.
func validReference(name string) bool {
	if !strings.Contains(name, "/") {
		return name != "" && strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == ""
	}
	if !strings.HasPrefix(name, "refs/") || strings.ContainsAny(name, " ~^:?*[\\\x7f") || strings.Contains(name, "..") {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || part[0] == '.' || strings.HasSuffix(part, ".lock") {
			return false
		}
	}
	return !strings.ContainsFunc(name, func(c rune) bool { return c < ' ' })
}

// packedReference looks a reference up in the file of many. Its lines are an ID
// and a name; others begin with "#" or "^".
func (r *Repository) packedReference(name string) (id, error) {
	text, err := readFile(r.common, "packed-refs", maxLarge)
	if err != nil {
		return "", err
	}
	suffix := []byte(" " + name)
	for line := range bytes.Lines(text) {
		if digits, ok := bytes.CutSuffix(bytes.TrimRight(line, "\r\n"), suffix); ok {
			if i, ok := parseID(string(digits)); ok {
				return i, nil
			}
			return "", fmt.Errorf("packed-refs is %w", errDamaged)
		}
	}
	return "", fs.ErrNotExist
}
