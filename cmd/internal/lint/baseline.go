package lint

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// Baseline is the findings that are known and not to be reported: each by its
// rule, the file that it is shown in, its resource and the place inside of it,
// without lines and indexes. A nil Baseline knows none.
type Baseline struct {
	entries map[entry]*known
}

type entry struct{ rule, file, address, path string }

// known is a line of the baseline.
type known struct {
	at    source.Range
	found bool
}

const baselineHeader = `# Known findings of ecslint: rule, file, resource, place in the resource. Written by "ecslint baseline".
`

func entryOf(r *raw) entry {
	return entry{r.Rule.ID, r.place.File.Name, withoutIndexes(r.Address), r.Path}
}

// maxFaults bounds the faults of a baseline that are told.
const maxFaults = 20

// ReadBaseline reads a baseline as [WriteBaseline] writes it.
func ReadBaseline(f *source.File) (*Baseline, []source.Problem) {
	b := &Baseline{map[entry]*known{}}
	var problems []source.Problem
	for n := 1; n <= f.Lines(); n++ {
		line := f.Line(n)
		text := strings.TrimSpace(line.Text())
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		fields, err := splitFields(text)
		if err != nil {
			problems = append(problems, source.Problem{Range: line, Message: "no line of a baseline: " + err.Error()})
			if len(problems) == maxFaults { // it is none
				break
			}
			continue
		}
		b.entries[entry{fields[0], fields[1], fields[2], fields[3]}] = &known{at: line}
	}
	return b, problems
}

// splitFields splits a line into its four fields, of which some are quoted.
func splitFields(text string) ([4]string, error) {
	var out [4]string
	for i := range out {
		text = strings.TrimLeft(text, " \t")
		field, rest, _ := strings.Cut(text, " ")
		if strings.HasPrefix(text, `"`) {
			quoted, err := strconv.QuotedPrefix(text)
			if err != nil {
				return out, fmt.Errorf("field %d is not quoted as it should be", i+1)
			}
			if field, err = strconv.Unquote(quoted); err != nil {
				return out, fmt.Errorf("field %d is not quoted as it should be", i+1)
			}
			rest = text[len(quoted):]
		} else if field == "" {
			return out, fmt.Errorf("%d fields instead of 4", i)
		}
		out[i], text = field, rest
	}
	if strings.TrimSpace(text) != "" {
		return out, errors.New("more than 4 fields")
	}
	return out, nil
}

// quoteField writes a field so that it has no blank.
func quoteField(s string) string {
	if s == "" || strings.HasPrefix(s, "#") || strings.ContainsAny(s, " \"") || strconv.Quote(s) != `"`+strings.ReplaceAll(s, `\`, `\\`)+`"` {
		return strconv.QuoteToASCII(s)
	}
	return s
}

// WriteBaseline writes the findings of a result and gives their number. Lines of
// the old baseline, which may be nil, stay where the run could not tell that
// nothing is found any more. The lines are sorted, and each stands for itself, so
// that changes on two branches merge.
func WriteBaseline(w io.Writer, r *Result, old *Baseline) (int, error) {
	entries := map[entry]bool{}
	for _, f := range r.Findings {
		for _, i := range f.Instances {
			entries[entry{f.Rule.ID, f.Range.File.Name, withoutIndexes(i.Address), i.Path}] = true
		}
	}
	if old != nil {
		for e := range old.entries {
			if !r.covers(e) {
				entries[e] = true
			}
		}
	}
	lines := make([]string, 0, len(entries))
	for e := range entries {
		fields := []string{e.rule, e.file, e.address, e.path}
		for n := range fields {
			fields[n] = quoteField(fields[n])
		}
		lines = append(lines, strings.Join(fields, " ")+"\n")
	}
	slices.Sort(lines)
	_, err := io.WriteString(w, baselineHeader+strings.Join(lines, ""))
	return len(lines), err
}

// covers reports whether the run could have found what an entry says.
func (r *Result) covers(e entry) bool {
	ran := slices.ContainsFunc(r.Rules, func(rule *rules.Rule) bool { return rule.ID == e.rule })
	return ran && r.Covers(e.file)
}

// take reports whether a finding is known, and notes that it is there.
func (b *Baseline) take(r *raw) bool {
	if b == nil {
		return false
	}
	k := b.entries[entryOf(r)]
	if k != nil {
		k.found = true
	}
	return k != nil
}

// removable gives a problem for the lines of which nothing is found any more.
func (b *Baseline) removable(r *Result) []source.Problem {
	if b == nil {
		return nil
	}
	var out []source.Problem
	for e, k := range b.entries {
		if k.found || !r.covers(e) {
			continue
		}
		out = append(out, source.Problem{
			Range: k.at, Level: source.Warning,
			Message: fmt.Sprintf("%s in %s is fixed: the line can go (ecslint baseline writes the file anew)", e.rule, e.address),
			Group:   "these findings of the baseline are fixed (ecslint baseline writes the file anew)",
			Subject: fmt.Sprintf("%s in %s of %s", e.rule, e.address, e.file),
		})
	}
	return out
}
