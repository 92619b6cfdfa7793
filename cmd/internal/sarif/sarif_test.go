package sarif

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLineHashes(t *testing.T) {
	lorem := strings.Repeat("Lorem ipsum dolor sit amet.\n", 10)
	loremHashes := []string{
		"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
		"a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1",
		"55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
	}
	// The vectors of codeql-action's own tests (src/fingerprints.test.ts).
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", []string{"c129715d7a2bc9a3:1"}},
		{"white space is skipped", " a\nb\n  \t\tc\n d", []string{
			"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1",
		}},
		{"empty lines", " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End", []string{
			"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
			"b86d3392aea1be30:1", "e6ceba753e1a442:1",
		}},
		{"LF at the end", " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", []string{
			"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
			"b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
		}},
		{"CR", " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", []string{
			"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
			"b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
		}},
		{"CRLF", " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", []string{
			"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
			"b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
		}},
		{"mixed", " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", []string{
			"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
			"b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
		}},
		{"equal lines are numbered", lorem, loremHashes},
		// These were computed by a copy of its algorithm in Node.js.
		{"byte order mark is text", "\ufeffa\n", []string{"25afd31b599dedcd:1", "c129715d7a2bc9a3:1"}},
		{"units are those of UTF-16", "é𝄞 x\ny", []string{"4ec1b9dd18b110f5:1", "ed3261245082261c:1"}},
		{"a blank parts CR and LF", "a\r \nb", []string{
			"67c066a59e652f5e:1", "cc4c43d77869440f:1", "8ee5a81e681643c1:1",
		}},
	} {
		if diff := cmp.Diff(test.want, LineHashes([]byte(test.text))); diff != "" {
			t.Errorf("%s: -want +got\n%s", test.name, diff)
		}
	}
}

func TestURI(t *testing.T) {
	for name, want := range map[string]string{
		"main.tf":          "main.tf",
		"a b/c%d.yaml":     "a%20b/c%25d.yaml",
		"é/𝄞.tf":           "%C3%A9/%F0%9D%84%9E.tf",
		"c:/x.json":        "c%3A/x.json",
		"a#b?c[0]\\d\n.tf": "a%23b%3Fc%5B0%5D%5Cd%0A.tf",
		"(a)+b,c;d=e@f&g'": "(a)+b,c;d=e@f&g'",
	} {
		if got := URI(name); got != want {
			t.Errorf("URI(%q) = %q, want %q", name, got, want)
		}
	}
}
