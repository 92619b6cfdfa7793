package source

import (
	"regexp"
	"strings"
)

var (
	// The marks count where a parser of the host language stumbles over them: at
	// the start of a line or of a value. Inside of a string they are text, such as
	// docker's --format '{{.Names}}'.
	braces = regexp.MustCompile(`(?m)(?:^|[:=\[,]|- )[ \t]*(\{\{|\{%[-+ ]|%\{[~ ]|<%[-=# ])`)
	// CloudFormation's own dynamic references.
	dynamic = regexp.MustCompile(`^\{\{\s*resolve:`)
)

// Templated names the language of templates in which f is visibly written: "Go
// template or Jinja", "ERB", "Terraform template", or empty. It is for files that
// do not parse: what stands in braces may also be valid in the file's language.
func Templated(f *File) string {
	for b := f.Bytes; ; {
		m := braces.FindSubmatchIndex(b)
		if m == nil {
			return ""
		}
		mark := b[m[2]:]
		b = b[m[3]:]
		switch {
		case strings.HasPrefix(string(mark[:2]), "<%"):
			return "ERB"
		case strings.HasPrefix(string(mark[:2]), "%{"):
			return "Terraform template"
		case strings.HasPrefix(string(mark[:2]), "%{"):
			return "Terraform template"
		case !dynamic.Match(mark):
			return "Go template or Jinja"
		}
	}
}
