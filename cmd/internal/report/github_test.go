package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

// workflowCommand is a command as the runner of GitHub Actions reads it.
type workflowCommand struct {
	name, message string
	properties    map[string]string
}

// parseCommand reads a line as actions/runner does, ActionCommand.TryParseV2.
func parseCommand(line string) (workflowCommand, bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), "::")
	info, message, ok2 := strings.Cut(rest, "::")
	if !ok || !ok2 {
		return workflowCommand{}, false
	}
	unescape := func(s string, codes ...string) string {
		for i := 0; i < len(codes); i += 2 {
			s = strings.ReplaceAll(s, codes[i], codes[i+1])
		}
		return s
	}
	name, list, _ := strings.Cut(info, " ")
	c := workflowCommand{name, unescape(message, "%0D", "\r", "%0A", "\n", "%25", "%"), map[string]string{}}
	for property := range strings.SplitSeq(list, ",") {
		key, value, _ := strings.Cut(property, "=")
		c.properties[key] = unescape(value, "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	}
	return c, true
}

func TestGitHub(t *testing.T) {
	file := "a " + clean(hostile) + ".tf"
	want := []string{
		"error broken.tf 1:5-1:6 ecslint: Input could not be understood",
		"error  :-: ecslint: Input could not be understood",
		"error  :-: ecslint: Defect of ecslint",
		"error " + file + " 1:5-1:9 ECS.4 Container runs in privileged mode",
		"notice " + file + " 2:1-2:2 SCHEMA.1 Name is misspelt",
		"notice " + file + " 3:1-3:2 ECS.4 undecided: Container runs in privileged mode",
	}
	var got, messages []string
	for line := range strings.Lines(render(t, GitHub, hostileRun())) {
		c, ok := parseCommand(strings.TrimSuffix(line, "\n"))
		if !ok {
			t.Fatalf("no command: %s", line)
		}
		p := c.properties
		got = append(got, fmt.Sprintf("%s %s %s:%s-%s:%s %s", c.name, p["file"], p["line"], p["col"], p["endLine"], p["endColumn"], p["title"]))
		messages = append(messages, c.message)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	message := "container " + clean(hostile) + " is privileged, password=***\n" +
		"used by local." + clean(hostile) + " at " + file + ":2:1\nin aws_x.a at " + file + ":2:1"
	if messages[3] != message {
		t.Errorf("got\n%s\nwant\n%s", messages[3], message)
	}
	if want := "a: index out of range " + clean(hostile); messages[2] != want {
		t.Errorf("got\n%s\nwant\n%s", messages[2], want)
	}
	if out := render(t, GitHub, emptyRun()); out != "" {
		t.Errorf("no findings give %q", out)
	}
}

// GitHub keeps the first ten annotations of each level.
func TestGitHubStartsWithTheWorst(t *testing.T) {
	f := source.NewFile("a.tf", []byte(strings.Repeat("x\n", 40)))
	r := &Run{Result: &lint.Result{}}
	for n := range 40 {
		r.Findings = append(r.Findings, &lint.Finding{
			Rule: &rules.Rule{ID: "T.1"}, Severity: rules.Severity(n % 4), Range: source.Range{File: f, Start: 2 * n, End: 2*n + 1},
			Message: rules.Severity(n % 4).String(), Instances: []lint.Instance{{Address: "x"}},
		})
	}
	var got []string
	for line := range strings.Lines(render(t, GitHub, r)) {
		c, _ := parseCommand(line)
		severity, _, _ := strings.Cut(c.message, "\n")
		got = append(got, c.name+" "+severity)
	}
	want := slices.Concat(slices.Repeat([]string{"error critical"}, 10), slices.Repeat([]string{"error high"}, 10),
		slices.Repeat([]string{"warning medium"}, 10), slices.Repeat([]string{"notice low"}, 10))
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
