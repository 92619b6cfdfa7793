package yamldoc

import (
	"slices"
	"testing"

	"github.com/ecslint/ecslint/parsers/fixtures"
	"github.com/ecslint/ecslint/parsers/source"
)

var seeds = []string{
	"", "---\n", "# c\n", "a: b\n", "a: 'it''s'\nb: \"\\u00e9\\n\"\n", "- 1\n- 0x1F\n- 1_000\n- .5\n- .inf\n- ~\n",
	"a: |\n  one\n\n   two\n\nb: >-\n  one\n  two\n\n  three\n", "a: |+\n  x\n\n\nb: |2-\n    x\n", "a: >+\n\n\n  x\n   y\n  z\n \n",
	"a: &x {b: [1, 2,], c: }\nd: *x\ne: {<<: *x, b: 3}\n", "<<: [{a: 1}, {a: 2}]\n", "&a [*a]\n", "&a a: *a\n", "? [a, b]\n: c\n? d\n",
	"a: !Ref B\nc: !GetAtt D.E.F\nf: !Sub\n  - ${G}\n  - G: !Join [',', [H]]\ni: !GetAZs\nj: !If [K, !Ref L, !Ref 'AWS::NoValue']\n",
	"!Ref a: b\n", "&k !!str a: &v !!int 1\n", "! a: ! b\n", "! :", "a: !<!Ref> b\n", "%TAG !e! tag:example.com,2000:\n--- !e!x y\n",
	"a: one\n  two # c\n  \n\n  three\nb: 'one\n  two'\nc: \"one\\\n  two\n\n  \\  three\"\n", "\ufeffa: é𝄞 # c\nb: \"𝄞\" \n",
	"a:\r\n  - b: |\r\n      c\r\n      d\r\n  - 'e\r\n    f'\r\n", "a: b\rc: d\u0085e: f\u2028g: h\u2029i: \"j\u0085k\"\n", "a: |\n  x\u0085  y\u2028  z\n",
	"a: {{ b }}\nc: {{ d }}: e\n", "a\tb: c\td\n", "a:\t- b\n", "[a: b, ? c : d, {e, f: }]\n", "--- |\n a\n...\n--- >\n b\n--- c\n", "a: |\n  x", "a: >\n  x\n  y", "'a': \"b\"\n",
	"a: [b, 'c', # ]\n  \"d\" # }\n ]\n", "key: *missing\n", "- - - a\n    - b\n  -\n-\n", "a: |1\n   x\n", "a: >\n\n", "a: |\n", "a: !x |\n  y\n", "\x00", "a: \x80", "a: b: c", "\ta: b", "{", "\"", "a: |+\n\n\n",
}

// FuzzParse checks that no input makes Parse panic and that every place lies in
// its file and in its collection. Whether the text at each place reads as the
// value is checked for the seeds only: to cut the scalars of hostile input out of
// their context changes some.
func FuzzParse(f *testing.F) {
	for _, seed := range slices.Concat(seeds, fixtures.Seeds(f, ".yaml", ".yml")) {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<16 {
			t.Skip("too large")
		}
		c := census{ranges: true}
		c.file(source.NewFile("f.yaml", text))
		for _, w := range c.wrong {
			t.Error(w)
		}
	})
}

func TestSeeds(t *testing.T) {
	t.Parallel()
	for _, seed := range seeds {
		var c census
		c.file(source.NewFile("f.yaml", []byte(seed)))
		for _, w := range c.wrong {
			t.Errorf("%q: %s", seed, w)
		}
	}
}
