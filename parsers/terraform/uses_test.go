package terraform

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestUses tells what depends on a variable or local besides settings of its name.
func TestUses(t *testing.T) {
	for text, want := range map[string][]string{
		"privileged = var.privileged":                                  nil,
		"privileged=var.agent_privileged }":                            nil,
		"readonlyRootFilesystem = var.readonly_root_filesystem, # yes": nil,
		"\"privileged\" = local.privileged\n":                          nil,
		"essential = var.privileged":                                   {"var.privileged"},
		"privileged = var.privileged ? 1 : 2":                          {"var.privileged"},
		"privileged = !var.privileged":                                 {"var.privileged"},
		"privileged = var.privileged.x":                                {"var.privileged"},
		"x == var.x":                                                   {"var.x"},
		"count = local.a ? 1 : 0\nb = [local.b]":                       {"local.a", "local.b"},
		"x = \"${var.x}\"":                                             {"var.x"},
		"x = var.x\ny = var.x\n":                                       {"var.x"},
		"# var.x":                                                      {"var.x"},
		"= var.x":                                                      {"var.x"},
		"var.":                                                         {"var."},
	} {
		u := uses{other: map[string]bool{}}
		u.read([]byte(text), "var.")
		u.read([]byte(text), "local.")
		if d := cmp.Diff(want, slices.Sorted(maps.Keys(u.other))); d != "" {
			t.Errorf("%s (-want +got):\n%s", text, d)
		}
	}
}
