package parserstest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFaults pins how many services have which fault, so that a figure of one
// machine or year can be compared with that of another.
func TestFaults(t *testing.T) {
	got := map[string]int{}
	for _, s := range services(2000) {
		for fault, has := range map[string]bool{
			"privileged": s.Privileged, "writable": !s.ReadOnly, "no logs": !s.Logs, "no insights": !s.Insights,
			"public IP": s.PublicIP, "any action": s.AnyAction, "secret": s.Secret != "", "latest": s.Tag == "latest",
			"host network": s.NetworkMode == "host", "open to all": s.Clients == "0.0.0.0/0",
			"invalid size": s.CPU == 256 && s.Memory == 4096,
		} {
			if has {
				got[fault]++
			}
		}
		if onFargate := s.LaunchType == "FARGATE"; onFargate == (s.Privileged || s.NetworkMode == "host") {
			t.Errorf("%+v", s)
		}
	}
	want := map[string]int{
		"privileged": 200, "writable": 645, "no logs": 398, "no insights": 1027, "public IP": 457, "any action": 258,
		"secret": 402, "latest": 671, "host network": 108, "open to all": 345, "invalid size": 127,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
