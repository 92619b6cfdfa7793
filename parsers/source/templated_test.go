package source

import (
	"strings"
	"testing"
)

func TestTemplated(t *testing.T) {
	t.Parallel()
	const braces, erb, terraform = "Go template or Jinja", "ERB", "Terraform template"
	for text, want := range map[string]string{
		"":                                   "",
		"a: b":                               "",
		"{{":                                 "",
		"{{- if .X }}":                       braces,
		"a:\n  {{ b }}":                      braces,
		"a: {{ b }}:{{ c }}":                 braces,
		"- {{ b }}":                          braces,
		`{"a": {{ b }}}`:                     braces,
		"[{{ a }}, 1]":                       braces,
		"{% if x %}":                         braces,
		"  {%- if x %}":                      braces,
		"x = {{ y }}":                        braces,
		"<% if x %>":                         erb,
		"a: <%= b %>":                        erb,
		"%{ if x }":                          terraform,
		"\t%{~ for x in y ~}":                terraform,
		"docker ps --format '{{.Names}}'":    "",
		`"{{ in a string }}"`:                "",
		"a: {{resolve:ssm:b}}":               "",
		"a: {{ resolve:ssm:b}}\nb: {{ c }}":  braces,
		"${{ github.sha }}":                  "",
		"a: {%s}":                            "",
		"printf <%d>":                        "",
		"b-{{ c }}":                          "",
		"a: b {{ c }}":                       "",
		"\ufeff{{ a }}":                      braces,
		"\r\n{{ a }}":                        braces,
		"%{http_code}":                       "",
		"curl -w %{ x }":                     "",
		strings.Repeat("x", 100) + "\n<%- a": erb,
	} {
		if got := Templated(NewFile("f", []byte(text))); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
