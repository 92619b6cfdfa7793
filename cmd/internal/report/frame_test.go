package report

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/cmd/internal/redact"
	"github.com/ecslint/ecslint/parsers/source"
)

// mark gives a file with a range where the text has "«" and "»".
func mark(text string) source.Range {
	start := strings.Index(text, "«")
	text = strings.Replace(text, "«", "", 1)
	end := strings.Index(text, "»")
	text = strings.Replace(text, "»", "", 1)
	return source.Range{File: source.NewFile("x", []byte(text)), Start: start, End: end}
}

func TestFrame(t *testing.T) {
	for _, test := range []struct {
		name, text string
		width      int
		want       string // the line, a line break, and carets
	}{
		{"plain", "a\nb = «true» # c\nd", 80, "b = true # c\n    ^^^^"},
		{"tabs", "\t\ta:\t«true»", 80, "        a:  true\n            ^^^^"},
		{"wide characters", "é𝄞 漢字 «漢x» y", 80, "é𝄞 漢字 漢x y\n        ^^^"},
		{"combining characters", "e\u0301 «x»", 80, "e\u0301 x\n  ^"},
		{"nothing", "a «»b", 80, "a b\n  ^"},
		{"end of the line", "abc«»\nd", 80, "abc\n   ^"},
		{"empty line", "a\n«»\nb", 80, "\n^"},
		{"CRLF", "a\r\n«b»\r\n", 80, "b\n^"},
		{"byte order mark", "\ufeff«b» c", 80, "b c\n^"},
		{"control characters", "\x1b[31m «b»\u202e", 80, "\\x1b[31m b\\u202e\n         ^"},
		{"not UTF-8", "\xff\xc3 «b»", 80, "\\xff\\xc3 b\n         ^"},
		{"carriage return within", "a\rb «c»", 80, "a\\rb c\n     ^"},
		{"secret", `x = { value = "hunter2", b = «1» }`, 80, "x = { value = \"***\", b = 1 }\n                         ^"},
		{"marked secret", `x = { value = «"hunter2"» }`, 80, "x = { value = \"***\" }\n              ^^^^^"},
		{"long line", strings.Repeat("a", 100) + "«bcd»" + strings.Repeat("e", 100), 42, "…aaaaaaaaaaaaabcdeeeeeeeeeeeeeeeeeeeeeeee…\n              ^^^"},
		{"long mark", "x «" + strings.Repeat("b", 100) + "»", 42, "x " + strings.Repeat("b", 38) + "…\n  " + strings.Repeat("^", 38)},
		{"megabytes", strings.Repeat("漢", 1<<20) + "«b»" + strings.Repeat("𝄞", 1<<20), 42, "…漢漢漢漢漢漢b" + strings.Repeat("𝄞", 27) + "…\n             ^"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := newFrame(mark(test.text), &redact.Mask{}, test.width)
			got := f.code + "\n" + strings.Repeat(" ", f.start) + strings.Repeat("^", f.width)
			if got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"plain é漢𝄞":          "plain é漢𝄞",
		"\x1b]0;title\a":     `\x1b]0;title\x07`,
		"a\nb\r\tc":          `a\nb\r\tc`,
		"\u202eevil\u2066":   `\u202eevil\u2066`,
		"\u0085\u2028\ufeff": `\u0085\u2028\ufeff`,
		"\xff\x7f":           `\xff\x7f`,
	} {
		if got := clean(text); got != want {
			t.Errorf("clean(%q) = %s, want %s", text, got, want)
		}
	}
}
