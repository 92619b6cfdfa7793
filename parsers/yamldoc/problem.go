package yamldoc

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/ecslint/ecslint/parsers/source"
)

// What yaml.v3 says of an error is a text, "yaml: line 3: did not find expected
// key", and the line means different things: an error of the scanner gives the
// line where the construct starts, from 1; one of the parser gives the same from
// 0, or no line for the first; one of the reader gives none.

// parserMessages are the beginnings of the errors of its parser.
var parserMessages = []string{
	"did not find expected key",
	"did not find expected '-' indicator",
	"did not find expected ',' or",
	"did not find expected node content",
	"did not find expected <",
	"found undefined tag handle",
	"found duplicate %",
	"found incompatible YAML document",
}

// readerMessages are the errors about a character.
var readerMessages = []string{
	"control characters are not allowed",
	"invalid leading UTF-8 octet",
	"invalid trailing UTF-8 octet",
	"invalid length of a UTF-8 sequence",
	"incomplete UTF-8 octet sequence",
	"invalid Unicode character",
}

// problem reports that bytes [off, end) cannot be used.
func (p *parser) problem(off, end int, message string) {
	p.problems = append(p.problems, source.Problem{Range: p.at(off, end), Message: message})
}

// failure gives the problem of a file that yaml.v3 refuses.
func (p *parser) failure(err error) source.Problem {
	message, line := split(err)
	out := source.Problem{Range: p.culprit(message, line), Message: message}
	if strings.HasPrefix(out.Range.Text(), "\t") {
		out.Message += ": a tab does not indent"
	}
	if language := source.Templated(p.file); language != "" {
		out.Level = source.Warning
		out.Message = "not YAML before the " + language + " is rendered: " + out.Message
	}
	return out
}

// split takes the line out of an error; 0 if it has none.
func split(err error) (message string, line int) {
	message = strings.TrimPrefix(err.Error(), "yaml: ")
	rest, ok := strings.CutPrefix(message, "line ")
	if !ok {
		return message, 0
	}
	number, rest, _ := strings.Cut(rest, ": ")
	line, err = strconv.Atoi(number)
	if err != nil {
		return message, 0
	}
	return rest, line
}

// culprit finds the place of an error.
func (p *parser) culprit(message string, line int) source.Range {
	if slices.Contains(readerMessages, message) {
		off := p.unreadable()
		_, w := utf8.DecodeRuneInString(p.src[off:])
		return p.at(off, off+w)
	}
	if name, ok := strings.CutPrefix(message, "unknown anchor '"); ok {
		name, _, _ = strings.Cut(name, "'")
		off := max(strings.Index(p.src, "*"+name), 0)
		return p.at(off, off+len("*")+len(name))
	}
	ofParser := slices.ContainsFunc(parserMessages, func(m string) bool { return strings.HasPrefix(message, m) })
	switch {
	case ofParser && (strings.HasSuffix(message, "key") || strings.HasSuffix(message, "indicator")):
		// It gives the line where the whole collection starts, far above.
		line = p.bisect(message, line+1)
	case ofParser:
		line++
	case message == "found unexpected end of stream" && p.line(line).Text() == "":
		line = 1 // where it starts is never told of the first line
	}
	return p.line(line)
}

// line gives a line without white space around it.
func (p *parser) line(n int) source.Range {
	n = min(max(n, 1), len(p.lines)) - 1
	start, end := p.lines[n], len(p.src)
	if n+1 < len(p.lines) {
		end = p.lines[n+1]
	}
	text := strings.TrimRight(p.src[start:end], " \t\r\n")
	return p.at(start+len(text)-len(strings.TrimLeft(text, " ")), start+len(text))
}

// unreadable finds the first character that YAML does not allow.
func (p *parser) unreadable() int {
	for off, r := range p.src {
		switch {
		case r == '\t', r == '\n', r == '\r', r == '\u0085':
		case r < ' ', 0x7F <= r && r < 0xA0, r == 0xFFFE, r == 0xFFFF:
			return off
		case r == utf8.RuneError:
			if _, w := utf8.DecodeRuneInString(p.src[off:]); w == 1 {
				return off
			}
		}
	}
	return 0
}

// bisectable bounds the size of a file that is read several times more to find
// the line of an error.
const bisectable = 1 << 20

// bisect finds the line at which a block collection goes wrong: the first that
// makes the text up to there fail in the same way. Such a text ends between two
// lines, which no block collection minds.
func (p *parser) bisect(message string, otherwise int) int {
	if len(p.src) > bisectable {
		return otherwise
	}
	lo, hi := 0, len(p.lines) // the text of lo lines does not fail so, that of hi does
	for hi-lo > 1 {
		mid := (lo + hi) / 2
		if fails(p.src[:p.lines[mid]], message) {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi
}

func fails(text, message string) bool {
	for d := yaml.NewDecoder(bytes.NewReader([]byte(text))); ; {
		_, err := decode(d)
		switch {
		case errors.Is(err, io.EOF):
			return false
		case err != nil:
			got, _ := split(err)
			return got == message
		}
	}
}
