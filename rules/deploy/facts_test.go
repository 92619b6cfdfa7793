package deploy

import (
	"testing"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

func setting(v *value.Value) value.StringSetting {
	return value.NewOf[string]("x", v, source.Range{}, nil)
}

func text(s string) *value.Value { return value.NewString(source.Range{}, s) }

func TestAmounts(t *testing.T) {
	for _, test := range []struct {
		s      string
		cpu    int // -1 for what is not readable
		memory int
	}{
		{"1024", 1024, 1024},
		{" 256 ", 256, 256},
		{"1 vCPU", 1024, -1},
		{"1vcpu", 1024, -1},
		{".25 vCPU", 256, -1},
		{"0.5 VCPU", 512, -1},
		{"192 vCPU", 196608, -1},
		{"1GB", -1, 1024},
		{"0.5 gb", -1, 512},
		{"244 GB", -1, 249856},
		{"", -1, -1},
		{"GB", -1, -1},
		{"vCPU", -1, -1},
		{"-1", -1, -1},
		{"-1 GB", -1, -1},
		{"1.5", -1, -1},
		{"0.0001 vCPU", -1, -1},
		{"NaN GB", -1, -1},
		{"1e300 GB", -1, -1},
		{"512 MB", -1, -1},
		{"1 GB 2", -1, -1},
	} {
		if n, ok := cpuUnits(test.s); ok != (test.cpu >= 0) || ok && n != test.cpu {
			t.Errorf("cpu %q: %d, %t, want %d", test.s, n, ok, test.cpu)
		}
		if n, ok := mebibytes(test.s); ok != (test.memory >= 0) || ok && n != test.memory {
			t.Errorf("memory %q: %d, %t, want %d", test.s, n, ok, test.memory)
		}
	}
}

func TestFargateSizes(t *testing.T) {
	pairs := map[int]int{256: 3, 512: 4, 1024: 7, 2048: 13, 4096: 23, 8192: 12, 16384: 12, 32768: 3}
	for _, s := range fargateSizes {
		if len(s.memory) != pairs[s.cpu] {
			t.Errorf("%d CPU units: %d sizes, want %d", s.cpu, len(s.memory), pairs[s.cpu])
		}
		delete(pairs, s.cpu)
	}
	if len(pairs) > 0 {
		t.Errorf("missing: %v", pairs)
	}
	if _, known := sizeOf(300); known {
		t.Error("300 CPU units are a size")
	}
}

func TestKnownValues(t *testing.T) {
	unknown := value.NewUnknown(source.Range{}, "var.x has no default")
	for _, test := range []struct {
		name               string
		v                  *value.Value
		misspelt, unlisted value.Truth
	}{
		{"known", text("HEALTHY"), value.No, value.No},
		{"in another case", text("healthy"), value.Yes, value.No},
		{"mistyped", text("HEALTY"), value.Yes, value.No},
		{"blank", text(" "), value.Yes, value.No},
		{"newer", text("READY"), value.No, value.Yes},
		{"absent", value.NewAbsent(source.Range{}), value.No, value.No},
		{"unknown", unknown, value.Maybe, value.Maybe},
		{"known or newer", value.NewEither(source.Range{}, "why", text("START"), text("READY")), value.No, value.Maybe},
	} {
		if got := misspelt(setting(test.v), dependencyConditions); got != test.misspelt {
			t.Errorf("%s: misspelt: %s, want %s", test.name, got, test.misspelt)
		}
		if got := unlisted(setting(test.v), dependencyConditions); got != test.unlisted {
			t.Errorf("%s: unlisted: %s, want %s", test.name, got, test.unlisted)
		}
	}
}

func TestAnyOf(t *testing.T) {
	for want, values := range map[string][]string{
		"": nil, "s3": {"s3"}, "s3 or file": {"s3", "file"}, "a, b or c": {"a", "b", "c"},
	} {
		if got := anyOf(values); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
