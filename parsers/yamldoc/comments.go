package yamldoc

import (
	"bytes"
	"slices"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Comments gives the comments of a YAML file, in their order and without the line
// breaks behind them. A number sign inside a quoted or block scalar begins none.
func Comments(f *source.File) []source.Range {
	docs, _ := Parse(f)
	var texts []source.Range
	for _, doc := range docs {
		texts = scalars(texts, doc)
	}
	slices.SortFunc(texts, source.Range.Compare)
	var out []source.Range
	for off := 0; off < len(f.Bytes); off++ {
		for len(texts) > 0 && texts[0].End <= off {
			texts = texts[1:]
		}
		if len(texts) > 0 && texts[0].Start <= off {
			off = texts[0].End - 1
			continue
		}
		if f.Bytes[off] != '#' || off > 0 && !bytes.ContainsRune([]byte(" \t\r\n"), rune(f.Bytes[off-1])) {
			continue
		}
		end := len(f.Bytes)
		if n := bytes.IndexAny(f.Bytes[off:], "\r\n"); n >= 0 {
			end = off + n
		}
		out = append(out, source.Range{File: f, Start: off, End: end})
		off = end
	}
	return out
}

// scalars appends the places of the texts below v, keys included.
func scalars(out []source.Range, v *value.Value) []source.Range {
	switch v.Kind() {
	case value.Map:
		for f := range v.Fields() {
			out = scalars(append(out, f.Range), f.Value)
		}
	case value.List:
		for _, e := range v.Elems() {
			out = scalars(out, e)
		}
	case value.String:
		out = append(out, v.Range())
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.Text, value.Either:
	}
	return out
}
