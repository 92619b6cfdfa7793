package cli

import "testing"

func TestMemoryLimit(t *testing.T) {
	for live, want := range map[uint64]int64{0: small, small / 2: small, small: 2 * small, 1 << 63: 1 << 61} {
		if got := memoryLimit(live); got != want {
			t.Errorf("of %d bytes: %d, want %d", live, got, want)
		}
	}
}
