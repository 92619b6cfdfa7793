package report

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/cmd/internal/redact"
	"github.com/ecslint/ecslint/cmd/internal/sarif"
	"github.com/ecslint/ecslint/rules"
)

// fixes gives the fixes of a finding that can be written down: each edit is in a
// file of the repository, and none repeats a secret. One with a secret hidden
// would put the stand-in into the file.
func (b *sarifBuilder) fixes(f *lint.Finding) []sarif.Fix {
	var out []sarif.Fix
	for _, fix := range f.Fixes {
		if len(fix.Edits) == 0 || slices.ContainsFunc(fix.Edits, b.withheld) {
			continue
		}
		edits := slices.SortedStableFunc(slices.Values(fix.Edits), func(x, y rules.TextEdit) int { return x.Range.Compare(y.Range) })
		x := sarif.Fix{Description: sarif.Message{Text: sentence(b.run.Mask.Text(fix.Message))}}
		for i, e := range edits {
			if i == 0 || e.Range.File != edits[i-1].Range.File {
				x.ArtifactChanges = append(x.ArtifactChanges, sarif.ArtifactChange{ArtifactLocation: artifact(e.Range.File.Name)})
			}
			change := &x.ArtifactChanges[len(x.ArtifactChanges)-1]
			change.Replacements = append(change.Replacements, sarif.Replacement{
				DeletedRegion: regionOf(e.Range), InsertedContent: sarif.Snippet{Text: e.NewText},
			})
		}
		out = append(out, x)
	}
	return out
}

// withheld reports whether no report may have an edit.
func (b *sarifBuilder) withheld(e rules.TextEdit) bool {
	if e.Range.IsZero() || e.Range.File.External || !filepath.IsLocal(e.Range.File.Name) {
		return true
	}
	if b.run.Mask.Text(e.NewText) != e.NewText {
		return true
	}
	return slices.ContainsFunc(b.run.Mask.Spans(e.Range), func(s redact.Span) bool {
		return strings.Contains(e.NewText, string(e.Range.File.Bytes[s.Start:s.End]))
	})
}
