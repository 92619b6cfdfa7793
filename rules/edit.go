package rules

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// editable reports whether what is written at the range of a value may be
// changed for its sake.
func editable(v *value.Value) bool {
	aliased := func(s value.Step) bool { return s.Kind == value.Alias }
	return !v.Range().IsZero() && !v.Holds(value.Content) && !slices.ContainsFunc(v.Trail(), aliased)
}

// rename gives the edit that corrects the name of a member.
func rename(m *model.Misspelling) []TextEdit {
	at, ok := unquoted(m.Range(), m.Written)
	if !ok || !editable(m.Value()) {
		return nil
	}
	return []TextEdit{{Range: at, NewText: m.Meant}}
}

// replace gives the edit that writes another scalar in the place of v, if v is a
// plain literal that is there for the sake of the setting: other uses of a
// literal, such as that of a variable "enabled", would change with it.
func replace(v *value.Value, setting string, want member) []TextEdit {
	was, ok := v.Scalar()
	on, off, worded := v.Words()
	switch {
	case !editable(v):
		return nil
	case worded:
		if want.text != on && want.text != off {
			return nil
		}
		was = strconv.FormatBool(was == on)
		want.text = strconv.FormatBool(want.text == on)
	case v.Kind() == value.Null && want.bare:
		was = "null"
	case !ok, !want.bare && v.Kind() != value.String: // that would take quotes
		return nil
	}
	at, ok := unquoted(v.Range(), was)
	if !ok || !defines(v, setting) {
		return nil
	}
	return []TextEdit{{Range: at, NewText: want.text}}
}

// unquoted gives the place of a text that is written at r as it is, but for
// quotes around it: those of a string within another one have backslashes. YAML
// also writes True.
func unquoted(r source.Range, text string) (source.Range, bool) {
	s := r.Text()
	n := (len(s) - len(text)) / 2
	if n < 0 || len(s) != len(text)+2*n || s[:n] != s[len(s)-n:] || strings.Trim(s[:n], `"'\`) != "" {
		return r, false
	}
	r.Start, r.End = r.Start+n, r.End-n
	return r, strings.EqualFold(r.Text(), text)
}

// defines reports whether v is written as a definition of a setting: as all of
// what stands behind its name, or behind that of a variable which says that it is
// for the setting.
func defines(v *value.Value, setting string) bool {
	key := keyBefore(v.Range())
	if key == "default" || key == "Default" {
		key = ""
		if trail := v.Trail(); len(trail) > 0 && (trail[0].Kind == value.VariableDefault || trail[0].Kind == value.ParameterDefault) {
			key = trail[0].Name
		}
	}
	return endsValue(v.Range()) && strings.Contains(letters(key), letters(setting))
}

// letters gives a name without what differs between spellings.
func letters(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == '_' || r == '-' {
			return -1
		}
		return r
	}, name))
}

// blanks are the white space within a line.
const blanks = " \t"

// keyBefore gives the name in front of a value, on its line.
func keyBefore(r source.Range) string {
	s := strings.TrimRight(cutAt(r.File, r.Start).before, blanks)
	key := strings.TrimRight(strings.TrimRight(s, "=:"), blanks+`"'\`)
	if len(strings.TrimRight(s, "=:")) != len(s)-1 {
		return "" // nothing, or a comparison
	}
	return key[strings.LastIndexFunc(key, notInName)+1:]
}

func notInName(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '-'
}

// endsValue reports whether nothing that belongs to the same value follows it.
func endsValue(r source.Range) bool {
	s := strings.TrimLeft(cutAt(r.File, r.End).after, blanks)
	return s == "" || strings.IndexByte(`,)}]#\`, s[0]) >= 0 || strings.HasPrefix(s, "//") || strings.HasPrefix(s, "/*")
}

// cut is a line of a file that is cut in two.
type cut struct {
	before, after string
	end           int    // offset of the line break
	lineBreak     string // of the line; "\n" if it has none
}

// near is how much of a line is looked at on either side of a place: JSON may
// have megabytes in one line.
const near = 1 << 10

func cutAt(f *source.File, off int) cut {
	c := cut{end: max(off, f.LineAt(off).End), lineBreak: "\n"}
	if bytes.HasPrefix(f.Bytes[c.end:], []byte("\r\n")) {
		c.lineBreak = "\r\n"
	}
	before := f.Bytes[max(0, off-near):off]
	c.before = string(before[bytes.LastIndexByte(before, '\n')+1:])
	c.after = string(f.Bytes[off:min(c.end, off+near)])
	return c
}

// member is what is written into an object: a scalar, an object, or a list of one
// object.
type member struct {
	key    string // in the spelling of the format
	text   string
	bare   bool     // text has no quotes where strings have them
	object []member // nil for a scalar
	list   bool
}

// insert gives the edits that add a member to an object, in the style of the
// object and behind the last of its members where that is possible; none where it
// is not clear how.
func insert(g value.Gap, m member) []TextEdit {
	m.key = g.Keys[len(g.Keys)-1]
	for _, key := range slices.Backward(g.Keys[:len(g.Keys)-1]) {
		m = member{key: key, object: []member{m}}
	}
	for _, f := range slices.Backward(g.Members) {
		a, ok := anchorAt(f)
		if !ok {
			continue
		}
		var edits []TextEdit
		switch g.Style {
		case value.JSONObject:
			if a.quote != "" {
				edits = a.bracketed(m)
			}
		case value.FlowMapping:
			edits = a.bracketed(m)
		case value.HCLObject:
			edits = a.hcl(m, g.Members)
		case value.HCLBody:
			edits = a.body(m)
		case value.BlockMapping:
			edits = a.block(m)
		case value.Computed:
		}
		if edits != nil {
			return edits
		}
	}
	return nil
}

// anchor is a member behind which another one is written.
type anchor struct {
	file     *source.File
	key, end int    // its bytes
	quote    string // in front of its key, and behind it
	sign     string // between its key and its value
	head     string // the line in front of it
	tail     cut    // the line at its end
}

// anchorAt gives the anchor for a member that is written in one piece.
func anchorAt(f value.Field) (a anchor, ok bool) {
	r := f.Range
	key, ok := unquoted(r, f.Key)
	if !ok || f.End <= r.End || f.End > len(r.File.Bytes) || r.File.Bytes[f.End-1] == '\n' {
		return a, false
	}
	a = anchor{file: r.File, key: r.Start, end: f.End, tail: cutAt(r.File, f.End)}
	a.quote = source.Range{File: r.File, Start: r.Start, End: key.Start}.Text()
	a.head = cutAt(r.File, r.Start).before
	a.sign, ok = signOf(cutAt(r.File, r.End).after)
	return a, ok
}

// signOf gives the sign that stands behind a key, with the white space around it
// but for what aligns it with others.
func signOf(s string) (sign string, ok bool) {
	rest := strings.TrimLeft(s, blanks)
	switch {
	case strings.HasPrefix(rest, "="):
		return " = ", true
	case !strings.HasPrefix(rest, ":"):
		return "", false
	}
	sign = ":"
	if len(rest) < len(s) {
		sign = " :"
	}
	if rest == ":" || strings.IndexByte(blanks, rest[1]) >= 0 {
		sign += " "
	}
	return sign, true
}

// spaced reports whether the object has spaces where it needs none.
func (a anchor) spaced() bool { return strings.HasSuffix(a.sign, " ") }

// alone reports whether the member begins its line.
func (a anchor) alone() bool { return strings.Trim(a.head, blanks) == "" }

// escaped reports whether the object stands in a string that writes its quotes,
// and line breaks, with backslashes.
func (a anchor) escaped() bool { return strings.Contains(a.quote, `\`) }

// at gives the edit that inserts a text.
func (a anchor) at(off int, text string) TextEdit {
	return TextEdit{Range: source.Range{File: a.file, Start: off, End: off}, NewText: text}
}

// inline writes a member on one line. Strings are written in the given quotes.
func (a anchor) inline(m member, quote string) string {
	text := m.text
	switch {
	case m.object != nil:
		members := make([]string, len(m.object))
		for i, o := range m.object {
			members[i] = a.inline(o, quote)
		}
		space := ""
		if a.spaced() {
			space = " "
		}
		text = "{" + space + strings.Join(members, ","+space) + space + "}"
		if m.list {
			text = "[" + text + "]"
		}
	case !m.bare:
		text = quote + text + quote
	}
	return a.quote + m.key + a.quote + a.sign + text
}

// bracketed adds to an object of JSON, or to one that YAML writes alike.
func (a anchor) bracketed(m member) []TextEdit {
	if next := a.next(); next != ',' && next != '}' {
		return nil
	}
	text := a.inline(m, a.quote)
	if a.alone() {
		return []TextEdit{a.at(a.end, ","+a.tail.lineBreak+a.head+text)}
	}
	space := a.space()
	if !strings.HasSuffix(strings.TrimSuffix(a.head, space), ",") {
		space = ""
		if a.spaced() {
			space = " "
		}
	}
	return []TextEdit{a.at(a.end, ","+space+text)}
}

// lineBreaks are the escapes for white space in a string.
var lineBreaks = []string{`\n`, `\r`, `\t`}

// next gives the first character behind the member, white space skipped.
func (a anchor) next() byte {
	for s := a.file.Bytes[a.end:]; len(s) > 0; {
		switch {
		case a.escaped() && slices.Contains(lineBreaks, string(s[:min(len(s), 2)])):
			s = s[2:]
		case strings.IndexByte(" \t\r\n", s[0]) >= 0:
			s = s[1:]
		default:
			return s[0]
		}
	}
	return 0
}

// space gives the white space in front of the member, on its line.
func (a anchor) space() string {
	for s := a.head; ; {
		short := strings.TrimRight(s, blanks)
		if a.escaped() && slices.Contains(lineBreaks, short[max(0, len(short)-2):]) {
			short = short[:len(short)-2]
		}
		if short == s {
			return a.head[len(s):]
		}
		s = short
	}
}

// ended reports whether nothing but a comment is left of a line.
func ended(s string) bool {
	s = strings.TrimLeft(s, blanks)
	return s == "" || strings.HasPrefix(s, "#") || strings.HasPrefix(s, "//")
}

// hcl adds to an object of HCL, whose members are separated by commas or line
// breaks.
func (a anchor) hcl(m member, members []value.Field) []TextEdit {
	if strings.HasSuffix(a.file.Name, ".json") && !m.bare {
		return nil // in a string, which writes quotes with backslashes
	}
	text := a.inline(m, `"`)
	rest := strings.TrimLeft(a.tail.after, blanks)
	behindComma, comma := strings.CutPrefix(rest, ",")
	closed := strings.HasPrefix(rest, "}")
	separate := !a.alone() || comma || separated(members)
	switch {
	case !comma && !closed && !ended(rest):
		return nil
	case separate && bytes.Contains(a.file.Bytes[a.key:a.end], []byte("<<")): // no comma may follow the end of a heredoc
		return nil
	case !a.alone(), comma && !ended(behindComma):
		return []TextEdit{a.at(a.end, ", "+text)}
	}
	text = a.tail.lineBreak + a.head + text
	end := a.tail.end
	if closed {
		end = a.end
	}
	switch {
	case comma:
		return []TextEdit{a.at(end, text+",")}
	case !separate:
		return []TextEdit{a.at(end, text)}
	case end == a.end:
		return []TextEdit{a.at(end, ","+text)}
	}
	return []TextEdit{a.at(a.end, ","), a.at(end, text)}
}

// separated reports whether commas stand between the members of an object.
func separated(members []value.Field) bool {
	return slices.ContainsFunc(members, func(f value.Field) bool {
		a, ok := anchorAt(f)
		return ok && a.next() == ','
	})
}

// indentation is a step of it where there is none to copy.
const indentation = "  "

// body adds an argument or a nested block to a block of HCL.
func (a anchor) body(m member) []TextEdit {
	if a.alone() && ended(a.tail.after) {
		return []TextEdit{a.at(a.tail.end, a.tail.lineBreak+a.argument(m, a.head))}
	}
	// A block on one line has one argument. With two it takes more lines.
	head, tail := strings.TrimRight(a.head, blanks), strings.TrimLeft(a.tail.after, blanks)
	if strings.IndexAny(head, "{}") != len(head)-1 || !strings.HasSuffix(head, "{") || !strings.HasPrefix(tail, "}") {
		return nil
	}
	outer := head[:len(head)-len(strings.TrimLeft(head, blanks))]
	inner := outer + indentation
	first := a.at(a.key, a.tail.lineBreak+inner)
	first.Range.Start -= len(a.head) - len(head)
	last := a.at(a.end, a.tail.lineBreak+a.argument(m, inner)+a.tail.lineBreak+outer)
	last.Range.End += len(a.tail.after) - len(tail)
	return []TextEdit{first, last}
}

// argument writes an argument, or a block with an empty line above that tells it
// from the arguments.
func (a anchor) argument(m member, indent string) string {
	if m.object == nil {
		return indent + a.inline(m, `"`)
	}
	width := 0
	for _, o := range m.object {
		width = max(width, len(o.key))
	}
	lines := []string{"", indent + m.key + " {"}
	for _, o := range m.object {
		o.key += strings.Repeat(" ", width-len(o.key))
		lines = append(lines, a.argument(o, indent+indentation))
	}
	return strings.Join(append(lines, indent+"}"), a.tail.lineBreak)
}

// block adds to a mapping of YAML that has one member a line.
func (a anchor) block(m member) []TextEdit {
	rest := strings.TrimLeft(a.tail.after, blanks)
	commented := strings.HasPrefix(rest, "#") && len(rest) < len(a.tail.after)
	if strings.Trim(a.head, " -") != "" || rest != "" && !commented || a.keeps() {
		return nil
	}
	a.sign = ": "
	return []TextEdit{a.at(a.tail.end, a.lines(m, a.tail.lineBreak+strings.ReplaceAll(a.head, "-", " ")))}
}

// keeps reports whether a line break at the end of the member may be a part of
// its text, so that nothing can be put in front of it or added.
func (a anchor) keeps() bool {
	text := string(a.file.Bytes[a.key:a.end])
	return a.tail.end == len(a.file.Bytes) && strings.Contains(text, "\n") ||
		slices.ContainsFunc([]string{"|+", ">+", "+\n", "+\r\n"}, func(s string) bool { return strings.Contains(text, s) })
}

// lines writes a member of a mapping with each scalar on a line. In front of each
// stands indent, a line break with white space.
func (a anchor) lines(m member, indent string) string {
	if m.object == nil {
		return indent + a.inline(m, a.quote)
	}
	key, inner := indent+a.quote+m.key+a.quote+":", indent+indentation
	if m.list {
		inner += indentation
	}
	var object strings.Builder
	for _, o := range m.object {
		object.WriteString(a.lines(o, inner))
	}
	if m.list {
		return key + indent + indentation + "- " + strings.TrimPrefix(object.String(), inner)
	}
	return key + object.String()
}
