// Package render shows what ecslint understood: each resource as ECS would
// receive it, in the API's spelling, with the place of every value and the
// reason of every unknown. The values of environment variables and what looks
// like a secret are hidden unless they are asked for.
package render

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ecslint/ecslint/cmd/internal/redact"
	"github.com/ecslint/ecslint/cmd/internal/report"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Resource is one resource as it was understood.
type Resource struct {
	Address   string `json:"address"`
	Type      string `json:"type"`
	Unit      string `json:"unit"` // the root module, template or file
	At        *Place `json:"at,omitempty"`
	Condition string `json:"condition,omitempty"` // on what its existence depends
	Value     *Node  `json:"properties"`
}

// Place is where something is written. Lines and columns count from 1; columns
// are in characters.
type Place struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
}

// Step is one hop of a value's way.
type Step struct {
	Name string `json:"name"`
	At   *Place `json:"at,omitempty"`
}

// Node is what is known of one value. Kind is that of package value: "string",
// "unknown", "either", …
type Node struct {
	Kind   string  `json:"kind"`
	Value  string  `json:"value,omitempty"`  // of a scalar; … stands for the unknown parts of a text
	Reason string  `json:"reason,omitempty"` // why it is not known
	At     *Place  `json:"at,omitempty"`
	Trail  []Step  `json:"trail,omitempty"`
	Fields []Field `json:"fields,omitempty"` // of a map
	Items  []*Node `json:"items,omitempty"`  // of a list; of an either: the alternatives
	Open   bool    `json:"open,omitempty"`   // more may exist
}

// Field is one member of a map.
type Field struct {
	Name  string `json:"name"`
	Value *Node  `json:"value"`
}

// Of gives the resources of a model in the order in which they are written; with
// values, also those that may be secrets.
func Of(m *model.Model, values bool) []Resource {
	w := view{}
	if !values {
		w.mask = &redact.Mask{}
		w.mask.AddModel(m)
		w.mask.Join()
	}
	var out []Resource
	for _, in := range m.Inputs() {
		w.spelling = spelling(in.Type)
		r := Resource{Address: in.Address, Type: in.Type, Unit: m.Name, At: place(in.Header), Condition: w.text(in.Condition)}
		r.Value = node(in.Value, w)
		out = append(out, r)
	}
	return out
}

// view is how a part of a resource is shown.
type view struct {
	spelling func(string) string // of the keys
	mask     *redact.Mask        // nil: everything is shown
	secret   bool                // scalars are hidden
	key      string              // behind which a scalar stands
	depth    int
}

// text hides secrets in what is said about a value.
func (w view) text(s string) string {
	if w.mask == nil {
		return s
	}
	return w.mask.Text(s)
}

// spelling gives the API's name of a property of a type of resource.
func spelling(typ string) func(string) string {
	switch {
	case strings.HasPrefix(typ, "aws_"):
		return camelFromSnake
	case strings.HasPrefix(typ, "AWS::"):
		return camelFromPascal
	}
	return verbatim
}

func verbatim(s string) string { return s }

func camelFromSnake(s string) string {
	var b strings.Builder
	up := false
	for _, r := range s {
		switch {
		case r == '_':
			up = true
			continue
		case up:
			r, up = unicode.ToUpper(r), false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// camelFromPascal lowers the capitals at the start, all of an abbreviation but
// the first letter of the word behind it: EFSVolumeConfiguration.
func camelFromPascal(s string) string {
	n := 0
	for n < len(s) && s[n] >= 'A' && s[n] <= 'Z' {
		n++
	}
	if n > 1 && n < len(s) {
		n--
	}
	return strings.ToLower(s[:n]) + s[n:]
}

// named are the properties whose members the user names.
var named = map[string]bool{"tags": true, "options": true, "dockerLabels": true, "labels": true, "driverOpts": true}

// policies are the properties that are policies of IAM.
var policies = map[string]bool{"policy": true, "policyDocument": true, "assumeRolePolicy": true, "assumeRolePolicyDocument": true}

// scripts are the properties that instances run.
var scripts = map[string]bool{"userData": true, "userDataBase64": true}

// maxDepth bounds what is shown.
const maxDepth = 64

func node(v *value.Value, w view) *Node {
	n := &Node{Kind: v.Kind().String(), At: place(v.Range()), Reason: w.text(v.Reason())}
	if v.Is(value.List, value.Map) {
		n.Reason = ""
	}
	for _, s := range v.Trail() {
		n.Trail = append(n.Trail, Step{s.String(), place(s.Range)})
	}
	if w.depth++; w.depth > maxDepth {
		n.Kind = value.Unknown.String()
		return n
	}
	switch v.Kind() {
	case value.Bool, value.Number, value.String, value.Text:
		n.Value = scalar(v, w)
	case value.List:
		n.Open = v.Open()
		inner := w
		for _, e := range v.Elems() {
			n.Items = append(n.Items, node(e, inner))
			inner.key = cmp.Or(option(e), w.key)
		}
	case value.Either:
		for _, a := range v.Alternatives() {
			n.Items = append(n.Items, node(a, w))
		}
	case value.Map:
		n.Open = v.Open()
		for f := range v.Fields() {
			name, inner := w.spelling(f.Key), w
			switch {
			case f.Key == "container_definitions", policies[name]: // the text is in the API's spelling
				inner.spelling = verbatim
			case named[name]:
				inner.spelling = verbatim
			}
			// The value of an environment variable may be a secret, whatever it is called,
			// and so may anything in a script.
			inner.secret = w.secret || name == "environment" || scripts[name]
			if w.secret && name == "name" {
				inner.secret = false
			}
			inner.key = name
			if name == "value" {
				inner.key = nameOf(v, w)
			}
			n.Fields = append(n.Fields, Field{name, node(f.Value, inner)})
		}
	case value.Absent, value.Unknown, value.Null:
	}
	return n
}

// option gives the option of a command that has its value in the next word, such as
// "--password"; empty if v is none.
func option(v *value.Value) string {
	if s, ok := v.Str(); ok && strings.HasPrefix(s, "-") && !strings.Contains(s, "=") {
		return s
	}
	return ""
}

// nameOf gives the name in a pair of a name and a value.
func nameOf(v *value.Value, w view) string {
	for f := range v.Fields() {
		if name := w.spelling(f.Key); name == "name" || name == "key" {
			s, _ := f.Value.Str()
			return s
		}
	}
	return ""
}

func scalar(v *value.Value, w view) string {
	s, ok := v.Scalar()
	if !ok {
		s = strings.ReplaceAll(v.Content(), string([]byte{value.Hole}), "…")
	}
	switch {
	case w.mask == nil:
		return s
	case w.secret:
		return redact.Hidden
	}
	return w.mask.Keyed(w.key, s)
}

func place(r source.Range) *Place {
	if r.IsZero() {
		return nil
	}
	start, end := r.Positions()
	return &Place{File: r.File.Name, Line: start.Line, Column: start.Rune, EndLine: end.Line, EndColumn: end.Rune}
}

// Text shows resources for people: a tree in the manner of YAML, with the place
// of each value behind it. Path gives the name of a file as it is shown.
func Text(resources []Resource, path func(string) string) string {
	var b strings.Builder
	p := printer{b: &b, path: path}
	for i, r := range resources {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(report.Clean(r.Address))
		if r.At != nil {
			b.WriteString("  # " + p.place(r.At) + ", " + report.Clean(r.Type))
		}
		if r.Condition != "" {
			b.WriteString(", if " + report.Clean(r.Condition))
		}
		b.WriteByte('\n')
		p.children(r.Value, 1)
	}
	return b.String()
}

type printer struct {
	b    *strings.Builder
	path func(string) string
}

func (p printer) place(at *Place) string {
	return report.Clean(p.path(at.File)) + ":" + strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Column)
}

// line writes one value behind its key, and what is in it on further lines.
func (p printer) line(indent int, key string, n *Node) {
	if n.Kind == value.Null.String() || n.Kind == value.Absent.String() {
		return // ECS receives nothing
	}
	left := strings.Repeat("  ", indent) + key
	var text string
	switch n.Kind {
	case value.String.String(), value.Text.String():
		text = strconv.Quote(n.Value)
	case value.Bool.String(), value.Number.String():
		text = n.Value
	case value.Unknown.String():
		text = "unknown: " + report.Clean(n.Reason)
	case value.Either.String():
		text = "one of, depending on: " + report.Clean(n.Reason)
	case value.List.String():
		if len(n.Items) == 0 && !n.Open {
			text = "[]"
		}
	case value.Map.String():
		if len(n.Fields) == 0 && !n.Open {
			text = "{}"
		}
	}
	if text != "" {
		left += " " + text
	}
	if n.At != nil && text != "" {
		left += strings.Repeat(" ", max(2, 48-utf8.RuneCountInString(left))) + "# " + p.place(n.At)
	}
	p.b.WriteString(left + "\n")
	p.children(n, indent+1)
}

func (p printer) children(n *Node, indent int) {
	for _, f := range n.Fields {
		p.line(indent, report.Clean(f.Name)+":", f.Value)
	}
	for _, e := range n.Items {
		p.line(indent, "-", e)
	}
	if n.Open {
		p.b.WriteString(strings.Repeat("  ", indent) + "…  # more may exist\n")
	}
}
