package catalog_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/catalog"
)

// TestEveryRuleIsListed reads the source of each module: a rule that is in no
// list would never run.
func TestEveryRuleIsListed(t *testing.T) {
	for _, m := range catalog.Modules {
		listed := map[string]bool{}
		for _, r := range m.Rules {
			listed[r.Slug] = true
		}
		for _, v := range ruleVariables(t, filepath.Join("..", m.Name)) {
			if want := strings.ReplaceAll(v.slug, "-", "_") + ".go"; v.file != want {
				t.Errorf("%s: rule %s belongs into %s", v.file, v.slug, want)
			}
			if !strings.EqualFold(v.name, strings.ReplaceAll(v.slug, "-", "")) {
				t.Errorf("%s: variable %s holds the rule %s", v.file, v.name, v.slug)
			}
			if !listed[v.slug] {
				t.Errorf("%s: rule %s is not listed in Rules", v.file, v.slug)
			}
			delete(listed, v.slug)
		}
		for slug := range listed {
			t.Errorf("module %s: rule %s has no variable of its own", m.Name, slug)
		}
	}
}

// variable is a variable that holds a rule.
type variable struct{ file, name, slug string }

// parsed gives the source files of a folder by name.
func parsed(t *testing.T, dir string) map[string]*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: no Go files, %v", dir, err)
	}
	out := map[string]*ast.File{}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(name)] = file
	}
	return out
}

func ruleVariables(t *testing.T, dir string) []variable {
	t.Helper()
	var out []variable
	for name, file := range parsed(t, dir) {
		for _, decl := range file.Decls {
			d, ok := decl.(*ast.GenDecl)
			if !ok || d.Tok != token.VAR {
				continue
			}
			for _, spec := range d.Specs {
				v := spec.(*ast.ValueSpec)
				for i, x := range v.Values {
					if slug, ok := slugOf(x); ok {
						out = append(out, variable{name, v.Names[i].Name, slug})
					}
				}
			}
		}
	}
	return out
}

// slugOf gives the slug that the literal of a rule has.
func slugOf(x ast.Expr) (string, bool) {
	if u, ok := x.(*ast.UnaryExpr); ok {
		x = u.X
	}
	lit, ok := x.(*ast.CompositeLit)
	if !ok {
		return "", false
	}
	if typ, ok := lit.Type.(*ast.SelectorExpr); !ok || typ.Sel.Name != "Rule" {
		return "", false
	}
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok || kv.Key.(*ast.Ident).Name != "Slug" {
			continue
		}
		slug, err := strconv.Unquote(kv.Value.(*ast.BasicLit).Value)
		return slug, err == nil
	}
	return "", false
}

// scopedRules gives the slugs of the rules that ask whether they apply at all: in
// their file Scope is called, or a function of the module that calls it.
func scopedRules(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, m := range catalog.Modules {
		dir := filepath.Join("..", m.Name)
		helpers := map[string]bool{"Scope": true}
		callers := map[string]bool{} // files in which one of them is called
		// A check may call them through two functions.
		for range 3 {
			for name, file := range parsed(t, dir) {
				for _, decl := range file.Decls {
					if !calls(decl, helpers) {
						continue
					}
					callers[name] = true
					if f, ok := decl.(*ast.FuncDecl); ok {
						helpers[f.Name.Name] = true
					}
				}
			}
		}
		for _, v := range ruleVariables(t, dir) {
			out[v.slug] = callers[v.file]
		}
	}
	return out
}

// calls reports whether a declaration calls one of the functions or methods.
func calls(n ast.Node, names map[string]bool) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		switch f := call.Fun.(type) {
		case *ast.Ident:
			found = found || names[f.Name]
		case *ast.SelectorExpr:
			found = found || names[f.Sel.Name]
		}
		return true
	})
	return found
}

var (
	idForm   = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*\.[0-9]+$`)
	slugForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	sentence = regexp.MustCompile(`(?s)^(?:[A-Z]|` + "`" + `).*\.$`)
)

func TestRulesAreComplete(t *testing.T) {
	seen := map[string]string{}
	once := func(name, id string) {
		if other, ok := seen[name]; ok {
			t.Errorf("%s: %s is taken by %s", id, name, other)
		}
		seen[name] = id
	}
	for _, r := range catalog.All() {
		once(r.ID, r.ID)
		once(r.Slug, r.ID)
		if !idForm.MatchString(r.ID) {
			t.Errorf("%s: not the form of an ID", r.ID)
		}
		if !slugForm.MatchString(r.Slug) {
			t.Errorf("%s: slug %q", r.ID, r.Slug)
		}
		if r.Title == "" || strings.HasSuffix(r.Title, ".") {
			t.Errorf("%s: title %q", r.ID, r.Title)
		}
		for name, text := range map[string]string{"Why": r.Why, "Fix": r.Fix, "Notes": r.Notes, "Retired": r.Retired} {
			if text == "" && (name == "Notes" || name == "Retired") {
				continue
			}
			if !sentence.MatchString(text) || strings.Contains(text, "  ") || strings.Contains(text, "\n") {
				t.Errorf("%s: %s is no paragraph: %q", r.ID, name, text)
			}
			if strings.Count(text, "`")%2 != 0 {
				t.Errorf("%s: %s has an odd number of backquotes", r.ID, name)
			}
		}
		if len(r.Docs) == 0 {
			t.Errorf("%s: no documentation", r.ID)
		}
		for _, l := range r.Docs {
			if l.Title == "" || !strings.HasPrefix(l.URL, "https://docs.aws.amazon.com/") {
				t.Errorf("%s: link %v", r.ID, l)
			}
		}
		if r.Check == nil {
			t.Errorf("%s: no check", r.ID)
		}
		params := map[string]bool{}
		for _, p := range r.Params {
			if p.Name == "" || p.About == "" || params[p.Name] {
				t.Errorf("%s: parameter %v", r.ID, p)
			}
			params[p.Name] = true
		}
	}
}

// securityHub are the controls for ECS that AWS documents, ECS.1 among them, which
// it retired; ECS.6, .7 and .11 were never documented; and those for its neighbours
// that are to be there. From the Security Hub User Guide, "Security Hub CSPM controls
// for Amazon ECS" and the like, November 2026.
var securityHub = map[string]rules.Severity{
	"ECS.1": rules.High, "ECS.2": rules.High, "ECS.3": rules.High, "ECS.4": rules.High, "ECS.5": rules.High,
	"ECS.8": rules.High, "ECS.9": rules.High, "ECS.10": rules.Medium, "ECS.12": rules.Medium, "ECS.13": rules.Low,
	"ECS.14": rules.Low, "ECS.15": rules.Low, "ECS.16": rules.High, "ECS.17": rules.Medium, "ECS.18": rules.Medium,
	"ECS.19": rules.Medium, "ECS.20": rules.Medium, "ECS.21": rules.Medium,

	"APIGateway.4": rules.Medium, "AutoScaling.3": rules.High, "AutoScaling.5": rules.High, "CloudFront.5": rules.Medium,
	"CloudFront.6": rules.Medium, "EC2.8": rules.High, "EC2.9": rules.High, "EC2.13": rules.High, "EC2.14": rules.High,
	"EC2.17": rules.Low, "EC2.18": rules.High, "EC2.19": rules.Critical, "EC2.21": rules.Medium, "EC2.25": rules.High,
	"EC2.170": rules.Low, "ES.4": rules.Medium, "IAM.1": rules.High, "IAM.21": rules.Low, "RDS.15": rules.Medium,
	"S3.8": rules.High,
}

func TestSecurityHubIsComplete(t *testing.T) {
	missing := maps.Clone(securityHub)
	for _, r := range catalog.Modules[0].Rules {
		if severity, ok := securityHub[r.ID]; !ok || severity != r.Severity {
			t.Errorf("%s: severity %s, AWS has %s", r.ID, r.Severity, severity)
		}
		if (r.Retired != "") != (r.ID == "ECS.1") {
			t.Errorf("%s: retired: %q", r.ID, r.Retired)
		}
		delete(missing, r.ID)
	}
	if len(missing) > 0 {
		t.Errorf("no rule for %v", slices.Sorted(maps.Keys(missing)))
	}
}

func TestModuleOf(t *testing.T) {
	for _, m := range catalog.Modules {
		if got := catalog.ModuleOf(m.Rules[0]).Name; got != m.Name {
			t.Errorf("ModuleOf(%s) is %s, want %s", m.Rules[0].ID, got, m.Name)
		}
	}
}
