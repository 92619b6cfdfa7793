package terraform

import (
	"bytes"
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/ecslint/ecslint/parsers/source"
)

// Bounds of what HCL's parser is given.
const (
	// maxNesting bounds brackets, operators and directives in each other. The parser is
	// recursive, and a stack that overflows ends the process.
	maxNesting = 1000
	// maxChain bounds the operators and indexes of one expression, whose tree is as deep.
	maxChain = 10_000
	// maxMarks bounds the words and signs of a text, and of a module's files together.
	// Each takes the parser hundreds of bytes.
	maxMarks = 500_000
	// maxMelding bounds what the parser copies to put the lines of a text together, of
	// which it adds one after the other: the bytes of the text, times its lines.
	maxMelding = 4 << 30
)

// lexer is one of HCL's, which are not recursive.
type lexer func(src []byte, filename string, start hcl.Pos) (hclsyntax.Tokens, hcl.Diagnostics)

// refuse gives the problem of a file of configuration that must not reach the parser.
func refuse(f *source.File) *source.Problem { return refuseFor(f, hclsyntax.LexConfig) }

// refuseTemplate is [refuse] for a template.
func refuseTemplate(f *source.File) *source.Problem { return refuseFor(f, hclsyntax.LexTemplate) }

func refuseFor(f *source.File, lex lexer) *source.Problem {
	at := func(off, end int, format string, args ...any) *source.Problem {
		return &source.Problem{Range: source.Range{File: f, Start: off, End: end}, Message: fmt.Sprintf(format, args...)}
	}
	if i := bytes.IndexByte(f.Bytes, 0); i >= 0 {
		return at(i, i, "not a text file: it holds a zero byte")
	}
	if off := tooMuch(f); off >= 0 {
		return at(off, off+1, "more than %d words and signs", maxMarks)
	}
	lines := bytes.Count(f.Bytes, []byte{'\n'})
	if !mayNest(f.Bytes) && lines*len(f.Bytes) <= maxMelding {
		return nil // as nearly all files, which are not worth the lexer
	}
	tokens, _ := lex(f.Bytes, f.Name, hcl.InitialPos) //nolint:errcheck // errors come again from the parser
	w := nesting{frames: []frame{{}}}
	for i := range tokens {
		if reason := w.add(&tokens[i]); reason != "" {
			r := tokens[i].Range
			return at(r.Start.Byte, r.End.Byte, "%s", reason)
		}
	}
	return nil
}

// tooMuch gives the place from which on a file has too many words and signs, or -1.
func tooMuch(f *source.File) int {
	if len(f.Bytes) <= maxMarks {
		return -1 // as of nearly all files
	}
	_, off := marks(f.Bytes, maxMarks)
	return off
}

// tally counts the words and signs of files that are held together.
type tally struct {
	size, marks int
	uncounted   []*source.File
}

// add takes one more file, and gives its problem if it is too much.
func (t *tally) add(f *source.File) *source.Problem {
	t.size += len(f.Bytes)
	t.uncounted = append(t.uncounted, f)
	if t.size <= maxMarks {
		return nil // as nearly always
	}
	for _, g := range t.uncounted {
		n, off := marks(g.Bytes, maxMarks-t.marks)
		if off >= 0 {
			t.uncounted = nil
			return &source.Problem{
				Range:   source.Range{File: g, Start: off, End: off + 1},
				Message: fmt.Sprintf("the files of the module have more than %d words and signs", maxMarks),
			}
		}
		t.marks += n
	}
	t.uncounted = nil
	return nil
}

// marks counts the words and signs in a text. Behind limit it gives the place of the
// next one, else -1.
func marks(b []byte, limit int) (n, off int) {
	word := false
	for i, c := range b {
		switch {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80:
			if word {
				continue
			}
			word = true
		case c == ' ' || c == '\t' || c == '\r':
			word = false
			continue
		default: // a line break is a token
			word = false
		}
		if n++; n > limit {
			return n, i
		}
	}
	return n, -1
}

// mayNest reports whether a text has enough of what can nest, or form a chain, to do
// so too deeply.
func mayNest(b []byte) bool {
	n, operators := 0, 0
	for _, c := range b {
		switch c {
		case '(', '[', '{', '!', '-', '?':
			n++
		case '*', '+', '/', '%', '<', '>', '=', '&', '|':
			operators++
		}
	}
	return n > maxNesting || n+operators > maxChain
}

// nesting follows how deep the tokens of a text nest.
type nesting struct {
	frames    []frame // the brackets that are open
	inner     int     // what nests without brackets, in all frames
	melding   int     // bytes that are copied
	last      hclsyntax.TokenType
	directive bool // the next token says which one
}

// frame is what stands between two brackets.
type frame struct {
	closing hclsyntax.TokenType
	begun   bool
	loop    bool // a for expression in braces, which goes on in the next line
	inner   int  // conditionals, prefixes, splats and directives in each other
	chain   int  // operators and indexes behind each other
	text    int  // bytes of the text so far
}

// closing gives for what opens what closes it.
var closing = map[hclsyntax.TokenType]hclsyntax.TokenType{
	hclsyntax.TokenOBrace:          hclsyntax.TokenCBrace,
	hclsyntax.TokenOBrack:          hclsyntax.TokenCBrack,
	hclsyntax.TokenOParen:          hclsyntax.TokenCParen,
	hclsyntax.TokenOQuote:          hclsyntax.TokenCQuote,
	hclsyntax.TokenOHeredoc:        hclsyntax.TokenCHeredoc,
	hclsyntax.TokenTemplateInterp:  hclsyntax.TokenTemplateSeqEnd,
	hclsyntax.TokenTemplateControl: hclsyntax.TokenTemplateSeqEnd,
}

// add takes the next token, and says what there is too much of with it.
func (w *nesting) add(t *hclsyntax.Token) string {
	top := &w.frames[len(w.frames)-1]
	w.count(t, top)
	chain := top.chain
	if end, opens := closing[t.Type]; opens {
		w.frames = append(w.frames, frame{closing: end})
	} else if t.Type == top.closing && len(w.frames) > 1 {
		w.nest(top, -top.inner)
		w.frames = w.frames[:len(w.frames)-1]
	}
	switch {
	case len(w.frames)+w.inner > maxNesting:
		return fmt.Sprintf("nested more than %d levels deep", maxNesting)
	case chain > maxChain:
		return fmt.Sprintf("an expression of more than %d operations", maxChain)
	case w.melding > maxMelding:
		return "the lines of the text are too many to put together"
	}
	return ""
}

// count counts a token that stands in a frame.
func (w *nesting) count(t *hclsyntax.Token, f *frame) {
	switch t.Type {
	case hclsyntax.TokenComment:
		return
	case hclsyntax.TokenNewline:
		if !f.loop && (f.closing == hclsyntax.TokenCBrace || len(w.frames) == 1) {
			w.end(f)
		}
		return
	case hclsyntax.TokenStringLit:
		f.text += len(t.Bytes)
		w.melding += f.text
		return
	}
	if w.directive {
		w.direct(string(t.Bytes))
	}
	switch t.Type {
	case hclsyntax.TokenIdent:
		f.loop = f.loop || !f.begun && string(t.Bytes) == "for"
	case hclsyntax.TokenTemplateControl:
		w.directive = true
	case hclsyntax.TokenComma:
		w.end(f)
	case hclsyntax.TokenQuestion, hclsyntax.TokenBang:
		w.nest(f, 1)
	case hclsyntax.TokenMinus:
		if w.behindTerm() {
			f.chain++
		} else {
			w.nest(f, 1)
		}
	case hclsyntax.TokenOBrack:
		if w.behindTerm() {
			f.chain++
		}
	case hclsyntax.TokenStar:
		f.chain++
		if w.last == hclsyntax.TokenOBrack && len(w.frames) > 1 { // a splat
			w.nest(&w.frames[len(w.frames)-2], 1)
		}
	case hclsyntax.TokenPlus, hclsyntax.TokenSlash, hclsyntax.TokenPercent, hclsyntax.TokenAnd, hclsyntax.TokenOr,
		hclsyntax.TokenEqualOp, hclsyntax.TokenNotEqual, hclsyntax.TokenLessThan, hclsyntax.TokenLessThanEq,
		hclsyntax.TokenGreaterThan, hclsyntax.TokenGreaterThanEq:
		f.chain++
	}
	f.begun, f.text = true, 0
	w.last = t.Type
}

// direct counts a directive by its name, in the template around it.
func (w *nesting) direct(name string) {
	w.directive = false
	template := &w.frames[len(w.frames)-2]
	switch name {
	case "if", "for":
		w.nest(template, 1)
	case "endif", "endfor":
		w.nest(template, -1)
	}
}

// nest counts what nests in a frame.
func (w *nesting) nest(f *frame, by int) {
	by = max(by, -f.inner)
	f.inner += by
	w.inner += by
}

// end ends the expression in a frame.
func (w *nesting) end(f *frame) {
	w.nest(f, -f.inner)
	f.chain = 0
}

// behindTerm reports whether the last token ends what an operator can follow.
func (w *nesting) behindTerm() bool {
	switch w.last {
	case hclsyntax.TokenIdent, hclsyntax.TokenNumberLit, hclsyntax.TokenCParen, hclsyntax.TokenCBrack, hclsyntax.TokenCBrace,
		hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc:
		return true
	}
	return false
}
