package report

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
)

// What a defect says passes the mask, and so does its stack.
func TestDefectsHideSecrets(t *testing.T) {
	const key = "AKIAIOSFODNN7EXAMPLE"
	r := &Run{Result: &lint.Result{Defects: []lint.Defect{{
		Unit: "main.tf", Error: "bad value " + key, Stack: "goroutine 1 [running]:\nf(" + key + ")\n\tmain.go:1\n",
	}}}}
	var b strings.Builder
	if err := Problems(&b, r, source.Error, true); err != nil {
		t.Fatal(err)
	}
	const want = "main.tf: defect: bad value ***\ngoroutine 1 [running]:\nf(***)\n\tmain.go:1\n"
	if got := b.String(); !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
