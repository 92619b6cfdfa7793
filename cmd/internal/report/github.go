package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
)

// GitHub is the report as workflow commands, of which GitHub Actions makes
// annotations. It keeps ten of each level in a step and drops the rest, so what
// matters most comes first.
//
// See https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions;
// the limit is _maxCountPerIssueType of actions/runner, ExecutionContext.cs.
func GitHub(w io.Writer, r *Run) error {
	b := bufio.NewWriter(w)
	for _, x := range r.failures() {
		file, message := x.file, x.message
		if x.place.IsZero() && file != "" { // it may be a folder, which has no annotations
			file, message = "", file+": "+message
		}
		command(b, "error", file, x.place, "ecslint: "+x.title, message)
	}
	for _, f := range worstFirst(r.Findings) {
		r.annotate(b, levelOr(f.Severity, "notice"), f, f.Rule.Title)
	}
	if r.ShowUndecided {
		for _, f := range worstFirst(r.Undecided) {
			r.annotate(b, "notice", f, "undecided: "+f.Rule.Title)
		}
	}
	return b.Flush()
}

func (r *Run) annotate(b *bufio.Writer, level string, f *lint.Finding, title string) {
	message := append([]string{r.headline(f, f.Message)}, r.notes(f)...)
	command(b, level, clean(f.Range.File.Name), f.Range, f.Rule.ID+" "+title, strings.Join(message, "\n"))
}

// command writes a workflow command. The place is within one line, without which
// the runner would drop the columns.
func command(b *bufio.Writer, name, file string, place source.Range, title, message string) {
	var properties []string
	add := func(key, value string) { properties = append(properties, key+"="+inProperty.Replace(value)) }
	if file != "" {
		add("file", file)
	}
	if !place.IsZero() {
		start, end := place.Positions()
		add("line", strconv.Itoa(start.Line))
		add("endLine", strconv.Itoa(end.Line))
		add("col", strconv.Itoa(start.Rune))
		add("endColumn", strconv.Itoa(end.Rune))
	}
	add("title", title)
	fmt.Fprintf(b, "::%s %s::%s\n", name, strings.Join(properties, ","), inData.Replace(message))
}

// What ends a message or a property of a command is escaped as actions/toolkit
// does it.
var (
	inData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
