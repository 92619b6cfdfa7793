package taskdef_test

import (
	"testing"

	"github.com/ecslint/ecslint/parsers/parserstest"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/taskdef"
)

// BenchmarkLoad parses a task definition.
func BenchmarkLoad(b *testing.B) {
	text := parserstest.TaskDefinition(1)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		m, problems := taskdef.NewLoader(source.NewMemory(nil)).Load(source.NewFile("taskdef.json", []byte(text)))
		if m == nil || len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
