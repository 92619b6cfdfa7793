package yamldoc

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// TestRanges cuts every scalar and key of the fixtures out of its file and reads
// it again: it must be what it was. ECSLINT_YAML_DIR names a folder of further
// files.
func TestRanges(t *testing.T) {
	t.Parallel()
	dirs := []string{"../../fixtures"}
	if dir := os.Getenv("ECSLINT_YAML_DIR"); dir != "" {
		dirs = append(dirs, dir)
	}
	var c census
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			switch filepath.Ext(path) {
			case ".yaml", ".yml", ".template":
			default:
				return nil
			}
			b, err := os.ReadFile(path)
			if err != nil || len(b) > source.MaxSize {
				return err
			}
			c.file(source.NewFile(path, b))
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	t.Logf("%d files with %d documents (%d files with problems): %d scalars, %d keys, %d places wrong",
		c.files, c.documents, c.refused, c.scalars, c.keys, len(c.wrong))
	for i, w := range c.wrong {
		if i == 50 {
			t.Errorf("and %d more", len(c.wrong)-i)
			break
		}
		t.Error(w)
	}
}

// census counts what was checked.
type census struct {
	ranges                                   bool // only that places are in their file and collection
	files, documents, refused, scalars, keys int
	wrong                                    []string
}

func (c *census) file(f *source.File) {
	c.files++
	docs, problems := Parse(f)
	if len(problems) > 0 {
		c.refused++
	}
	for _, p := range problems {
		c.inside(f.Whole(), p.Range)
	}
	c.documents += len(docs)
	for _, d := range docs {
		c.value(f, d)
	}
}

func (c *census) value(f *source.File, v *value.Value) {
	r := v.Range()
	if r.File != f || r.Start < 0 || r.Start > r.End || r.End > len(f.Bytes) {
		c.wrong = append(c.wrong, fmt.Sprintf("%s: %v at %d to %d", f.Name, v.Kind(), r.Start, r.End))
		return
	}
	switch v.Kind() {
	case value.Null, value.Bool, value.Number, value.String:
		c.scalars++
		if !c.ranges && !same(r, v) {
			c.wrong = append(c.wrong, fmt.Sprintf("%v: %v is at %q", source.Problem{Range: r}, v, r.Text()))
		}
	case value.List:
		for _, e := range v.Elems() {
			if len(e.Trail()) == 0 {
				c.inside(r, e.Range())
				c.value(f, e)
			}
		}
	case value.Map:
		for m := range v.Written() {
			if len(m.Value.Trail()) > 0 {
				continue // checked at the anchor
			}
			c.inside(r, m.Range)
			c.inside(r, m.Value.Range())
			if m.End != 0 {
				c.inside(source.Range{File: r.File, Start: m.Range.Start, End: m.End}, m.Value.Range())
				c.inside(r, source.Range{File: r.File, Start: m.Range.Start, End: m.End})
			}
			if tag := m.Range.Text(); strings.HasPrefix(tag, "!") {
				tag = strings.NewReplacer("!<", "", ">", "").Replace(tag)
				if name := strings.TrimPrefix(m.Key, "Fn::"); !c.ranges && tag != "!"+name {
					c.wrong = append(c.wrong, fmt.Sprintf("%v: tag %s is at %q", source.Problem{Range: m.Range}, m.Key, tag))
				}
			} else {
				c.keys++
				if !c.ranges && !same(m.Range, value.NewString(m.Range, m.Key)) && m.Range.Text() != m.Key {
					c.wrong = append(c.wrong, fmt.Sprintf("%v: key %s is at %q", source.Problem{Range: m.Range}, m.Key, m.Range.Text()))
				}
			}
			c.value(f, m.Value)
		}
	case value.Absent, value.Unknown, value.Text, value.Either:
	}
}

func (c *census) inside(outer, inner source.Range) {
	if !outer.Contains(inner) {
		c.wrong = append(c.wrong, fmt.Sprintf("%v: %q is outside of its collection", source.Problem{Range: inner}, inner.Text()))
	}
}

// same reports whether the text at r reads as the scalar v.
func same(r source.Range, v *value.Value) bool {
	want, _ := v.Scalar()
	text := r.Text()
	// What the text leaves out is the line break behind a block, and with an
	// explicit indentation the column of the collection around it.
	for indent := range 64 {
		around := text + "\n"
		if indent > 0 {
			around = strings.Repeat(" ", indent-1) + "k: " + around
		}
		var n yaml.Node
		if err := yaml.NewDecoder(bytes.NewReader([]byte(around))).Decode(&n); err != nil {
			if text == "" {
				return v.Kind() == value.Null || want == ""
			}
			continue
		}
		s := n.Content[0]
		if indent > 0 && s.Kind == yaml.MappingNode {
			s = s.Content[1]
		}
		if s.Kind != yaml.ScalarNode {
			continue
		}
		got := s.Value
		if v.Kind() == value.Number {
			got, _ = number(got)
		}
		if v.Kind() == value.Bool {
			got = strings.ToLower(got)
		}
		if v.Kind() == value.Null || got == want {
			return true
		}
		// At the end of a file a block may lack the line break.
		if strings.TrimSuffix(got, "\n") == want && r.End == len(r.File.Bytes) {
			return true
		}
	}
	return false
}
