package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// number gives findings their keys, in their order. A key says the rule, the
// file, the resource and the place inside of it, of the first instance; instances
// made by count and for_each have one key. Findings that would share a key are
// numbered.
func number(lists ...[]*Finding) {
	given := map[string]int{}
	for _, findings := range lists {
		for _, f := range findings {
			i := f.Instances[0]
			key := hash(f.Rule.ID, f.Range.File.Name, withoutIndexes(i.Address), i.Path)
			given[key]++
			f.Key = key + ":" + strconv.Itoa(given[key])
		}
	}
}

func hash(parts ...string) string {
	h := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(h[:16])
}

// withoutIndexes drops what stands in brackets: `module.svc["a"].aws_x.y[0]`
// becomes "module.svc.aws_x.y".
func withoutIndexes(address string) string {
	var b strings.Builder
	depth, quoted := 0, false
	for i := range len(address) {
		c := address[i]
		switch {
		case depth > 0 && c == '"' && address[i-1] != '\\':
			quoted = !quoted
		case !quoted && c == '[':
			depth++
		case !quoted && c == ']' && depth > 0:
			depth--
		case depth == 0:
			b.WriteByte(c)
		}
	}
	return b.String()
}
