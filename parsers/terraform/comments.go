package terraform

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/ecslint/ecslint/parsers/source"
)

// Comments gives the comments of a file in HCL's own syntax, in their order and
// without the line breaks behind them. What only looks like one, inside a string
// or a heredoc, is none. A file that is too much for the parser has none.
func Comments(f *source.File) []source.Range {
	if tooMuch(f) >= 0 {
		return nil
	}
	tokens, _ := hclsyntax.LexConfig(f.Bytes, f.Name, hcl.InitialPos) //nolint:errcheck // what cannot be read has no comments
	var out []source.Range
	for _, t := range tokens {
		if t.Type != hclsyntax.TokenComment {
			continue
		}
		text := bytes.TrimRight(f.Bytes[t.Range.Start.Byte:t.Range.End.Byte], "\r\n")
		out = append(out, source.Range{File: f, Start: t.Range.Start.Byte, End: t.Range.Start.Byte + len(text)})
	}
	return out
}
