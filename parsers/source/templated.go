package source

import (
	"bytes"
	"strings"
)

// Templated names the language of templates in which f is visibly written: "Go
// template or Jinja", "ERB", "Terraform template", or empty. It is for files that
// do not parse: what stands in braces may also be valid in the file's language.
//
// A mark counts where a parser of the file's language stumbles over it, which is
// at the start of a line or of a value. In the middle of a string it is text, as
// in docker's --format '{{.Names}}'.
func Templated(f *File) string {
	text := bytes.TrimPrefix(f.Bytes, bom)
	for i := 0; i+2 < len(text); i++ {
		language, behind := "", ""
		switch string(text[i : i+2]) {
		case "{{":
			if isDynamicReference(text[i+2:]) || !startsValue(text[:i]) {
				continue
			}
			return "Go template or Jinja"
		case "{%":
			language, behind = "Go template or Jinja", " -+"
		case "%{":
			language, behind = "Terraform template", " ~"
		case "<%":
			language, behind = "ERB", " -=#"
		default:
			continue
		}
		if strings.IndexByte(behind, text[i+2]) >= 0 && startsValue(text[:i]) {
			return language
		}
	}
	return ""
}

// isDynamicReference reports whether CloudFormation's {{resolve:…}} goes on
// with b.
func isDynamicReference(b []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(b[:min(len(b), 32)], " "), []byte("resolve:"))
}

// startsValue reports whether a line or a value of JSON or YAML starts behind b.
func startsValue(b []byte) bool {
	before := bytes.TrimRight(b, " \t")
	if len(before) == 0 {
		return true
	}
	last := before[len(before)-1]
	return strings.IndexByte("\n:=[,", last) >= 0 || last == '-' && len(before) < len(b)
}
