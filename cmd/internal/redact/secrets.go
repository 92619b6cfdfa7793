package redact

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// promises are the parts of a name that promise a secret as its value.
var promises = []string{
	"passw", "passphrase", "pwd", "secret", "token", "apikey", "api_key", "api-key", "accesskey", "access_key",
	"access-key", "privatekey", "private_key", "private-key", "credential",
}

// promising reports whether what has this name is likely to be a secret.
func promising(name string) bool {
	name = strings.ToLower(name)
	for _, p := range promises {
		if strings.Contains(name, p) {
			return true
		}
	}
	return false
}

// Ways to write a value behind its key. The backslashes are those of JSON
// inside of a quoted string.
const (
	quote  = `\\*["']?`
	quoted = `\\+"(.*?)\\+"|"((?:[^"\\]|\\.)*)"?|'([^']*)'?`
	plain  = `([^\s"'\\{\[!&*|>,}\]][^,}\]#"]*)` // YAML
	number = `([0-9][\w.]*)`
	tag    = `(?:!(?:Sub|Base64)\s+)?`
)

// pattern finds one form of secret. The submatches are what to hide.
type pattern struct {
	needles []string // one of them is in every line that can match, in lower case
	inside  bool     // needles also count inside of a word
	regexp  func() *regexp.Regexp
	exempt  func(string) bool
}

func compiled(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// patterns are compiled when a line has one of their needles: a run that finds
// nothing pays for none.
var patterns = []pattern{
	{ // the value of an environment variable
		needles: []string{"value"},
		regexp: compiled(`(?i)(?:^|[\s{,(\[\\"'-])value` + quote + `\s*` +
			`(?::\s*` + tag + `(?:` + quoted + `|` + plain + `)|=\s*(?:` + quoted + `|` + number + `))`),
		exempt: isSwitch,
	},
	{ // password = "…", Password: …, --password=…
		needles: promises, inside: true,
		regexp: compiled(`(?i)(?:passw(?:or)?d|passphrase|pwd|secret|token|(?:api|access|private)[_-]?key|credential)[\w.-]*` +
			quote + `(?:\s*:\s*` + tag + `(?:` + quoted + `|` + plain + `)|\s*=>?\s*(?:` + quoted + `|` + number + `)|=([^\s"'\\,;&]+))`),
		exempt: func(s string) bool { return strings.HasPrefix(s, "arn:") || isSwitch(s) },
	},
	{ // --password …
		needles: promises, inside: true,
		regexp: compiled(`(?i)--?[\w-]*(?:passw(?:or)?d|passphrase|pwd|secret|token|(?:api|access)-?key)[\w-]*(?:["'],\s*["']|\s+)([^\s"'\\,]+)`),
	},
	{ // https://user:password@host
		needles: []string{"://"}, inside: true,
		regexp: compiled(`://[^\s/:@"'$]*:([^\s/@"']+)@`),
	},
	{ // AWS access key IDs
		needles: []string{"akia", "asia", "aroa", "aida"},
		regexp:  compiled(`\b((?:AKIA|ASIA|AROA|AIDA)[0-9A-Z]{12,})`),
	},
	{ // private keys, and what follows on the line
		needles: []string{"private key"},
		regexp:  compiled(`(-----BEGIN [A-Z0-9 ]*PRIVATE KEY.*)`),
	},
	{ // tokens with a prefix of their own, and JSON Web Tokens
		needles: []string{
			"ghp_", "gho_", "ghs_", "ghu_", "ghr_", "github_pat_", "glpat-", "xox", "sk_live_", "rk_live_", "sk_test_", "sk-",
			"aiza", "npm_", "pypi-", "hvs.", "dop_v1_", "sg.", "shpat_", "eyj", "bearer ", "basic ",
		},
		regexp: compiled(`\b((?:gh[pousr]_|github_pat_|glpat-|xox[a-z]-|[sr]k_(?:live|test)_|sk-|AIza|npm_|pypi-|hvs\.|dop_v1_|SG\.|shpat_)[\w.-]{12,}` +
			`|eyJ[\w-]{8,}\.[\w.-]+)|(?i:bearer|basic) ([\w.+/=-]{12,})`),
	},
}

// isSwitch reports whether a value is one of those that settings have. These are
// what findings are about: `value = "disabled"`.
func isSwitch(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "", "enabled", "disabled", "enhanced", "true", "false", "on", "off", "yes", "no", "null":
		return true
	}
	return false
}

// class tells the characters of encoded bytes apart, 0 for all others.
func class(c byte) int {
	switch {
	case 'a' <= c && c <= 'z':
		return 1
	case 'A' <= c && c <= 'Z':
		return 2
	case '0' <= c && c <= '9':
		return 3
	case c == '+' || c == '/' || c == '_' || c == '-':
		return 4
	}
	return 0
}

// minRandom is the length of an AWS secret access key. Lines of a private key are
// longer.
const minRandom = 40

// randoms adds words that change between lower case, upper case and digits as
// often as encoded bytes do (62 % of all places). In a name of several words with
// a hash at its end, as CDK generates them, it is at most 41 %.
func randoms(line string, out []Span) []Span {
	start, changes, digits := 0, 0, 0
	for i := 0; i <= len(line); i++ {
		c := 0
		if i < len(line) {
			c = class(line[i])
		}
		if c == 0 {
			if n := i - start; n >= minRandom && changes*100 > n*45 && digits > 0 {
				out = append(out, Span{start, i})
			}
			start, changes, digits = i+1, 0, 0
			continue
		}
		if i > start && c != class(line[i-1]) {
			changes++
		}
		if c == 3 {
			digits++
		}
	}
	return out
}

// maxLine bounds what is searched. Reports show far less of a line.
const maxLine = 64 << 10

// secrets gives the parts of a line that look like secrets. A line that is too
// long to be searched is one as a whole.
func secrets(line string) []Span {
	if len(line) > maxLine {
		return []Span{{0, len(line)}}
	}
	out := randoms(line, nil)
	lower := strings.ToLower(line)
	pairs := pairsOf(lower)
	for _, p := range patterns {
		if !p.possible(lower, pairs) {
			continue
		}
		for _, m := range p.regexp().FindAllStringSubmatchIndex(line, -1) {
			for i := 2; i < len(m); i += 2 {
				if m[i] >= 0 && m[i+1] > m[i] && (p.exempt == nil || !p.exempt(line[m[i]:m[i+1]])) {
					out = append(out, Span{m[i], m[i+1]})
				}
			}
		}
	}
	return out
}

// pairs tells which pairs of bytes a text may have that stand next to each other.
type pairs [4]uint64

func pairsOf(s string) *pairs {
	var p pairs
	for i := 1; i < len(s); i++ {
		word, bit := pair(s[i-1], s[i])
		p[word] |= bit
	}
	return &p
}

func pair(a, b byte) (word int, bit uint64) {
	h := a*29 + b
	return int(h >> 6), 1 << (h & 63)
}

// may reports whether a text may have a needle, by the pairs at its ends.
func (p *pairs) may(needle string) bool {
	n := len(needle)
	first, one := pair(needle[0], needle[1])
	last, other := pair(needle[n-2], needle[n-1])
	return p[first]&one != 0 && p[last]&other != 0
}

// possible reports whether a line, in lower case, has one of the needles.
func (p *pattern) possible(lower string, pairs *pairs) bool {
	return slices.ContainsFunc(p.needles, func(needle string) bool {
		if !pairs.may(needle) {
			return false
		}
		for at := 0; ; at++ {
			i := strings.Index(lower[at:], needle)
			if i < 0 {
				return false
			}
			at += i
			if p.inside || at == 0 || !inWord(lower[at-1]) {
				return true
			}
		}
	})
}

// inWord reports whether a byte is one of those around which \b finds no border.
func inWord(c byte) bool { return c == '_' || class(c) != 0 && class(c) != 4 }
