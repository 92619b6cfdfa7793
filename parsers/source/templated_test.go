package source_test

import (
	"testing"

	"github.com/ecslint/ecslint/parsers/source"
)

func TestTemplated(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a: {{ .Name }}":                 "Go template or Jinja",
		"{{- if .Name }}\na: b\n":        "Go template or Jinja",
		"  {% if name %}":                "Go template or Jinja",
		"- <%= name %>":                  "ERB",
		"[\n%{ for c in containers ~}":   "Terraform template",
		"%{~ if enabled }":               "Terraform template",
		"a: '{{ .Name }}'":               "",
		"a: {{resolve:ssm:name}}":        "",
		"a: {{resolve:ssm:n}}\nb: {{c}}": "Go template or Jinja",
		"a: {b: {c: d}}":                 "",
		"curl -w %{http_code}":           "",
		"":                               "",
	} {
		if got := source.Templated(source.NewFile("f", []byte(text))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
