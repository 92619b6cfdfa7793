package near

import "testing"

func TestMatch(t *testing.T) {
	candidates := []string{"enabled", "severity", "ECS.1", "ECS.13", "a"}
	for name, want := range map[string]string{
		"enabeld": "enabled", "Severity": "severity", "severty": "severity", "ECS13": "ECS.13", "ecs.1": "ECS.1",
		"parameters": "", "x": "", "": "",
	} {
		if got := Match(name, candidates); got != want {
			t.Errorf("Match(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"", "ab", 2}, {"kitten", "sittin", 2}, {"ab", "ba", 2}, {"abc", "abcdef", 3}, {"flaw", "lawn", 2},
	} {
		if got := distance(test.a, test.b); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
