package terraform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/parsers/yamldoc"
)

const (
	// maxFiles bounds the files that fileset goes through.
	maxFiles = 10_000
	// perFile is the work for each of them.
	perFile = 100
)

// fileset gives the files below a folder that match a pattern, as a set of their
// names relative to it.
func (c *call) fileset(dir string) *value.Value {
	if len(c.args) != 2 {
		return nil
	}
	pattern, ok := c.args[1].Str()
	if !ok {
		return unknownOperand(c.r, c.args[1])
	}
	if !doublestar.ValidatePattern(pattern) {
		return value.NewFailed(c.r, "fileset: the pattern is not valid")
	}
	patterns, ok := source.Alternatives(pattern)
	if !ok {
		return c.refuse("the pattern is too long or has too many alternatives")
	}
	var found []*value.Value
	left := maxFiles
	var walk func(sub string) string
	walk = func(sub string) string {
		names, err := c.m.root.loader.set.ReadDir(path.Join(c.m.root.dir, dir, sub))
		if err != nil {
			return "cannot read " + path.Join(dir, sub) + ": " + err.Error()
		}
		for _, n := range names {
			if left--; left < 0 {
				return fmt.Sprintf("fileset: refused: more than %d files", maxFiles)
			}
			if !c.m.root.spend(perFile, c.r) {
				return c.m.root.giveUp(c.r).Reason()
			}
			name := path.Join(sub, n)
			if strings.HasSuffix(n, "/") {
				if strings.Contains(pattern, "**") || strings.Count(name, "/") < strings.Count(pattern, "/") {
					if why := walk(name); why != "" {
						return why
					}
				}
				continue
			}
			if slices.ContainsFunc(patterns, func(p string) bool { return doublestar.MatchUnvalidated(p, name) }) {
				found = append(found, value.NewString(c.r, name))
			}
		}
		return ""
	}
	if why := walk("."); why != "" {
		if left < 0 {
			return value.NewRefused(c.r, why)
		}
		return value.NewUnknown(c.r, why)
	}
	return toSet(value.NewList(c.r, found, false))
}

// yamldecode reads YAML with the places of the file that it is in, if the text is
// the whole of one.
func (c *call) yamldecode() *value.Value {
	text, ok := c.args[0].Str()
	if !ok {
		return unknownOperand(c.r, c.args[0])
	}
	f := c.args[0].Range().File
	inPlace := f != nil && string(f.Bytes) == text
	if !inPlace {
		f = source.NewFile("<yaml>", []byte(text))
	}
	if !c.m.root.spend(perByte*len(text), c.r) {
		return c.m.root.giveUp(c.r)
	}
	docs, problems := yamldoc.Parse(f)
	for _, p := range problems {
		if p.Level == source.Error {
			return value.NewFailed(c.r, "yamldecode: "+p.Message)
		}
	}
	if len(docs) != 1 {
		return value.NewFailed(c.r, "yamldecode: not one document")
	}
	v := asTerraform(docs[0])
	if inPlace {
		return v.Along(c.args[0])
	}
	if x, ok := toCty(v); ok {
		return fromCty(x, c.r)
	}
	return value.NewUnknown(c.r, "yamldecode of a text that is put together")
}

// asTerraform gives a YAML value as Terraform's yamldecode reads it, which follows
// YAML 1.1 in some plain scalars.
func asTerraform(v *value.Value) *value.Value {
	switch v.Kind() {
	case value.List:
		var elems []*value.Value
		for _, e := range v.Elems() {
			elems = append(elems, asTerraform(e))
		}
		return value.NewList(v.Range(), elems, false)
	case value.Map:
		var fields []value.Field
		for f := range v.Fields() {
			f.Value = asTerraform(f.Value)
			fields = append(fields, f)
		}
		return value.NewMap(v.Range(), fields, false)
	case value.String, value.Number:
		return plainScalar(v, strings.TrimSpace(v.Range().Text()))
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Text, value.Either:
	}
	return v
}

// plainScalar reads the text of a scalar that stands without quotes.
func plainScalar(v *value.Value, text string) *value.Value {
	digits := strings.TrimLeft(text, "+-")
	switch {
	case v.Kind() == value.Number && strings.Contains(text, "_"):
		return value.NewString(v.Range(), text).Along(v)
	case v.Kind() == value.Number && len(digits) > 1 && digits[0] == '0' && strings.Trim(digits, "0123456789") == "":
		sign := strings.TrimPrefix(text[:len(text)-len(digits)], "+")
		return value.NewNumber(v.Range(), sign+strings.TrimLeft(digits[:len(digits)-1], "0")+digits[len(digits)-1:]).Along(v)
	case v.Kind() == value.Number || v.Content() != text:
		return v
	}
	switch strings.ToLower(text) {
	case "y", "yes", "on":
		return value.NewBool(v.Range(), true).Along(v)
	case "n", "no", "off":
		return value.NewBool(v.Range(), false).Along(v)
	case ".inf", "+.inf", "-.inf", ".nan":
		return value.NewUnknown(v.Range(), "not a number that can be computed with")
	}
	if len(text) >= len("2006-1-2") && slices.Contains([]byte("0123456789"), text[0]) && strings.Count(text[:min(len(text), 10)], "-") == 2 {
		return value.NewUnknown(v.Range(), "a date in YAML")
	}
	return v
}
