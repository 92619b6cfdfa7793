package parsers

import (
	"bytes"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/terraform"
	"github.com/ecslint/ecslint/parsers/yamldoc"
)

// Comments gives the comments of a file, by the syntax that its name or content
// tells. JSON has none. In a file of no syntax of its own, such as a template for
// templatefile, it is what looks like one.
func Comments(f *source.File) []source.Range {
	switch {
	case strings.HasSuffix(f.Name, ".json") || bytes.HasPrefix(bytes.TrimLeft(f.Bytes, "\xef\xbb\xbf \t\r\n"), []byte("{")):
		return nil
	case OfModule(f.Name) || isValues(f.Name):
		return terraform.Comments(f)
	case hasSuffix(f.Name, dataSuffixes):
		return yamldoc.Comments(f)
	}
	var out []source.Range
	for n := 1; n <= f.Lines(); n++ {
		line := f.Line(n)
		for off := line.Start; off < line.End; off++ {
			rest := f.Bytes[off:line.End]
			begins := rest[0] == '#' || bytes.HasPrefix(rest, []byte("//"))
			if begins && (off == line.Start || f.Bytes[off-1] == ' ' || f.Bytes[off-1] == '\t') {
				out = append(out, source.Range{File: f, Start: off, End: line.End})
				break
			}
		}
	}
	return out
}
