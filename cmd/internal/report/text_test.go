package report

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// Many findings are written in shares: the text is that of one share, also where one
// ends between findings at the same place.
func TestTextOfManyFindings(t *testing.T) {
	const lines = 3 * share
	file := source.NewFile("main.tf", []byte(strings.Repeat("x = 1\n", lines)))
	rule := &rules.Rule{ID: "T.1"}
	var all []*lint.Finding
	for n := 1; n <= lines; n++ {
		for i := range n % 4 {
			all = append(all, &lint.Finding{
				Rule: rule, Severity: rules.High, Range: file.Line(n), Message: fmt.Sprintf("message %d of line %d", i, n),
				Instances: []lint.Instance{{Address: "aws_ecs_cluster.c", Resource: file.Line(1), Message: fmt.Sprintf("message %d of line %d", i, n)}},
			})
		}
	}
	r := &Run{Quiet: true, Result: &lint.Result{Findings: all}}
	var want, got bytes.Buffer
	whole := newText(bufio.NewWriter(&want), r)
	whole.some(all, func(*lint.Finding) (string, style) { return "high", red })
	if err := whole.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := Text(&got, r); err != nil {
		t.Fatal(err)
	}
	if len(all) <= 4*share || got.String() != want.String() {
		t.Errorf("%d findings: %d bytes, want %d", len(all), got.Len(), want.Len())
	}
	for _, s := range shared(all) {
		if len(s) > share+3 {
			t.Errorf("a share has %d findings", len(s))
		}
	}
}
