package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ecslint/ecslint/parsers/parserstest"
)

// row is one thing that is measured.
type row struct {
	name   string
	target target
	// input is the folder that it is run in; write makes it. Rows may share one. A
	// folder of the user has an absolute name and is not written.
	input string
	write func(ctx context.Context, dir string) error
	args  []string // of ecslint
	stdin string   // a file of the input; empty: there is none
	floor []string // what the floor parses of the input
	// any accepts an input without findings.
	any bool
	// slow rows take over a second.
	slow bool
	// base is an input with a tenth of the services, where the question is how the
	// time grows; else empty.
	base      string
	writeBase func(ctx context.Context, dir string) error
}

// target is what a row has to keep to on two cores; zero values: there is none.
type target struct {
	wall   time.Duration // of the median
	peak   int64         // bytes
	ratio  float64       // to the floor
	growth float64       // of the time for one service, when there are ten times as many
}

const mb = 1_000_000 // bytes

// rows gives everything that can be measured. root is the folder of the source code.
func rows(o options, root string) ([]row, error) {
	module := inFolder(parserstest.Terraform(faulty))
	monorepo := inFolder(parserstest.Monorepo(o.services))
	out := []row{
		{
			name: "on-save", input: "on-save", write: demo(root, "terraform/main.tf"),
			args: []string{"main.tf"}, floor: []string{"main.tf"},
			target: target{wall: 5 * time.Millisecond, peak: 20 * mb},
		},
		{
			name: "on-save-sarif", input: "on-save", write: demo(root, "terraform/main.tf"),
			args: []string{"--format=sarif", "main.tf"}, floor: []string{"main.tf"},
		},
		{
			name: "stdin", input: "module", write: module,
			args:  []string{"--stdin-filename=" + changedFile, "-"},
			stdin: changedFile, floor: []string{filepath.Dir(changedFile)},
			target: target{wall: 8 * time.Millisecond},
		},
		{
			name: "template", input: "template", write: inFolder(single("template.yaml", parserstest.Template(faulty))),
			args: []string{"template.yaml"}, floor: []string{"template.yaml"},
		},
		{
			name: "taskdef", input: "taskdef", write: inFolder(single("taskdef.json", parserstest.TaskDefinition(faulty))),
			args: []string{"taskdef.json"}, floor: []string{"taskdef.json"},
		},
		{
			name: "fleet", input: "fleet", write: inFolder(parserstest.Fleet(o.fleet)),
			args: []string{"."}, floor: []string{"."},
			target: target{wall: 200 * time.Millisecond},
		},
		{
			name: "large-template", input: "large-template", write: inFolder(single("template.yaml", parserstest.LargeTemplate(o.definitions))),
			args: []string{"template.yaml"}, floor: []string{"template.yaml"},
			target: target{wall: 60 * time.Millisecond},
		},
		{
			name: "since", input: "clone", write: clone(parserstest.Monorepo(o.services)),
			args: []string{"--since=main"}, floor: []string{filepath.Dir(changedFile)},
			target: target{wall: 100 * time.Millisecond},
		},
		{
			name: "monorepo", input: "monorepo", write: monorepo, slow: true,
			args: []string{"."}, floor: []string{"."},
			target: target{ratio: 1.5, peak: 120 * mb},
		},
	}
	if o.linear {
		out = append(out, row{
			name: "linear", input: "monorepo-10", write: inFolder(parserstest.Monorepo(10 * o.services)), slow: true,
			args: []string{"."}, floor: []string{"."},
			base: "monorepo", writeBase: monorepo,
			target: target{growth: 1.15},
		})
	}
	for _, dir := range o.repositories {
		dir, err := filepath.Abs(dir)
		if err != nil {
			return nil, err
		}
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, fmt.Errorf("--repository %s is no folder", dir)
		}
		out = append(out, row{
			name: "repository/" + strings.ReplaceAll(filepath.Base(dir), " ", "_"), input: dir,
			args: []string{"."}, floor: []string{"."}, any: true,
		})
	}
	return out, nil
}
