package terraform

import (
	"maps"
	"testing"

	"github.com/ecslint/ecslint/parsers/parserstest"
	"github.com/ecslint/ecslint/parsers/source"
)

// BenchmarkLoad reads, parses and evaluates a root module.
func BenchmarkLoad(b *testing.B) {
	for _, bench := range []struct {
		name, dir string
		files     parserstest.Files
		resources int
	}{
		{"service", "terraform/s00001", parserstest.Terraform(1), 7},
		{"fleet", ".", parserstest.Fleet(100), 201},
	} {
		b.Run(bench.name, func(b *testing.B) {
			files := maps.Collect(bench.files)
			b.ReportAllocs()
			for b.Loop() {
				m, problems := NewLoader(source.NewMemory(files), Options{}).Load(b.Context(), bench.dir)
				resources := 0
				for range m.Resources() {
					resources++
				}
				if resources != bench.resources || len(problems) > 0 {
					b.Fatal(resources, "resources, problems:", problems)
				}
			}
		})
	}
}

// BenchmarkEval evaluates an expression of a module that is parsed.
func BenchmarkEval(b *testing.B) {
	for _, bench := range []struct {
		name, text string
		known      bool
	}{
		{"jsonencode", `jsonencode([merge({ image = "app:${local.tag}", privileged = false }, { name = "app", cpu = 256 })])`, true},
		{"for", `{ for i in range(1000) : "service-${i}" => { cpu = 256 * (i % 4 + 1), public = i % 2 == 0 } if i % 10 != 0 }`, true},
		{"text", `join(",", [for s in split(",", replace("${local.tag},b,c,d", "b", "x")) : upper(format("%s-%03d", s, 7))])`, true},
		{"unknown", `jsonencode([for n in var.names : { name = n, image = "app:${local.tag}", privileged = true }])`, false},
	} {
		b.Run(bench.name, func(b *testing.B) {
			set := source.NewMemory(map[string]string{"main.tf": `variable "names" {}
locals {
  tag    = "v1"
  result = ` + bench.text + "\n}\n"})
			l := NewLoader(set, Options{})
			b.ReportAllocs()
			for b.Loop() {
				_, m := l.open(b.Context(), ".")
				if v := m.local("result", source.Range{}); v.WhollyKnown() != bench.known {
					b.Fatal("known:", !bench.known, v.Reason())
				}
			}
		})
	}
}
