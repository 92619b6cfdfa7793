package bounds

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// row is a bound, as docs/bounds.md has it.
type row struct {
	limit    int64
	messages []string // texts in backquotes of what happens beyond it
	constant string
	file     string
}

const table = "../../../docs/bounds.md"

var (
	limits = regexp.MustCompile(`^([0-9,]+)(?: (KiB|MiB|GiB|s))?$`)
	links  = regexp.MustCompile(`^\[(\w+\.\w+)\]\((\S+)\)$`)
	quotes = regexp.MustCompile("`([^`]*)`")
	units  = map[string]int64{"": 1, "s": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}
)

func rows(t *testing.T) []row {
	t.Helper()
	b, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	var out []row
	for line := range strings.Lines(string(b)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		if len(cells) != 4 || strings.HasPrefix(line, "| what |") || strings.HasPrefix(line, "| ---") {
			continue
		}
		limit, link := limits.FindStringSubmatch(cells[1]), links.FindStringSubmatch(strings.TrimSpace(cells[3]))
		if limit == nil || link == nil {
			t.Errorf("a row that cannot be read: %s", line)
			continue
		}
		n, err := strconv.ParseInt(strings.ReplaceAll(limit[1], ",", ""), 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		r := row{limit: n * units[limit[2]], constant: link[1], file: filepath.Join(filepath.Dir(table), link[2])}
		for _, m := range quotes.FindAllStringSubmatch(cells[2], -1) {
			r.messages = append(r.messages, m[1])
		}
		out = append(out, r)
	}
	if len(out) < 50 {
		t.Fatalf("%d rows", len(out))
	}
	return out
}

// Every limit of the table is the constant that the program uses.
func TestLimits(t *testing.T) {
	t.Parallel()
	for _, r := range rows(t) {
		pkg, name, _ := strings.Cut(r.constant, ".")
		if got := filepath.Base(filepath.Dir(r.file)); got != pkg {
			t.Errorf("%s is not in the package %s", r.file, pkg)
		}
		if got := constantIn(t, r.file, name); got != r.limit {
			t.Errorf("%s is %d, and %d in the table", r.constant, got, r.limit)
		}
	}
}

// constantIn gives the value of a constant that a file declares.
func constantIn(t *testing.T, file, name string) int64 {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for _, s := range g.Specs {
			c := s.(*ast.ValueSpec)
			i := slices.IndexFunc(c.Names, func(n *ast.Ident) bool { return n.Name == name })
			if i < 0 {
				continue
			}
			v, err := types.Eval(fset, nil, token.NoPos, types.ExprString(c.Values[i]))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			n, ok := constant.Int64Val(v.Value)
			if !ok {
				t.Fatalf("%s is %s", name, v.Value)
			}
			return n
		}
	}
	t.Errorf("%s has no constant %s", file, name)
	return 0
}

// Every bound of the table has an input that goes beyond it and leads to what the table
// says, and no input speaks of another one.
func TestInputs(t *testing.T) {
	t.Parallel()
	want := readGolden(t)
	beyond := map[string][]hostile{}
	all := hostiles()
	for i, h := range all {
		if slices.ContainsFunc(all[:i], func(g hostile) bool { return g.name == h.name }) {
			t.Errorf("two inputs are %q", h.name)
		}
		if want[h.name] == "" {
			t.Errorf("nothing is expected of %q", h.name)
		}
		for _, b := range h.bounds {
			beyond[b] = append(beyond[b], h)
		}
	}
	if len(want) != len(all) {
		t.Errorf("%s has %d inputs, and there are %d", golden, len(want), len(all))
	}
	for _, r := range rows(t) {
		inputs := beyond[r.constant]
		if len(inputs) == 0 {
			t.Errorf("no input goes beyond %s", r.constant)
		}
		for _, h := range inputs {
			for _, m := range r.messages {
				if !strings.Contains(want[h.name]+h.out, m) {
					t.Errorf("the input %q for %s does not lead to %q", h.name, r.constant, m)
				}
			}
		}
		delete(beyond, r.constant)
	}
	for b := range beyond {
		t.Errorf("%s is not in the table", b)
	}
}
